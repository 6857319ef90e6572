"""Schedules at random, for Hypothesis: anything that the model can hold, without words of partners."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import strategies as st

from streekagenda.model.details import Details, Status
from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.model.schedule import (
    Change,
    DateRange,
    Hours,
    Moment,
    NamedHoliday,
    PublicHolidays,
    Schedule,
    SchoolHolidays,
    Series,
    Single,
)
from tests.examples import closure
from tests.made_values import made
from tests.recurrence.rules import rules

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]) | st.integers(0, 59))
HOURS = made(Hours, start=CLOCKS, end=st.none() | CLOCKS, doors=st.none() | CLOCKS)
DETAILS = made(Details, status=st.none() | st.sampled_from(Status))


@st.composite
def ranges(draw: st.DrawFn) -> DateRange:
    """A day, or up to two months."""
    first = draw(DAYS)
    return DateRange(first=first, last=first + timedelta(days=draw(st.just(0) | st.integers(1, 60))))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """Hours on one day, or whole days."""
    span = draw(ranges())
    if draw(st.booleans()):
        return Moment(first=span.first, last=span.first, hours=draw(HOURS))
    return Moment(first=span.first, last=span.last)


EXCLUSIONS = (
    ranges()
    | st.just(PublicHolidays(country="NL"))
    | made(SchoolHolidays, region=st.just("noord"), name=st.none() | st.sampled_from(SchoolBreak))
    | made(NamedHoliday, feast=st.sampled_from(Feast))
    | st.just(closure("Zomerstop", "2026-07-01..2026-08-31"))
)
CHANGES = made(Change, on=DAYS, moved_to=st.none() | DAYS, hours=st.none() | HOURS, details=DETAILS)
SINGLES = made(Single, key=st.just(""), moment=moments(), details=DETAILS)
SERIES = made(
    Series,
    key=st.just(""),
    rule=rules(parity=True),
    hours=st.none() | HOURS,
    exclusions=st.lists(EXCLUSIONS, max_size=4).map(tuple),
    also=st.lists(moments(), max_size=3).map(tuple),
    changes=st.lists(CHANGES, max_size=3, unique_by=lambda change: change.on).map(tuple),
    details=DETAILS,
)
SCHEDULES = st.lists(SINGLES | SERIES, min_size=1, max_size=4).map(lambda entries: Schedule(entries=tuple(entries)))
TODAYS = st.none() | DAYS
