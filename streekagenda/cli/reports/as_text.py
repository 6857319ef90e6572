"""For people: where, what, the line itself with a mark under what is wrong, and the line as it could be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from msgspec import Struct

from streekagenda.cli.reports.printable import printable, width
from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.cli.reports.report import Report
    from streekagenda.diagnostics import Diagnostic

LIMIT = 5000
"""Diagnostics in one report; the rest is counted."""
WIDEST = 160
"""Characters of a line that are shown."""
BEFORE = 60
"""Of a longer line: characters before the place that it is about."""
TAB = "⇥"

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


def lines(report: Report) -> Iterator[str]:
    """Yield the report with a summary at its end."""
    yield from items(report)
    if report.diagnostics:
        yield ""
    yield report.summary()
    certain = sum(one.correction is not None and one.correction.certain for one in report.diagnostics)
    if certain:
        say = report.words.ngettext
        one, many = (
            "%(n)s of these can be put right for you: add --fix.",
            "%(n)s of these can be put right for you: add --fix.",
        )
        yield say(one, many, certain) % {"n": certain}


def items(report: Report) -> Iterator[str]:
    """Yield the lines of each diagnostic; an empty line stands between two files."""
    return map(_harmless, _items(report))


def _items(report: Report) -> Iterator[str]:
    before = None
    for found in report.worst(LIMIT):
        if before not in {None, found.location.path}:
            yield ""
        before = found.location.path
        place = found.location
        where = f"{printable(report.file(found))}:{place.line}:{place.column}"
        severity = _coloured(report, report.severity(found), _COLOURS[found.severity])
        yield f"{where}: {severity}: {report.say(found)}"
        yield from _excerpt(report, found)
    if len(report.diagnostics) > LIMIT:
        yield f"… {len(report.diagnostics) - LIMIT}"


def _excerpt(report: Report, found: Diagnostic) -> Iterator[str]:
    line, corrected = report.line(found), report.corrected_line(found)
    window = Window.around(found.location.column, line or "")
    if line is not None:
        yield f"    {window.of(line)}".rstrip()
        yield f"    {_coloured(report, window.mark(line, *report.marked(found)), _COLOURS[found.severity])}"
    if corrected is not None:
        yield f"  → {_coloured(report, window.of(corrected), 'green')}".rstrip()
    elif found.suggestion:
        first, *rest = found.suggestion.splitlines() or [""]
        yield f"  → {_coloured(report, printable(first), 'green')}"
        yield from (f"    {_coloured(report, printable(one), 'green')}" for one in rest)


class Window(Struct, frozen=True, kw_only=True):
    """The part of a long line that is shown."""

    first: int
    """Characters of the line that are left out before it."""

    @classmethod
    def around(cls, column: int, line: str) -> Window:
        """Return the window on a line in which a column, counted from 1, is in sight."""
        return cls(first=max(0, column - 1 - BEFORE) if len(line) > WIDEST else 0)

    def of(self, line: str) -> str:
        """Return what is shown of a line, with ``…`` where some is left out."""
        before = "…" if self.first else ""
        behind = "…" if len(line.rstrip()) > self.first + WIDEST else ""
        return before + printable(line[self.first : self.first + WIDEST], tab=TAB) + behind

    def mark(self, line: str, start: int, end: int) -> str:
        """Return carets under the columns from ``start`` to before ``end``."""
        before = width(self.of(line[: start - 1])) if start > 1 else 0
        marked = width(printable(line[start - 1 : min(end - 1, self.first + WIDEST)], tab=TAB))
        return " " * before + "^" * max(1, marked)


def _harmless(line: str) -> str:
    """Break what GitHub's runner would obey when the report runs there: ``::command::`` first, ``##[command]`` anywhere."""
    line = line.replace("##[", "## [")
    return line.replace("::", ": :", 1) if "::" in line and line.lstrip().startswith("::") else line


def _coloured(report: Report, text: str, colour: str) -> str:
    return click.style(text, fg=colour, bold=True) if report.colour else text
