"""A page after the day of its build: no past moment shown as coming, and "today" is the reader's today in the region."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser import small_site
from tests.browser.chromium import address_of, visit
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LISTS = (
    "",
    "agenda/",
    "wijken/zandweerd/",
    "agenda/2026/11/",
    "agenda/2026/w48/",
    "embed/agenda/",
    "onderwerpen/bewegen/",
)
NIGHT, AFTER_MIDNIGHT = "2026-11-22T23:30:00+01:00", "2026-11-23T00:30:00+01:00"
THREE_DAYS, A_YEAR = "2026-11-25T09:00:00+01:00", "2027-11-22T12:00:00+01:00"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = small_site.written(small_site.made(), tmp_path_factory.mktemp("small"))
    with served(folder, base="/agenda/") as where:
        yield where


def coming(page: Page) -> list[str]:
    """When each card ends that a reader sees as coming."""
    found: list[str] = page.eval_on_selector_all(
        ".card", "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.until)"
    )
    return found


def led_to(page: Page) -> list[str]:
    """The days that links of the page lead to."""
    found: list[str] = page.eval_on_selector_all(
        "a[href*='#d-']", "all => all.filter(one => one.checkVisibility()).map(one => one.hash.slice(3))"
    )
    return found


def days(page: Page) -> list[str]:
    return [" ".join(one.split()) for one in page.locator(".day-name:visible").all_inner_texts()]


@pytest.mark.parametrize("now", [NIGHT, AFTER_MIDNIGHT, THREE_DAYS, A_YEAR])
def test_nothing_that_is_over_is_shown_as_coming(browser: Browser, address: str, now: str) -> None:
    with visit(browser, address, now=now) as seen:
        for path in LISTS:
            seen.page.goto(address + path)
            seen.page.wait_for_load_state("networkidle" if path == "" else "load")
            shown = coming(seen.page)
            assert [until for until in shown if until <= now[:16]] == [], path
            assert bool(shown) is (now != A_YEAR), path
            assert [day for day in led_to(seen.page) if day < now[:10]] == [], path
            assert seen.page.locator("[data-old]").is_visible() is (now == A_YEAR), path


TODAYS = {
    "2026-11-22T12:00:00+01:00": ["Vandaag Zondag 22 november", "Morgen Maandag 23 november"],
    NIGHT: ["Vandaag Zondag 22 november", "Morgen Maandag 23 november"],
    AFTER_MIDNIGHT: ["Nu bezig Zondag 22 november", "Vandaag Maandag 23 november", "Morgen Dinsdag 24 november"],
    "2026-11-23T09:00:00+01:00": ["Nu bezig Zondag 22 november", "Vandaag Maandag 23 november"],
    "2026-11-26T09:00:00+01:00": ["Vandaag Donderdag 26 november", "Zaterdag 28 november"],
}


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "America/New_York", "Asia/Tokyo"])
def test_today_is_that_of_the_region_wherever_the_reader_is(browser: Browser, address: str, zone: str) -> None:
    with visit(browser, address + "agenda/", zone=zone) as seen:
        for now, expected in TODAYS.items():
            seen.page.clock.set_fixed_time(now)
            seen.page.reload()
            assert days(seen.page)[: len(expected)] == expected, now


def test_page_that_stays_open_over_midnight_follows(browser: Browser, address: str) -> None:
    with visit(browser, address + "agenda/", now=NIGHT) as seen:
        before = days(seen.page)[0]
        seen.page.clock.set_fixed_time("2026-11-23T01:30:00+01:00")
        seen.page.evaluate("dispatchEvent(new Event('pageshow'))")
        after = days(seen.page)[:2]
    assert (before, after) == (
        "Vandaag Zondag 22 november",
        ["Nu bezig Zondag 22 november", "Vandaag Maandag 23 november"],
    )


def shown_on_home(page: Page, part: str) -> tuple[str, list[str]]:
    section = page.locator(f"[data-shows={part}]")
    heading = " ".join(section.locator("h2").inner_text().split())
    return heading, section.locator(".card-title").all_inner_texts()


@pytest.mark.parametrize(
    ("now", "today", "tomorrow"),
    [
        (
            "2026-11-23T09:00:00+01:00",
            ("Vandaag maandag 23 november", ["Wintermarkt", "Wandelen"]),
            ("Morgen dinsdag 24 november", ["Wintermarkt", "Lezing"]),
        ),
        (
            THREE_DAYS,
            ("Vandaag woensdag 25 november", ["Wintermarkt", "Wandelen"]),
            ("Morgen donderdag 26 november", ["Kaarten"]),
        ),
    ],
)
def test_home_of_another_day_is_filled_from_the_page_of_the_week(
    browser: Browser, address: str, now: str, today: tuple[str, list[str]], tomorrow: tuple[str, list[str]]
) -> None:
    with visit(browser, address, now=now) as seen:
        seen.page.wait_for_load_state("networkidle")
        assert shown_on_home(seen.page, "today") == today
        assert shown_on_home(seen.page, "tomorrow") == tomorrow
        link = str(seen.page.locator("[data-shows=today] .card a").last.get_attribute("href"))
        assert link.startswith(address + "activiteiten/de-kern/wandelen/")
        assert seen.complaints == []


def test_home_that_knows_nothing_of_today_says_so(browser: Browser, address: str) -> None:
    with visit(browser, address, now=A_YEAR) as seen:
        seen.page.wait_for_load_state("networkidle")
        assert shown_on_home(seen.page, "today") == ("Vandaag maandag 22 november", [])
        assert "Dit kunnen we nu niet laten zien." in seen.page.locator("[data-shows=today]").inner_text()
        assert "Deze pagina is van zondag 22 november 2026." in seen.page.locator("[data-old]").inner_text()


def test_chosen_neighbourhood_goes_along_in_the_address(browser: Browser, address: str) -> None:
    with visit(browser, address + "?area=rivierenwijk") as seen:
        seen.page.wait_for_load_state("networkidle")
        assert seen.page.locator("[data-looking]").inner_text().startswith("Je kijkt bij: Rivierenwijk")
        assert shown_on_home(seen.page, "today")[1] == ["Wintermarkt"]
        seen.page.get_by_role("link", name="Agenda", exact=True).click()
        assert address_of(seen.page) == address + "agenda/?area=rivierenwijk"
        seen.page.locator("[data-looking]").wait_for()  # the list says it when its script has narrowed it down
        assert set(seen.page.locator(".card-place:visible").all_inner_texts()) == {"De Dijk, Rivierenwijk"}
        seen.page.get_by_role("link", name="Bekijk heel de regio").click()
        assert address_of(seen.page) == address + "agenda/"


def test_neighbourhood_that_the_site_does_not_have_is_ignored(browser: Browser, address: str) -> None:
    with visit(browser, address + "agenda/?area=nergens") as one, visit(browser, address + "agenda/") as other:
        assert not one.page.locator("[data-looking]").is_visible()
        assert coming(one.page) == coming(other.page)


def test_without_script_a_page_is_right_as_of_the_day_that_it_names(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "agenda/")
    assert days(page)[:2] == ["Vandaag Zondag 22 november", "Morgen Maandag 23 november"]
    assert re.search("Bijgewerkt op zondag 22 november 2026", page.locator("footer").inner_text())
    assert not page.locator("[data-old]").is_visible()
    context.close()
