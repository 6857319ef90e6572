"""For GitHub, GitHub Enterprise and Forgejo Actions: workflow commands, which become notes beside the changed lines.

The escapes are those of GitHub's own toolkit (``@actions/core``, ``command.ts``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.cli.reports.printable import printable
from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.cli.reports.report import Report
    from streekagenda.diagnostics import Diagnostic

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


def lines(report: Report) -> Iterator[str]:
    """Yield a command for each diagnostic, and the summary for who reads the log."""
    for found in report.diagnostics:
        yield _command(report, found)
    yield report.summary()


def _command(report: Report, found: Diagnostic) -> str:
    start, end = report.marked(found)
    properties = {
        "file": printable(report.file_in_repository(found)),
        "line": str(found.location.line),
        "col": str(start),
        **({"endColumn": str(end)} if end > start else {}),
        "title": f"{report.severity(found)} ({found.code})",
    }
    written = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    message = report.say(found)
    if corrected := report.corrected(found):
        message += "\n→ " + "\n".join(printable(line) for line in corrected.splitlines())
    return f"::{_COMMANDS[found.severity]} {written}::{message.translate(_DATA)}"
