"""What is said of the content, in the form that is asked for: for people, for programs, and for forges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.cli.reports import as_github, as_gitlab, as_json, as_markdown, as_sarif, as_text
from streekagenda.cli.reports.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from streekagenda.diagnostics import Diagnostic
    from streekagenda.rendering.translations import Translations

FORMATS: Mapping[str, Callable[[Report], Iterator[str]]] = {
    "text": as_text.lines,
    "json": as_json.lines,
    "github": as_github.lines,
    "gitlab": as_gitlab.lines,
    "sarif": as_sarif.lines,
    "markdown": as_markdown.lines,
}
"""Every form of ``check --format``: a report becomes lines without their ends."""


def text_report(
    diagnostics: Sequence[Diagnostic], content: Path, translations: Translations, language: str
) -> Iterator[str]:
    """Yield the lines for people, without a summary: where, what, the line itself, and the line as it could be."""
    return as_text.items(
        Report(diagnostics=tuple(diagnostics), content=content, translations=translations, language=language)
    )
