"""No Dutch word on the Arabic pages of the example region, outside what partners wrote and the names of things.

What partners wrote says its language (``lang``); of names (of places, activities, streets) a page may say them within an
Arabic sentence: WCAG 3.1.2 excepts proper names.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.rendering.catalogues import entries, strings

OF_EACH_KIND = 8
"""Pages of one kind are made by one template."""
VOID = {"meta", "link", "br", "img", "input", "hr", "source", "use", "wbr", "path", "circle", "rect", "line", "polygon"}
UNREAD = {"script", "style", "title", "code"}
"""Elements whose text is no sentence of the page; in the title of a page no element can say a language."""
MAY_BE_CODE = {"textarea", "bdi"}
"""Elements that hold code or an address where they are said to run from left to right."""
ATTRIBUTES = re.compile(r"(?:alt|aria-label|placeholder|title|data-said|data-say(?:-.+)?)")
WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ’'-]+")
ADDRESS = re.compile(r"\S*(?:://|@|\w[./]\w)\S*")
NAMES = {"name", "title", "also_known_as", "street", "postcode", "city", "price"}
"""Keys of the API that hold names, and what a price is in the words of a partner."""
QUOTED_BY_A_SENTENCE = re.compile("\N{FIRST STRONG ISOLATE}[^\N{POP DIRECTIONAL ISOLATE}]*\N{POP DIRECTIONAL ISOLATE}")


class Reader(HTMLParser):
    """Gathers what a page says in Arabic: texts and attributes whose nearest ``lang`` is ``ar``."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        language = dict(attrs).get("lang") or (self.open[-1][1] if self.open else "")
        if language == "ar" and tag != "link":
            self.said += [value for name, value in attrs if value and ATTRIBUTES.fullmatch(name)]
        if tag not in VOID:
            code = tag in MAY_BE_CODE and dict(attrs).get("dir") == "ltr"
            self.open.append((tag, "" if code else language))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and any(one == tag for one, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1] == "ar" and not UNREAD & {tag for tag, _ in self.open}:
            self.said.append(data)


def in_arabic(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    return reader.said


def names(site: Path) -> list[str]:
    """The names of the region, the longest first: one may hold another."""
    found: set[str] = set()

    def gather(value: Any, within: str) -> None:
        if isinstance(value, dict):
            for key, one in value.items():
                gather(one, within if within in NAMES else key)
        elif isinstance(value, list):
            for one in value:
                gather(one, within)
        elif isinstance(value, str) and within in NAMES:
            found.add(value)

    for file in (site / "api/v1").rglob("*.json"):
        if "schema" not in file.parts and file.name != "openapi.json":
            gather(json.loads(file.read_text(encoding="utf-8")), "")
    return sorted(filter(None, found), key=len, reverse=True)


def pages(site: Path) -> list[Path]:
    by_kind: dict[tuple[str, ...], list[Path]] = defaultdict(list)
    for page in sorted((site / "ar").rglob("*.html")):
        *folders, _ = page.relative_to(site / "ar").parts
        by_kind[(*folders[:1], str(len(folders)))].append(page)
    return [page for alike in by_kind.values() for page in alike[:: max(1, len(alike) // OF_EACH_KIND)]]


@pytest.fixture(scope="module")
def known_words() -> set[str]:
    """Words in Latin letters that the catalogue itself uses: names of programs and of formats."""
    return {word for _, entry in entries("ar") for said in strings(entry) for word in WORD.findall(said)}


def test_no_dutch_word_is_on_an_arabic_page(example_site: Path, known_words: set[str]) -> None:
    known = re.compile("|".join(map(re.escape, names(example_site))))
    brand = {"Kom", "erbij"}
    wrong: dict[str, str] = {}
    for page in pages(example_site):
        for said in in_arabic(page.read_text(encoding="utf-8")):
            ours = known.sub(" ", ADDRESS.sub(" ", QUOTED_BY_A_SENTENCE.sub(" ", said)))
            for word in set(WORD.findall(ours)) - known_words - brand:
                wrong.setdefault(word, f"{page.relative_to(example_site)}: {said.strip()[:120]}")
    assert "\n".join(f"{word}: {where}" for word, where in wrong.items()) == ""


def test_the_reader_finds_dutch_words_where_they_are_taken_for_arabic() -> None:
    page = '<html lang="ar"><body><p>يوم <span lang="nl">Gratis</span> Kosten<br><img alt="Foto"><svg><use href="#a"/></svg> Plek</p>'
    assert [word for said in in_arabic(page) for word in WORD.findall(said)] == ["Kosten", "Foto", "Plek"]
