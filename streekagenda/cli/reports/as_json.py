"""For programs: the contract that ``docs/`` and other programs rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.diagnostics import Severity
from streekagenda.formats.json_text import json_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.cli.reports.report import Report
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.formats.json_text import JsonObject


def lines(report: Report) -> Iterator[str]:
    """Yield one object with ``diagnostics`` and how many there are of each severity."""
    yield json_printed(
        {
            "diagnostics": [_item(report, found) for found in report.diagnostics],
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "advice": report.count(Severity.ADVICE),
        }
    )


def _item(report: Report, found: Diagnostic) -> JsonObject:
    item: JsonObject = {
        "file": report.file(found),
        "line": found.location.line,
        "column": found.location.column,
        "code": found.code,
        "severity": found.severity.value,
        "message": report.translations.say(found, report.language),
    }
    return {**item, "suggestion": found.suggestion} if found.suggestion else item
