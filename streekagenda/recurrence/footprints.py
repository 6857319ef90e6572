"""Where the dates of an event are found: by what they can be chosen, and on which days; and so which answers change with it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from streekagenda.recurrence.asked import HELD, OF
from streekagenda.recurrence.instances import last_touched
from streekagenda.recurrence.selections import KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from streekagenda.model.event import Event
    from streekagenda.model.selection import Selection
    from streekagenda.recurrence.asked import Question
    from streekagenda.recurrence.selections import Facet, Index

Footprint = tuple[tuple[frozenset["Facet"], tuple[tuple[int, int], ...]], ...]
"""For dates that can be chosen by the same: by what, and the first and last day (ordinals) that each of them touches."""


def footprint(index: Index, event: Event) -> Footprint:
    """Return where the dates of an event are found."""
    found: defaultdict[frozenset[Facet], list[tuple[int, int]]] = defaultdict(list)
    for one in index.of(event):
        chosen = index.facets_of(one) - {("event", event.id)}
        found[chosen].append((one.moment.first.toordinal(), last_touched(one.moment).toordinal()))
    return tuple((facets, tuple(days)) for facets, days in found.items())


class Touched:
    """Which questions may have another answer when some events are other ones than before."""

    def __init__(self, events: Collection[str], footprints: Iterable[Footprint]) -> None:
        """Take the ids of the events that went, came or changed, and where they are and were found."""
        self._events = events
        self._dates = [dates for one in footprints for dates in one]

    def __contains__(self, question: Question) -> bool:
        """Whether an answer may be another one."""
        kind, *given = question
        if kind == OF:
            return given[0] in self._events
        if kind == HELD:
            selection, first, last = cast("tuple[Selection, date | None, date | None]", given)
            return self._among(selection, first, last)
        return True

    def _among(self, selection: Selection, first: date | None, last: date | None) -> bool:
        chosen = {(kind, value) for kind in KINDS if (value := getattr(selection, kind)) is not None}
        begin, end = first.toordinal() if first else 0, last.toordinal() if last else 10_000_000
        return any(
            facets.issuperset(chosen) and any(one <= end and begin <= other for one, other in days)
            for facets, days in self._dates
        )
