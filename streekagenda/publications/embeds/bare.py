"""The bare twin of every list page, and of the page of changes, for the frame of another site."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications.editions import selected
from streekagenda.publications.editions.contents import contents
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.editions.embedded import embedded, is_over
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.recent import recent_contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site
    from streekagenda.urls import Addresses


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield every embed of a site in one of its languages."""
    bare = edition(site, language, embedded=True)
    for listing in embedded(site):
        where = partial(_where, site.addresses, listing)
        yield bare.page(
            "embed.html",
            Head(title=_title(bare, listing), where=where),
            full=listing.path(site.addresses, language),
            contents=None if is_over(site, listing) else contents(bare, listing, where(language)),
        )

    yield changes(bare)


def changes(bare: Edition) -> Output:
    """Return the embed of what became different in the last week."""
    addresses, full = bare.addresses, bare.path("changes")

    def where(language: str) -> str:
        return addresses.embed(addresses.page("changes", language), language)

    head = Head(title=bare.words.gettext("New and changed"), where=where)
    return bare.page("changes_embed.html", head, full=full, **recent_contents(bare, where(bare.language)))


def _title(bare: Edition, listing: Listing) -> str:
    return selected.title(bare.site, listing.ready, bare.words) if listing.ready else listing.title(bare.words)


def _where(addresses: Addresses, listing: Listing, language: str) -> str:
    return addresses.embed(listing.path(addresses, language), language)
