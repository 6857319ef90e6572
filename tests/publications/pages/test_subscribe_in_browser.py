"""Subscribing as people do it: with a keyboard, without scripts, and from paper."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from tests.browser.chromium import visit

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

MOST = 60_000
"""Octets of the first visit, compressed."""
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 14_8 like Mac OS X) AppleWebKit/605.1.15 Version/14.1 Mobile/15E148 Safari/604.1"


def focused(page: Page) -> str:
    """What the element that has the focus says, without what surrounds it."""
    said: str = page.evaluate("document.activeElement.innerText")
    return " ".join(said.split())


def tab_to(page: Page, words: str, most: int = 40) -> None:
    """Press Tab until something that begins with these words has the focus, and is to be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page).startswith(words):
            assert page.evaluate("document.activeElement.getBoundingClientRect().height > 20")
            return
    pytest.fail(f"{words!r} is not reached in {most} presses; the last was {focused(page)!r}")


@pytest.mark.browser
def test_somebody_without_a_mouse_chooses_a_neighbourhood_and_a_device(browser: Browser, example_address: str) -> None:
    with visit(browser, f"{example_address}abonneren/") as seen:
        page = seen.page
        tab_to(page, "Wijken en dorpen")
        page.keyboard.press("Enter")
        page.wait_for_url("**/abonneren/wijken/")
        tab_to(page, "Zandweerd", most=60)
        page.keyboard.press("Enter")
        page.wait_for_url("**/abonneren/wijken/zandweerd/")
        tab_to(page, "Android-telefoon")
        assert page.get_by_role("link", name="Google").is_hidden()
        page.keyboard.press("Enter")
        tab_to(page, "Google", most=1)
        assert page.evaluate("document.activeElement.href") == (
            "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fstreekagenda.example.org%2Fagenda%2Ffeeds%2Farea%2Fzandweerd.ics"
        )
        assert seen.complaints == []


@pytest.mark.browser
def test_without_scripts_every_device_can_be_opened(browser: Browser, example_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{example_address}abonneren/wijken/zandweerd/")
    for summary in page.locator("main summary").all():
        summary.click()
    links = page.locator("main .devices a.button").all()
    assert [link.text_content() for link in links if link.is_visible()] == [
        "Apple: Zandweerd",
        "Google: Zandweerd",
        "Apple: Zandweerd",
        "Outlook: Zandweerd",
        "Outlook werk: Zandweerd",
    ]
    assert page.locator("#address").inner_text().endswith("/feeds/area/zandweerd.ics")
    assert page.locator("main button").count() == page.locator("main [hidden] button").count()
    context.close()


@pytest.mark.browser
def test_an_iphone_sees_its_own_steps_first(browser: Browser, example_address: str) -> None:
    context = browser.new_context(user_agent=IPHONE, viewport={"width": 375, "height": 667})
    page = context.new_page()
    page.goto(f"{example_address}abonneren/")
    page.wait_for_selector("#apple[open]")
    assert page.locator("main details[open]").count() == 1
    context.close()


@pytest.mark.browser
def test_a_phone_reads_both_codes_from_the_screen(browser: Browser, example_address: str, tmp_path: Path) -> None:
    with visit(browser, f"{example_address}abonneren/wijken/zandweerd/", width=375, scheme="dark") as seen:
        read = []
        for number, code in enumerate(seen.page.locator("svg.qr").all()):
            code.screenshot(path=tmp_path / f"{number}.png")
            read += [one.text for one in zxingcpp.read_barcodes(Image.open(tmp_path / f"{number}.png"))]
    assert read == [
        "https://streekagenda.example.org/agenda/abonneren/wijken/zandweerd/",
        "webcal://streekagenda.example.org/agenda/feeds/area/zandweerd.ics",
    ]


@pytest.mark.browser
def test_the_sheet_for_the_library_is_one_page_of_paper(browser: Browser, example_address: str) -> None:
    for path in ("abonneren/hulpblad/", "en/subscribe/help-sheet/"):
        with visit(browser, example_address + path) as seen:
            paper = seen.page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1, path


def test_the_first_visit_weighs_little(example_site: Path) -> None:
    for page in sorted((example_site / "abonneren").rglob("index.html")):
        text = page.read_bytes()
        loaded = {
            page,
            *(_file(page, found) for found in re.findall(rb'(?:href|src)="([^"?#]*static/[^"?#]+)', text)),
        }
        weight = sum(len(gzip.compress(file.read_bytes())) for file in loaded)
        assert weight < MOST, (page, weight)


def _file(page: Path, link: bytes) -> Path:
    return (page.parent / link.decode()).resolve()
