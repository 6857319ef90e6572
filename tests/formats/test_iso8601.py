from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from streekagenda.formats import iso8601
from tests.examples import moment

ZONE = "Europe/Amsterdam"


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (moment("2026-10-01", "19:30-21:00"), "2026-10-01T19:30:00+02:00", "2026-10-01T21:00:00+02:00"),
        (moment("2026-12-01", "19:30"), "2026-12-01T19:30:00+01:00", None),
        (moment("2026-10-03", last="2026-10-05"), "2026-10-03", "2026-10-05"),
        # over the night of a clock change each end has the offset of its own hour
        (moment("2026-10-24", "22:00-04:00"), "2026-10-24T22:00:00+02:00", "2026-10-25T04:00:00+01:00"),
        # half past two exists twice: the first is meant
        (moment("2026-10-25", "02:30-02:45"), "2026-10-25T02:30:00+02:00", "2026-10-25T02:45:00+02:00"),
    ],
)
def test_a_moment_has_the_offset_of_its_hour(when: object, start: str, end: str | None) -> None:
    assert (iso8601.start(when, ZONE), iso8601.end(when, ZONE)) == (start, end)


def test_utc_is_written_with_z() -> None:
    assert iso8601.utc(datetime(2026, 1, 5, 9, tzinfo=UTC)) == "2026-01-05T09:00:00Z"
    assert iso8601.utc(datetime(2026, 1, 5, 9, tzinfo=timezone(timedelta(hours=1)))) == "2026-01-05T08:00:00Z"
