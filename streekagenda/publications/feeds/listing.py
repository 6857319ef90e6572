"""The index of all feeds, for who builds a page or a program on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.feeds.held import events_of
from streekagenda.recurrence.days import LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.publications.feeds.held import Feed
    from streekagenda.publications.site import Site
    from streekagenda.urls import Addresses


def listing(site: Site, feeds: Sequence[Feed]) -> JsonObject:
    """Return every feed with its title, its addresses, the number of its events, and what it selects by.

    A feed that is too large for one calendar names its parts, of which the first has the address of the whole. What
    became different in the last week is a selection of nothing, and stands by itself.
    """
    addresses, words = site.addresses, site.words[site.region.language]
    return {
        "title": words.text(site.region.title).text,
        "language": words.language,
        "feeds": [
            {
                "title": feed.title,
                "facets": dict(feed.facets),
                "events": len(feed.events),
                "page": addresses.absolute(feed.page),
                "addresses": {
                    suffix: addresses.absolute(addresses.feed(feed.selection, suffix))
                    for suffix in (("ics", "atom", "json") if len(feed.facets) < 2 else ("ics",))
                },
                **({"parts": _parts(addresses, feed)} if len(feed.parts) > 1 else {}),
            }
            for feed in feeds
        ],
        "event_feeds": addresses.absolute(addresses.event_feed("{event}")),
        "changes": {
            "page": addresses.absolute(addresses.page("changes", words.language)),
            "addresses": {suffix: addresses.absolute(addresses.changes_feed(suffix)) for suffix in ("atom", "json")},
        },
    }


def _parts(addresses: Addresses, feed: Feed) -> list[JsonObject]:
    return [
        {
            "address": addresses.absolute(addresses.feed(feed.selection, part=number)),
            "events": len(events_of(part)),
            "first": min(entry.first for entry in part).isoformat(),
            "last": None if (last := max(entry.last for entry in part)) == LAST_DAY else last.isoformat(),
        }
        for number, part in enumerate(feed.parts, 1)
    ]
