"""Every feed, with a button for each of the large calendars."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import count, takewhile
from typing import TYPE_CHECKING

from streekagenda.model.selection import Selection
from streekagenda.publications.editions import listings
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.pages.selection_head import kind_title

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.urls import Addresses

KINDS = ("area", "topic", "audience", "place", "organisation", "campaign")


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """One feed that can be subscribed to."""

    title: str
    path: str
    more: tuple[str, ...] = ()
    """The paths of its further parts, where it is too large for one calendar."""
    depth: int = 0
    """How many areas hold its area."""


def pages(edition: Edition, files: Collection[str]) -> Iterator[Output]:
    """Yield the page on which one subscribes; ``files`` are the paths of what was published, with the feeds."""
    words, addresses, site = edition.words, edition.addresses, edition.site
    head = Head(
        title=words.gettext("Subscribe"),
        where=partial(addresses.page, "subscribe"),
        description=words.gettext("Put activities into the calendar of your phone or computer."),
        section="subscribe",
    )
    groups = [
        (
            kind_title(edition, kind),
            [
                Feed(
                    title=listing.title(words),
                    path=addresses.feed(listing.selection),
                    more=_further_parts(addresses, listing.selection, files),
                    depth=len(getattr(listing.subject, "above", ())),
                )
                for listing in listings.subjects(site, kind)
            ],
        )
        for kind in KINDS
    ]
    everything = Feed(
        title=words.text(site.region.title).text,
        path=addresses.feed(Selection()),
        more=_further_parts(addresses, Selection(), files),
    )
    yield edition.page(
        "subscribe.html", head, everything=everything, groups=[(title, feeds) for title, feeds in groups if feeds]
    )


def _further_parts(addresses: Addresses, selection: Selection, files: Collection[str]) -> tuple[str, ...]:
    paths = (addresses.feed(selection, part=number) for number in count(2))
    return tuple(takewhile(files.__contains__, paths))
