"""What a list shows of what is to come."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import coming, over, weekend_after
from tests import examples as ex
from tests.publications.html_sites import site

IN_ZANDWEERD = Selection(area="zandweerd")


@pytest.mark.parametrize(
    ("today", "days"),
    [
        ("2026-09-28", ["2026-10-03", "2026-10-04"]),  # Monday
        ("2026-10-02", ["2026-10-03", "2026-10-04"]),  # Friday
        ("2026-10-03", ["2026-10-04"]),  # Saturday
        ("2026-10-04", ["2026-10-10", "2026-10-11"]),  # Sunday
    ],
)
def test_weekend_is_the_one_after_today(today: str, days: list[str]) -> None:
    assert weekend_after(date.fromisoformat(today)) == [date.fromisoformat(day) for day in days]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (ex.moment("2026-09-30", "10:00-12:00"), True),
        (ex.moment("2026-09-30", "11:00-12:01"), False),
        (ex.moment("2026-09-30", "10:00"), False),  # nobody knows when it ends
        (ex.moment("2026-09-29", "22:00"), True),
        (ex.moment("2026-09-30"), False),
        (ex.moment("2026-09-28", last="2026-09-29"), True),
        (ex.moment("2026-09-29", "22:00-01:00"), True),
    ],
)
def test_moment_is_over_when_its_end_has_come(moment: ex.Moment, expected: bool) -> None:
    assert over(moment, datetime(2026, 9, 30, 12)) is expected


def test_list_goes_four_weeks_ahead_and_names_what_begins_later() -> None:
    weekly = ex.event(
        ex.series(ex.rule("WEEKLY", "2026-09-03", "TH")), ex.series(ex.rule("WEEKLY", "2026-09-04", "FR"), key="2")
    )
    congress = ex.event(ex.single("2027-05-27"), id="de-kern/congres")
    found = coming(site(weekly, congress), IN_ZANDWEERD)
    assert [one.moment.first.isoformat() for one in found.shown][-1] == "2026-10-23"
    assert [one.event.id for one in found.later] == ["de-kern/congres"]
    assert found.until == date(2026, 10, 23)


def test_short_list_goes_on_until_it_has_a_few() -> None:
    monthly = ex.event(ex.series(ex.rule("MONTHLY", "2026-09-01", "1TU")))
    found = coming(site(monthly), IN_ZANDWEERD)
    assert [one.moment.first.month for one in found.shown] == [10, 11, 12, 1, 2, 3]


def test_long_list_stops_at_the_end_of_a_day() -> None:
    daily = [ex.event(ex.series(ex.rule("DAILY", "2026-09-01")), id=f"de-kern/{number}") for number in range(4)]
    found = coming(site(*daily), IN_ZANDWEERD)
    assert (len(found.shown), found.until) == (32, date(2026, 10, 7))  # today as well: it is noon


def test_what_happens_at_a_busy_place_is_shown_for_a_week_at_least() -> None:
    daily = [ex.event(ex.series(ex.rule("DAILY", "2026-09-01")), id=f"de-kern/{number}") for number in range(8)]
    assert coming(site(*daily), IN_ZANDWEERD).until == date(2026, 10, 7)


def test_cancelled_date_stays_in_the_list() -> None:
    event = ex.event(ex.series(changes=[ex.change("2026-10-04", status="cancelled")]))
    assert coming(site(event), IN_ZANDWEERD).shown[0].status == "cancelled"


def test_what_nobody_confirmed_for_a_year_leaves_the_list() -> None:
    event = ex.event(ex.series(), history=ex.history(confirmed="2025-09-01"))
    assert coming(site(event), IN_ZANDWEERD).shown == ()


def test_evening_that_ends_after_midnight_stands_on_its_own_day_only() -> None:
    event = ex.event(ex.single("2026-09-30", "22:00-01:00"))
    found = coming(site(event, now=datetime(2026, 10, 1, 0, 30)), IN_ZANDWEERD)
    assert found.shown == ()
