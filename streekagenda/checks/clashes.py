"""Events at one time that are in each other's way: in one room, or for the same people of one neighbourhood.

A partner knows its own programme: only events that have no partner in common are held against each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.checks.duplicates import alike, of_two, strangers
from streekagenda.checks.together import meeting, overlap, pairs
from streekagenda.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.checks.finding import Finding
    from streekagenda.checks.together import Meeting, Slot
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence


def room_taken(checked: Checked) -> Iterator[Finding]:
    """Events of different partners at one time in a place that does not seem to have several rooms."""
    key = checked.whereabouts.key_of_one_room

    def same_room(one: Occurrence, other: Occurrence) -> bool:
        return (room := key(one.place)) is not None and room == key(other.place)

    for one, other in pairs(
        checked.slots, lambda _, slot: filter(None, (key(slot.place),)), overlap, checked.asked_about
    ):
        if strangers(one, other) and not alike(one, other):
            found = meeting(checked.coming(one), checked.coming(other), overlap, same_room)
            if found:
                yield of_two(checked, one, other, found, _place(checked, one, other, found))


def _place(checked: Checked, one: Event, other: Event, found: Meeting) -> Place | None:
    """Where two events meet: as the place with a file, where one of them names that."""
    day = found.start.date()
    meant = [
        it.place
        for it in (*checked.coming(one), *checked.coming(other))
        if it.moment.first <= day <= it.moment.end.date() and isinstance(it.place, Place)
    ]
    return max(meant, key=lambda place: place.id is not None, default=None)


def same_audience(checked: Checked) -> Iterator[Finding]:
    """Events for the same people in one neighbourhood at one time, in different places; not those for everybody."""
    key = checked.whereabouts.key
    for one, other in pairs(checked.slots, audiences, overlap, checked.asked_about):
        if strangers(one, other):
            found = meeting(
                checked.coming(one),
                checked.coming(other),
                overlap,
                lambda a, b: a.area == b.area and key(a.place) != key(b.place),
            )
            if found:
                yield of_two(checked, one, other, found)


def audiences(event: Event, slot: Slot) -> Iterator[tuple[str, str]]:
    """Yield for whom of which neighbourhood an event is, at these hours."""
    area = (slot.place.area if isinstance(slot.place, Place) else None) or event.area
    return ((area.id, audience.id) for audience in event.audiences if area)
