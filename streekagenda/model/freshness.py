"""Whether anybody still stands behind a running activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.schedule import Series

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.model.event import Event

UNCONFIRMED_AFTER = 6
"""Months until its page says that nobody confirmed it."""
FADED_AFTER = 12
"""Months until it leaves the lists."""


def unconfirmed(event: Event, today: date) -> bool:
    """Whether nobody looked at a running activity for so long that its page should say so."""
    return _silent_for(event, UNCONFIRMED_AFTER, today)


def faded(event: Event, today: date) -> bool:
    """Whether nobody looked at a running activity for so long that lists leave it out."""
    return _silent_for(event, FADED_AFTER, today)


def _silent_for(event: Event, months: int, today: date) -> bool:
    """Where nobody knows when it was last looked at, nothing fades; and a single date passes by itself."""
    confirmed = event.history.confirmed
    if confirmed is None or not any(isinstance(entry, Series) for entry in event.schedule.entries):
        return False
    return _month_number(confirmed) + months < _month_number(today) or (
        _month_number(confirmed) + months == _month_number(today) and confirmed.day < today.day
    )


def _month_number(day: date) -> int:
    return day.year * 12 + day.month
