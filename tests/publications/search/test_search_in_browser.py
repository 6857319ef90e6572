"""Searching as somebody does it, in a real browser, on a small region in six languages and under a base path."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from streekagenda.publications import assets, search
from tests import examples as ex
from tests.browser.axe import violations
from tests.browser.chromium import Visit, address_of, visit
from tests.browser.serving import served
from tests.publications.html_sites import site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SUNDAY = datetime(2026, 11, 22, 12)
LANGUAGES = ("nl", "en", "tr", "ar", "uk", "pl")
MEETING = ex.term(
    "ontmoeten", ex.text("Ontmoeten", en="Meeting", tr="Buluşma", ar="لقاء", uk="Зустріч", pl="Spotkanie")
)
MOVING = ex.term("bewegen", ex.text("Bewegen", en="Moving"))
EVENTS = (
    ex.event(
        ex.series(
            ex.rule("WEEKLY", "2026-09-06", "SU", until="2027-06-27"),
            changes=[ex.change("2026-11-29", status="cancelled")],
        ),
        id="de-kern/koffie",
        title=ex.text("Zondagkoffie", en="Sunday coffee", tr="Pazar kahvesi", ar="قهوة الأحد", uk="Недільна кава"),
        topics=(MEETING,),
        audiences=(ex.term("ouderen"),),
    ),
    ex.event(
        ex.single("2026-11-25", "10:00-11:00"),
        ex.single("2026-12-02", "10:00-11:00"),
        id="de-kern/fietsen",
        title=ex.text("Samen fietsen", pl="Wspólna jazda na rowerze", tr="Birlikte bisiklet"),
        body="Een rondje met de fiets.",
        place=ex.place("park", area=ex.area("rivierenwijk")),
        topics=(MOVING,),
    ),
    ex.event(ex.single("2026-11-26"), id="de-kern/band", title="Je fietsje lappen", topics=(MOVING,)),
    ex.event(ex.single("2026-11-27"), id="de-kern/thee", title="Thee, geen koffie", status="cancelled"),
    ex.event(ex.single("2026-11-01"), id="de-kern/oud", title="Fietsen van vroeger"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages on which one searches, with their indexes, and what they load."""
    whole = site(
        *EVENTS,
        now=SUNDAY,
        places=(ex.place(), ex.place("park", area=ex.area("rivierenwijk"))),
        organisations=(ex.organisation(),),
        in_region={
            "languages": LANGUAGES,
            "areas": (ex.municipality("deventer", "zandweerd", "rivierenwijk"),),
            "topics": (MEETING, MOVING),
            "audiences": (ex.term("ouderen"),),
        },
    )
    made: Path = tmp_path_factory.mktemp("search")
    for output in (
        *(one for language in LANGUAGES for one in search.outputs(whole, language)),
        *assets.outputs(whole),
    ):
        file = made / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.content)
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder, base="/een/andere/plek/") as found:
        yield found


@contextmanager
def opened(
    browser: Browser, address: str, now: datetime = SUNDAY, width: int = 1280, loaded: list[str] | None = None
) -> Iterator[Visit]:
    """A page as it is at a moment; nothing may complain, or ask another host. ``loaded`` gets all that is asked for."""
    with visit(browser, "about:blank", width=width) as seen:
        seen.page.set_default_timeout(15_000)
        seen.page.clock.set_fixed_time(now)
        every = [] if loaded is None else loaded
        seen.page.on("request", lambda request: every.append(request.url))
        seen.page.goto(address)
        yield seen
        assert [one for one in every if not one.startswith((address.split("/een/", maxsplit=1)[0], "data:"))] == []
        assert [one for one in seen.complaints if not one.startswith("asked another host")] == []


def asked(page: Page, question: str) -> list[str]:
    """Ask, and return the titles of what was found."""
    page.fill("#q", question)
    page.press("#q", "Enter")
    return titles(page)


def titles(page: Page) -> list[str]:
    page.wait_for_selector("#results[aria-busy=false]", state="attached")
    return page.locator("#results a").all_inner_texts()


def result(page: Page, title: str) -> list[str]:
    """The lines of one result below its title."""
    return [line for line in page.locator("#results li", has_text=title).first.inner_text().split("\n")[1:] if line]


