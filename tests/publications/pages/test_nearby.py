"""What else there is near an activity: exactly which dates, and never what is over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from streekagenda.publications.pages.nearby import Nearby
from tests import examples as ex
from tests.publications.html_sites import find, page, site, words

COFFEE, WALK = ex.term("ontmoeten"), ex.term("bewegen")
THERE = ex.place("de-hof", area=ex.area("rivierenwijk"))
ELSEWHERE = ex.place("de-brug", area=ex.area("almelo", above=()))
KOFFIE = ex.event(ex.series(), topics=(COFFEE,))


def happening(name: str, day: str = "2026-10-02", at: str = "14:00-16:00", **more: Any) -> ex.Event:
    return ex.event(ex.single(day, at), id=f"de-kern/{name}", title=name.capitalize(), topics=(COFFEE,), **more)


def near(*others: ex.Event, now: datetime = datetime(2026, 9, 30, 12)) -> list[tuple[str, str]]:
    """What stands on the page of coffee on Sundays in Zandweerd."""
    here = site(KOFFIE, *others, now=now)
    own = next(one for one in here.timeline.occurrences if one.event is KOFFIE and one.moment.start > now)
    return [(one.event.id.partition("/")[2], one.moment.first.isoformat()) for one in Nearby(here).of(own)]


def test_nothing_is_near_where_there_is_nothing_else() -> None:
    assert near() == []


def test_the_same_topic_in_the_neighbourhood_within_two_weeks() -> None:
    walk = ex.event(ex.single("2026-10-02"), id="de-kern/wandelen", topics=(WALK,))
    in_time, too_late = happening("soep", "2026-10-14"), happening("thee", "2026-10-15")
    assert near(in_time, too_late, walk, happening("verweg", place=ELSEWHERE)) == [("soep", "2026-10-14")]


def test_each_activity_stands_there_once_with_its_next_date_that_takes_place() -> None:
    soup = ex.event(
        ex.series(ex.rule("DAILY", "2026-09-01"), changes=[ex.change("2026-09-30", status="cancelled")]),
        id="de-kern/soep",
        topics=(COFFEE, WALK),
    )
    assert near(soup) == [("soep", "2026-10-01")]


def test_what_is_over_never_stands_there() -> None:
    assert near(happening("thee", "2026-09-30", "10:00-12:00"), happening("soep", "2026-09-30", "11:00-12:01")) == [
        ("soep", "2026-09-30")
    ]


def test_the_town_helps_out_where_the_neighbourhood_has_fewer_than_four() -> None:
    own = [happening(f"hier-{number}", f"2026-10-0{number}") for number in range(4, 7)]
    others = [happening(f"daar-{number}", f"2026-10-0{number}", place=THERE) for number in range(1, 3)]
    expected = [("daar-1", "2026-10-01"), *((f"hier-{n}", f"2026-10-0{n}") for n in range(4, 7))]
    assert near(*own, *others) == expected
    assert near(*own, *others, happening("hier-7", "2026-10-07")) == [
        *((f"hier-{n}", f"2026-10-0{n}") for n in range(4, 8))
    ]


def test_page_shows_them_by_day_as_cards_that_go_when_they_are_over() -> None:
    (section,) = find(page("activiteiten/de-kern/koffie/", KOFFIE, happening("thee")), "nearby")
    assert [words(one) for one in section.iter("h3")] == ["Vrijdag 2 oktober"]
    assert [one.get("data-until") for one in find(section, "card")] == ["2026-10-02T16:00"]
    assert [one.get("href") for one in section.iter("a")] == ["../../../activiteiten/de-kern/thee/#2026-10-02"]
