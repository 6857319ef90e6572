"""Dates as programs write them: read at once, and as the grammar reads them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.diagnostics import Diagnostic, Location
from streekagenda.model.schedule import Hours
from streekagenda.recurrence.phrases import keys, reading
from streekagenda.recurrence.phrases.plain import plain_date, plain_moment

HERE = Location(path="")
TODAY = date(2026, 11, 22)
CLOCK = st.times().map(lambda one: f"{one:%H:%M}")


@pytest.mark.parametrize(
    "text",
    ["1999-12-31", "2100-01-01", "2026-02-30", "2026-13-01", "2026-1-1", " 2026-10-01", "2026-10-01\n", "20261001", "",
     "２０２６-10-01"],
)  # fmt: skip
def test_what_is_not_quite_a_plain_date_is_left_to_the_grammar(text: str) -> None:
    assert plain_date(text) is None


@pytest.mark.parametrize(
    "hours",
    ["19:30", "19:30 - 21:00", "21:00-19:30", "19:30-19:30", "19:30-24:00", "9:30-10:30", "19.30-21.00", "19:30-21:60"],
)
def test_what_is_not_quite_a_plain_moment_is_left_to_the_grammar(hours: str) -> None:
    assert plain_moment(f"2026-10-01 {hours}") is None
    assert plain_moment("2026-02-30 19:30-21:00") is None


@given(st.dates(date(1999, 1, 1), date(2101, 1, 1)))
def test_date_is_as_the_grammar_reads_it(day: date) -> None:
    with pytest.MonkeyPatch.context() as patch:
        text = day.isoformat()
        plain = keys.read_date(text, HERE), keys.read_days(text, HERE), keys.names_hours(text)
        patch.setattr(keys, "plain_date", lambda _: None)
        assert (keys.read_date(text, HERE), keys.read_days(text, HERE), keys.names_hours(text)) == plain
    assert isinstance(plain[0], Diagnostic) or plain[0] == day


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    CLOCK,
    CLOCK,
    st.sampled_from((None, TODAY)),
    st.sampled_from((None, "nl", "en")),
)
def test_moment_is_as_the_grammar_reads_it(
    day: date, begin: str, end: str, start: date | None, language: str | None
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        text = f"{day} {begin}-{end}"
        until = start and start + timedelta(days=30)
        plain = reading.read(text, HERE, today=TODAY, start=start, until=until, language=language)
        patch.setattr(reading, "plain_moment", lambda _: None)
        assert reading.read(text, HERE, today=TODAY, start=start, until=until, language=language) == plain
    moment = plain_moment(text)
    assert (moment is not None) == (begin < end)
    if moment:
        (only,) = plain.moments
        assert only == moment
        assert (only.first, only.last) == (day, day)
        assert isinstance(only.timing.hours, Hours)
        assert f"{only.timing.hours.start:%H:%M}-{only.timing.hours.end:%H:%M}" == f"{begin}-{end}"
