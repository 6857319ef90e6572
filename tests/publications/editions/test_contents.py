"""A list holds no more than a page can, and says where it goes on."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.publications.editions import listings
from streekagenda.publications.editions.coming import MOST
from streekagenda.publications.editions.contents import contents, parts_of
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.former import Former
from streekagenda.recurrence.footprints import Touched
from tests import examples as ex
from tests.publications.html_sites import site

if TYPE_CHECKING:
    from streekagenda.model.event import Event
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


def daily(number: int) -> list[Event]:
    return [ex.event(ex.series(ex.rule("DAILY", "2026-09-01")), id=f"de-kern/{one}") for one in range(number)]


def of(*events: Event, now: datetime = datetime(2026, 9, 30, 12)) -> Edition:
    return edition(site(*events, now=now), "nl")


def pages_of(whole: Edition, period: Listing) -> list[Listing]:
    """Return the pages of a period."""

    def path(listing: Listing) -> str:
        return listing.path(whole.addresses, "nl")

    return [one for one, _ in parts_of(whole.site, lambda: [(period, None)], lambda one: one.name, path)]


def test_agenda_stops_at_the_end_of_a_day_and_goes_on_in_the_week() -> None:
    found = contents(of(*daily(40)), listings.agenda(), "agenda/")
    assert [day.count for day in found.days] == [40, 40, 40]
    assert found.until == date(2026, 10, 2)
    assert found.onward is not None
    assert (found.onward.path, found.onward.day) == ("agenda/2026/w40/", date(2026, 10, 3))


def test_day_with_more_than_a_page_holds_is_cut_and_says_so() -> None:
    found = contents(of(*daily(MOST + 20)), listings.agenda(), "agenda/")
    assert ([day.count for day in found.days], found.cut, found.until) == ([MOST], True, date(2026, 9, 30))
    assert found.onward is not None
    assert found.onward.day == date(2026, 9, 30)


def test_list_of_a_neighbourhood_takes_its_choice_along() -> None:
    whole = of(*daily(40))
    (listing,) = [one for one in listings.subjects(whole.site, "area") if one.selection.area == "zandweerd"]
    found = contents(whole, listing, "wijken/zandweerd/")
    assert found.onward is not None
    assert (found.onward.path, found.onward.query) == ("agenda/2026/w40/", "area=zandweerd")


def test_period_in_parts_holds_every_date_once_and_names_its_days() -> None:
    whole = of(*daily(40), now=datetime(2026, 10, 5, 9))
    (week,) = [one for one in listings.weeks(whole.site) if one.first == date(2026, 10, 5)]
    parts = pages_of(whole, week)
    paths = [one.path(whole.addresses, "nl") for one in parts]
    assert paths == ["agenda/2026/w41/", "agenda/2026/w41/2/", "agenda/2026/w41/3/"]
    pages = [(one, contents(whole, one, path)) for one, path in zip(parts, paths, strict=True)]
    assert [[day.day.day for day in held.days] for _, held in pages] == [[5, 6, 7], [8, 9, 10], [11]]
    assert sum(held.count for _, held in pages) == 280
    assert [held.onward.path if held.onward else None for _, held in pages] == [
        "agenda/2026/w41/2/",
        "agenda/2026/w41/3/",
        None,
    ]
    assert dict(pages[0][1].jumps)[date(2026, 10, 8)] == "agenda/2026/w41/2/"


def test_parts_of_a_period_that_stay_are_not_listed_but_named() -> None:
    whole = of(*daily(40), now=datetime(2026, 10, 5, 9))
    (week,) = [one for one in listings.weeks(whole.site) if one.first == date(2026, 10, 5)]
    asked = whole.site.index.asked
    asked.files = {"agenda/2026/w41/index.html", "agenda/2026/w41/3/index.html", "agenda/2026/w41/4/index.html"}
    assert [one.part for one in pages_of(whole, week)] == [2]
    assert asked.passed == ["agenda/2026/w41/index.html", "agenda/2026/w41/3/index.html"]


def test_period_has_as_many_parts_as_before_where_only_words_changed() -> None:
    whole = of(*daily(40), now=datetime(2026, 10, 5, 9))
    (week,) = [one for one in listings.weeks(whole.site) if one.first == date(2026, 10, 5)]
    there = {f"agenda/2026/w41/{part}index.html" for part in ("", "2/")}
    for paths, same_but_words, many in ((there, True, 2), (there, False, 3), (set[str](), True, 3)):
        before = Former(
            paths=paths,
            changed=frozenset(),
            same_but_words=same_but_words,
            touched=Touched((), ()),
            remarks={},
            read=lambda _: b"",
        )
        assert len(pages_of(replace(whole, site=replace(whole.site, former=before)), week)) == many


def test_what_has_been_in_a_running_period_stands_apart_and_a_run_of_days_stands_on_today() -> None:
    run = ex.event(ex.single("2026-10-05", None, last="2026-10-09"), id="de-kern/markt")
    whole = of(run, ex.event(ex.single("2026-10-06")), now=datetime(2026, 10, 7, 12))
    (week,) = [one for one in listings.weeks(whole.site) if one.first == date(2026, 10, 5)]
    found = contents(whole, week, "agenda/2026/w41/")
    assert [day.day for day in found.days] == [date(2026, 10, 7)]
    assert [day.day for day in found.gone] == [date(2026, 10, 6)]


def test_ready_lists_are_those_that_hold_anything() -> None:
    free = ex.event(ex.single("2026-10-03"), price=ex.details(price=0).price)
    assert [one.ready for one in of(free).selected.ready] == ["free", "walk-in", "weekend"]
    assert [one.ready for one in of(ex.event(), now=datetime(2026, 9, 30)).selected.ready] == ["walk-in"]
    pairs = [(one.selection.area, one.selection.topic) for one in of(free).selected.pairs]
    assert pairs == [("deventer", "ontmoeten"), ("zandweerd", "ontmoeten")]
