"""VTIMEZONE (RFC 5545 section 3.6.5): the clock changes of a zone, as rules.

Rules rather than lists of dates: Outlook and ical.js read only the first of several RDATEs, and are an hour off all
summer. A rule holds the zone's present law also for the years before it, which a calendar of coming events never
notices.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from msgspec import Struct

_STEP = timedelta(days=7)
"""No zone changes its clocks twice within it; Morocco's two changes lie a month apart."""
_PRESENT_LAW = range(2038, 2066)
"""28 years: each date falls on each day of the week, and after 2037 zone files hold the law alone, no more history."""
_LISTED = range(2020, 2051)
"""Years that are written out for the few zones that follow the moon, such as Africa/Casablanca."""
_FIRST_YEAR = 1970
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class _Change(Struct, frozen=True, kw_only=True):
    """The clock goes from one offset to another; ``local`` is what it showed just before."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str


@cache
def vtimezone(zone: str) -> bytes:
    """Return the VTIMEZONE of an IANA zone, with its line ends."""
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone}"]
    changes = _changes(zone, _PRESENT_LAW)
    kinds = sorted({(change.after > change.before, change.before, change.after) for change in changes}, reverse=True)
    if not changes:
        here = datetime(_PRESENT_LAW.start, 1, 1, tzinfo=ZoneInfo(zone))
        offset = here.utcoffset() or timedelta()
        still = _Change(local=datetime(_FIRST_YEAR, 1, 1), before=offset, after=offset, name=here.tzname() or zone)
        lines += _observance(still, None)
    elif len(kinds) == 2:
        for kind in kinds:
            same = [change for change in changes if (change.after > change.before, change.before, change.after) == kind]
            rule = _rule(same)
            if rule is None:
                return _listed(zone)
            lines += _observance(_first_in(_FIRST_YEAR, same, rule), rule)
    else:
        return _listed(zone)
    return _joined([*lines, "END:VTIMEZONE"])


def _listed(zone: str) -> bytes:
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone}"]
    for change in _changes(zone, _LISTED):
        lines += _observance(change, None)
    return _joined([*lines, "END:VTIMEZONE"])


def _joined(lines: list[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def _observance(change: _Change, rule: str | None) -> list[str]:
    kind = "DAYLIGHT" if change.after > change.before else "STANDARD"
    return [
        f"BEGIN:{kind}",
        f"TZNAME:{change.name}",
        f"TZOFFSETFROM:{_offset(change.before)}",
        f"TZOFFSETTO:{_offset(change.after)}",
        f"DTSTART:{change.local:%Y%m%dT%H%M%S}",
        *([f"RRULE:{rule}"] if rule else []),
        f"END:{kind}",
    ]


def _offset(offset: timedelta) -> str:
    sign = "-" if offset < timedelta() else "+"
    minutes, seconds = divmod(round(abs(offset).total_seconds()), 60)
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{seconds:02}" if seconds else "")


def _changes(zone: str, years: range) -> list[_Change]:
    """Find the clock changes in a span of years, in order."""
    here = ZoneInfo(zone)
    found: list[_Change] = []
    day = datetime(years.start, 1, 1, tzinfo=UTC)
    before = day.astimezone(here).utcoffset()
    while day.year < years.stop:
        following = day + _STEP
        after = following.astimezone(here).utcoffset()
        if before != after:
            found.append(_change_between(day, following, here))
        day, before = following, after
    return found


def _change_between(low: datetime, high: datetime, here: ZoneInfo) -> _Change:
    before = low.astimezone(here).utcoffset() or timedelta()
    same, other = int(low.timestamp()), int(high.timestamp())
    while other - same > 1:
        middle = (same + other) // 2
        if datetime.fromtimestamp(middle, here).utcoffset() == before:
            same = middle
        else:
            other = middle
    high = datetime.fromtimestamp(other, UTC)
    after = high.astimezone(here)
    return _Change(
        local=high.replace(tzinfo=None) + before,
        before=before,
        after=after.utcoffset() or timedelta(),
        name=after.tzname() or str(here),
    )


def _rule(changes: list[_Change]) -> str | None:
    """Return the yearly rule that gives all of these changes, or ``None`` where there is none."""
    days = [change.local.date() for change in changes]
    if (
        len({day.year for day in days}) != len(days)
        or len(days) != len(_PRESENT_LAW)
        or len({(change.local.month, change.local.weekday(), change.local.time()) for change in changes}) != 1
    ):
        return None
    weekday, month = _DAYS[days[0].weekday()], days[0].month
    first, last = min(day.day for day in days), max(day.day for day in days)
    if last - first > 6:
        return None
    if all((day + timedelta(days=7)).month != month for day in days):
        which = f"BYDAY=-1{weekday}"
    elif first % 7 == 1:
        which = f"BYDAY={first // 7 + 1}{weekday}"
    else:
        which = f"BYMONTHDAY={','.join(str(day) for day in range(first, first + 7))};BYDAY={weekday}"
    return f"FREQ=YEARLY;BYMONTH={month};{which}"


def _first_in(year: int, changes: list[_Change], rule: str) -> _Change:
    """Return the change that the rule gives in a year, from one in a year with the same calendar.

    The Gregorian calendar repeats itself every 28 years between 1901 and 2099.
    """
    twin = next(change for change in changes if (change.local.year - year) % 28 == 0)
    day = date(year, twin.local.month, twin.local.day)
    if day.weekday() != twin.local.weekday():
        raise AssertionError(rule)
    local = datetime.combine(day, twin.local.time())
    return _Change(local=local, before=twin.before, after=twin.after, name=twin.name)
