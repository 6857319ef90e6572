"""Fast selection: a timeline looked up by what it holds, instead of read from end to end for each selection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import fields
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from streekagenda.model.place import Place
from streekagenda.model.schedule import ONE_DAY
from streekagenda.model.selection import Selection
from streekagenda.recurrence.expansion import spliced, without
from streekagenda.recurrence.instances import last_touched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from streekagenda.model.calendar import Timeline
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence

KINDS = tuple(field.name for field in fields(Selection))
"""What a selection can choose by."""

Facet = tuple[str, str]
"""One of :data:`KINDS`, or ``event``, and an id."""


class Index:
    """The occurrences of a timeline by every area, topic, audience, organisation, place, campaign and event.

    It agrees with :meth:`streekagenda.model.selection.Selection.holds`. Make it once for a timeline. Of ``alike``, the index of
    a timeline that has much in common with this one, the lines are taken over in which nothing came or went.
    """

    def __init__(self, timeline: Timeline, alike: Index | None = None) -> None:
        self._timeline = timeline
        # one that nobody asked anything has no lines to take over
        self._alike: Index | None = alike if alike is None or "_lines" in vars(alike) else alike._alike
        self._facets: dict[tuple[int, int], frozenset[Facet]] = {}

    def select(
        self, selection: Selection, first: date | None = None, last: date | None = None
    ) -> tuple[Occurrence, ...]:
        """Return what a selection holds, in order of time: all of it, or what touches the days from first to last."""
        chosen = [(kind, value) for kind in KINDS if (value := getattr(selection, kind)) is not None]
        lines = [self._lines.get(facet, _NOTHING) for facet in chosen]
        shortest = min(lines or [self._everything], key=lambda line: len(line.occurrences))
        found = shortest.between(first, last)
        if len(chosen) > 1:
            found = [one for one in found if self._facets_of(one).issuperset(chosen)]
        return tuple(found)

    def of(self, event: Event) -> Sequence[Occurrence]:
        """Return all dates of an event, in order of time."""
        return self._lines.get(("event", event.id), _NOTHING).occurrences

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of one of :data:`KINDS` that anything happens for, in order; of areas also those above."""
        return tuple(sorted(value for found, value in self._lines if found == kind))

    @cached_property
    def _everything(self) -> _Line:
        return _Line(self._timeline.occurrences)

    @cached_property
    def _lines(self) -> dict[Facet, _Line]:
        alike, self._alike = self._alike, None
        if alike is None:
            return {facet: _Line(found) for facet, found in self._by_facet(self._timeline.occurrences).items()}
        gone = alike._by_facet(without(alike._timeline, self._timeline.calendar))
        new = self._by_facet(without(self._timeline, alike._timeline.calendar))
        lines = dict(alike._lines)
        for facet in gone.keys() | new.keys():
            before = lines.pop(facet, _NOTHING).occurrences
            if found := spliced(before, gone.get(facet, []), new.get(facet, [])):
                lines[facet] = _Line(found)
        return lines

    def _by_facet(self, occurrences: Iterable[Occurrence]) -> dict[Facet, list[Occurrence]]:
        found: defaultdict[Facet, list[Occurrence]] = defaultdict(list)
        into: dict[tuple[int, int], list[Callable[[Occurrence], None]]] = {}  # as in _facets_of
        for occurrence in occurrences:
            key = (id(occurrence.event), id(occurrence.place))
            if key not in into:
                into[key] = [found[facet].append for facet in self._facets_of(occurrence)]
            for append in into[key]:
                append(occurrence)
        return found

    def _facets_of(self, occurrence: Occurrence) -> frozenset[Facet]:
        """Everything that an occurrence can be chosen by: the same for all dates of an event at one place."""
        key = (id(occurrence.event), id(occurrence.place))
        known = self._facets.get(key)
        if known is None:
            known = self._facets[key] = frozenset(_facets(occurrence))
        return known


class _Line:
    """Occurrences in order of time."""

    __slots__ = ("_longest", "occurrences")

    def __init__(self, occurrences: Sequence[Occurrence]) -> None:
        self.occurrences = occurrences
        self._longest: timedelta | None = None

    def between(self, first: date | None, last: date | None) -> Sequence[Occurrence]:
        """Those that touch the days from ``first`` to ``last``."""
        line = self.occurrences
        end = bisect_right(line, last, key=_first_day) if last is not None else len(line)
        if first is None:
            return line[:end]
        begin = bisect_left(line, first, key=_first_day)
        earlier = line[bisect_left(line, first - self._reach(), key=_first_day) : min(begin, end)]
        return [*(one for one in earlier if last_touched(one.moment) >= first), *line[begin:end]]

    def _reach(self) -> timedelta:
        """How long the longest of them goes on after its first day, at most."""
        if self._longest is None:
            moments = (one.moment for one in self.occurrences)
            days = (one.last - one.first for one in moments if one.last is not one.first)
            self._longest = max(days, default=timedelta()) + ONE_DAY  # an evening may end after midnight
        return self._longest


def _first_day(occurrence: Occurrence) -> date:
    return occurrence.moment.first


_NOTHING = _Line(())


def _facets(occurrence: Occurrence) -> Iterator[Facet]:
    event, area, place = occurrence.event, occurrence.area, occurrence.place
    yield ("event", event.id)
    yield from (("area", area_id) for area_id in (area.line if area else ()))
    yield from (("topic", topic.id) for topic in event.topics)
    yield from (("audience", audience.id) for audience in event.audiences)
    yield from (("organisation", organiser.id) for organiser in event.organisers if organiser.id is not None)
    yield from (("campaign", campaign.id) for campaign in event.campaigns)
    if isinstance(place, Place) and place.id is not None:
        yield ("place", place.id)
