"""For the summary of a job and for a comment: a list by file, as every forge shows it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from streekagenda.cli.reports.printable import printable
from streekagenda.diagnostics import Severity
from streekagenda.formats.markdown_text import as_text, code_span, fenced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.cli.reports.report import Report
    from streekagenda.diagnostics import Diagnostic

LIMIT = 200
"""Diagnostics in one report, of which a forge takes 65,536 characters as a comment; the rest is counted."""


def lines(report: Report) -> Iterator[str]:
    """Yield the whole report: the summary as a heading, and what was found."""
    yield f"## {report.summary().rstrip('.')}"
    yield from by_file(report, report.worst(LIMIT))
    if len(report.diagnostics) > LIMIT:
        yield ""
        yield f"… {len(report.diagnostics) - LIMIT}"


def by_file(report: Report, diagnostics: Iterable[Diagnostic], *, heading: str = "###") -> Iterator[str]:
    """Yield diagnostics, those of a file below its name; each begins with an empty line."""
    for _, found in groupby(diagnostics, key=lambda one: one.location.path):
        first, *rest = found
        yield ""
        yield f"{heading} {code_span(printable(report.file_in_repository(first)))}"
        for one in (first, *rest):
            yield ""
            yield from _item(report, one)


def _item(report: Report, found: Diagnostic) -> Iterator[str]:
    line, corrected = report.line(found), report.corrected(found)
    at_line = report.words.gettext("line %(line)s") % {"line": found.location.line}
    yield f"- **{report.severity(found)}, {at_line}**: {as_text(report.say(found))}"
    if line is not None and report.corrected_line(found) is not None and corrected is not None:
        shown, language = [f"- {printable(line)}", f"+ {printable(corrected)}"], "diff"
    elif corrected:
        shown, language = [printable(one) for one in corrected.splitlines()], "text"
    elif line is not None and found.severity is not Severity.ADVICE:
        shown, language = [printable(line)], "text"
    else:
        return
    yield ""
    yield from (f"  {one}" for one in fenced(shown, language))
