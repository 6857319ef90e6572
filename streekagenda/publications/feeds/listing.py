"""The index of all feeds, for who builds a page or a program on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.publications.feeds.held import Feed
    from streekagenda.publications.site import Site


def listing(site: Site, feeds: Sequence[Feed]) -> JsonObject:
    """Return every feed with its title, its addresses, the number of its events, and what it selects by."""
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
            }
            for feed in feeds
        ],
        "event_feeds": addresses.absolute(addresses.event_feed("{event}")),
    }
