"""What the library of holidays said is kept beside the program, and it is asked of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from streekagenda.recurrence import holiday_library
from streekagenda.recurrence.holiday_library import Wanted, knows, looked_up

CHRISTMAS: Wanted = ("NL", 2026, "nl", ("public",), None)


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(holiday_library, "_HERE", tmp_path)
    another_run()
    yield tmp_path / "__pycache__"
    another_run()


def another_run() -> None:
    holiday_library._kept.cache_clear()


def without_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holiday_library, "_calendar", None)


def test_answer_is_kept_for_another_run(monkeypatch: pytest.MonkeyPatch) -> None:
    said = looked_up(CHRISTMAS)
    assert said[date(2026, 12, 25)] == "Eerste kerstdag"
    looked_up(("NL", 2027, None, ("public", "optional"), None))
    another_run()
    without_library(monkeypatch)
    assert looked_up(CHRISTMAS) == said
    assert date(2027, 5, 5) in looked_up(("NL", 2027, None, ("public", "optional"), None))


def test_what_was_not_asked_before_is_asked_now() -> None:
    looked_up(CHRISTMAS)
    another_run()
    assert date(2026, 10, 12) in looked_up(("NL", 2026, "nl", ("school",), "Noord"))


def test_country_of_which_something_was_said_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up(CHRISTMAS)
    another_run()
    without_library(monkeypatch)
    assert knows("NL")


def test_unknown_country_leaves_nothing_behind(folder: Path) -> None:
    assert not knows("XX")
    assert not knows("ÅÅ")
    assert not folder.exists()


def test_damaged_file_is_no_answer(folder: Path) -> None:
    looked_up(CHRISTMAS)
    (kept,) = folder.iterdir()
    assert kept.name.startswith("holidays-NL.")
    kept.write_bytes(kept.read_bytes().replace(b"kerstdag", b"paasdag!"))
    another_run()
    assert looked_up(CHRISTMAS)[date(2026, 12, 25)] == "Eerste kerstdag"
