"""What a reader can choose an occurrence by, as the words of ``data-is`` on its card.

``area:zandweerd`` (and those above it), ``topic:…``, ``audience:…``, ``part:afternoon``, ``weekday:sunday``,
``facility:rolstoel``, ``language:ar``, ``free`` and ``walk-in``: what the filter of a list and the address of an embed can
ask for. Only what is said is there: an activity without a stated price is not free, one without stated facilities has none.
"""

from __future__ import annotations

from datetime import time, timedelta
from functools import cache
from sys import intern
from typing import TYPE_CHECKING

from streekagenda.model.details import BookingState, Status
from streekagenda.model.place import Place
from streekagenda.publications.editions.once import once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Hours
    from streekagenda.publications.site import Site

PARTS = {
    "morning": (time(5), time(12)),
    "afternoon": (time(12), time(17)),
    "evening": (time(17), time(5)),
}
"""The parts of a day, from and until; the evening lasts through the night."""
DAY = 24 * 60
"""In minutes."""
LONG_ENOUGH = 60
"""So many minutes of something must lie in a part of the day in which it does not begin."""
AT_HAND = 4_000
"""So many dates keep what is said of them: those of the days that are being worked on."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In the order of :meth:`datetime.date.weekday`."""


def facets(occurrence: Occurrence) -> Iterator[str]:
    """Yield all that an occurrence can be chosen by, but for its days of the week; see :func:`weekdays`."""
    event = occurrence.event
    yield from (f"area:{one}" for one in reversed(occurrence.area.line if occurrence.area else ()))
    yield from (f"topic:{one.id}" for one in event.topics)
    yield from (f"audience:{one.id}" for one in event.audiences)
    yield from (f"part:{one}" for one in parts(occurrence.moment.hours))
    if occurrence.price is not None and occurrence.price.free:
        yield "free"
    if walk_in(occurrence):
        yield "walk-in"
    yield from (f"facility:{one}" for one in facilities(occurrence))
    yield from (f"language:{one}" for one in event.languages)


def facilities(occurrence: Occurrence) -> dict[str, None]:
    """Return the ids of the facilities that one finds there, in order."""
    place = occurrence.place
    there = place if isinstance(place, Place) and occurrence.status is not Status.ONLINE else None
    return dict.fromkeys([one.id for one in (*(there.facilities if there else ()), *occurrence.event.facilities)])


class Facets:
    """What occurrences can be chosen by; of all dates of an event that are alike it is found once."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], tuple[str, ...]] = {}
        # by identity: the dates are those of the timeline, which stays
        self._at_hand: dict[int, tuple[str, ...]] = {}

    def of(self, occurrence: Occurrence) -> tuple[str, ...]:
        """Return all that an occurrence can be chosen by, but for its days of the week."""
        key = (id(occurrence.circumstances), id(occurrence.moment.hours))  # both stay as long as the timeline does
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = tuple(map(intern, facets(occurrence)))
        return found

    def all_of(self, occurrence: Occurrence) -> tuple[str, ...]:
        """Return all that an occurrence can be chosen by."""
        found = self._at_hand.get(id(occurrence))
        if found is None:
            if len(self._at_hand) >= AT_HAND:
                self._at_hand.clear()
            days = days_of_the_week(occurrence.moment.first, occurrence.moment.last)
            found = self._at_hand[id(occurrence)] = self.of(occurrence) + days
        return found

    def as_attribute(self, occurrence: Occurrence) -> str:
        """Return all that an occurrence can be chosen by, as ``data-is`` says it."""
        return " ".join(self.all_of(occurrence))


@once
def facets_of(site: Site) -> Facets:
    """Return what remembers the facets of the occurrences of a site."""
    del site
    return Facets()


def days_of_the_week(first: date, last: date) -> tuple[str, ...]:
    """Return the days of the week from one day to another, as words of ``data-is``."""
    return _days_of_the_week(weekdays(first, last))


@cache
def _days_of_the_week(days: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"weekday:{one}" for one in days)


def walk_in(occurrence: Occurrence) -> bool:
    """Whether one can go without signing up."""
    booking = occurrence.booking
    return booking is None or (not booking.required and booking.state is BookingState.OPEN)


def parts(hours: Hours | None) -> tuple[str, ...]:
    """Return the parts of the day in which something begins or is on for an hour or more; whole days are in each."""
    return tuple(PARTS) if hours is None else _parts(hours)


def weekdays(first: date, last: date) -> tuple[str, ...]:
    """Return the days of the week from one day to another, Monday first."""
    if first == last:
        return (WEEKDAYS[first.weekday()],)
    found = {(first + timedelta(days=number)).weekday() for number in range(min((last - first).days + 1, 7))}
    return tuple(WEEKDAYS[one] for one in sorted(found))


@cache
def _parts(hours: Hours) -> tuple[str, ...]:
    begins = _minutes(hours.start)
    ends = begins if hours.end is None else _minutes(hours.end)
    if hours.end is not None and ends <= begins:
        ends += DAY
    return tuple(part for part in PARTS if _is_in(part, begins, ends))


def _is_in(part: str, begins: int, ends: int) -> bool:
    """Whether what lasts from one minute of a day to another lies in a part of it, or of the night before or after."""
    opens, closes = map(_minutes, PARTS[part])
    if closes <= opens:
        closes += DAY
    stretches = [(opens + shift, closes + shift) for shift in (-DAY, 0, DAY)]
    return any(start <= begins < end or min(ends, end) - max(begins, start) >= LONG_ENOUGH for start, end in stretches)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
