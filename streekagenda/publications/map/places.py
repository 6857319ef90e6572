"""The places of the list beside the map: when they are open, and what is on there next."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import held_between, over
from streekagenda.publications.editions.opening import usual_hours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.area import Area
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.place import Place
    from streekagenda.model.schedule import Schedule
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

NEXT = 3
"""So many coming dates of a place are in the page; the reader sees the first that is not over."""


class Spot(Struct, frozen=True, kw_only=True):
    """A place in the list."""

    place: Place
    hours: Schedule | None
    following: tuple[Occurrence, ...]
    """What is on next, and then; each takes place."""


class Town(Struct, frozen=True, kw_only=True):
    """The places in one municipality; those without an area are at the end, in one of ``None``."""

    area: Area | None
    spots: tuple[Spot, ...]


def towns(site: Site, words: Words) -> list[Town]:
    """Return the places with a page, by municipality in the order of the region and then by name."""
    spots = [
        Spot(place=one, hours=usual_hours(one), following=tuple(islice(_coming(site, one.id), NEXT)))
        for one in sorted(site.calendar.places, key=lambda one: (words.text(one.name).text.casefold(), one.id or ""))
        if one.id is not None
    ]
    found = [
        Town(area=area, spots=tuple(spot for spot in spots if spot.place.area and spot.place.area.line[0] == area.id))
        for area in site.region.areas
    ]
    found.append(Town(area=None, spots=tuple(spot for spot in spots if spot.place.area is None)))
    return [town for town in found if town.spots]


def _coming(site: Site, place: str) -> Iterator[Occurrence]:
    """Yield what takes place somewhere and is not over, by the id of the place."""
    found = held_between(site, Selection(place=place), site.today)
    return (one for one in found if one.takes_place and not over(one.moment, site.timeline.now))
