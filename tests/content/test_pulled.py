"""What was kept of a source is whole, whoever writes at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from streekagenda.content.pulled import Damaged, Kept, load, save

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
