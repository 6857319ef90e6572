"""Home in the hand: what is in sight without scrolling, and what it looks like for who asks for something else."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, expect

from streekagenda.model.region import Theme
from streekagenda.publications import assets
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.pages import home
from tests import examples as ex
from tests.browser.serving import served
from tests.publications.html_sites import site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.browser

WEEK = ex.campaign(
    "week", title="Week van de buur", first=ex.day("2026-11-20"), last=ex.day("2026-12-20"), colour="#8a1f5c"
)
COFFEE = ex.event(ex.series(ex.rule("DAILY", "2026-09-06"), "14:00-16:00"), title="Koffie", campaigns=(WEEK,))
OPENING = ex.event(ex.series(ex.rule("DAILY", "2026-01-01"), "13:00-17:00")).schedule


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A home page with six languages and a blue house style, made on Sunday morning."""
    folder: Path = tmp_path_factory.mktemp("home")
    region = {"languages": ("nl", "en", "tr", "ar", "uk", "pl"), "theme": Theme(primary="#1f4e96")}
    whole = site(
        COFFEE, now=datetime(2026, 11, 22, 9), in_region=region, campaigns=(WEEK,), places=(ex.place(open=OPENING),)
    )
    for one in (*home.pages(edition(whole, "nl")), *assets.outputs(whole)):
        (folder / one.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / one.path).write_bytes(one.content)
    with served(folder, base="/agenda/") as found:
        yield found


def test_first_screen_of_a_phone_shows_today_and_the_choice_of_a_neighbourhood(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    bottoms = [
        box["y"] + box["height"]
        for one in (page.locator(".choose summary"), page.locator("#today"), page.locator(".card-title").first)
        if (box := one.bounding_box())
    ]
    assert len(bottoms) == 3
    assert max(bottoms) < 740
    context.close()


@pytest.mark.parametrize(
    ("scheme", "link", "label"),
    [("light", "rgb(31, 78, 150)", "rgb(138, 31, 92)"), ("dark", "rgb(176, 196, 225)", "rgb(226, 179, 206)")],
)
def test_house_style_and_accent_in_light_and_dark(
    browser: Browser, address: str, scheme: str, link: str, label: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".open-places a").first).to_have_css("color", link)
    expect(page.locator(".card .label").first).to_have_css("color", label)
    assert page.locator(".card .label").first.inner_text().strip() == "Week van de buur"  # never colour alone
    context.close()


def test_colours_of_the_system_leave_what_is_pressed_and_where_one_is_in_sight(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    first = page.locator(".button.is-first").first
    width = first.evaluate("one => parseFloat(getComputedStyle(one).borderTopWidth)")
    assert width == 3  # other buttons have 2
    expect(page.locator(".label").first).to_have_css("border-top-style", "solid")
    canvas, line = page.locator(".menu a").first.evaluate(
        "one => [getComputedStyle(document.body).backgroundColor, getComputedStyle(one).borderBottomColor]"
    )
    assert canvas == line
    context.close()


def test_more_contrast_makes_soft_words_and_lines_as_dark_as_text(browser: Browser, address: str) -> None:
    context = browser.new_context(contrast="more", java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".card").first).to_have_css("border-top-color", "rgb(30, 37, 33)")
    expect(page.locator(".day-note").first).to_have_css("color", "rgb(30, 37, 33)")
    context.close()


def test_on_paper_there_is_no_menu_and_no_button(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark", java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    for gone in (".menu", ".languages", ".buttons"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator(".card-title a").first).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator(".card .label").first).to_have_css("color", "rgb(0, 0, 0)")
    context.close()


@pytest.mark.parametrize(
    ("now", "open_now", "door"),
    [("12:30", False, True), ("13:00", True, True), ("16:59", True, True), ("17:00", False, False)],
)
def test_doors_that_are_open_now(browser: Browser, address: str, now: str, open_now: bool, door: bool) -> None:
    context = browser.new_context(timezone_id="America/New_York")
    page = context.new_page()
    page.clock.set_fixed_time(f"2026-11-22T{now}:00+01:00")
    page.goto(address)
    expect(page.locator(".open-places .is-good")).to_be_visible(visible=open_now)
    expect(page.locator(".open-places li")).to_be_visible(visible=door)
    expect(page.locator("#nothing-open")).to_be_visible(visible=not door)
    context.close()
