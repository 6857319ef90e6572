"""What stays when events change is what a clean build makes: after each of many random changes, byte for byte."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from streekagenda import ahead, pipeline, remade, unchanged
from streekagenda.builds import Built, Settings
from streekagenda.content.built_events import Found
from streekagenda.preparing import Before, Prepared, prepare
from streekagenda.publications.editions import coming, contents
from streekagenda.publications.editions.cards import Cards
from streekagenda.publications.feeds import parts
from streekagenda.publications.written import Written
from streekagenda.remade import kept as kept_of
from streekagenda.store import Store, open_store
from streekagenda.store.zipped import zipped
from tests.content_files import EVENT as TEXT
from tests.content_files import GOOD, written
from tests.git_repositories import committed, repository
from tests.random_edits import OF_EVENTS, edit_region, made_up

NOON = datetime(2026, 11, 22, 12)
BUILDS = 200 if os.environ.get("ENDURE") else 6
"""How many builds a run compares; ``make endure`` does it more often."""

EVENT = "events/de-kern/koffie.md"


def built(settings: Settings) -> Built:
    seen = unchanged.see(settings, time.time_ns() + unchanged.RACY_NS)
    done = unchanged.recall(settings, seen)
    if done:
        return done
    two = replace(settings, jobs=2)  # what changed is validated by another process, and the site is looked at by one
    with unchanged.looking(two, seen) as looking, ahead.reading(two, seen) as reading:
        return pipeline.build(settings, seen=seen, reading=reading, looking=looking)


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files stayed in each build that made only a part of them."""
    found: list[int] = []
    known_of = remade.known_of

    def counted(*args: Any) -> remade.Known:
        if args[2] is not None:
            found.append(len(args[3].paths))
        return known_of(*args)

    monkeypatch.setattr(remade, "known_of", counted)
    return found


