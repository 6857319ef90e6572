"""The head of the page of a selection, and of the index page of its kind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications.editions.heads import MENU, Head

if TYPE_CHECKING:
    from streekagenda.formats.json_text import JsonObject
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def selection_head(
    edition: Edition,
    listing: Listing,
    *,
    description: str,
    above: tuple[tuple[str, str], ...] = (),
    image: str | None = None,
    data: tuple[JsonObject, ...] = (),
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


def index_head(edition: Edition, kind: str) -> Head:
    """Return the head of the page that lists all of a kind."""
    return Head(
        title=kind_title(edition, kind),
        where=partial(edition.addresses.page, kind),
        section=kind if kind in MENU else "",
    )


def kind_title(edition: Edition, kind: str) -> str:
    """Return what the index page of a kind is called."""
    _ = edition.words.gettext
    return {
        "event": _("All activities"),
        "organisation": _("Organisations"),
        "place": _("Places"),
        "area": _("Neighbourhoods and villages"),
        "topic": _("Topics"),
        "audience": _("For whom"),
        "campaign": _("Campaigns"),
    }[kind]
