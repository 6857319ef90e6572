"""A page for each place, with its opening hours and its week, and the list of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats import schema_org
from streekagenda.publications.editions import indexes, listings
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.editions.opening import usual_hours, week_of
from streekagenda.publications.pages.selection_head import selection_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.place import Place
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the list of places, by municipality, and a page for each of them."""
    with_page = {one.id: one for one in edition.site.calendar.places if one.id is not None}
    yield indexes.places(edition)
    for listing, place in zip(listings.subjects(edition.site, "place"), with_page.values(), strict=True):
        yield edition.later_list(listing.path(edition.addresses, edition.language), _place, listing, place)


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
