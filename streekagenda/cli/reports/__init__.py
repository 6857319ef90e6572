"""What is said of the content, in the form that is asked for: for people, for programs, and for forges."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from streekagenda.cli.reports import as_text
from streekagenda.cli.reports.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from streekagenda.diagnostics import Diagnostic
    from streekagenda.rendering.translations import Translations

FORMATS = ("text", "json", "github", "gitlab", "sarif", "markdown")
"""Every form of ``check --format``."""


def in_form(form: str, report: Report) -> Iterator[str]:
    """Yield the lines of a report in one of the forms, without their ends."""
    written: Iterator[str] = import_module(f"{__name__}.as_{form}").lines(report)
    return written


def text_report(
    diagnostics: Sequence[Diagnostic], content: Path, translations: Translations, language: str
) -> Iterator[str]:
    """Yield the lines for people, without a summary: where, what, the line itself, and the line as it could be."""
    return as_text.items(
        Report(diagnostics=tuple(diagnostics), content=content, translations=translations, language=language)
    )
