"""What Outlook and Exchange refuse: not their program, but what their specification says that they can store.

Which rules they can is in ``formats/outlook.py``; this is about the changed dates of a series. Two dates of a series do not
begin on one day, and none lies past its neighbour or in its hours (MS-OXOCAL section 2.2.1.44). icalendar reads for it, and
dateutil reckons.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import icalendar

from streekagenda.conformance.judges.icalendar_dateutil import given_by_rule
from streekagenda.conformance.judges.judge import Judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ONE_DAY = timedelta(days=1)

_Span = tuple[datetime, datetime]


def _complaints(feeds: Sequence[bytes]) -> list[list[str]]:
    return [list(_of_feed(feed)) for feed in feeds]


def _of_feed(feed: bytes) -> Iterator[str]:
    if b"BEGIN:VEVENT\r\n" not in feed:
        return
    try:
        events: list[Any] = icalendar.Calendar.from_ical(feed).events
    except ValueError:
        return  # others say so
    changed: defaultdict[str, dict[datetime, _Span]] = defaultdict(dict)
    for event in events:
        if "RECURRENCE-ID" in event:
            changed[event["UID"]][_naive(event["RECURRENCE-ID"].dt)] = _span(event)
    for event in events:
        if "RRULE" in event:
            yield from _of_exclusions(event)
            if changed[event["UID"]]:
                yield from _of_series(event, changed[event["UID"]])


def _of_exclusions(event: Any) -> Iterator[str]:
    """An EXDATE that is no date of the rule is discarded (MS-OXCICAL section 2.1.3.1.1.20.13): what it meant is back."""
    excluded = set(event.exdates)
    if excluded:
        days = [_naive(one).date() for one in excluded]
        for one in sorted(
            excluded - set(given_by_rule(event, min(days), max(days), without_excluded=False)), key=_naive
        ):
            yield f"UID:{event['UID']} EXDATE:{_naive(one):%Y%m%dT%H%M%S}: no date of the series"


def _of_series(event: Any, changed: dict[datetime, _Span]) -> Iterator[str]:
    begin, end = _span(event)
    days = [moment.date() for planned, span in changed.items() for moment in (planned, *span)]
    given = [_naive(one) for one in given_by_rule(event, min(days) - _ONE_DAY, max(days) + _ONE_DAY)]
    dates = {one: changed.get(one, (one, one + (end - begin))) for one in given}
    for planned in changed.keys() - dates.keys():
        yield f"UID:{event['UID']} RECURRENCE-ID:{planned:%Y%m%dT%H%M%S}: no date of the series"
    in_order = [dates[planned] for planned in sorted(dates)]
    for earlier, later in pairwise(in_order):
        if earlier[0].date() >= later[0].date() or earlier[1] > later[0]:
            yield f"UID:{event['UID']}: {earlier[0]} – {earlier[1]} and {later[0]} cross"


def _span(event: Any) -> _Span:
    start = event["DTSTART"].dt
    end = event["DTEND"].dt if "DTEND" in event else start
    return _naive(start), _naive(end)


def _naive(moment: date) -> datetime:
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else datetime.combine(moment, time())


JUDGE = Judge(name="Outlook’s limits (MS-OXOCAL)", complaints=_complaints)
