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
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.site import Site

_LARGEST = ("pages: ", "embeds", "map")
"""How the names of the groups begin that are made first."""


def outputs(site: Site, jobs: int = 1) -> Iterator[Output]:
    """Return every file of a site, made by at most ``jobs`` processes; last those that list the others."""
    whole = sorted(groups(site), key=lambda one: not one.name.startswith(_LARGEST))
    return _listed(site, spread([one.outputs for one in whole], jobs))


def catalogue(site: Site) -> Catalogue:
    """Return every file of a site, each made when it is asked for."""
    return Catalogue(groups(site), _listings(site))


def _listed(site: Site, made: Iterator[Output]) -> Iterator[Output]:
    paths = set()
    for output in made:
        paths.add(output.path)
        yield output
    for listing in _listings(site):
        for output in listing.outputs(frozenset(paths)):
            paths.add(output.path)
            yield output


def groups(site: Site) -> list[Group]:
    """Return the files of a site in groups that know nothing of each other, those of one folder first."""
    languages = site.words
    found: list[tuple[str, tuple[str, ...], Callable[[], Iterator[Output]]]] = [
        ("feeds: calendars", ("feeds/",), partial(feeds.calendars, site)),
        ("feeds: Atom and JSON", ("feeds/",), partial(feeds.for_readers, site)),
        ("feeds: single dates", ("feeds/",), partial(feeds.single_dates, site)),
        ("data", ("api/",), partial(exports.outputs, site)),
        ("schemas", ("schema/",), partial(schemas.outputs, site)),
        ("map: code", (places_map.CODE,), partial(places_map.code, site)),
        ("assets", ("static/", "media/", "embed"), partial(assets.outputs, site)),
        *(("search", (site.addresses.page("search", one),), partial(search.outputs, site, one)) for one in languages),
        *(
            (_name(embeds), (site.addresses.embed("", one).rstrip("/"),), partial(embeds.outputs, site, one))
            for one in languages
        ),
        *(
            (_name(places_map), (site.addresses.page("map", one),), partial(places_map.outputs, site, one))
            for one in languages
        ),
    ]
    return [
        *(Group(name=name, below=below, outputs=outputs) for name, below, outputs in found),
        *(_pages(edition(site, language), kind) for kind in pages.KINDS for language in languages),
    ]


def _pages(in_language: Edition, kind: ModuleType) -> Group:
    return Group(
        name=_name(kind),
        below=pages.below(kind, in_language.addresses, in_language.language),
        outputs=partial(kind.pages, in_language),
        find=partial(pages.events.page_at, in_language) if kind is pages.events else None,
    )


def _name(module: ModuleType) -> str:
    return module.__name__.removeprefix(f"{__name__}.").replace(".", ": ")


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
