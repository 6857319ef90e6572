"""What is made of a timeline: pages, embeds, feeds and data. Publications do not know each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications import assets, embeds, exports, feeds, pages, schemas, search, site_files
from streekagenda.publications import map as places_map
from streekagenda.publications.catalogue import Catalogue, Group, Listing
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.spread import spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.site import Site


def outputs(site: Site, jobs: int = 1) -> Iterator[Output]:
    """Return every file of a site, made by at most ``jobs`` processes; last those that list the others."""
    # the largest first: pages
    whole = sorted(_groups(site), key=lambda one: one.below != ("",))
    return _listed(site, spread([one.outputs for one in whole], jobs))


def catalogue(site: Site) -> Catalogue:
    """Return every file of a site, each made when it is asked for."""
    return Catalogue(_groups(site), _listings(site))


def _listed(site: Site, made: Iterator[Output]) -> Iterator[Output]:
    paths = set()
    for output in made:
        paths.add(output.path)
        yield output
    for listing in _listings(site):
        for output in listing.outputs(frozenset(paths)):
            paths.add(output.path)
            yield output


def _groups(site: Site) -> list[Group]:
    """Return the work in parts that know nothing of each other, those of one folder first."""
    editions = [edition(site, language) for language in site.words]
    return [
        Group(below=("feeds/",), outputs=partial(feeds.calendars, site)),
        Group(below=("feeds/",), outputs=partial(feeds.for_readers, site)),
        Group(below=("feeds/",), outputs=partial(feeds.single_dates, site)),
        Group(below=("api/",), outputs=partial(exports.outputs, site)),
        Group(below=("schema/",), outputs=partial(schemas.outputs, site)),
        Group(below=(places_map.CODE,), outputs=partial(places_map.code, site)),
        Group(below=("static/", "media/", "embed"), outputs=partial(assets.outputs, site)),
        *(
            Group(below=(site.addresses.page("search", language),), outputs=partial(search.outputs, site, language))
            for language in site.words
        ),
        *(Group(outputs=partial(kind.pages, one)) for kind in pages.KINDS for one in editions),
        *(Group(outputs=partial(kind.outputs, site, one)) for kind in (embeds, places_map) for one in site.words),
    ]


def _listings(site: Site) -> list[Listing]:
    found = [
        Listing(
            below=tuple(site.addresses.page(kind, language) for kind in ("subscribe", "sheet")),
            of="feeds/",
            outputs=partial(pages.listing_outputs, site, language),
        )
        for language in site.words
    ]
    return [*found, Listing(below=site_files.BELOW, of="", outputs=partial(site_files.outputs, site))]
