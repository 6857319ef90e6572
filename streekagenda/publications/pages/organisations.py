"""A page for each organisation, and the list of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats import schema_org
from streekagenda.publications.editions import indexes, listings
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.pages.selection_head import selection_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.organisation import Organisation
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the list of organisations, and a page for each of them."""
    yield indexes.organisations(edition)
    with_page = {one.id: one for one in edition.site.calendar.organisations if one.id is not None}
    for listing, partner in zip(listings.subjects(edition.site, "organisation"), with_page.values(), strict=True):
        yield edition.later_list(listing.path(edition.addresses, edition.language), _organisation, listing, partner)


def _organisation(edition: Edition, listing: Listing, partner: Organisation) -> Output:
    head = selection_head(
        edition,
        listing,
        description=edition.words.gettext("What %(organisation)s does, and how to reach them.")
        % {"organisation": listing.title(edition.words)},
        image=edition.addresses.media(partner.logo.file) if partner.logo else None,
        data=(schema_org.organisation(edition.setting, partner),),
    )
    places = edition.site.calendar.places
    return edition.page(
        "organisation.html",
        head,
        organisation=partner,
        places=[one for one in places if one.organisation and one.organisation.id == partner.id],
        contents=contents(edition, listing, listing.path(edition.addresses, edition.language)),
    )
