"""``ical``, the reader of Home Assistant: strict, one wrong property and the feed is refused; with recurrences of its own."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from ical.calendar_stream import IcsCalendarStream
from ical.exceptions import CalendarParseError

from streekagenda.conformance.dates import Date, wall_clock
from streekagenda.conformance.judges.judge import Judge

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

_ONE_DAY = timedelta(days=1)


def _complaints(feeds: Sequence[bytes]) -> list[list[str]]:
    return [_of_feed(feed) for feed in feeds]


def _of_feed(feed: bytes) -> list[str]:
    try:
        held = len(IcsCalendarStream.calendar_from_ics(feed.decode()).events)
    except (CalendarParseError, ValueError) as error:
        return [str(error)]
    expected = feed.count(b"BEGIN:VEVENT\r\n")
    return [] if held == expected else [f"{held} of {expected} VEVENTs"]


def _dates(feeds: Sequence[bytes], first: date, last: date, zone: ZoneInfo) -> list[Date]:
    begin, end = (datetime.combine(day, time(), zone) for day in (first, last + _ONE_DAY))
    found = [
        Date(wall_clock(one.start, zone), wall_clock(one.end, zone), one.summary or "")
        for feed in feeds
        for one in IcsCalendarStream.calendar_from_ics(feed.decode()).timeline_tz(zone).overlapping(begin, end)
    ]
    return sorted(one for one in found if first <= one.begin.date() <= last)


JUDGE = Judge(name="ical (Home Assistant)", complaints=_complaints, dates=_dates)
