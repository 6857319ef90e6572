"""Atom feeds (RFC 4287), for people who follow what is new and what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from streekagenda.formats.iso8601 import utc
from streekagenda.formats.plain_text import line, lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_END = b"</feed>"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, kw_only=True, slots=True)
class AtomEntry:
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


@dataclass(frozen=True, kw_only=True, slots=True)
class AtomFeed:
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
    root = ET.Element("feed", {"xmlns": _NAMESPACE, _LANGUAGE: feed.language})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    if feed.subtitle:
        _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", utc(feed.updated))
    _author(root, feed.author)
    ET.SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": feed.self_url})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page_url})
    opened = bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)).removesuffix(_END)
    return b"".join((opened, *entries, _END, b"\n"))


def atom_entry(entry: AtomEntry) -> bytes:
    """Return one entry, to be joined into every feed that holds it; the feed around it names the namespace."""
    element = ET.Element("entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    _text(element, "published", utc(entry.published))
    _text(element, "updated", utc(entry.updated))
    for author in entry.authors:
        _author(element, author)
    for term, label in entry.categories:
        ET.SubElement(element, "category", {"term": line(term), "label": line(label)})
    if entry.summary:
        _text(element, "summary", entry.summary)
    content = ET.SubElement(element, "content", {"type": "text"})
    content.text = lines(entry.content)
    return ET.tostring(element, encoding="unicode").encode("utf-8")


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = line(text)


def _author(parent: ET.Element, name: str) -> None:
    _text(ET.SubElement(parent, "author"), "name", name)
