"""Atom feeds (RFC 4287), for people who follow what is new and what has changed."""

from __future__ import annotations

from html import escape, unescape
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats.iso8601 import utc
from streekagenda.formats.plain_text import line, lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_ENTRY, _END = b"<entry>", b"</feed>\n"
_PAGE = b'<link rel="alternate" type="text/html" href="'


class AtomEntry(Struct, frozen=True, kw_only=True):
    """One entry (RFC 4287 section 4.1.2); its times are in UTC."""

    id: str
    """An IRI that never changes, such as a ``tag:`` (RFC 4151)."""
    title: str
    url: str
    published: datetime
    updated: datetime
    summary: str = ""
    """One line of plain text (section 4.2.13)."""
    content: str
    """Plain text."""
    authors: tuple[str, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
    """Term and label."""


class AtomFeed(Struct, frozen=True, kw_only=True):
    """What a feed says of itself (RFC 4287 section 4.1.1)."""

    id: str
    title: str
    subtitle: str = ""
    language: str
    updated: datetime
    author: str
    self_url: str
    page_url: str


def atom(feed: AtomFeed, entries: Iterable[bytes]) -> bytes:
    """Return a feed as an XML document in UTF-8; its entries are what :func:`atom_entry` made, in their order."""
    opened = (
        "<?xml version='1.0' encoding='utf-8'?>\n",
        f'<feed xmlns="{_NAMESPACE}" xml:lang="{_quoted(feed.language)}">',
        _text("id", feed.id),
        _text("title", feed.title),
        _text("subtitle", feed.subtitle) if feed.subtitle else "",
        _text("updated", utc(feed.updated)),
        _author(feed.author),
        f'<link rel="self" type="{MEDIA_TYPE}" href="{_quoted(feed.self_url)}" />',
        f'<link rel="alternate" type="text/html" href="{_quoted(feed.page_url)}" />',
    )
    return b"".join(("".join(opened).encode("utf-8"), *entries, _END))


def atom_entry(entry: AtomEntry) -> bytes:
    """Return one entry, to be joined into every feed that holds it; the feed around it names the namespace."""
    parts = (
        "<entry>",
        _text("id", entry.id),
        _text("title", entry.title),
        f'<link rel="alternate" type="text/html" href="{_quoted(entry.url)}" />',
        _text("published", utc(entry.published)),
        _text("updated", utc(entry.updated)),
        *map(_author, entry.authors),
        *(f'<category term="{_quoted(term)}" label="{_quoted(label)}" />' for term, label in entry.categories),
        _text("summary", entry.summary) if entry.summary else "",
        f'<content type="text">{escape(lines(entry.content), quote=False)}</content></entry>',
    )
    return "".join(parts).encode("utf-8")


def entries_of(feed: bytes) -> dict[str, bytes] | None:
    """Return the entries of a feed that :func:`atom` made, by their pages; ``None`` where it is not whole."""
    if not feed.endswith(_END):
        return None
    _, *entries = feed.removesuffix(_END).split(_ENTRY)
    return {unescape(one.partition(_PAGE)[2].partition(b'" />')[0].decode()): _ENTRY + one for one in entries}


def _text(name: str, text: str) -> str:
    return f"<{name}>{escape(line(text), quote=False)}</{name}>"


def _quoted(text: str) -> str:
    """Return a text as it stands between double quotes."""
    return escape(line(text), quote=False).replace('"', "&quot;")


def _author(name: str) -> str:
    return f"<author>{_text('name', name)}</author>"
