"""A timeline as columns of numbers, and back: half a million dates are read in the time in which two thousand are reckoned."""

from __future__ import annotations

import sys
from array import array
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from streekagenda.model.calendar import Calendar, Timeline
from streekagenda.model.occurrence import Circumstances, Moved, Occurrence
from streekagenda.model.schedule import Hours, Moment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

Value = TypeVar("Value")


class Columns(Struct, frozen=True, kw_only=True):
    """All that happens, in order of time; numbers of 32 bits, the lowest byte first."""

    now: datetime
    hours: tuple[Hours | None, ...]
    firsts: bytes
    """Of each moment the number of its first day (:meth:`datetime.date.toordinal`)."""
    lasts: bytes
    at: bytes
    """Of each moment the place of its hours."""
    circumstances: tuple[Circumstances, ...]
    moments: bytes
    """Of each occurrence the place of its moment."""
    holding: bytes
    """Of each occurrence the place of its circumstances."""
    apart: tuple[tuple[int, Moment, Moment | None], ...]
    """The places of occurrences that moved, each with when it was planned and where it went."""


def in_columns(timeline: Timeline) -> Columns:
    """Return what happens as columns."""
    line = timeline.occurrences
    moments, circumstances = _once([one.moment for one in line]), _once([one.circumstances for one in line])
    hours = _once([one.hours for one in moments])
    return Columns(
        now=timeline.now,
        hours=tuple(hours),
        firsts=packed([one.first.toordinal() for one in moments]),
        lasts=packed([one.last.toordinal() for one in moments]),
        at=packed(_places([one.hours for one in moments], hours)),
        circumstances=tuple(circumstances),
        moments=packed(_places([one.moment for one in line], moments)),
        holding=packed(_places([one.circumstances for one in line], circumstances)),
        apart=tuple((place, one.planned, one.moved_to) for place, one in enumerate(line) if isinstance(one, Moved)),
    )


def of_columns(columns: Columns, calendar: Calendar) -> Timeline:
    """Return what happens in a calendar, of which the columns hold the events."""
    firsts, lasts = numbers(columns.firsts), numbers(columns.lasts)
    day = {number: date.fromordinal(number) for number in {*firsts, *lasts}}.__getitem__
    hours = map(columns.hours.__getitem__, numbers(columns.at))
    moments = [
        Moment(first=first, last=last, hours=at)
        for first, last, at in zip(map(day, firsts), map(day, lasts), hours, strict=True)
    ]
    when = map(moments.__getitem__, numbers(columns.moments))
    holding = map(columns.circumstances.__getitem__, numbers(columns.holding))
    line = list(map(Occurrence, when, holding))
    for place, planned, moved_to in columns.apart:
        one = line[place]
        line[place] = Moved(moment=one.moment, planned=planned, moved_to=moved_to, circumstances=one.circumstances)
    return Timeline(calendar=calendar, now=columns.now, occurrences=tuple(line))


def _once(values: Iterable[Value]) -> Collection[Value]:
    """Return each thing once."""
    return {id(one): one for one in values}.values()


def _places(values: Iterable[Value], among: Iterable[Value]) -> list[int]:
    places = {id(one): place for place, one in enumerate(among)}
    return [places[id(one)] for one in values]


def packed(found: Iterable[int]) -> bytes:
    """Return numbers of 32 bits, the lowest byte first."""
    return _lowest_first(array("I", found)).tobytes()


def numbers(content: bytes) -> array[int]:
    """Return such numbers, of which each is made when it is asked for: half a million take 16 MB."""
    return _lowest_first(array("I", content))


def _lowest_first(found: array[int]) -> array[int]:
    if sys.byteorder == "big":
        found.byteswap()
    return found
