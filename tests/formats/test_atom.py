from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from streekagenda.formats.atom import AtomEntry, AtomFeed, atom, atom_entry

NEW = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
ENTRY = AtomEntry(
    id="tag:agenda.example.nl,2026:de-kern/koffie",
    title="Koffie",
    url="https://agenda.example.nl/activiteiten/de-kern/koffie/",
    published=datetime(2026, 1, 5, 9, tzinfo=UTC),
    updated=NEW,
    content="Elke zondag.\nKom erbij.",
    authors=("De Kern",),
    categories=(("ontmoeten", "Ontmoeten"),),
)
FEED = AtomFeed(
    id="https://agenda.example.nl/feeds/all.atom",
    title="Streekagenda",
    subtitle="Alles",
    language="nl",
    updated=NEW,
    author="Streekagenda",
    self_url="https://agenda.example.nl/feeds/all.atom",
    page_url="https://agenda.example.nl/",
)
A = "{http://www.w3.org/2005/Atom}"


def test_a_feed_is_written_so() -> None:
    assert atom(FEED, [atom_entry(ENTRY)]).decode() == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">'
        "<id>https://agenda.example.nl/feeds/all.atom</id><title>Streekagenda</title><subtitle>Alles</subtitle>"
        "<updated>2026-02-03T04:05:06Z</updated><author><name>Streekagenda</name></author>"
        '<link rel="self" type="application/atom+xml" href="https://agenda.example.nl/feeds/all.atom" />'
        '<link rel="alternate" type="text/html" href="https://agenda.example.nl/" />'
        "<entry><id>tag:agenda.example.nl,2026:de-kern/koffie</id><title>Koffie</title>"
        '<link rel="alternate" type="text/html" href="https://agenda.example.nl/activiteiten/de-kern/koffie/" />'
        "<published>2026-01-05T09:00:00Z</published><updated>2026-02-03T04:05:06Z</updated>"
        "<author><name>De Kern</name></author>"
        '<category term="ontmoeten" label="Ontmoeten" />'
        '<content type="text">Elke zondag.\nKom erbij.</content></entry></feed>\n'
    )


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("</title><script>&", "</title><script>&"),
        ("]]><!-- \x00\x0b\x1b\ufffe\ud800", "]]><!--"),
        ('"&quot;\u2028\r\n<x>', '"&quot; <x>'),
    ],
)
def test_hostile_words_come_out_as_text(words: str, read: str) -> None:
    entry = replace(ENTRY, title=words, content=words, authors=(words,), categories=((words, words),))
    root = ET.fromstring(atom(replace(FEED, title=words, subtitle=words, author=words), [atom_entry(entry)]))
    assert root.findtext(f"{A}title") == root.findtext(f"{A}subtitle") == read
    assert root.findtext(f"{A}entry/{A}title") == read
    category = root.find(f"{A}entry/{A}category")
    assert category is not None
    assert category.attrib == {"term": read, "label": read}
    assert {element.tag for element in root.iter()} <= {
        f"{A}{name}"
        for name in [
            "feed",
            "id",
            "title",
            "subtitle",
            "updated",
            "author",
            "name",
            "link",
            "entry",
            "published",
            "category",
            "content",
        ]
    }
