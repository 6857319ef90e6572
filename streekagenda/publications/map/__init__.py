"""The page with the map: the places of the region, and what is on there.

Where region.yaml names tiles, the page has a button that names their host; before somebody presses it, nothing is asked
of anybody. Without tiles it has a drawing of the region. The list beside it says the same, also without script.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streekagenda.publications.editions.edition import edition
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.running import activities
from streekagenda.publications.map import leaflet
from streekagenda.publications.map.drawing import drawing
from streekagenda.publications.map.places import towns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.region import Tiles
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.map.drawing import Drawing
    from streekagenda.publications.site import Site

CODE = leaflet.FOLDER
"""Where the code stands."""
WEEK = timedelta(days=6)
"""From today."""


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield the page in one language."""
    in_language = edition(site, language)
    yield in_language.later(in_language.path("map"), _page)


def _page(in_language: Edition) -> Output:
    site, gettext = in_language.site, in_language.words.gettext
    tiles = _tiles(site)
    head = Head(
        title=gettext("Map"),
        where=partial(site.addresses.page, "map"),
        description=gettext("All places in the region, with what is on there next."),
        section="map",
        # Leaflet puts an empty picture, which is data, in the place of one that is no longer needed.
        sources=(("img-src", f"{_origin(tiles)} data:"),) if tiles else (),
    )
    return in_language.page(
        "map.html",
        head,
        towns=towns(site, in_language.words),
        inhabited={area for one in site.calendar.places if one.id and one.area for area in one.area.line},
        tiles=tiles,
        host=urlsplit(tiles.template).netloc if tiles else "",
        drawings=[] if tiles else _drawings(in_language),
        leaflet=leaflet.FOLDER,
    )


def code(site: Site) -> Iterator[Output]:
    """Yield the code of the map, where the site has one."""
    if _tiles(site):
        yield from leaflet.outputs()


def _tiles(site: Site) -> Tiles | None:
    """Return where the pictures of the map come from, where there are places to be put on it."""
    return site.region.tiles if any(one.id and one.geo for one in site.calendar.places) else None


def _origin(tiles: Tiles) -> str:
    parts = urlsplit(tiles.template)
    return f"{parts.scheme}://{parts.netloc}"


def _drawings(edition: Edition) -> list[Drawing]:
    counts = activities(edition.site, WEEK)
    areas = edition.site.region.areas
    most = max((counts["area", one.id] for area in areas for one in area.areas), default=0)
    return [drawing(edition.words, area, counts, most) for area in areas]
