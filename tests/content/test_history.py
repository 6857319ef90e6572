"""Dates of change from git, or from what the file says; never from the clock."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic

import pytest

from streekagenda.content import git_command
from streekagenda.content.history import UNKNOWN, Commits, FileHistory, checked_out, read_history
from streekagenda.model.event import History
from tests.git_repositories import changed, committed, git


def commit(folder: Path, path: str, text: str, day: str) -> None:
    committed(folder, {path: text}, day)


def noon(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


def test_history_follows_a_file_through_a_rename(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, "content/events/a.md", "koffie\n" * 20, "2026-01-01")
    commit(tmp_path, "content/events/b.md", "soep\n", "2026-02-01")
    git(tmp_path, "mv", "content/events/a.md", "content/events/c.md")
    git(tmp_path, "commit", "-m", "hernoemd", day="2026-03-01")
    commit(tmp_path, "content/events/c.md", "koffie\n" * 20 + "en taart\n", "2026-04-01")
    history = read_history(tmp_path / "content")
    assert (history.known, history.shallow) == (True, False)
    assert history.commits["events/c.md"] == Commits(first=noon(2026, 1, 1), last=noon(2026, 4, 1))
    assert history.commits["events/b.md"] == Commits(first=noon(2026, 2, 1), last=noon(2026, 2, 1))


def test_history_starts_anew_for_a_file_that_was_removed_and_made_again(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, "events/a.md", "koffie\n", "2026-01-01")
    git(tmp_path, "rm", "-q", "events/a.md")
    git(tmp_path, "commit", "-m", "weg", day="2026-02-01")
    commit(tmp_path, "events/a.md", "iets heel anders\n", "2026-03-01")
    assert read_history(tmp_path).commits["events/a.md"].last == noon(2026, 3, 1)


def test_what_a_merge_brings_changed_when_it_was_merged(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "events/a.md", "koffie\n", "2026-01-01")
    git(tmp_path, "checkout", "-q", "-b", "voorstel")
    commit(tmp_path, "events/a.md", "thee\n", "2026-01-05")
    commit(tmp_path, "events/b.md", "soep\n", "2026-01-06")
    git(tmp_path, "checkout", "-q", "main")
    commit(tmp_path, "places/c.md", "plek\n", "2026-01-10")
    git(tmp_path, "merge", "-q", "--no-edit", "voorstel", day="2026-01-21")
    assert read_history(tmp_path).commits == {
        "events/a.md": Commits(first=noon(2026, 1, 1), last=noon(2026, 1, 21)),
        "events/b.md": Commits(first=noon(2026, 1, 21), last=noon(2026, 1, 21)),
        "places/c.md": Commits(first=noon(2026, 1, 10), last=noon(2026, 1, 10)),
    }


def test_a_machine_whose_clock_is_behind_makes_nothing_older(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, "events/a.md", "koffie\n", "2026-01-01")
    commit(tmp_path, "places/c.md", "plek\n", "2026-01-10")
    commit(tmp_path, "events/a.md", "thee\n", "2020-01-01")
    history = read_history(tmp_path)
    assert history.commits["events/a.md"].last == datetime(2026, 1, 10, 12, 0, 1, tzinfo=UTC)
    assert history.of(["events/a.md", "places/c.md"], None).modified > noon(2026, 1, 10)


def test_moment_that_no_calendar_has_is_the_last_one(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    changed(tmp_path, {"events/a.md": "koffie\n"})
    git(tmp_path, "add", ".")
    who = "Iemand <iemand@example.org> {} +0000"
    tree = git(tmp_path, "write-tree")
    for moment, expected in [
        (99999999999999, datetime(2068, 1, 19, 3, 14, 7, tzinfo=UTC)),
        (0, UNKNOWN),
    ]:
        said = f"tree {tree}\nauthor {who.format(moment)}\ncommitter {who.format(moment)}\n\nx\n"
        (tmp_path / "commit").write_text(said, encoding="utf-8")
        git(tmp_path, "reset", "-q", git(tmp_path, "hash-object", "-w", "-t", "commit", "commit"))
        assert read_history(tmp_path).commits["events/a.md"].last == expected


def answers(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Have a script answer in the place of git, of a folder that may have a repository."""
    (folder / ".git").touch()
    program = folder / "git"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


@pytest.mark.parametrize("answer", ["\\001x y\\nfoo\\001", "\\001\\n\\nA\\000events/a.md", "rommel"])
def test_what_is_no_history_tells_nothing(answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, tmp_path, f"printf '{answer}'")
    assert read_history(tmp_path).commits == {}


@pytest.mark.parametrize("hangs", ["", "log"])
def test_git_that_hangs_is_left_and_said(hangs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, tmp_path, f'case "$*" in *"{hangs}"*) exec sleep 30;; *) echo false;; esac')
    monkeypatch.setattr(git_command, "AT_ONCE", 0.3)
    monkeypatch.setattr(git_command.git, "__kwdefaults__", {"given": b"", "seconds": 0.3})
    began = monotonic()
    assert read_history(tmp_path) == FileHistory(lacking="git-silent")
    assert monotonic() - began < 5


