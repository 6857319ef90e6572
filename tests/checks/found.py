"""What checks find in a small region: the good one of ``tests/content_files.py`` with files added."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path

from streekagenda import pipeline
from streekagenda.diagnostics import Diagnostic
from tests.content_files import GOOD, TODAY, written

LAYOUTS = Path("layouts")


def settings(folder: Path) -> pipeline.Settings:
    """The settings with which a folder is checked."""
    now = datetime(TODAY.year, TODAY.month, TODAY.day, 12)
    return pipeline.Settings(content=folder, layouts=LAYOUTS, output=folder.parent / "site", now=now)


def checked(
    folder: Path, files: Mapping[str, str | bytes], focus: Collection[str] | None = None
) -> tuple[Diagnostic, ...]:
    """Write the good region and these files, and return all that ``check`` says of them."""
    written(folder, {**GOOD, **files})
    return tuple(one for one in pipeline.check(settings(folder), focus).diagnostics if one.code != "no-history")


def found(
    folder: Path, files: Mapping[str, str | bytes], *codes: str, focus: Collection[str] | None = None
) -> list[tuple[str, int, int, str]]:
    """Return path, line, column and code of what is said; with ``codes`` only of these."""
    return [
        (one.location.path, one.location.line, one.location.column, one.code)
        for one in checked(folder, files, focus)
        if not codes or one.code in codes
    ]
