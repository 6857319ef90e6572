"""Events to occurrences: changes, moves, extra moments, exclusions, windows."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from time import process_time
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.model.details import Price, Status
from streekagenda.model.schedule import SchoolHolidays, Series
from streekagenda.recurrence.expansion import expand, order, timeline
from streekagenda.recurrence.instances import opening_moments, touches
from tests.examples import (
    calendar,
    change,
    closure,
    date_range,
    day,
    event,
    hours,
    moment,
    place,
    rule,
    series,
    single,
    text,
)

if TYPE_CHECKING:
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Entry, Schedule

SUNDAYS = rule("WEEKLY", "2026-09-06", "SU", until="2026-09-27")


def said(occurrence: Occurrence) -> str:
    """An occurrence in a line: when, what is unusual about its time, its status."""
    start = f"{occurrence.moment.start:%m-%d %H:%M}"
    if occurrence.moved_to is not None:
        return f"{start} went to {occurrence.moved_to.start:%m-%d %H:%M}"
    moved = f" from {occurrence.planned.start:%m-%d %H:%M}" if occurrence.moved else ""
    return f"{start}{moved} {occurrence.status}"


def expanded(happening: Event, first: str = "2026-01-01", last: str = "2027-12-31") -> list[str]:
    return [said(occurrence) for occurrence in expand(happening, day(first), day(last))]


# ---------------------------------------------------------------------------------------------------------- series


def test_single_gives_one_occurrence_with_the_details_of_its_event() -> None:
    happening = event(single("2026-10-01", "19:30-21:00"))
    (occurrence,) = expand(happening, day("2026-10-01"), day("2026-10-01"))
    assert occurrence.moment == occurrence.planned == moment("2026-10-01", "19:30-21:00")
    assert occurrence.entry == happening.schedule.entries[0]
    assert occurrence.place == place()
    assert occurrence.title == text("Koffie")
    assert occurrence.takes_place


def test_series_gives_planned_days_and_extra_moments_in_order() -> None:
    happening = event(
        series(
            SUNDAYS,
            "14:00-16:00",
            exclusions=["2026-09-13"],
            also=[moment("2026-09-13", "10:00"), moment("2026-09-09")],
        )
    )
    assert expanded(happening) == [
        "09-06 14:00 scheduled",
        "09-09 00:00 scheduled",
        "09-13 10:00 scheduled",
        "09-20 14:00 scheduled",
        "09-27 14:00 scheduled",
    ]


def test_an_extra_moment_that_the_rule_gives_too_counts_once() -> None:
    happening = event(series(SUNDAYS, "14:00-16:00", also=[moment("2026-09-13", "14:00-16:00")]))
    assert len(expanded(happening)) == 4


def test_entries_of_an_event_come_in_order_of_time() -> None:
    happening = event(
        single("2026-09-14", "09:00", key="b"), series(SUNDAYS, "14:00"), single("2026-09-06", "14:00", key="a")
    )
    found = expand(happening, day("2026-09-01"), day("2026-09-15"))
    assert [(occurrence.entry.key, said(occurrence)) for occurrence in found] == [
        ("", "09-06 14:00 scheduled"),
        ("a", "09-06 14:00 scheduled"),
        ("", "09-13 14:00 scheduled"),
        ("b", "09-14 09:00 scheduled"),
    ]


# --------------------------------------------------------------------------------------------------------- changes


def test_change_goes_over_entry_and_entry_over_event() -> None:
    square = place("plein", "Het plein")
    happening = event(
        series(
            SUNDAYS,
            price=2,
            place=square,
            changes=[change("2026-09-13", title="Kerstdiner", price=5), change("2026-09-20", note="Neem een jas mee.")],
        ),
        title="Zondagkoffie",
    )
    usual, dinner, cold, _ = expand(happening, day("2026-09-01"), day("2026-09-30"))
    assert (usual.title, usual.place, usual.note) == (text("Zondagkoffie"), square, None)
    assert (dinner.title, dinner.place, dinner.price) == (text("Kerstdiner"), square, Price(amount=5))
    assert (cold.title, cold.price, cold.note) == (text("Zondagkoffie"), Price(amount=2), text("Neem een jas mee."))


def test_cancelled_date_stays_where_it_is() -> None:
    happening = event(series(SUNDAYS, changes=[change("2026-09-13", status="cancelled", note="Ziek.")]))
    _, cancelled, *_ = found = expand(happening, day("2026-09-01"), day("2026-09-30"))
    assert [one.status for one in found] == [
        Status.SCHEDULED,
        Status.CANCELLED,
        Status.SCHEDULED,
        Status.SCHEDULED,
    ]
    assert not cancelled.takes_place
    assert cancelled.note == text("Ziek.")


def test_cancelled_event_cancels_every_date_that_does_not_say_otherwise() -> None:
    happening = event(
        series(SUNDAYS, changes=[change("2026-09-13", status="scheduled")]),
        single("2026-10-01", "20:00", key="slot", status="online"),
        status="cancelled",
    )
    assert expanded(happening) == [
        "09-06 14:00 cancelled",
        "09-13 14:00 scheduled",
        "09-20 14:00 cancelled",
        "09-27 14:00 cancelled",
        "10-01 20:00 online",
    ]


def test_other_hours_move_a_date_without_a_trace() -> None:
    happening = event(series(SUNDAYS, changes=[change("2026-09-13", at="15:00-18:00")]))
    assert expanded(happening)[:2] == ["09-06 14:00 scheduled", "09-13 15:00 from 09-13 14:00 scheduled"]


def test_moved_date_leaves_a_trace_that_says_where_it_went() -> None:
    happening = event(
        series(
            SUNDAYS,
            place=place(),
            changes=[
                change("2026-09-13", moved_to="2026-09-15", at="19:00-21:00", place=place("markt"), note="Kermis.")
            ],
        )
    )
    assert expanded(happening) == [
        "09-06 14:00 scheduled",
        "09-13 14:00 went to 09-15 19:00",
        "09-15 19:00 from 09-13 14:00 scheduled",
        "09-20 14:00 scheduled",
        "09-27 14:00 scheduled",
    ]
    _, trace, moved, *_ = expand(happening, day("2026-09-01"), day("2026-09-30"))
    assert trace.moved_to == moved.moment == moment("2026-09-15", "19:00-21:00")
    assert trace.planned == moved.planned == moment("2026-09-13", "14:00-16:00")
    assert (trace.place, moved.place) == (place(), place("markt"))
    assert trace.note == moved.note == text("Kermis.")
    assert not trace.takes_place
    assert moved.moved


def test_date_moved_onto_another_date_of_the_series_stands_beside_it() -> None:
    happening = event(series(SUNDAYS, changes=[change("2026-09-13", moved_to="2026-09-20")]))
    assert expanded(happening) == [
        "09-06 14:00 scheduled",
        "09-13 14:00 went to 09-20 14:00",
        "09-20 14:00 from 09-13 14:00 scheduled",
        "09-20 14:00 scheduled",
        "09-27 14:00 scheduled",
    ]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-09-13", "2026-09-13", ["09-13 14:00 went to 10-20 14:00"]),
        ("2026-10-01", "2026-10-31", ["10-20 14:00 from 09-13 14:00 scheduled"]),
        ("2026-10-21", "2026-12-31", []),
    ],
)
def test_moved_date_counts_where_it_is_and_its_trace_where_it_was(first: str, last: str, expected: list[str]) -> None:
    happening = event(series(SUNDAYS, changes=[change("2026-09-13", moved_to="2026-10-20")]))
    assert expanded(happening, first, last) == expected


def test_whole_days_keep_their_length_when_they_move() -> None:
    happening = event(
        series(
            SUNDAYS,
            None,
            also=[moment("2026-10-01", last="2026-10-03")],
            changes=[change("2026-10-01", moved_to="2026-10-08")],
        )
    )
    *_, moved = expand(happening, day("2026-09-01"), day("2026-10-31"))
    assert moved.moment == moment("2026-10-08", last="2026-10-10")


def test_change_is_about_the_planned_date_before_an_extra_moment_of_that_day() -> None:
    happening = event(
        series(
            SUNDAYS,
            also=[moment("2026-09-13", "10:00"), moment("2026-09-16", "10:00")],
            changes=[change("2026-09-13", status="cancelled"), change("2026-09-16", status="postponed")],
        )
    )
    assert expanded(happening, "2026-09-10", "2026-09-19") == [
        "09-13 10:00 scheduled",
        "09-13 14:00 cancelled",
        "09-16 10:00 postponed",
    ]


def test_change_of_no_date_of_the_series_does_nothing() -> None:
    happening = event(series(SUNDAYS, changes=[change("2026-09-14", moved_to="2026-09-15")]))
    assert expanded(happening, "2026-09-10", "2026-09-19") == ["09-13 14:00 scheduled"]


def test_change_on_a_holiday_that_is_left_out_makes_that_day_take_place() -> None:
    happening = event(
        series(
            rule("WEEKLY", "2026-10-04", "SU", until="2026-10-25"),
            exclusions=[SchoolHolidays(region="noord")],
            changes=[change("2026-10-11", at="15:00")],
        )
    )
    assert expanded(happening, "2026-10-04", "2026-10-25") == [
        "10-04 14:00 scheduled",
        "10-11 15:00 from 10-11 14:00 scheduled",
        "10-25 14:00 scheduled",
    ]


# --------------------------------------------------------------------------------------------------------- windows


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        ("2026-10-01", "2026-10-01", True),
        ("2026-10-02", "2026-10-02", True),  # until one in the morning
        ("2026-10-03", "2026-10-09", False),
        ("2026-09-01", "2026-09-30", False),
    ],
)
@pytest.mark.parametrize("recurring", [False, True])
def test_evening_past_midnight_touches_two_days(first: str, last: str, held: bool, recurring: bool) -> None:
    thursday = series(rule("DAILY", "2026-10-01", count=1), "21:00-01:00") if recurring else None
    happening = event(thursday or single("2026-10-01", "21:00-01:00"))
    assert bool(expanded(happening, first, last)) is held


def test_evening_until_midnight_touches_one_day() -> None:
    happening = event(single("2026-10-01", "20:00-00:00"))
    assert expanded(happening, "2026-10-02", "2026-10-02") == []


def test_run_of_days_is_held_by_any_of_them() -> None:
    happening = event(single("2026-10-01", None, last="2026-10-10"))
    assert expanded(happening, "2026-10-05", "2026-10-05") == ["10-01 00:00 scheduled"]
    assert expanded(happening, "2026-10-11", "2026-10-12") == []


@st.composite
def troubled_series(draw: st.DrawFn) -> Series:
    """A series with exclusions, extra moments and changes, also of dates that are not there."""
    some_day = st.dates(date(2026, 9, 1), date(2026, 11, 30))
    hour = st.sampled_from(["10:00-12:00", "14:00", "22:00-01:00", "20:00-00:00", None])
    weekdays = draw(st.sets(st.sampled_from(["MO", "WE", "SA", "SU"]), min_size=1))
    on = draw(st.lists(some_day, max_size=6, unique=True))
    return series(
        rule("WEEKLY", draw(some_day), ",".join(sorted(weekdays))),
        draw(hour),
        exclusions=[one.isoformat() for one in draw(st.lists(some_day, max_size=3))],
        also=[moment(one, draw(hour)) for one in draw(st.lists(some_day, max_size=3))],
        changes=[
            change(
                one,
                moved_to=draw(st.none() | some_day),
                at=draw(hour),
                status=draw(st.sampled_from([None, "cancelled"])),
            )
            for one in on
        ],
    )


@settings(deadline=None)
@given(troubled=troubled_series(), first=st.dates(date(2026, 8, 25), date(2026, 12, 5)), length=st.integers(0, 40))
def test_a_window_holds_what_touches_it_and_nothing_else(troubled: Series, first: date, length: int) -> None:
    happening = event(troubled, single("2026-10-01", None, last="2026-10-09", key="feest"))
    last = first + timedelta(days=length)
    everything = expand(happening, date(2026, 1, 1), date(2027, 6, 30))
    assert expand(happening, first, last) == [one for one in everything if touches(one.moment, first, last)]
    assert everything == sorted(everything, key=order)


# -------------------------------------------------------------------------------------- the whole, and opening hours


def test_timeline_merges_events_in_order_of_time() -> None:
    happenings = calendar(event(series(SUNDAYS), id="b/b"), event(single("2026-09-13", "14:00"), id="a/a"))
    now = moment("2026-09-10", "12:00").start
    found = timeline(happenings, now, day("2026-09-07"), day("2026-09-20"))
    assert found.now == now
    assert found.calendar == happenings
    assert [(one.event.id, said(one)) for one in found.occurrences] == [
        ("a/a", "09-13 14:00 scheduled"),
        ("b/b", "09-13 14:00 scheduled"),
        ("b/b", "09-20 14:00 scheduled"),
        ("b/b", "09-27 14:00 scheduled"),
    ]


YEARLY = rule("YEARLY", "2024-02-29")
AHEAD = rule("WEEKLY", "2028-01-01", "SU")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (series(AHEAD), ["2028-01-02 as planned"]),
        (series(YEARLY), ["2028-02-29 as planned"]),
        (series(YEARLY, also=[moment("2027-06-01")]), ["2027-06-01 as planned"]),
        (series(YEARLY, also=[moment("2026-12-15")]), ["2026-12-15 as planned"]),
        (series(AHEAD, exclusions=["2028-01-01..2028-01-10"]), ["2028-01-16 as planned"]),
        (
            series(AHEAD, changes=[change("2028-01-02", moved_to="2028-02-05")]),
            ["2028-01-02 went to 2028-02-05", "2028-01-09 as planned"],
        ),
        (
            series(YEARLY, changes=[change("2028-02-29", moved_to="2028-03-01")]),
            ["2028-02-29 went to 2028-03-01", "2028-03-01 was 2028-02-29"],
        ),
        (series(rule("WEEKLY", "2026-09-06", "SU", until="2026-11-29")), []),
        (single("2026-11-29"), []),
        (single("2045-05-01"), ["2045-05-01 as planned"]),
        (series(rule("WEEKLY", "2026-09-06", "SU")), [f"2026-12-{day:02} as planned" for day in (6, 13, 20, 27)]),
    ],
)
def test_what_has_nothing_to_come_within_the_horizon_is_there_with_its_first_date_after_it(
    entry: Entry, expected: list[str]
) -> None:
    now = datetime(2026, 12, 1, 12)
    whole = timeline(calendar(event(entry)), now, day("2026-12-01"), day("2026-12-31"))

    def told(one: Occurrence) -> str:
        if one.moved_to:
            return f"{one.moment.first} went to {one.moved_to.first}"
        return f"{one.moment.first} {'was ' + str(one.planned.first) if one.moved else 'as planned'}"

    assert [told(one) for one in whole.occurrences] == expected


def test_first_date_after_the_horizon_stands_beside_what_was_before_today() -> None:
    now = datetime(2026, 12, 1, 12)
    entry = series(rule("YEARLY", "2025-02-28"))
    whole = timeline(calendar(event(entry)), now, day("2024-12-01"), day("2026-12-31"))
    assert [f"{one.moment.first}" for one in whole.occurrences] == ["2025-02-28", "2026-02-28", "2027-02-28"]


def test_opening_moments_are_those_of_the_days_on_which_a_place_is_not_closed() -> None:
    opening = opening_schedule()
    closed = (date_range("2026-09-08"), closure("Zomerstop", "2026-07-01..2026-09-02"))
    assert opening_moments(opening, closed, day("2026-09-01"), day("2026-09-09")) == [
        moment("2026-09-03", "09:00-12:00"),
        moment("2026-09-04", "09:00-12:00"),
        moment("2026-09-04", "18:00-22:00"),
        moment("2026-09-07", "09:00-12:00"),
        moment("2026-09-09", "09:00-12:00"),
    ]


def opening_schedule() -> Schedule:
    mornings = series(rule("WEEKLY", "2026-01-01", "MO,TU,WE,TH,FR"), "09:00-12:00")
    fridays = series(rule("WEEKLY", "2026-01-01", "FR"), hours("18:00-22:00"), key="fr")
    again = series(rule("WEEKLY", "2026-01-01", "MO"), "09:00-12:00", key="mo")
    return event(mornings, fridays, again).schedule


def test_horizon_holds_for_what_repeats_without_an_end_alone() -> None:
    happenings = [
        event(series(rule("MONTHLY", "2026-09-06", "1SU")), id="open"),
        event(series(rule("MONTHLY", "2026-09-06", "1SU", until="2027-01-31")), id="ends"),
        event(single("2028-05-01", "10:00"), id="single"),
    ]
    whole = timeline(calendar(*happenings), datetime(2026, 12, 1, 12), day("2026-12-01"), day("2026-12-31"))
    assert [(one.event.id, f"{one.moment.first}") for one in whole.occurrences] == [
        ("ends", "2026-12-06"),
        ("open", "2026-12-06"),
        ("ends", "2027-01-03"),
        ("single", "2028-05-01"),
    ]


def test_open_ended_daily_rule_is_expanded_over_two_years_in_ten_milliseconds() -> None:
    daily = event(series(rule("DAILY", "2026-01-01")))
    seconds = []
    for _ in range(5):
        begin = process_time()
        found = list(expand(daily, day("2026-11-22"), day("2028-11-21")))
        seconds.append(process_time() - begin)
    assert len(found) == 731
    assert min(seconds) < (0.01 if Coverage.current() is None else 0.1)
