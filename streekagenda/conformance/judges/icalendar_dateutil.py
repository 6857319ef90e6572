"""icalendar, with which the RRULEs are written too, and dateutil, which reckons them without knowing it.

The end of a date lies as many *exact* seconds after its begin as DTEND after DTSTART (RFC 5545 section 3.8.2.2); the other
judges go by the clock on the wall, as most programs do.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import icalendar
from dateutil.rrule import rrulestr

from streekagenda.conformance.dates import Date, wall_clock
from streekagenda.conformance.judges.judge import Judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

_ONE_DAY = timedelta(days=1)


def _complaints(feeds: Sequence[bytes]) -> list[list[str]]:
    return [_of_feed(feed) for feed in feeds]


def _of_feed(feed: bytes) -> list[str]:
    try:
        calendar = icalendar.Calendar.from_ical(feed)
    except ValueError as error:
        return [str(error)]
    errors = [f"{name}: {error}" for component in calendar.walk() for name, error in component.errors]
    held, expected = len(calendar.events), feed.count(b"BEGIN:VEVENT\r\n")
    return errors if held == expected else [*errors, f"{held} of {expected} VEVENTs"]


def _dates(feeds: Sequence[bytes], first: date, last: date, zone: ZoneInfo) -> list[Date]:
    found: list[Date] = []
    for feed in feeds:
        events: list[Any] = icalendar.Calendar.from_ical(feed).events
        changed = {(event["UID"], event["RECURRENCE-ID"].dt) for event in events if "RECURRENCE-ID" in event}
        for event in events:
            title = str(event["SUMMARY"])
            for begin in _begins(event, changed, first, last):
                end = _instant(begin, zone) + _length(event, zone)
                found.append(Date(wall_clock(begin, zone), _as_begin(begin, end, zone), title))
    return sorted(one for one in found if first <= one.begin.date() <= last)


def _begins(event: Any, changed: set[tuple[str, date]], first: date, last: date) -> Iterator[date]:
    if "RRULE" not in event:
        yield event["DTSTART"].dt
        return
    for given in given_by_rule(event, first - _ONE_DAY, last + _ONE_DAY):
        if (event["UID"], given) not in changed:
            yield given


def given_by_rule(event: Any, first: date, last: date, *, without_excluded: bool = True) -> Iterator[date]:
    """Yield the begins that the RRULE of a VEVENT gives from a day to another but for its EXDATEs, as its DTSTART is."""
    start = event["DTSTART"].dt
    zoned = isinstance(start, datetime)
    earliest, latest = (
        datetime.combine(day, time(), start.tzinfo if zoned else None) for day in (first, last + _ONE_DAY)
    )
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start if zoned else datetime.combine(start, time()))
    excluded = set(event.exdates) if without_excluded else set()
    for moment in rule.between(earliest, latest, inc=True):
        given = moment if zoned else moment.date()
        if given not in excluded:
            yield given


def _length(event: Any, zone: ZoneInfo) -> timedelta:
    if "DURATION" in event:
        length: timedelta = event["DURATION"].dt
        return length
    start = event["DTSTART"].dt
    end = event["DTEND"].dt if "DTEND" in event else start
    return _instant(end, zone) - _instant(start, zone)


def _instant(moment: date, zone: ZoneInfo) -> datetime:
    """A moment in UTC; a whole day begins at midnight UTC, so that every day is as long."""
    if isinstance(moment, datetime):
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    return datetime.combine(moment, time(), UTC)


def _as_begin(begin: date, end: datetime, zone: ZoneInfo) -> datetime:
    return wall_clock(end, zone) if isinstance(begin, datetime) else end.replace(tzinfo=None)


JUDGE = Judge(name="icalendar, dateutil", complaints=_complaints, dates=_dates)
