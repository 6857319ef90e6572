"""What stands in the calendar and leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding
from streekagenda.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.model.event import Event


def places(checked: Checked) -> Iterator[Finding]:
    """A place where no event is, and which has no opening hours: probably its events name another file."""
    if not checked.places:
        return
    used = {one for event in checked.calendar.events for one in places_of(event)}
    for place in checked.places:
        if place.id not in used and place.open is None:
            yield Finding(path=place.source.path, key=("name",), values={"id": place.id or ""})


def places_of(event: Event) -> Iterator[str | None]:
    """Yield the ids of the places of an event; ``None`` for one that it writes out."""
    details = [event.details, *(entry.details for entry in event.schedule.entries)]
    details += [change.details for entry in event.schedule.entries for change in getattr(entry, "changes", ())]
    for one in details:
        if isinstance(one.place, Place):
            yield one.place.id
