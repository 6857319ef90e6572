"""What a reader can choose an occurrence by, as the words of ``data-is`` on its card.

``area:zandweerd`` (and those above it), ``topic:…``, ``audience:…``, ``organisation:…``, ``place:…``, ``campaign:…``,
``part:afternoon``, ``weekday:sunday``, ``facility:rolstoel``, ``language:ar``, ``free`` and ``walk-in``. Only what is said
is there: an activity without a stated price is not free, one without stated facilities has none.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from streekagenda.model.details import BookingState, Status
from streekagenda.model.place import Place
from streekagenda.model.schedule import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Moment

PARTS = {
    "morning": (time(5), time(12)),
    "afternoon": (time(12), time(17)),
    "evening": (time(17), time(5)),
}
"""The parts of a day, from and until; the evening lasts through the night."""
LONG_ENOUGH = timedelta(hours=1)
"""So much of something must lie in a part of the day in which it does not begin."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In the order of :meth:`datetime.date.weekday`."""


def facets(occurrence: Occurrence) -> Iterator[str]:
    """Yield all that an occurrence can be chosen by, but for its days of the week; see :func:`weekdays`."""
    event, place = occurrence.event, occurrence.place
    there = place if isinstance(place, Place) and occurrence.status is not Status.ONLINE else None
    yield from (f"area:{one}" for one in reversed(occurrence.area.line if occurrence.area else ()))
    yield from (f"topic:{one.id}" for one in event.topics)
    yield from (f"audience:{one.id}" for one in event.audiences)
    yield from (f"part:{one}" for one in parts(occurrence.moment))
    if occurrence.price is not None and occurrence.price.free:
        yield "free"
    if walk_in(occurrence):
        yield "walk-in"
    facilities = dict.fromkeys((*(there.facilities if there else ()), *event.facilities))
    yield from (f"facility:{one.id}" for one in facilities)
    yield from (f"language:{one}" for one in event.languages)
    if there is not None and there.id is not None:
        yield f"place:{there.id}"
    yield from (f"organisation:{one.id}" for one in event.organisers if one.id is not None)
    yield from (f"campaign:{one.id}" for one in event.campaigns)


def days_of_the_week(occurrence: Occurrence) -> Iterator[str]:
    """Yield the days of the week of an occurrence, as words of ``data-is``."""
    return (f"weekday:{one}" for one in weekdays(occurrence.moment.first, occurrence.moment.last))


def all_facets(occurrence: Occurrence) -> str:
    """Return all that an occurrence can be chosen by, as ``data-is`` says it."""
    return " ".join((*facets(occurrence), *days_of_the_week(occurrence)))


def walk_in(occurrence: Occurrence) -> bool:
    """Whether one can go without signing up."""
    booking = occurrence.booking
    return booking is None or (not booking.required and booking.state is BookingState.OPEN)


def parts(moment: Moment) -> tuple[str, ...]:
    """Return the parts of the day in which something begins or is on for an hour or more; whole days are in each."""
    if moment.all_day:
        return tuple(PARTS)
    return tuple(part for part in PARTS if _begins_in(part, moment) or _overlap(part, moment) >= LONG_ENOUGH)


def weekdays(first: date, last: date) -> tuple[str, ...]:
    """Return the days of the week from one day to another, Monday first."""
    found = {(first + timedelta(days=number)).weekday() for number in range(min((last - first).days + 1, 7))}
    return tuple(WEEKDAYS[one] for one in sorted(found))


def _begins_in(part: str, moment: Moment) -> bool:
    begin, end = PARTS[part]
    start = moment.start.time()
    return begin <= start < end if begin < end else start >= begin or start < end


def _overlap(part: str, moment: Moment) -> timedelta:
    """Return how long something lasts within a part of its day, or of the night before or after it."""
    begin, end = PARTS[part]
    found = timedelta()
    for day in (moment.first - ONE_DAY, moment.first, moment.first + ONE_DAY):
        opens = datetime.combine(day, begin)
        closes = datetime.combine(day if end > begin else day + ONE_DAY, end)
        found = max(found, min(moment.end, closes) - max(moment.start, opens))
    return found
