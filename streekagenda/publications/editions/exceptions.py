"""The days on which a series would be and is not: holidays, and what else its author left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.schedule import Series
from streekagenda.recurrence.days import days
from streekagenda.recurrence.planned import planned_days

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from streekagenda.model.event import Event


def exceptions(event: Event, first: date, last: date) -> Mapping[str, tuple[date, ...]]:
    """Return the days from ``first`` to ``last`` that the rules of an event give in vain, by the keys of its series."""
    found: dict[str, tuple[date, ...]] = {}
    for entry in event.schedule.entries:
        if isinstance(entry, Series) and entry.exclusions:
            planned = set(planned_days(entry, first, last))
            found[entry.key] = tuple(day for day in days(entry.rule, first, last) if day not in planned)
    return found