@pytest.fixture
def taken_over(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each build that took over what the last one had read, whether another process validated what changed."""
    found: list[bool] = []

    def counted(
        settings: Settings, before: Before | None, there: Callable[[], Found | None], commit: bytes | None
    ) -> Prepared:
        def noted() -> Found | None:
            beside = there()
            if before:
                found.append(beside is not None)
            return beside

        return prepare(settings, before, noted, commit)

    monkeypatch.setattr(pipeline, "prepare", counted)
    return found


@pytest.mark.parametrize(("seed", "most"), [(1, coming.MOST), (2, 4)])
def test_what_stays_is_what_a_clean_build_makes(
    tmp_path: Path, kept: list[int], taken_over: list[bool], monkeypatch: pytest.MonkeyPatch, seed: int, most: int
) -> None:
    chance = random.Random(seed)
    for module in (coming, contents):
        monkeypatch.setattr(module, "MOST", most)  # cards of a page
    top = repository(tmp_path / "repository")
    made_up(top / "content", chance, 14)
    shutil.copytree("layouts", top / "layouts")
    committed(top, {}, day="2026-11-10")
    clean = Settings(content=top / "content", layouts=top / "layouts", output=tmp_path / "clean", now=NOON)
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    of_events = 0
    for number in range(BUILDS):
        done = [] if number == 0 else [edit_region(top, chance) for _ in range(chance.choice((1, 1, 1, 2, 5)))]
        with open_store(clean.content, environment) as store:
            warm = built(replace(clean, output=tmp_path / "warm", store=store))
        wanted = pipeline.build(clean)
        assert warm.diagnostics == wanted.diagnostics, (number, done)
        found, expected = files(tmp_path / "warm"), files(tmp_path / "clean")
        assert found.keys() ^ expected.keys() == set(), (number, done)
        assert [path for path in sorted(found) if found[path] != expected[path]] == [], (number, done)
        of_events += bool(done) and all(name in OF_EVENTS for name in done)
    # the others are builds of nothing, or read a file that changed a moment ago
    assert sum(many > 100 for many in kept) > of_events // 2
    assert BUILDS > len(taken_over) >= sum(taken_over) > of_events // 2


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Settings]:
    content = tmp_path / "content"
    written(content, GOOD | {EVENT: TEXT})
    with open_store(content, {"XDG_CACHE_HOME": str(tmp_path / "cache")}) as store:
        settings = Settings(content=content, layouts=Path("layouts"), output=tmp_path / "site", now=NOON, store=store)
        built(settings)
        yield settings


def titled(settings: Settings, title: str) -> None:
    file = settings.content / EVENT
    file.write_text(TEXT.replace("titel: Koffie", f"titel: {title}"), encoding="utf-8")


def page(settings: Settings) -> str:
    return (settings.output / "activiteiten/de-kern/koffie/index.html").read_text(encoding="utf-8")


def test_a_change_of_an_event_leaves_most_files_and_asks_again_only_what_it_may_have_touched(
    small: Settings, kept: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[tuple[str, object]] = []
    still_told = remade.still_told

    def asked(site: Any, row: Any) -> bool:
        again.append((row[1].rpartition(".")[2], tuple(row[2])))
        return still_told(site, row)

    monkeypatch.setattr(remade, "still_told", asked)
    for number in range(2):  # of a site in which files stayed files stay too
        titled(small, f"Thee {number}")
        published = built(small).published
        assert published is not None
        assert kept[number] > published.written > 5
        assert f"<h1>Thee {number}</h1>" in re.sub(r"<h1[^>]*>", "<h1>", page(small))
    assert len(kept) == 2
    assert ("_held", ()) in again  # it reads all events
    periods = {
        asked for name, asked in again if name == "_told_of_pieces"
    }  # of some twelve; the event is on 15 January
    assert periods == {("2027-01-01", "2027-01-31"), ("2027-01-11", "2027-01-17")}


def as_clean(settings: Settings) -> None:
    """Build, and compare with a site of which nothing was known."""
    published = built(settings).published
    clean = replace(settings, output=settings.output.with_name("clean"), store=Store())
    wanted = pipeline.build(clean).published
    assert published is not None
    assert wanted is not None
    assert files(settings.output) == files(clean.output)


def test_what_was_found_of_an_event_that_left_the_feeds_is_believed_no_more(small: Settings, kept: list[int]) -> None:
    other = small.content / "events/de-kern/thee.md"
    for change in (
        lambda: other.write_text(TEXT.replace("Koffie", "Thee"), encoding="utf-8"),
        lambda: other.write_text(TEXT.replace("2027-01-15", "2020-01-15"), encoding="utf-8"),
        lambda: titled(small, "Soep"),
    ):
        change()
        as_clean(small)
    assert len(kept) == 3
    assert "Thee" not in (small.output / "feeds/all.ics").read_text(encoding="utf-8")


def test_where_only_words_of_an_event_changed_since_the_last_build_what_reads_none_is_not_asked_again(
    small: Settings, kept: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    words: list[bool] = []
    with_former = remade.with_former

    def noted(*args: Any) -> Any:
        site = with_former(*args)
        assert site.former is not None
        words.append(site.former.same_but_words)
        return site

    monkeypatch.setattr(remade, "with_former", noted)
    other, later = small.content / "events/de-kern/thee.md", TEXT.replace("2027-01-15", "2026-12-04")
    for change, same_but_words in (
        (lambda: titled(small, "Thee"), True),
        (lambda: (small.content / EVENT).write_text(later, encoding="utf-8"), False),
        (lambda: (small.content / EVENT).write_text(later.replace("Koffie", "Soep"), encoding="utf-8"), True),
        (lambda: titled(small, "Koffie"), False),  # as when all was read, which is not as it was left
        (lambda: other.write_text(TEXT, encoding="utf-8"), False),
        (lambda: other.write_text(TEXT.replace("Koffie", "Thee"), encoding="utf-8"), True),
        (other.unlink, False),
    ):
        change()
        as_clean(small)
        assert words.pop() == same_but_words
    assert len(kept) == 7


def test_list_of_which_only_words_changed_is_its_former_self_and_what_it_asked_is_known_on(
    small: Settings, kept: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, renewed = tmp_path / "told", Cards.renewed

    def noted(self: Cards, page: str) -> bytes:
        found = renewed(self, page)
        with told.open("a", encoding="utf-8") as file:  # in whichever process
            print(page, bool(found), file=file)
        return found

    monkeypatch.setattr(Cards, "renewed", noted)
    later = TEXT.replace("2027-01-15", "2027-02-15")
    for change, is_renewed in (
        (lambda: titled(small, "Thee"), True),
        (lambda: titled(small, "Soep"), True),
        (lambda: (small.content / EVENT).write_text(later, encoding="utf-8"), False),
    ):
        told.write_text("")
        change()
        as_clean(small)
        said = told.read_text(encoding="utf-8").splitlines()
        for page in (
            "agenda/2027/01/",
            "embed/agenda/2027/01/",
            "en/agenda/2027/01/",
            "onderwerpen/ontmoeten/",
            "en/areas/zandweerd/",
            "embed/plekken/de-linde/",
        ):
            assert f"{page} {is_renewed}" in said
    assert len(kept) == 3


def test_which_files_there_were_before_the_last_build_says_nothing_of_now(
    small: Settings, kept: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST_EVENTS", 1)
    other = small.content / "events/de-kern/thee.md"
    subscribe = small.output / "abonneren/index.html"
    for change, linked in (
        (lambda: other.write_text(TEXT, encoding="utf-8"), True),
        (other.unlink, False),
        (lambda: other.write_text(TEXT, encoding="utf-8"), True),
        (lambda: titled(small, "Soep"), True),
    ):
        change()
        as_clean(small)
        assert ("feeds/all.2.ics" in subscribe.read_text(encoding="utf-8")) == linked
    assert len(kept) == 4


def test_where_the_site_is_not_as_it_was_left_all_is_made(small: Settings, kept: list[int]) -> None:
    (small.output / "agenda/index.html").write_text("weg", encoding="utf-8")
    titled(small, "Thee")
    built(small)
    assert kept == []
    assert (small.output / "agenda/index.html").read_text(encoding="utf-8") != "weg"


@pytest.mark.parametrize("then", ["titel: Thee", "titel: Koffie # voor wie dit leest"], ids=["title", "comment"])
@pytest.mark.parametrize("name", ["agenda/notes.txt", "notes.txt"])
def test_what_somebody_put_beside_the_files_of_the_site_goes_with_the_next_build(
    small: Settings, name: str, then: str
) -> None:
    titled(small, "Soep")
    built(small)
    titled(small, "Koffie")
    built(small)  # both sites are known
    (small.output / name).write_text("not ours", encoding="utf-8")
    (small.content / EVENT).write_text(TEXT.replace("titel: Koffie", then), encoding="utf-8")
    as_clean(small)
    titled(small, "Soep")
    as_clean(small)


@pytest.mark.parametrize("later", [timedelta(hours=1), timedelta(days=1), -timedelta(minutes=1)])
def test_at_a_moment_for_which_the_site_does_not_hold_all_is_made(
    small: Settings, kept: list[int], later: timedelta
) -> None:
    titled(small, "Thee")
    built(replace(small, now=NOON + later))
    assert kept == []


def test_what_changes_while_it_is_read_is_in_all_of_the_site(small: Settings, kept: list[int]) -> None:
    titled(small, "Thee")
    seen = unchanged.see(small, time.time_ns() + unchanged.RACY_NS)
    titled(small, "Soep")
    pipeline.build(small, seen=seen)
    assert kept == []
    assert "Soep" in page(small)


def joined(parts: dict[str, bytes]) -> bytes:
    return b"".join(b"%d %s\n%s" % (len(content), name.encode(), content) for name, content in parts.items())


def of_all(made: Written) -> tuple[list[Any], list[Any]]:
    """Return all sets and all questions."""
    sets, questions = made.many
    return list(map(made.set_of, range(sets))), json.loads(json.dumps(list(map(made.row, range(questions)))))


def test_memory_that_makes_no_sense_is_none(small: Settings, kept: list[int]) -> None:
    asked, blobs = unchanged.asked_for(small), small.store.blobs
    last, whole = blobs.recall("remade", asked), blobs.recall("remade, all of it", asked)
    assert last is not None
    assert whole is not None
    digest, parts = kept_of._digest(whole).encode(), kept_of._parts(whole)
    no_sense = (
        joined({name: content for name, content in parts.items() if name != "dates"}),
        joined({**parts, "files": zipped((b'["index.html"]',))}),
        joined({**parts, "things": zipped((b"[1]",))}),
        joined({**parts, "asked ends": zipped((b"\0\0\0\0",))}),
        joined({**parts, "of files": parts["of files"][:-3]}),
        whole[: len(whole) // 2],
        whole[1:],
        b"[]",
        b"{",
    )
    senses = [(last, b""), (last, whole[:-1]), (b"[]", whole), (b"{", whole), (b"", whole)]
    senses += [(last.replace(digest, kept_of._digest(sense).encode()), sense) for sense in no_sense]
    for number, (said, of_all) in enumerate(senses):
        blobs.learn("remade", asked, said)
        blobs.learn("remade, all of it", asked, of_all)
        titled(small, f"Thee {number}")
        built(small)
        blobs.learn("remade", asked, last)
        blobs.learn("remade, all of it", asked, whole)
    assert kept == []


@pytest.mark.parametrize("much", [4, 10**9])
def test_what_is_known_of_a_site_is_recalled_though_only_what_differs_was_written(
    small: Settings, monkeypatch: pytest.MonkeyPatch, much: int
) -> None:
    monkeypatch.setattr(kept_of, "_MUCH", much)
    known: list[remade.Known] = []
    remember = remade.remember
    monkeypatch.setattr(remade, "remember", lambda *args: (known.append(args[-2]), remember(*args)))
    asked, other = unchanged.asked_for(small), small.content / "events/de-kern/thee.md"
    whole = small.store.blobs.recall("remade, all of it", asked)
    written = [
        lambda: titled(small, "Soep"),
        lambda: titled(small, "Thee"),
        lambda: other.write_text(TEXT),
        other.unlink,
    ]
    for number, change in enumerate(written):
        change()
        built(small)
        assert len(known) == number + 1
        found = remade.recall(small, unchanged.see(small, time.time_ns() + unchanged.RACY_NS))
        assert found is not None
        assert found.site
        assert found.until == known[-1].until
        was, now = known[-1].events, found.events
        assert now.prints == was.prints
        assert [now.footprints.get(event) for event in was.prints] == [
            was.footprints.get(event) for event in was.prints
        ]
        assert found.made.files == known[-1].made.files
        assert of_all(found.made) == of_all(known[-1].made)
    assert (small.store.blobs.recall("remade, all of it", asked) == whole) == (much == 4)
