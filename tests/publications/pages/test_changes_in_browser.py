"""The page of changes while time goes on: what is over goes away, and the day of a change is called today only on that day."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, expect

from streekagenda.model.details import Booking, BookingState, Status
from streekagenda.publications.editions.edition import edition
from streekagenda.publications.embeds import bare
from streekagenda.publications.pages import changes
from tests.browser.axe import violations
from tests.browser.nu import errors
from tests.browser.serving import served
from tests.examples import event, organisation, place, rule, series, single
from tests.publications.turned_sites import site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from streekagenda.model.event import Event
    from streekagenda.publications.site import Site

HERE, THERE = place("linde", name="De Linde"), place("kade", name="De Kade")
BRUG = organisation("de-brug", name="De Brug", phone="0570 12 34 56")
SOUP = event(single("2026-11-24", "12:00-13:00"), id="de-brug/soep", title="Soep")
SONG = event(single("2026-11-26", "10:00-11:00"), id="de-brug/zang", title="Zang")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    off = [(one, replace(one, status=Status.CANCELLED), "2026-11-22") for one in (SOUP, SONG)]
    with served(written(tmp_path_factory.mktemp("changes"), site(*off)), base="/") as found:
        yield found


def written(folder: Path, whole: Site) -> Path:
    """Write the page and its embed, with what they need."""
    made = [*changes.pages(edition(whole, "nl")), bare.changes(edition(whole, "nl", embedded=True))]
    for path, content in ({one.path: one.content for one in made} | dict(whole.static)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with everything on it that can be there, and its embed."""
    weekly = replace(SONG, schedule=event(series(rule("WEEKLY", "2026-09-03", "TH"), "10:00-11:00")).schedule)
    was = replace(SOUP, place=HERE, organisers=(BRUG, organisation("oost", name="Oost")), booking=Booking())
    ids = iter(range(100))

    def of(before: Event | None, after: Event | None) -> tuple[Event | None, Event | None, str]:
        own = {"id": f"de-brug/{next(ids)}"}
        return before and replace(before, **own), after and replace(after, **own), "2026-11-20"  # type: ignore[arg-type]

    whole = site(
        of(was, replace(was, status=Status.CANCELLED)),
        of(was, replace(was, place=THERE)),
        of(was, replace(was, booking=Booking(state=BookingState.FULL))),
        of(was, replace(was, schedule=SONG.schedule)),
        of(weekly, replace(weekly, status=Status.CANCELLED)),
        of(weekly, None),
        of(None, weekly),
        of(None, was),
    )
    return written(tmp_path_factory.mktemp("full"), whole)


@pytest.mark.browser
def test_axe_finds_nothing(browser: Browser, full: Path) -> None:
    with served(full, base="/") as found:
        for path in ("wijzigingen/", "embed/wijzigingen/"):
            page = browser.new_page(viewport={"width": 320, "height": 800})
            page.clock.set_fixed_time("2026-11-22T11:30:00Z")
            page.goto(f"{found}{path}")
            assert page.locator(".turn").count() == 7
            assert violations(page) == []
            page.close()


@pytest.mark.nu
def test_nu_finds_nothing(full: Path, tmp_path: Path) -> None:
    for path in ("wijzigingen/index.html", "embed/wijzigingen/index.html", "static/changes.css"):
        shutil.copy(full / path, tmp_path / path.replace("/", "-"))
    assert errors(tmp_path) == []


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
