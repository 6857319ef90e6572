"""The form on /aanmelden/ as somebody fills it in, in a real browser; what it writes is checked and built."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from streekagenda import pipeline
from tests.browser import axe
from tests.browser.chromium import Visit, visit
from tests.browser.guide_pictures import fill_in
from tests.example_region import copied
from tests.publications.html_sites import find, parsed, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

NOW = datetime(2026, 11, 22, 12)
READY = "#submit-form:not([hidden])"
SHOWN = "#preview:not([hidden])"
WRONG = "#problems:not([hidden])"
HOSTILE = "Koffie: \"met\" 'taart' & <img src=x onerror=alert(1)> # {ja} [nee] - 100% \\ `tik` | é 🎉"


@contextmanager
def form(browser: Browser, address: str, path: str = "aanmelden/", *, width: int = 1280) -> Iterator[Visit]:
    """The page of the form on 22 November 2026, when it is ready."""
    with visit(browser, address + path, width=width) as seen:
        seen.page.set_default_timeout(15_000)
        seen.page.clock.set_fixed_time(NOW)
        seen.page.wait_for_selector(READY)
        yield seen


def typed(page: Page, name: str, value: str) -> None:
    """Fill in a field; a date that Playwright refuses to, as a browser takes it from a keyboard."""
    if name == "#from" and len(value) > 10:
        page.eval_on_selector(
            name,
            "(one, value) => { one.value = value; one.dispatchEvent(new Event('change', {bubbles: true})) }",
            value,
        )
    else:
        page.fill(name, value)


def check(page: Page) -> None:
    """Press the button of a form that is right, and wait for what it shows."""
    page.click("#check")
    page.wait_for_selector(f"{SHOWN}, {WRONG}")
    assert page.inner_text("#problem-list") == ""


def written(page: Page) -> tuple[str, str]:
    """The path and the text of the file that the form has written."""
    return page.inner_text("#file-path") or str(page.text_content("#file-path")), str(page.text_content("#file-text"))


def built(tmp_path: Path, path: str, text: str) -> tuple[list[str], Path]:
    """What `check` says of this file, alone in the example region, and the site with it, in Dutch."""
    content = copied(tmp_path / "content", "nl", horizon="3 months", without=("events", "campaigns"))
    (content / path).parent.mkdir(parents=True)
    (content / path).write_text(text, encoding="utf-8")
    settings = pipeline.Settings(content=content, layouts=Path("layouts"), output=tmp_path / "site", now=NOW)
    found = pipeline.check(settings, focus=[path]).diagnostics
    pipeline.build(settings)
    return [one.code for one in found if one.location.path == path], tmp_path / "site"


def test_a_mistake_is_mended_and_the_file_is_right(browser: Browser, example_address: str, tmp_path: Path) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        page.fill("#title", "")
        page.fill("#series-end", "13:00")
        page.fill("#contact-phone", "0570 123456 toestel 3")
        page.click("#check")
        page.wait_for_selector(WRONG)
        said = [one.inner_text() for one in page.query_selector_all("#problem-list a")]
        assert said == [
            "Schrijf hoe de activiteit heet.",
            "Dit is voor het begin. Tot hoe laat is het?",
            "Dit is geen telefoonnummer. Schrijf één nummer in cijfers, zoals 0570 12 34 56, zonder woorden erbij.",
            "Kruis aan dat de naam, het telefoonnummer en het mailadres op internet mogen, of haal ze weg.",
        ]
        assert page.evaluate("document.activeElement.id") == "problems"
        assert page.is_hidden(SHOWN)
        assert page.inner_text("#title-wrong") == said[0]
        assert page.get_attribute("#title", "aria-invalid") == "true"
        page.click("#problem-list a >> nth=0")
        assert page.evaluate("document.activeElement.id") == "title"
        assert axe.violations(page) == []

        page.keyboard.type("Koffie met een spelletje")
        page.keyboard.press("Tab")
        assert [one.inner_text() for one in page.query_selector_all("#problem-list a")] == said[1:]
        assert page.is_hidden("#title-wrong")
        assert page.get_attribute("#title", "aria-invalid") is None
        page.fill("#series-end", "16:00")
        page.fill("#contact-name", "de gastvrouw")
        page.fill("#contact-phone", "0570 00 00 11")
        page.check("#consent-1")
        check(page)
        assert page.is_hidden(WRONG)
        assert page.query_selector("[aria-invalid]") is None
        assert page.evaluate("document.activeElement.id") == "preview"
        assert axe.violations(page) == []
        shown = [one.inner_text() for one in page.query_selector_all("#card-dates li")]
        path, text = written(page)
        assert seen.complaints == []
    assert path == "events/de-kern/koffie-met-een-spelletje.md"
    codes, site = built(tmp_path, path, text)
    assert codes == []
    own = (site / "activiteiten/de-kern/koffie-met-een-spelletje/index.html").read_text(encoding="utf-8")
    dates = {words(line) for line in find(parsed(own), "dates")[0].iter("li")}
    assert [day for day in shown if day.replace(" 2026", "").replace(" 2027", "") not in dates] == []


def test_hostile_text_stays_text(browser: Browser, example_address: str, tmp_path: Path) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        page.fill("#title", HOSTILE)
        page.fill("#text", f"---\n{HOSTILE}\n---\ntitel: anders")
        page.select_option("#place", "new")
        page.fill("#place-name", HOSTILE)
        page.select_option("#place-area", "zandweerd")
        page.check("#price-3")
        page.fill("#price-text", HOSTILE)
        check(page)
        assert page.inner_text("#card-title") == HOSTILE
        assert page.query_selector("#preview img") is None
        path, text = written(page)
        assert seen.complaints == []
    codes, site = built(tmp_path, path, text)
    assert codes == []
    made = (site / "activiteiten" / path.removeprefix("events/").removesuffix(".md") / "index.html").read_text("utf-8")
    assert "<img src=x" not in made
    assert "&lt;img src=x onerror=alert(1)&gt;" in made


def test_single_dates_a_new_place_a_price_and_signing_up(
    browser: Browser, example_address: str, tmp_path: Path
) -> None:
    with form(browser, example_address, "en/submit/") as seen:
        page = seen.page
        page.fill("#title", "Taalwandeling")
        page.select_option("#organisation", "de-kern")
        page.select_option("#place", "new")
        page.fill("#place-name", "Het plein")
        page.fill("#street", "Dorpsplein")
        page.select_option("#place-area", "zandweerd")
        page.fill("#moment-1-day", "2026-12-05")
        page.fill("#moment-1-start", "10:00")
        page.fill("#moment-1-end", "11:30")
        page.click("#add-moments")
        assert page.evaluate("document.activeElement.id") == "moment-2-day"
        assert page.input_value("#moment-2-start") == "10:00"
        page.fill("#moment-2-day", "2026-12-12")
        page.click("#add-moments")
        page.click("#moment-3 button")
        assert page.evaluate("document.activeElement.id") == "add-moments"
        page.check("#price-2")
        page.fill("#amount", "2,50")
        page.check("#booking-2")
        page.fill("#booking-phone", "0570 00 00 11")
        page.fill("#booking-email", "kern@example.org")
        page.fill("#booking-until", "2026-12-01")
        page.fill("#capacity", "12")
        page.check("#topics-1")
        page.check("#audiences-4")
        page.check("#consent-1")
        check(page)
        path, text = written(page)
        assert seen.complaints == []
    assert text.startswith(
        "---\ntitel: Taalwandeling\nwanneer:\n  - op: 2026-12-05\n    tijd: 10:00-11:30\n  - op: 2026-12-12\n"
    )
    assert (
        "prijs: 2,50\naanmelden:\n  verplicht: ja\n  telefoon: 0570 00 00 11\n  e-mail: kern@example.org\n  tot en met: 2026-12-01\n  plekken: 12\n"
        in text
    )
    assert built(tmp_path, path, text)[0] == []


def test_every_month_online(browser: Browser, example_address: str, tmp_path: Path) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        page.select_option("#place", "online")
        page.fill("#online", "https://meet.example.org/koffie")
        page.check("#kind-3")
        page.check("#nths-2")
        page.check("#nths-5")
        page.select_option("#weekday", "4")
        page.uncheck("#except-1")
        page.check("#price-4")
        check(page)
        dates = [one.inner_text() for one in page.query_selector_all("#card-dates li")]
        assert dates[:2] == ["vrijdag 11 december 2026, 14.00–16.00", "vrijdag 25 december 2026, 14.00–16.00"]
        asked = "Het is ook op feestdagen: Eerste kerstdag, vrijdag 25 december 2026; Goede vrijdag, vr"
        assert page.inner_text("#card-holidays").startswith(asked)
        assert axe.violations(page) == []
        _, unsaid = written(page)
        page.click("#goes-not")
        page.wait_for_selector("#card-holidays", state="hidden")
        assert "  behalve: [feestdagen]\n" in written(page)[1]
        page.uncheck("#except-1")
        check(page)
        page.click("#goes-on")
        page.wait_for_selector("#card-holidays", state="hidden")
        path, text = written(page)
    assert "  elke: 2e en laatste vrijdag van de maand\n" in text
    assert "online: https://meet.example.org/koffie\n" in text
    assert "prijs" not in text
    assert text.replace("bewust:\n  on-holiday: Het gaat door op feestdagen.\n", "") == unsaid
    assert built(tmp_path, path, text)[0] == ["no-price"]  # what was left open is asked again


def test_file_goes_into_a_mail_to_the_forge_or_into_a_download(browser: Browser, example_address: str) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        check(page)
        path, text = written(page)
        mail = urlsplit(str(page.get_attribute("#by-mail", "href")))
        forge = urlsplit(str(page.get_attribute("#by-forge", "href")))
        with page.expect_download() as download:
            page.click("#by-download")
        assert Path(download.value.path()).read_text(encoding="utf-8") == text
        assert download.value.suggested_filename == "koffie-op-zondag.md"
        assert page.inner_text("#sent").startswith("Je bestand is bewaard.")
    assert (mail.scheme, mail.path) == ("mailto", "redactie@example.org")
    assert parse_qs(mail.query)["subject"] == ["Nieuwe activiteit: Koffie op zondag"]
    assert unquote(mail.query.partition("&body=")[2]).replace("\r\n", "\n") == f"{path}\n\n{text}"
    assert forge.netloc == "git.example.org"
    assert parse_qs(forge.query) == {"filename": [f"content/{path}"], "value": [text]}


def test_activity_that_is_there_already_is_pointed_to_and_not_written_over(
    browser: Browser, example_address: str
) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        page.fill("#title", "Zondagkoffie Zandweerd")
        check(page)
        assert written(page)[0] == "events/de-kern/zondagkoffie-zandweerd-2.md"
        assert page.is_visible("#same")
        page.once("dialog", lambda dialog: dialog.accept())
        page.click("#same-link")
        page.wait_for_load_state()
        assert page.url == example_address + "activiteiten/de-kern/zondagkoffie-zandweerd/"
        assert seen.complaints == []


def test_text_that_is_too_long_for_a_mail_is_pasted(browser: Browser, example_address: str) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        page.fill("#text", "Kom erbij. " * 300)
        check(page)
        assert page.is_visible("#mail-long")
        assert len(str(page.get_attribute("#by-mail", "href"))) < 300


def test_organisation_that_is_new_goes_to_the_editors(browser: Browser, example_address: str) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        page.select_option("#organisation", "new")
        page.fill("#organisation-name", "Buurtclub 't Hoekje")
        check(page)
        path, text = written(page)
        assert path == "events/buurtclub-t-hoekje/koffie-op-zondag.md"
        assert text.startswith("---\n# Nieuwe organisatie: Buurtclub 't Hoekje\ntitel: Koffie op zondag\n")
        assert page.is_hidden("#forge-part")
        assert page.inner_text("#new-organisation").startswith("De redactie voegt eerst je organisatie toe.")


def test_form_works_by_keyboard_alone(browser: Browser, example_address: str) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        page.focus("#title")
        keys = page.keyboard

        def onward(wanted: str) -> None:
            for _ in range(60):
                if page.evaluate("document.activeElement.id") == wanted:
                    return
                keys.press("Tab")
            pytest.fail(f"{wanted} is not reached")

        keys.type("Schaken")
        for name, letters in (("organisation", "De Kern"), ("place", "Buurthuis De Linde")):
            onward(name)
            keys.type(letters)
        onward("moment-1-day")
        keys.type("12052026")
        onward("moment-1-start")
        keys.type("0730P")
        for name, presses in (("price-1", 1), ("booking-1", 1), ("topics-3", 1)):
            onward(name)
            for _ in range(presses):
                keys.press("Space")
        onward("check")
        keys.press("Enter")
        page.wait_for_selector(f"{SHOWN}, {WRONG}")
        assert page.is_hidden(WRONG), page.inner_text("#problem-list")
        _, text = written(page)
    assert text.startswith("---\ntitel: Schaken\nwanneer:\n  op: 2026-12-05\n  tijd: 19:30\nplek: buurthuis-de-linde\n")


def test_page_says_what_else_can_be_done_without_javascript(browser: Browser, example_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_address + "aanmelden/")
    assert page.is_hidden("#submit-form")
    assert page.is_hidden("#preview")
    text = page.inner_text("main")
    context.close()
    for said in (
        "Dan staat JavaScript uit in je browser",
        "0570 00 00 10",
        "redactie@example.org",
        "Wat kost het?",
        "python3 build.py new event",
    ):
        assert said in text


def test_form_fits_on_a_small_phone(browser: Browser, example_address: str) -> None:
    with form(browser, example_address, width=320) as seen:
        page = seen.page
        fill_in(page)
        check(page)
        page.click("#preview summary")
        assert seen.overflow == 0, seen.sticking_out
        assert seen.complaints == []


def test_leaving_with_unsent_text_is_asked_about_and_nothing_is_stored(browser: Browser, example_address: str) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        asked: list[str] = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        fill_in(page)
        page.reload()
        page.wait_for_selector(READY)
        assert asked == ["beforeunload"]
        assert page.input_value("#title") == ""
        assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
        page.reload()
        assert asked == ["beforeunload"]


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("zondag 1 november 2026 is al geweest. Kies vandaag of een latere dag.", {"kind": 1, "#moment-1-day": "2026-11-01", "#moment-1-start": "10:00"}),
        ("maandag 7 december 2026 is niet een van de weekdagen die je koos. Wanneer is de eerste keer?", {"step": "2", "#from": "2026-12-07"}),
        ("Dit is geen dag die bestaat. Noem de dag, de maand en het jaar, zoals 5-12-2026.", {"#from": "20226-02-01"}),
        ("woensdag 6 december 2062: klopt het jaar? Kies een dag van zaterdag 22 november 2025 tot en met donderdag 22 november 2029.", {"#until": "2062-12-06"}),
        ("Op zondag 28 maart 2027 bestaat 02.30 niet: dan gaat de klok een uur vooruit. Kies een andere tijd.", {"kind": 1, "#moment-1-day": "2027-03-28", "#moment-1-start": "02:30"}),
        ("Op zondag 26 maart 2028 bestaat 02.30 niet: dan gaat de klok een uur vooruit. Kies een andere tijd.", {"#series-start": "02:30"}),
        ("zondag 1 november 2026 is al geweest. Kies vandaag of een latere dag.", {"booking": 2, "#booking-until": "2026-11-01"}),
        ("maandag 21 december 2026 is na de laatste keer, op zondag 20 december 2026. Tot welke dag kunnen mensen zich aanmelden?", {"#until": "2026-12-20", "booking": 2, "#booking-until": "2026-12-21"}),
        ("De laatste dag is voor de eerste dag. Kies een latere dag.", {"#until": "2026-12-01"}),
        ("Zo blijft er geen enkele dag over. Kijk naar de eerste dag, de laatste dag en de dagen waarop het niet doorgaat.", {"#until": "2026-12-06", "skip": "2026-12-06"}),
    ],
)  # fmt: skip
def test_dates_that_cannot_be_are_explained(
    browser: Browser, example_address: str, said: str, change: dict[str, str]
) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        for name, value in change.items():
            if name == "kind":
                page.check(f"#kind-{value}")
            elif name == "booking":
                page.check(f"#booking-{value}")
                page.fill("#booking-url", "https://kern.example.org/")
            elif name == "step":
                page.select_option("#step", value)
            elif name == "skip":
                page.click("#add-skips")
                page.fill("#skips input", value)
            else:
                typed(page, name, value)
        page.click("#check")
        page.wait_for_selector(WRONG)
        assert [one.inner_text() for one in page.query_selector_all("#problem-list a")] == [said]
        assert seen.complaints == []


@pytest.mark.parametrize(
    ("amount", "written_as"),
    [("2,-", "2"), ("2,5", "2,50"), ("2.50", "2,50"), ("2,50 euro", "2,50"), ("€ 2,50", "2,50"), ("€2", "2")],
)
def test_amounts_are_understood_as_in_files(
    browser: Browser, example_address: str, amount: str, written_as: str
) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        page.check("#price-2")
        page.fill("#amount", "2,50 p.p.")
        page.click("#check")
        page.wait_for_selector(WRONG)
        assert 'zoals "p.p."? Kies dan "Iets anders".' in page.inner_text("#problem-list")
        page.fill("#amount", amount)
        check(page)
        assert f"\nprijs: {written_as}\n" in written(page)[1]


def test_title_without_latin_letters_has_a_name_of_its_own(browser: Browser, example_address: str) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        page.fill("#title", "قهوة")
        check(page)
        assert written(page)[0] == "events/de-kern/activiteit-2026-12-06.md"


def test_guide_opens_beside_the_form_and_going_back_leaves_nothing_half(browser: Browser, example_address: str) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        page.fill("#contact-name", "de gastvrouw")
        page.check("#consent-1")
        with page.expect_popup():
            page.click("text=Lees de handleiding")
        assert page.input_value("#title") == "Koffie op zondag"
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(example_address + "wijken/")
        page.go_back()
        page.wait_for_selector(READY)
        assert not page.is_checked("#consent-1")
        assert [page.input_value(f"#{name}") for name in ("title", "text", "contact-name")] == ["", "", ""]


def test_preview_leads_back_to_each_part(browser: Browser, example_address: str) -> None:
    with form(browser, example_address) as seen:
        page = seen.page
        fill_in(page)
        check(page)
        links = page.query_selector_all("#parts a")
        assert len(links) == 7
        links[2].click()
        assert page.evaluate("document.activeElement.textContent") == "Wanneer is het?"
