"""A build of which nothing changed does nothing, and any change is seen."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace

from streekagenda import pipeline, unchanged
from streekagenda.builds import Built, Settings
from streekagenda.output import SiteBusy, publish
from streekagenda.store import Store, open_store
from tests.content_files import EVENT as TEXT
from tests.content_files import GOOD, written

LAYOUTS = Path(__file__).resolve().parent.parent / "layouts"
NOON = datetime(2026, 11, 22, 12)
EVENT = "events/de-kern/koffie.md"


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    content = tmp_path / "content"
    written(content, GOOD | {EVENT: TEXT})
    long_ago = time.time() - 60
    for path in content.rglob("*"):
        os.utime(path, (long_ago, long_ago))
    with open_store(content, {"XDG_CACHE_HOME": str(tmp_path / "cache")}) as store:
        yield Settings(content=content, layouts=LAYOUTS, output=tmp_path / "site", now=NOON, store=store)


def later() -> int:
    """A moment by which all files have settled."""
    return time.time_ns() + unchanged.RACY_NS


def built(settings: Settings) -> Built:
    return pipeline.build(settings, seen=unchanged.see(settings, later()))


def again(settings: Settings) -> Built | None:
    return unchanged.recall(settings, unchanged.see(settings, later()))


@pytest.mark.parametrize("processes", ["one", "two", "none to be had"])
def test_second_build_says_what_the_first_did_and_that_nothing_changed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, processes: str
) -> None:
    assert again(settings) is None
    looking, trace_of = list[int](), unchanged.trace_of
    monkeypatch.setattr(unchanged, "trace_of", lambda *args: looking.append(os.getpid()) or trace_of(*args))
    with monkeypatch.context() as without:
        if processes == "none to be had":
            without.setattr(os, "fork", lambda: (_ for _ in ()).throw(OSError(11, "no more processes")))
        first = built(replace(settings, jobs=1 if processes == "one" else 2))
    assert len(looking) == (processes != "two")  # another one looks
    second = again(settings)
    assert first.published
    assert second
    assert second.published
    assert second.published.unchanged == first.published.written > 100
    assert (second.published.written, second.published.removed) == (0, 0)
    assert second.diagnostics == first.diagnostics
    assert second.diagnostics[0].code == "no-history"


def edit(path: Path) -> None:
    """Write other text of the same length, and give it the same time as before."""
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(b"e", b"a", 1))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


IN_CONTENT: dict[str, Callable[[Path], object]] = {
    "same size and time": lambda content: edit(content / EVENT),
    "file made": lambda content: (content / "events/de-kern/nieuw.md").write_text("---\n"),
    "file gone": lambda content: (content / EVENT).unlink(),
    "file renamed": lambda content: (content / EVENT).rename(content / "events/de-kern/thee.md"),
    "hidden file made": lambda content: (content / ".iets").write_text("x"),
    "mode": lambda content: (content / EVENT).chmod(0o600),
}
IN_SITE: dict[str, Callable[[Path], object]] = {
    "page taken away": lambda site: (site / "index.html").unlink(),
    "page written over": lambda site: edit(site / "index.html"),
    "stranger": lambda site: (site / "extra.html").write_text("x"),
    "folder": lambda site: (site / "leeg").mkdir(),
    "git checkout": lambda site: (site / ".git").mkdir(),
    "stranger called .git": lambda site: (site / "agenda/.git").write_text("x"),
    "mode of the site itself": lambda site: site.chmod(0o700),
}


@pytest.mark.parametrize("change", IN_CONTENT)
def test_any_change_of_the_content_is_seen(change: str, settings: Settings) -> None:
    before = unchanged.see(settings, later()).digest
    assert unchanged.see(settings, later()).digest == before
    IN_CONTENT[change](settings.content)
    assert unchanged.see(settings, later()).digest != before


@pytest.mark.parametrize("change", IN_SITE)
def test_any_change_of_the_site_is_seen(change: str, settings: Settings) -> None:
    built(settings)
    assert again(settings) is not None
    IN_SITE[change](settings.output)
    assert again(settings) is None


def test_it_holds_until_something_is_over_and_not_for_an_earlier_moment(settings: Settings) -> None:
    built(settings)
    moments = {minutes: NOON + timedelta(minutes=minutes) for minutes in (-1, 0, 59, 60)}
    held = {minutes: again(replace(settings, now=now)) is not None for minutes, now in moments.items()}
    assert held == {-1: False, 0: True, 59: True, 60: False}


@pytest.mark.parametrize("other", [{"base_url": "https://x.example/"}, {"drafts": True}, {"strict": True}])
def test_other_options_are_another_build(other: dict[str, object], settings: Settings) -> None:
    built(settings)
    assert again(replace(settings, **other)) is None


def test_what_changed_just_before_is_not_believed(settings: Settings) -> None:
    seen = unchanged.see(settings, time.time_ns())
    (settings.content / EVENT).touch()
    assert not unchanged.see(settings, time.time_ns()).certain
    pipeline.build(settings, seen=seen)
    assert again(settings) is None


def test_answer_that_is_damaged_is_none(settings: Settings, tmp_path: Path) -> None:
    built(settings)
    for file in (tmp_path / "cache/streekagenda/blobs").iterdir():
        file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert again(settings) is None


def other_trace(settings: Settings, **values: object) -> None:
    """Keep another trace than the last build did."""
    blobs, asked = settings.store.blobs, unchanged.asked_for(settings)
    last = json.loads(blobs.recall("build", asked) or b"")
    blobs.learn("build", asked, json.dumps({**last, "trace": last["trace"] | values}).encode("ascii"))


WRONG: dict[str, Callable[[Settings], object]] = {
    "another whole": lambda one: other_trace(one, whole="0" * 32),
    "no trace": lambda one: other_trace(one, site=1),
    "other folders": lambda one: other_trace(one, former=None),
    "no whole": lambda one: one.store.blobs.learn("how the site stood", unchanged.asked_for(one), b"x"),
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("early", [True, False])
def test_site_of_which_something_else_is_known_is_made_anew(
    wrong: str, early: bool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    two, seen = changed_and_looking(settings)
    WRONG[wrong](two)
    found = made_again(two, monkeypatch)
    with unchanged.looking(two, seen) if early else nullcontext() as looking:
        pipeline.build(two, seen=seen, looking=looking)
    assert found == [True, False]
    assert again(two) is not None


def test_site_that_would_hold_more_files_is_made_anew(settings: Settings) -> None:
    two, seen = changed_and_looking(settings)
    known = pipeline.remade.recall(two, seen)
    assert known
    names = dict.fromkeys([*known.made.files, ".streekagenda"], 0)
    assert unchanged.stood(two, seen, known.site, names, None)
    assert unchanged.stood(two, seen, known.site, names | {"more": 0}, None) is None
    assert unchanged.stood(two, seen, "another", names, None) is None


def test_without_a_store_nothing_is_remembered(settings: Settings) -> None:
    alone = replace(settings, store=Store())
    built(alone)
    assert again(alone) is None


def test_folder_that_layouts_lead_to_is_looked_at(settings: Settings, tmp_path: Path) -> None:
    own, layouts = tmp_path / "own", tmp_path / "layouts"
    written(own, {"event.html": "een"})
    layouts.mkdir()
    (layouts / "templates").symlink_to(own)
    asked = replace(settings, layouts=layouts)
    before = unchanged.see(asked, later()).digest
    edit(own / "event.html")
    assert unchanged.see(asked, later()).digest != before


def test_folder_that_cannot_be_listed_leaves_it_to_the_build(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(settings)

    def fails(_: object) -> object:
        raise FileNotFoundError(2, "gone just now")

    monkeypatch.setattr(os, "scandir", fails)
    assert unchanged.see(settings, later()) == unchanged.Seen(digest="", certain=False)
    assert again(settings) is None


class Scan:
    """A folder with one file that changed at a moment, in nanoseconds."""

    name = path = "een.md"

    def __init__(self, changed: int) -> None:
        self.changed = changed

    def __enter__(self) -> list[Scan]:
        return [self]

    def __exit__(self, *_: object) -> None:
        pass

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        return follow_symlinks

    def stat(self, *, follow_symlinks: bool) -> SimpleNamespace:
        assert not follow_symlinks
        times = {"st_mtime_ns": self.changed, "st_ctime_ns": self.changed}
        return SimpleNamespace(st_size=1, st_dev=1, st_ino=1, st_mode=0o100644, **times)


@pytest.mark.parametrize(("nanoseconds", "certain"), [(123_456_789, True), (0, False), (980_000_000, False)])
def test_file_system_of_whole_seconds_is_believed_later(
    nanoseconds: int, certain: bool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change within the same second leaves no trace there."""
    changed = 1_700_000_000_000_000_000 + nanoseconds
    monkeypatch.setattr(unchanged, "packaged", lambda: settings.content)
    monkeypatch.setattr(os, "scandir", lambda _: Scan(changed))
    asked = replace(settings, layouts=settings.content)
    assert unchanged.see(asked, changed + 1_000_000_000).certain is certain
    assert unchanged.see(asked, changed + 4_000_000_000).certain is True


