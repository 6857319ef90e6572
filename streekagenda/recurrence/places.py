"""Where in a line of dates those stand that a thing holds, as it is kept between builds: half a million are not looked through for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import timedelta
from functools import cache, cached_property
from itertools import accumulate, chain, pairwise
from operator import sub
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.occurrence import first_day
from streekagenda.model.schedule import ONE_DAY
from streekagenda.recurrence.columns import numbers, packed
from streekagenda.recurrence.expansion import Change, spliced
from streekagenda.recurrence.facets import facets
from streekagenda.recurrence.instances import last_touched

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.recurrence.columns import Columns
    from streekagenda.recurrence.facets import Facet


class Places(Struct, frozen=True, kw_only=True):
    """Where dates stand in a line, in sets of those that share their circumstances; numbers as in columns."""

    dates: bytes
    """The places of the dates of each set, in order."""
    ends: bytes
    """Where each set ends in these."""
    days: bytes
    """How many days any date of each set goes on after its first one, at most."""
    held: Mapping[str, Mapping[str, bytes]]
    """The numbers of the sets that a thing holds, by its kind and its id."""


def places_of(columns: Columns) -> Places:
    """Return where the dates stand that are in columns."""
    lengths = map(sub, numbers(columns.lasts), numbers(columns.firsts))
    long = {moment: days for moment, days in enumerate(lengths) if days}
    sets, days = [list[int]() for _ in columns.circumstances], [0] * len(columns.circumstances)
    for place, (number, moment) in enumerate(zip(numbers(columns.holding), numbers(columns.moments), strict=True)):
        sets[number].append(place)
        if moment in long:
            days[number] = max(days[number], long[moment])
    held: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, one in enumerate(columns.circumstances):
        for kind, value in (("event", one.event.id), *facets(one)):
            held[kind][value].append(number)
    return Places(
        dates=packed(chain.from_iterable(sets)),
        ends=packed(accumulate(map(len, sets))),
        days=packed(days),
        held={kind: {value: packed(found) for value, found in of_kind.items()} for kind, of_kind in held.items()},
    )


class Standing:
    """The dates of a line by what holds them; of what changed in it since, those of now."""

    def __init__(
        self,
        places: Places,
        line: Sequence[Occurrence],
        gone: Collection[int] = frozenset(),
        new: Sequence[Occurrence] = (),
    ) -> None:
        """Take where dates stand in a line, the numbers of the sets that are gone, and what is new, in order of time."""
        self._places, self._line, self._gone, self._new = places, line, gone, new
        self._dates, self._ends, self._days = map(numbers, (places.dates, places.ends, places.days))
        each = {id(one.circumstances): one.circumstances for one in new}
        self._new_facets = {key: {("event", one.event.id), *facets(one)} for key, one in each.items()}

    @cached_property
    def longest(self) -> timedelta:
        """As :func:`longest_of` all of them, at most."""
        return max(_longest(self._days), longest_of(self._new))

    def held(
        self, chosen: Collection[Facet], first: date | None = None, last: date | None = None
    ) -> Sequence[Occurrence]:
        """Return the dates that each of some facets holds: all of them, or what touches the days from first to last."""
        one, *others = map(self._sets, chosen)
        sets = set(one).intersection(*others).difference(self._gone)
        found = [self._line[place] for place in sorted(self._within(sets, first, last))]
        new_sets = {key for key, each in self._new_facets.items() if each.issuperset(chosen)}
        if new_sets:
            new = tuple([one for one in self._new if id(one.circumstances) in new_sets])
            found = spliced(found, Change(gone=(), new=new)) if found else [*new]
        return touching(found, first, last, self.longest)

    def nearest(self, day: date) -> list[Occurrence]:
        """Return the first date that begins after a day of all those for which the same holds, in order of time."""
        dates, gone, after = self._dates, self._gone, bisect_right(self._line, day, key=first_day)
        places = [
            dates[bisect_left(dates, after, begin, end)]
            for number, (begin, end) in enumerate(pairwise((0, *self._ends)))
            if dates[end - 1] >= after and number not in gone
        ]
        found = [self._line[place] for place in sorted(places)]
        new = first_of_each(one for one in self._new if one.moment.first > day)
        return spliced(found, Change(gone=(), new=tuple(new)))

    def changed(self, change: Change) -> Standing:
        """Return the same of a line that differs so from this one."""
        events = {one.event.id for one in change.gone}
        gone = chain(self._gone, *(self._sets(("event", event)) for event in events))
        left = [one for one in self._new if one.event.id not in events]
        new = spliced(left, Change(gone=(), new=change.new))
        return Standing(self._places, self._line, frozenset(gone), new)

    def _sets(self, facet: Facet) -> Sequence[int]:
        kind, value = facet
        return numbers(self._places.held.get(kind, {}).get(value, b""))

    def _within(self, sets: Iterable[int], first: date | None, last: date | None) -> Iterator[int]:
        """Yield the places of the dates of sets; where days are given, of those that touch them, and a few others."""
        dates, ends, line = self._dates, self._ends, self._line
        after = len(line) if last is None else bisect_right(line, last, key=first_day)

        @cache
        def begins(days: int) -> int:
            return 0 if first is None else bisect_left(line, first - _longest((days,)), key=first_day)

        for number in sets:
            begin, end = ends[number - 1] if number else 0, ends[number]
            begin = bisect_left(dates, begins(self._days[number]), begin, end)
            yield from dates[begin : bisect_left(dates, after, begin, end)]


def touching(
    dates: Sequence[Occurrence], first: date | None, last: date | None, longest: timedelta
) -> Sequence[Occurrence]:
    """Return those of dates in order of time that touch the days from ``first`` to ``last``; none goes on for longer."""
    end = bisect_right(dates, last, key=first_day) if last is not None else len(dates)
    if first is None:
        return dates[:end]
    begin = bisect_left(dates, first, key=first_day)
    earlier = dates[bisect_left(dates, first - longest, key=first_day) : min(begin, end)]
    return [*(one for one in earlier if last_touched(one.moment) >= first), *dates[begin:end]]


def first_of_each(dates: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the first of all dates for which the same holds."""
    found: dict[int, Occurrence] = {}
    for one in dates:
        found.setdefault(id(one.circumstances), one)
    return list(found.values())


def longest_of(dates: Iterable[Occurrence]) -> timedelta:
    """Return how long any of these goes on after its first day, at most: an evening may end after midnight."""
    moments = [moment for one in dates if (moment := one.moment).last is not moment.first]
    return _longest((moment.last - moment.first).days for moment in moments)


def _longest(days: Iterable[int]) -> timedelta:
    return timedelta(days=max(days, default=0)) + ONE_DAY
