"""For GitLab: a Code Quality report (docs.gitlab.com, "Code Quality report format")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.cli.reports.fingerprints import fingerprinted
from streekagenda.cli.reports.printable import printable
from streekagenda.diagnostics import Severity
from streekagenda.formats.json_text import json_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.cli.reports.report import Report
    from streekagenda.diagnostics import Diagnostic

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def lines(report: Report) -> Iterator[str]:
    """Yield one list with an object for each diagnostic."""
    yield json_printed(
        [
            {
                "description": _description(report, found),
                "check_name": found.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[found.severity],
                "location": {"path": report.file_in_repository(found), "lines": {"begin": found.location.line}},
            }
            for found, fingerprint in fingerprinted(report)
        ]
    )


def _description(report: Report, found: Diagnostic) -> str:
    """Return the message with what to write instead, where that is one line."""
    corrected = (report.corrected(found) or "").strip()
    return report.say(found) + (f" → {printable(corrected)}" if corrected and "\n" not in corrected else "")
