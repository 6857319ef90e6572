"""What a reader can choose by stands on every card, and until when it holds."""

from __future__ import annotations

from datetime import date

import pytest

from streekagenda.model.details import Booking, BookingState
from streekagenda.model.schedule import Entry
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.cards import cards_of
from streekagenda.publications.editions.facets import Facets, parts, walk_in
from tests import examples as ex
from tests.publications.html_sites import find, parsed, site


def until(*entries: Entry, first: date = date(2026, 10, 1)) -> list[tuple[str | None, str]]:
    """Until when each card of an event holds, and its days of the week."""
    whole = site(ex.event(*entries))
    made = cards_of(whole, "nl", embedded=False)
    found = whole.index.select(Selection(), first, date(2026, 11, 1))
    days = made.days(found, "agenda/", first=first)
    cards = find(parsed(made.laid.put_in(days.sections(2)).decode()), "card")
    return [
        (card.get("data-until"), " ".join(one[8:] for one in (card.get("data-is") or "").split() if "weekday" in one))
        for card in cards
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (ex.single("2026-10-01", "19:30-21:00"), ("2026-10-01T21:00", "thursday")),
        (ex.single("2026-10-01", "22:00-01:00"), ("2026-10-02T01:00", "thursday")),
        (ex.single("2026-10-01", "20:00-00:00"), ("2026-10-02T00:00", "thursday")),
        (ex.single("2026-10-01", "19:30"), ("2026-10-02T00:00", "thursday")),  # nobody knows when it ends
        (ex.single("2026-10-01", None), ("2026-10-02T00:00", "thursday")),
        (ex.single("2026-10-01", None, last="2026-10-03"), ("2026-10-04T00:00", "thursday friday saturday")),
        (ex.single("2026-10-24", "23:00-04:00"), ("2026-10-25T04:00", "saturday")),  # the clock goes back that night
        (
            ex.single("2026-10-05", None, last="2026-10-20"),
            ("2026-10-21T00:00", "monday tuesday wednesday thursday friday saturday sunday"),
        ),
    ],
)
def test_card_says_until_when_it_holds(entry: Entry, expected: tuple[str, str]) -> None:
    assert until(entry) == [expected]


def test_dates_of_a_tour_each_say_their_own() -> None:
    tour = [ex.single(day, "10:00-12:00", key=day) for day in ("2026-10-02", "2026-10-05", "2026-10-07")]
    assert until(*tour) == [
        ("2026-10-02T12:00", "friday"),
        ("2026-10-05T12:00", "monday"),
        ("2026-10-07T12:00", "wednesday"),
    ]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("09:00-12:00", ("morning",)),
        ("11:30-12:30", ("morning",)),
        ("11:30-13:00", ("morning", "afternoon")),
        ("12:00-13:00", ("afternoon",)),
        ("10:00-22:00", ("morning", "afternoon", "evening")),
        ("16:30-17:30", ("afternoon",)),
        ("16:30-18:00", ("afternoon", "evening")),
        ("17:00", ("evening",)),
        ("11:00", ("morning",)),
        ("22:00-01:00", ("evening",)),
        ("23:00-07:00", ("morning", "evening")),
        ("02:00-03:00", ("evening",)),
        (None, ("morning", "afternoon", "evening")),
    ],
)
def test_part_of_the_day_is_where_it_begins_or_lasts_an_hour(hours: str | None, expected: tuple[str, ...]) -> None:
    assert parts(ex.hours(hours)) == expected


@pytest.mark.parametrize(
    ("booking", "expected"),
    [
        (None, True),
        (Booking(), False),
        (Booking(required=False), True),
        (Booking(required=False, state=BookingState.FULL), False),
    ],
)
def test_walk_in_is_what_needs_no_booking(booking: Booking | None, expected: bool) -> None:
    (one, *_) = site(ex.event(booking=booking)).timeline.occurrences
    assert walk_in(one) is expected


def test_all_that_an_occurrence_can_be_chosen_by() -> None:
    where = ex.place(facilities=(ex.term("rolstoel"), ex.term("lift")))
    event = ex.event(
        place=where,
        audiences=(ex.term("ouderen"),),
        facilities=(ex.term("rolstoel"), ex.term("tolk")),
        languages=("nl", "ar"),
        price=ex.details(price=0).price,
        campaigns=(ex.campaign("week"),),
    )
    (one,) = site(event).timeline.occurrences
    assert Facets().as_attribute(one) == (
        "area:zandweerd area:deventer topic:ontmoeten audience:ouderen part:evening free walk-in facility:rolstoel "
        "facility:lift facility:tolk language:nl language:ar weekday:thursday"
    )


def test_what_is_not_stated_is_not_there() -> None:
    event = ex.event(price=ex.details(price="Vrije gift").price, booking=Booking(), place=None)
    (one,) = site(event).timeline.occurrences
    assert Facets().as_attribute(one) == "topic:ontmoeten part:evening weekday:thursday"
