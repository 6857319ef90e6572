"""The night when the clock goes forward, and the one when it goes back."""

from __future__ import annotations

from datetime import datetime

import pytest

from streekagenda.recurrence.clock_changes import existing_time, overlaps_gap
from tests.examples import moment

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
