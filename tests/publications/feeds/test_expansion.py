"""What subscribers see is what the pages show, over a year with both changes of the clock."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.formats.outlook import fits_outlook
from streekagenda.model.event import Event
from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.model.schedule import Change, NamedHoliday, PublicHolidays, Rule, SchoolHolidays
from streekagenda.recurrence.days import days
from tests.examples import change, closure, event, moment, rule, series, single
from tests.publications.feeds.engines import IN_THIS_PROCESS, JUDGES, complaints, ours, seen
from tests.publications.feeds.sites import published, site
from tests.recurrence.rules import rules

FIRST, LAST = date(2026, 9, 1), date(2027, 9, 30)
HOLIDAYS = (PublicHolidays(country="NL"), SchoolHolidays(region="noord"))

SHAPES: dict[str, Event] = {
    "one evening": event(single("2026-10-01", "19:30-21:00")),
    "no known end": event(single("2026-10-01", "19:30")),
    "whole days over both changes": event(
        single("2026-10-24", None, last="2026-10-26"), single("2027-03-27", None, last="2027-03-29", key="maart")
    ),
    "past midnight": event(single("2026-12-31", "22:00-01:00")),
    "every Sunday": event(series()),
    "every Sunday as whole days": event(series(at=None)),
    "ends on its last day": event(series(rule("WEEKLY", "2026-09-06", "SU", until="2027-06-27"))),
    "whole days that end on their last day": event(series(rule("DAILY", "2026-10-20", until="2026-10-27"), None)),
    "begins before its first day": event(series(rule("WEEKLY", "2026-09-03", "MO,WE", interval=2))),
    "ten times": event(series(rule("WEEKLY", "2026-09-06", "SU", count=10))),
    "ten times but for the first": event(
        series(rule("WEEKLY", "2026-09-06", "SU", count=10), exclusions=["2026-09-06..2026-09-20", "2026-10-11"])
    ),
    "not on holidays": event(series(exclusions=HOLIDAYS)),
    "every day but weekends and holidays": event(
        series(rule("WEEKLY", "2026-09-01", "MO,TU,WE,TH,FR"), exclusions=HOLIDAYS)
    ),
    "not on holidays by their name": event(
        series(
            exclusions=[NamedHoliday(feast=Feast.EASTER), SchoolHolidays(region="noord", name=SchoolBreak.CHRISTMAS)]
        )
    ),
    "a summer stop": event(series(exclusions=[closure("Zomerstop", "2027-07-19..2027-08-15")])),
    "first and third Tuesday": event(series(rule("MONTHLY", "2026-09-01", "1TU,3TU"), exclusions=HOLIDAYS)),
    "fourth and last Friday": event(series(rule("MONTHLY", "2026-09-01", "4FR,-1FR"))),
    "the last weekday": event(series(rule("MONTHLY", "2026-09-01", "MO,TU,WE,TH,FR", positions=[-1]))),
    "the 15th and the 31st": event(series(rule("MONTHLY", "2026-09-01", month_days=[15, 31]))),
    "not in summer": event(
        series(rule("WEEKLY", "2026-09-01", "TU", months=[1, 2, 3, 4, 5, 6, 9, 10, 11, 12]), "10:00-12:00")
    ),
    "every other month but not in summer": event(
        series(rule("MONTHLY", "2026-09-01", "2SA", interval=2, months=[1, 3, 5, 6, 9, 11]))
    ),
    "every fifth month of some": event(
        series(rule("MONTHLY", "2026-09-01", "2SA", interval=5, months=[2, 7, 9, 12])),
    ),
    "every other month": event(series(rule("MONTHLY", "2026-09-20", "2SA", interval=2))),
    "the 31st, where there is one": event(series(rule("MONTHLY", "2026-08-31"))),
    "leap day": event(series(rule("YEARLY", "2024-02-29"))),
    "even weeks": event(series(rule("WEEKLY", "2026-09-01", "WE", week_parity="even"), exclusions=HOLIDAYS)),
    "odd weeks": event(series(rule("WEEKLY", "2026-09-01", "MO,TH", week_parity="odd"))),
    "odd weeks, seven times": event(series(rule("WEEKLY", "2026-09-01", "TH", week_parity="odd", count=7))),
    "odd weeks of some months": event(series(rule("MONTHLY", "2026-09-01", "SA", week_parity="odd"))),
    "a moved, a renamed and a cancelled date": event(
        series(
            changes=[
                change("2026-09-06", at="15:00-16:00"),
                change("2026-10-25", moved_to="2026-10-26"),
                change("2026-11-15", status="cancelled", note="De beheerder is ziek."),
                change("2026-12-20", title="Kerstdiner", at="17:00-19:00"),
                change("2027-03-28", status="postponed"),
                change("2027-01-04", title="Geen datum van deze reeks"),
            ]
        )
    ),
    "a first date that is there in a holiday, since a change names it": event(
        series(
            rule("WEEKLY", "2026-10-18", "SU"),
            exclusions=HOLIDAYS,
            changes=[change("2026-10-18", title="Vakantiekoffie")],
        )
    ),
    "changes in a split rule": event(
        series(
            rule("MONTHLY", "2026-09-01", "1TU,3TU"),
            changes=[change("2026-10-06", status="cancelled"), change("2026-10-20", moved_to="2026-10-21")],
        )
    ),
    "changes in even weeks": event(
        series(
            rule("WEEKLY", "2026-09-01", "WE", week_parity="even"),
            changes=[change("2026-10-14", status="online"), change("2027-01-13", moved_to="2027-01-14")],
        )
    ),
    "extra dates": event(
        series(
            also=[
                moment("2026-12-26", "14:00-17:00"),
                moment("2026-12-26", "19:00-20:00"),
                moment("2026-12-27", "14:00-16:00"),  # is there already
                moment("2026-09-01"),
            ],
            changes=[change("2026-12-26", title="Kerst"), change("2026-09-01", moved_to="2026-09-02")],
        )
    ),
    "several rules and dates": event(
        series(key="weekly-su"),
        series(rule("MONTHLY", "2026-09-01", "1FR"), "19:00-22:00", key="monthly-1fr", title="Vrijdagavond"),
        single("2026-10-01", "10:00-12:00", key="2026-10-01"),
    ),
    "cancelled altogether": event(series(), single("2026-10-01", key="extra", status="scheduled"), status="cancelled"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_engine_sees_the_dates_of_the_pages(shape: str) -> None:
    here = site(SHAPES[shape])
    shown = ours(here, FIRST, LAST)
    feed = published(SHAPES[shape])["feeds/all.ics"]
    assert shown or shape == "leap day"
    assert {judge.name: seen(judge, feed, FIRST, LAST) for judge in JUDGES} == {judge.name: shown for judge in JUDGES}


@pytest.mark.parametrize(
    ("night", "at"),
    [
        ("2026-10-25", "01:30-02:30"),
        ("2026-10-25", "02:30-03:30"),  # exists twice: the first is meant
        ("2026-10-25", "23:30-02:30"),
        ("2026-10-25", "22:00-04:00"),
        ("2027-03-28", "01:30-03:30"),
        ("2027-03-28", "23:30-01:30"),
        ("2027-03-28", "22:00-04:00"),
    ],
)
def test_a_night_over_the_change_of_the_clock_begins_by_the_wall_clock(night: str, at: str) -> None:
    over_it = event(single(night, at), single(str(date.fromisoformat(night) - timedelta(days=1)), at, key="avond"))
    feed = published(over_it)["feeds/all.ics"]
    shown = ours(site(over_it), FIRST, LAST)
    for judge in JUDGES:
        assert seen(judge, feed, FIRST, LAST) == shown, judge.name


@st.composite
def activities(draw: st.DrawFn) -> Event:
    """A series by any rule, with exceptions, extra dates and changes."""
    repeated: Rule = draw(rules(parity=True))
    repeated = rule(
        repeated.frequency,
        draw(st.dates(date(2025, 1, 1), date(2027, 1, 31))),
        interval=repeated.interval,
        month_days=repeated.month_days,
        months=repeated.months,
        positions=repeated.positions,
        week_parity=repeated.week_parity,
        until=draw(st.none() | st.dates(date(2027, 2, 1), date(2029, 1, 1))),
        count=None,
        on=",".join(f"{one.nth or ''}{one.weekday.name}" for one in repeated.weekdays),
    )
    given_days = list(days(repeated, FIRST, LAST))
    changes: list[Change] = []
    for on in sorted(draw(st.sets(st.sampled_from(given_days), max_size=4))) if given_days else []:
        to = draw(st.none() | st.integers(-15, 15))
        changes.append(
            change(
                on,
                moved_to=on + timedelta(days=to) if to else None,
                at=draw(st.sampled_from([None, "09:00-10:00", "20:00-15:00"])),
                status=draw(st.sampled_from([None, "cancelled"])),
            )
        )
    return event(
        series(
            repeated,
            draw(st.sampled_from(["14:00-16:00", "19:30", "22:00-01:00", "22:00-06:00", None])),
            exclusions=draw(st.sampled_from([(), HOLIDAYS, ("2026-10-01..2026-12-01",)])),
            also=[moment(one, "08:00-08:30") for one in draw(st.sets(st.dates(FIRST, LAST), max_size=2))],
            changes=changes,
        )
    )


@given(activities())
@settings(max_examples=100, deadline=None)
def test_any_series_means_the_same_to_every_engine(activity: Event) -> None:
    shown = ours(site(activity), FIRST, LAST)
    feed = published(activity)["feeds/all.ics"]
    for judge in IN_THIS_PROCESS:
        assert seen(judge, feed, FIRST, LAST) == shown, judge.name
    assert complaints(feed) == {}


@given(activities())
@settings(max_examples=100)
def test_any_series_fits_what_outlook_can_store(activity: Event) -> None:
    feed = published(activity)["feeds/all.ics"].replace(b"\r\n ", b"").decode().partition("END:VTIMEZONE")[2]
    rrules = [line.removeprefix("RRULE:") for line in feed.split("\r\n") if line.startswith("RRULE")]
    assert [one for one in rrules if not fits_outlook(one)] == []
