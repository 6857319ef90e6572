"""RSS 2.0 (rssboard.org), for blocks of websites that read nothing else, or that put by date of publication what has one.

An item has no ``pubDate``, which the specification leaves free: WordPress and others would put the list in the order of
those dates, the last one first. Without them it stays in the order of the document.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats.plain_text import line

if TYPE_CHECKING:
    from collections.abc import Iterable

AN_HOUR = 60
"""In minutes, as ``ttl`` has them."""


class RssItem(Struct, frozen=True, kw_only=True):
    """One item, all of it plain text of one line."""

    id: str
    """What never stands for anything else: ``guid``, which is no address."""
    title: str
    url: str
    description: str


class RssChannel(Struct, frozen=True, kw_only=True):
    """What a list says of itself."""

    title: str
    url: str
    """Of the page with the same contents."""
    description: str
    language: str
    """BCP 47."""


def rss(channel: RssChannel, items: Iterable[str]) -> bytes:
    """Return a list as an XML document in UTF-8, its items (:func:`rss_item`) in their order."""
    parts = (
        "<?xml version='1.0' encoding='utf-8'?>\n",
        '<rss version="2.0"><channel>',
        _element("title", channel.title),
        _element("link", channel.url),
        _element("description", channel.description),
        _element("language", channel.language),
        _element("ttl", str(AN_HOUR)),
        *items,
        "</channel></rss>\n",
    )
    return "".join(parts).encode("utf-8")


def rss_item(item: RssItem) -> str:
    """Return an item as it stands in every channel."""
    parts = (
        "<item>",
        _element("title", item.title),
        _element("link", item.url),
        f'<guid isPermaLink="false">{_escaped(item.id)}</guid>',
        # twice: what a reader finds in the XML it takes for HTML
        _element("description", escape(item.description, quote=False)),
        "</item>",
    )
    return "".join(parts)


def _element(name: str, text: str) -> str:
    return f"<{name}>{_escaped(text)}</{name}>"


def _escaped(text: str) -> str:
    return escape(line(text), quote=False)
