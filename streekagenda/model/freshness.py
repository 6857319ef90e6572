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
    if confirmed is None or not _is_over(confirmed, months, today):
        return False
    return any(isinstance(entry, Series) for entry in event.schedule.entries)


def _is_over(confirmed: date, months: int, today: date) -> bool:
    left = (confirmed.year - today.year) * 12 + confirmed.month - today.month + months
    return left < 0 or (left == 0 and confirmed.day < today.day)
