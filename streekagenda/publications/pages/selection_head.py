"""The head of the page of a selection."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications.editions.heads import MENU, Head
from streekagenda.publications.editions.indexes import kind_title

if TYPE_CHECKING:
    from streekagenda.formats.json_text import JsonObject, Written
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def selection_head(
    edition: Edition,
    listing: Listing,
    *,
    description: str,
    above: tuple[tuple[str, str], ...] = (),
    image: str | None = None,
    data: tuple[JsonObject | Written, ...] = (),
) -> Head:
    """Return the head of a selection's page; ``above`` are names and paths between its index page and itself."""
    index = (kind_title(edition, listing.kind), edition.path(listing.kind))
    return Head(
        title=listing.title(edition.words),
        where=partial(listing.path, edition.addresses),
        description=description,
        crumbs=(index, *above),
        section=listing.kind if listing.kind in MENU else "",
        feed=edition.addresses.feed(listing.selection),
        atom=edition.addresses.feed(listing.selection, "atom"),
        image=image,
        data=data,
    )