def test_site_is_looked_at_while_nobody_else_can_write_it(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another build with other options, that waited for ours, must not be taken for it."""
    waited: list[str] = []

    def waits(*_: object, **__: object) -> None:
        with pytest.raises(SiteBusy):
            publish([], settings.output, wait=0)
        waited.append("yes")

    monkeypatch.setattr(unchanged, "remember", waits)
    built(settings)
    assert waited == ["yes"]


def changed_and_looking(settings: Settings) -> tuple[Settings, unchanged.Seen]:
    """A site that was built, two processes for the next build, and what that sees: an event that changed."""
    built(settings)
    text = (settings.content / EVENT).read_text()
    (settings.content / EVENT).write_text(text.replace("titel: ", "titel: Anders "))
    return replace(settings, jobs=2), unchanged.see(settings, later())


def made_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A list that says of each publication whether it goes on with the site that stands."""
    found, published = list[bool](), pipeline._published
    monkeypatch.setattr(pipeline, "_published", lambda *args: (found.append(args[3] is not None), published(*args))[1])
    return found


def nothing(_: Settings) -> None:
    pass


BETWEEN: dict[str, tuple[Callable[[Settings], object], list[bool]]] = {
    "nothing": (nothing, [True]),
    "page written over": (lambda one: edit(one.output / "index.html"), [True, False]),
    "event": (lambda one: edit(one.content / EVENT), [True, False]),
}


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("early", [True, False])
def test_build_goes_on_with_a_site_and_inputs_that_stand_as_they_were(
    between: str, early: bool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether another process looks, or this one; what is read stays so until the site is looked at."""
    two, seen = changed_and_looking(settings)
    change, wanted = BETWEEN[between]
    if between != "event":
        change(two)
    kept = pipeline.remade.recall(two, seen)
    ready, found = pipeline._ready, made_again(two, monkeypatch)

    def then_changed(*args: Any) -> Any:
        there = ready(*args)
        if between == "event":
            change(two)
        return there

    monkeypatch.setattr(pipeline, "_ready", then_changed)
    assert kept
    with unchanged.looking(two, seen) if early else nullcontext() as looking:
        assert (looking is not None) == early
        pipeline.build(two, seen=seen, looking=looking)
    assert found == wanted


def test_another_process_looks_where_folders_are_named_from_here(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(settings.output.parent)
    two, seen = changed_and_looking(replace(settings, content=Path("content"), output=Path("site")))
    with unchanged.looking(two, seen) as looking:
        assert looking
        assert looking.said()
        assert looking.said() == b"yes"
        looking.look_again()
        assert looking.said().decode("ascii") == seen.digest


def test_nobody_else_writes_a_site_that_is_looked_at(settings: Settings) -> None:
    two, seen = changed_and_looking(settings)
    with unchanged.looking(two, seen) as looking:
        assert looking
        with pytest.raises(SiteBusy):
            publish([], settings.output, wait=0)
        with unchanged.looking(two, seen) as another:
            assert another is None
    publish([], settings.output, wait=0)


def test_site_is_not_looked_at_early_for_a_build_of_all(settings: Settings) -> None:
    two, seen = changed_and_looking(settings)
    others = [
        (settings, seen),
        (two, None),
        (two, replace(seen, certain=False)),
        (two, replace(seen, beside="other")),
        (replace(two, now=NOON + timedelta(days=1)), seen),
    ]
    for asked, looked in others:
        with unchanged.looking(asked, looked) as looking:
            assert looking is None


def test_site_is_looked_at_where_no_process_is_to_be_had(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    two, seen = changed_and_looking(settings)
    found = made_again(two, monkeypatch)
    with monkeypatch.context() as without:
        without.setattr(os, "fork", lambda: (_ for _ in ()).throw(OSError(11, "no more processes")))
        with unchanged.looking(two, seen) as looking:
            assert looking
            pipeline.build(replace(two, jobs=1), seen=seen, looking=looking)
    assert found == [True]
