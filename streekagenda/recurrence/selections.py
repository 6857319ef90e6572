"""Fast selection: a timeline looked up by what it holds, instead of read from end to end for each selection."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from streekagenda.model.occurrence import first_day
from streekagenda.model.schedule import ONE_DAY
from streekagenda.recurrence.asked import ALL, HELD, OF, Asked
from streekagenda.recurrence.expansion import Change, spliced
from streekagenda.recurrence.facets import KINDS, facets
from streekagenda.recurrence.places import first_of_each, longest_of, touching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date, timedelta

    from streekagenda.model.calendar import Timeline
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Circumstances, Occurrence
    from streekagenda.model.selection import Selection
    from streekagenda.recurrence.facets import Facet
    from streekagenda.recurrence.places import Standing


class Index:
    """The occurrences of a timeline by every area, topic, audience, organisation, place, campaign and event.

    It agrees with :meth:`streekagenda.model.selection.Selection.holds`. Make it once for a timeline.
    """

    def __init__(
        self,
        timeline: Timeline,
        lines: Mapping[Facet, _Line] | None = None,
        everything: _Line | None = None,
        standing: Standing | None = None,
    ) -> None:
        """Take a timeline, and what is known of it."""
        self._timeline = timeline
        self._everything = everything or _Line(timeline.occurrences, standing.longest if standing else None)
        self._known = lines
        self._standing = standing
        self._of_one: tuple[Facet, Mapping[Facet, _Line]] | None = None
        self._facets: dict[int, tuple[Circumstances, tuple[Facet, ...]]] = {}
        self._each: dict[Facet, Facet] = {}
        self.asked = Asked()
        """Who wants to know what it is asked listens here."""

    def changed(self, timeline: Timeline, change: Change) -> Index:
        """Return the index of a timeline that differs so from this one's; lines in which nothing came or went are taken over."""
        if self._known is None:  # nobody asked anything: there is nothing to take over
            return Index(timeline, standing=self._standing.changed(change) if self._standing else None)
        lines = dict(self._known)
        found = Index(timeline, lines, self._everything.changed(change, timeline.occurrences))
        gone, new = self._by_facet(change.gone), found._by_facet(change.new)
        for facet in gone.keys() | new.keys():
            of_facet = Change(gone=tuple(gone.get(facet, ())), new=tuple(new.get(facet, ())))
            line = lines.pop(facet, _NOTHING).changed(of_facet)
            if line.occurrences:
                lines[facet] = line
        return found

    def look_up(self) -> None:
        """Look up at once where everything is: processes that are forked later share it."""
        _ = self._lines

    def select(
        self, selection: Selection, first: date | None = None, last: date | None = None
    ) -> tuple[Occurrence, ...]:
        """Return what a selection holds, in order of time: all of it, or what touches the days from first to last."""
        self.asked.note((HELD, selection, first, last))
        chosen = frozenset((kind, value) for kind in KINDS if (value := getattr(selection, kind)) is not None)
        if not chosen:
            return tuple(self._everything.between(first, last))
        if self._standing and self._known is None:
            return tuple(self._standing.held(chosen, first, last))
        if len(chosen) == 1:
            return tuple(self._line(*chosen).between(first, last))
        if last is not None:  # of some days, which are looked through sooner than all that a facet holds is divided
            shortest = min(map(self._line, chosen), key=lambda one: len(one.occurrences))
            return tuple([one for one in shortest.between(first, last) if chosen.issubset(self.facets_of(one))])
        one, *others = sorted(chosen)
        line = self._divided(one).get(others[0], _NOTHING)
        found = line.between(first, last)
        return tuple([one for one in found if len(others) == 1 or chosen.issubset(self.facets_of(one))])

    def _divided(self, facet: Facet) -> Mapping[Facet, _Line]:
        """Return what holds a facet, by all that it holds beside it; kept for who asks for one pair after another."""
        if self._of_one is None or self._of_one[0] != facet:
            held = self._line(facet).occurrences
            self._of_one = facet, {other: _Line(found) for other, found in self._by_facet(held).items()}
        return self._of_one[1]

    def of(self, event: Event, since: date | None = None) -> Sequence[Occurrence]:
        """Return all dates of an event, in order of time; of those that lie behind a day any may be left out."""
        self.note(event)
        return self._of(event.id, since)

    def note(self, event: Event) -> None:
        """Note that what is made depends on the dates of an event, for who need not look at them."""
        self.asked.note((OF, event.id))

    def event(self, event_id: str) -> Event | None:
        """Return the event with an id, where it has any date."""
        dates = self._of(event_id)
        return dates[0].event if dates else None

    def nearest(self, day: date) -> Sequence[Occurrence]:
        """Return the first date that begins after a day of all those for which the same holds, in order of time."""
        self.asked.note(ALL)
        if self._standing:
            return self._standing.nearest(day)
        dates = self._timeline.occurrences
        return first_of_each(islice(dates, bisect_right(dates, day, key=first_day), None))

    def ids(self, kind: str) -> tuple[str, ...]:
        """Return the ids of one of :data:`KINDS` that anything happens for, in order; of areas also those above."""
        self.asked.note(ALL)
        return tuple(sorted(value for found, value in self._lines if found == kind))

    @property
    def _lines(self) -> Mapping[Facet, _Line]:
        if self._known is None:
            self._known = {facet: _Line(found) for facet, found in self._by_facet(self._timeline.occurrences).items()}
        return self._known

    def _line(self, facet: Facet) -> _Line:
        """Return the dates that a facet holds."""
        return self._lines.get(facet, _NOTHING)

    def _of(self, event_id: str, since: date | None = None) -> Sequence[Occurrence]:
        if self._standing and self._known is None:
            return self._standing.held([("event", event_id)], since)
        return self._line(("event", event_id)).occurrences

    def _by_facet(self, occurrences: Iterable[Occurrence]) -> dict[Facet, list[Occurrence]]:
        found: defaultdict[Facet, list[Occurrence]] = defaultdict(list)
        into: dict[int, list[Callable[[Occurrence], None]]] = {}  # as in facets_of
        for occurrence in occurrences:
            key = id(occurrence.circumstances)
            if key not in into:
                facets = (("event", occurrence.event.id), *self.facets_of(occurrence))
                into[key] = [found[facet].append for facet in facets]
            for append in into[key]:
                append(occurrence)
        return found

    def facets_of(self, occurrence: Occurrence) -> tuple[Facet, ...]:
        """Everything that an occurrence can be chosen by beside its event, in order: the same for all of which the same holds."""
        circumstances = occurrence.circumstances
        known = self._facets.get(id(circumstances))
        if known is None:
            # a set of ten takes five times as much, and each event has one of its own
            each = [self._each.setdefault(one, one) for one in sorted(facets(circumstances))]
            # held beside them: no others get its place in memory, also where the timeline does not hold them
            known = self._facets[id(circumstances)] = circumstances, tuple(each)
        return known[1]


class _Line:
    """Occurrences in order of time."""

    __slots__ = ("longest", "occurrences")

    def __init__(self, occurrences: Sequence[Occurrence], longest: timedelta | None = None) -> None:
        self.occurrences = occurrences
        self.longest = longest
        """How long any of them goes on after its first day, at most; ``None`` while nobody asked."""

    def between(self, first: date | None, last: date | None) -> Sequence[Occurrence]:
        """Those that touch the days from ``first`` to ``last``."""
        if first is not None and self.longest is None:  # asked for the first time
            self.longest = longest_of(self.occurrences)
        return touching(self.occurrences, first, last, self.longest or ONE_DAY)

    def changed(self, change: Change, occurrences: Sequence[Occurrence] | None = None) -> _Line:
        """Return the line after a change, in which stand the ``occurrences`` where these are known."""
        line = _Line(occurrences or spliced(self.occurrences, change))
        if self.longest is not None:
            line.longest = max(self.longest, longest_of(change.new))
        return line


_NOTHING = _Line(())
