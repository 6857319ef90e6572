"""What weekdays and hours say of two events agrees with their dates, and dates with a clock of our own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.checks.checked import Checked
from streekagenda.checks.together import MOST, Slot, meeting, near, overlap, pairs, slots
from streekagenda.model.event import Event
from streekagenda.model.occurrence import Occurrence
from streekagenda.model.place import Place
from streekagenda.model.schedule import MIDNIGHT
from tests.examples import calendar, change, day, event, moment, place, rule, series, single

TODAY = day("2026-11-22")
LAST = day("2027-11-22")
HERE, THERE = place("hier"), place("daar")


def at(weekday: int, start: int, end: int, where: Place | None = HERE) -> tuple[int, int, int, str | None]:
    """A slot that can be compared."""
    return (weekday, start * 60, end * 60, where.id if where else None)


def told(found: tuple[Slot, ...]) -> list[tuple[int, int, int, str | None]]:
    return sorted(
        (one.weekday, one.start, one.end, one.place.id if isinstance(one.place, Place) else None) for one in found
    )


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([single("2026-12-01", "10:00-12:00")], [at(1, 10, 12)]),
        ([single("2026-11-01", "10:00-12:00")], []),
        ([single("2026-12-01", None)], []),
        ([single("2026-12-01", "22:00-01:00")], [at(1, 22, 25), at(2, -2, 1)]),
        ([single("2026-12-01", "10:00")], [at(1, 10, 10)]),
        ([series(rule("WEEKLY", "2026-01-05"), "10:00-12:00")], [at(0, 10, 12)]),
        ([series(rule("WEEKLY", "2026-01-05", until="2026-11-01"), "10:00-12:00")], []),
        ([series(rule("DAILY", "2026-01-05"), "10:00-12:00")], [at(n, 10, 12) for n in range(7)]),
        ([series(rule("MONTHLY", "2026-01-15", month_days=(15,)), "09:00-10:00")], [at(n, 9, 10) for n in range(7)]),
    ],
)
def test_slots_are_the_weekdays_and_hours_to_come(entries: list, expected: list) -> None:
    assert told(slots(event(*entries, place=HERE), TODAY)) == expected


def test_more_events_in_one_block_than_anybody_can_judge_are_passed_over() -> None:
    some = [event(single("2026-12-01", "10:00-12:00"), id=f"e{number}", place=HERE) for number in range(MOST + 1)]

    def found(count: int) -> int:
        each = [(one, slots(one, TODAY)) for one in some[:count]]
        return sum(1 for _ in pairs(each, lambda _, slot: [str(slot.place)], overlap, lambda _: True))

    assert found(MOST) == MOST * (MOST - 1) // 2
    assert found(MOST + 1) == 0


DAYS = st.dates(date(2026, 11, 1), date(2027, 2, 28))
HOURS = st.sampled_from(["10:00-12:00", "11:30-13:00", "12:00-14:00", "10:45", "22:30-00:30"])
PLACES = st.sampled_from([HERE, THERE])
CHANGES = st.builds(
    lambda on, moved_to, at, where: change(on, moved_to=moved_to, at=at, place=where),
    DAYS,
    st.none() | DAYS,
    st.none() | HOURS,
    st.none() | PLACES,
)
RULES = st.builds(
    lambda frequency, start, interval, until: rule(frequency, start, interval=interval, until=until),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    DAYS,
    st.integers(1, 3),
    st.none() | DAYS,
)
ENTRIES = st.builds(single, DAYS, HOURS | st.none()) | st.builds(
    lambda repeats, at, also, changes: series(repeats, at, also=also, changes=changes),
    RULES,
    HOURS,
    st.lists(st.builds(moment, DAYS, HOURS), max_size=2).map(tuple),
    st.lists(CHANGES, max_size=2, unique_by=lambda one: one.on).map(tuple),
)
EVENTS = st.tuples(st.lists(ENTRIES, min_size=1, max_size=2), PLACES)


@settings(deadline=None)
@given(
    made=st.lists(EVENTS, min_size=2, max_size=4),
    asked=st.sets(st.integers(0, 3)),
    how=st.sampled_from([near, overlap]),
)
def test_pairs_and_meetings_are_those_of_all_dates_compared(made: list, asked: set[int], how: object) -> None:
    events = tuple(event(*entries, id=f"e{number}", place=where) for number, (entries, where) in enumerate(made))
    checked = Checked(calendar=calendar(*events), today=TODAY, last=LAST)
    focus = {f"e{number}" for number in asked}

    def same(one: Occurrence, other: Occurrence) -> bool:
        return isinstance(one.place, Place) and isinstance(other.place, Place) and one.place.id == other.place.id

    candidates = pairs(
        checked.slots,
        lambda _, slot: [slot.place.id] if isinstance(slot.place, Place) else [],
        how,
        lambda one: one.id in focus,
    )
    found = {
        (one.id, other.id): when
        for one, other in candidates
        if (when := meeting(checked.coming(one), checked.coming(other), how, same))
    }
    expected = {
        (one.id, other.id): starts
        for number, one in enumerate(events)
        for other in events[number + 1 :]
        if {one.id, other.id} & focus and (starts := together(checked, one, other, how is near))
    }
    assert {ids: (when.start, when.times) for ids, when in found.items()} == {
        ids: (min(starts), len(starts)) for ids, starts in expected.items()
    }


def together(checked: Checked, one: Event, other: Event, is_near: bool) -> set:
    """Every date of one held against every date of the other, by moments instead of minutes."""
    starts = set()
    for a in checked.coming(one):
        for b in checked.coming(other):
            if a.moment.hours is None or b.moment.hours is None or not (a.takes_place and b.takes_place):
                continue
            if a.moment.first != b.moment.first or a.place != b.place:
                continue
            (a_start, a_end), (b_start, b_end) = ((it.moment.start, it.moment.end) for it in (a, b))
            begin_near = abs((a_start - b_start).total_seconds()) <= (3600 if is_near else 0)
            if begin_near or (a_start < b_end and b_start < a_end):
                starts.add(max(a_start, b_start))
    return starts


def test_midnight_is_the_end_of_a_day() -> None:
    assert MIDNIGHT.hour == 0
    assert told(slots(event(single("2026-12-01", "22:00-00:00"), place=HERE), TODAY)) == [at(1, 22, 24)]
