"""For GitLab: a Code Quality report (docs.gitlab.com, "Code Quality report format")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.cli.reports.fingerprints import fingerprinted
from streekagenda.diagnostics import Severity
from streekagenda.formats.json_text import json_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.cli.reports.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def lines(report: Report) -> Iterator[str]:
    """Yield one list with an object for each diagnostic."""
    yield json_printed(
        [
            {
                "description": report.say_with_correction(found),
                "check_name": found.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[found.severity],
                "location": {"path": report.file_in_repository(found), "lines": {"begin": found.location.line}},
            }
            for found, fingerprint in fingerprinted(report)
        ]
    )
