"""What dead builds leave is removed; what others made is not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from streekagenda.output import publish
from tests.output.sites import NEW, OLD, files_in, names_in, outputs


@pytest.fixture
def dead() -> int:
    """The number of a process that is no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    return process.pid


def test_publish_removes_the_work_folders_of_dead_builds(dead: int, tmp_path: Path) -> None:
    for name in f".site.new-{dead}-0123abcd", f".site.new-{os.getpid()}-ffffffff":
        (tmp_path / name / "site" / "agenda").mkdir(parents=True)
    publish(outputs(NEW), tmp_path / "site")
    assert names_in(tmp_path) == [".site.lock", "site"]


def test_publish_removes_them_also_where_nothing_changed(dead: int, tmp_path: Path) -> None:
    publish(outputs(NEW), tmp_path / "site")
    (tmp_path / f".site.new-{dead}-0123abcd" / "site").mkdir(parents=True)
    publish(outputs(NEW), tmp_path / "site")
    assert names_in(tmp_path) == [".site.lock", "site"]


def test_publish_leaves_what_others_made(dead: int, tmp_path: Path) -> None:
    names = [
        f".site.new-{os.getppid()}-0123abcd",  # of a process that lives
        ".site.new-1-0123abcd",
        f".other.new-{dead}-0123abcd",
        f".site.new-{dead}",
        f".site.new-{dead}-0123abcd.txt",
        f".site.new-{dead}-0123ABCD",
        f".site.new-{dead}0000000000-0123abcd",
        f"a.site.new-{dead}-0123abcd",
        f".sitexnew-{dead}-0123abcd",
        "site.new",
    ]
    for name in names:
        (tmp_path / name).mkdir()
    publish(outputs(NEW), tmp_path / "site")
    assert names_in(tmp_path) == sorted([*names, ".site.lock", "site"])


def test_publish_removes_no_folder_that_a_link_of_that_name_leads_to(dead: int, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "letter.txt").write_text("dear")
    (tmp_path / f".site.new-{dead}-0123abcd").symlink_to("precious")
    publish(outputs(NEW), tmp_path / "site")
    assert files_in(tmp_path / "precious") == {"letter.txt": "dear"}


def test_publish_brings_back_the_site_of_a_build_that_died_between_two_renames(dead: int, tmp_path: Path) -> None:
    publish(outputs(OLD), tmp_path / "site")
    work = tmp_path / f".site.new-{dead}-0123abcd"
    (work / "site").mkdir(parents=True)
    (tmp_path / "site").rename(work / "old")
    (work / "old" / "same.html").touch()
    os.utime(work / "old" / "same.html", ns=(1, 1))
    publish(outputs(NEW), tmp_path / "site")
    assert files_in(tmp_path / "site") == NEW
    assert (tmp_path / "site" / "same.html").stat().st_mtime_ns == 1
    assert names_in(tmp_path) == [".site.lock", "site"]


def test_publish_keeps_a_site_rather_than_the_one_put_aside(dead: int, tmp_path: Path) -> None:
    publish(outputs(OLD), tmp_path / "site")
    work = tmp_path / f".site.new-{dead}-0123abcd"
    shutil.copytree(tmp_path / "site", work / "old")
    publish(outputs(OLD), tmp_path / "site")
    assert files_in(tmp_path / "site") == OLD
    assert names_in(tmp_path) == [".site.lock", "site"]
