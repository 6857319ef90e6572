"""Another program has another version, so that it never believes what this one found."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from streekagenda.store import program
from streekagenda.store.program import known_version, version


def package(folder: Path) -> Path:
    for name, text in {"__init__.py": "", "content/days.py": "DAYS = 7\n", "words.tsv": "een\ttwee\n"}.items():
        file = folder / "package" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / "package"


CHANGES: dict[str, Callable[[Path], object]] = {
    "line": lambda root: (root / "content/days.py").write_text("DAYS = 8\n", encoding="utf-8"),
    "data": lambda root: (root / "words.tsv").write_text("een\tdrie\n", encoding="utf-8"),
    "added": lambda root: (root / "content/weeks.py").write_text("", encoding="utf-8"),
    "removed": lambda root: (root / "content/days.py").unlink(),
    "renamed": lambda root: (root / "content/days.py").rename(root / "content/weeks.py"),
    "moved from one file to the next": lambda root: (
        (root / "__init__.py").write_text("DAYS = 7\n", encoding="utf-8"),
        (root / "content/days.py").write_text("", encoding="utf-8"),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_version_changes_with_the_program(tmp_path: Path, change: str) -> None:
    root = package(tmp_path)
    before = version(root)
    assert version(root) == before
    CHANGES[change](root)
    assert version(root) != before


def test_version_does_not_change_with_what_python_compiles(tmp_path: Path) -> None:
    root = package(tmp_path)
    before = version(root)
    (root / "__pycache__").mkdir()
    (root / "__pycache__/days.cpython-311.pyc").write_bytes(b"x")
    (root / "__pycache__/days.cpython-311.pyc.4711").write_bytes(b"half of it")
    (root / "days.pyc").write_bytes(b"x")
    assert version(root) == before


def test_version_changes_with_what_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = package(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path / "site-packages"))
    before = version(root)
    (tmp_path / "site-packages/PyYAML-7.0.dist-info").mkdir(parents=True)
    assert version(root) != before


@pytest.fixture(params=["beside", "own"], autouse=True)
def where(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where a version is kept: beside the program where Python keeps what it compiles, else in a folder of the user's own."""
    monkeypatch.setattr(sys, "dont_write_bytecode", request.param == "own")
    found: str = request.param
    return found


def later() -> int:
    """Return a moment from which on a change of what stands there can be told."""
    return time.time_ns() + 10**9


def test_version_is_kept_until_the_program_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, kept = package(tmp_path), tmp_path / "kept"
    first = known_version(kept, later(), root)
    assert first == version(root)
    with monkeypatch.context() as patch:
        patch.setattr(program, "version", None)
        assert known_version(kept, 0, root) == first
    for name, change in CHANGES.items():
        if name != "removed":
            change(root)
            assert known_version(kept, later(), root) == version(root), name


def test_version_that_was_kept_is_not_that_of_another_program(tmp_path: Path) -> None:
    kept, one, other = tmp_path / "kept", package(tmp_path / "a"), package(tmp_path / "b")
    (other / "words.tsv").write_text("drie\n", encoding="utf-8")
    assert [known_version(kept, later(), root) for root in (one, other, one)] == [
        version(root) for root in (one, other, one)
    ]


def test_file_of_the_same_size_and_time_is_another_one(tmp_path: Path) -> None:
    root, kept = package(tmp_path), tmp_path / "kept"
    known_version(kept, later(), root)
    file, found = root / "content/days.py", (root / "content/days.py").stat()
    file.write_text("DAYS = 9\n", encoding="utf-8")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert known_version(kept, later(), root) == version(root)


def test_version_is_not_kept_where_a_change_could_not_be_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, kept = package(tmp_path), tmp_path / "kept"
    known_version(kept, 0, root)
    monkeypatch.setattr(program, "_COARSE_NS", 1)  # as where all files have one time
    known_version(kept, later(), root)
    assert not kept.exists()
    assert not (root / "__pycache__").exists()


@pytest.mark.parametrize("damage", [b"", b"0" * 64, b"0" * 99])
def test_version_that_was_damaged_is_not_believed(tmp_path: Path, damage: bytes, where: str) -> None:
    root, kept = package(tmp_path), tmp_path / "kept"
    known_version(kept, later(), root)
    (file,) = (kept if where == "own" else root / "__pycache__").iterdir()
    file.write_bytes(damage)
    assert known_version(kept, 0, root) == version(root)
    file.chmod(0o644)
    assert known_version(kept, 0, root) == version(root)


def test_version_is_the_users_own_where_it_cannot_be_kept_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    root, kept = package(tmp_path), tmp_path / "kept"
    (root / "__pycache__").write_text("")  # so that no folder can be there
    first = known_version(kept, later(), root)
    assert len(list(kept.iterdir())) == 1, where
    monkeypatch.setattr(program, "version", None)
    assert known_version(kept, 0, root) == first
