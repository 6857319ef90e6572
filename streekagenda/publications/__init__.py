"""What is made of a timeline: pages, embeds, feeds and data. Publications do not know each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications import assets, embeds, exports, feeds, pages, site_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.site import Site

IN_EVERY_LANGUAGE = (pages, embeds)
"""Each offers ``outputs(site, language)``."""

ONCE = (assets, feeds, exports)
"""Each offers ``outputs(site)``."""


def outputs(site: Site) -> Iterator[Output]:
    """Yield every file of a site; last those that list the others."""
    paths = []
    for output in _contents(site):
        paths.append(output.path)
        yield output
    yield from site_files.outputs(site, paths)


def _contents(site: Site) -> Iterator[Output]:
    for language in site.addresses.languages:
        for of_language in IN_EVERY_LANGUAGE:
            yield from of_language.outputs(site, language)
    for once in ONCE:
        yield from once.outputs(site)
