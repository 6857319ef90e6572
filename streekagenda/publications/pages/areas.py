"""A page for each area, from municipality to neighbourhood, and the tree of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.editions import indexes, listings
from streekagenda.publications.editions.afternoons import in_the_afternoon
from streekagenda.publications.editions.coming import between, weekend_after
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.pages.selection_head import selection_head

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.model.area import Area
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the tree of areas, and a page for each of them."""
    yield indexes.areas(edition)
    by_id = {area.id: area for area in edition.site.region.all_areas()}
    for listing, area in zip(listings.subjects(edition.site, "area"), by_id.values(), strict=True):
        yield edition.later_list(
            edition.path("area", area.id), _area, listing, area, [by_id[one] for one in area.above]
        )


def _area(edition: Edition, listing: Listing, area: Area, above: list[Area]) -> Output:
    calendar, words = edition.site.calendar, edition.words
    head = selection_head(
        edition,
        listing,
        description=words.gettext("What is on in %(area)s.") % {"area": words.text(area.name).text},
        above=tuple((words.text(one.name).text, edition.path("area", one.id)) for one in above),
    )
    return edition.page(
        "area.html",
        head,
        area=area,
        above=above[-1] if above else None,
        contents=contents(edition, listing, edition.path("area", area.id)),
        afternoons=_afternoons(edition, listing),
        places=[one for one in calendar.places if one.area is not None and area.id in one.area.line],
        organisations=[
            one for one in calendar.organisations if one.id and one.area is not None and area.id in one.area.line
        ],
    )


def _afternoons(edition: Edition, listing: Listing) -> list[tuple[date, int]]:
    """Return the afternoons of the weekend that is near, and how much there is to go to; also where it is nothing."""
    site = edition.site
    return [
        (day, sum(in_the_afternoon(one) and one.takes_place for one in between(site, listing.selection, day, day)))
        for day in weekend_after(site.today)
    ]
