"""Lists that are ready: of a neighbourhood and a topic or an audience together, and below the agenda one for each wish."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications.editions import listings, selected
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.indexes import kind_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def pages(edition: Edition) -> Iterator[Output]:
    """Yield a page for each ready list that holds anything to come."""
    each = edition.site.index.asked.each

    def name(listing: Listing) -> str:
        return f"{edition.language} page {listing.name}"

    for listing in each(lambda: edition.selected.ready, name):
        yield edition.later_list(listing.path(edition.addresses, edition.language), _ready, listing)
    for listing in each(lambda: edition.selected.pairs, name):
        yield edition.later_list(listing.path(edition.addresses, edition.language), _pair, listing)


def _ready(edition: Edition, listing: Listing) -> Output:
    agenda, words, addresses = listings.agenda(), edition.words, edition.addresses
    title = selected.title(edition.site, listing.ready, words)
    head = Head(
        title=title,
        where=partial(listing.path, addresses),
        description=words.gettext("What is on: %(subject)s.") % {"subject": title},
        crumbs=((agenda.title(words), agenda.path(addresses, edition.language)),),
        section="agenda",
    )
    return edition.page(
        "selection.html", head, contents=contents(edition, listing, listing.path(addresses, edition.language))
    )


def _pair(edition: Edition, listing: Listing) -> Output:
    words, addresses = edition.words, edition.addresses
    assert listing.subject is not None and listing.subject.id is not None  # noqa: S101, PT018 -- it is an area
    title = listing.title(words)
    area = (words.text(listings.name_of(listing.subject)).text, edition.path("area", listing.subject.id))
    head = Head(
        title=title,
        where=partial(listing.path, addresses),
        description=words.gettext("What is on: %(subject)s.") % {"subject": title},
        crumbs=((kind_title(edition, "area"), edition.path("area")), area),
        section="area",
        feed=addresses.feed(listing.selection),
    )
    return edition.page(
        "selection.html",
        head,
        area=listing.subject,
        contents=contents(edition, listing, listing.path(addresses, edition.language)),
    )
