"""What somebody probably means, and when nothing else can be meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.content.nearest import alike, slip

KEYS = ["titel", "wanneer", "plek", "onderwerpen", "doelgroepen", "prijs", "aanmelden", "links", "talen", "contact"]
AREAS = ["zandweerd", "rivierenwijk", "colmschate-noord", "colmschate-zuid", "wijk-1", "wijk-2"]


@pytest.mark.parametrize(("word", "near", "certain"), [
    ("onderwerpn", "onderwerpen", True),  # a letter fewer
    ("onderwerpenn", "onderwerpen", True),  # a letter more
    ("onderwarpen", "onderwerpen", True),  # another letter
    ("onderwrepen", "onderwerpen", True),  # two letters swapped
    ("Onderwerpen", "onderwerpen", True),  # a capital
    ("Aan-melden", "aanmelden", True),  # a dash
    ("link", "links", True),
    ("onderwerp", "onderwerpen", False),  # two letters: another word
    ("plak", "plek", False),  # too short to be sure
    ("plaats", "plek", False),
    ("tale", "talen", True),
])  # fmt: skip
def test_slip_is_one_slip_of_the_fingers(word: str, near: str, certain: bool) -> None:
    assert slip(word, near, [key for key in KEYS if key != near]) is certain


@pytest.mark.parametrize(("word", "near", "others"), [
    ("wijk-3", "wijk-1", ["wijk-2"]),  # figures say which one
    ("klas-2027", "klas-2026", []),
    ("koken", "kopen", ["koker"]),  # another choice is as near
    ("lopen", "hopen", ["dopen"]),
    ("dansen", "dansan", ["daasen"]),  # two steps from another choice
    ("a" * 61, "a" * 62, []),  # too long to be compared
])  # fmt: skip
def test_slip_is_never_certain_when_something_else_can_be_meant(word: str, near: str, others: list[str]) -> None:
    assert slip(word, near, others) is False


@pytest.mark.parametrize(("word", "near", "certain"), [
    ("Zandweerd", "zandweerd", True),
    ("Colmschate Noord", "colmschate-noord", True),
    ("colmschate_noord", "colmschate-noord", True),
    ("Zändweerd", "zandweerd", True),
    ("zandwerd", "zandweerd", False),  # another village can have that name
    ("wijk1", "wijk-1", True),
    ("wijk-3", "wijk-1", False),
])  # fmt: skip
def test_names_are_alike_but_for_capitals_accents_spaces_and_dashes(word: str, near: str, certain: bool) -> None:
    assert alike(word, near, AREAS) is certain


def test_name_that_is_alike_two_is_not_certain() -> None:
    assert alike("de linde", "de-linde", ["de-linde", "delinde"]) is False


@given(word=st.text(max_size=12), near=st.text(max_size=12))
def test_slip_works_both_ways_for_words_of_the_same_length(word: str, near: str) -> None:
    if len(word) == len(near) and word == word.casefold() and near == near.casefold():
        assert slip(word, near, []) is slip(near, word, [])
