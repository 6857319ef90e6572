"""What was kept of a source is whole, whoever writes at the same moment."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from streekagenda.content.pulled import ABANDONED, Damaged, Kept, load, save, tidy

ADDRESS = "https://www.example.org/a.ics"


def kept(number: int) -> Kept:
    return Kept(good="2026-11-22T12:00:00+00:00", files=((f"events/de-brug/a-{number}.md", "x" * 10_000),))


def test_two_pulls_at_once_leave_one_of_both_whole(tmp_path: Path) -> None:
    states = [kept(number) for number in range(40)]
    with ThreadPoolExecutor(max_workers=4) as pool:
        list(pool.map(lambda one: save(tmp_path, "de-brug", ADDRESS, one), states))
    assert load(tmp_path, "de-brug", ADDRESS) in states
    assert len(list((tmp_path / ".sources").iterdir())) == 1


def test_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".sources").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="link"):
        save(tmp_path, "de-brug", ADDRESS, kept(1))
    with pytest.raises(Damaged):
        load(tmp_path, "de-brug", ADDRESS)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_only_what_a_killed_pull_left_is_removed(tmp_path: Path) -> None:
    save(tmp_path, "de-brug", ADDRESS, kept(1))
    (file,) = (tmp_path / ".sources").iterdir()
    old, young = (file.with_name(f"{file.name}.{digit * 16}.new") for digit in "01")
    for one in (old, young, file.with_name("lees-mij.txt")):
        one.touch()
    long_ago = old.stat().st_mtime - ABANDONED - 1
    os.utime(old, (long_ago, long_ago))
    tidy(tmp_path, [("de-brug", ADDRESS)])
    assert {one.name for one in file.parent.iterdir()} == {file.name, young.name, "lees-mij.txt"}


def test_nothing_is_removed_through_a_link(tmp_path: Path) -> None:
    save(tmp_path, "de-brug", ADDRESS, kept(1))
    (tmp_path / ".sources").rename(tmp_path / "elsewhere")
    (tmp_path / ".sources").symlink_to(tmp_path / "elsewhere")
    tidy(tmp_path, [])
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1
