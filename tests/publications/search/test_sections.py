"""Groups of sections that stay are taken over; what is joined from them is what is made at once."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import pytest

from streekagenda.publications.search.entry import Entry, Source
from streekagenda.publications.search.forms import Form
from streekagenda.publications.search.groups import Groups
from streekagenda.publications.search.index import Index
from streekagenda.publications.search.postings import Postings, Words
from streekagenda.publications.search.spelling import words
from streekagenda.store.blobs import Blobs

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

NAMES = [f"kern/activiteit-{number}" for number in range(300)]


@pytest.fixture(params=[b"\x00\x80", b"\x03\x00", b"\x08\x00"], ids=["few", "some", "each"], autouse=True)
def _sections_in_groups(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few sections end a group, as in a region of any size, or some, or each is one."""
    monkeypatch.setattr("streekagenda.publications.search.groups._ENDS_OF_GROUPS", request.param)
    monkeypatch.setattr(
        "streekagenda.publications.search.postings.LARGEST", 40
    )  # so that there are many files of words


class Site:
    """Titles of activities by their names, and what was done to publish them."""

    def __init__(self, blobs: Blobs) -> None:
        self.blobs = blobs
        self.made: list[str] = []
        self.asked: set[str] = set()

    def files(self, titles: Mapping[str, str], *, known: bool = True) -> dict[str, bytes | list[str]]:
        """All files of an index, and the words in their order."""
        index, counts, found = Index("nl"), Counter[str](), {}
        groups = Groups(self.sources(titles, known=known), self.blobs, b"nl")
        for laid in groups.laid(self.postings):
            counts.update(laid.counts)
            fragments = [one(number) for one in laid.fragments for number in range(len(one))]
            found |= dict(zip(index.add(laid.section), fragments, strict=True))
        assert len(found) == len(titles)
        files = {name: make() for name, make in index.files(groups.former())}
        groups.remember(index.of_words)
        return {**found, **files, "words": words(counts)}

    def sources(self, titles: Mapping[str, str], *, known: bool = True) -> list[Source]:
        """Give what can be found, of which nothing was made yet."""
        self.made.clear()
        self.asked.clear()
        return [
            Source(name=name, made_of=title if known else "", make=partial(self._entry, name, title))
            for name, title in titles.items()
        ]

    def _entry(self, name: str, title: str) -> Entry:
        self.made.append(name)
        content = f"{title} elke week {name} crêpes week"
        meta = {"title": title, "where": f"Zaal {len(name)}"}
        kind = ("event", f"soort-{len(title) % 5}")
        return Entry(path=f"{name}/", content=content, meta=meta, found_by=meta, filters={"kind": kind, "area": ()})

    def postings(self, asked: Collection[str]) -> Postings:
        self.asked.update(asked)
        plain = {word: word.lower().replace("ê", "e") for word in asked}
        return Postings({word: (Form(own, "" if own == word else word, 24),) for word, own in plain.items()})


TITLES = {name: f"Samen {'eten' if number % 3 else 'Zondagkoffie'} {number % 7}" for number, name in enumerate(NAMES)}


@pytest.mark.parametrize(
    ("after", "made", "laid"),
    [
        (TITLES, [], False),
        ({**TITLES, NAMES[150]: "Soep koken en soep eten"}, [NAMES[150]], True),
        ({name: title for name, title in TITLES.items() if name != NAMES[150]}, [], True),
        ({"kern/nieuw": "Nieuw", **TITLES}, ["kern/nieuw"], True),
        ({NAMES[299]: TITLES[NAMES[299]], **TITLES}, [], True),
        ({}, [], False),
    ],
    ids=["nothing", "changed", "gone", "new", "moved", "all gone"],
)
def test_what_changed_is_made_and_its_own_section_laid_anew(
    tmp_path: Path, after: dict[str, str], made: list[str], laid: bool
) -> None:
    """The names fall into 13 sections of 1 to 82 entries."""
    warm = Site(Blobs(tmp_path / "blobs", b"1"))
    first = warm.files(TITLES)
    assert warm.made == NAMES
    assert warm.files(after) == Site(Blobs()).files(after)
    assert warm.made == made
    assert bool(warm.asked) == laid
    assert len(warm.asked) < 300
    assert warm.files(after)
    assert warm.made == []
    assert warm.files(TITLES) == first


