"""In which blocks an event is held against others: who changes one event has to look at those of its blocks alone.

A block holds what is in one house, in one room, or for the same people of one neighbourhood, on one weekday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from streekagenda.checks.clashes import audiences
from streekagenda.checks.together import near, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.checks.together import Slot
    from streekagenda.checks.whereabouts import Whereabouts
    from streekagenda.model.event import Event

_HOUSE = "house"


class Stay(NamedTuple):
    """Hours of an event in a block."""

    block: str
    start: int
    end: int
    """Minutes, as those of a :class:`~streekagenda.checks.together.Slot`."""

    def beside(self, start: int, end: int) -> bool:
        """Whether what is in the same block at these hours is held against it."""
        together = near if self.block.startswith(_HOUSE) else overlap
        return together(self.start, self.end, start, end)


def stays(event: Event, slots: Iterable[Slot], whereabouts: Whereabouts) -> frozenset[Stay]:
    """Return what an event has in which block."""
    return frozenset(
        Stay(f"{kind} {slot.weekday} {name}", slot.start, slot.end)
        for slot in slots
        for kind, name in _blocks(event, slot, whereabouts)
    )


def _blocks(event: Event, slot: Slot, whereabouts: Whereabouts) -> Iterator[tuple[str, str]]:
    if house := whereabouts.house(slot.place):
        yield _HOUSE, house
    if room := whereabouts.key_of_one_room(slot.place):
        yield "room", room
    for area, audience in audiences(event, slot):
        yield "people", f"{area} {audience}"
