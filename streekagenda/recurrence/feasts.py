"""Feasts that people call by name, as dates: those that move go with Easter or with a rule of their own.

Which of them are days off is another question (:mod:`streekagenda.recurrence.holiday_sets`).
"""

from __future__ import annotations

from datetime import date, timedelta

from streekagenda.model.holidays import Feast

_FIXED = {
    Feast.NEW_YEARS_DAY: (1, 1),
    Feast.EPIPHANY: (1, 6),
    Feast.REMEMBRANCE_DAY: (5, 4),
    Feast.LIBERATION_DAY: (5, 5),
    Feast.ALL_SAINTS: (11, 1),
    Feast.ALL_SOULS: (11, 2),
    Feast.CARERS_DAY: (11, 10),
    Feast.SAINT_NICHOLAS_EVE: (12, 5),
    Feast.CHRISTMAS_EVE: (12, 24),
    Feast.CHRISTMAS: (12, 25),
    Feast.CHRISTMAS_DAY: (12, 25),
    Feast.BOXING_DAY: (12, 26),
    Feast.NEW_YEARS_EVE: (12, 31),
}

_FROM_EASTER = {
    Feast.ASH_WEDNESDAY: -46,
    Feast.PALM_SUNDAY: -7,
    Feast.MAUNDY_THURSDAY: -3,
    Feast.GOOD_FRIDAY: -2,
    Feast.HOLY_SATURDAY: -1,
    Feast.EASTER: 0,
    Feast.EASTER_SUNDAY: 0,
    Feast.EASTER_MONDAY: 1,
    Feast.ASCENSION_DAY: 39,
    Feast.WHITSUN: 49,
    Feast.WHIT_SUNDAY: 49,
    Feast.WHIT_MONDAY: 50,
}

_NTH_SUNDAY = {Feast.MOTHERS_DAY: (5, 2), Feast.FATHERS_DAY: (6, 3)}
"""The month, and which of its Sundays."""

_TWO_DAYS = frozenset({Feast.EASTER, Feast.WHITSUN, Feast.CHRISTMAS})

FEAST_ON = {day: feast for feast, day in _FIXED.items() if feast not in _TWO_DAYS} | {(4, 27): Feast.KINGS_DAY}
"""The feasts of one day by the month and the day on which people know them."""


def feast_in(feast: Feast, year: int) -> tuple[date, date]:
    """Return the first and the last day of a feast in a year."""
    if feast in _FIXED:
        month, day = _FIXED[feast]
        first = date(year, month, day)
    elif feast in _NTH_SUNDAY:
        month, nth = _NTH_SUNDAY[feast]
        first = date(year, month, 7 * nth)
        first -= timedelta(days=first.isoweekday() % 7)
    elif feast is Feast.KINGS_DAY:
        first = date(year, 4, 27)
        if first.weekday() == 6:  # never on a Sunday
            first = date(year, 4, 26)
    else:
        first = easter(year) + timedelta(days=_FROM_EASTER[feast])
    return first, first + timedelta(days=1 if feast in _TWO_DAYS else 0)


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature 13, 1876)."""
    century = year // 100
    golden = year % 19
    correction = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + correction + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
