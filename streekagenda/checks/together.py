"""Which events are at one time: first those that may be by their weekdays and hours, then, of these alone, by their dates.

So a calendar of thousands of events is compared without expanding it: only the events of a pair that matters are.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from streekagenda.model.schedule import Frequency, Hours, Series

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.place import Online, Place
    from streekagenda.model.schedule import Entry, Rule

HOUR, DAY = 60, 24 * 60
"""Minutes."""
NEAR = HOUR
"""How far beginnings may lie apart of what may be the same activity, in minutes."""
MOST = 100
"""Events of one weekday in one place or neighbourhood, of which each is compared with each; of more nobody can judge."""


class Slot(NamedTuple):
    """Hours at which an event usually is somewhere, or once is; what goes on past midnight has one for each day."""

    weekday: int
    start: int
    """Minutes since midnight; below zero for what began the day before."""
    end: int
    """Minutes since midnight of the same day; the start itself where no end is known."""
    place: Place | Online | None


class Meeting(Struct, frozen=True, kw_only=True):
    """Two events at one time."""

    start: datetime
    """Of the later of the two, the first time that it happens."""
    times: int


def slots(event: Event, today: date) -> tuple[Slot, ...]:
    """Return the weekdays and hours of an event that may have something to come; whole days have none."""
    found = (slot for entry in event.schedule.entries for slot in _slots(event, entry, today))
    return tuple({(slot.weekday, slot.start, slot.end, id(slot.place)): slot for slot in found}.values())


def _slots(event: Event, entry: Entry, today: date) -> Iterator[Slot]:
    place = entry.details.place or event.place
    if not isinstance(entry, Series):
        if entry.moment.last >= today:
            yield from _at((entry.moment.first.weekday(),), entry.moment.hours, place)
        return
    if entry.rule.until is None or entry.rule.until >= today:
        yield from _at(_weekdays(entry.rule), entry.hours, place)
    for moment in entry.also:
        yield from _at((moment.first.weekday(),), moment.hours, place)
    for change in entry.changes:
        day = change.moved_to or change.on
        yield from _at((day.weekday(),), change.hours or entry.hours, change.details.place or place)


def _at(weekdays: Iterable[int], hours: Hours | None, place: Place | Online | None) -> Iterator[Slot]:
    if hours is not None:
        for later, start, end in _each_day(hours):
            yield from (Slot((weekday + later) % 7, start, end, place) for weekday in weekdays)


def _each_day(hours: Hours) -> Iterator[tuple[int, int, int]]:
    """Yield how many days later, and the minutes on that day: twice for what goes on past midnight."""
    start, end = _minutes(hours)
    yield 0, start, end
    if end > DAY:
        yield 1, start - DAY, end - DAY


def _minutes(hours: Hours) -> tuple[int, int]:
    start = hours.start.hour * HOUR + hours.start.minute
    if hours.end is None:
        return start, start
    end = hours.end.hour * HOUR + hours.end.minute
    return start, end if end > start else end + DAY


def _weekdays(rule: Rule) -> Iterable[int]:
    if rule.weekdays:
        return {one.weekday.value for one in rule.weekdays}
    return (rule.start.weekday(),) if rule.frequency is Frequency.WEEKLY else range(7)


def pairs(
    slots_of: Iterable[tuple[Event, Iterable[Slot]]],
    keys: Callable[[Event, Slot], Iterable[Hashable]],
    together: Callable[[int, int, int, int], bool],
    asked: Callable[[Event], bool],
) -> Iterator[tuple[Event, Event]]:
    """Yield the events that may be together with the same key, each pair once; one of the two is asked about."""
    blocks: defaultdict[tuple[Hashable, int], dict[tuple[str, int, int], Event]] = defaultdict(dict)
    for event, its_slots in slots_of:
        for slot in its_slots:
            for key in keys(event, slot):
                blocks[key, slot.weekday][event.id, slot.start, slot.end] = event
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        if not 1 < len(block) <= MOST or not any(asked(event) for event in block.values()):
            continue
        for ((_, *one), first), ((_, *other), second) in combinations(block.items(), 2):
            named = (first.id, second.id) if first.id < second.id else (second.id, first.id)
            if first is second or named in seen or not together(*one, *other) or not (asked(first) or asked(second)):
                continue
            seen.add(named)
            yield (first, second) if named[0] == first.id else (second, first)


def near(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two stretches of minutes overlap, or begin within the hour."""
    return abs(start - other_start) <= NEAR or (start < other_end and other_start < end)


def overlap(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two stretches of minutes have a minute in common; of unknown length, whether they begin together."""
    return start == other_start or (start < other_end and other_start < end)


def meeting(
    one: Sequence[Occurrence],
    other: Sequence[Occurrence],
    together: Callable[[int, int, int, int], bool],
    same: Callable[[Occurrence, Occurrence], bool],
) -> Meeting | None:
    """Return when two events are together, by their dates; ``None`` when they never are."""
    days: defaultdict[date, list[tuple[int, int, Occurrence]]] = defaultdict(list)
    for before in one:
        for day, start, end in _on_days(before):
            days[day].append((start, end, before))
    starts: set[datetime] = set()
    for occurrence in other:
        for day, start, end in _on_days(occurrence):
            for its_start, its_end, before in days.get(day, ()):
                if together(its_start, its_end, start, end) and same(before, occurrence):
                    starts.add(max(before.moment.start, occurrence.moment.start))
    return Meeting(start=min(starts), times=len(starts)) if starts else None


def _on_days(occurrence: Occurrence) -> Iterator[tuple[date, int, int]]:
    if occurrence.moment.hours and occurrence.takes_place:
        for later, start, end in _each_day(occurrence.moment.hours):
            yield occurrence.moment.first + timedelta(days=later), start, end
