"""recurring-ical-events: what programs in Python make of a series with changed dates; icalendar reads for it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import icalendar
import recurring_ical_events  # type: ignore[import-untyped]  # it has no types

from streekagenda.conformance.dates import Date, wall_clock
from streekagenda.conformance.judges.judge import Judge

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from zoneinfo import ZoneInfo

_ONE_DAY = timedelta(days=1)


def _dates(feeds: Sequence[bytes], first: date, last: date, zone: ZoneInfo) -> list[Date]:
    found = [
        Date(
            wall_clock(one["DTSTART"].dt, zone),
            wall_clock((one.get("DTEND") or one["DTSTART"]).dt, zone),
            str(one["SUMMARY"]),
        )
        for feed in feeds
        for one in recurring_ical_events.of(icalendar.Calendar.from_ical(feed)).between(first, last + _ONE_DAY)
    ]
    return sorted(one for one in found if first <= one.begin.date() <= last)


JUDGE = Judge(name="recurring-ical-events", dates=_dates)
