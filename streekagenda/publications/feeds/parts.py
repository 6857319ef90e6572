"""A feed that is too large for calendar programs, in parts: the nearest dates first, at the address of the whole.

A part is filled, in the order of months, until it would be too large. So the address that people have already goes on
to hold what comes soonest, and a part changes when its content does or a new month begins, not from day to day.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from streekagenda.formats.ical_rules import MOST_BYTES, MOST_EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from streekagenda.publications.feeds.entries import FeedEntry

HEAD_BYTES = 50_000
"""Room for what a feed says of itself, ample."""


def in_parts(entries: Sequence[FeedEntry], today: date) -> tuple[tuple[FeedEntry, ...], ...]:
    """Return the entries of a feed as its parts, at least one; each keeps the order of ``entries``.

    First what has a date in this month or goes on, then what begins in each later month, at last what is over.
    """
    if _fit(entries):
        return (tuple(entries),)
    this_month = today.replace(day=1)
    months = {first: max(first, this_month).replace(day=1) for first in {entry.first for entry in entries}}
    turns = [(entry.last < this_month, months[entry.first]) for entry in entries]
    in_turn = sorted(range(len(entries)), key=turns.__getitem__)
    return tuple(tuple([entries[at] for at in sorted(part)]) for part in _filled(entries, in_turn))


def _fit(entries: Sequence[FeedEntry]) -> bool:
    size, octets = (sum(map(attrgetter(one), entries)) for one in ("size", "octets"))
    return bool(size <= MOST_EVENTS and octets < MOST_BYTES - HEAD_BYTES)


def _filled(entries: Sequence[FeedEntry], in_turn: Iterable[int]) -> Iterator[list[int]]:
    """Yield the places of what each part holds."""
    part: list[int] = []
    size = octets = 0
    for at in in_turn:
        entry = entries[at]
        size, octets = size + entry.size, octets + entry.octets
        if part and (size > MOST_EVENTS or octets >= MOST_BYTES - HEAD_BYTES):
            yield part
            part, size, octets = [], entry.size, entry.octets
        part.append(at)
    yield part


def of_bytes(items: Sequence[bytes]) -> list[list[bytes]]:
    """Return what a file that goes on in another holds, in its order: at least one part, none over the limit of bytes."""
    parts: list[list[bytes]] = [[]]
    octets = 0
    for item in items:
        if parts[-1] and octets + len(item) > MOST_BYTES - HEAD_BYTES:
            parts.append([])
            octets = 0
        parts[-1].append(item)
        octets += len(item) + 1
    return parts


def as_they_were(before: Sequence[object], now: Sequence[object]) -> list[bool]:
    """Return of each part whether it is as it was: it holds the same, and another one follows where one did."""
    return [
        number <= len(before) and before[number - 1] == one and (number < len(before)) == (number < len(now))
        for number, one in enumerate(now, 1)
    ]
