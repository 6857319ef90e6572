"""Days in a message: as dates, or named in the language of a phrase, and told in that of who reads."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from streekagenda.rendering.cldr import formatted, joined

if TYPE_CHECKING:
    from collections.abc import Mapping

PHRASES = ("nl", "en")
"""The languages in which a phrase can say when something is."""
_ISO_DAYS = re.compile(r"2\d{3}-[01]\d-[0-3]\d(?:, 2\d{3}-[01]\d-[0-3]\d)*")
_DAY = re.compile(r"(?:(?P<weekday>[^\W\d]+) )?(?P<day>\d{1,2}) (?P<month>[^\W\d]+) (?P<year>\d{4})")


def in_language(text: str, language: str) -> str:
    """Return a date, weekday or month that ``text`` consists of in another language; any other text as it is."""
    named = text in _weekdays() or text in _months() or _DAY.fullmatch(text)
    return _in_language(text, language) if named else text


@lru_cache(maxsize=1024)
def _in_language(text: str, language: str) -> str:
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


def in_words(value: str, language: str) -> str:
    """Return a value as people read it: a day, or days with commas between, as dates in words; all else as it is."""
    return _in_words(value, language) if _ISO_DAYS.fullmatch(value) else value


@lru_cache(maxsize=1024)
def _in_words(value: str, language: str) -> str:
    try:
        days = [date.fromisoformat(day) for day in value.split(", ")]
    except ValueError:
        return value  # a day that does not exist, which is what the diagnostic is about
    return joined([formatted(day, "EEEE d MMMM y", language) for day in days], language)


@cache
def _weekdays() -> Mapping[str, int]:
    """Weekdays by their names, as the days of January 2024, which begins on a Monday."""
    return {formatted(date(2024, 1, day), "EEEE", language): day for language in PHRASES for day in range(1, 8)}


@cache
def _months() -> Mapping[str, int]:
    return {formatted(date(2024, month, 1), "MMMM", language): month for language in PHRASES for month in range(1, 13)}
