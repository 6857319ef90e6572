"""A page for each topic and each audience, and the index page of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.editions import listings
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.editions.running import activities
from streekagenda.publications.pages.selection_head import index_head, selection_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the index page of topics and that of audiences, and a page for each of them."""
    region, counts = edition.site.region, activities(edition.site)
    for kind, terms in (("topic", region.topics), ("audience", region.audiences)):
        yield edition.page("terms.html", index_head(edition, kind), kind=kind, terms=terms, activities=counts)
        for listing in listings.subjects(edition.site, kind):
            title = listing.title(edition.words)
            head = selection_head(
                edition,
                listing,
                description=edition.words.gettext("What is on: %(subject)s.") % {"subject": title},
            )
            found = contents(edition, listing, listing.path(edition.addresses, edition.language))
            yield edition.page("term.html", head, kind=kind, term=listing.subject, contents=found)
