"""A mistake found while reading, before it is known which file and value it belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from streekagenda.diagnostics import Correction, Diagnostic, Location, Severity, diagnostic


class Fault(Struct, frozen=True, kw_only=True):
    """A mistake at a line and column of the file that is being read."""

    code: str
    line: int = 1
    column: int = 1
    values: Mapping[str, object] = field(default_factory=dict)
    suggestion: str | None = None
    correction: Correction | None = None
    severity: Severity = Severity.ERROR

    def in_file(self, path: str) -> Diagnostic:
        """Return the diagnostic for the file at ``path``."""
        location = Location(path=path, line=self.line, column=self.column)
        return diagnostic(
            self.code,
            location,
            self.values,
            severity=self.severity,
            suggestion=self.suggestion,
            correction=self.correction,
        )
