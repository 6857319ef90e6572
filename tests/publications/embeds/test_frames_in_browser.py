"""What the address of an embed asks for, on the day of its build and after it, and what its frame tells its host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import coming
from tests.browser import axe, small_site
from tests.browser.chromium import go_on, set_text_size, visit
from tests.browser.serving import served
from tests.publications.pages.test_filter_in_browser import CHOICES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Page

    from streekagenda.publications.site import Site
    from tests.browser.chromium import Visit

pytestmark = pytest.mark.browser

EMBED = "embed/agenda/"
SEEN = """() => [...document.querySelectorAll('main .card, main .later > li')]
    .filter(one => one.checkVisibility())
    .map(one => `${(one.closest('[data-day]') || {dataset: {}}).dataset.day} ${one.querySelector('a').textContent.trim()}`)"""
DAYS = """() => [...document.querySelectorAll('main .day')].filter(one => one.checkVisibility()).map(one => one.innerText)"""


@pytest.fixture(scope="module")
def whole() -> Site:
    return small_site.made(in_region={"languages": ("nl", "en")})


@pytest.fixture(scope="module")
def address(whole: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site.written(whole, tmp_path_factory.mktemp("small")), base="/agenda/") as where:
        yield where


@pytest.fixture(scope="module")
def window(browser: Browser, address: str) -> Iterator[Visit]:
    """One window for all tests of a moment; a new one takes Chromium a second."""
    with visit(browser, address + EMBED) as seen:
        yield seen


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def shown(page: Page | Frame) -> list[str]:
    found: list[str] = page.evaluate(SEEN)
    return found


def days(page: Page) -> list[str]:
    return [" | ".join(lines(day)) for day in page.evaluate(DAYS)]


def at(window: Visit, moment: str, address: str) -> Page:
    window.page.context.clock.set_fixed_time(moment)
    go_on(window, address)
    return window.page


def test_without_a_wish_all_is_shown_and_with_one_what_the_model_says(window: Visit, whole: Site, address: str) -> None:
    listed = coming(whole, Selection()).shown
    for query, wanted in CHOICES.items():
        go_on(window, f"{address}{EMBED}?{query}")
        expected = [f"{one.moment.first} {one.title.versions[0].text}" for one in listed if wanted(one)]
        expected = [one.replace("2026-11-21", "2026-11-22") for one in expected]  # what runs stands on today
        assert shown(window.page) == expected, query
        assert window.page.locator("#nothing-fits").is_visible() == (not expected), query
    assert window.complaints == []


AS_MANY = {
    "": 24,
    "form=compact": 5,
    "form=compact&n=2": 2,
    "n=3": 3,
    "n=50": 24,
    "n=3&weekday=saturday": 3,
    # what is not understood is left
    "n=0": 24,
    "n=51": 24,
    "n=veel&form=groot&scheme=paars&topic=<b>&links=hier&heading=nee": 24,
}


def test_as_many_dates_as_asked_for_and_then_no_word_of_how_far_the_list_goes(window: Visit, address: str) -> None:
    found = {}
    for query in AS_MANY:
        go_on(window, f"{address}{EMBED}?{query}")
        found[query] = len(shown(window.page))
        goes_on = window.page.locator("[data-goes-on]").first
        assert goes_on.count() == 0 or goes_on.is_visible() == (found[query] == 24), query
    assert found == AS_MANY


WEEK = [
    "Vandaag | Zondag 22 november | hele dag tot en met wo 25 nov | Wintermarkt | De Dijk, Rivierenwijk | 14.00–16.00 | Zondagkoffie | Huis van de wijk, Zandweerd | 22.00–01.00 | Nachtfilm | Huis van de wijk, Zandweerd",
    "Morgen | Maandag 23 november | hele dag tot en met wo 25 nov | Wintermarkt | De Dijk, Rivierenwijk | 10.00–11.30 | Wandelen | De Dijk, Rivierenwijk",
    "Dinsdag 24 november | hele dag tot en met wo 25 nov | Wintermarkt | De Dijk, Rivierenwijk | 19.30 | Lezing | Huis van de wijk, Zandweerd",
    "Woensdag 25 november | hele dag tot en met wo 25 nov | Wintermarkt | De Dijk, Rivierenwijk | 10.00–11.30 | Wandelen | De Dijk, Rivierenwijk",
    "Donderdag 26 november | 14.00–16.00 | Gaat niet door | Kaarten | Huis van de wijk, Zandweerd",
    "Vrijdag 27 november | Niets",
    "Zaterdag 28 november | 12.00–14.00 | Soep | Huis van de wijk, Zandweerd",
]


def test_week_names_seven_days_and_says_where_there_is_nothing(window: Visit, address: str) -> None:
    go_on(window, f"{address}{EMBED}?form=week")
    assert days(window.page) == WEEK
    go_on(window, f"{address}{EMBED}?form=week&topic=bewegen")
    assert [day.rpartition(" | ")[2] for day in days(window.page)] == [
        *("Niets", "De Dijk, Rivierenwijk", "Niets", "De Dijk, Rivierenwijk", "Niets", "Niets"),
        "Huis van de wijk, Zandweerd",
    ]
    go_on(window, f"{address}{EMBED}?form=week&weekday=monday&weekday=friday")
    assert days(window.page) == [WEEK[1], WEEK[5]]
    assert axe.violations(window.page) == []


def test_week_of_another_day_than_that_of_the_build_is_that_of_today(window: Visit, address: str) -> None:
    page = at(window, "2026-11-25T12:00:00+01:00", f"{address}{EMBED}?form=week")
    assert days(page) == [
        "Vandaag | Woensdag 25 november | hele dag tot en met wo 25 nov | Wintermarkt | De Dijk, Rivierenwijk",
        WEEK[4].replace("Donderdag", "Morgen | Donderdag"),
        *WEEK[5:],
        "Zondag 29 november | 14.00–16.00 | Zondagkoffie | Huis van de wijk, Zandweerd",
        "Maandag 30 november | 10.00–11.30 | Wandelen | De Dijk, Rivierenwijk",
        "Dinsdag 1 december | Niets",
    ]
    page = at(window, "2026-11-24T23:00:00+01:00", f"{address}{EMBED}?form=week&topic=bewegen")
    assert days(page)[0] == "Vandaag | Dinsdag 24 november | Niets"
    page = at(window, "2026-11-25T23:00:00+01:00", f"{address}{EMBED}?form=week&topic=bewegen")
    assert days(page)[0] == "Vandaag | Woensdag 25 november | Niets meer"
    page = at(window, "2026-11-23T00:30:00+01:00", f"{address}{EMBED}?form=week")
    assert "Nachtfilm" in days(page)[0], "it goes on past midnight"


def test_week_of_a_list_that_does_not_know_all_of_it_says_nothing_of_the_rest(window: Visit, address: str) -> None:
    page = at(window, "2026-11-27T12:00:00+01:00", f"{address}embed/agenda/2026/11/?form=week")
    assert [day.split(" | ")[:2] for day in days(page)] == [
        ["Vandaag", "Vrijdag 27 november"],
        ["Morgen", "Zaterdag 28 november"],
        ["Zondag 29 november", "14.00–16.00"],
        ["Maandag 30 november", "10.00–11.30"],
    ]


BANNER = {
    ("2026-11-22T12:00", ""): None,
    ("2026-11-26T10:00", ""): "Kaarten, 14.00–16.00. Gaat niet door.",
    ("2026-11-26T10:00", "form=compact"): "Kaarten, 14.00–16.00. Gaat niet door.",
    ("2026-11-26T10:00", "form=week&part=afternoon"): "Kaarten, 14.00–16.00. Gaat niet door.",
    ("2026-11-26T10:00", "topic=bewegen"): None,
    ("2026-11-26T16:00", ""): None,
    ("2026-11-27T09:00", ""): None,
}


def test_what_does_not_go_ahead_is_said_on_its_day_until_its_end_if_it_was_chosen(window: Visit, address: str) -> None:
    found = {}
    for moment, query in BANNER:
        page = at(window, f"{moment}:00+01:00", f"{address}{EMBED}?{query}")
        banner = page.locator("[data-otherwise]")
        found[moment, query] = lines(banner.inner_text())[1] if banner.is_visible() else None
    assert found == BANNER
    window.page.context.clock.set_fixed_time("2026-11-22T12:00:00+01:00")


def test_nothing_that_fits_is_said_with_a_way_to_all(window: Visit, address: str) -> None:
    go_on(window, f"{address}embed/wijken/zandweerd/?topic=zingen&area=zandweerd")
    message = window.page.locator("#nothing-fits")
    assert lines(message.inner_text()) == ["Er zijn hier nu geen activiteiten die passen. Bekijk de hele lijst"]
    assert message.locator("a").evaluate(
        "link => [link.href, link.target || document.querySelector('base').target]"
    ) == [
        f"{address}wijken/zandweerd/",
        "_top",
    ]
    assert shown(window.page) == []


NONE = "Er zijn hier nu geen activiteiten die passen. Bekijk de hele lijst"
LEFT = {
    # what fits is over today, and what is not over does not fit: no day without dates
    ("embed/agenda/?topic=bewegen&n=1", "2026-11-25T12:00"): (["Zaterdag 28 november"], None),
    ("embed/agenda/?form=compact&topic=bewegen&n=1", "2026-11-25T12:00"): (["Zaterdag 28 november"], None),
    # what lies behind is folded away, or not there at all: it is nothing to go to
    ("embed/agenda/2026/w47/?weekday=thursday", "2026-11-22T12:00"): ([], NONE),
    ("embed/agenda/2026/w47/?form=compact&weekday=thursday", "2026-11-22T12:00"): ([], NONE),
    ("embed/agenda/2026/w47/?form=week&weekday=thursday", "2026-11-22T12:00"): ([], NONE),
    ("embed/agenda/2026/w47/?form=week&weekday=sunday&free=1", "2026-11-22T12:00"): (
        ["Vandaag Zondag 22 november"],
        None,
    ),
}


def test_no_day_stands_there_without_dates_and_no_list_without_a_word(window: Visit, address: str) -> None:
    found = {}
    for path, moment in LEFT:
        page = at(window, f"{moment}:00+01:00", address + path)
        named = [
            " ".join(one.split())
            for one in page.locator("main .day:not([data-past]) > .day-name:visible").all_inner_texts()
        ]
        message = page.locator("#nothing-fits")
        found[path, moment] = (named, lines(message.inner_text())[0] if message.is_visible() else None)
    assert found == LEFT
    window.page.context.clock.set_fixed_time("2026-11-22T12:00:00+01:00")


def test_links_leave_the_frame_and_take_the_choice_along_but_not_the_look(window: Visit, address: str) -> None:
    look = "form=compact&accent=0055aa&n=3"
    go_on(window, f"{address}{EMBED}?{look}&free=1&weekday=saturday")
    more = window.page.locator(".more a")
    assert more.get_attribute("href") == "../../agenda/?weekday=saturday&free=1"
    assert window.page.evaluate("() => document.querySelector('base').target") == "_top"
    go_on(window, f"{address}{EMBED}?{look}&links=new")
    assert window.page.evaluate("() => document.querySelector('base').target") == "_blank"
    assert lines(window.page.locator(".more").inner_text())[-1].endswith("Links openen in een nieuw venster.")
    assert more.evaluate("link => link.textContent") == "Meer op Streekagenda (opent in een nieuw venster)"
    with window.page.expect_popup() as popup:
        window.page.locator(".card a").first.click()
    assert popup.value.url == f"{address}activiteiten/de-kern/markt/#2026-11-21"
    assert popup.value.evaluate("() => window.opener") is None
    popup.value.close()


def test_heading_can_be_left_to_the_host(window: Visit, address: str) -> None:
    go_on(window, f"{address}{EMBED}?heading=none")
    assert window.page.get_by_role("heading", level=1).all_inner_texts() == ["Agenda"]
    box = window.page.locator("h1").bounding_box()
    assert box
    assert (box["width"], box["height"]) == (1, 1)


REDIRECTED = {
    "embed/wijken/zandweerd/?n=2#lang=en": "en/embed/areas/zandweerd/?n=2#lang=en",
    "en/embed/areas/zandweerd/?n=2#lang=nl&accent=0055aa": "embed/wijken/zandweerd/?n=2#lang=nl&accent=0055aa",
    "embed/wijken/zandweerd/#lang=nl": "embed/wijken/zandweerd/#lang=nl",
    "embed/wijken/zandweerd/#lang=fy": "embed/wijken/zandweerd/#lang=fy",
    "embed/#lang=en": "en/embed/#lang=en",
}


def test_language_of_the_host_leads_to_the_twin(window: Visit, address: str) -> None:
    for asked, wanted in REDIRECTED.items():
        go_on(window, address + asked)
        window.page.wait_for_url(address + wanted)


def test_nothing_is_kept_and_nobody_is_asked(window: Visit, address: str) -> None:
    go_on(window, f"{address}{EMBED}?form=week&accent=0055aa#lang=nl")
    assert window.page.context.cookies() == []
    assert window.page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    assert window.complaints == []


HOST = """<!doctype html><html lang="nl"><title>Host</title><script>
addEventListener('message', (event) => (window.heard ||= []).push(event.data))
</script><h1>Bibliotheek</h1><iframe title="Agenda" width="320" height="400" sandbox="SANDBOX" src="SRC"></iframe>"""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("host")
    with served(folder) as where:
        yield folder, where


def framed(window: Visit, host: tuple[Path, str], src: str, sandbox: str) -> Frame:
    folder, where = host
    name = f"{len(list(folder.iterdir()))}.html"  # what a browser has once it keeps for a while
    (folder / name).write_text(HOST.replace("SANDBOX", sandbox).replace("SRC", src), encoding="utf-8")
    go_on(window, where + name)
    return window.page.frames[1]


def heard(page: Page, of: str) -> list[dict[str, Any]]:
    page.wait_for_function("of => (window.heard || []).some(one => one.type === of || one.message === of)", arg=of)
    found: list[dict[str, Any]] = page.evaluate("() => window.heard")
    return [one for one in found if of in {one.get("type"), one.get("message")}]


def true_height(frame: Frame) -> int:
    found: int = frame.evaluate("() => Math.ceil(document.body.getBoundingClientRect().height)")
    return found


def test_height_is_told_again_when_something_opens_and_when_text_grows(
    window: Visit, host: tuple[Path, str], address: str
) -> None:
    frame = framed(window, host, f"{address}embed/agenda/2026/11/?n=3", "allow-scripts allow-same-origin")
    page = window.page
    last = "height => (window.heard || []).at(-1)?.height === height"
    first = true_height(frame)
    page.wait_for_function(last, arg=first)
    frame.locator("details > summary").click()
    opened = true_height(frame)
    page.wait_for_function(last, arg=opened)
    set_text_size(page, 200)
    page.wait_for_function("before => window.heard.at(-1).height > before", arg=opened)
    assert first < opened < true_height(frame)
    assert {tuple(one) for one in heard(page, "streekagenda")} == {("type", "height")}
    page.locator("iframe").evaluate("(frame, height) => (frame.height = height)", true_height(frame))
    assert frame.evaluate("() => document.scrollingElement.scrollHeight - innerHeight") == 0
    assert frame.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") == 0


def test_frame_without_an_origin_works_and_speaks_to_a_wordpress(
    window: Visit, host: tuple[Path, str], address: str
) -> None:
    frame = framed(window, host, f"{address}{EMBED}?n=5&accent=0055aa#?secret=aB3xyz", "allow-scripts")
    page = window.page
    heights = heard(page, "height")
    assert frame.evaluate("() => origin") == "null"
    assert {(one["value"], one["secret"]) for one in heights} == {(true_height(frame), "aB3xyz")}
    assert len(shown(frame)) == 5
    assert frame.evaluate("() => document.querySelector('.card .icon').getBBox().width > 5"), "drawings are its own"
    frame.locator(".card a").first.click()
    assert heard(page, "link") == [
        {"message": "link", "value": f"{address}activiteiten/de-kern/markt/#2026-11-21", "secret": "aB3xyz"}
    ]
    assert frame.evaluate("() => getComputedStyle(document.querySelector('.card a')).color") == "rgb(0, 85, 170)"
    assert [one for one in window.complaints if host[1] not in one] == []