def test_a_word_that_makes_others_compounds_lays_their_sections_anew(tmp_path: Path) -> None:
    warm, after = Site(Blobs(tmp_path / "blobs", b"1")), {**TITLES, NAMES[1]: "Koffie"}
    before = warm.files(TITLES)
    files = warm.files(after)
    assert files == Site(Blobs()).files(after)
    assert warm.made == [NAMES[1]]
    assert {"koffie", "Zondagkoffie"} <= warm.asked
    with_part = [name for name, content in files.items() if name.startswith("fragment/") and b" koffie" in content]
    assert len(with_part) == 100
    assert not before.keys() & set(with_part)


def test_what_is_not_known_is_made_each_time(tmp_path: Path) -> None:
    warm = Site(Blobs(tmp_path / "blobs", b"1"))
    assert warm.files(TITLES, known=False) == warm.files(TITLES, known=False)
    assert warm.made == NAMES


@pytest.mark.parametrize("function", ["groups of entries", "laid groups of entries", "sections of entries"])
@pytest.mark.parametrize("remembered", [b"[]", b"\xff", b"\xa1AaAb", b"\xa1Aa\x85@@@@@", b"\xa1Aa\x86@@@@@@"])
def test_what_is_no_memory_is_made_anew(tmp_path: Path, function: str, remembered: bytes) -> None:
    warm = Site(Blobs(tmp_path / "blobs", b"1"))
    warm.files(TITLES)
    for question in (b"nl", *(b"nl\0" + name.encode() for name in NAMES)):
        warm.blobs.learn(function, question, remembered)
    after = {**TITLES, NAMES[150]: "Soep"}
    assert warm.files(after) == Site(Blobs()).files(after)
    assert warm.files(TITLES) == Site(Blobs()).files(TITLES)


def test_of_groups_that_stay_no_section_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streekagenda.publications.search.groups._ENDS_OF_GROUPS", b"\x08\x00")
    warm, read = Site(Blobs(tmp_path / "blobs", b"1")), list[bytes]()
    warm.files(TITLES)
    recall = warm.blobs.recall

    def noted(function: str, question: bytes) -> bytes | None:
        if function == "sections of entries":
            read.append(question)
        return recall(function, question)

    monkeypatch.setattr(warm.blobs, "recall", noted)
    groups = Groups(warm.sources({**TITLES, NAMES[150]: "Soep"}), warm.blobs, b"nl")
    laid = list(groups.laid(warm.postings))
    assert len(laid) == 13
    assert len(read) == 1
    assert warm.made == [NAMES[150]]
    of_all = [one(number) for group in laid for one in group.fragments for number in range(len(one))]
    assert len(of_all) == len(NAMES)
    assert len(read) == 13
    assert warm.made == [NAMES[150]]


def test_files_of_words_of_which_all_is_said_as_before_are_not_joined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm, joined = Site(Blobs(tmp_path / "blobs", b"1")), list[str]()
    before = warm.files(TITLES)
    said = Words._said
    monkeypatch.setattr(Words, "_said", lambda self, stem, words: joined.append(stem) or said(self, stem, words))
    after = {**TITLES, NAMES[150]: f"{TITLES[NAMES[150]]} soep"}
    index, groups = Index("nl"), Groups(warm.sources(after), warm.blobs, b"nl")
    for laid in groups.laid(warm.postings):
        index.add(laid.section)
    files = dict(index.files(groups.former()))
    kept = [name for name in files if name in before and name.startswith("index/")]
    assert len(kept) > 30
    assert len(set(joined)) < 100 < len({word for word, _ in index._words._words})
    assert {name: files[name]() for name in kept} == {name: before[name] for name in kept}


def test_a_word_behind_all_others_comes_into_the_last_file_where_that_has_room(tmp_path: Path) -> None:
    warm, before = Site(Blobs(tmp_path / "blobs", b"1")), {**TITLES, NAMES[1]: "zz"}
    warm.files(before)
    assert warm.files({**before, NAMES[2]: "zzz"}) == Site(Blobs()).files({**before, NAMES[2]: "zzz"})


def test_what_a_build_laid_that_came_to_no_end_is_not_believed(tmp_path: Path) -> None:
    """It found a compound in groups of which no entry changed."""
    warm = Site(Blobs(tmp_path / "blobs", b"1"))
    warm.files(TITLES)
    list(Groups(warm.sources({**TITLES, NAMES[1]: "Koffie"}), warm.blobs, b"nl").laid(warm.postings))
    assert warm.files(TITLES) == Site(Blobs()).files(TITLES)
