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

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from streekagenda.output import Output
    from streekagenda.publications.site import Site

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


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield every page of a site in one of its languages."""
    in_language = edition(site, language)
    for kind in KINDS:
        yield from kind.pages(in_language)


def listing_outputs(site: Site, language: str, files: Collection[str]) -> Iterator[Output]:
    """Yield the page that lists what others made; ``files`` are the paths of all other outputs."""
    yield from subscribe.pages(edition(site, language), files)
