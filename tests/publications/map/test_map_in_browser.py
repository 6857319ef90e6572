"""The map as somebody uses it: nothing is asked of anybody before the button is pressed, and only pictures after it."""

from __future__ import annotations

import shutil
from base64 import b64decode
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from streekagenda.model.region import Tiles
from streekagenda.publications import assets
from streekagenda.publications import map as places_map
from tests import examples as ex
from tests.browser.axe import violations
from tests.browser.chromium import Visit, address_of, visit
from tests.browser.nu import errors
from tests.browser.serving import served
from tests.publications.html_sites import site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Route

pytestmark = pytest.mark.browser

SUNDAY = datetime(2026, 11, 22, 12)
HOST = "tiles.example.org"
PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
PLACES = (
    *(
        ex.place(f"huis-{number}", geo=(52.2 + number % 25 / 100, 6.1 + number // 25 / 100), area=ex.area("zandweerd"))
        for number in range(50)
    ),
    ex.place("park", area=ex.area("voorstad"), geo=(52.26, 6.15)),
    ex.place("plein", area=ex.area("voorstad")),
)


@pytest.fixture(scope="module", params=["map", "drawing"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, kind: str) -> Path:
    whole = site(
        ex.event(ex.single("2026-11-22", "14:00-16:00"), ex.single("2026-11-29"), place=PLACES[50]),
        now=SUNDAY,
        places=PLACES,
        in_region={
            "languages": ("nl", "ar"),
            "areas": (ex.municipality("deventer", "zandweerd", "voorstad"),),
            "tiles": Tiles(template=f"https://{HOST}/{{z}}/{{x}}/{{y}}.png", attribution="© <b>Kadaster</b>")
            if kind == "map"
            else None,
        },
    )
    made: Path = tmp_path_factory.mktemp(kind)
    for output in (
        *(one for language in ("nl", "ar") for one in places_map.outputs(whole, language)),
        *places_map.code(whole),
        *assets.outputs(whole),
    ):
        file = made / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.content)
    return made


@contextmanager
def opened(
    browser: Browser, folder: Path, path: str = "kaart/", width: int = 1280
) -> Iterator[tuple[Visit, list[str]]]:
    """The page, and the hosts that were asked beside its own: a stand-in answers for the tiles."""
    with served(folder, base="/agenda/") as address, visit(browser, "about:blank", width=width) as seen:
        seen.page.set_default_timeout(15_000)
        seen.page.clock.set_fixed_time(SUNDAY)
        hosts: list[str] = []

        def answer(route: Route) -> None:
            host = urlsplit(route.request.url).netloc
            if host == urlsplit(address).netloc:
                route.continue_()
                return
            hosts.append(host)
            route.fulfill(body=PICTURE, content_type="image/png")

        seen.page.route("**/*", answer)
        seen.page.goto(address + path)
        yield seen, hosts
        assert [one for one in seen.complaints if not one.startswith("asked another host")] == []


def test_tiles_are_asked_after_the_click_and_of_their_host_alone(browser: Browser, folder: Path, kind: str) -> None:
    with opened(browser, folder) as (seen, hosts):
        page = seen.page
        assert hosts == []
        if kind == "drawing":
            assert page.locator("button").count() == 0
            assert page.locator("svg.drawing a").count() == 3
            return
        page.get_by_role("button", name="Toon de kaart").press("Enter")
        page.wait_for_selector(".leaflet-tile-loaded")
        assert set(hosts) == {HOST}
        markers = page.locator(".leaflet-marker-icon")
        assert markers.count() == page.locator(".spot[data-geo]").count() == 51
        assert page.inner_text(".leaflet-control-attribution") == "© <b>Kadaster</b>"
        page.select_option("#in-area", "voorstad")
        assert markers.count() == page.locator(".spot[data-geo]:visible").count() == 1
        assert address_of(page).endswith("/kaart/?area=voorstad")
        markers.first.focus()
        page.keyboard.press("Enter")
        popup = page.locator(".leaflet-popup-content")
        assert popup.inner_text().split("\n")[0] == "Park"
        assert "Zondag 22 november 2026 van 14.00 tot 16.00 uur: Koffie" in popup.inner_text()
        assert page.evaluate("document.activeElement.textContent") == "Park"
        assert popup.locator("a").first.get_attribute("href") == "../plekken/park/?area=voorstad"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.alt") == "Park"


def test_the_page_is_accessible_and_fits_a_small_screen(browser: Browser, folder: Path, kind: str) -> None:
    with opened(browser, folder, "ar/map/", 320) as (seen, _):
        if kind == "map":
            seen.page.select_option("#in-area", "voorstad")
            seen.page.click("#map button")
            seen.page.wait_for_selector(".leaflet-tile-loaded")
            assert violations(seen.page) == []  # of the drawing the example region is asked about
        assert seen.overflow == 0


def test_without_script_the_list_says_it_all(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with served(folder, base="/agenda/") as address:
        page.goto(address + "kaart/")
        assert page.locator(".spot:visible").count() == len(PLACES)
        assert not page.is_visible("button, select")
        assert page.is_visible("text=Zondag 22 november 2026 van 14.00 tot 16.00 uur: Koffie")
    context.close()


@pytest.mark.nu
def test_the_page_is_valid(folder: Path, kind: str, tmp_path: Path) -> None:
    if kind == "map":  # the example region has the drawing, and is asked about all
        shutil.copy(folder / "kaart" / "index.html", tmp_path)
        assert errors(tmp_path) == []
