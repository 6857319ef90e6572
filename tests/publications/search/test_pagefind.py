"""Whether the program of the search index is there and runs, which is asked once of each file."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pagefind_bin
import pytest

from streekagenda.publications.search import pagefind


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A script in the place of the program; it writes a line in this file whenever it runs."""
    monkeypatch.delenv("PAGEFIND_BINARY_PATH", raising=False)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(pagefind, "_RAN", tmp_path / "kept/ran.txt")
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "program")
    (tmp_path / "runs").touch()
    yield tmp_path / "runs"
    monkeypatch.undo()
    pagefind.program.cache_clear()


def install(runs: Path, end: str) -> Path:
    program = runs.with_name("program")
    program.unlink(missing_ok=True)
    program.write_text(f"#!/bin/sh\necho >> {runs}\n{end}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def found(runs: Path) -> tuple[Path | None, int]:
    """What another process finds, and how often the program ran until then."""
    pagefind.program.cache_clear()
    return pagefind.program(), len(runs.read_text(encoding="utf-8").splitlines())


def test_a_program_that_ran_is_not_asked_again(runs: Path) -> None:
    program = install(runs, "exit 0")
    assert found(runs) == (program, 1)
    assert found(runs) == (program, 1)


def test_another_file_in_its_place_is_asked(runs: Path) -> None:
    program = install(runs, "exit 0")
    assert found(runs) == (program, 1)
    install(runs, "exit 1")
    assert found(runs) == (None, 2)
    assert found(runs) == (None, 3)
    install(runs, "exit 0")
    assert found(runs) == (program, 4)


def test_a_program_that_is_gone_is_not_found(runs: Path) -> None:
    install(runs, "exit 0")
    assert found(runs)[1] == 1
    runs.with_name("program").unlink()
    assert found(runs) == (None, 1)


def test_a_program_that_is_named_is_asked_each_time(runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = install(runs, "exit 0")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    assert found(runs) == (program, 1)
    assert found(runs) == (program, 2)
