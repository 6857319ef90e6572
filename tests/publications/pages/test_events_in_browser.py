"""The page of an activity in the reader's hand: days after it was made, and what its buttons do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

COFFEE = "activiteiten/de-kern/zondagkoffie-zandweerd/"
"""Every Sunday from 14:00 to 16:00; the page was made on Sunday 22 November 2026 at noon."""
HOST = "https://streekagenda.example.org/agenda/"


@pytest.fixture
def phone(browser: Browser, example_address: str) -> Iterator[Page]:
    """A phone on which anything may be copied; it is in another time zone than the region."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, timezone_id="America/New_York")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=example_address.rstrip("/"))
    yield context.new_page()
    context.close()


def opened(page: Page, address: str, now: str) -> dict[str, Any]:
    """What is to be seen at a moment: the next time, what is over, and the sections that stand there."""
    page.clock.set_fixed_time(now)
    page.goto(address + COFFEE)
    page.wait_for_function("() => document.querySelector('[data-prints]').hidden === false")
    found: dict[str, Any] = page.evaluate(
        """() => {
            const seen = one => one && one.getClientRects().length > 0
            return {
                next: seen(document.querySelector('[data-next]')) ? document.querySelector('[data-next]').innerText : '',
                over: [...document.querySelectorAll('.is-over')].map(one => one.id).slice(0, 2),
                only: [...document.querySelectorAll('#subscribe summary')].filter(seen).length,
                invited: seen(document.querySelector('#ready')),
                ended: seen(document.querySelector('[data-from]')),
            }
        }"""
    )
    return found


@pytest.mark.browser
@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            "2026-11-22T15:59:00+01:00",
            {"next": "Zondag 22 november 2026 van 14.00 tot 16.00 uur", "over": [], "only": 2, "invited": True, "ended": False},
        ),
        (
            "2026-11-22T16:00:00+01:00",
            {"next": "Zondag 29 november 2026 van 14.00 tot 16.00 uur", "over": ["2026-11-22"], "only": 1, "invited": False, "ended": False},
        ),
        (
            "2026-12-13T23:30:00+01:00",
            {"next": "Zondag 20 december 2026 van 14.00 tot 16.00 uur", "over": ["2026-11-22", "2026-11-29"], "only": 1, "invited": False, "ended": False},
        ),
        (
            "2028-11-22T12:00:00+01:00",
            {"next": "", "over": ["2026-11-22", "2026-11-29"], "only": 1, "invited": False, "ended": True},
        ),
    ],
    ids=["as it ends", "when it is over", "three weeks later", "two years later"],
)  # fmt: skip
def test_an_old_page_says_what_is_next(phone: Page, example_address: str, now: str, expected: dict[str, Any]) -> None:
    assert opened(phone, example_address, now) == expected


@pytest.mark.browser
def test_the_text_for_a_neighbour_and_the_address_are_copied(phone: Page, example_address: str) -> None:
    opened(phone, example_address, "2026-11-22T12:00:00+01:00")
    phone.get_by_role("button", name="Kopieer de tekst").click()
    phone.get_by_text("Gekopieerd.").wait_for()
    copied = phone.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[0::5] == ["Ga je mee? Zondagkoffie in De Linde", f"{HOST}{COFFEE}#2026-11-22"]
    phone.get_by_role("button", name="Kopieer het adres").click()
    phone.wait_for_function("navigator.clipboard.readText().then(text => !text.includes('mee?'))")
    assert phone.evaluate("navigator.clipboard.readText()") == HOST + COFFEE


@pytest.mark.browser
def test_without_scripts_no_button_promises_what_it_cannot_do(browser: Browser, example_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_address + COFFEE)
    assert [one.inner_text() for one in page.locator("main button").all() if one.is_visible()] == []
    assert page.locator("#address").inner_text() == HOST + COFFEE
    assert page.locator("#ready").inner_text().startswith("Ga je mee?")
    assert page.get_by_role("link", name="Stuur als sms").is_visible()
    context.close()
