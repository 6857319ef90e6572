"""What became of activities lately, for who comes to them: new, moved, called off, full; each on the day on which it came.

What an event was at the start of some days is laid beside what it is now, so that what was undone in between is not told.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.details import BookingState, Status
from streekagenda.model.freshness import faded
from streekagenda.model.place import Place
from streekagenda.recurrence.differences import DateKind, date_kind, dates_by_name, place_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Moment
    from streekagenda.recurrence.differences import DateName, Days


class TurnKind(StrEnum):
    """What became of an activity or of its dates, what somebody must know first at the top."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    """The activity is no longer there, without a word why."""
    GONE = "gone"
    """Dates are no longer there, without a word why."""
    RESCHEDULED = "rescheduled"
    """Some dates are no longer there, and others came."""
    MOVED = "moved"
    """To another day or other hours."""
    ELSEWHERE = "elsewhere"
    ADDRESS = "address"
    """At the same place, of which another address is said."""
    ONLINE = "online"
    FULL = "full"
    ON_AGAIN = "on-again"
    ROOM = "room"
    """It was full, and no longer is."""
    ADDED = "added"
    NEW = "new"


class State(Struct, frozen=True, kw_only=True):
    """An event as it was at the end of a day, and from when on."""

    since: datetime | None
    """In UTC; ``None`` for what it was at the start."""
    day: date | None
    """The day of ``since`` in the region."""
    event: Event | None
    """``None`` where it was not there."""


class TurnedDate(Struct, frozen=True, kw_only=True):
    """One date as it was and as it is; one of the two may be missing."""

    before: Occurrence | None
    after: Occurrence | None

    @property
    def moments(self) -> tuple[Moment, ...]:
        """When it was and when it is."""
        return tuple(one.moment for one in (self.before, self.after) if one is not None)


class Turn(Struct, frozen=True, kw_only=True):
    """What became of one event on one day."""

    kind: TurnKind
    since: datetime
    """When it came into the content last, in UTC."""
    day: date
    """The day of that in the region."""
    event: Event
    """As it is; of one that was withdrawn as it was."""
    former: Event | None = None
    """As it was at the start; ``None`` where it was not there."""
    dates: tuple[TurnedDate, ...]
    """That touch the day of the build or come after it, in order of time; never empty."""


class Known(StrEnum):
    """How far back it is known what became of things."""

    ALL = "all"
    YOUNG = "young"
    """The calendar itself is not that old."""
    PART = "part"
    """What is older was not copied to where the site is built."""
    NOTHING = "nothing"


class Recent(Struct, frozen=True, kw_only=True):
    """What became of a calendar lately."""

    known: Known = Known.NOTHING
    since: date | None = None
    """The first day of which it is known; of a young calendar the day on which it began."""
    turns: tuple[Turn, ...] = ()
    """The newest day first; on a day what somebody must know first."""


def in_order(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Return turns with the newest day first, and on a day with the gravest first and then the nearest."""
    rank = {kind: number for number, kind in enumerate(TurnKind)}
    return tuple(
        sorted(turns, key=lambda one: (-one.day.toordinal(), rank[one.kind], _first(one.dates[0]), one.event.id))
    )


def turns_of(states: Sequence[State], days: Days) -> Iterator[Turn]:
    """Yield what became of one event, from its states in order of time: what it was at the start, and what it is last."""
    states = [replace(one, event=None) if one.event is not None and one.event.draft else one for one in states]
    last = states[-1].event
    # what came and went in between was never away, and what went and came again was never new
    came = len(states)
    while came and (states[came - 1].event is None) == (last is None):
        came -= 1
    if last is None:
        if came and states[0].event is not None:
            yield from _withdrawn(states[came - 1].event, states[came], days)
        return
    base = 0 if states[0].event is not None else came
    if base:
        yield from _new(last, states[base], days)
    yield from _changed(states[base:], last, days)


def _withdrawn(event: Event | None, state: State, days: Days) -> Iterator[Turn]:
    lost = [one for one in dates_by_name(event, days).values() if one.takes_place]
    if event is not None and lost:
        dates = (TurnedDate(before=one, after=None) for one in lost)
        yield _turn(TurnKind.WITHDRAWN, state, event, event, dates)


def _new(event: Event, state: State, days: Days) -> Iterator[Turn]:
    coming = [one for one in dates_by_name(event, days).values() if one.takes_place]
    if coming and not faded(event, days.now.date()):
        yield _turn(TurnKind.NEW, state, event, None, (TurnedDate(before=None, after=one) for one in coming))


