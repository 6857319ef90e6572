"""The recurrence rule of RFC 5545 (section 3.3.10), to and from text such as ``FREQ=MONTHLY;BYDAY=1TU``.

A rule from outside is looked at part by part before anything is made of it: a rule of one line can ask for more
days than a machine has time for (COUNT=1000000000), or for none until the end of time (INTERVAL=0).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct

from streekagenda.model.schedule import ONE_DAY, Frequency, NthWeekday, Rule, Weekday

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from streekagenda.model.schedule import Hours

HIGHEST_INTERVAL = 999
HIGHEST_COUNT = 1000
LONGEST_LIST = 31
YEARS = range(2000, 2101)

_PARTS = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST")
_UNSUPPORTED = {"BYSECOND", "BYMINUTE", "BYHOUR", "BYWEEKNO", "BYYEARDAY", "BYEASTER", "RSCALE", "SKIP"}
"""Parts of RFC 5545, RFC 7529 and dateutil that clients read differently or that no calendar of meetings needs."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,6}", re.ASCII)
_WEEKDAY = re.compile(rf"([+-]?[0-9]{{1,2}})?({'|'.join(Weekday.__members__)})", re.ASCII)
_UNTIL = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?", re.ASCII)


class RuleFault(Struct, frozen=True, kw_only=True):
    """What is wrong with a rule: the code of a diagnostic and the values for its sentence."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


# ------------------------------------------------------------------------------------------------------------- to text


def rule_text(rule: Rule, hours: Hours | None, zone: str) -> str | None:
    """Return the value of RRULE for a series at ``hours`` (``None``: whole days) in an IANA zone.

    ``None`` means that a rule has no text that everybody reads alike: RFC 5545 has no even and odd weeks; ical.js
    ignores BYSETPOS over BYMONTHDAY; dateutil begins to count positions in the middle of the first week, and takes
    ``MO,1TU`` for both at once.
    """
    kinds_of_weekday = {one.nth == 0 for one in rule.weekdays}
    weekly = rule.frequency is Frequency.WEEKLY
    if rule.week_parity or (rule.positions and (rule.month_days or weekly)) or len(kinds_of_weekday) > 1:
        return None
    parts = {
        "FREQ": rule.frequency.value,  # first: Apple's calendar stops at the first date otherwise
        "INTERVAL": "" if rule.interval == 1 else str(rule.interval),
        "BYMONTH": _list(rule.months),
        "BYMONTHDAY": _list(rule.month_days),
        "BYDAY": ",".join(f"{one.nth or ''}{one.weekday.name}" for one in sorted(rule.weekdays)),
        "BYSETPOS": _list(rule.positions),
        # Outlook may begin its weeks on Sunday, which matters for every second week of several days
        "WKST": "MO" if weekly and rule.interval > 1 and len(rule.weekdays) > 1 else "",
        "COUNT": "" if rule.count is None else str(rule.count),
        "UNTIL": "" if rule.until is None else _until_text(rule.until, hours, zone),
    }
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def _list(numbers: Iterable[int]) -> str:
    return ",".join(str(number) for number in sorted(numbers))  # ical.js gives wrong dates for an unsorted BYMONTH


def _until_text(until: date, hours: Hours | None, zone: str) -> str:
    """UNTIL is a date for whole days; else the start of the last possible instance, in UTC."""
    if hours is None:
        return f"{until:%Y%m%d}"
    return f"{datetime.combine(until, hours.start, ZoneInfo(zone)).astimezone(UTC):%Y%m%dT%H%M%SZ}"


# ----------------------------------------------------------------------------------------------------------- from text


def parse_rule(text: str, start: date, *, at: time | None = None, zone: str = "UTC") -> Rule | RuleFault:
    """Return the rule that an author wrote, or what is wrong with it.

    ``start`` is the first possible day. ``at`` and the IANA ``zone`` are the hour of the series; they decide which is
    the last day when UNTIL is a moment. Case and blanks around parts do not matter, nor does ``RRULE:`` before them.
    """
    try:
        return _rule(_parts(text), start, at, zone)
    except _Refused as refused:
        return refused.fault


class _Refused(Exception):
    """Carries the first fault out of the reading of a part; it never leaves this module."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.fault = RuleFault(code=code, values=tuple(sorted((name, str(value)) for name, value in values.items())))


