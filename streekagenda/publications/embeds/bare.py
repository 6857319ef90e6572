"""The bare twin of every list page, and of the page of changes, for the frame of another site."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.publications.editions import indexes, listings, selected
from streekagenda.publications.editions.a_to_z import a_to_z
from streekagenda.publications.editions.contents import contents, pages_of_past, parts
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.editions.embedded import embedded, is_over
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.recent import recent_contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.contents import Contents
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield every embed of a site in one of its languages."""
    bare = edition(site, language, embedded=True)
    yield _home(bare)
    for listing in embedded(site):
        yield from _lists(bare, listing)
    yield changes(bare)
    yield from _indexes(bare)


def changes(bare: Edition) -> Output:
    """Return the embed of what became different in the last week."""
    full = partial(bare.addresses.page, "changes")
    head = Head(title=bare.words.gettext("New and changed"), where=bare.where(full))
    found = recent_contents(bare, head.where(bare.language))
    return bare.page("changes_embed.html", head, full=full(bare.language), **found)


def _home(bare: Edition) -> Output:
    """Return the embed of the home page: the agenda, under the name of the region."""
    title, path = bare.words.text(bare.site.region.title).text, bare.addresses.home
    return _list(bare, title, path, _contents(bare, listings.agenda(), path))


def _lists(bare: Edition, listing: Listing) -> Iterator[Output]:
    """Yield the embed of a list; of a period with more than a page holds one for each of its pages."""
    if listing.first is None:
        path = partial(listing.path, bare.addresses)
        yield _list(bare, _title(bare, listing), path, _contents(bare, listing, path))
    elif is_over(bare.site, listing):
        for part in pages_of_past(bare.site, listing):
            yield _list(bare, _title(bare, part), partial(part.path, bare.addresses), None)
    else:
        for part, held in parts(bare, listing):
            yield _list(bare, _title(bare, part), partial(part.path, bare.addresses), held)


def _list(bare: Edition, title: str, path: Callable[[str], str], held: Contents | None) -> Output:
    head = Head(title=title, where=bare.where(path))
    return bare.page("embed.html", head, full=path(bare.language), contents=held)


def _contents(bare: Edition, listing: Listing, path: Callable[[str], str]) -> Contents:
    return contents(bare, listing, bare.where(path)(bare.language))


def _title(bare: Edition, listing: Listing) -> str:
    title = selected.title(bare.site, listing.ready, bare.words) if listing.ready else listing.title(bare.words)
    if listing.part == 1:
        return title
    return bare.words.gettext("%(title)s, part %(number)s") % {"title": title, "number": listing.part}


def _indexes(bare: Edition) -> Iterator[Output]:
    """Yield the embeds of the ways in: the tree of areas, the lists of each kind, and all activities by title."""
    yield indexes.areas(bare)
    yield indexes.terms(bare, "topic")
    yield indexes.terms(bare, "audience")
    yield indexes.places(bare)
    yield indexes.organisations(bare)
    yield indexes.campaigns(bare)
    yield from a_to_z(bare)
