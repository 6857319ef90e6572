"""JSON Feed 1.1 (jsonfeed.org/version/1.1), with what a program wants to know of an event under ``_streekagenda``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.json import decode

from streekagenda.formats.iso8601 import utc
from streekagenda.formats.json_text import Json, JsonObject, cut, file_with, is_whole, json_bytes
from streekagenda.formats.plain_text import line, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"
_URL, _TITLE = b',"url":', b',"title":'
"""Before and behind the page of an item."""


class JsonFeedItem(Struct, frozen=True, kw_only=True):
    """One item; its times are in UTC."""

    id: str
    title: str
    url: str
    summary: str = ""
    """One line of plain text."""
    content: str
    """Plain text."""
    published: datetime
    modified: datetime
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    streekagenda: Mapping[str, Json]
    """``start``, ``end``, ``all_day``, ``status``, ``place``, ``url`` and what else a program can use."""


class JsonFeed(Struct, frozen=True, kw_only=True):
    """What a feed says of itself."""

    title: str
    description: str = ""
    language: str
    author: str
    feed_url: str
    page_url: str
    next_url: str | None = None
    """Where the items go on, of a feed in parts."""
    about: str
    """The absolute address of a page that explains ``_streekagenda``."""


def json_feed(feed: JsonFeed, items: Iterable[bytes]) -> bytes:
    """Return a feed as a JSON document in UTF-8; its items are what :func:`json_feed_item` made, in their order."""
    head: JsonObject = {
        "version": VERSION,
        "title": line(feed.title),
        "home_page_url": feed.page_url,
        "feed_url": feed.feed_url,
        **({"next_url": feed.next_url} if feed.next_url else {}),
        **({"description": lines(feed.description)} if feed.description else {}),
        "language": feed.language,
        "authors": [{"name": line(feed.author)}],
        "_streekagenda": {"about": feed.about},
        "items": [],
    }
    return file_with(head, items)


def json_feed_item(item: JsonFeedItem) -> bytes:
    """Return one item, to be joined into every feed that holds it."""
    document: JsonObject = {
        "id": item.id,
        "url": item.url,
        "title": line(item.title),
        **({"summary": line(item.summary)} if item.summary else {}),
        "content_text": lines(item.content),
        "date_published": utc(item.published),
        "date_modified": utc(item.modified),
        **({"authors": [{"name": line(author)} for author in item.authors]} if item.authors else {}),
        **({"tags": [line(tag) for tag in item.tags]} if item.tags else {}),
        "_streekagenda": dict(item.streekagenda),
    }
    return json_bytes(document)


def items_of(feed: bytes) -> list[bytes] | None:
    """Return the items of a feed that :func:`json_feed` made, to be joined into another one; ``None`` where it is not whole."""
    return list(cut(feed, '{"id":')) if is_whole(feed) else None


def page_of(item: bytes) -> str:
    """Return the page of an item that :func:`json_feed_item` made."""
    page: str = decode(item.partition(_URL)[2].partition(_TITLE)[0])
    return page


def without_pages(items: Iterable[bytes], urls: Iterable[str]) -> list[bytes]:
    """Return those of some items that are of none of these pages."""
    found = list(items)
    for page in [
        _URL + json_bytes(one) + _TITLE for one in urls
    ]:  # which no text holds: a quotation mark is escaped there
        found = [one for one in found if page not in one]
    return found
