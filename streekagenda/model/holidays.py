"""Holidays that people call by name, as they are kept in the Netherlands; their dates are reckoned in ``recurrence``."""

from __future__ import annotations

from enum import StrEnum


class Feast(StrEnum):
    """A named day, or two days in a row that share a name; not all of them are days off."""

    NEW_YEARS_DAY = "new-years-day"
    EPIPHANY = "epiphany"
    ASH_WEDNESDAY = "ash-wednesday"
    PALM_SUNDAY = "palm-sunday"
    MAUNDY_THURSDAY = "maundy-thursday"
    GOOD_FRIDAY = "good-friday"
    HOLY_SATURDAY = "holy-saturday"
    EASTER = "easter"
    EASTER_SUNDAY = "easter-sunday"
    EASTER_MONDAY = "easter-monday"
    KINGS_DAY = "kings-day"
    REMEMBRANCE_DAY = "remembrance-day"
    LIBERATION_DAY = "liberation-day"
    MOTHERS_DAY = "mothers-day"
    ASCENSION_DAY = "ascension-day"
    WHITSUN = "whitsun"
    WHIT_SUNDAY = "whit-sunday"
    WHIT_MONDAY = "whit-monday"
    FATHERS_DAY = "fathers-day"
    ALL_SAINTS = "all-saints"
    ALL_SOULS = "all-souls"
    CARERS_DAY = "carers-day"
    SAINT_NICHOLAS_EVE = "saint-nicholas-eve"
    CHRISTMAS_EVE = "christmas-eve"
    CHRISTMAS = "christmas"
    CHRISTMAS_DAY = "christmas-day"
    BOXING_DAY = "boxing-day"
    NEW_YEARS_EVE = "new-years-eve"


class SchoolBreak(StrEnum):
    """One of the school holidays of a school year (Regeling vaststelling schoolvakanties)."""

    AUTUMN = "autumn-holidays"
    CHRISTMAS = "christmas-holidays"
    SPRING = "spring-holidays"
    MAY = "may-holidays"
    SUMMER = "summer-holidays"
