"""The index of all feeds, for who builds a page or a program on them."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from streekagenda.formats.json_text import cut, json_bytes, json_file
from streekagenda.publications.feeds.held import may_hold_others
from streekagenda.recurrence.days import LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.publications.feeds.entries import FeedEntry
    from streekagenda.publications.feeds.held import Feed, Held
    from streekagenda.publications.site import Site
    from streekagenda.urls import Addresses

PATH = "feeds/index.json"
_EVENT, _FIRST, _LAST = map(attrgetter, ("event", "first", "last"))


def listing(site: Site, held: Held) -> bytes:
    """Return every feed with its title, its addresses, the number of its events, and what it selects by, as JSON.

    A feed that is too large for one calendar names its parts, of which the first has the address of the whole. What
    became different in the last week is a selection of nothing, and stands by itself.
    """
    addresses, words = site.addresses, site.words[site.region.language]
    changes: JsonObject = {
        "page": addresses.absolute(addresses.page("changes", words.language)),
        "addresses": {suffix: addresses.absolute(addresses.changes_feed(suffix)) for suffix in ("atom", "json")},
    }
    head: JsonObject = {"title": words.text(site.region.title).text, "language": words.language}
    tail: JsonObject = {"event_feeds": addresses.absolute(addresses.event_feed("{event}")), "changes": changes}
    before = json_bytes(head).removesuffix(b"}") + b',"feeds":['
    after = b"]," + json_file(tail).removeprefix(b"{")
    # joined once, for there may be 8 MB of them
    rows = list(_feeds(site, held)) or [b""]
    rows[0] = before + rows[0]
    rows[-1] += after
    return b",".join(rows)


def _feeds(site: Site, held: Held) -> Iterator[bytes]:
    former, changed, feeds = site.former, may_hold_others(site), held.feeds
    if former is None:
        yield from (json_bytes(_feed(site, held, feed)) for feed in feeds)
        return
    rows = list(cut(former.read(PATH), '{"title":', '],"event_feeds":'))
    new = {at: json_bytes(_feed(site, held, feed)) for at, feed in enumerate(feeds) if feed.facets in changed}
    # where a feed is new another one stood in its place; where one went there were more
    if len(rows) != len(feeds) or any(_facets(rows[at]) != _facets(row) for at, row in new.items()):
        said = {_facets(row): row for row in rows}
        rows = [said.get(json_bytes(dict(feed.facets)), b"") for feed in feeds]
    for at, feed in enumerate(feeds):
        yield new.get(at) or rows[at] or json_bytes(_feed(site, held, feed))


def _facets(row: bytes) -> bytes:
    return row.partition(b'"facets":')[2].partition(b',"events":')[0]


def _feed(site: Site, held: Held, feed: Feed) -> JsonObject:
    addresses, parts = site.addresses, held.parts(feed.facets)
    return {
        "title": feed.title,
        "facets": dict(feed.facets),
        "events": _events(*parts),
        "page": addresses.absolute(feed.page),
        "addresses": {
            suffix: addresses.absolute(addresses.feed(feed.selection, suffix))
            for suffix in (("ics", "atom", "json") if len(feed.facets) < 2 else ("ics",))
        },
        **({"parts": [_part(addresses, feed, *one) for one in enumerate(parts, 1)]} if len(parts) > 1 else {}),
    }


def _part(addresses: Addresses, feed: Feed, number: int, part: Sequence[FeedEntry]) -> JsonObject:
    return {
        "address": addresses.absolute(addresses.feed(feed.selection, part=number)),
        "events": _events(part),
        "first": min(map(_FIRST, part)).isoformat(),
        "last": None if (last := max(map(_LAST, part))) == LAST_DAY else last.isoformat(),
    }


def _events(*parts: Sequence[FeedEntry]) -> int:
    return len(set(map(_EVENT, chain.from_iterable(parts))))
