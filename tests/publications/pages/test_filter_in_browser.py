"""Lists narrowed down: in the browser the same as by the model, by keyboard, said aloud; and ready without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from streekagenda.model.place import Place
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import coming
from tests.browser import axe, small_site
from tests.browser.chromium import address_of, visit
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.site import Site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def whole() -> Site:
    return small_site.made(in_region={"languages": ("nl", "en")})


@pytest.fixture(scope="module")
def address(whole: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site.written(whole, tmp_path_factory.mktemp("small")), base="/agenda/") as where:
        yield where


def facility(one: Occurrence, wanted: str) -> bool:
    there = one.place.facilities if isinstance(one.place, Place) else ()
    return any(term.id == wanted for term in (*there, *one.event.facilities))


def on_weekday(one: Occurrence, number: int) -> bool:
    """Whether an occurrence touches a day of the week; 0 is Monday."""
    length = (one.moment.last - one.moment.first).days
    return any((one.moment.first.weekday() + step) % 7 == number for step in range(length + 1))


def starts(one: Occurrence, first: int, last: int) -> bool:
    return one.moment.hours is None or first <= one.moment.hours.start.hour < last


CHOICES: dict[str, Callable[[Occurrence], bool]] = {
    "": lambda _: True,
    "area=rivierenwijk": lambda one: one.area is not None and "rivierenwijk" in one.area.line,
    "topic=bewegen": lambda one: any(term.id == "bewegen" for term in one.event.topics),
    "topic=bewegen&topic=ontmoeten": lambda _: True,
    "audience=ouderen": lambda one: any(term.id == "ouderen" for term in one.event.audiences),
    "weekday=monday&weekday=tuesday": lambda one: on_weekday(one, 0) or on_weekday(one, 1),
    "part=morning": lambda one: starts(one, 5, 12),
    "part=evening": lambda one: starts(one, 17, 24),
    "free=1": lambda one: one.price is not None and one.price.amount == 0,
    "walk-in=1": lambda one: one.booking is None or not one.booking.required,
    "facility=rolstoel": lambda one: facility(one, "rolstoel"),
    "language=ar": lambda one: "ar" in one.event.languages,
    "free=1&walk-in=1&topic=bewegen": lambda one: one.event.id == "de-kern/soep",
    "area=rivierenwijk&weekday=monday&part=morning": lambda one: (
        one.event.id in {"de-kern/wandelen", "de-kern/markt"} and on_weekday(one, 0)
    ),
    "area=zandweerd&part=morning": lambda _: False,
}


def shown(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "main .card",
        "all => all.filter(one => one.checkVisibility()).map(one => one.querySelector('a').getAttribute('href'))",
    )
    return [one.partition("activiteiten/")[2] for one in found]


def said(page: Page) -> str:
    return page.locator("[data-filter] [role=status]").inner_text()


def test_every_choice_in_the_address_leaves_what_the_model_says(browser: Browser, whole: Site, address: str) -> None:
    listed = coming(whole, Selection()).shown
    with visit(browser, address + "agenda/") as seen:
        for query, wanted in CHOICES.items():
            seen.page.goto(f"{address}agenda/?{query}")
            expected = [one for one in listed if wanted(one)]
            links = [f"{one.event.id}/" + f"#{one.moment.first}" for one in expected]
            assert [
                link.replace("/?area=rivierenwijk", "/").replace("/?area=zandweerd", "/") for link in shown(seen.page)
            ] == links, query
            assert said(seen.page) == f"Activiteiten in deze lijst: {sum(one.takes_place for one in expected)}", query


def test_choices_combine_at_once_with_counts_and_stay_in_the_address(browser: Browser, address: str) -> None:
    with visit(browser, address + "agenda/", width=390) as seen:
        page = seen.page
        page.locator("[data-filter] > details > summary").click()
        for summary in page.locator("[data-filter] form summary").all():
            summary.click()
        page.get_by_label("Bewegen").check()
        page.get_by_label("Gratis").check()
        page.get_by_label("Maandag").check()
        assert said(page) == "Activiteiten in deze lijst: 0"
        counts = [
            " ".join(page.locator("label", has_text=name).inner_text().split())
            for name in ("Bewegen", "Ontmoeten", "Zaterdag", "Zondag")
        ]
        assert counts == ["Bewegen (0)", "Ontmoeten (0)", "Zaterdag (4)", "Zondag (0)"]
        assert set(address_of(page).partition("?")[2].split("&")) == {"topic=bewegen", "weekday=monday", "free=1"}
        assert (
            page.locator(".filter .message").inner_text().startswith("In deze lijst past niets bij alles wat je koos.")
        )
        page.get_by_role("button", name="Zonder ‘Maandag’: 4").click()
        assert said(page) == "Activiteiten in deze lijst: 4"
        page.reload()
        assert said(page) == "Activiteiten in deze lijst: 4"
        page.locator(".languages a").click()
        assert address_of(page).startswith(address + "en/agenda/?")
        assert said(page) == "Activities in this list: 4"
        page.go_back()
        assert said(page) == "Activiteiten in deze lijst: 4"
        page.get_by_role("button", name="Wis alles").click()
        assert address_of(page) == address + "agenda/"
        assert axe.violations(page) == []
        assert seen.overflow == 0, seen.sticking_out
        # what a reader leaves before it has come is no complaint
        assert [one for one in seen.complaints if not one.startswith("failed: ")] == []


def focused(page: Page) -> str:
    words: str = page.evaluate("() => (document.activeElement.closest('label') || document.activeElement).textContent")
    return " ".join(words.split())


def test_filter_by_keyboard_alone(browser: Browser, address: str) -> None:
    with visit(browser, address + "agenda/") as seen:
        page = seen.page
        page.locator("[data-filter] > details > summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page) == "Wijk of dorp"
        page.keyboard.press("Enter")
        for _ in range(3):
            page.keyboard.press("Tab")
        assert focused(page).startswith("Rivierenwijk")
        page.keyboard.press("Space")
        assert focused(page).startswith("Rivierenwijk")  # it stays where it was
        assert page.evaluate("location.href") == address + "agenda/?area=rivierenwijk"
        page.keyboard.press("Space")
        assert page.evaluate("location.href") == address + "agenda/"
        page.keyboard.press("Space")
        chip = page.locator(".filter .chips button").first
        chip.focus()
        page.keyboard.press("Enter")
        assert focused(page) == "Kies wat je zoekt"


def test_ready_lists_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "agenda/")
    page.locator("[data-filter] summary").click()
    links = page.locator("[data-filter] a").all_inner_texts()
    assert links[:4] == ["Gratis", "Loop gewoon binnen", "In het weekend", "Rolstoel"]
    page.get_by_role("link", name="Rolstoel").click()
    assert address_of(page) == address + "agenda/rolstoel/"
    assert {one.partition("/#")[0] for one in shown(page)} == {"de-kern/markt", "de-kern/wandelen"}
    page.goto(address + "wijken/rivierenwijk/")
    page.locator("[data-filter] summary").click()
    page.get_by_role("link", name="Bewegen").click()
    assert address_of(page) == address + "wijken/rivierenwijk/onderwerpen/bewegen/"
    assert page.locator("h1").inner_text() == "Bewegen in Rivierenwijk"
    assert {one.partition("/#")[0] for one in shown(page)} == {"de-kern/wandelen"}
    assert page.locator("link[type='text/calendar']").get_attribute("href") == (
        "../../../../feeds/area/rivierenwijk/topic/bewegen.ics"
    )
    context.close()
