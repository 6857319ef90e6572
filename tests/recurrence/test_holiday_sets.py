"""Holidays against what the government published, and what ``except`` takes away."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.model.holidays import SchoolBreak
from streekagenda.model.schedule import PublicHolidays, SchoolHolidays
from streekagenda.recurrence.holiday_sets import (
    days_in,
    excluded_days,
    holiday_name,
    known_country,
)
from tests.examples import closure, date_range, day

NL = PublicHolidays(country="NL")


def stretches(days: frozenset[date]) -> str:
    """Days as runs: ``01-01..01-04 03-01``."""
    found: list[list[date]] = []
    for one in sorted(days):
        if found and one - found[-1][-1] == timedelta(days=1):
            found[-1].append(one)
        else:
            found.append([one])
    ends = [[run[0]] if len(run) == 1 else [run[0], run[-1]] for run in found]
    return " ".join("..".join(f"{one:%m-%d}" for one in run) for run in ends)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2025, "01-01 04-18 04-20..04-21 04-26 05-05 05-29 06-08..06-09 12-25..12-26"),
        (2026, "01-01 04-03 04-05..04-06 04-27 05-05 05-14 05-24..05-25 12-25..12-26"),
        (2027, "01-01 03-26 03-28..03-29 04-27 05-05..05-06 05-16..05-17 12-25..12-26"),
    ],
)
def test_dutch_holidays_are_the_public_ones_and_5_may_in_every_year(year: int, expected: str) -> None:
    assert stretches(days_in(NL, year)) == expected


def test_holidays_of_another_country_are_its_public_ones() -> None:
    assert day("2026-07-21") in days_in(PublicHolidays(country="BE"), 2026)
    assert day("2026-05-05") not in days_in(PublicHolidays(country="BE"), 2026)


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        # rijksoverheid.nl; the rows of 2026-2027, cut at the ends of the years
        ("noord", "01-01..01-03 02-20..02-28 04-24..05-02 07-10..08-22"),
        ("midden", "01-01..01-03 02-20..02-28 04-24..05-02 07-17..08-29"),
        ("zuid", "01-01..01-03 02-13..02-21 04-24..05-02 07-24..09-05"),
    ],
)
def test_school_holidays_of_2027_up_to_the_summer(region: str, expected: str) -> None:
    known = excluded_days((SchoolHolidays(region=region),), day("2027-01-01"), day("2027-09-30"))
    assert stretches(known) == expected


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("noord", "10-10..10-18 12-19..12-31"),
        ("midden", "10-17..10-25 12-19..12-31"),
        ("zuid", "10-17..10-25 12-19..12-31"),
    ],
)
def test_school_holidays_of_the_end_of_2026(region: str, expected: str) -> None:
    known = excluded_days((SchoolHolidays(region=region),), day("2026-09-30"), day("2026-12-31"))
    assert stretches(known) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (SchoolBreak.AUTUMN, "10-16..10-24"),
        (SchoolBreak.CHRISTMAS, "01-01..01-03 12-25..12-31"),
        (SchoolBreak.SPRING, "02-20..02-28"),
        (SchoolBreak.MAY, "04-24..05-02"),
        (SchoolBreak.SUMMER, "07-10..08-22"),
    ],
)
def test_school_holidays_of_one_name(name: SchoolBreak, expected: str) -> None:
    assert stretches(days_in(SchoolHolidays(region="noord", name=name), 2027)) == expected


@given(st.integers(2014, 2030), st.sampled_from(["noord", "midden", "zuid"]))
@settings(deadline=None)
def test_school_holidays_of_each_name_are_those_of_the_library_and_together_all(year: int, region: str) -> None:
    library = holidays.country_holidays(
        "NL", region.capitalize(), years=year, language="en_US", categories=holidays.SCHOOL
    )
    for name in SchoolBreak:
        said = f"{name.removesuffix('-holidays').capitalize()} Break"
        assert days_in(SchoolHolidays(region=region, name=name), year) == {
            one for one in library if one.year == year and library[one] == said
        }
    each = [days_in(SchoolHolidays(region=region, name=name), year) for name in SchoolBreak]
    assert frozenset().union(*each) == days_in(SchoolHolidays(region=region), year)


@pytest.mark.parametrize("region", ["noord", "midden", "zuid"])
def test_school_holidays_are_known_to_the_end_of_the_school_year_that_was_laid_down_last(region: str) -> None:
    """The horizon is a year or two: when this is the past, a newer library of holidays is needed long since."""
    summer = SchoolHolidays(region=region, name=SchoolBreak.SUMMER)
    assert max(days_in(summer, 2030)) >= day("2030-08-18")  # Staatscourant 2024-19237
    assert days_in(SchoolHolidays(region=region), 2031) == frozenset()


def test_excluded_days_are_those_of_all_exclusions_within_the_window() -> None:
    exclusions = (
        date_range("2026-07-01..2028-01-02"),
        closure("Zomerstop", "2025-12-30..2026-01-02", "2026-05-04"),
        date_range("2026-05-04"),
    )
    found = excluded_days(exclusions, day("2025-12-31"), day("2026-07-02"))
    assert stretches(found) == "12-31..01-02 05-04 07-01..07-02"
    assert excluded_days((), day("2026-01-01"), day("2026-12-31")) == frozenset()


@pytest.mark.parametrize(
    ("iso", "country", "language", "expected"),
    [
        ("2026-05-05", "NL", "nl", "Bevrijdingsdag"),
        ("2025-05-05", "NL", "nl", "Bevrijdingsdag"),
        ("2026-05-05", "NL", "en", "Liberation Day"),
        ("2026-12-26", "NL", "fy", "Twadde Krystdei"),
        ("2026-12-26", "NL", "ar", "Tweede kerstdag"),  # not in the library: as the country says it
        ("2026-07-21", "BE", "nl", "Nationale feestdag"),
        ("2026-12-28", "GB", "en", "Boxing Day (observed)"),
        ("2026-05-06", "NL", "nl", None),
        ("2026-12-31", "NL", "nl", None),
    ],
)
def test_holiday_name_in_a_language(iso: str, country: str, language: str, expected: str | None) -> None:
    assert holiday_name(day(iso), country, language) == expected


def test_holiday_name_says_both_where_two_fall_on_a_day() -> None:
    assert holiday_name(day("2016-05-05"), "NL", "nl") == "Bevrijdingsdag, Hemelvaartsdag"


@pytest.mark.parametrize(
    ("country", "known"),
    [("NL", True), ("BE", True), ("DE", True), ("XX", False), ("NLD", False), ("nl", False), ("", False)],
)
def test_known_country(country: str, known: bool) -> None:
    assert known_country(country) is known
