"""Promises 37 to 39: the same inputs give the same bytes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.git_repositories import committed, git, repository
from tests.promises.region import GOOD, LAYOUTS, NOW, Site, run, written

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def elsewhere(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same region, built by another process, later, in other surroundings."""
    folder = tmp_path_factory.mktemp("elders")
    surroundings = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Auckland", "HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "build", "--content", str(site.content), "--output", "uit",
         "--layouts", str(LAYOUTS), "--now", NOW, "--jobs", "2"],
        cwd=folder, env={**os.environ, **surroundings}, umask=0o077, check=False, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert b"Traceback" not in done.stderr, done.stderr
    return folder / "uit"


def test_promise_37_the_same_inputs_give_the_same_bytes_in_every_surrounding(site: Site, elsewhere: Path) -> None:
    there = {file.relative_to(elsewhere).as_posix() for file in elsewhere.rglob("*") if file.is_file()}
    assert there - {".streekagenda"} == site.files.keys()
    assert [path for path, content in site.files.items() if (elsewhere / path).read_bytes() != content] == []


_ASKING = re.compile(
    r"\b(?:datetime|date)\.(?:now|today|utcnow)\(|\btime\.(?:time|time_ns|localtime|gmtime|ctime)\("
    r"|\b(?:locale|platform|getpass)\.\w+\(|\bsocket\.gethostname\("
)
_MAY = {"streekagenda/cli/options.py", "streekagenda/store/blobs.py", "streekagenda/content/pulled.py"}
"""The one place that asks for the moment of a build, and what throws away what nobody asked for, or a killed pull left."""


def test_promise_38_nothing_asks_the_clock_the_locale_or_the_machine_but_the_command_line() -> None:
    found = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "streekagenda").rglob("*.py")
        if _ASKING.search(file.read_text(encoding="utf-8"))
    }
    assert found <= _MAY
    assert "streekagenda/cli/options.py" in found


def test_promise_39_a_shallow_clone_is_another_input_and_is_said(tmp_path: Path) -> None:
    whole = repository(tmp_path / "heel")
    written(whole, GOOD)
    committed(whole, {}, day="2026-01-01")
    committed(whole, {"events/de-kern/koffie.md": None}, day="2026-02-01")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{whole}", "deel")
    said = {
        name: run(
            "build", "--content", str(tmp_path / name), "--output", str(tmp_path / "site"), "--jobs", "1", "--no-cache"
        )[2]
        for name in ("heel", "deel")
    }
    assert {name: "git fetch --unshallow" in report for name, report in said.items()} == {"heel": False, "deel": True}
