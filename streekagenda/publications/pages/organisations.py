"""A page for each organisation, and the list of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats import schema_org
from streekagenda.publications.editions import indexes, listings
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.pages.selection_head import selection_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the list of organisations, and a page for each of them."""
    yield indexes.organisations(edition)
    calendar, words = edition.site.calendar, edition.words
    with_page = {one.id: one for one in calendar.organisations if one.id is not None}
    for listing, partner in zip(listings.subjects(edition.site, "organisation"), with_page.values(), strict=True):
        head = selection_head(
            edition,
            listing,
            description=words.gettext("What %(organisation)s does, and how to reach them.")
            % {"organisation": listing.title(words)},
            image=edition.addresses.media(partner.logo.file) if partner.logo else None,
            data=(schema_org.organisation(edition.setting, partner),),
        )
        yield edition.page(
            "organisation.html",
            head,
            organisation=partner,
            places=[one for one in calendar.places if one.organisation and one.organisation.id == partner.id],
            contents=contents(edition, listing, listing.path(edition.addresses, edition.language)),
        )
