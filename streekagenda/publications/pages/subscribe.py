"""How one subscribes: to everything, to one neighbourhood or topic; and a sheet about it for paper."""

from __future__ import annotations

from functools import partial
from itertools import count, takewhile
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from streekagenda.formats.qr_code import qr_code
from streekagenda.model.selection import Selection
from streekagenda.publications.editions import listings
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.indexes import kind_title
from streekagenda.publications.editions.subscriptions import subscription

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.urls import Addresses

KINDS = {
    "area": "pin",
    "topic": "coffee",
    "audience": "person",
    "place": "door",
    "organisation": "organisation",
    "campaign": "flag",
}
"""The kinds of selection, with their icons, in the order in which people choose."""
WITH_STEPS = frozenset({"area", "topic", "audience", "campaign"})
"""What has a page with the steps. There can be thousands of places and organisations: those have buttons on their own pages."""
BUTTONS = "#subscribe"
"""Where these stand (``feed_of_list`` in ``pieces.html``)."""


class Feed(Struct, frozen=True, kw_only=True):
    """One feed that can be subscribed to."""

    title: str
    path: str
    more: tuple[str, ...] = ()
    """The paths of its further parts, where it is too large for one calendar."""


class Choice(Struct, frozen=True, kw_only=True):
    """A line in the list of a kind."""

    title: str
    page: str
    """The path at which one subscribes to it."""
    depth: int
    """How many areas hold its area."""


class Kind(Struct, frozen=True, kw_only=True):
    """A way to choose something smaller than everything."""

    title: str
    icon: str
    path: str


def pages(edition: Edition, files: Collection[str]) -> Iterator[Output]:
    """Yield the pages on which one subscribes; ``files`` are the paths of what was published, with the feeds."""
    words, addresses, site = edition.words, edition.addresses, edition.site
    chosen = {kind: tuple(listings.subjects(site, kind)) for kind in KINDS}
    kinds = [
        Kind(title=kind_title(edition, kind), icon=KINDS[kind], path=addresses.subscribe(kind, edition.language))
        for kind, found in chosen.items()
        if found
    ]
    head = Head(
        title=words.gettext("Subscribe"),
        where=partial(addresses.page, "subscribe"),
        description=words.gettext("Put activities into the calendar of your phone or computer."),
        section="subscribe",
    )
    title, more = words.text(site.region.title).text, _further_parts(addresses, Selection(), files)
    everything = Feed(title=title, path=addresses.feed(Selection()), more=more)
    yield edition.later(edition.path("subscribe"), _steps, head, everything, kinds)
    for kind, found in chosen.items():
        if found:
            yield _kind(edition, kind, found)
        for listing in found if kind in WITH_STEPS else ():
            below = (listing.subject.id,) if listing.subject and listing.subject.id else ()
            path = addresses.subscribe(kind, edition.language, *below)
            more = _further_parts(addresses, listing.selection, files)
            yield edition.later(path, _of_listing, kind, listing, more, kinds)
    yield _sheet(edition)


def _of_listing(edition: Edition, kind: str, listing: Listing, more: tuple[str, ...], kinds: list[Kind]) -> Output:
    feed = Feed(title=listing.title(edition.words), path=edition.addresses.feed(listing.selection), more=more)
    return _steps(edition, _head_of(edition, kind, listing), feed, kinds)


def _further_parts(addresses: Addresses, selection: Selection, files: Collection[str]) -> tuple[str, ...]:
    paths = (addresses.feed(selection, part=number) for number in count(2))
    return tuple(takewhile(files.__contains__, paths))


def _head_of(edition: Edition, kind: str, listing: Listing) -> Head:
    return Head(
        title=edition.words.gettext("Subscribe: %(title)s") % {"title": listing.title(edition.words)},
        where=_below(
            edition.addresses, kind, *([listing.subject.id] if listing.subject and listing.subject.id else [])
        ),
        description=edition.words.gettext("Put activities into the calendar of your phone or computer."),
        crumbs=(_crumb(edition), (kind_title(edition, kind), edition.addresses.subscribe(kind, edition.language))),
        section="subscribe",
    )


def _below(addresses: Addresses, kind: str, *below: str) -> Callable[[str], str]:
    def where(language: str) -> str:
        return addresses.subscribe(kind, language, *below)

    return where


def _crumb(edition: Edition) -> tuple[str, str]:
    return edition.words.gettext("Subscribe"), edition.path("subscribe")


def _steps(edition: Edition, head: Head, feed: Feed, kinds: list[Kind]) -> Output:
    path = head.where(edition.language)
    return edition.page(
        "subscribe.html",
        head,
        feed=feed,
        everything=path == edition.path("subscribe"),
        kinds=kinds,
        page_code=_page_code(edition, path),
        feed_code=_code(
            subscription(edition.addresses, feed.path, feed.title).apple,
            edition.words.gettext("QR code with the address of this calendar"),
        ),
    )


def _kind(edition: Edition, kind: str, found: tuple[Listing, ...]) -> Output:
    addresses, language = edition.addresses, edition.language
    choices = []
    for listing in found:
        own_page = listing.path(addresses, language)
        below = getattr(listing.subject, "id", "")
        page = addresses.subscribe(kind, language, below) if kind in WITH_STEPS else own_page + BUTTONS
        depth = len(getattr(listing.subject, "above", ()))
        choices.append(Choice(title=listing.title(edition.words), page=page, depth=depth))
    head = Head(
        title=edition.words.gettext("Subscribe: %(title)s") % {"title": kind_title(edition, kind)},
        where=_below(addresses, kind),
        crumbs=(_crumb(edition),),
        section="subscribe",
    )
    return edition.page("subscribe_kind.html", head, choices=choices)


def _sheet(edition: Edition) -> Output:
    head = Head(
        title=edition.words.gettext("Put the calendar on your phone or computer"),
        where=partial(edition.addresses.page, "sheet"),
        crumbs=(_crumb(edition),),
        section="subscribe",
    )
    return edition.page("help_sheet.html", head, page_code=_page_code(edition, edition.path("subscribe")))


def _page_code(edition: Edition, path: str) -> Markup:
    return _code(edition.addresses.absolute(path), edition.words.gettext("QR code with the address of this page"))


def _code(address: str, title: str) -> Markup:
    return Markup(qr_code(address, title))  # noqa: S704 -- drawn here, its title escaped
