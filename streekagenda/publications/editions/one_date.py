"""The next date of an event, which one can put into one's own calendar by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.schedule import Single
from streekagenda.publications.editions.coming import over

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.urls import Addresses


def next_date(occurrences: Iterable[Occurrence], now: datetime) -> Occurrence | None:
    """Return the next date on which one can go there; today's counts until it is over."""
    return next((one for one in occurrences if one.takes_place and not over(one.moment, now)), None)


def has_one_date(event: Event) -> bool:
    """Whether the feed of an event is one date and nothing else."""
    return len(event.schedule.entries) == 1 and isinstance(event.schedule.entries[0], Single)


def file_of_date(addresses: Addresses, occurrence: Occurrence) -> str:
    """Return the path of the calendar file with one date: the feed of its event, where that holds nothing else."""
    event = occurrence.event
    if has_one_date(event):
        return addresses.event_feed(event.id)
    return addresses.event_date(event.id, occurrence.moment.first)
