"""What another process reads meanwhile is what this one would have read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from streekagenda import ahead, reread, unchanged
from streekagenda.builds import Settings
from streekagenda.content.built_events import Found
from streekagenda.content.records import read
from streekagenda.preparing import prepare
from streekagenda.store import Store, open_store
from streekagenda.unchanged import RACY_NS, Seen
from tests.content_files import EVENT, GOOD, written
from tests.forks import forked, is_gone

NOON = datetime(2026, 11, 22, 12)
EVENTS = {
    "events/de-kern/koffie.md": EVENT,
    "events/de-kern/koffie.en.md": "---\ntitle: Coffee\n---\nCome along.\n",
    "events/de-kern/mis.md": "---\ntitel: [\n---\n",
}


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    content = tmp_path / "content"
    written(content, GOOD | EVENTS)
    with open_store(content, {"XDG_CACHE_HOME": str(tmp_path / "cache")}) as store:
        yield Settings(
            content=content, layouts=Path("layouts"), output=tmp_path / "site", now=NOON, store=store, jobs=2
        )


def seen(settings: Settings) -> Seen:
    """Look at it long after anything changed."""
    return unchanged.see(settings, 2**62 + RACY_NS)


def kept_by(settings: Settings) -> None:
    """Keep what there is, long after anything changed."""
    reread.remember(settings, seen(settings), prepare(settings), {})


def no_process() -> int:
    pytest.fail("another process is not wanted")


def test_it_is_what_would_be_read(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    processes = forked(monkeypatch)
    alone = Store(b"")
    wanted = read(settings.content, store=alone)
    with ahead.reading(settings, seen(settings)) as reading:
        assert reading.kept() is None
        assert ahead.all_found(reading.said, settings) == Found(records=wanted)
        assert not settings.store.learnt
        settings.store.recall("md", "")
    assert [one.code for one in wanted.diagnostics] != []
    assert settings.store.learnt
    assert set(settings.store.lines().split(b"\n")) > set(alone.lines().split(b"\n"))
    assert list(map(is_gone, processes)) == [True]


def test_what_another_one_knew_before_is_no_news(settings: Settings) -> None:
    with ahead.reading(settings, seen(settings)) as reading:
        ahead.all_found(reading.said, settings)
        settings.store.lines()
    again = Store(settings.store.lines(), blobs=settings.store.blobs)
    with ahead.reading(replace(settings, store=again), seen(settings)) as reading:
        assert ahead.all_found(reading.said, settings) is not None
        again.lines()
    assert not again.learnt
    assert again.lines() == settings.store.lines()


def changed(settings: Settings, path: str) -> Settings:
    file = settings.content / path
    file.write_bytes(file.read_bytes() + b"\n")
    return settings


def known_by(settings: Settings) -> None:
    with ahead.reading(settings, seen(settings)) as reading:
        assert reading.kept() is not None
        assert reading.said() == b""


def test_where_all_is_known_or_one_process_works_nobody_reads_ahead(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fork", no_process)
    alone = replace(settings, jobs=1)
    for one, first in ((alone, None), (settings, None)):
        with ahead.reading(one, first) as reading:
            assert (reading.kept(), reading.said()) == (None, b"")
    with ahead.reading(alone, seen(alone)) as reading:
        assert (reading.kept(), reading.said()) == (None, b"")
    kept_by(settings)
    known_by(settings)
    changed(settings, "events/de-kern/koffie.md")
    known_by(alone)


def test_where_few_events_changed_they_are_validated_ahead(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_by(settings)
    changed(settings, "events/de-kern/koffie.md")
    processes = forked(monkeypatch)
    with ahead.reading(settings, seen(settings)) as reading:
        assert reading.kept() is not None
        assert reading.said() != b""
    assert list(map(is_gone, processes)) == [True]


@pytest.mark.parametrize("name", ["places/de-linde.md", "region.yaml"])
def test_where_all_is_read_it_is_read_ahead(settings: Settings, name: str) -> None:
    kept_by(settings)
    changed(settings, name)
    with ahead.reading(settings, seen(settings)) as reading:
        assert ahead.all_found(reading.said, settings) == Found(records=read(settings.content))


def test_what_fails_there_is_left_to_this_one(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streekagenda.content.records.files", None)
    with ahead.reading(settings, seen(settings)) as reading:
        assert ahead.all_found(reading.said, settings) is None


def test_who_does_not_want_it_does_not_wait(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    processes = forked(monkeypatch)
    with ahead.reading(settings, seen(settings)):
        pass
    assert list(map(is_gone, processes)) == [True]


def test_what_was_not_waited_for_is_not_known(settings: Settings) -> None:
    with ahead.reading(settings, seen(settings)) as reading:
        assert ahead.all_found(reading.said, settings) is not None
    assert settings.store.recall("md", "") is None
    assert settings.store.lines() == b""
