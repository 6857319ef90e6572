"""What is taken over of the last build is what is there, and only where it can be nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from operator import is_
from pathlib import Path

import pytest
from msgspec.structs import replace

from streekagenda import ahead, preparing, remade, reread, unchanged
from streekagenda.builds import Settings
from streekagenda.content.built_events import Found
from streekagenda.content.contents import Shelf
from streekagenda.model.calendar import Timeline
from streekagenda.model.place import Place
from streekagenda.preparing import Before, Prepared, prepare, site_of
from streekagenda.store import open_store
from tests.content_files import EVENT as TEXT
from tests.content_files import GOOD, written
from tests.git_repositories import committed, repository
from tests.photos import photo

NOON = datetime(2026, 11, 22, 12)
KOFFIE, FOTO = "events/de-kern/koffie.md", "events/de-kern/foto.md"
PHOTO = TEXT.replace("titel: Koffie", "titel: Foto\nafbeelding: {bestand: foto.jpg, alt: Wij}")
EVENTS = {
    KOFFIE: TEXT,
    "events/de-kern/koffie.en.md": "---\ntitle: Coffee\n---\nCome along.\n",
    FOTO: PHOTO,
    "events/de-kern/mis.md": TEXT.replace("titel: Koffie", "titel: Mis\nonderwerp: nergens"),
    "events/de-kern/oud.md": TEXT.replace("titel: Koffie", "titel: Oud\naliases: [de-kern/koffie]"),
}


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    top = repository(tmp_path / "repository")
    content = top / "content"
    written(content, GOOD | EVENTS)
    (content / "media").mkdir()
    (content / "media/foto.jpg").write_bytes(photo(40, 30))
    committed(top, {}, day="2026-11-10")
    with open_store(content, {"XDG_CACHE_HOME": str(tmp_path / "cache")}) as store:
        yield Settings(content=content, layouts=Path("layouts"), output=tmp_path / "site", now=NOON, store=store)


def recalled(settings: Settings) -> Before | None:
    kept = reread.recall(settings, unchanged.see(settings, 0))
    return reread.before_of(kept, settings) if kept else None


def remembered(settings: Settings) -> Prepared:
    """Remember what is there, long after anything changed."""
    found = prepare(settings)
    kept_again(settings, found)
    return found


def kept_again(settings: Settings, found: Prepared) -> None:
    reread.remember(settings, unchanged.see(settings, time.time_ns() + unchanged.RACY_NS), found, {})


def test_what_is_taken_over_is_what_was_there(settings: Settings) -> None:
    before = remembered(settings)
    found = recalled(settings)
    assert found is not None
    assert found.changed == frozenset()
    kept = found.prepared
    assert (kept.records, kept.history, kept.commit) == (before.records, before.history, before.commit)
    assert kept.validated == before.validated
    assert kept.validated.built == before.validated.built
    assert kept.validated.media == {"foto.jpg": photo(40, 30)}
    assert [one.code for one in kept.validated.diagnostics] == ["unknown-key-near", "alias-taken"]
    again = prepare(settings, found)
    assert again.validated.calendar is not None
    assert kept.validated.calendar is not None
    assert all(map(is_, again.validated.calendar.events, kept.validated.calendar.events))
    same(again, before)


def test_dates_that_were_kept_are_not_reckoned_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    before = remembered(settings)
    found = recalled(settings)
    assert found is not None
    assert before.site is not None
    assert found.prepared.site is not None
    assert found.prepared.site.timeline == before.site.timeline
    monkeypatch.setattr(preparing, "timeline", None)
    same(prepare(settings, found), before)


def test_dates_of_another_day_are_reckoned_anew(settings: Settings) -> None:
    clean = remembered(settings)
    found = recalled(settings)
    assert found is not None
    kept = found.prepared
    assert kept.validated.calendar is not None
    yesterday = Timeline(calendar=kept.validated.calendar, now=NOON - timedelta(days=1), occurrences=())
    old = replace(kept, site=site_of(yesterday, kept.validated.media, settings))
    same(prepare(settings, replace(found, prepared=old)), clean)


def changed(settings: Settings, path: str) -> Settings:
    file = settings.content / path
    file.write_bytes(file.read_bytes() + b"\n")
    return settings


EDITS: dict[str, Callable[[Path], object]] = {
    "another title": lambda content: written(content, {KOFFIE: TEXT.replace("titel: Koffie", "titel: Thee")}),
    "a translation gone": lambda content: (content / "events/de-kern/koffie.en.md").unlink(),
    "a commit": lambda content: committed(content.parent, {}, day="2026-11-12"),
    "another title beside a picture": lambda content: written(
        content, {FOTO: PHOTO.replace("titel: Foto", "titel: Lijst")}
    ),
    "a mistake": lambda content: written(content, {KOFFIE: TEXT.replace("titel: Koffie", "titel:")}),
    "gone, and what collided with it stays": lambda content: (content / KOFFIE).unlink(),
    "another, in a folder of its own": lambda content: written(content, {"events/nieuw/thee.md": TEXT}),
    "another name": lambda content: (content / "events/nieuw/thee.md").rename(content / KOFFIE),
    "a folder that is hidden": lambda content: (content / "events/de-kern").rename(content / "events/.de-kern"),
}
A_FOLDER = {"another, in a folder of its own", "another name", "a folder that is hidden"}
"""Of which no file tells by itself."""


def test_after_edits_of_events_it_is_what_a_clean_look_finds(settings: Settings) -> None:
    before = remembered(changed(settings, "places/de-linde.md")).validated  # which is committed with the rest
    for name, edit in EDITS.items():
        edit(settings.content)
        found = recalled(settings)
        assert found is not None, name
        assert found.prepared.history.known
        again, clean = prepare(settings, found), prepare(settings)
        same(again, clean)
        assert clean.validated != before, name
        before = clean.validated


def amended(settings: Settings) -> tuple[Before, Found | None]:
    """Return what was kept, and what another process reads and validates of what changed."""
    with ahead.reading(replace(settings, jobs=2), unchanged.see(settings, 0)) as reading:
        kept = reading.kept()
        assert kept is not None
        before = reread.before_of(kept, settings)
        assert before is not None
        return before, reread.amended(before, reading.said())


def test_what_another_process_validates_is_what_a_clean_look_finds(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered(changed(settings, "places/de-linde.md"))
    for name, edit in EDITS.items():
        edit(settings.content)
        before, found = amended(settings)
        assert (found is None) == (name in A_FOLDER), name
        with monkeypatch.context() as patch:
            if found:
                patch.setattr("streekagenda.content.calendar._Desk._event", None)
            again = prepare(settings, before, lambda found=found: found)  # type: ignore[misc]
        same(again, prepare(settings))
        assert again.validated.calendar is not None
        places = {one.id: one for one in again.validated.calendar.places}
        for event in again.validated.calendar.events:
            assert isinstance(event.place, Place)
            assert event.place is places[event.place.id], name


def test_a_picture_that_is_not_what_was_judged_is_judged_here(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered(settings)
    changed(settings, FOTO)
    assert amended(settings)[1] is not None
    monkeypatch.setattr(reread, "open_content", lambda *_, **__: photo(41, 30))
    assert amended(settings)[1] is None


def test_what_another_process_does_not_say_is_read_here(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered(settings)
    changed(settings, KOFFIE)
    monkeypatch.setattr(reread, "read_some", None)  # it fails there
    before, found = amended(settings)
    assert found is None
    same(prepare(settings, before, lambda: found), prepare(settings))
    assert reread.amended(before, b"odd") is None


def test_what_it_learnt_is_kept(settings: Settings, tmp_path: Path) -> None:
    remembered(settings)
    written(settings.content, {KOFFIE: TEXT.replace("titel: Koffie", "titel: Thee")})
    with ahead.reading(replace(settings, jobs=2), unchanged.see(settings, 0)) as reading:
        reading.said()
        assert reading.said() == b""  # it ended
    with open_store(settings.content, {"XDG_CACHE_HOME": str(tmp_path / "cache")}) as later:
        text = (settings.content / KOFFIE).read_text("utf-8")
        assert later.recall("md", text) is not None


def test_what_files_say_that_are_as_they_were_is_not_unpacked(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = remembered(settings).records
    written(settings.content, {KOFFIE: TEXT.replace("titel: Koffie", "titel: Thee")})
    changed(settings, "events/de-kern/koffie.en.md")  # which stays what it says
    with monkeypatch.context() as patch:
        patch.setattr(Shelf, "contents", None)
        before, found = amended(settings)
        again = prepare(settings, before, lambda: found)
    assert [one.document["title"] for one in again.records.records if one.path == KOFFIE] == ["Thee"]
    assert [one.document for one in again.records.records if one.path == FOTO] == [
        one.document for one in clean.records if one.path == FOTO
    ]


def test_an_event_is_read_again_with_its_other_languages(settings: Settings) -> None:
    remembered(settings)
    changed(settings, "events/de-kern/koffie.en.md")
    kept = reread.recall(settings, unchanged.see(settings, 0))
    assert kept is not None
    assert kept.changed == {"events/de-kern/koffie.en.md"}
    assert kept.again == {"events/de-kern/koffie.en.md", KOFFIE}


def test_digests_of_events_are_reckoned_of_those_that_changed(settings: Settings) -> None:
    found, seen = prepare(settings), unchanged.see(settings, time.time_ns() + unchanged.RACY_NS)
    assert found.site is not None
    prints = remade.prints_of(found.site, found.validated, seen, None)
    reread.remember(settings, seen, found, {**prints, "de-kern/foto": "as it was"})
    for edit in (EDITS["another title"], EDITS["a translation gone"]):
        edit(settings.content)
        seen, before = unchanged.see(settings, 0), recalled(settings)
        again = prepare(settings, before)
        assert again.site is not None
        known = remade.prints_of(again.site, again.validated, seen, before)
        clean = remade.prints_of(again.site, again.validated, seen, None)
        assert known == {**clean, "de-kern/foto": "as it was"}
        assert clean["de-kern/koffie"] != prints["de-kern/koffie"]


def many(settings: Settings) -> Settings:
    written(settings.content, {f"events/de-kern/thee-{number}.md": TEXT for number in range(reread.MOST + 1)})
    return settings


def damaged(settings: Settings) -> Settings:
    """Keep something else in the same place, whose checksum is right."""
    asked = unchanged.asked_for(settings)
    known = settings.store.blobs.recall("reread", asked)
    assert known is not None
    settings.store.blobs.learn("reread", asked, known[:-9])
    return settings


OTHERS: dict[str, Callable[[Settings], Settings]] = {
    "a place": lambda settings: changed(settings, "places/de-linde.md"),
    "the region": lambda settings: changed(settings, "region.yaml"),
    "a picture": lambda settings: changed(settings, "media/foto.jpg"),
    "another day": lambda settings: replace(settings, now=NOON + timedelta(days=1)),
    "drafts": lambda settings: replace(settings, drafts=True),
    "another site": lambda settings: replace(settings, output=settings.output.with_name("other")),
    "many events": many,
    "damage": damaged,
    "nobody remembers": lambda settings: replace(settings, store=type(settings.store)()),
}


def test_where_more_can_have_changed_nothing_is_taken_over(settings: Settings) -> None:
    found = remembered(settings)
    for name, other in OTHERS.items():
        kept_again(settings, found)
        assert recalled(settings) is not None, name
        assert recalled(other(settings)) is None, name


def test_what_may_change_unseen_is_not_remembered(settings: Settings) -> None:
    reread.remember(settings, unchanged.see(settings, 0), prepare(settings), {})
    assert recalled(settings) is None


def same(one: Prepared, other: Prepared) -> None:
    assert (one.records, one.validated, one.diagnostics) == (other.records, other.validated, other.diagnostics)
    assert one.site is not None
    assert other.site is not None
    assert one.site.timeline == other.site.timeline
