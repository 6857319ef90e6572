"""What home says at one moment and at another: a Sunday morning, a Saturday evening, a day with nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from streekagenda.publications.editions.edition import edition
from streekagenda.publications.pages import home
from tests import examples as ex
from tests.publications.html_sites import find, parsed, site, words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from streekagenda.model.event import Event

COFFEE = ex.event(
    ex.series(ex.rule("WEEKLY", "2026-09-06", "SU"), "14:00-16:00"), title="Zondagkoffie", id="a/zondagkoffie"
)
SOUP = ex.event(ex.series(ex.rule("WEEKLY", "2026-09-05", "SA"), "12:30-13:30"), title="Soep", id="a/soep")
MARKET = ex.event(ex.series(ex.rule("WEEKLY", "2026-09-05", "SA"), "09:00-11:00"), title="Markt", id="a/markt")
WALK = ex.event(ex.series(ex.rule("WEEKLY", "2026-09-07", "MO"), "10:00-11:00"), title="Ommetje", id="a/ommetje")
ALL = (COFFEE, SOUP, MARKET, WALK)
OPENING = ex.event(ex.series(ex.rule("WEEKLY", "2026-01-01", "MO,TU,WE,TH,FR,SU"), "13:00-17:00")).schedule

SUNDAY_MORNING, SUNDAY_EVENING = datetime(2026, 11, 22, 9), datetime(2026, 11, 22, 20)
SATURDAY_EVENING, FRIDAY, MONDAY = datetime(2026, 11, 21, 20), datetime(2026, 11, 20, 9), datetime(2026, 11, 23, 9)


def at(now: datetime, *events: Event, **more: Any) -> Element:
    """Home alone: the rest of the site is not made."""
    (output,) = home.pages(edition(site(*events, now=now, **more), "nl"))
    return parsed(output.content.decode("utf-8"))


def part(tree: Element, name: str) -> Element:
    (found,) = (one for one in tree.iter("section") if one.get("data-shows") == name)
    return found


def titles(element: Element) -> list[str]:
    return [words(one) for one in find(element, "card-title")]


def said(tree: Element) -> dict[str, str]:
    """The parts that are shown, as a reader reads them."""
    return {
        name: words(found)
        for name in ("today", "tomorrow", "weekend")
        if (found := part(tree, name)).get("hidden") is None
    }


def test_sunday_morning() -> None:
    tree = at(SUNDAY_MORNING, *ALL)
    shown = said(tree)
    assert shown["today"].startswith("Vandaag zondag 22 november 14.00–16.00 Zondagkoffie")
    assert shown["tomorrow"].startswith("Morgen maandag 23 november 10.00–11.00 Ommetje")
    assert shown["weekend"].startswith("Volgend weekend, ’s middags Zaterdag 28 november 12.30–13.30 Soep")
    assert [titles(half) for half in find(tree, "half")] == [["Soep", "Markt"], ["Zondagkoffie"]]


def test_saturday_evening_says_what_is_tomorrow() -> None:
    tree = at(SATURDAY_EVENING, *ALL)
    assert said(tree) == {
        "today": "Vandaag zaterdag 21 november Vandaag staat er niets meer gepland. Morgen wel.",
        "weekend": words(part(tree, "weekend")),
    }
    assert said(tree)["weekend"].startswith("Morgenmiddag Morgen Zondag 22 november 14.00–16.00 Zondagkoffie")
    (link,) = (one for one in part(tree, "today").iter("a"))
    assert link.get("href") == "#weekend"


def test_sunday_evening_leads_to_monday() -> None:
    tree = at(SUNDAY_EVENING, *ALL)
    assert [one.get("href") for one in part(tree, "today").iter("a")] == ["#tomorrow"]
    assert titles(part(tree, "tomorrow")) == ["Ommetje"]


def test_friday_has_its_weekend_and_tomorrow_once() -> None:
    tree = at(FRIDAY, *ALL)
    assert said(tree).keys() == {"today", "weekend"}
    assert titles(part(tree, "tomorrow")) == []
    assert said(tree)["weekend"].startswith("Dit weekend, ’s middags Morgen Zaterdag 21 november 12.30–13.30 Soep")


def test_a_day_with_nothing_and_nothing_tomorrow_says_when_there_is_something() -> None:
    tree = at(MONDAY, COFFEE)
    assert said(tree)["today"] == (
        "Vandaag maandag 23 november Vandaag staat er niets meer gepland. Op zondag 29 november is er weer wat te doen."
    )
    assert said(tree)["tomorrow"] == "Morgen dinsdag 24 november Morgen staat er niets gepland."
    assert [one.get("href") for one in part(tree, "today").iter("a")] == ["agenda/2026/w48/#d-2026-11-29"]


def test_what_does_not_take_place_is_nothing_to_look_forward_to() -> None:
    off = ex.series(
        ex.rule("WEEKLY", "2026-09-06", "SU"), "14:00-16:00", changes=(ex.change("2026-11-29", status="cancelled"),)
    )
    tree = at(MONDAY, ex.event(off))
    assert "Op zondag 6 december is er weer wat te doen." in said(tree)["today"]


def test_without_any_activity() -> None:
    tree = at(MONDAY)
    assert said(tree)["today"] == (
        "Vandaag maandag 23 november Vandaag staat er niets meer gepland. Voor de komende weken is nog niets bekend."
    )


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 22, 9), ["Huis van de wijk Zandweerd Open 13.00–17.00"]),
        (datetime(2026, 11, 22, 16, 59), ["Huis van de wijk Zandweerd Open 13.00–17.00"]),
        (datetime(2026, 11, 22, 17), []),
        (datetime(2026, 11, 21, 9), []),  # a Saturday
        (datetime(2026, 11, 23, 9), []),  # closed that day
    ],
)
def test_doors_that_are_open_today(now: datetime, expected: list[str]) -> None:
    place = ex.place(open=OPENING, closed=(ex.date_range("2026-11-23"),))
    tree = at(now, places=(place,))
    assert [words(one) for found in find(tree, "open-places") for one in found.iter("li")] == expected


def test_hours_of_an_open_door_are_for_the_script_and_the_word_now_is_hidden_without_it() -> None:
    tree = at(SUNDAY_MORNING, places=(ex.place(open=OPENING),))
    (badge,) = find(tree, "is-good")
    assert {name: badge.get(name) for name in ("data-from", "data-until", "hidden")} == {
        "data-from": "2026-11-22T13:00",
        "data-until": "2026-11-22T17:00",
        "hidden": "",
    }
    assert "".join(badge.itertext()) == "Nu open"


def test_many_activities_and_places_are_bounded() -> None:
    day = date(2026, 11, 22)
    events = [
        ex.event(ex.single((day + timedelta(days=number % 8)).isoformat(), "14:00-16:00"), id=f"a/e{number}")
        for number in range(160)
    ]
    places = tuple(ex.place(f"plek-{number}", open=OPENING) for number in range(20))
    tree = at(SUNDAY_MORNING, *events, places=places)
    assert len(find(tree, "card")) == 4 * home.AT_MOST  # today, tomorrow, and two afternoons
    assert "Nog 14 vandaag" in said(tree)["today"]
    (doors,) = find(tree, "open-places")
    assert len(list(doors)) == home.AT_MOST
    (link,) = (one for one in tree.iter("a") if "Vandaag zijn nog 14 plekken open." in words(one))
    assert link.get("href") == "plekken/"


def test_first_cards_that_are_over_are_not_all_of_the_day() -> None:
    """A page of the morning, read in the afternoon: its six cards are over, but not the day."""
    events = [
        ex.event(ex.single("2026-11-22", f"{10 + number}:00-{11 + number}:00"), id=f"a/e{number}")
        for number in range(8)
    ]
    (nothing,) = (one for one in at(SUNDAY_MORNING, *events).iter("p") if one.get("id") == "nothing-today")
    assert "".join(nothing.itertext()) == "De eerste activiteiten van deze dag zijn voorbij."


def test_neighbourhood_comes_first_of_the_ways_in() -> None:
    headings = [words(one) for one in at(SUNDAY_MORNING, *ALL).iter() if one.tag in {"h1", "h2", "summary"}]
    order = [
        "Wat doe je vandaag?",
        "Kies je wijk of dorp",
        "Vandaag zondag 22 november",
        "Voor wie",
        "Wat wil je doen?",
    ]
    found = [next(index for index, one in enumerate(headings) if one.startswith(wanted)) for wanted in order]
    assert found == sorted(found)
