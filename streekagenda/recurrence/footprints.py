"""Where the dates of an event are found: by what they can be chosen, and on which days; and so which answers change with it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import date
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from streekagenda.recurrence.asked import HELD, OF
from streekagenda.recurrence.instances import last_touched
from streekagenda.recurrence.questions import as_text, row_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from streekagenda.model.event import Event
    from streekagenda.recurrence.asked import Question
    from streekagenda.recurrence.facets import Facet
    from streekagenda.recurrence.selections import Index

Dates = tuple[int | list[int], ...]
"""The days that dates touch: the first day (its ordinal), the steps to the first days of the following ones, and how long
each goes on where any does so. There are half a million dates in a large region, and as steps they take little memory."""
Footprint = tuple[tuple[tuple["Facet", ...], Dates], ...]
"""For dates that can be chosen by the same: by what, in order, and the days that they touch."""

_NEVER = date.max.toordinal()


def footprint(index: Index, event: Event) -> Footprint:
    """Return where the dates of an event are found."""
    found: defaultdict[tuple[Facet, ...], list[tuple[int, int]]] = defaultdict(list)
    into: dict[int, list[tuple[int, int]]] = {}
    for one in index.of(event):
        key = id(one.circumstances)
        if key not in into:
            into[key] = found[index.facets_of(one)]
        into[key].append((one.moment.first.toordinal(), last_touched(one.moment).toordinal()))
    return tuple((facets, _dates(days)) for facets, days in found.items())


def _dates(days: Sequence[tuple[int, int]]) -> Dates:
    begins = [first for first, _ in days]
    steps = [other - one for one, other in pairwise(begins)]
    lengths = [last - first for first, last in days]
    return (begins[0], steps, lengths) if any(lengths) else (begins[0], steps)


def _days(first: int, steps: list[int], lengths: list[int] | None = None) -> Iterator[int]:
    """Yield the days that dates touch."""
    begins = accumulate(steps, initial=first)
    if lengths is None:
        return begins
    return (day for begin, length in zip(begins, lengths, strict=True) for day in range(begin, begin + length + 1))


class Touched:
    """Which questions may have another answer when some events are other ones than before."""

    def __init__(self, events: Collection[str], footprints: Iterable[Footprint]) -> None:
        """Take the ids of the events that went, came or changed, and where they are and were found."""
        self.events = events
        self._dates = [
            (frozenset(as_text(facets).splitlines()), frozenset(_days(*dates)))  # type: ignore[arg-type]
            for one in footprints
            for facets, dates in one
        ]
        self._facets = frozenset[str]().union(*(facets for facets, _ in self._dates))
        self._held: dict[str, list[int]] = {}

    def __contains__(self, question: Question) -> bool:
        """Whether an answer may be another one."""
        row = row_of(question, lambda _: 0)
        return row[1] in self.events if row[0] == OF else row[0] != HELD or self.holds(*row[1:])

    def holds(self, chosen: str, first: int | None, last: int | None) -> bool:
        """Whether a selection may hold others from one day to another, all as a row of a question says them."""
        days = self._days(chosen)
        at = bisect_left(days, first or 0)
        return at < len(days) and days[at] <= (last or _NEVER)

    def among(self, each: Iterable[str]) -> Iterator[str]:
        """Yield what dates are chosen by of which any may be another one."""
        return (one for one in each if self._facets.issuperset(one.splitlines()) and self._days(one))

    def _days(self, chosen: str) -> list[int]:
        """Return the days, in order, on which a selection may hold others."""
        days = self._held.get(chosen)
        if days is None:
            facets = chosen.splitlines()
            found = (days for held, days in self._dates if held.issuperset(facets))
            days = self._held[chosen] = sorted(set[int]().union(*found))
        return days
