"""The dates of a schedule on which one would stand before a closed door: off, or moved to another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.schedule import Series, Single
from streekagenda.recurrence.instances import instances
from streekagenda.rendering.remaining import OFF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from streekagenda.model.schedule import Entry, Moment


class ClosedDoor(Struct, frozen=True, kw_only=True):
    """A moment at which it was planned, and does not take place."""

    planned: Moment
    moved_to: date | None = None
    """The day on which it takes place instead; ``None`` where it is off."""
    alone: bool
    """Whether nothing else takes place on its day, so that naming the day is enough."""


def closed_doors(entries: Sequence[Entry], today: date) -> tuple[ClosedDoor, ...]:
    """Return those from today on that come before the first date on which one can go there.

    What is off as a whole, a series or all of several dates, is not among them.
    """
    looked_at = [entry for entry in entries if entry.details.status not in OFF or _is_one_of_several(entry, entries)]
    last = max((day for entry in looked_at for day in _days_to_look_at(entry)), default=None)
    if last is None or last < today:
        return ()
    dates = sorted((one for entry in looked_at for one in _dates(entry, today, last)), key=lambda one: one[0].start)
    open_days = {moment.first for moment, closed, _ in dates if not closed}
    found = []
    for planned, closed, moved_to in dates:
        if not closed:
            break
        found.append(ClosedDoor(planned=planned, moved_to=moved_to, alone=planned.first not in open_days))
    return tuple(dict.fromkeys(found))


def _is_one_of_several(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether an entry is one of several dates, some of which do take place."""
    return isinstance(entry, Single) and any(
        isinstance(other, Single) and other.details.status not in OFF for other in entries
    )


def _days_to_look_at(entry: Entry) -> Iterator[date]:
    if isinstance(entry, Series):
        for change in entry.changes:
            if change.details.status in OFF or change.moved_to:
                yield max(change.on, change.moved_to or change.on)
    elif entry.details.status in OFF:
        yield entry.moment.first


def _dates(entry: Entry, today: date, last: date) -> Iterator[tuple[Moment, bool, date | None]]:
    """Yield each moment from today to ``last``, whether its door is closed, and the day that it moved to."""
    for one in instances(entry, today, last):
        status = one.change.details.status if one.change else None
        off = (status or entry.details.status) in OFF
        stood = {one.planned: None, one.moment: None} if off else {one.planned: one.moment.first} if one.left else {}
        yield from ((moment, True, moved_to) for moment, moved_to in stood.items() if moment.first >= today)
        if not off and one.moment.last >= today:
            yield one.moment, False, None