def _changed(states: Sequence[State], event: Event, days: Days) -> Iterator[Turn]:
    if len(states) < 2:
        return
    dates = [dates_by_name(one.event, days) for one in states]
    found: defaultdict[tuple[int, TurnKind], list[TurnedDate]] = defaultdict(list)
    for names in _same_dates(dates[0], dates[-1]):
        line = [next((known[name] for name in names if name in known), None) for known in dates]
        for aspect in (_when, _where, _room):
            kind = aspect(line[0], line[-1])
            if kind is not None:
                found[_last_step(line, aspect), kind].append(TurnedDate(before=line[0], after=line[-1]))
    for step in {step for step, kind in found if kind is TurnKind.GONE and (step, TurnKind.ADDED) in found}:
        found[step, TurnKind.RESCHEDULED] = found.pop((step, TurnKind.GONE)) + found.pop((step, TurnKind.ADDED))
    for (step, kind), turned in found.items():
        yield _turn(kind, states[step], event, states[0].event, turned)


def _turn(kind: TurnKind, state: State, event: Event, former: Event | None, dates: Iterable[TurnedDate]) -> Turn:
    assert state.since is not None  # noqa: S101 -- only the state at the start has none, and nothing came with it
    assert state.day is not None  # noqa: S101
    ordered = tuple(sorted(dates, key=_first))
    return Turn(kind=kind, since=state.since, day=state.day, event=event, former=former, dates=ordered)


def _first(date: TurnedDate) -> datetime:
    return date.moments[0].start


def _same_dates(
    was: Mapping[DateName, Occurrence], becomes: Mapping[DateName, Occurrence]
) -> Iterator[tuple[DateName, ...]]:
    """Yield the names of each date: the same before and after, or two where it only came to stand in another entry."""
    gone = {one.moment: name for name, one in was.items() if name not in becomes}
    again = {name: gone.pop(one.moment) for name, one in becomes.items() if name not in was and one.moment in gone}
    yield from ((name, again[name]) if name in again else (name,) for name in becomes)
    renamed = set(again.values())
    yield from ((name,) for name in was if name not in becomes and name not in renamed)


def _last_step(
    line: Sequence[Occurrence | None], aspect: Callable[[Occurrence | None, Occurrence | None], TurnKind | None]
) -> int:
    """Return the number of the state with which a date came to be what it is."""
    steps = range(len(line) - 1, 0, -1)
    return next((step for step in steps if aspect(line[step - 1], line[step])), steps[0])


# --------------------------------------------------------------- what can be said of a date, each thing by itself


def _when(before: Occurrence | None, after: Occurrence | None) -> TurnKind | None:
    """Return whether a date came, went, moved or is off; ``None`` where nobody who comes needs to know."""
    if before is None or after is None:
        there = before or after
        if there is None or not there.takes_place:
            return None
        return TurnKind.ADDED if before is None else TurnKind.GONE
    match date_kind(before, after):
        case DateKind.CANCELLED:
            return TurnKind.CANCELLED
        case DateKind.POSTPONED:
            return TurnKind.POSTPONED
        case DateKind.ONLINE:
            return TurnKind.ONLINE
        case DateKind.ON_AGAIN if before.status is not Status.ONLINE:
            return TurnKind.ON_AGAIN
        case DateKind.MOVED if after.takes_place and _hours(before.moment) != _hours(after.moment):
            return TurnKind.MOVED
    return None


def _hours(moment: Moment) -> tuple[object, ...]:
    """Return when it begins and ends; that the doors open earlier moves nothing."""
    return moment.first, moment.last, moment.hours and (moment.hours.start, moment.hours.end)


def _where(before: Occurrence | None, after: Occurrence | None) -> TurnKind | None:
    if before is None or after is None or not after.takes_place or after.status is Status.ONLINE:
        return None
    if before.status is Status.ONLINE:
        return TurnKind.ELSEWHERE
    was, becomes = before.place, after.place
    if isinstance(was, Place) and isinstance(becomes, Place):
        same = was.id == becomes.id if was.id or becomes.id else was.name == becomes.name
        if same:  # under another name it is where it was, and an address that was not known has not changed
            parts = ((was.street, becomes.street), (was.city, becomes.city))
            return TurnKind.ADDRESS if any(one and other and one != other for one, other in parts) else None
    return TurnKind.ELSEWHERE if place_kind(before, after) is not None else None


def _room(before: Occurrence | None, after: Occurrence | None) -> TurnKind | None:
    if before is None or after is None or not after.takes_place:
        return None
    was, becomes = (one.booking.state if one.booking else BookingState.OPEN for one in (before, after))
    if was is not becomes is BookingState.FULL:
        return TurnKind.FULL
    return TurnKind.ROOM if was is BookingState.FULL and becomes is BookingState.OPEN else None
