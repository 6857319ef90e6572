"""A page for each topic and each audience, and the index page of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.editions import indexes, listings
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.pages.selection_head import selection_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the index page of topics and that of audiences, and a page for each of them."""
    for kind in ("topic", "audience"):
        yield indexes.terms(edition, kind)
        for listing in listings.subjects(edition.site, kind):
            yield edition.later_list(listing.path(edition.addresses, edition.language), _term, kind, listing)


def _term(edition: Edition, kind: str, listing: Listing) -> Output:
    about = edition.words.gettext("What is on: %(subject)s.") % {"subject": listing.title(edition.words)}
    head = selection_head(edition, listing, description=about)
    found = contents(edition, listing, listing.path(edition.addresses, edition.language))
    return edition.page("term.html", head, kind=kind, term=listing.subject, contents=found)
