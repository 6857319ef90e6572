"""What is made of a timeline: pages, embeds, feeds and data. Publications do not know each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications import assets, embeds, exports, feeds, pages, schemas, search, site_files
from streekagenda.publications import map as places_map
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.spread import spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streekagenda.output import Output
    from streekagenda.publications.site import Site

IN_EVERY_LANGUAGE = (embeds, search, places_map)
"""Each offers ``outputs(site, language)``."""

ONCE = (
    feeds.calendars,
    feeds.for_readers,
    feeds.single_dates,
    exports.outputs,
    schemas.outputs,
    assets.outputs,
    places_map.code,
)
"""Each takes a site."""


def outputs(site: Site, jobs: int = 1) -> Iterator[Output]:
    """Return every file of a site, made by at most ``jobs`` processes; last those that list the others."""
    return _listed(site, spread(_tasks(site), jobs))


def _listed(site: Site, made: Iterator[Output]) -> Iterator[Output]:
    paths = set()
    for output in made:
        paths.add(output.path)
        yield output
    for language in site.words:
        for output in pages.listing_outputs(site, language, frozenset(paths)):
            paths.add(output.path)
            yield output
    yield from site_files.outputs(site, sorted(paths))


def _tasks(site: Site) -> list[Callable[[], Iterator[Output]]]:
    """Return the work in parts that know nothing of each other, the largest first."""
    editions = [edition(site, language) for language in site.words]
    return [
        *(partial(kind.pages, one) for kind in pages.KINDS for one in editions),
        *(partial(several.outputs, site, language) for several in IN_EVERY_LANGUAGE for language in site.words),
        *(partial(once, site) for once in ONCE),
    ]
