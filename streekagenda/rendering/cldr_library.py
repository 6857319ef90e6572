"""The Common Locale Data Repository as its library has it: the door to babel, which is opened where nothing kept tells enough."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_interval, parse_pattern
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from datetime import time
    from decimal import Decimal

_VARIANTS = {"en": "en_GB", "ar": "ar_LY"}
"""English with the day before the month; Arabic with the months that readers from Morocco and from Syria both know, the
digits of the timetable and the comma of the price tag in the Netherlands (see decision 0026)."""
_FALLBACK = "en_GB"
_NARROW_SPACES = {ord("\N{THIN SPACE}"): " ", ord("\N{NARROW NO-BREAK SPACE}"): "\N{NO-BREAK SPACE}"}
"""Not every terminal and screen has them."""


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    """Return the locale of a language (BCP 47); English for one that is unknown."""
    try:
        return Locale.parse(_VARIANTS.get(language, language).replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_FALLBACK)


def formatted(when: date | time, pattern: str, language: str) -> str:
    """Write a date or a time by a pattern of Unicode TR 35."""
    return parse_pattern(pattern).apply(when, _locale(language))


def days(field: str, language: str) -> tuple[str, ...]:
    """Return what a field of a pattern says of each day of a week, from Monday."""
    return tuple(
        formatted(date(2024, 1, number), field, language) for number in range(1, 8)
    )  # a Monday, and what follows


def months(field: str, language: str) -> tuple[str, ...]:
    """Return what a field of a pattern says of each month, from January."""
    return tuple(formatted(date(2024, number, 1), field, language) for number in range(1, 13))


def interval(first: date, last: date, skeleton: str, language: str) -> str:
    """Write days from one to another as short as a language does."""
    return format_interval(first, last, skeleton, locale=_locale(language)).translate(_NARROW_SPACES)


def joining(style: str, language: str) -> tuple[str, str, str, str]:
    """Return the patterns (Unicode TR 35, "List Patterns") of two items, and of the first two, the next and the last of more."""
    patterns = _locale(language).list_patterns[style]
    return patterns["2"], patterns["start"], patterns["middle"], patterns["end"]


def number(value: Decimal | int, pattern: str, language: str) -> str:
    """Write a number by a pattern such as ``#,##0.00``."""
    return format_decimal(value, format=pattern, locale=_locale(language))


def ordinal_category(value: int, language: str) -> str:
    """Return which ordinal form a number takes."""
    return str(_locale(language).ordinal_form(value))


def direction(language: str) -> str:
    """Return the direction in which a language is written."""
    return str(_locale(language).text_direction)


def language_name(code: str, language: str) -> str:
    """Return the name of a language in another one; the code itself where it is unknown."""
    return str(_locale(language).languages.get(code.replace("-", "_"), code))


def own_name(code: str) -> str:
    """Return the name of a language in that language, as it stands in a sentence; nothing where it is unknown."""
    try:
        return Locale.parse(code.replace("-", "_")).get_display_name() or ""
    except (UnknownLocaleError, ValueError):
        return ""
