"""The page of changes while time goes on: what is over goes away, and the day of a change is called today only on that day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, expect

from streekagenda.model.details import Status
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.pages import changes
from tests.browser.serving import served
from tests.examples import event, single
from tests.publications.turned_sites import site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOUP = event(single("2026-11-24", "12:00-13:00"), id="de-brug/soep", title="Soep")
SONG = event(single("2026-11-26", "10:00-11:00"), id="de-brug/zang", title="Zang")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("changes")
    off = [(one, replace(one, status=Status.CANCELLED), "2026-11-22") for one in (SOUP, SONG)]
    whole = site(*off)
    files = {one.path: one.content for one in changes.pages(edition(whole, "nl"))} | dict(whole.static)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    with served(folder, base="/") as found:
        yield found


@pytest.mark.browser
@pytest.mark.parametrize(
    ("now", "near", "seen"),
    [
        ("2026-11-22T11:30:00Z", "Vandaag", ["Soep", "Zang"]),
        ("2026-11-23T00:30:00+01:00", "", ["Soep", "Zang"]),
        ("2026-11-24T13:00:00+01:00", "", ["Zang"]),
        ("2027-11-22T12:00:00+01:00", None, []),
    ],
)
def test_what_is_over_goes_away(browser: Browser, address: str, now: str, near: str | None, seen: list[str]) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800}, timezone_id="America/New_York")
    page.clock.set_fixed_time(now)
    page.goto(f"{address}wijzigingen/")
    nothing = page.get_by_text("Er is niets veranderd aan wat nog komt.")
    assert [one.inner_text() for one in page.locator(".turn-title a:visible").all()] == seen
    assert nothing.is_visible() is not bool(seen)
    if near is not None:
        expect(page.locator(".day-name .is-near")).to_have_text(near)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()
