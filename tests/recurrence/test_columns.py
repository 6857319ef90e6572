"""What is kept of a timeline is all of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from operator import is_

from streekagenda.model.calendar import Timeline
from streekagenda.model.details import Status
from streekagenda.recurrence.columns import in_columns, of_columns
from streekagenda.recurrence.expansion import timeline
from streekagenda.recurrence.places import Standing, places_of
from tests.examples import calendar, change, date_range, day, event, moment, rule, series, single

NOW = datetime(2026, 9, 1, 12)
SUNDAYS = rule("WEEKLY", "2026-09-06", "SU")
MOVED = (
    change("2026-09-13", moved_to="2026-09-15"),
    change("2026-09-20", at="20:00-21:00"),
    change("2026-09-27", status=Status.CANCELLED),
)
EVENTS = (
    event(single("2026-10-01", "19:30-01:00"), id="a"),
    event(single("2026-10-01", None, last="2026-10-04"), id="b"),
    event(series(SUNDAYS, "14:00-16:00", changes=MOVED, also=[moment("2026-12-24", "18:00")]), id="c"),
    event(series(SUNDAYS, "14:00-16:00", exclusions=[date_range("2026-11-01..2026-11-30")]), id="d"),
    event(series(SUNDAYS, "14:00-16:00"), id="e"),
)


def test_what_happens_comes_back_out_of_its_columns() -> None:
    happening = timeline(calendar(*EVENTS), NOW, day("2026-09-01"), day("2027-03-01"))
    found = of_columns(in_columns(happening), happening.calendar)
    assert found == happening
    assert sum(one.moved for one in found.occurrences) == 2
    assert sum(one.moved_to is not None for one in found.occurrences) == 1
    assert all(
        map(is_, (one.circumstances for one in found.occurrences), (one.circumstances for one in happening.occurrences))
    )
    assert all(one.planned is one.moment for one in found.occurrences if one.event.id in {"a", "b", "d", "e"})


def test_moments_are_there_once() -> None:
    happening = timeline(calendar(*EVENTS), NOW, day("2026-09-01"), day("2027-03-01"))
    found = of_columns(in_columns(happening), happening.calendar).occurrences
    assert len({id(one.moment) for one in found}) == len({id(one.moment) for one in happening.occurrences}) < len(found)


def _longest(happening: Timeline) -> timedelta:
    return Standing(places_of(in_columns(happening)), happening.occurrences).longest


def test_how_long_dates_go_on_is_known() -> None:
    happening = timeline(calendar(*EVENTS), NOW, day("2026-09-01"), day("2027-03-01"))
    assert _longest(happening) == timedelta(days=3) + timedelta(days=1)


def test_nothing_happens() -> None:
    happening = timeline(calendar(), NOW, day("2026-09-01"), day("2027-03-01"))
    assert _longest(happening) == timedelta(days=1)
    assert of_columns(in_columns(happening), happening.calendar) == happening
