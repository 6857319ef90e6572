"""Names and forms of the languages of the world, from the Common Locale Data Repository.

What every page asks of a language is kept beside the program: to bring up the library that knows all of them takes longer
than what it is asked. It says the same until another version is installed, and then nothing is believed that was kept
(``docs/decisions/0048-compiled-templates.md``). The rest is asked of the library (:mod:`streekagenda.rendering.cldr_library`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from streekagenda.store.compiled import file_in, keep, recall

if TYPE_CHECKING:
    from datetime import date, time
    from decimal import Decimal

_HERE = Path(__file__).resolve().parent
_NO_TEXT = "0"
"""What is kept was made of no text: the program alone decides whether it is believed."""
_DAYS, _MONTHS = ("EEE", "EEEE"), ("LLL", "LLLL", "MMM", "MMMM")
_NUMBERS: Mapping[str, Callable[[Any], str]] = {
    "d": lambda day: f"{day.day}",
    "y": lambda day: f"{day.year}",
    "H": lambda clock: f"{clock.hour}",
    "HH": lambda clock: f"{clock.hour:02}",
    "mm": lambda clock: f"{clock.minute:02}",
}
"""The fields of a pattern (Unicode TR 35) that are known here: those that are names, and those that are numbers."""
_PATTERN = re.compile(r"(?!.*'')(?:'[^']+'|[A-Za-z]+|[^A-Za-z'])*")
_PART = re.compile(r"'([^']+)'|([A-Za-z]+)|([^A-Za-z']+)")
_PLACES = {"#,##0": 0, "#,##0.00": 2}
_MOST = 999
"""A larger number has marks in it, which not every language puts there."""
_ORDINALS = 32
"""Days of a month, and less."""


class Spoken(Struct, frozen=True, kw_only=True):
    """What every page asks of a language."""

    direction: str
    own_name: str
    """Nothing where it is unknown."""
    names: Mapping[str, tuple[str, ...]]
    """By the field of a pattern: of days, from Monday, and of months, from January."""
    joining: Mapping[str, tuple[str, str, str, str]]
    """By the style of a list: the patterns of two items, of the first two, of the next and of the last one."""
    ordinals: tuple[str, ...]
    """The form that each number takes, from 0."""
    mark: str
    """Of decimals."""


@lru_cache(maxsize=64)
def spoken(language: str) -> Spoken:
    """Return what is kept of a language; else what the library says, which is kept where the name of a file can be made of it."""
    file = file_in(_HERE, "cldr", f"{language}.json") if language.isascii() and language.isalpha() else None
    kept = recall(file, _NO_TEXT) if file else None
    if kept:
        return msgspec.json.decode(kept, type=Spoken)
    from streekagenda.rendering import cldr_library as library  # noqa: PLC0415 -- see above

    found = Spoken(
        direction=library.direction(language),
        own_name=library.own_name(language),
        names={
            **{field: library.days(field, language) for field in _DAYS},
            **{field: library.months(field, language) for field in _MONTHS},
        },
        joining={style: library.joining(style, language) for style in ("standard", "or")},
        ordinals=tuple(library.ordinal_category(number, language) for number in range(_ORDINALS)),
        mark=library.number(0, "0.0", language)[1:-1],
    )
    if file:
        keep(file, _NO_TEXT, msgspec.json.encode(found))
    return found


@lru_cache(maxsize=65_536)
def formatted(when: date | time, pattern: str, language: str) -> str:
    """Write a date or a time by a pattern of Unicode TR 35, such as ``EEEE d MMMM y``."""
    names = spoken(language).names
    parts = _parts(pattern)
    if not all(field in names or field in _NUMBERS for _, field in parts if field):
        from streekagenda.rendering.cldr_library import formatted as by_library  # noqa: PLC0415 -- see above

        return by_library(when, pattern, language)
    return "".join([_named(when, field, names) if field else text for text, field in parts])


def _named(when: Any, field: str, names: Mapping[str, tuple[str, ...]]) -> str:  # noqa: ANN401 -- a date, or a time where no day is named
    if said := _NUMBERS.get(field):
        return said(when)
    place: int = when.weekday() if field in _DAYS else when.month - 1
    return names[field][place]


@lru_cache(maxsize=256)
def _parts(pattern: str) -> list[tuple[str, str]]:
    """Return the parts of a pattern: texts, and fields; one that cannot be taken apart so is one field, which nobody knows."""
    if not _PATTERN.fullmatch(pattern):
        return [("", pattern)]
    return [(quoted or signs, field) for quoted, field, signs in _PART.findall(pattern)]


def interval(first: date, last: date, skeleton: str, language: str) -> str:
    """Write days from one to another as short as a language does (``28 sep – 2 okt``), with fields such as ``MMMd``."""
    from streekagenda.rendering.cldr_library import interval as by_library  # noqa: PLC0415 -- see above

    return by_library(first, last, skeleton, language)


def joined(items: list[str], language: str, style: str = "standard") -> str:
    """Write a list as ``a, b en c``, or with style ``or`` as ``a, b of c``."""
    if len(items) < 2:
        return "".join(items)
    two, start, middle, end = spoken(language).joining["or" if style == "or" else "standard"]
    first, *between, last = items
    if not between:
        return two.format(first, last)
    said = start.format(first, between[0])
    for one in between[1:]:
        said = middle.format(said, one)
    return end.format(said, last)


@lru_cache(maxsize=1_024)
def number(value: Decimal | int, pattern: str, language: str) -> str:
    """Write a number by a pattern such as ``#,##0.00``."""
    if 0 <= value <= _MOST and pattern in _PLACES:
        return f"{value:.{_PLACES[pattern]}f}".replace(".", spoken(language).mark)
    from streekagenda.rendering.cldr_library import number as by_library  # noqa: PLC0415 -- see above

    return by_library(value, pattern, language)


def ordinal_category(value: int, language: str) -> str:
    """Return which ordinal form a number takes: ``one``, ``two``, ``few`` or ``other`` (1st, 2nd, 3rd, 4th)."""
    if 0 <= value < _ORDINALS:
        return spoken(language).ordinals[value]
    from streekagenda.rendering.cldr_library import ordinal_category as by_library  # noqa: PLC0415 -- see above

    return by_library(value, language)


def direction(language: str) -> str:
    """Return the direction in which a language is written: ``ltr`` or ``rtl``."""
    return spoken(language).direction


@lru_cache(maxsize=256)
def language_name(code: str, language: str) -> str:
    """Return the name of a language in another one (``Arabisch``); the code itself where it is unknown."""
    from streekagenda.rendering.cldr_library import language_name as by_library  # noqa: PLC0415 -- see above

    return by_library(code, language)


def own_name(code: str) -> str:
    """Return the name of a language in that language: ``Nederlands``, ``English``, ``العربية``; an unknown code as it is."""
    name = spoken(code).own_name
    return capital(name, code) if name else code


def capital(text: str, language: str) -> str:
    """Write the first letter as a capital."""
    first = "İ" if language == "tr" and text[:1] == "i" else text[:1].upper()
    return first + text[1:]
