"""A page for each place, with its opening hours and its week, and the list of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats import schema_org
from streekagenda.publications.editions import listings
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.editions.opening import usual_hours, week_of
from streekagenda.publications.pages.selection_head import index_head, selection_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.area import Area
    from streekagenda.model.place import Place
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the list of places, by municipality, and a page for each of them."""
    with_page = {one.id: one for one in edition.site.calendar.places if one.id is not None}
    groups = _by_municipality(edition, list(with_page.values()))
    yield edition.page("places.html", index_head(edition, "place"), groups=groups)
    for listing, place in zip(listings.subjects(edition.site, "place"), with_page.values(), strict=True):
        yield _place(edition, listing, place)


def _place(edition: Edition, listing: Listing, place: Place) -> Output:
    words = edition.words
    head = selection_head(
        edition,
        listing,
        description=words.gettext("What is on at %(place)s, when it is open and how to get there.")
        % {"place": listing.title(words)},
        data=(schema_org.place(edition.setting, place),),
    )
    return edition.page(
        "place.html",
        head,
        place=place,
        hours=usual_hours(place),
        week=week_of(edition.site, place),
        contents=contents(edition, listing, listing.path(edition.addresses, edition.language)),
    )


def _by_municipality(edition: Edition, places: list[Place]) -> list[tuple[Area | None, list[Place]]]:
    """Return places by the municipality that they are in, in the order of the region; last those without an area."""
    found: list[tuple[Area | None, list[Place]]] = [
        (area, [one for one in places if one.area is not None and one.area.line[0] == area.id])
        for area in edition.site.region.areas
    ]
    found.append((None, [one for one in places if one.area is None]))
    words = edition.words
    return [
        (area, sorted(group, key=lambda one: words.text(one.name).text.casefold())) for area, group in found if group
    ]
