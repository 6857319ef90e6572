"""In which feeds an event stands: those of everything and of one thing, by the names that people know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.place import Place
from streekagenda.publications.feeds.facets import facets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.region import Region
    from streekagenda.rendering.words import Words

ORDER = ("area", "organisation", "place", "topic", "audience", "campaign")
"""First what is nearest to who looks for something to do."""


def feeds_with(occurrences: Iterable[Occurrence], region: Region, words: Words) -> tuple[str, ...]:
    """Return the names of the feeds that hold some dates; combinations of two things are left out, as they follow."""
    dates = tuple(occurrences)
    held = {facets for one in dates for facets in facets_of(one)}
    names = _names(dates, region, words)
    everything = [words.text(region.title).text] if () in held else []
    return (*everything, *(name for facet, name in names.items() if (facet,) in held))


def _names(dates: Iterable[Occurrence], region: Region, words: Words) -> dict[tuple[str, str], str]:
    """Return the name of each thing that some dates have a feed by, in the order in which they are named."""
    found = {facet: name for one in dates for facet, name in _of_date(one, words)}
    for area in region.all_areas():
        found["area", area.id] = words.text(area.name).text
    return dict(sorted(found.items(), key=lambda item: ORDER.index(item[0][0])))


def _of_date(one: Occurrence, words: Words) -> Iterator[tuple[tuple[str, str], str]]:
    event: Event = one.event
    named = [
        *(("organisation", organiser.id, organiser.name) for organiser in event.organisers),
        *([("place", one.place.id, one.place.name)] if isinstance(one.place, Place) else []),
        *(("topic", term.id, term.name) for term in event.topics),
        *(("audience", term.id, term.name) for term in event.audiences),
        *(("campaign", campaign.id, campaign.title) for campaign in event.campaigns),
    ]
    for kind, content_id, name in named:
        if content_id is not None:
            yield (kind, content_id), words.text(name).text
