"""The days of a series without its exclusions, and the nearest ones to a day that is not among them."""

from __future__ import annotations

from datetime import date

import pytest

from streekagenda.model.schedule import PublicHolidays, SchoolHolidays, Series
from streekagenda.recurrence.planned import first_day, last_day, nearest_planned, planned_days
from tests.examples import day, moment, rule, series

SUNDAYS = rule("WEEKLY", "2026-09-01", "SU")


def test_planned_days_are_those_of_the_rule_without_the_exclusions() -> None:
    sundays = series(
        rule("WEEKLY", "2026-12-01", "SU,FR"),
        exclusions=[PublicHolidays(country="NL"), SchoolHolidays(region="noord"), "2026-12-06"],
        also=[moment("2026-12-09")],
    )
    found = planned_days(sundays, day("2026-11-01"), day("2027-01-10"))
    assert [one.isoformat() for one in found] == [
        "2026-12-04",
        "2026-12-11",
        "2026-12-13",
        "2026-12-18",
        "2027-01-08",
        "2027-01-10",
    ]


def test_count_counts_days_before_exclusions_are_taken_away() -> None:
    three = series(rule("WEEKLY", "2026-09-01", "SU", count=3), exclusions=["2026-09-13"])
    assert list(planned_days(three, day("2026-01-01"), day("2027-01-01"))) == [day("2026-09-06"), day("2026-09-20")]


@pytest.mark.parametrize(
    ("a_series", "first", "last"),
    [
        (series(SUNDAYS), "2026-09-06", None),
        (series(SUNDAYS, exclusions=["2026-09-01..2026-09-30"]), "2026-10-04", None),
        (series(rule("WEEKLY", "2026-09-01", "SU", until="2026-12-30")), "2026-09-06", "2026-12-27"),
        (
            series(rule("WEEKLY", "2026-09-01", "SU", until="2028-12-30"), exclusions=["2026-10-01..2030-01-01"]),
            "2026-09-06",
            "2026-09-27",
        ),
        (series(rule("MONTHLY", "2026-01-31", count=4)), "2026-01-31", "2026-07-31"),
        (series(rule("DAILY", "2026-09-01", until="2026-09-03"), exclusions=["2026-09-01..2026-09-03"]), None, None),
        (series(rule("YEARLY", "2026-01-01", months=[2], month_days=[30])), None, None),
    ],
)
def test_first_and_last_day(a_series: Series, first: str | None, last: str | None) -> None:
    assert first_day(a_series) == (first and date.fromisoformat(first))
    assert last_day(a_series) == (last and date.fromisoformat(last))


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        ("2026-11-16", "2026-11-15", "2026-11-29"),  # the 22nd is excluded
        ("2026-11-15", "2026-11-08", "2026-11-29"),
        ("2026-08-01", None, "2026-09-06"),
        ("2029-01-01", "2026-12-27", None),
        ("2026-12-27", "2026-12-20", None),
    ],
)
def test_nearest_planned(asked: str, before: str | None, after: str | None) -> None:
    sundays = series(rule("WEEKLY", "2026-09-01", "SU", until="2026-12-31"), exclusions=["2026-11-22"])
    expected = tuple(iso and date.fromisoformat(iso) for iso in (before, after))
    assert nearest_planned(sundays, day(asked)) == expected


def test_nearest_planned_looks_over_years() -> None:
    leap_days = series(rule("YEARLY", "2024-02-29"))
    assert nearest_planned(leap_days, day("2027-07-01")) == (day("2024-02-29"), day("2028-02-29"))
