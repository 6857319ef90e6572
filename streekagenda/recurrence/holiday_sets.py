"""Holidays as sets of days, and what ``except`` leaves out.

Two surprises of the library (0.109): the language of names follows the machine unless it is said, and the school
category is empty, without a word, for a region or a year that it does not know (it knows 2014 to 2030).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from streekagenda.model.holidays import SchoolBreak
from streekagenda.model.schedule import (
    Closure,
    DateRange,
    Exclusion,
    NamedHoliday,
    PublicHolidays,
    SchoolHolidays,
)
from streekagenda.recurrence.feasts import feast_in
from streekagenda.recurrence.holiday_library import knows, looked_up

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCHOOL_BREAKS = {
    SchoolBreak.AUTUMN: "Herfstvakantie",
    SchoolBreak.CHRISTMAS: "Kerstvakantie",
    SchoolBreak.SPRING: "Voorjaarsvakantie",
    SchoolBreak.MAY: "Meivakantie",
    SchoolBreak.SUMMER: "Zomervakantie",
}
"""What the library calls them in Dutch."""
_PUBLIC, _OPTIONAL, _SCHOOL = "public", "optional", "school"  # categories of the library


def known_country(country: str) -> bool:
    """Whether there are public holidays for an ISO 3166 code of two capitals."""
    if len(country) != 2 or not country.isupper():  # the library also takes names and codes of three letters
        return False
    return knows(country)


def excluded_days(exclusions: tuple[Exclusion, ...], first: date, last: date) -> frozenset[date]:
    """Return the days from ``first`` to ``last`` inclusive that any of the exclusions holds."""
    years = range(first.year, last.year + 1)
    return frozenset(day for year in years for day in excluded_in(exclusions, year) if first <= day <= last)


@lru_cache(maxsize=4096)
def excluded_in(exclusions: tuple[Exclusion, ...], year: int) -> frozenset[date]:
    """Return the days of a year that any of the exclusions holds."""
    return frozenset().union(*(days_in(exclusion, year) for exclusion in exclusions))


@lru_cache(maxsize=4096)
def numbers_excluded_in(exclusions: tuple[Exclusion, ...], year: int) -> frozenset[int]:
    """Return the same as their numbers (:meth:`datetime.date.toordinal`)."""
    return frozenset(map(date.toordinal, excluded_in(exclusions, year)))


@lru_cache(maxsize=4096)
def days_in(exclusion: Exclusion, year: int) -> frozenset[date]:
    """Return the days of a year that one exclusion holds."""
    match exclusion:
        case DateRange():
            return frozenset(_days_of(exclusion, year))
        case Closure():
            return frozenset(day for stretch in exclusion.ranges for day in _days_of(stretch, year))
        case PublicHolidays():
            return frozenset(_public(exclusion.country, year, None))
        case SchoolHolidays():
            return _school_days(exclusion.region, year, exclusion.name)
        case NamedHoliday():
            first, last = feast_in(exclusion.feast, year)
            return frozenset((first, last))


def holiday_name(day: date, country: str, language: str) -> str | None:
    """Return what a public holiday is called, in ``language`` where the library has it, else in the country's own."""
    return _public(country, day.year, language).get(day)


@lru_cache(maxsize=512)
def _public(country: str, year: int, language: str | None) -> dict[date, str]:
    names = _names(country, year, language, _PUBLIC)
    if country == "NL":
        # Liberation Day is in the public category once in five years (a day off by law for many), else optional.
        may_5 = date(year, 5, 5)
        names.update(_names(country, year, language, _PUBLIC, _OPTIONAL, only=may_5))
    return names


@lru_cache(maxsize=512)
def _school(region: str, year: int) -> dict[date, str]:
    return _names("NL", year, "nl", _SCHOOL, subdivision=region.capitalize())


def _school_days(region: str, year: int, name: SchoolBreak | None) -> frozenset[date]:
    """The school holidays of a year; of one name, or all."""
    found = _school(region, year)
    return frozenset(day for day, said in found.items() if name is None or said == _SCHOOL_BREAKS[name])


def _names(
    country: str,
    year: int,
    language: str | None,
    *categories: str,
    subdivision: str | None = None,
    only: date | None = None,
) -> dict[date, str]:
    found = looked_up((country, year, language, categories, subdivision))
    return {day: name for day, name in found.items() if only in {None, day}}


def _days_of(stretch: DateRange, year: int) -> Iterator[date]:
    begin, end = max(stretch.first, date(year, 1, 1)), min(stretch.last, date(year, 12, 31))
    for count in range((end - begin).days + 1):
        yield begin + timedelta(days=count)
