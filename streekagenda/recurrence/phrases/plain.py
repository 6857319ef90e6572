"""A date as programs write it (ISO 8601), alone or with its hours behind it: the grammar has nothing to find in it.

So most single dates are written, also by our own importers and forms. What is not quite so is for the grammar.
"""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache

from streekagenda.model.schedule import Hours
from streekagenda.recurrence.phrases.readings import ReadMoment, Timing

_DATE = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(rf"({_DATE.pattern}) ((?:[01][0-9]|2[0-3]):[0-5][0-9])-((?:[01][0-9]|2[0-3]):[0-5][0-9])")


@lru_cache(maxsize=4096)
def plain_date(text: str) -> date | None:
    """Return the date of ``2026-10-01``; ``None`` for all else, and for a day that does not exist. Equal days are one thing."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def plain_moment(text: str) -> ReadMoment | None:
    """Return the moment of ``2026-10-01 19:30-21:00``, where it ends on its day; ``None`` for all else."""
    found = _MOMENT.fullmatch(text)
    day = plain_date(found[1]) if found else None
    if found is None or day is None or found[3] <= found[2]:
        return None
    return ReadMoment(first=day, last=day, timing=_timing(found[2], found[3]))


@lru_cache(maxsize=1024)
def _timing(start: str, end: str) -> Timing:
    """Return the hours of a day, which are one thing for all days that have them."""
    return Timing(hours=Hours(start=time.fromisoformat(start), end=time.fromisoformat(end)))
