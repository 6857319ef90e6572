"""The night when the clock goes forward, and the one when it goes back."""

from __future__ import annotations

from datetime import datetime

import pytest

from streekagenda.recurrence.clock_changes import (
    days_over_change,
    existing_time,
    overlaps_gap,
    skipped_hours,
    skipped_moment,
)
from tests.examples import change, hours, moment, series

AMSTERDAM = "Europe/Amsterdam"


@pytest.mark.parametrize(
    ("day", "at", "zone", "expected"),
    [
        ("2027-03-28", "02:30-04:00", AMSTERDAM, True),
        ("2027-03-28", "02:00-04:00", AMSTERDAM, True),
        ("2027-03-28", "03:00-04:00", AMSTERDAM, False),
        ("2027-03-28", "01:00-02:30", AMSTERDAM, True),  # its end
        ("2027-03-27", "22:00-02:30", AMSTERDAM, True),  # its end, on the next day
        ("2027-03-28", "01:30-03:30", AMSTERDAM, False),  # half an hour shorter than it looks, but it exists
        ("2026-10-25", "02:30-02:45", AMSTERDAM, False),  # exists twice
        ("2027-03-28", "02:30", "UTC", False),
        ("2027-03-28", None, AMSTERDAM, False),
    ],
)
def test_overlaps_gap(day: str, at: str | None, zone: str, expected: bool) -> None:
    assert overlaps_gap(moment(day, at), zone) is expected


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2027-03-28T02:30", "2027-03-28T03:30"),
        ("2027-03-28T01:59", "2027-03-28T01:59"),
        ("2026-10-25T02:30", "2026-10-25T02:30"),
    ],
)
def test_existing_time(local: str, expected: str) -> None:
    assert existing_time(datetime.fromisoformat(local), AMSTERDAM) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (AMSTERDAM, [("2027-03-28T02:00:00", "2027-03-28T03:00:00")]),
        ("Australia/Lord_Howe", [("2027-10-03T02:00:00", "2027-10-03T02:30:00")]),  # half an hour
        ("UTC", []),
    ],
)
def test_skipped_hours(zone: str, expected: list[tuple[str, str]]) -> None:
    assert [(begin.isoformat(), end.isoformat()) for begin, end in skipped_hours(zone, 2027)] == expected


@pytest.mark.parametrize(
    ("at", "zone", "expected"),
    [
        ("22:00-06:00", AMSTERDAM, ["2027-03-27", "2027-10-30"]),
        ("01:00-05:00", AMSTERDAM, ["2027-03-28", "2027-10-31"]),
        ("00:00-00:00", AMSTERDAM, ["2027-03-28", "2027-10-31"]),
        ("22:00-02:00", AMSTERDAM, []),
        ("03:00-12:00", AMSTERDAM, []),
        ("22:00-06:00", "UTC", []),
        ("22:00-06:00", "Australia/Sydney", ["2027-04-03", "2027-10-02"]),
    ],
)
def test_days_over_change(at: str, zone: str, expected: list[str]) -> None:
    given = hours(at)
    assert given is not None
    assert [day.isoformat() for day in days_over_change(given, zone, 2027)] == expected


@pytest.mark.parametrize(
    ("differs", "expected"),
    [
        (change("2027-03-14", moved_to="2027-03-28", at="02:30-04:00"), moment("2027-03-28", "02:30-04:00")),
        (change("2027-03-28", at="02:30"), moment("2027-03-28", "02:30")),
        (change("2027-03-28", at="03:30"), None),
    ],
)
def test_a_change_to_a_time_that_the_clock_skips_is_found(differs: object, expected: object) -> None:
    assert skipped_moment(series(changes=[differs]), AMSTERDAM) == expected
