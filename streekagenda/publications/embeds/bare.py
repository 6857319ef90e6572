"""The bare twin of every list page, and of the page of changes, for the frame of another site."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from streekagenda.publications.editions import indexes, listings, selected
from streekagenda.publications.editions.a_to_z import a_to_z
from streekagenda.publications.editions.contents import ask_for_parts, contents, parts_of
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.editions.embedded import embedded, is_over
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.recent import recent_contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield every embed of a site in one of its languages."""
    bare, asked = edition(site, language, embedded=True), site.index.asked
    home = site.addresses.home
    yield bare.later_list(bare.where(home)(language), _list, listings.agenda(), home)
    lists = partial(embedded, site)

    def name(listing: Listing) -> str:
        return f"{language} embed {listing.name}"

    def path(listing: Listing) -> str:
        return bare.where(partial(listing.path, site.addresses))(language)

    without_end = asked.each(lambda: [one for one in lists() if one.first is None], name)
    periods = parts_of(site, lambda: ((one, None) for one in lists() if one.first is not None), name, path)
    for one in chain(without_end, (part for part, _ in periods)):
        yield bare.later_list(path(one), _list, one, partial(one.path, site.addresses))
    yield bare.later(bare.where(partial(bare.addresses.page, "changes"))(language), changes)
    yield from _indexes(bare)


def changes(bare: Edition) -> Output:
    """Return the embed of what became different in the last week."""
    full = partial(bare.addresses.page, "changes")
    head = Head(title=bare.words.gettext("New and changed"), where=bare.where(full))
    found = recent_contents(bare, head.where(bare.language))
    return bare.page("changes_embed.html", head, full=full(bare.language), **found)


def _list(bare: Edition, listing: Listing, path: Callable[[str], str]) -> Output:
    """Return the embed of a list, whose page stands at ``path``: that of home is the agenda, under the name of the region."""
    where = bare.where(path)
    over = is_over(bare.site, listing)
    if over:
        ask_for_parts(bare.site, listing)
    held = None if over else contents(bare, listing, where(bare.language))
    title = _title(bare, listing) if path != bare.addresses.home else bare.words.text(bare.site.region.title).text
    return bare.page("embed.html", Head(title=title, where=where), full=path(bare.language), contents=held)


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