def test_words_are_found_in_their_other_forms_and_when_misspelt(browser: Browser, address: str) -> None:
    with opened(browser, address + "zoeken/") as seen:
        page = seen.page
        assert not page.is_visible("#choices")
        for question in ("fiets", "fietsen", "FIETSJE"):
            assert {"Samen fietsen", "Je fietsje lappen"} <= set(asked(page, question)), question
            assert "Fietsen van vroeger" not in titles(page)
        assert page.inner_text("#status").startswith("Gevonden: ")
        assert asked(page, "fitsen")[0] in {"Samen fietsen", "Je fietsje lappen"}
        assert page.inner_text("#status") == "We vonden niets met “fitsen”. Dit vonden we met “fietsen”."
        assert asked(page, "zondagkofie") == ["Zondagkoffie"]
        assert set(asked(page, "koffie")) == {"Zondagkoffie", "Thee, geen koffie"}
        assert asked(page, "qqqqqq") == []
        assert page.inner_text("#status") == "We vonden niets met “qqqqqq”."
        assert page.is_visible("text=Je kunt ook in deze lijsten kijken")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("en/search/", {"coffees": "Sunday coffee", "koffie": "Sunday coffee"}),
        ("tr/arama/", {"kahve": "Pazar kahvesi", "bisikletler": "Birlikte bisiklet"}),
        ("ar/search/", {"القهوة": "قهوة الأحد", "قهوه": "قهوة الأحد"}),
        ("uk/search/", {"кава": "Недільна кава", "каваа": "Недільна кава"}),
        ("pl/szukaj/", {"wspolna": "Wspólna jazda na rowerze", "rower": "Wspólna jazda na rowerze"}),
    ],
)
def test_every_language_finds_its_own_words(
    browser: Browser, address: str, path: str, expected: dict[str, str]
) -> None:
    with opened(browser, address + path) as seen:
        for question, title in expected.items():
            assert title in asked(seen.page, question)


def test_choices_have_counts_stand_in_the_address_and_can_be_gone_back_from(browser: Browser, address: str) -> None:
    with opened(browser, address + "zoeken/?q=samen&area=rivierenwijk") as seen:
        page = seen.page
        assert titles(page) == ["Samen fietsen"]
        page.click("#choices summary")
        area = page.locator("label", has_text="Rivierenwijk")
        assert area.locator("input").is_checked()
        assert area.locator("[data-count]").inner_text() == "1"
        assert asked(page, "fiets") == ["Samen fietsen"]
        area.locator("input").press("Space")
        assert set(titles(page)) == {"Samen fietsen", "Je fietsje lappen"}
        page.locator("label", has_text="Activiteiten").locator("input").press("Space")
        assert set(titles(page)) == {"Samen fietsen", "Je fietsje lappen"}
        assert address_of(page).endswith("zoeken/?q=fiets&kind=event")
        page.go_back()
        page.go_back()
        assert titles(page) == ["Samen fietsen"]
        assert page.input_value("#q") == "fiets"
        page.locator("#results a").first.press("Enter")
        page.wait_for_url("**/activiteiten/de-kern/fietsen/?area=rivierenwijk")
        seen.complaints.clear()  # the pages of events are not in this folder


@pytest.mark.parametrize(
    ("now", "title", "lines"),
    [
        (SUNDAY, "Zondagkoffie", ["Zondag 22 november 2026 van 14.00 tot 16.00 uur", "Huis van de wijk, Zandweerd"]),
        (
            datetime(2026, 11, 22, 17),
            "Zondagkoffie",
            [
                "Afgelast Zondag 29 november 2026 van 14.00 tot 16.00 uur",
                "Zondag 6 december 2026 van 14.00 tot 16.00 uur",
                "Huis van de wijk, Zandweerd",
            ],
        ),
        (datetime(2027, 2, 1, 12), "Zondagkoffie", ["Elke zondag 14.00–16.00", "Huis van de wijk, Zandweerd"]),
        (datetime(2027, 11, 22, 12), "Zondagkoffie", ["De data die we weten, zijn voorbij.", "Huis van de wijk, Zandweerd"]),
        (datetime(2026, 11, 25, 12), "Samen fietsen", ["Woensdag 2 december 2026 van 10.00 tot 11.00 uur", "Park, Rivierenwijk"]),
        (datetime(2026, 12, 25, 12), "Samen fietsen", ["De data die we weten, zijn voorbij.", "Park, Rivierenwijk"]),
    ],
)  # fmt: skip
def test_a_result_never_shows_what_is_over_as_coming(
    browser: Browser, address: str, now: datetime, title: str, lines: list[str]
) -> None:
    with opened(browser, address + "zoeken/?q=" + title.rsplit(maxsplit=1)[-1], now=now) as seen:
        assert title in titles(seen.page)
        assert result(seen.page, title) == lines


def test_nothing_is_loaded_before_somebody_searches(browser: Browser, address: str) -> None:
    loaded: list[str] = []
    with opened(browser, address + "zoeken/", loaded=loaded) as seen:
        seen.page.wait_for_load_state("networkidle")
        assert [one for one in loaded if "search.js" in one]
        assert not [one for one in loaded if "pagefind" in one or "words" in one or "spelling" in one]
        asked(seen.page, "koffie")
        assert [one for one in loaded if "pagefind" in one]
        assert not [one for one in loaded if "words" in one]


def test_without_script_the_lists_are_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(address + "zoeken/?q=koffie")
    assert page.locator("noscript .message").is_visible()
    for list_of in ("Alle activiteiten van A tot Z", "Wijken en dorpen", "Onderwerpen", "Voor wie"):
        assert page.is_visible(f"main a:has-text('{list_of}')")
    context.close()


def test_results_are_accessible_and_fit_a_small_screen(browser: Browser, address: str) -> None:
    with opened(browser, address + "ar/search/?q=koffie", width=320) as seen:
        assert titles(seen.page)
        seen.page.click("#choices summary")
        assert seen.overflow == 0
        assert violations(seen.page) == []
