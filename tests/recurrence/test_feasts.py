"""The dates of feasts, against judges of their own: ``dateutil``, ``holidays`` and printed calendars."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import holidays
import pytest
from dateutil.easter import easter as easter_of_dateutil
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.model.holidays import Feast
from streekagenda.model.schedule import NamedHoliday, Weekday
from streekagenda.recurrence.days import days
from streekagenda.recurrence.feasts import FEAST_ON, easter, feast_in
from streekagenda.recurrence.planned import planned_days
from tests.examples import day, rule, series

LIBRARY = {
    Feast.NEW_YEARS_DAY: {"Nieuwjaarsdag"},
    Feast.GOOD_FRIDAY: {"Goede vrijdag"},
    Feast.EASTER: {"Eerste paasdag", "Tweede paasdag"},
    Feast.EASTER_SUNDAY: {"Eerste paasdag"},
    Feast.EASTER_MONDAY: {"Tweede paasdag"},
    Feast.KINGS_DAY: {"Koningsdag"},
    Feast.LIBERATION_DAY: {"Bevrijdingsdag"},
    Feast.ASCENSION_DAY: {"Hemelvaartsdag"},
    Feast.WHITSUN: {"Eerste pinksterdag", "Tweede pinksterdag"},
    Feast.WHIT_SUNDAY: {"Eerste pinksterdag"},
    Feast.WHIT_MONDAY: {"Tweede pinksterdag"},
    Feast.CHRISTMAS: {"Eerste kerstdag", "Tweede kerstdag"},
    Feast.CHRISTMAS_DAY: {"Eerste kerstdag"},
    Feast.BOXING_DAY: {"Tweede kerstdag"},
}
"""The feasts that the library has too, by its own names; its days off are another question than ours."""


NO_DAY_OFF = {
    Feast.EPIPHANY: ["2026-01-06", "2027-01-06"],
    Feast.ASH_WEDNESDAY: ["2026-02-18", "2027-02-10"],
    Feast.PALM_SUNDAY: ["2026-03-29", "2027-03-21"],
    Feast.MAUNDY_THURSDAY: ["2026-04-02", "2027-03-25"],
    Feast.HOLY_SATURDAY: ["2026-04-04", "2027-03-27"],
    Feast.REMEMBRANCE_DAY: ["2026-05-04", "2027-05-04"],
    Feast.MOTHERS_DAY: ["2026-05-10", "2027-05-09", "2022-05-08", "2028-05-14"],
    Feast.FATHERS_DAY: ["2026-06-21", "2027-06-20", "2025-06-15"],
    Feast.ALL_SAINTS: ["2026-11-01"],
    Feast.ALL_SOULS: ["2026-11-02"],
    Feast.CARERS_DAY: ["2026-11-10"],
    Feast.SAINT_NICHOLAS_EVE: ["2026-12-05"],
    Feast.CHRISTMAS_EVE: ["2026-12-24"],
    Feast.NEW_YEARS_EVE: ["2026-12-31"],
}


@cache
def library_days(feast: Feast, first: int, last: int) -> set[date]:
    """The days of a feast in some years, as the library gives them."""
    calendar = holidays.country_holidays(
        "NL", years=range(first, last + 1), language="nl", categories=(holidays.PUBLIC, holidays.OPTIONAL)
    )
    return {day for day, names in calendar.items() if LIBRARY[feast] & set(names.split("; "))}


@given(st.integers(1900, 2200))
@settings(deadline=None)
def test_easter_is_that_of_dateutil(year: int) -> None:
    assert easter(year) == easter_of_dateutil(year)


@pytest.mark.parametrize("feast", LIBRARY)
def test_feast_is_on_the_days_of_the_library(feast: Feast) -> None:
    ours = {one for year in range(2014, 2100) for one in feast_in(feast, year)}
    assert ours == library_days(feast, 2014, 2099)


@pytest.mark.parametrize("feast", NO_DAY_OFF)
def test_feast_that_is_no_day_off_is_on_the_day_of_printed_calendars(feast: Feast) -> None:
    assert [feast_in(feast, day(one).year) for one in NO_DAY_OFF[feast]] == [
        (day(one),) * 2 for one in NO_DAY_OFF[feast]
    ]


def test_every_feast_is_judged() -> None:
    assert set(LIBRARY) | set(NO_DAY_OFF) == set(Feast)


def test_kings_day_is_known_by_27_april_also_when_that_is_a_sunday() -> None:
    assert FEAST_ON[4, 27] is Feast.KINGS_DAY
    assert feast_in(Feast.KINGS_DAY, 2031) == (day("2031-04-26"), day("2031-04-26"))
    assert (12, 25) in FEAST_ON
    assert Feast.CHRISTMAS not in FEAST_ON.values()


@given(
    st.dates(date(2014, 1, 1), date(2029, 12, 31)),
    st.sets(st.sampled_from(Weekday), min_size=1),
    st.sampled_from(list(LIBRARY)),
)
@settings(deadline=None)
def test_named_holiday_takes_away_its_days_in_the_library_and_no_others(
    start: date, weekdays: set[Weekday], feast: Feast
) -> None:
    repeated = rule("WEEKLY", start, ",".join(day.name for day in weekdays), until="2030-12-31")
    last = date(2030, 12, 31)
    kept = set(planned_days(series(repeated, exclusions=[NamedHoliday(feast=feast)]), start, last))
    assert kept == set(days(repeated, start, last)) - library_days(feast, 2014, 2030)


def test_named_holiday_is_left_out_as_long_as_a_rule_runs() -> None:
    daily = series(rule("DAILY", "2026-09-01"), exclusions=[NamedHoliday(feast=Feast.CHRISTMAS)])
    found = set(planned_days(daily, day("2026-09-01"), day("2060-12-31")))
    gone = {date(2026, 9, 1) + timedelta(days=ahead) for ahead in range(12540)} - found
    assert {one for one in gone if one <= day("2060-12-31")} == {
        date(year, 12, number) for year in range(2026, 2061) for number in (25, 26)
    }
