"""By what feeds select, and to which of them a date belongs."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from streekagenda.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.model.occurrence import Occurrence

KINDS = ("organisation", "place", "area", "topic", "audience", "campaign")
"""What a feed selects by; it is there for each one that exists, also when it holds nothing."""
PAIRS = (("area", "topic"), ("area", "audience"), ("topic", "audience"))
"""What two things a feed selects by together, where that holds anything."""

Facet = tuple[str, str]
"""One of :data:`KINDS`, and an id."""
Facets = tuple[Facet, ...]
"""What a feed selects by; none for the feed of all."""


def facets_of(occurrence: Occurrence) -> Iterator[Facets]:
    """Yield what each feed selects by that a date belongs to: nothing, one thing, two things."""
    return together(chosen_by(occurrence))


def chosen_by(occurrence: Occurrence) -> tuple[Facet, ...]:
    """Return each thing by which a date can be chosen."""
    event, area, place = occurrence.event, occurrence.area, occurrence.place
    ids: dict[str, Iterable[str | None]] = {
        "organisation": (organiser.id for organiser in event.organisers),
        "place": (place.id,) if isinstance(place, Place) else (),
        "area": area.line if area else (),
        "topic": (topic.id for topic in event.topics),
        "audience": (audience.id for audience in event.audiences),
        "campaign": (campaign.id for campaign in event.campaigns),
    }
    return tuple([_facet(kind, one) for kind in KINDS for one in ids[kind] if one is not None])


@cache
def _facet(kind: str, one: str) -> Facet:
    """Return the same one each time: a thing stands in what thousands of dates can be chosen by."""
    return kind, one


def together(chosen: Iterable[Facet]) -> Iterator[Facets]:
    """Yield what each feed selects by to which belongs what can be chosen so."""
    by_kind: dict[str, list[Facet]] = {}
    yield ()
    for facet in chosen:
        by_kind.setdefault(facet[0], []).append(facet)
        yield (facet,)
    for first, second in PAIRS:
        if first in by_kind and second in by_kind:
            yield from product(by_kind[first], by_kind[second])
