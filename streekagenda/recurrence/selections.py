"""Fast selection: a timeline looked up by what it holds, instead of read from end to end for each selection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import fields
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from streekagenda.model.place import Place
from streekagenda.model.selection import Selection
from streekagenda.recurrence.instances import last_touched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.model.calendar import Timeline
    from streekagenda.model.occurrence import Occurrence

KINDS = tuple(field.name for field in fields(Selection))
"""What a selection can choose by."""


class Index:
    """The occurrences of a timeline by every area, topic, audience, organisation, place and campaign.

    It agrees with :meth:`streekagenda.model.selection.Selection.holds`. Make it once for a timeline.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._occurrences = timeline.occurrences
        self._first = [occurrence.moment.first for occurrence in timeline.occurrences]
        self._last = [last_touched(occurrence.moment) for occurrence in timeline.occurrences]
        self._everything = _Line(range(len(timeline.occurrences)), self._first, self._last)
        places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for position, occurrence in enumerate(timeline.occurrences):
            for facet in _facets(occurrence):
                places[facet].append(position)
        self._lines = {facet: _Line(found, self._first, self._last) for facet, found in places.items()}
        self._empty = _Line((), self._first, self._last)

    def select(
        self, selection: Selection, first: date | None = None, last: date | None = None
    ) -> tuple[Occurrence, ...]:
        """Return what a selection holds, in order of time: all of it, or what touches the days from first to last."""
        chosen = ((kind, getattr(selection, kind)) for kind in KINDS)
        lines = [self._lines.get((kind, value), self._empty) for kind, value in chosen if value is not None]
        shortest, *others = sorted(lines or [self._everything], key=lambda line: len(line.positions))
        found = shortest.between(first, last)
        if first is not None:
            found = [position for position in found if self._last[position] >= first]
        for line in others:
            found = [position for position in found if position in line.holds]
        return tuple([self._occurrences[position] for position in found])

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of one of :data:`KINDS` that anything happens for, in order; of areas also those above."""
        return tuple(sorted(value for found, value in self._lines if found == kind))


class _Line:
    """Positions in order of their first day, and how far in time everything up to each of them reaches."""

    __slots__ = ("_first", "_reach", "holds", "positions")

    def __init__(self, positions: Sequence[int], first: Sequence[date], last: Sequence[date]) -> None:
        self.positions = positions
        self.holds = positions if isinstance(positions, range) else frozenset(positions)
        self._first = [first[position] for position in positions]
        self._reach = list(accumulate((last[position] for position in positions), max))

    def between(self, first: date | None, last: date | None) -> Sequence[int]:
        """The positions that may touch the days from ``first`` to ``last``, without those that surely do not."""
        begin = bisect_left(self._reach, first) if first is not None else 0
        end = bisect_right(self._first, last) if last is not None else len(self.positions)
        return self.positions[begin:end]


def _facets(occurrence: Occurrence) -> Iterator[tuple[str, str]]:
    """Everything that an occurrence can be chosen by; each once."""
    event, area, place = occurrence.event, occurrence.area, occurrence.place
    yield from {("area", area_id) for area_id in (area.line if area else ())}
    yield from {("topic", topic.id) for topic in event.topics}
    yield from {("audience", audience.id) for audience in event.audiences}
    yield from {("organisation", organiser.id) for organiser in event.organisers if organiser.id is not None}
    yield from {("campaign", campaign.id) for campaign in event.campaigns}
    if isinstance(place, Place) and place.id is not None:
        yield ("place", place.id)
