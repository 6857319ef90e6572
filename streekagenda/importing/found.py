"""One activity as somebody else keeps it, and what a reader makes of a file.

What is not here cannot come in: no attendee, organiser, comment, attachment, alarm or property of one program. A
partner's calendar holds colleagues and clients, so a reader takes what is named here and yields nothing that is marked
private or confidential (RFC 5545 section 3.8.1.3): it says how many there were.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from streekagenda.diagnostics import Location, Severity, diagnostic

if TYPE_CHECKING:
    from streekagenda.diagnostics import Diagnostic

MOST_BYTES = 10_000_000
"""Of a file, before anything of it is read."""
MOST_EVENTS = 5_000
"""Of a file."""

TITLE = "title"
"""The value of a diagnostic that names the activity: it is said before every message."""

When = date | datetime
"""A whole day, or a moment: with a zone where its source has one, else (floating) in the wall-clock time of the region."""


class Changed(Struct, frozen=True, kw_only=True):
    """One date of a series that differs (RECURRENCE-ID)."""

    planned: When
    """When the series gives it."""
    start: When
    end: When | None = None
    """As in :class:`Found`."""
    cancelled: bool = False
    summary: str = ""
    """As the source has it, also where it is that of the series."""
    location: str = ""


class Found(Struct, frozen=True, kw_only=True):
    """An activity of somebody else; texts are plain, and as long and as odd as they came."""

    uid: str = ""
    """Empty where the source has none."""
    start: When
    end: When | None = None
    """The first moment after it, or of whole days the last one, inclusive; ``None`` when it is not said."""
    rule: str = ""
    """The value of RRULE as it stands there: nobody has looked at it yet."""
    phrase: str = ""
    """All that says when, in words: it takes the place of start, end and rule, and can stand in a file as ``when``.

    Only a table has it, for what a rule cannot say (a school holiday, even weeks, several rules). It was read without a
    question, and has its hours and its first day; ``start`` is then its first day, to make a name of.
    """
    exceptions: tuple[When, ...] = ()
    """EXDATE: starts, or whole days."""
    extra: tuple[When, ...] = ()
    """RDATE: starts of as long a time."""
    changed: tuple[Changed, ...] = ()
    summary: str
    description: str = ""
    """Plain text of one or more lines."""
    location: str = ""
    """In words, on one line or with line breaks: a name, an address, or an address on the internet."""
    cancelled: bool = False
    tentative: bool = False
    """Whether it is not sure yet that it goes on: it becomes a draft."""
    categories: tuple[str, ...] = ()
    url: str = ""
    geo: tuple[float, float] | None = None
    """Latitude and longitude in degrees."""
    line: int = 1
    """Where it begins in its file: a line or a row, from 1."""


class Reading(Struct, frozen=True, kw_only=True):
    """What a file holds."""

    found: tuple[Found, ...] = ()
    left_out: tuple[Diagnostic, ...] = ()
    """An error for what was not taken, a warning for a part that was not, at its line or row; see :func:`left_out`."""


class Reader(Protocol):
    """Reads one kind of file; never raises, whatever the bytes are."""

    def __call__(self, content: bytes, /) -> Reading:
        """Return what it holds."""
        ...


def left_out(code: str, line: int = 1, *, severity: Severity = Severity.ERROR, **values: object) -> Diagnostic:
    """Say that something was not taken; the file is named later, by who knows what it is called."""
    return diagnostic(code, Location(path="", line=line), values, severity=severity)


class NotTaken(Exception):
    """Carries why an activity is not taken from a part of a reader or of the writer to its whole."""

    def __init__(self, code: str, **values: object) -> None:
        """Keep the code of a diagnostic and the values of its sentence."""
        super().__init__(code)
        self.code = code
        self.values = values

    def at(self, line: int, title: str) -> Diagnostic:
        """Return what is said of the activity with this title, at its line."""
        return diagnostic(self.code, Location(path="", line=line), {TITLE: title, **self.values})
