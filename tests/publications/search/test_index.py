"""The index has the same bytes each time, for any number of threads, and nothing that nobody loads."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import cast

import pytest

from streekagenda.diagnostics import Severity
from streekagenda.model.selection import Selection
from streekagenda.pipeline import _lacking
from streekagenda.publications import search
from streekagenda.publications.search.index import Entry, Indexing, program
from streekagenda.publications.search.same_bytes import in_order
from streekagenda.recurrence.asked import HELD
from tests import examples as ex
from tests.publications.html_sites import site

ENTRIES = [
    Entry(
        path=f"activiteiten/e{number}/",
        content=f"koffie nummer {number} " + " ".join(f"woord{number * 7 % other}" for other in range(2, 40)),
        meta={"title": f"Koffie {number}", "where": "De Linde", "when": "elke zondag", "dates": "[]", "lang": "nl"},
        filters={
            "kind": ("event",),
            "area": ("deventer", f"wijk-{number % 17}"),
            "topic": tuple(f"onderwerp-{number % other}" for other in (3, 5, 7)),
            "audience": (f"groep-{number % 11}",),
        },
    )
    for number in range(300)
]


def made() -> dict[str, bytes]:
    found = program()
    assert found is not None
    return in_order(Indexing(found, ENTRIES, "nl").files())


def test_the_same_entries_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = made()
    assert made() == first
    monkeypatch.setenv("RAYON_NUM_THREADS", "1")
    monkeypatch.setenv("TOKIO_WORKER_THREADS", "1")
    assert made() == first


def test_only_what_a_search_loads_is_published() -> None:
    names = [name for name in made() if "/" not in name]
    (language,) = json.loads(made()["pagefind-entry.json"])["languages"].values()
    assert names == [
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.js",
        f"pagefind.{language['hash']}.pf_meta",
        "wasm.nl.pagefind",
    ]
    assert language["page_count"] == len(ENTRIES)


def test_a_language_that_has_no_stemmer_gets_the_code_without() -> None:
    found = program()
    assert found is not None
    assert "wasm.unknown.pagefind" in in_order(Indexing(found, ENTRIES[:1], "uk").files())


def test_two_builds_in_all_languages_are_equal() -> None:
    whole = site(ex.event(), in_region={"languages": ("nl", "ar")})
    for language in ("nl", "ar"):
        first = {one.path: one.content for one in search.Search(whole, language).outputs()}
        assert {one.path: one.content for one in search.Search(whole, language).outputs()} == first


def test_without_the_program_the_page_offers_the_lists_and_the_build_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    program.cache_clear()
    try:
        assert not search.possible()
        (page,) = search.Search(site(ex.event()), "nl").outputs()
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
    found = program()
    assert found is not None
    with pytest.raises(ChildProcessError, match="before its work was done"):
        Indexing(found, [replace(ENTRIES[0], meta=cast("dict[str, str]", {"title": 5}))], "nl").files()


def test_what_was_begun_is_what_is_listed_and_asks_no_less() -> None:
    """The questions make that the index of a site is made anew where an event changed."""
    whole = site(ex.event())
    alone = search.Search(whole, "nl")
    with whole.index.asked.during() as asked:
        listed = {one.path: one.content for one in alone.outputs()}
    begun = search.Search(whole, "nl")
    begun.begin()
    with whole.index.asked.during() as asked_later:
        assert {one.path: one.content for one in begun.outputs()} == listed
    assert asked_later == asked
    assert (HELD, Selection(), whole.today) in {one[:3] for one in asked}
