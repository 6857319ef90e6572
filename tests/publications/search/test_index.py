"""The index holds what Pagefind itself would make of the same entries, and nothing that nobody loads."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from streekagenda.diagnostics import Severity
from streekagenda.model.selection import Selection
from streekagenda.preparing import _lacking
from streekagenda.publications import search
from streekagenda.publications.search.entry import Entry
from streekagenda.publications.search.forms import MAGIC, Form, contents, forms_of
from streekagenda.publications.search.index import Index, Section, fragment, published
from streekagenda.publications.search.pagefind import code, code_names, indexed, program, record
from streekagenda.publications.search.postings import Postings, words_of
from streekagenda.recurrence.asked import HELD
from streekagenda.store.blobs import Blobs
from tests import examples as ex
from tests.publications.html_sites import site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ENTRIES = [
    Entry(
        path=f"activiteiten/e{number}/",
        content=f"Koffie nummer {number} "
        + " ".join(f"woord{number * 7 % other} fietsen{other}" for other in range(2, 60))
        + (
            " Crêpes-bakken bij café 't Huis, 1.000 keer; iPad? – قهوة الأحد Пирогів Kadınlar 😀 naar/van crepes crépes"
            * 3
        ),
        meta={"title": f"Koffie {number}", "where": "De Linde", "dates": "[]", "lang": "nl"},
        found_by={
            "title": f"Koffie-uur {number}",
            "where": "De Linde Kerkstraat 4",
            "when": "elke zondag 14.00–16.00" if number % 3 else "",
            "dates": "zondag 6 december 2026 van 14.00 tot 16.00 uur 13 20 é 13",
        },
        filters={
            "kind": ("event",),
            "area": ("deventer", f"wijk-{number % 17}"),
            "topic": tuple(f"onderwerp-{number % other}" for other in (3, 5, 7)),
            "audience": (),
        },
    )
    for number in range(30)
]


def running() -> Path:
    found = program()
    assert found is not None
    return found


def forms(entries: Iterable[Entry], language: str, blobs: Blobs | None = None) -> dict[str, tuple[Form, ...]]:
    texts = (text for one in entries for text in (one.content, *one.found_by.values()))
    words = (word for text in texts for word in words_of(text))
    return forms_of(words, language, running(), blobs or Blobs(), "https://example.org/")


def made(entries: list[Entry] = ENTRIES, language: str = "nl") -> dict[str, bytes]:
    """Their files, of which the index takes ten entries at a time."""
    index, postings, files = Index(language), Postings(forms(entries, language)), {}
    for start in range(0, len(entries), 10):
        some = entries[start : start + 10]
        fragments = list(map(fragment, some))
        files |= zip(index.add(Section.of(some, fragments, postings)), fragments, strict=True)
    files |= {name: make() for name, make in index.files()}
    return {name: published(name, content) for name, content in files.items()}


def made_by_pagefind(entries: list[Entry], language: str) -> dict[str, bytes]:
    records = [
        {
            "url": one.path,
            "content": one.content,
            "meta": one.found_by,
            "filters": {name: values for name, values in one.filters.items() if values},
        }
        for one in entries
    ]
    return indexed(running(), records, language)


def held(files: Mapping[str, bytes]) -> dict[str, Any]:
    """What an index holds, whatever its files are called, and however words are divided over them."""
    (meta,) = (contents(content) for name, content in files.items() if name.endswith(".pf_meta"))
    words = [word for name, content in files.items() if name.startswith("index/") for word in contents(content)[0]]
    filters = [contents(content) for name, content in files.items() if name.startswith("filter/")]
    return {
        "version": meta[0],
        "words of pages": [number for _, number in meta[1]],
        "fields": meta[5],
        "words": {word: (pages, sorted(accents)) for word, pages, accents in words},
        "filters": {name: dict(values) for name, values in filters},
    }


@pytest.mark.parametrize("language", ["nl", "en-GB", "tr", "ar", "uk", "pl"])
def test_the_index_holds_what_pagefind_makes_of_the_same_entries(language: str) -> None:
    ours, theirs = held(made(language=language)), held(made_by_pagefind(ENTRIES, language))
    assert ours == theirs
    assert len(ours["words"]) > 100


def test_each_page_is_a_file_with_what_a_result_shows() -> None:
    files = made(ENTRIES[:2])
    (meta,) = (contents(content) for name, content in files.items() if name.endswith(".pf_meta"))
    first = meta[1][0][0]
    assert json.loads(gzip.decompress(files[f"fragment/{first}.pf_fragment"]).removeprefix(MAGIC)) == {
        "url": "activiteiten/e0/",
        "content": " ".join(ENTRIES[0].content.split()),
        "word_count": len(ENTRIES[0].content.split()),
        "filters": {"area": ["deventer", "wijk-0"], "kind": ["event"], "topic": ["onderwerp-0"] * 3},
        "meta": ENTRIES[0].meta,
        "anchors": [],
    }


def test_files_say_of_which_words_they_are_in_as_few_letters_as_pagefind() -> None:
    content = [" ".join(f"{one}{other}" for other in range(60)) for one in ("aal", "aap", "zee")]
    entries = [Entry(path=str(number), content=content[number % 3], meta={}) for number in range(600)]
    ranges = []
    for files in (made(entries), made_by_pagefind(entries, "nl")):
        (meta,) = (contents(content) for name, content in files.items() if name.endswith(".pf_meta"))
        ranges.append([one[:2] for one in meta[2]])
    assert ranges[0] == ranges[1]
    assert len(ranges[0]) > 2


def test_two_files_never_have_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streekagenda.publications.search.index._LETTERS", 1)
    files = made()
    assert len([name for name in files if name.startswith("fragment/")]) == len(ENTRIES)
    assert held(files) == held(made_by_pagefind(ENTRIES, "nl"))


@pytest.mark.parametrize("language", ["nl", "en-GB", "tr", "ar", "uk", "pl", "ja"])
def test_pagefind_finds_numbers_as_they_stand_so_that_it_is_not_asked(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [
        *map(str, range(0, 3_000, 7)),
        "007",
        "00",
        "0570007118",
        "1" * 20,
        "31" * 40,
        *map(str, range(2020, 2030)),
    ]
    found_by = {"dates": "2026", "title": "13", "when": "5", "where": "0"}
    entry = Entry(path="a/", content=" ".join((*numbers, *(f"{one}." for one in numbers))), meta={}, found_by=found_by)
    theirs = held(made_by_pagefind([entry], language))
    monkeypatch.setattr("streekagenda.publications.search.forms.indexed", None)
    assert held(made([entry], language))["words"] == theirs["words"]


@pytest.mark.parametrize("words", [[":-)"], ["]}", "–"]])
def test_signs_alone_have_no_forms(words: list[str]) -> None:
    assert forms_of(words, "nl", running(), Blobs(), "https://example.org/") == dict.fromkeys(words, ())


def test_words_that_look_like_commands_of_pagefind_are_words() -> None:
    found = forms([Entry(path="", content="___PAGEFIND_WEIGHT___5 ___ _ twee\u200b \u200b — drie", meta={})], "nl")
    assert found["twee"] == (Form("twee", "", 24),)
    assert found["drie"] == (Form("drie", "", 24),)
    assert found["—"] == found["_"] == found["___"] == ()


def test_a_language_in_which_pagefind_divides_what_has_no_spaces() -> None:
    found = forms([Entry(path="", content="コーヒーを飲む 猫", meta={})], "ja")
    assert {"コーヒーを飲む", "猫"} == set(found)
    assert found["猫"] == (Form("猫", "", 24),)
    assert found["コーヒーを飲む"]


def test_forms_are_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blobs = Blobs(tmp_path / "blobs", b"1")
    first = forms(ENTRIES[:1], "nl", blobs)
    asked: list[str] = []
    monkeypatch.setattr(
        "streekagenda.publications.search.forms.indexed",
        lambda program, records, language: [
            asked.extend(str(one["content"]) for one in records),
            indexed(program, records, language),
        ][1],
    )
    assert forms(ENTRIES[:1], "nl", blobs) == first
    assert asked == []
    (more,) = (Entry(path="", content="Koffie koekjes", meta={}),)
    assert forms([more], "nl", blobs) == {"Koffie": first["Koffie"], "koekjes": (Form("koek", "", 24),)}
    assert asked == ["koekjes"]
    (file,) = (tmp_path / "blobs").iterdir()
    file.write_bytes(b"damaged")
    assert forms([more], "nl", blobs).keys() == {"Koffie", "koekjes"}
    assert asked == ["koekjes", "Koffie koekjes"]


@pytest.mark.parametrize("remembered", [b"[]", b"{", b'{"Koffie": 1}', b'{"Koffie": [[1]]}', b"\xff"])
def test_what_is_no_answer_is_asked_anew(tmp_path: Path, remembered: bytes) -> None:
    blobs = Blobs(tmp_path / "blobs", b"1")
    blobs.learn("forms of words", b"https://example.org/\0nl", remembered)
    assert forms([Entry(path="", content="Koffie", meta={})], "nl", blobs) == {"Koffie": (Form("koffie", "", 24),)}


def test_a_language_that_has_no_stemmer_gets_the_code_without() -> None:
    assert code(running(), "uk", "wasm.uk.pagefind") == indexed(running(), [record("a")], "uk")["wasm.unknown.pagefind"]
    assert code(running(), "nl", "wasm.nl.pagefind") == indexed(running(), [record("a")], "nl")["wasm.nl.pagefind"]


def test_the_code_comes_with_every_index_and_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streekagenda.publications.search.pagefind._codes", {})
    forms(ENTRIES, "nl")
    monkeypatch.setattr("streekagenda.publications.search.pagefind.indexed", None)
    found = {name: code(running(), "nl", name) for name in code_names("nl")}
    monkeypatch.undo()
    files = indexed(running(), [record("a")], "nl")
    assert found == {name: files[name] for name in found}
    assert len(found) == 3


def test_two_builds_in_all_languages_are_equal_and_hold_only_what_a_search_loads() -> None:
    whole = site(ex.event(), in_region={"languages": ("nl", "ar")})
    for language, folder in (("nl", "zoeken/"), ("ar", "ar/search/")):
        first = {one.path.removeprefix(folder): one.content for one in search.outputs(whole, language)}
        assert {one.path.removeprefix(folder): one.content for one in search.outputs(whole, language)} == first
        entry = json.loads(first["pagefind/pagefind-entry.json"])
        assert entry["languages"][language]["page_count"] == len([name for name in first if "/fragment/" in name])
        assert [name for name in first if name.count("/") < 2] == [
            "index.html",
            "words.txt",
            f"pagefind/pagefind.{entry['languages'][language]['hash']}.pf_meta",
            "pagefind/pagefind-entry.json",
            "pagefind/pagefind.js",
            "pagefind/pagefind-worker.js",
            f"pagefind/wasm.{language}.pagefind",
        ]
        assert set(entry) == {"include_characters", "languages", "version"}
        assert entry == {
            **json.loads(indexed(running(), [record("a")], language)["pagefind-entry.json"]),
            "languages": entry["languages"],
        }


def test_without_the_program_the_page_offers_the_lists_and_the_build_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    program.cache_clear()
    try:
        assert not search.possible()
        (page,) = search.outputs(site(ex.event()), "nl")
        text = page.content.decode()
        assert "Zoeken kan nog niet op deze site." in text
        assert "search.js" not in text
        assert "<form" not in text
        (advice,) = _lacking()
        assert (advice.code, advice.severity) == ("no-search", Severity.ADVICE)
    finally:
        monkeypatch.undo()
        program.cache_clear()
    assert _lacking() == ()


def test_a_program_that_ends_too_early_is_an_error_of_ours() -> None:
    with pytest.raises(ChildProcessError, match="before its work was done"):
        indexed(running(), [{"url": "", "content": "", "meta": {"title": 5}, "filters": {}}], "nl")


def test_who_searches_asks_for_all_that_is_to_come() -> None:
    """So the index of a site is made anew where an event changed, but not what searches in it, nor what is named by what it holds."""
    whole = site(ex.event())
    with whole.index.asked.during():
        asked = {one.path: whole.index.asked.until_now() for one in search.outputs(whole, "nl")}
    everything = (HELD, Selection(), whole.today)
    others = {path for path, questions in asked.items() if everything not in {one[:3] for one in questions}}
    found = {path for path in asked if path.startswith("zoeken/pagefind/fragment/")}
    assert found
    assert others == {"zoeken/index.html", *(f"zoeken/pagefind/{name}" for name in code_names("nl")), *found}
