"""Names and forms of the languages of the world, from the Common Locale Data Repository: the door to babel."""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError, localedata
from babel.dates import format_interval, parse_pattern
from babel.lists import format_list
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from datetime import date, time
    from decimal import Decimal
    from typing import Literal

_VARIANTS = {"en": "en_GB", "ar": "ar_LY"}
"""English with the day before the month; Arabic with the months that readers from Morocco and from Syria both know, the
digits of the timetable and the comma of the price tag in the Netherlands (see decision 0026)."""
_FALLBACK = "en_GB"
_NARROW_SPACES = {ord("\N{THIN SPACE}"): " ", ord("\N{NARROW NO-BREAK SPACE}"): "\N{NO-BREAK SPACE}"}
"""Not every terminal and screen has them."""


_OWN = (
    *("months", "days", "quarters", "eras", "day_periods", "list_patterns", "number_symbols", "decimal_formats"),
    *("date_formats", "time_formats", "datetime_formats", "datetime_skeletons", "interval_formats"),
)
"""What is read of a locale here, but for names of languages. babel (2.18) keeps one copy of what locales inherit, and writes into
it what the first that is asked says: after Hebrew or Chinese the months of Dutch were theirs."""


@lru_cache(maxsize=64)
def locale(language: str) -> Locale:
    """Return the locale of a language (BCP 47), which shares nothing with others; English for one that is unknown."""
    try:
        found = Locale.parse(_VARIANTS.get(language, language).replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        found = Locale.parse(_FALLBACK)
    data = localedata.load(str(found))
    data.update(deepcopy({part: data[part] for part in _OWN}))
    return found


@lru_cache(maxsize=65_536)
def formatted(when: date | time, pattern: str, language: str) -> str:
    """Write a date or a time by a pattern of Unicode TR 35, such as ``EEEE d MMMM y``."""
    return parse_pattern(pattern).apply(when, locale(language))


def interval(first: date, last: date, skeleton: str, language: str) -> str:
    """Write days from one to another as short as a language does (``28 sep – 2 okt``), with fields such as ``MMMd``."""
    return format_interval(first, last, skeleton, locale=locale(language)).translate(_NARROW_SPACES)


def joined(items: list[str], language: str, style: str = "standard") -> str:
    """Write a list as ``a, b en c``, or with style ``or`` as ``a, b of c``."""
    if len(items) < 2:
        return "".join(items)  # most lists; what babel says of them too, once it has looked up the locale
    known: Literal["standard", "or"] = "or" if style == "or" else "standard"
    return format_list(items, style=known, locale=locale(language))


@lru_cache(maxsize=1_024)
def number(value: Decimal | int, pattern: str, language: str) -> str:
    """Write a number by a pattern such as ``#,##0.00``."""
    return format_decimal(value, format=pattern, locale=locale(language))


def ordinal_category(value: int, language: str) -> str:
    """Return which ordinal form a number takes: ``one``, ``two``, ``few`` or ``other`` (1st, 2nd, 3rd, 4th)."""
    return str(locale(language).ordinal_form(value))


@lru_cache(maxsize=64)
def direction(language: str) -> str:
    """Return the direction in which a language is written: ``ltr`` or ``rtl``."""
    return str(locale(language).text_direction)


def language_name(code: str, language: str) -> str:
    """Return the name of a language in another one (``Arabisch``); the code itself where it is unknown."""
    return str(locale(language).languages.get(code.replace("-", "_"), code))


@lru_cache(maxsize=64)
def own_name(code: str) -> str:
    """Return the name of a language in that language: ``Nederlands``, ``English``, ``العربية``."""
    try:
        name = Locale.parse(code.replace("-", "_")).get_display_name()
    except (UnknownLocaleError, ValueError):
        return code
    return capital(name, code) if name else code


def capital(text: str, language: str) -> str:
    """Write the first letter as a capital."""
    first = "İ" if language == "tr" and text[:1] == "i" else text[:1].upper()
    return first + text[1:]
