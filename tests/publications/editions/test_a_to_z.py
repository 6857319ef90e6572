"""The list of all activities by title: on one page while it is short, and never one that says what is over."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from msgspec.structs import replace

from streekagenda.publications.editions.a_to_z import a_to_z, sorting
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.former import Former
from streekagenda.recurrence.asked import ALL, OF, TOLD
from streekagenda.recurrence.footprints import Touched
from tests import examples as ex
from tests.publications.html_sites import find, main, parsed, published, site, words

PAGE = "activiteiten/index.html"


def events(count: int, letter: str) -> list[ex.Event]:
    return [ex.event(id=f"de-kern/{letter}-{n:03}", title=f"{letter.upper()} {n:03}") for n in range(count)]


def test_a_long_list_goes_on_on_another_page_and_each_letter_leads_to_its_place() -> None:
    pages = published(site(*events(120, "a"), *events(130, "b"), *events(3, "c")))
    first, second = parsed(pages[PAGE]), parsed(pages["activiteiten/2/index.html"])
    assert [[words(one) for one in main(tree).iter("h2")] for tree in (first, second)] == [["A", "B"], ["C"]]
    chips = [[link.get("href") for link in find(tree, "chips")[0].iter("a")] for tree in (first, second)]
    assert chips == [["#l-1", "#l-2", "2/#l-3"], ["../#l-1", "../#l-2", "#l-3"]]
    assert [one.get("id") for one in main(second).iter("h2")] == ["l-3"]
    assert "activiteiten/3/index.html" not in pages


def test_a_page_depends_on_its_own_activities_and_on_the_letters_of_all() -> None:
    known = site(*events(200, "a"), *events(3, "b"))
    _, second = a_to_z(edition(known, "nl"))
    with known.index.asked.during() as asked:
        second.make()
    assert ALL not in asked
    assert {one[1] for one in asked if one[0] == OF} == {f"de-kern/b-{n:03}" for n in range(3)}
    told = {str(one[1]).rpartition(".")[2] for one in asked if one[0] == TOLD}
    assert told == {"_told_of_letters", "_told_of_page"}


def test_a_short_list_is_one_page() -> None:
    pages = published(site(*events(120, "a"), *events(79, "b")))
    assert [path for path in pages if re.fullmatch(r"activiteiten/\d+/index.html", path)] == []


def test_activities_that_are_as_they_were_keep_their_lines() -> None:
    was = (*events(3, "a"), *events(2, "b"))
    now = tuple(replace(one, title=ex.text("Anders")) if one.id.endswith("a-001") else one for one in was)
    former = published(site(*was))[PAGE].replace("<br>", "<br data-former>")
    before = Former(
        paths=(),
        changed={"de-kern/a-001"},
        touched=Touched((), ()),
        remarks={},
        read={PAGE: former.encode()}.__getitem__,
    )
    first, *_ = a_to_z(edition(replace(site(*now), former=before), "nl"))
    found = first.content.decode()
    assert found.count("data-former") == 4
    assert found.replace(" data-former", "") == published(site(*now))[PAGE]


def test_what_is_over_goes_with_its_last_date() -> None:
    (one,) = find(parsed(published(site(ex.event(ex.single("2026-10-01"), ex.single("2026-10-08"))))[PAGE]), "later")
    assert [line.get("data-until") for line in one.iter("li")] == ["2026-10-08T21:00"]


@pytest.mark.parametrize(("now", "running"), [("2026-09-30T00:30", True), ("2026-09-30T01:30", False)])
def test_an_evening_that_goes_on_after_midnight_is_running_until_it_is_over(now: str, running: bool) -> None:
    late = ex.event(ex.single("2026-09-29", "21:00-01:00"), id="de-kern/dansen")
    page = published(site(late, now=datetime.fromisoformat(now)))[PAGE]
    assert ("dansen/" in page) == running


def test_nothing_is_said_to_be_nothing() -> None:
    assert "Hier staat nu niets gepland." in words(main(parsed(published(site())[PAGE])))


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Élan", "élan"),
        ("3 dagen", "3 dagen"),
        ("’t Huis", "huis"),
        ("“‘t Huis”", "t huis”"),
        ("… (Koffie)", "koffie)"),
        ("_onder", "_onder"),
        ("", ""),
    ],
)
def test_a_title_is_sorted_by_what_one_looks_for(title: str, wanted: str) -> None:
    assert sorting(title) == wanted
