"""A small region with two mistakes, a warning and an advice, and its report in any form."""

from datetime import datetime
from pathlib import Path

from streekagenda import pipeline, preparing
from streekagenda.cli.reports import in_form
from streekagenda.cli.reports.report import Report
from streekagenda.content.history import FileHistory
from streekagenda.diagnostics import Diagnostic, Location, Severity, problem
from streekagenda.rendering.translations import load
from tests.content_files import GOOD, written

LAYOUTS = Path(__file__).resolve().parents[3] / "layouts"
TRANSLATIONS = load(LAYOUTS)
KOFFIE = "events/de-kern/koffie.md"
EVENT = """\
---
titel: Koffie
wanneer: vrijdag 15 januari 10.00-12.00 uur
plek: {naam: Het plein}
onderwerpn: [ontmoeten]
---
Kom erbij!
"""
ADVICE = problem("no-history", Location(path="region.yaml"), severity=Severity.ADVICE)


def settings(folder: Path) -> pipeline.Settings:
    """Return settings for the content in a folder, on 22 November 2026."""
    now = datetime(2026, 11, 22, 12)
    return pipeline.Settings(content=folder / "content", layouts=LAYOUTS, output=folder / "site", now=now)


def reported(
    folder: Path, *, event: str = EVENT, more: tuple[Diagnostic, ...] = (ADVICE,), language: str = "nl"
) -> Report:
    """Return the report of the region in a folder."""
    written(folder / "content", {**GOOD, KOFFIE: event})
    found = preparing.believed(settings(folder), FileHistory()).diagnostics
    return Report(
        diagnostics=(*found, *more),
        content=folder / "content",
        translations=TRANSLATIONS,
        language=language,
        root=folder,
    )


def lines(report: Report, form: str) -> list[str]:
    """Return the lines that are printed."""
    return "\n".join(in_form(form, report)).split("\n")
