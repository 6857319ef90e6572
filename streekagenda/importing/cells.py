"""One cell that says a day, a time or both; what can mean two things is asked about."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.diagnostics import Diagnostic, Location
from streekagenda.importing.found import left_out
from streekagenda.recurrence.phrases import Timing, read, read_date, read_hours

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.recurrence.phrases import Reading

NOWHERE = Location(path="")
LONGEST = 160
"""Characters of a cell or a phrase that says when; in a content file there may be more."""

_SLASHES = re.compile(r"\b(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>\d{4}|\d\d)\b", re.ASCII)
_MONTHS = range(1, 13)
_VAGUE = re.compile(r"when-(?:not-|no-|loose-end|empty|other-language|no$)")
"""Codes of questions that a cell answers better by saying what can stand in it."""


class Said(Struct, frozen=True, kw_only=True):
    """What a cell says."""

    day: date | None = None
    timing: Timing | None = None


@lru_cache(maxsize=4096)
def said(text: str) -> Said | Diagnostic:
    """Read a day, hours, the whole day, or a day with them.

    A diagnostic has the code ``import-not-a-moment`` where nothing better can be asked.
    """
    if (asked := doubt(text)) is not None:
        return asked
    day = read_date(text, NOWHERE)
    if not isinstance(day, Diagnostic):
        return Said(day=day)
    timing = read_hours(text, NOWHERE)
    if not isinstance(timing, Diagnostic):
        return Said(timing=timing)
    reading = reading_of(text)
    moment = reading.moments[0] if len(reading.moments) == 1 and not reading.rules else None
    if moment is not None and moment.first == moment.last:
        return Said(day=moment.first, timing=None if moment.timing.lacks_time else moment.timing)
    for asked in (day, timing, *reading.problems):
        if not _VAGUE.match(asked.code):
            return asked
    return left_out("import-not-a-moment")


@lru_cache(maxsize=4096)
def reading_of(phrase: str) -> Reading:
    """Read a phrase; its problems have no place yet."""
    return read(phrase, NOWHERE)


def doubt(text: str) -> Diagnostic | None:
    """Ask about what is too long, and about a date with slashes: an American computer writes the month first."""
    if len(text) > LONGEST:
        return left_out("import-when-too-long", limit=LONGEST, length=len(text))
    for found in _SLASHES.finditer(text):
        one, other, year = int(found["one"]), int(found["other"]), found["year"]
        if one != other and one in _MONTHS and other in _MONTHS:
            return left_out(
                "import-date-ambiguous", text=found[0], first=f"{one}-{other}-{year}", second=f"{other}-{one}-{year}"
            )
    return None
