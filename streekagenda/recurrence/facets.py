"""What dates can be chosen by: areas, topics and other things, by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.place import Place
from streekagenda.model.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from streekagenda.model.occurrence import Circumstances

KINDS = Selection.__struct_fields__
"""What a selection can choose by."""

Facet = tuple[str, str]
"""One of :data:`KINDS`, or ``event``, and an id."""

_VALUES: Mapping[str, Callable[[Circumstances], Iterable[str]]] = {
    "area": lambda one: area.line if (area := one.area) else (),
    "topic": lambda one: [topic.id for topic in one.event.topics],
    "audience": lambda one: [audience.id for audience in one.event.audiences],
    "organisation": lambda one: [who.id for who in one.event.organisers if who.id is not None],
    "campaign": lambda one: [campaign.id for campaign in one.event.campaigns],
    "place": lambda one: (one.place.id,) if isinstance(one.place, Place) and one.place.id is not None else (),
}


def facets(circumstances: Circumstances) -> set[Facet]:
    """Return everything that dates for which this holds can be chosen by beside their event."""
    return {(kind, value) for kind in KINDS for value in _VALUES[kind](circumstances)}
