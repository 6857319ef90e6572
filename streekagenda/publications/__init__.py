"""What is made of a timeline: pages, embeds, feeds and data. Publications do not know each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications import assets, embeds, exports, feeds, pages, schemas, search, site_files
from streekagenda.publications import map as places_map
from streekagenda.publications.catalogue import ANYWHERE, Catalogue, Group, Listing
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.noted import Made, noted
from streekagenda.publications.spread import spread

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from types import ModuleType

    from streekagenda.output import Output
    from streekagenda.publications.site import Site


def outputs(site: Site, jobs: int = 1, *, staying: Collection[str] = (), made: Made | None = None) -> Iterator[Output]:
    """Return every file of a site, made by at most ``jobs`` processes; last those that list the others.

    Those of which the paths are ``staying`` are not made. ``made`` is told of the others, but for those that list, what
    was asked while they were made.
    """
    # the largest first: pages
    whole = sorted(groups(site), key=lambda one: one.below != ANYWHERE)
    tasks = [partial(noted, site.index.asked, one.outputs, staying) for one in whole]
    return _listed(site, spread(tasks, jobs, (made or Made()).add))


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
    found = [
        ("feeds: calendars", ("feeds/",), partial(feeds.calendars, site)),
        ("feeds: Atom and JSON", ("feeds/",), partial(feeds.for_readers, site)),
        ("feeds: single dates", ("feeds/",), partial(feeds.single_dates, site)),
        ("data", ("api/",), partial(exports.outputs, site)),
        ("schemas", ("schema/",), partial(schemas.outputs, site)),
        ("map: code", (places_map.CODE,), partial(places_map.code, site)),
        ("assets", ("static/", "media/", "embed"), partial(assets.outputs, site)),
        *(("search", (site.addresses.page("search", one),), partial(search.outputs, site, one)) for one in languages),
        *(
            (_name(kind), ANYWHERE, partial(kind.pages, edition(site, one)))
            for kind in pages.KINDS
            for one in languages
        ),
        *(
            (_name(kind), ANYWHERE, partial(kind.outputs, site, one))
            for kind in (embeds, places_map)
            for one in languages
        ),
    ]
    return [Group(name=name, below=below, outputs=outputs) for name, below, outputs in found]


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
