"""Another program has another version, so that it never believes what this one found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from streekagenda.store.program import version


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
    assert version(root) == before


def test_version_changes_with_what_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = package(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path / "site-packages"))
    before = version(root)
    (tmp_path / "site-packages/PyYAML-7.0.dist-info").mkdir(parents=True)
    assert version(root) != before
