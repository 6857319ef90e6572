"""A check of what changed says what a check of all says: exactly, after every kind of edit."""

import os
import random
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from streekagenda import pipeline, rechecking, unchanged
from streekagenda.builds import Settings
from streekagenda.cli import commands
from streekagenda.diagnostics import Diagnostic
from streekagenda.store import Store, open_store
from streekagenda.unchanged import RACY_NS
from tests.content_files import EVENT as TEXT
from tests.content_files import GOOD, written
from tests.git_repositories import committed, repository
from tests.random_edits import edit, made_up

NOW = datetime(2026, 11, 22, 12)
EDITS = 600 if os.environ.get("ENDURE") else 60
EVENT = "events/de-kern/koffie.md"


def seen(settings: Settings) -> unchanged.Seen:
    """Look at the content, at a moment by which all files have settled."""
    return unchanged.see(settings, time.time_ns() + RACY_NS)


def again(settings: Settings, *wanted: str) -> tuple[Diagnostic, ...] | None:
    """What a check of what changed says; ``None`` where all must be checked."""
    found = rechecking.recheck(settings, seen(settings), wanted)
    return found and found.diagnostics


@pytest.mark.parametrize(("seed", "in_git"), [(1, False), (2, True)])
def test_check_of_what_changed_says_what_a_check_of_all_says(tmp_path: Path, seed: int, in_git: bool) -> None:
    chance = random.Random(seed)
    top = repository(tmp_path / "repository") if in_git else tmp_path
    content = made_up(top / "content", chance, 40)
    (content / "campaigns").mkdir()
    (content / "campaigns/lente.md").write_text(
        "---\ntitle: Lente\nfrom: 2027-03-01\nuntil: 2027-05-31\n---\n", "utf-8"
    )
    if in_git:
        committed(top, {})
    clean = Settings(content=content, layouts=Path("layouts"), output=tmp_path / "site", now=NOW)
    fast = of_one = 0
    for number in range(EDITS):
        done = edit(content, chance, below="." if chance.random() < 0.1 else "events")
        with open_store(content, {"XDG_CACHE_HOME": str(tmp_path / "cache")}) as store:
            warm = replace(clean, store=store)
            found = again(warm)
            right = pipeline.check(clean).diagnostics
            assert found in {None, right}, (number, done)
            wanted = chance.choice(sorted(path for path in seen(warm).events if path.endswith(".md")))
            told = again(warm, wanted)
            if told is not None:
                of_one += 1
                alone = pipeline.check(clean, focus=[wanted]).diagnostics
                assert _at(wanted, told) == _at(wanted, alone), (number, done, wanted)
            fast += found is not None
            if found is None:
                assert pipeline.check(warm, before=seen(warm)).diagnostics == right
    assert min(fast, of_one) > EDITS // 3


def _at(path: str, found: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [one for one in found if one.location.path == path]


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    """The good region, of which all was checked."""
    content = tmp_path / "content"
    written(content, GOOD | {EVENT: TEXT})
    with open_store(content, {"XDG_CACHE_HOME": str(tmp_path / "cache")}) as store:
        made = Settings(content=content, layouts=Path("layouts"), output=tmp_path / "site", now=NOW, store=store)
        pipeline.check(made, before=seen(made))
        yield made


def test_it_holds_for_a_day_and_for_one_content(settings: Settings, tmp_path: Path) -> None:
    assert again(settings) == pipeline.check(settings).diagnostics
    assert again(replace(settings, now=NOW + timedelta(hours=11))) is not None
    assert again(replace(settings, now=NOW + timedelta(days=1))) is None
    assert again(replace(settings, now=NOW - timedelta(days=1))) is None
    assert again(replace(settings, layouts=tmp_path)) is None
    assert again(replace(settings, store=Store())) is None


@pytest.mark.parametrize("path", ["region.yaml", "places/de-linde.md", "organisations/de-kern.md", "media/iets.txt"])
def test_all_is_checked_where_another_file_changed(path: str, settings: Settings) -> None:
    file = settings.content / path
    file.parent.mkdir(exist_ok=True)
    file.write_text((file.read_text("utf-8") if file.exists() else "") + "\n", "utf-8")
    assert again(settings) is None


def test_all_is_checked_where_an_event_is_a_link(settings: Settings) -> None:
    (settings.content / "events/de-kern/thee.md").symlink_to("koffie.md")
    assert again(settings) is None


def test_nothing_is_kept_of_what_changed_just_before(settings: Settings) -> None:
    (settings.content / "region.yaml").touch()
    pipeline.check(settings, before=unchanged.see(settings, time.time_ns()))
    assert again(settings) is None
    pipeline.check(settings, before=seen(settings))
    assert again(settings) is not None


def test_folder_that_a_link_leads_to_is_looked_at(settings: Settings, tmp_path: Path) -> None:
    (settings.content / "places").rename(tmp_path / "elsewhere")
    (settings.content / "places").symlink_to(tmp_path / "elsewhere")
    pipeline.check(settings, before=seen(settings))
    assert again(settings) is not None
    (tmp_path / "elsewhere/de-linde.md").write_text("---\nname: De Linde\n---\n", "utf-8")
    assert again(settings) is None


def test_what_an_editor_leaves_beside_a_file_is_nothing(settings: Settings) -> None:
    for name in (".koffie.md.swp", "koffie.md~", "#koffie.md#"):
        (settings.content / "events/de-kern" / name).write_text("x", "utf-8")
    assert again(settings) == pipeline.check(settings).diagnostics


def test_file_that_cannot_be_read_any_more_is_no_file(settings: Settings) -> None:
    (settings.content / EVENT).write_text("---\ntitle: [\n", "utf-8")
    found = again(settings)
    assert found == pipeline.check(settings).diagnostics
    assert found
    assert EVENT in {one.location.path for one in found}


def test_place_that_no_event_names_any_more_is_told(settings: Settings) -> None:
    (settings.content / EVENT).unlink()
    found = again(settings)
    assert found == pipeline.check(settings).diagnostics
    assert found
    assert [(one.code, one.location.path) for one in found if one.code == "unused-place"] == [
        ("unused-place", "places/de-linde.md")
    ]


@pytest.mark.parametrize("form", ["text", "json", "gitlab"])
@pytest.mark.parametrize("path", [(), (EVENT,)])
def test_command_says_the_same_and_leaves_with_the_same_code(
    form: str, path: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    written(content, GOOD | {EVENT: TEXT, "events/de-kern/thee.md": TEXT})
    runner = CliRunner(env={"XDG_CACHE_HOME": str(tmp_path / "cache")})
    asked = [*("check", "--content", str(content), "--now", "2026-11-22T12:00", "--format", form)]
    time.sleep(RACY_NS / 1e9)
    assert runner.invoke(commands, asked, standalone_mode=False).return_value == 0
    (content / EVENT).write_text(f"{TEXT}\nBel Piet: 06-12345678.\n", "utf-8")
    of_path = [str(content / one) for one in path]
    clean = runner.invoke(commands, [*asked, "--no-cache", *of_path], standalone_mode=False)
    monkeypatch.setattr(pipeline, "check", None)
    warm = runner.invoke(commands, [*asked, *of_path], standalone_mode=False)
    assert (warm.stdout, warm.stderr, warm.return_value) == (clean.stdout, clean.stderr, 1)
    assert "06-12345678" in warm.stdout
