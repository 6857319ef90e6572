"""What is on in the afternoon: in weekends the hours that are long for who lives alone."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streekagenda.model.occurrence import Occurrence

NOON, ONE, FIVE = time(12), time(13), time(17)


def in_the_afternoon(occurrence: Occurrence) -> bool:
    """Whether something is on, for an hour or more, between noon and five o'clock; whole days are."""
    hours = occurrence.moment.hours
    if hours is None:
        return True
    if hours.start < NOON:
        return hours.end is not None and (hours.end <= hours.start or hours.end >= ONE)
    return hours.start < FIVE
