"""Dates that no calendar could keep in their series stand by themselves, and everybody sees them where they are."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import icalendar
import pytest
from msgspec.structs import replace

from streekagenda.conformance.judges.outlook import JUDGE as OUTLOOK
from streekagenda.formats.ical_rules import BrokenFeed
from streekagenda.model.event import Event
from streekagenda.publications.feeds.apart import apart
from tests.examples import area, change, event, history, moment, place, rule, series, single
from tests.publications.feeds.engines import JUDGES, complaints, ours, seen
from tests.publications.feeds.sites import published, site

FIRST, LAST = date(2026, 9, 1), date(2027, 9, 30)
ZONE = "Europe/Amsterdam"
SUNDAYS = rule("WEEKLY", "2026-09-06", "SU")
EVERY_DAY = rule("DAILY", "2026-09-06")
SATURDAYS = rule("WEEKLY", "2026-09-05", "SA")


def names(happening: Event) -> list[tuple[str, str, str]]:
    """UID without its host, RECURRENCE-ID, DTSTART of each VEVENT."""
    found = icalendar.Calendar.from_ical(published(happening)["feeds/all.ics"]).events
    return [
        (
            str(one["UID"]).partition("@")[0].removeprefix("de-kern/"),
            one["RECURRENCE-ID"].to_ical().decode() if "RECURRENCE-ID" in one else "",
            one["DTSTART"].to_ical().decode(),
        )
        for one in found
    ]


def days_apart(given: Any) -> list[str]:
    return [day.isoformat() for day in apart(given, given.rule, ZONE, date(2027, 12, 31))]


# ------------------------------------------------------------------------------------------------ past its neighbour


@pytest.mark.parametrize(
    ("repeated", "changes", "expected"),
    [
        (SUNDAYS, [change("2026-10-11", moved_to="2026-10-17")], []),  # the day before the next
        (SUNDAYS, [change("2026-10-11", moved_to="2026-10-05")], []),  # the day after the last
        (SUNDAYS, [change("2026-10-11", moved_to="2026-10-18", at="09:00-10:00")], ["2026-10-11"]),  # two on one day
        (SUNDAYS, [change("2026-10-11", moved_to="2026-10-19")], ["2026-10-11"]),
        (SUNDAYS, [change("2026-10-11", moved_to="2026-10-04", at="20:00-21:00")], ["2026-10-11"]),
        (SUNDAYS, [change("2026-10-11", moved_to="2026-09-01")], ["2026-10-11"]),
        # two neighbours that change places: neither can be told to be in between
        (
            SUNDAYS,
            [change("2026-10-11", moved_to="2026-10-16"), change("2026-10-18", moved_to="2026-10-15")],
            ["2026-10-11", "2026-10-18"],
        ),
        (EVERY_DAY, [change("2026-10-11", moved_to="2026-10-12", at="18:00-19:00")], ["2026-10-11"]),
        (EVERY_DAY, [change("2026-10-11", at="18:00-19:00", title="Later")], []),
        (EVERY_DAY, [change("2026-10-11", at="20:00-14:30")], ["2026-10-11"]),  # until into the next date
        (SUNDAYS, [change("2026-10-12", moved_to="2026-10-30")], []),  # no date of this series
    ],
)
def test_a_date_past_its_neighbour_is_apart(repeated: Any, changes: list[Any], expected: list[str]) -> None:
    happening = event(series(repeated, changes=changes))
    assert days_apart(happening.schedule.entries[0]) == expected
    feed = published(happening)["feeds/all.ics"]
    shown = ours(site(happening), FIRST, LAST)
    assert {judge.name: seen(judge, feed, FIRST, LAST) for judge in JUDGES} == {judge.name: shown for judge in JUDGES}
    assert OUTLOOK.complaints is not None
    assert OUTLOOK.complaints([feed]) == [[]]


def test_it_is_excluded_from_the_series_and_named_by_its_planned_day() -> None:
    plain = event(series())
    past = event(series(changes=[change("2026-10-11", moved_to="2026-10-20", note="De zaal is bezet.")]))
    assert names(plain) == [("koffie", "", "20260906T140000")]
    assert names(past) == [("koffie", "", "20260906T140000"), ("koffie.20261011", "", "20261020T140000")]
    series_vevent, moved = icalendar.Calendar.from_ical(published(past)["feeds/all.ics"]).events
    assert series_vevent["EXDATE"].to_ical() == b"20261011T140000"
    assert moved["DESCRIPTION"].split("\n")[0] == (
        "Verplaatst. Eerst stond het op een andere dag: zondag 11 oktober 2026 van 14.00 tot 16.00 uur. "
        "De zaal is bezet."
    )
    assert "elke zondag" not in moved["DESCRIPTION"].lower()


def test_moved_once_more_it_keeps_its_name_and_put_back_it_is_as_it_was() -> None:
    further = event(series(changes=[change("2026-10-11", moved_to="2026-12-20")]))
    assert names(further)[1] == ("koffie.20261011", "", "20261220T140000")
    nearer = event(series(changes=[change("2026-10-11", moved_to="2026-10-12")]))
    assert names(nearer)[1] == ("koffie", "20261011T140000", "20261012T140000")
    assert published(event(series(changes=[])))["feeds/all.ics"] == published(event(series()))["feeds/all.ics"]


def test_the_first_date_of_a_series_can_be_apart() -> None:
    ten_times = rule("WEEKLY", "2026-09-06", "SU", count=10)
    moved = event(series(ten_times, changes=[change("2026-09-06", moved_to="2026-09-15")]))
    assert names(moved) == [("koffie", "", "20260913T140000"), ("koffie.20260906", "", "20260915T140000")]
    (master, _) = icalendar.Calendar.from_ical(published(moved)["feeds/all.ics"]).events
    assert master["RRULE"].to_ical() == b"FREQ=WEEKLY;COUNT=9;BYDAY=SU"
    assert "EXDATE" not in master


def test_a_series_of_which_every_date_is_apart_is_written_out() -> None:
    twice = rule("WEEKLY", "2026-09-06", "SU", count=2)
    swapped = [change("2026-09-06", moved_to="2026-09-14"), change("2026-09-13", moved_to="2026-09-05")]
    assert names(event(series(twice, changes=swapped))) == [
        ("koffie.20260906", "", "20260914T140000"),
        ("koffie.20260913", "", "20260905T140000"),
    ]


def test_a_date_apart_is_in_the_feed_of_the_neighbourhood_where_it_is() -> None:
    elsewhere = place("plein", area=area("rivierenwijk"))
    found = published(event(series(changes=[change("2026-10-11", moved_to="2026-10-20", place=elsewhere)])))
    uids = {
        one: [str(event["UID"]) for event in icalendar.Calendar.from_ical(found[f"feeds/area/{one}.ics"]).events]
        for one in ("zandweerd", "rivierenwijk")
    }
    assert uids == {
        "zandweerd": ["de-kern/koffie@agenda.example.nl"],
        "rivierenwijk": ["de-kern/koffie.20261011@agenda.example.nl"],
    }


def test_one_date_at_an_hour_in_a_series_of_whole_days_is_apart() -> None:
    changes = [change("2026-10-11", at="10:00-12:00"), change("2026-10-18", status="cancelled")]
    happening = event(series(SUNDAYS, None, changes=changes))
    assert names(happening) == [
        ("koffie", "", "20260906"),
        ("koffie", "20261018", "20261018"),
        ("koffie.20261011", "", "20261011T100000"),
    ]
    shown = ours(site(happening), FIRST, LAST)
    feed = published(happening)["feeds/all.ics"]
    assert {judge.name: seen(judge, feed, FIRST, LAST) for judge in JUDGES} == {judge.name: shown for judge in JUDGES}


# ---------------------------------------------------------------------------------------------- the clock that changes

NIGHTS = {
    "Saturday nights": series(SATURDAYS, "22:00-06:00"),
    "a series that begins on the long night": series(rule("WEEKLY", "2026-10-24", "SA"), "22:00-06:00"),
    "a series that begins on the short night": series(rule("WEEKLY", "2027-03-27", "SA"), "22:00-06:00"),
    "every night": series(EVERY_DAY, "22:00-06:00"),
    "every early morning": series(EVERY_DAY, "00:30-05:00"),
    "from midnight to midnight": series(EVERY_DAY, "00:00-00:00"),
    "a changed night": series(SATURDAYS, "22:00-06:00", changes=[change("2026-10-24", title="Nacht van de nacht")]),
    "every night that is long or short": series(rule("YEARLY", "2026-09-05", "-1SU", months=[3, 10]), "01:00-06:00"),
    "a few nights": series(rule("WEEKLY", "2026-10-17", "SA", count=3), "22:00-06:00"),
    "whole days": series(EVERY_DAY, None),
}


@pytest.mark.parametrize("nights", NIGHTS)
def test_a_night_ends_for_everybody_when_the_page_says(nights: str) -> None:
    happening = event(NIGHTS[nights])
    shown = ours(site(happening), FIRST, LAST)
    feed = published(happening)["feeds/all.ics"]
    assert {judge.name: seen(judge, feed, FIRST, LAST) for judge in JUDGES} == {judge.name: shown for judge in JUDGES}
    assert complaints(feed) == {}


def test_a_long_and_a_short_night_are_apart_and_others_are_not() -> None:
    assert days_apart(NIGHTS["Saturday nights"]) == ["2026-10-24", "2027-03-27", "2027-10-30"]
    assert days_apart(NIGHTS["whole days"]) == []
    assert days_apart(series(EVERY_DAY, "22:00-02:00")) == []
    assert days_apart(series(EVERY_DAY, "03:00-09:00")) == []
    assert days_apart(series(EVERY_DAY, "22:00")) == []  # no end, and so none that could differ


def test_the_night_of_the_change_is_a_date_of_its_own_with_the_end_of_the_page() -> None:
    (night,) = [one for one in names(event(NIGHTS["Saturday nights"])) if one[0] == "koffie.20261024"]
    assert night == ("koffie.20261024", "", "20261024T220000")
    feed = published(event(NIGHTS["Saturday nights"]))["feeds/all.ics"]
    assert b"DTEND;TZID=Europe/Amsterdam:20261025T060000\r\n" in feed
    assert b"EXDATE;TZID=Europe/Amsterdam:20261024T220000,20270327T220000," in feed


def test_a_new_year_brings_new_nights_and_says_that_something_changed() -> None:
    nights = event(NIGHTS["every night"], history=history(sequence=100))
    before, after = (
        published(nights, now=datetime(year, 12, 31))["feeds/event/de-kern/koffie.ics"] for year in (2026, 2027)
    )
    assert b"EXDATE" in before
    assert before.count(b"LAST-MODIFIED:20270101T000000Z") == 0
    assert b"LAST-MODIFIED:20270101T000000Z" in after
    assert b"20291027T220000" in before
    assert b"20301026T220000" not in before
    assert b"20301026T220000" in after


def test_a_change_that_comes_within_sight_with_a_new_year_says_that_something_changed() -> None:
    far = event(series(exclusions=["2026-10-11"], changes=[change("2030-10-13", status="cancelled")]))
    before, after = (published(far, now=datetime(year, 12, 31))["feeds/all.ics"] for year in (2026, 2027))
    assert b"RECURRENCE-ID" not in before
    assert b"RECURRENCE-ID;TZID=Europe/Amsterdam:20301013T140000" in after
    assert b"LAST-MODIFIED:20260105T090000Z" in before
    assert b"LAST-MODIFIED:20270101T000000Z" in after


# ------------------------------------------------------------------------------------------------------------- names


def test_a_date_of_a_series_never_has_the_name_of_a_loose_date() -> None:
    """A loose date is named by its day; so are the dates of a series that stand by themselves, in another form."""
    loose = single("2026-12-31", "20:00-23:00", key="2026-12-31")
    for repeated, more in [
        (rule("MONTHLY", "2026-12-01", month_days=[31]), {}),
        (SUNDAYS, {"also": [moment("2026-12-31", "10:00-11:00")]}),
        (rule("WEEKLY", "2026-09-03", "TH"), {"changes": [change("2026-12-31", moved_to="2027-01-20")]}),
    ]:
        found = names(event(series(repeated, **more), loose))
        assert len(found) == len({one[:2] for one in found})
        assert (
            "koffie.20261231" in {one[0] for one in found},
            ("koffie.2026-12-31", "", "20261231T200000") in found,
        ) == (
            True,
            True,
        )


def test_two_events_with_one_name_are_never_published() -> None:
    one = event(single(), id="een")
    with pytest.raises(BrokenFeed, match=r"rule 1: UID:een@"):
        published(one, replace(one, id="twee"))