def _rule(parts: Mapping[str, str], start: date, at: time | None, zone: str) -> Rule:
    frequency = _frequency(parts)
    if "UNTIL" in parts and "COUNT" in parts:
        raise _Refused("rrule-until-and-count")
    if parts.get("WKST", "MO") != "MO":
        raise _Refused("rrule-week-start", value=parts["WKST"])
    if frequency is Frequency.WEEKLY and "BYMONTHDAY" in parts:
        raise _Refused("rrule-month-day-weekly")
    if "BYSETPOS" in parts and not parts.keys() & {"BYMONTH", "BYMONTHDAY", "BYDAY"}:
        raise _Refused("rrule-position-alone")
    months = _numbers(parts, "BYMONTH", 12)
    until = _until(parts["UNTIL"], at, zone) if "UNTIL" in parts else None
    if until is not None and until < start:
        raise _Refused("rrule-until-before-start", start=start.isoformat(), until=until.isoformat())
    return Rule(
        frequency=frequency,
        start=start,
        interval=_number(parts["INTERVAL"], "INTERVAL", HIGHEST_INTERVAL) if "INTERVAL" in parts else 1,
        weekdays=_weekdays(parts, frequency, months),
        month_days=_numbers(parts, "BYMONTHDAY", 31, signed=True),
        months=months,
        positions=_numbers(parts, "BYSETPOS", 366, signed=True),
        until=until,
        count=_number(parts["COUNT"], "COUNT", HIGHEST_COUNT) if "COUNT" in parts else None,
    )


def _parts(text: str) -> dict[str, str]:
    upper = text.strip().upper()
    if "DTSTART" in upper or "EXDATE" in upper or "RDATE" in upper:
        raise _Refused("rrule-with-dates")
    parts: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in upper.removeprefix("RRULE:").split(";"))):
        name, equals, value = (one.strip() for one in part.partition("="))
        if not equals or not value:
            raise _Refused("rrule-unreadable", part=part)
        if name in _UNSUPPORTED:
            raise _Refused("rrule-part-unsupported", part=name)
        if name not in _PARTS:
            raise _Refused("rrule-part-unknown", part=name, known=", ".join(_PARTS))
        if name in parts:
            raise _Refused("rrule-part-twice", part=name)
        parts[name] = value
    return parts


def _frequency(parts: Mapping[str, str]) -> Frequency:
    if "FREQ" not in parts:
        raise _Refused("rrule-no-frequency", known=", ".join(Frequency))
    if parts["FREQ"] not in tuple(Frequency):
        known = ", ".join(Frequency)
        match parts["FREQ"]:
            case "HOURLY":
                raise _Refused("rrule-hourly", known=known)
            case "MINUTELY":
                raise _Refused("rrule-minutely", known=known)
            case "SECONDLY":
                raise _Refused("rrule-secondly", known=known)
            case other:
                raise _Refused("rrule-frequency", value=other, known=known)
    return Frequency(parts["FREQ"])


def _number(written: str, part: str, highest: int, *, signed: bool = False) -> int:
    number = int(written) if _NUMBER.fullmatch(written) else 0
    lowest = -highest if signed else 1
    if number == 0 or not lowest <= number <= highest:
        raise _Refused("rrule-number", part=part, value=written, lowest=lowest, highest=highest)
    return number


def _numbers(parts: Mapping[str, str], part: str, highest: int, *, signed: bool = False) -> tuple[int, ...]:
    return tuple(sorted({_number(one, part, highest, signed=signed) for one in _values(parts, part)}))


def _weekdays(parts: Mapping[str, str], frequency: Frequency, months: tuple[int, ...]) -> tuple[NthWeekday, ...]:
    """BYDAY; an n-th weekday is that of the month, or in a yearly rule without BYMONTH that of the year."""
    highest = 53 if frequency is Frequency.YEARLY and not months else 5
    found = set()
    for one in _values(parts, "BYDAY"):
        match = _WEEKDAY.fullmatch(one)
        if match is None:
            raise _Refused("rrule-weekday", value=one, known=", ".join(Weekday.__members__))
        if match[1] and frequency in {Frequency.DAILY, Frequency.WEEKLY}:
            raise _Refused("rrule-nth-weekday", value=one, frequency=frequency)
        nth = _number(match[1], "BYDAY", highest, signed=True) if match[1] else 0
        found.add(NthWeekday(nth=nth, weekday=Weekday[match[2]]))
    return tuple(sorted(found))


def _values(parts: Mapping[str, str], part: str) -> list[str]:
    values = [one.strip() for one in parts[part].split(",")] if part in parts else []
    if len(values) > LONGEST_LIST:
        raise _Refused("rrule-list-too-long", part=part, highest=LONGEST_LIST)
    return values


def _until(written: str, at: time | None, zone: str) -> date:
    """The last possible day: a moment before the hour of the series leaves that day out."""
    match = _UNTIL.fullmatch(written)
    try:
        moment = datetime.strptime(match[1] + (match[2] or "000000"), "%Y%m%d%H%M%S") if match else None  # noqa: DTZ007 -- wall-clock time
    except ValueError:
        moment = None
    if match is None or moment is None or moment.year not in YEARS:
        raise _Refused("rrule-until", value=written)
    if at is None or match[2] is None:
        return moment.date()
    if match[3]:
        moment = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return moment.date() if moment.time() >= at else moment.date() - ONE_DAY
