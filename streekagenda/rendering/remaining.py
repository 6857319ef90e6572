"""Which entries of a schedule are still worth saying: those that do not lie behind, and those that take place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.details import Status
from streekagenda.model.schedule import Series, Single

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.model.schedule import Entry, Schedule

OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
"""Who comes then stands before a closed door."""


def still_to_come(schedule: Schedule, today: date | None) -> list[Entry]:
    """Return the entries that do not lie behind; without a day all of them."""
    return [entry for entry in schedule.entries if today is None or _last_day(entry, today) >= today]


def taking_place(schedule: Schedule, today: date | None) -> list[Entry]:
    """Return what is still to come and not off; where that leaves nothing, what there is."""
    entries = still_to_come(schedule, today) or list(schedule.entries)
    return [entry for entry in entries if entry.details.status not in OFF] or entries


def repeats(schedule: Schedule, today: date | None) -> bool:
    """Whether more than one date is still to come."""
    entries = taking_place(schedule, today)
    return len(entries) > 1 or any(isinstance(entry, Series) for entry in entries)


def _last_day(entry: Entry, today: date) -> date:
    if isinstance(entry, Single):
        return entry.moment.last
    days = [entry.rule.until or today, *(moment.last for moment in entry.also)]
    return max(days + [change.moved_to for change in entry.changes if change.moved_to])
