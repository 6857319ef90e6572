"""Everything but searching and the map can be done without JavaScript: a reader who has none walks each task by links."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TODAY = "zondag 22 november"


@pytest.fixture
def page(browser: Browser, example_address: str) -> Iterator[Page]:
    """The home page, on a phone on which no script runs."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}, locale="nl-NL")
    page = context.new_page()
    page.goto(example_address)
    yield page
    context.close()


def follow(page: Page, name: str | re.Pattern[str], *, within: str = "main") -> None:
    """Click the first link that is called so, as somebody does who reads from above."""
    page.locator(within).get_by_role("link", name=name).first.click()


def path(page: Page, address: str) -> str:
    return page.url.removeprefix(address)


def test_what_is_on_today_in_my_neighbourhood(page: Page, example_address: str) -> None:
    assert TODAY in page.locator("main").inner_text().lower()
    page.goto(example_address)
    follow(page, "Wijken", within="header, nav")
    assert path(page, example_address) == "wijken/"
    follow(page, "Zandweerd")
    assert path(page, example_address) == "wijken/zandweerd/"
    first = page.locator("[data-day]").first
    assert "22 november" in first.inner_text()
    assert first.locator(".card a").first.is_visible()


def test_a_ready_selection_narrows_what_is_on(page: Page, example_address: str) -> None:
    page.goto(f"{example_address}agenda/")
    everything = page.locator(".card").count()
    href = page.locator("main a[href*='gratis'], main a[href*='inloop']").first.get_attribute("href")
    page.goto(f"{example_address}agenda/{href}")
    assert 0 < page.locator(".card").count() < everything
    page.goto(f"{example_address}wijken/deventer/onderwerpen/samen-eten/")
    assert page.locator(".card").count() > 0


def test_an_event_says_when_where_and_how_to_sign_up(page: Page, example_address: str) -> None:
    page.goto(f"{example_address}agenda/")
    page.locator(".card a").first.click()
    assert path(page, example_address).startswith("activiteiten/")
    facts = page.locator("main dt").all_inner_texts()
    assert {"Wanneer", "Waar", "Aanmelden", "Organisatie"} <= {fact.strip() for fact in facts}
    assert page.locator("main [data-dates] time, main .dates time").first.is_visible()
    assert page.locator("main a[href$='.ics']").count() > 0


def test_a_calendar_is_subscribed_to_in_each_way(page: Page, example_address: str) -> None:
    page.goto(f"{example_address}abonneren/wijken/zandweerd/")
    for summary in page.locator("main summary").all():
        summary.click()
    links = [link.get_attribute("href") or "" for link in page.locator("main a").all() if link.is_visible()]
    for beginning in (
        "https://calendar.google.com/",
        "webcal://",
        "https://outlook.live.com/",
        "https://outlook.office.com/",
    ):
        assert [link for link in links if link.startswith(beginning)], beginning
    assert "feeds/area/zandweerd.ics" in page.locator("main").inner_text()


def test_a_sheet_is_there_to_print(page: Page, example_address: str) -> None:
    page.goto(f"{example_address}abonneren/")
    sheet = page.locator("main a[href*='hulpblad']").first
    sheet.click()
    assert path(page, example_address).startswith("abonneren/hulpblad/")
    assert page.locator("main img, main svg").first.is_visible()


def test_what_has_changed_is_read(page: Page, example_address: str) -> None:
    page.locator("a[href$='wijzigingen/']").first.click()
    assert path(page, example_address) == "wijzigingen/"
    assert page.locator("main h1").is_visible()
    assert page.locator("link[type='application/atom+xml']").count() > 0


def test_an_activity_is_submitted_by_mail_or_telephone(page: Page, example_address: str) -> None:
    page.goto(f"{example_address}aanmelden/")
    for scheme in ("mailto:", "tel:"):
        assert page.locator(f"main a[href^='{scheme}']").first.is_visible(), scheme
    assert not page.locator("#submit-form").is_visible()


def test_the_language_is_another_on_the_same_page(page: Page, example_address: str) -> None:
    page.goto(f"{example_address}wijken/zandweerd/")
    switch = page.locator("header a[hreflang='ar']").first
    if not switch.is_visible():
        page.locator("header summary").first.click()
    switch.click()
    assert path(page, example_address) == "ar/areas/zandweerd/"
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("link[hreflang='nl']").get_attribute("href") == (
        f"https://streekagenda.example.org{example_address[example_address.index('/', 8) :]}wijken/zandweerd/"
    )


@pytest.mark.parametrize("address", ["zoeken/", "kaart/"])
def test_search_and_map_offer_the_ways_in(page: Page, example_address: str, address: str) -> None:
    page.goto(example_address + address)
    links = [link.get_attribute("href") or "" for link in page.locator("main a").all() if link.is_visible()]
    assert [link for link in links if re.match(r"(\.\./)(wijken|onderwerpen|doelgroepen|agenda|plekken)/", link)]


def test_every_task_by_keyboard_has_its_walk() -> None:
    """Filter, search, subscribe and the form, each by somebody without a mouse."""
    walks = {
        file.name
        for file in Path("tests").rglob("test_*_in_browser.py")
        if ".press(" in file.read_text(encoding="utf-8")
    }
    assert {f"test_{task}_in_browser.py" for task in ("filter", "search", "subscribe", "submit")} <= walks
