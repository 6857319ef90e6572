"""The builders make valid objects, and the same call an equal one."""

from __future__ import annotations

from datetime import date, datetime, time

from streekagenda.model.details import Status
from streekagenda.model.schedule import Frequency, NthWeekday, Weekday
from tests import examples as ex


def test_event_without_arguments_is_one_evening_in_a_meeting_place() -> None:
    event = ex.event()
    assert event == ex.event()
    (entry,) = event.schedule.entries
    assert entry == ex.single("2026-10-01", "19:30-21:00")
    assert event.details.place == ex.place()


def test_rule_reads_weekdays_as_rfc_5545_writes_them() -> None:
    rule = ex.rule("MONTHLY", "2026-09-01", "3TU,1TU,-1FR")
    assert rule.frequency is Frequency.MONTHLY
    assert rule.start == date(2026, 9, 1)
    assert rule.weekdays == (
        NthWeekday(nth=-1, weekday=Weekday.FR),
        NthWeekday(nth=1, weekday=Weekday.TU),
        NthWeekday(nth=3, weekday=Weekday.TU),
    )


def test_series_takes_exclusions_changes_and_details_in_short() -> None:
    series = ex.series(
        exclusions=["2026-10-04", "2026-12-20..2027-01-03"],
        changes=[ex.change("2026-11-01", moved_to="2026-11-02", at="15:00-17:00", status="cancelled", note="Ziek.")],
        price=2.5,
    )
    assert [(one.first, one.last) for one in series.exclusions] == [
        (date(2026, 10, 4), date(2026, 10, 4)),
        (date(2026, 12, 20), date(2027, 1, 3)),
    ]
    assert series.changes[0].details.status is Status.CANCELLED
    assert series.hours is not None
    assert series.hours.start == time(14)
    assert str(series.details.price.amount) == "2.5"


def test_moment_reads_hours_and_whole_days() -> None:
    assert ex.moment("2026-10-01", "22:00-01:00").end == datetime(2026, 10, 2, 1)
    assert ex.moment("2026-10-01", last="2026-10-03").end == datetime(2026, 10, 4)


def test_calendar_holds_what_its_events_name() -> None:
    market = ex.place("markt", "De Markt")
    calendar = ex.calendar(ex.event(id="b/b", place=market), ex.event(id="a/a", campaigns=(ex.campaign(),)))
    assert [event.id for event in calendar.events] == ["a/a", "b/b"]
    assert [place.id for place in calendar.places] == ["huis-van-de-wijk", "markt"]
    assert [campaign.id for campaign in calendar.campaigns] == ["week-tegen-eenzaamheid"]
    assert [area.id for area in calendar.region.all_areas()] == ["deventer", "zandweerd", "rivierenwijk"]
