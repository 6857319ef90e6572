"""Every Atom feed and JSON Feed of the example region, against what their specifications require, and another reader."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest

from tests.publications.exports.judges import complaints

A = "{http://www.w3.org/2005/Atom}"
FEED = {"id", "title", "updated", "author", "link", "entry", "subtitle", "generator"}
"""What an atom:feed holds of RFC 4287 section 4.1.1, as far as we write it."""
ENTRY = {"id", "title", "updated", "published", "author", "link", "category", "content", "summary"}
ONCE = ("id", "title", "updated")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

PEOPLE = {
    "type": "array",
    "items": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
}
URL = {"type": "string", "format": "uri"}
DATE = {"type": "string", "format": "date-time"}
ITEM = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "url": URL,
        "title": {"type": "string"},
        "content_text": {"type": "string", "minLength": 1},
        "summary": {"type": "string"},
        "date_published": DATE,
        "date_modified": DATE,
        "authors": PEOPLE,
        "tags": {"type": "array", "items": {"type": "string"}},
        "_streekagenda": {
            "type": "object",
            "additionalProperties": True,
            "required": ["start", "place", "url", "dates"],
        },
    },
    "required": ["id", "content_text"],
}
JSON_FEED = {
    "type": "object",
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": URL,
        "feed_url": URL,
        "next_url": URL,
        "description": {"type": "string"},
        "language": {"type": "string"},
        "authors": PEOPLE,
        "_streekagenda": {"type": "object", "properties": {"about": URL}, "required": ["about"]},
        "items": {"type": "array", "items": ITEM},
    },
    "required": ["version", "title", "items"],
}
"""jsonfeed.org/version/1.1: what it requires and what we write of what it allows; a key that it does not know begins with a line."""


@pytest.fixture(scope="module")
def atoms(example_site: Path) -> dict[str, bytes]:
    found = {
        path.relative_to(example_site).as_posix(): path.read_bytes() for path in example_site.glob("feeds/**/*.atom")
    }
    assert len(found) > 100
    return found


@pytest.fixture(scope="module")
def feeds(example_site: Path) -> dict[str, Any]:
    files = [path for path in example_site.glob("feeds/**/*.json") if path.name != "index.json"]
    return {path.relative_to(example_site).as_posix(): json.loads(path.read_text(encoding="utf-8")) for path in files}


def test_every_atom_feed_has_what_rfc_4287_requires(atoms: dict[str, bytes]) -> None:
    for path, content in atoms.items():
        root = ET.fromstring(content)
        assert root.tag == f"{A}feed"
        links = {link.get("rel"): link.get("href") or "" for link in root.findall(f"{A}link")}
        assert sorted(links) == ["alternate", "self"]
        assert links["self"].endswith(f"/{path}")
        assert len(root.findall(f"{A}author")) == 1
        for element, known in [(root, FEED), *((entry, ENTRY) for entry in root.iter(f"{A}entry"))]:
            assert {child.tag.removeprefix(A) for child in element} <= known, path
            assert [len(element.findall(f"{A}{name}")) for name in ONCE] == [1, 1, 1]
            assert urlsplit(element.findtext(f"{A}id")).scheme in {"https", "tag"}
            assert RFC_3339.fullmatch(element.findtext(f"{A}updated") or "")
            assert [
                link.get("href") for link in element.findall(f"{A}link") if not urlsplit(link.get("href")).netloc
            ] == []
        ids = [entry.findtext(f"{A}id") for entry in root.iter(f"{A}entry")]
        assert len(set(ids)) == len(ids)
        changed = [entry.findtext(f"{A}updated") or "" for entry in root.iter(f"{A}entry")]
        assert changed == sorted(changed, reverse=True)


def test_another_reader_takes_every_atom_feed(atoms: dict[str, bytes]) -> None:
    for path, content in atoms.items():
        read = feedparser.parse(content)
        entries = list(ET.fromstring(content).iter(f"{A}entry"))
        assert (read.bozo, read.version, len(read.entries)) == (False, "atom10", len(entries)), path
        assert [entry.title for entry in read.entries] == [entry.findtext(f"{A}title") for entry in entries]


def test_every_json_feed_is_as_its_specification_says(feeds: dict[str, Any]) -> None:
    assert len(feeds) > 100
    for path, feed in feeds.items():
        assert complaints(feed, JSON_FEED) == [], path
        assert feed["feed_url"].endswith(f"/{path}")
        ids = [item["id"] for item in feed["items"]]
        assert len(set(ids)) == len(ids)


def test_both_tell_of_the_same_activities(atoms: dict[str, bytes], feeds: dict[str, Any]) -> None:
    assert {path.removesuffix(".atom") for path in atoms} == {path.removesuffix(".json") for path in feeds}
    for path, content in atoms.items():
        entries = {entry.findtext(f"{A}id"): entry for entry in ET.fromstring(content).iter(f"{A}entry")}
        items = {item["id"]: item for item in feeds[path.removesuffix("atom") + "json"]["items"]}
        assert sorted(entries) == sorted(items)
        for key, item in items.items():
            assert item["content_text"] == entries[key].findtext(f"{A}content")
            assert item["date_modified"] == entries[key].findtext(f"{A}updated")


def test_all_goes_no_further_than_the_horizon(feeds: dict[str, Any]) -> None:
    starts = [
        datetime.fromisoformat(item["_streekagenda"]["start"]).date() for item in feeds["feeds/all.json"]["items"]
    ]
    assert len(starts) > 70
    assert max(starts).isoformat() <= "2027-11-22"
