"""Which feeds there are, and which entries each of them holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, product
from typing import TYPE_CHECKING

from streekagenda.model.freshness import faded
from streekagenda.model.place import Place
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.listings import subjects
from streekagenda.publications.feeds.parts import in_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.feeds.vevents import FeedEntry
    from streekagenda.publications.site import Site

KINDS = ("organisation", "place", "area", "topic", "audience", "campaign")
"""What a feed selects by; it is there for each one that exists, also when it holds nothing."""
PAIRS = (("area", "topic"), ("area", "audience"), ("topic", "audience"))
"""What two things a feed selects by together, where that holds anything."""


Facets = tuple[tuple[str, str], ...]
"""What a feed selects by: kinds and ids; none for the feed of all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """One feed of a selection."""

    selection: Selection
    title: str
    page: str
    """Path of the page for people."""
    parts: tuple[tuple[FeedEntry, ...], ...]
    """At least one; more where one calendar would be too large."""
    facets: Facets

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of its events, each once."""
        return events_of(chain.from_iterable(self.parts))


def events_of(entries: Iterable[FeedEntry]) -> tuple[str, ...]:
    """Return the ids of the events of some entries, each once."""
    return tuple(dict.fromkeys(entry.event.id for entry in entries))


def feeds_of(site: Site, entries: Sequence[FeedEntry]) -> Iterator[Feed]:
    """Yield all feeds: that of everything, those of one thing, those of two together."""
    words = site.words[site.region.language]
    region_title = words.text(site.region.title).text
    held = _held(entries, site.today)
    names = {
        (kind, one.subject.id): one.title(words)
        for kind in KINDS
        for one in subjects(site, kind)
        if one.subject is not None and one.subject.id is not None
    }

    def feed(*facets: tuple[str, str]) -> Feed:
        if facets:
            title = f"{', '.join(names[facet] for facet in facets)} – {region_title}"
            page = site.addresses.page(facets[0][0], words.language, facets[0][1])
        else:
            title, page = region_title, site.addresses.home(words.language)
        parts = in_parts(held[facets], site.today)
        return Feed(selection=Selection(**dict(facets)), title=title, page=page, parts=parts, facets=facets)

    yield feed()
    for facet in names:
        yield feed(facet)
    for first, second in PAIRS:
        for one, two in product(*([facet for facet in names if facet[0] == kind] for kind in (first, second))):
            if (one, two) in held:
                yield feed(one, two)


def _held(entries: Iterable[FeedEntry], today: date) -> Mapping[Facets, list[FeedEntry]]:
    """Return what each feed holds, without what faded from the lists."""
    found: defaultdict[Facets, list[FeedEntry]] = defaultdict(list)
    for entry in entries:
        if not faded(entry.event, today):
            for facets in dict.fromkeys(chain.from_iterable(facets_of(one) for one in entry.recent)):
                found[facets].append(entry)
    return found


def facets_of(occurrence: Occurrence) -> Iterator[Facets]:
    """Yield what each feed selects by that a date belongs to: nothing, one thing, two things."""
    event, area, place = occurrence.event, occurrence.area, occurrence.place
    ids: dict[str, Iterable[str | None]] = {
        "organisation": (organiser.id for organiser in event.organisers),
        "place": (place.id,) if isinstance(place, Place) else (),
        "area": area.line if area else (),
        "topic": (topic.id for topic in event.topics),
        "audience": (audience.id for audience in event.audiences),
        "campaign": (campaign.id for campaign in event.campaigns),
    }
    alone = {kind: [(kind, one) for one in ids[kind] if one is not None] for kind in KINDS}
    yield ()
    for facets in alone.values():
        yield from ((facet,) for facet in facets)
    for first, second in PAIRS:
        yield from product(alone[first], alone[second])
