"""What a screen holds, and of what there is one."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.publications.editions.edition import edition
from streekagenda.publications.former import Former
from streekagenda.publications.pages import screens
from streekagenda.recurrence.footprints import Touched, footprint
from tests import examples as ex
from tests.publications.html_sites import find, parsed, words
from tests.publications.pages import halls

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import pytest

    from streekagenda.publications.site import Site

SERIES = ex.series(ex.rule("DAILY", "2026-01-01"), "10:00-11:00")


def tree(whole: Site, path: str = "scherm/index.html") -> Element:
    return parsed(halls.page(whole, path))


def days(whole: Site) -> list[tuple[str, int]]:
    return [(one.get("data-day") or "", len(find(one, "row"))) for one in find(tree(whole), "part")]


def test_the_region_each_area_place_and_organisation_has_a_screen_in_each_language() -> None:
    whole = halls.made(languages=("nl", "en"))
    assert [one.path for one in screens.pages(edition(whole, "nl"))] == [
        "scherm/index.html",
        "scherm/wijken/deventer/index.html",
        "scherm/wijken/zandweerd/index.html",
        "scherm/wijken/rivierenwijk/index.html",
        "scherm/plekken/de-kade/index.html",
        "scherm/plekken/huis-van-de-wijk/index.html",
        "scherm/organisaties/de-kern/index.html",
    ]
    assert {one.path.partition("/")[0] for one in screens.pages(edition(whole, "en"))} == {"en"}


def test_a_screen_holds_its_own_activities_of_today_and_a_week() -> None:
    whole = halls.made()
    coffee = tree(whole, "scherm/plekken/de-kade/index.html")
    assert [words(one) for one in find(coffee, "title")] == ["Koffie", "Koffie"]
    assert [one.get("data-until") for one in find(coffee, "row")] == ["2026-11-23T12:00", "2026-11-30T12:00"]
    assert days(whole)[0] == ("2026-11-23", 7)
    assert days(whole)[-1] == ("2026-11-30", 3)
    assert len(days(whole)) == 8


def test_what_is_over_is_not_on_it_and_what_lasts_past_midnight_is() -> None:
    film = ex.event(ex.single("2026-11-22", "22:00-01:00"), id="de-kern/film")
    talk = ex.event(ex.single("2026-11-22", "19:30"), id="de-kern/lezing")
    soup = ex.event(ex.single("2026-11-23", "08:00-09:00"), id="de-kern/soep")
    assert days(halls.made(film, talk, soup))[0] == ("2026-11-23", 2)
    assert days(halls.made(film, talk, soup, now=datetime(2026, 11, 23, 9)))[0] == ("2026-11-23", 0)


def test_a_screen_with_more_than_anybody_waits_for_ends_sooner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screens, "MOST", 15)
    some = [ex.event(SERIES, id=f"de-kern/n{number}") for number in range(5)]
    assert [day for day, _ in days(halls.made(*some))] == ["2026-11-23", "2026-11-24", "2026-11-25"]
    many = [ex.event(SERIES, id=f"de-kern/n{number}") for number in range(20)]
    assert days(halls.made(*many)) == [("2026-11-23", 20), ("2026-11-24", 20)]


def test_it_says_when_it_was_made_and_for_whom_it_can_be_narrowed_down() -> None:
    whole = halls.made(now=halls.MADE + timedelta(hours=12, seconds=30))
    (screen,) = find(tree(whole), "screen")
    assert (screen.get("data-made"), screen.get("data-zone")) == ("2026-11-23T12:00", "Europe/Amsterdam")
    assert words(find(screen, "made-on")[0]) == "Bijgewerkt op maandag 23 november om 12.00 uur."
    names = json.loads(next(screen.iter("script")).text or "")["names"]
    assert {facet.partition(":")[0] for facet in names} == {
        "area", "topic", "audience", "part", "weekday", "walk-in", "free", "facility",
    }  # fmt: skip
    assert names["area:zandweerd"] == "Zandweerd"


def test_it_is_not_found_by_search_engines_and_names_its_list_and_its_twins() -> None:
    whole = halls.made(languages=("nl", "ar"))
    found = tree(whole, "ar/screen/areas/zandweerd/index.html")
    links = {
        (one.get("rel"), one.get("hreflang")): one.get("href")
        for one in found.iter("link")
        if one.get("rel") in {"canonical", "alternate"}
    }
    base = "https://agenda.example.nl/"
    assert links == {
        ("canonical", None): f"{base}ar/areas/zandweerd/",
        ("alternate", "nl"): f"{base}scherm/wijken/zandweerd/",
        ("alternate", "ar"): f"{base}ar/screen/areas/zandweerd/",
    }
    assert [one.get("content") for one in found.iter("meta") if one.get("name") == "robots"] == ["noindex"]


def test_what_no_event_that_changed_is_part_of_is_taken_from_the_former_screen() -> None:
    whole = halls.made()
    path, (changed,) = "scherm/index.html", [one for one in whole.calendar.events if one.id == "de-kern/koffie"]
    former = (
        halls.page(whole, path)
        .replace('<li class="row', '<li data-former class="row')
        .replace("<svg", "<svg data-former")
    )
    before = Former(
        paths=(),
        changed={changed.id},
        touched=Touched({changed.id}, [footprint(whole.index, changed)]),
        remarks={},
        read={path: former.encode()}.__getitem__,
    )
    screen = halls.page(replace(whole, former=before), path)
    assert screen.replace("data-former ", "") == halls.page(whole, path)
    assert "<svg data-former" in screen
    of_days = {
        one.get("data-day"): {row.get("data-former") for row in find(one, "row")}
        for one in find(parsed(screen.replace("data-former ", 'data-former="" ')), "part")
    }
    assert [day for day, taken in of_days.items() if None in taken] == ["2026-11-23", "2026-11-30"]


def test_a_former_screen_that_is_not_as_we_write_it_gives_nothing() -> None:
    whole = halls.made()
    path = "scherm/index.html"
    for other in ("", "x", halls.page(whole, path).replace("<section", "<div").replace("<footer", "<div")):
        before = Former(
            paths=(), changed=(), touched=Touched((), ()), remarks={}, read={path: other.encode()}.__getitem__
        )
        assert halls.page(replace(whole, former=before), path) == halls.page(whole, path)
