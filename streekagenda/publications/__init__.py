"""What is made of a timeline: pages, embeds, feeds and data. Publications do not know each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from streekagenda.output import Output, Placed
from streekagenda.publications import assets, embeds, exports, feeds, pages, schemas, search, site_files
from streekagenda.publications import map as places_map
from streekagenda.publications.catalogue import ANYWHERE, Catalogue, Group, Listing
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.spread import Task, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from streekagenda.publications.site import Site

Made = TypeVar("Made", Output, Placed)

PART = 20
"""Pages that one process makes before it looks what the others have left."""


def placed(site: Site, jobs: int, place: Callable[[Output], Made]) -> Iterator[Made]:
    """Place every file of a site, by at most ``jobs`` processes; last those that list the others."""
    paths = set()
    for one in spread([Task(outputs=group.outputs, part=group.part) for group in groups(site)], jobs, place):
        paths.add(one.path)
        yield one
    for listing in _listings(site):
        for output in listing.outputs(frozenset(paths)):
            paths.add(output.path)
            yield place(output)


def outputs(site: Site) -> Iterator[Output]:
    """Return every file of a site."""
    return placed(site, 1, lambda output: output)


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
    """Return the files of a site in groups that know nothing of each other, those of one folder first.

    What is made in one piece stands first and what can be divided last: there processes meet that work towards each
    other. Lists of one language stand side by side, for they show the same cards.
    """
    languages = site.words
    found = [
        *(("search", (site.addresses.page("search", one),), partial(search.outputs, site, one)) for one in languages),
        ("feeds: calendars", ("feeds/",), partial(feeds.calendars, site)),
        ("feeds: Atom and JSON", ("feeds/",), partial(feeds.for_readers, site)),
        ("feeds: single dates", ("feeds/",), partial(feeds.single_dates, site)),
        ("data", ("api/",), partial(exports.outputs, site)),
        ("schemas", ("schema/",), partial(schemas.outputs, site)),
        ("map: code", (places_map.CODE,), partial(places_map.code, site)),
        ("assets", ("static/", "media/", "embed"), partial(assets.outputs, site)),
    ]
    whole = [Group(name=name, below=below, outputs=outputs) for name, below, outputs in found]
    events, *others = pages.KINDS
    in_parts = [(events, partial(events.pages, edition(site, one))) for one in languages]
    for one in languages:
        in_parts += [(kind, partial(kind.pages, edition(site, one))) for kind in others]
        in_parts += [(kind, partial(kind.outputs, site, one)) for kind in (embeds, places_map)]
    return whole + [Group(name=_name(kind), below=ANYWHERE, outputs=outputs, part=PART) for kind, outputs in in_parts]


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
