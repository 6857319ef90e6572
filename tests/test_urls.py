"""Addresses in every language."""

from __future__ import annotations

import re

import pytest

from streekagenda.urls import KINDS, RESERVED, Addresses

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
