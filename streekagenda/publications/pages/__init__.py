"""The pages that people read: one module for each kind, listed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.editions.edition import edition
from streekagenda.publications.pages import (
    accessibility,
    agenda,
    areas,
    builder,
    campaigns,
    changes,
    events,
    free_pages,
    guide,
    home,
    not_found,
    organisations,
    places,
    screens,
    selections,
    statement,
    submit,
    subscribe,
    terms,
)
from streekagenda.urls import file_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from types import ModuleType

    from streekagenda.output import Output
    from streekagenda.publications.site import Site
    from streekagenda.urls import Addresses

KINDS = (
    events,
    agenda,
    selections,
    areas,
    places,
    terms,
    organisations,
    home,
    screens,
    campaigns,
    changes,
    submit,
    guide,
    free_pages,
    accessibility,
    builder,
    statement,
    not_found,
)
"""Each offers ``pages(edition)``; the largest first."""


_WORDS: Mapping[ModuleType, tuple[str, ...]] = {
    events: ("event",),
    agenda: ("agenda",),
    selections: ("agenda", "area"),
    areas: ("area",),
    places: ("place",),
    terms: ("topic", "audience"),
    organisations: ("organisation",),
    screens: ("screen",),
    campaigns: ("campaign",),
    changes: ("changes",),
    submit: ("submit",),
    guide: ("guide",),
    accessibility: ("accessibility",),
    builder: ("builder",),
    statement: ("statement",),
}
"""With which words the addresses of a kind begin; those of a free page with any."""


def below(kind: ModuleType, addresses: Addresses, language: str) -> tuple[str, ...]:
    """Return with what the paths of a kind of page begin in a language."""
    if kind is home:
        return (file_of(addresses.home(language)),)
    if kind is not_found:
        return (not_found.PATH,)
    return tuple(addresses.page(word, language) for word in _WORDS.get(kind, ())) or (addresses.home(language),)


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield every page of a site in one of its languages."""
    in_language = edition(site, language)
    for kind in KINDS:
        yield from kind.pages(in_language)


def listing_outputs(site: Site, language: str, files: Collection[str]) -> Iterator[Output]:
    """Yield the page that lists what others made; ``files`` are the paths of all other outputs."""
    yield from subscribe.pages(edition(site, language), files)
