"""Collects what is wrong with one record while it is being believed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.content.phrases import Phrases
from streekagenda.diagnostics import Diagnostic, Location, Severity, diagnostic, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.content.faults import Fault
    from streekagenda.content.records import Record
    from streekagenda.content.yaml_text import Path

LIMIT = 200
"""Diagnostics that one file may give; the rest is only counted."""


class Findings:
    """The diagnostics of one record, in the order in which they were found."""

    def __init__(
        self,
        record: Record,
        found: Iterable[Diagnostic] = (),
        passed_over: frozenset[str] = frozenset(),
        *,
        phrases: Phrases | None = None,
    ) -> None:
        """Start with what was found before; nothing more is said of the keys that were ``passed_over``.

        ``phrases`` reads what stands in the record; whoever asks it takes its questions :meth:`take_at` their place.
        """
        self.record = record
        self.phrases = phrases or Phrases()
        self.diagnostics = list(found)
        self.passed_over = passed_over

    @property
    def failed(self) -> bool:
        """Whether one of them is an error."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)

    def at(self, path: Path) -> Location:
        """Return where a value of the record stands."""
        return self.record.at(path)

    def add(
        self,
        code: str,
        path: Path,
        *,
        severity: Severity = Severity.ERROR,
        suggestion: str | None = None,
        certain: bool = False,
        at_key: bool = False,
        **values: object,
    ) -> None:
        """Add a diagnostic at the value that stands at ``path``, or at its key.

        A suggestion is what can stand in its place; it is ``certain`` where nothing else can be meant.
        """
        if not path or path[0] not in self.passed_over:
            where = self.record.at(path, key=at_key)
            found = diagnostic(code, where, values, severity=severity, suggestion=suggestion)
            self.diagnostics.append(self._corrected(found, path, certain=certain, key=at_key))

    def add_fault(self, fault: Fault, path: Path, **values: object) -> None:
        """Add a fault that was found in the value at ``path``."""
        if not path or path[0] not in self.passed_over:
            values = {**fault.values, **values}
            self.diagnostics.append(diagnostic(fault.code, self.at(path), values, suggestion=fault.suggestion))

    def take(self, found: Diagnostic) -> None:
        """Add a diagnostic that knows its place."""
        self.diagnostics.append(found)

    def take_at(self, found: Diagnostic, path: Path) -> None:
        """Add a diagnostic of the value at ``path``; whoever made it did not know its place."""
        self.diagnostics.append(self._corrected(replace(found, location=self.at(path)), path))

    def _corrected(self, found: Diagnostic, path: Path, *, certain: bool = False, key: bool = False) -> Diagnostic:
        if found.suggestion is None:
            return found
        correction = self.record.correction(path, found.suggestion, certain=certain, key=key)
        return replace(found, correction=correction)


def capped(diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield at most :data:`LIMIT` diagnostics of each file, and then how many more it has."""
    for path, found in groupby(diagnostics, key=lambda one: one.location.path):
        listed = list(found)
        yield from listed[:LIMIT]
        if len(listed) > LIMIT:
            yield problem("too-many-mistakes", Location(path=path), count=len(listed) - LIMIT)