def test_folder_of_somebody_else_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    commit(tmp_path, "events/a.md", "koffie\n", "2026-01-01")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # so git tests it itself
    monkeypatch.setenv("HOME", str(tmp_path))
    assert read_history(tmp_path) == FileHistory(lacking="git-refuses")
    (tmp_path / ".gitconfig").write_text(f"[safe]\ndirectory = {tmp_path}\n", encoding="utf-8")
    assert read_history(tmp_path).known


@pytest.mark.parametrize("setting", ["log.showRoot=false", "log.follow=true", "log.diffMerges=off"])
def test_how_somebody_likes_to_read_a_log_is_no_other_history(
    setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "events/a.md", "koffie\n", "2026-01-01")
    git(tmp_path, "checkout", "-q", "-b", "voorstel")
    commit(tmp_path, "events/b.md", "soep\n", "2026-01-06")
    git(tmp_path, "checkout", "-q", "main")
    git(tmp_path, "merge", "-q", "--no-ff", "--no-edit", "voorstel", day="2026-01-21")
    name, _, value = setting.partition("=")
    git(tmp_path, "config", name, value)
    assert read_history(tmp_path).commits == {
        "events/a.md": Commits(first=noon(2026, 1, 1), last=noon(2026, 1, 1)),
        "events/b.md": Commits(first=noon(2026, 1, 21), last=noon(2026, 1, 21)),
    }


def test_history_of_a_folder_without_git_is_empty(tmp_path: Path) -> None:
    assert read_history(tmp_path) == FileHistory()


def test_git_is_not_asked_of_a_folder_that_is_in_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    answers(monkeypatch, tmp_path, f"touch {tmp_path}/asked")
    (tmp_path / ".git").unlink()
    assert (checked_out(tmp_path / "content"), read_history(tmp_path / "content")) == (None, FileHistory())
    assert not (tmp_path / "asked").exists()


@pytest.mark.parametrize("how", ["worktree", "bare", "linked"])
def test_repository_is_found_wherever_git_finds_it(how: str, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    git(whole, "init", "-q")
    commit(whole, "content/events/a.md", "een\n", "2026-01-01")
    if how == "worktree":
        git(whole, "worktree", "add", "-q", str(tmp_path / "other"))
    elif how == "bare":  # in which nobody works; what git says of it is what it says
        git(tmp_path, "clone", "-q", "--bare", str(whole), "other")
    else:
        (tmp_path / "other").symlink_to(whole / "content")
    said = checked_out(tmp_path / "other") or b""
    assert said.splitlines()[:2] == [b"false", git(whole, "rev-parse", "HEAD").encode()]


def test_shallow_clone_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    git(tmp_path / "whole", "init", "-q")
    commit(tmp_path / "whole", "events/a.md", "een\n", "2026-01-01")
    commit(tmp_path / "whole", "events/a.md", "twee\n", "2026-02-01")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}/whole", "part")
    assert read_history(tmp_path / "part").shallow is True


def test_clone_that_was_deepened_is_another_input(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    git(tmp_path / "whole", "init", "-q")
    for text in ("een\n", "twee\n", "drie\n"):
        commit(tmp_path / "whole", "events/a.md", text, "2026-01-01")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}/whole", "part")
    part = tmp_path / "part"
    before = checked_out(part)
    assert checked_out(part) == before
    git(part, "fetch", "-q", "--depth", "2")
    assert (read_history(part).shallow, len(read_history(part).revisions)) == (True, 2)
    assert checked_out(part) != before


def test_sequence_counts_seconds_from_the_first_to_the_last_change_of_any_of_its_files() -> None:
    history = FileHistory(
        known=True,
        commits={
            "events/a.md": Commits(first=noon(2026, 1, 1), last=noon(2026, 1, 2)),
            "places/b.md": Commits(first=noon(2025, 1, 1), last=noon(2026, 1, 3)),
        },
    )
    assert history.of(["events/a.md", "places/b.md"], None) == History(
        created=noon(2026, 1, 1), modified=noon(2026, 1, 3), sequence=2 * 86400, confirmed=date(2026, 1, 2)
    )


def test_without_git_the_file_says_when_and_else_a_fixed_date() -> None:
    nothing = FileHistory().of(["events/a.md"], None)
    assert nothing == History(created=UNKNOWN, modified=UNKNOWN, sequence=0, confirmed=None)
    said = FileHistory().of(["events/a.md"], date(2026, 9, 1))
    assert (said.modified, said.confirmed) == (datetime(2026, 9, 1, tzinfo=UTC), date(2026, 9, 1))
    assert said.sequence > nothing.sequence
