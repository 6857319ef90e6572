from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.formats import iso8601
from streekagenda.model.schedule import Hours, Moment
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
    assert iso8601.start_and_end(when, ZONE) == (start, end)


@given(
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31))
    | st.sampled_from([date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 20)]),
    start=st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
    end=st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
    zone=st.sampled_from([ZONE, "America/Curacao", "Africa/Casablanca", "Asia/Kathmandu", "UTC"]),
)
def test_an_hour_has_the_offset_that_the_zone_has_then(day: date, start: time, end: time, zone: str) -> None:
    when = Moment(first=day, last=day, hours=Hours(start=start, end=end))
    assert iso8601.start(when, zone) == when.start.replace(tzinfo=ZoneInfo(zone)).isoformat()
    assert iso8601.end(when, zone) == when.end.replace(tzinfo=ZoneInfo(zone)).isoformat()
    assert iso8601.start_and_end(when, zone) == (iso8601.start(when, zone), iso8601.end(when, zone))


def test_utc_is_written_with_z() -> None:
    assert iso8601.utc(datetime(2026, 1, 5, 9, tzinfo=UTC)) == "2026-01-05T09:00:00Z"
    assert iso8601.utc(datetime(2026, 1, 5, 9, tzinfo=timezone(timedelta(hours=1)))) == "2026-01-05T08:00:00Z"
