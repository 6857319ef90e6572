"""The places of the list beside the map: when they are open, and what is on there next."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import held_between, over
from streekagenda.publications.editions.former_cards import former_page
from streekagenda.publications.editions.opening import usual_hours
from streekagenda.recurrence.asked import HELD
from streekagenda.urls import relative

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from streekagenda.model.area import Area
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.place import Place
    from streekagenda.model.schedule import Schedule
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

NEXT = 3
"""So many coming dates of a place are in the page; the reader sees the first that is not over."""
_BEGIN, _END = '<li class="spot"', "\n</li>\n"
"""Between these a place stands in the page, and nothing of it is told by another place (``map.html``)."""


class Spot(Struct, frozen=True, kw_only=True, dict=True):
    """A place in the list."""

    site: Site
    place: Place
    written: Markup | None
    """How it stands in the former page, where nothing at this place is another thing since."""

    @cached_property
    def hours(self) -> Schedule | None:
        """When one can walk in."""
        return usual_hours(self.place)

    @cached_property
    def following(self) -> tuple[Occurrence, ...]:
        """What is on next, and then; each takes place."""
        return tuple(islice(_coming(self.site, self.place.id or ""), NEXT))


class Town(Struct, frozen=True, kw_only=True):
    """The places in one municipality; those without an area are at the end, in one of ``None``."""

    area: Area | None
    spots: tuple[Spot, ...]


def towns(site: Site, words: Words) -> list[Town]:
    """Return the places with a page, by municipality in the order of the region and then by name."""
    before = _before(site, words.language)
    spots = [
        Spot(site=site, place=one, written=_written(site, words.language, one.id, before))
        for one in sorted(site.calendar.places, key=lambda one: (words.text(one.name).text.casefold(), one.id or ""))
        if one.id is not None
    ]
    within: dict[str | None, list[Spot]] = {}
    for spot in spots:
        area = spot.place.area
        within.setdefault(area.line[0] if area else None, []).append(spot)
    found = [(area, within.get(area.id if area else None)) for area in (*site.region.areas, None)]
    return [Town(area=area, spots=tuple(own)) for area, own in found if own]


def _coming(site: Site, place: str) -> Iterator[Occurrence]:
    """Yield what takes place somewhere and is not over, by the id of the place."""
    found = held_between(site, Selection(place=place), site.today)
    return (one for one in found if one.takes_place and not over(one.moment, site.timeline.now))


def _before(site: Site, language: str) -> dict[str, Markup]:
    """Return the places of the former page as they stand there, by the link to each."""
    page = former_page(site, site.addresses.page("map", language)).decode()
    found = {}
    for piece in page.split(_BEGIN)[1:]:
        inner, end, _ = piece.partition(_END)
        if end and inner.count("<li") == inner.count("</li>"):
            link = inner.partition('href="')[2].partition('"')[0]
            found[link] = Markup(f"{_BEGIN}{inner}{_END.rstrip()}")  # noqa: S704 -- as it was published
    return found


def _written(site: Site, language: str, place: str, before: Mapping[str, Markup]) -> Markup | None:
    question = (HELD, Selection(place=place), site.today, None)
    if site.former is None or question in site.former.touched:
        return None
    page = site.addresses.page
    written = before.get(relative(page("place", language, place), page("map", language)))
    if written is not None:
        site.index.asked.note(question)
    return written
