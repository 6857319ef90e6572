"""An index agrees with Selection.holds, whatever is asked of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.model.calendar import Timeline
from streekagenda.model.event import Event
from streekagenda.model.occurrence import Occurrence
from streekagenda.model.selection import Selection
from streekagenda.recurrence.columns import in_columns
from streekagenda.recurrence.expansion import changed, timeline
from streekagenda.recurrence.facets import KINDS
from streekagenda.recurrence.instances import touches
from streekagenda.recurrence.places import Standing, places_of
from streekagenda.recurrence.selections import Index
from tests.examples import area, calendar, campaign, day, event, moment, organisation, place, rule, series, single, term
from tests.made_values import made

NOW = moment("2026-09-01", "12:00").start
AREAS = (area("zandweerd"), area("rivierenwijk"), area("twello", above=("voorst",)), None)
IDS = {
    "area": ("deventer", "zandweerd", "rivierenwijk", "voorst", "twello"),
    "topic": ("ontmoeten", "bewegen", "leren"),
    "audience": ("ouderen", "jongeren"),
    "organisation": ("de-kern", "bibliotheek"),
    "place": ("huis", "plein", "kerk"),
    "campaign": ("week", "zomer"),
}


@st.composite
def events(draw: st.DrawFn) -> Event:
    """An event that belongs to something of each kind, or to nothing of it."""

    def some(kind: str) -> list[str]:
        return draw(st.lists(st.sampled_from(IDS[kind]), max_size=2))

    first = draw(st.dates(date(2026, 9, 1), date(2026, 12, 1)))
    at = draw(st.sampled_from(["10:00-12:00", "22:00-01:00", None]))
    here = place(draw(st.sampled_from([*IDS["place"], None])), area=draw(st.sampled_from(AREAS)))
    return event(
        draw(
            st.sampled_from(
                [
                    single(first, at),
                    single(first, None, last=first + timedelta(days=40)),
                    series(rule("WEEKLY", first, count=6), at),
                ]
            )
        ),
        id=draw(st.text("abc", min_size=3, max_size=5)),
        place=here,
        area=draw(st.sampled_from(AREAS)),
        topics=tuple(term(one) for one in some("topic")),
        audiences=tuple(term(one) for one in some("audience")),
        organisers=tuple(organisation(one) for one in some("organisation")),
        campaigns=tuple(campaign(one) for one in some("campaign")),
    )


def _known(line: Timeline) -> Index:
    """Return an index that is told where dates stand, as the one that is kept."""
    return Index(line, standing=Standing(places_of(in_columns(line)), line.occurrences))


def _nearest(line: Timeline, after: date) -> list[Occurrence]:
    ahead = [one for one in line.occurrences if one.moment.first > after]
    same = [id(one.circumstances) for one in ahead]
    return [one for at, one in enumerate(ahead) if same.index(same[at]) == at]


def selections() -> st.SearchStrategy[Selection]:
    chosen = {kind: st.none() | st.sampled_from([*IDS[kind], "unknown"]) for kind in KINDS}
    return made(Selection, **chosen)


@settings(deadline=None)
@given(
    happenings=st.lists(events(), max_size=8),
    selection=selections(),
    first=st.none() | st.dates(date(2026, 8, 25), date(2027, 1, 31)),
    length=st.none() | st.integers(0, 60),
)
def test_select_agrees_with_holds(
    happenings: list[Event], selection: Selection, first: date | None, length: int | None
) -> None:
    line = timeline(calendar(*happenings), NOW, day("2026-01-01"), day("2027-12-31"))
    last = (first or date(2026, 10, 1)) + timedelta(days=length) if length is not None else None
    window = (first or date.min, last or date.max)
    index, little = Index(line), _known(line)
    held = tuple(one for one in line.occurrences if selection.holds(one) and touches(one.moment, *window))
    assert index.select(selection, first, last) == held
    assert little.select(selection, first, last) == held
    for one in happenings:
        assert [*little.of(one)] == [*index.of(one)]
        assert little.event(one.id) == index.event(one.id)
        ahead = [found for found in index.of(one) if first is None or touches(found.moment, first, date.max)]
        assert [*little.of(one, first)] == ahead
    for looked_up in (index, little):
        assert [*looked_up.nearest(first or date.max)] == _nearest(line, first or date.max)
    little.look_up()  # what was looked up before agrees with all of it
    assert little.select(selection, first, last) == held


def test_what_a_date_can_be_chosen_by_is_told_of_dates_that_are_gone_too() -> None:
    window = (NOW, day("2026-01-01"), day("2027-12-31"))
    index = Index(timeline(calendar(), *window))
    for number in range(100):  # each stands where the one before it stood in memory, as likely as not
        own = event(single("2026-10-01", "10:00"), id=f"e{number}", topics=(term(f"t{number}"),), place=place("huis"))
        (date,) = timeline(calendar(own), *window).occurrences
        assert ("topic", f"t{number}") in index.facets_of(date)


@settings(deadline=None, max_examples=60)
@given(
    one=st.lists(events(), max_size=5, unique_by=lambda one: one.id),
    other=st.lists(events(), max_size=5, unique_by=lambda one: one.id),
    data=st.data(),
    asked=st.booleans(),
)
def test_what_is_taken_over_is_as_if_made_anew(
    one: list[Event], other: list[Event], data: st.DataObject, asked: bool
) -> None:
    kept = {one.id: one for one in data.draw(st.lists(st.sampled_from(one), max_size=5))} if one else {}
    window = (NOW, day("2026-01-01"), day("2027-12-31"))
    now = calendar(*{one.id: one for one in (*other, *kept.values())}.values())
    before = timeline(calendar(*one), *window)
    between, one_change = changed(before, calendar(*other), *window)
    line, other_change = changed(between, now, *window)
    anew = timeline(now, *window)
    assert between.occurrences == timeline(calendar(*other), *window).occurrences
    assert line.occurrences == anew.occurrences
    first, little = Index(before), _known(before)
    everything = (Selection(), *(Selection(**{kind: value}) for kind in KINDS for value in (*IDS[kind], "unknown")))
    weeks = [
        (NOW.date() + timedelta(days=14 * number), NOW.date() + timedelta(days=14 * number + 6)) for number in range(9)
    ]
    if asked:
        for chosen in everything:
            first.select(chosen, *weeks[0])
    known = Index(anew)
    for index in (
        little.changed(between, one_change).changed(line, other_change),
        first.changed(between, one_change).changed(line, other_change),
    ):
        for chosen in everything:
            assert index.select(chosen) == known.select(chosen)
            for days in weeks:
                assert index.select(chosen, *days) == known.select(chosen, *days)
        for event_id in {one.id for one in (*before.calendar.events, *now.events)}:
            assert index.event(event_id) == known.event(event_id)
        for first_day, _ in weeks:
            assert [id(one.circumstances) for one in index.nearest(first_day)] == [
                id(one.circumstances) for one in _nearest(line, first_day)
            ]
        for kind in KINDS:
            assert index.ids(kind) == known.ids(kind)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["a", "b", "c"]),
        (Selection(area="deventer"), ["a", "b"]),
        (Selection(area="zandweerd"), ["a"]),
        (Selection(area="deventer", topic="bewegen"), ["b"]),
        (Selection(place="huis"), ["a", "c"]),
        (Selection(place="nergens"), []),
    ],
)
def test_select_holds_what_happens_in_the_areas_below(selection: Selection, expected: list[str]) -> None:
    happenings = (
        event(id="a", place=place("huis")),
        event(id="b", place=place("plein", area=area("rivierenwijk")), topics=(term("bewegen"),)),
        event(id="c", place=place("huis", area=area("twello", above=("voorst",)))),
    )
    index = Index(timeline(calendar(*happenings), NOW, day("2026-09-01"), day("2026-12-31")))
    assert [one.event.id for one in index.select(selection)] == expected
    assert index.ids("area") == ("deventer", "rivierenwijk", "twello", "voorst", "zandweerd")
    assert index.ids("topic") == ("bewegen", "ontmoeten")
    assert index.ids("campaign") == ()
