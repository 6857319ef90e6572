"""Addresses in every language."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from streekagenda.urls import KINDS, RESERVED, Addresses, relative

LANGUAGES = ("nl", "en", "tr", "ar", "uk", "pl")
ADDRESSES = Addresses(url="https://agenda.example.org/", languages=LANGUAGES)
PAGES = (
    *KINDS,
    "agenda",
    "subscribe",
    "submit",
    "guide",
    "accessibility",
    "embed",
    "search",
    "map",
    "changes",
    "builder",
    "statement",
    "screen",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_can_be_written_on_paper_and_leads_to_one_page(language: str) -> None:
    paths = [ADDRESSES.page(kind, language) for kind in PAGES]
    assert len(set(paths)) == len(PAGES)
    assert all(re.fullmatch(r"[a-z/-]+/", path) for path in paths)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_free_page_can_take_the_address_of_another_page(language: str) -> None:
    home = ADDRESSES.home(language)
    words = {ADDRESSES.page(kind, language).removeprefix(home).split("/")[0] for kind in PAGES}
    assert words - RESERVED == set()


def test_a_language_without_words_of_its_own_has_the_english_ones() -> None:
    assert [ADDRESSES.page("area", language, "zandweerd") for language in LANGUAGES] == [
        "wijken/zandweerd/",
        "en/areas/zandweerd/",
        "tr/mahalleler/zandweerd/",
        "ar/areas/zandweerd/",
        "uk/areas/zandweerd/",
        "pl/dzielnice/zandweerd/",
    ]


@pytest.mark.parametrize(
    ("feed", "expected"),
    [
        ("feeds/all.ics", "en/embedding/?what=all"),
        ("feeds/area/zandweerd.ics", "en/embedding/?what=area/zandweerd"),
        ("feeds/area/zandweerd/topic/bewegen.ics", "en/embedding/?what=area/zandweerd/topic/bewegen"),
    ],
)
def test_the_builder_is_opened_with_the_list_of_a_feed(feed: str, expected: str) -> None:
    assert ADDRESSES.builder(feed, "en") == expected


@pytest.mark.parametrize(
    ("path", "page", "link"),
    [
        ("", "", "./"),
        ("", "wijken/", "../"),
        ("static/a.css?v=1", "404.html", "static/a.css?v=1"),
        ("wijken/", "wijken/", "./"),
        ("wijken/oost/#x", "wijken/west/", "../oost/#x"),
        ("wijken/oost/", "wijken/", "oost/"),
        ("wijken", "wijken/oost/", "../../wijken"),
        ("wijkenlijst/", "wijken/oost/", "../../wijkenlijst/"),
        ("plekken/hof/", "activiteiten/de-kern/koffie/", "../../../plekken/hof/"),
    ],
)
def test_a_link_is_the_shortest_way_to_a_path(path: str, page: str, link: str) -> None:
    assert relative(path, page) == link


FOLDERS = st.lists(st.sampled_from(["a", "ab", "b"]), max_size=3).map(lambda names: "".join(f"{one}/" for one in names))


@given(FOLDERS, st.sampled_from(["", "a", "x.html", "#d"]), FOLDERS, st.sampled_from(["", "404.html"]))
@example("a/", "", "a/b/", "")
def test_a_link_leads_from_any_page_to_any_path(folders: str, rest: str, page: str, file: str) -> None:
    base = "https://agenda.example.org/streek/"
    assert urljoin(base + page + file, relative(folders + rest, page + file)) == base + folders + rest
