"""Days in a message about a phrase: named in the language of the phrase, and told in that of who reads."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from streekagenda.rendering.cldr import formatted

if TYPE_CHECKING:
    from collections.abc import Mapping

PHRASES = ("nl", "en")
"""The languages in which a phrase can say when something is."""
_DAY = re.compile(r"(?:(?P<weekday>[^\W\d]+) )?(?P<day>\d{1,2}) (?P<month>[^\W\d]+) (?P<year>\d{4})")


@lru_cache(maxsize=1024)
def in_language(text: str, language: str) -> str:
    """Return a date, weekday or month that ``text`` consists of in another language; any other text as it is."""
    if (number := _weekdays().get(text)) is not None:
        return formatted(date(2024, 1, number), "EEEE", language)
    if (number := _months().get(text)) is not None:
        return formatted(date(2024, number, 1), "MMMM", language)
    found = _DAY.fullmatch(text)
    month = _months().get(found["month"]) if found else None
    if not found or not month or (found["weekday"] and found["weekday"] not in _weekdays()):
        return text
    try:
        day = date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return text
    return formatted(day, "EEEE d MMMM y" if found["weekday"] else "d MMMM y", language)


@cache
def _weekdays() -> Mapping[str, int]:
    """Weekdays by their names, as the days of January 2024, which begins on a Monday."""
    return {formatted(date(2024, 1, day), "EEEE", language): day for language in PHRASES for day in range(1, 8)}


@cache
def _months() -> Mapping[str, int]:
    return {formatted(date(2024, month, 1), "MMMM", language): month for language in PHRASES for month in range(1, 13)}
