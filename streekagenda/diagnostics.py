"""What we tell a partner: a mistake or a piece of advice, with its place in a file.

A diagnostic holds a stable code and the values that belong to it. The words live in
``layouts/translations/``, under the code, so that they can be said in every language.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping


LONGEST_VALUE = 1_000
"""Characters of a value in a message; of a longer one the rest is left out."""
LONGEST_SUGGESTION = 3_000
"""Characters; nobody would read a longer one."""


class Severity(StrEnum):
    """How bad it is: an error leaves the file out; a warning or an advice does not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Location(Struct, frozen=True, kw_only=True, order=True):
    """A place in a content file; line and column count from 1."""

    path: str
    """Posix path below the content folder, such as ``events/de-kern/koffie.md``."""
    line: int = 1
    column: int = 1


class Correction(Struct, frozen=True, kw_only=True):
    """Other text in the place of a part of the line that a diagnostic is about; columns count from 1."""

    start: int
    end: int
    """The first column behind the part."""
    text: str
    certain: bool = False
    """Whether nothing else can be meant, so that ``check --fix`` may write it without asking."""

    def of(self, line: str) -> str:
        """Return the line as it becomes."""
        return line[: self.start - 1] + self.text + line[self.end - 1 :]


class Diagnostic(Struct, frozen=True, kw_only=True):
    """One thing that a partner should know.

    ``code`` names the kind of mistake and stays the same for ever; ``values`` fill the sentence that the
    translations hold for that code; ``suggestion`` is text that can be copied in the place of what stands there, and
    ``correction`` says, where that is known, which part of the line it takes the place of.
    """

    code: str
    location: Location
    severity: Severity = Severity.ERROR
    values: tuple[tuple[str, str], ...] = ()
    suggestion: str | None = None
    correction: Correction | None = None
    others: tuple[str, ...] = ()
    """Paths of the other files that it is about, such as the twin of a duplicate."""
    about: str = ""
    """Title of the activity that it is about, where the place does not say which."""


def diagnostic(
    code: str,
    location: Location,
    values: Mapping[str, object],
    *,
    severity: Severity = Severity.ERROR,
    suggestion: str | None = None,
    correction: Correction | None = None,
) -> Diagnostic:
    """Make a diagnostic; ``values`` become text, in alphabetical order of their names."""
    if suggestion is not None and len(suggestion) > LONGEST_SUGGESTION:
        suggestion = correction = None
    return Diagnostic(
        code=code,
        location=location,
        severity=severity,
        values=tuple(sorted((name, _short(str(value))) for name, value in values.items())),
        suggestion=suggestion,
        correction=correction,
    )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def problem(
    code: str,
    location: Location,
    *,
    severity: Severity = Severity.ERROR,
    suggestion: str | None = None,
    correction: Correction | None = None,
    **values: object,
) -> Diagnostic:
    """Make a diagnostic, its values given by name."""
    return diagnostic(code, location, values, severity=severity, suggestion=suggestion, correction=correction)
