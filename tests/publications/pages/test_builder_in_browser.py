"""A webmaster chooses, sees and copies; what was copied works in a plain page, and the choice stands in the address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from streekagenda.publications.editions import host_script
from tests import examples as ex
from tests.browser import axe, nu, small_site
from tests.browser.chromium import address_of, go_on, visit
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from streekagenda.publications.site import Site
    from tests.browser.chromium import Visit

pytestmark = pytest.mark.browser

SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
NOT_OF_THE_STANDARD = "Setting both “allow-scripts” and “allow-same-origin” is not recommended"
"""HTML warns of it where the frame has the origin of the page around it; here it has another, which it keeps so."""
ODD = 'Café "De Dijk" & <b>Zo</b>'


def frame(src: str, title: str, *, height: int = 600, more: str = "") -> str:
    return (
        f'<iframe src="https://agenda.example.nl/{src}"{more} title="{title}" width="600" height="{height}" '
        'style="border:0;display:block;width:100%" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" '
        f'sandbox="{SANDBOX}"></iframe>'
    )


@pytest.fixture(scope="module")
def whole() -> Site:
    topics = (ex.term("praten", ODD), ex.term("bewegen", ex.text("Bewegen", en="Moving")))
    audiences = (ex.term("ouderen", "كبار السن"),)
    return small_site.made(in_region={"languages": ("nl", "en"), "topics": topics, "audiences": audiences})


@pytest.fixture(scope="module")
def address(whole: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(small_site.written(whole, tmp_path_factory.mktemp("small")), base="/agenda/") as where:
        yield where


@pytest.fixture(scope="module")
def window(browser: Browser, address: str) -> Iterator[Visit]:
    with visit(browser, address + "insluiten/") as seen:
        seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield seen


@pytest.fixture
def page(window: Visit, address: str) -> Page:
    go_on(window, address + "insluiten/")
    return window.page


def code(page: Page) -> str:
    return page.input_value("#code")


def query(page: Page) -> str:
    return address_of(page).partition("?")[2]


def script(whole: Site) -> str:
    newest = host_script.newest(whole)
    return (
        f'<script src="https://agenda.example.nl/{newest.path}" integrity="{newest.integrity}" '
        'crossorigin="anonymous" async></script>'
    )


def test_the_script_writes_on_arrival_what_stood_there_without_it(window: Visit, page: Page) -> None:
    page.wait_for_selector("#preview[style]")
    assert code(page) == frame("embed/agenda/", "Streekagenda")
    assert query(page) == ""
    assert window.complaints == []


WAYS = {
    "": frame("embed/onderwerpen/praten/", "Agenda: Café &quot;De Dijk&quot; &amp; &lt;b&gt;Zo&lt;/b&gt;"),
    "address": "https://agenda.example.nl/onderwerpen/praten/",
    "html": "https://agenda.example.nl/embed/onderwerpen/praten/fragment.html",
    "feed": "https://agenda.example.nl/embed/onderwerpen/praten.rss",
}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_has_its_code(page: Page, way: str) -> None:
    page.select_option("#what", "topic/praten")
    page.select_option("#way", way)
    assert code(page) == WAYS[way]
    assert query(page) == "what=topic/praten" + (f"&way={way}" if way else "")


def test_the_script_is_checked_or_always_the_newest(page: Page, whole: Site) -> None:
    page.select_option("#what", "audience/ouderen")
    page.select_option("#way", "script")
    own = frame("embed/doelgroepen/ouderen/", "Agenda: كبار السن")
    assert code(page) == f"{own}\n{script(whole)}"
    page.check("input[name=newest]")
    assert code(page) == f'{own}\n<script src="https://agenda.example.nl/embed.js" async></script>'


def test_the_web_component_says_its_choices_as_attributes(page: Page, whole: Site, address: str) -> None:
    page.goto(
        f"{address}insluiten/?what=area/zandweerd&way=element&form=compact&n=3&weekday=saturday&weekday=sunday&free=1&lang=en"
    )
    page.wait_for_function("() => document.querySelector('#code').value.includes('/en/')")
    assert code(page) == (
        '<streek-agenda src="https://agenda.example.nl/en/embed/areas/zandweerd/" free="1" weekday="saturday sunday" '
        'form="compact" n="3" lang="en" title="Agenda: Zandweerd" style="display:block">'
        '<a href="https://agenda.example.nl/en/areas/zandweerd/">Agenda: Zandweerd</a></streek-agenda>\n'
        + script(whole)
    )


def test_choose_see_and_copy(window: Visit, page: Page, address: str) -> None:
    page.select_option("#what", "area/zandweerd")
    page.get_by_text("Alleen een deel van de lijst").click()
    page.get_by_label("Gratis", exact=True).check()
    page.get_by_text("Vorm en aantal").click()
    page.get_by_label("Korte lijst, voor een smalle kolom").check()
    page.get_by_label("Hoeveel data hoogstens?").fill("2")
    wanted = "?free=1&form=compact&n=2"
    page.wait_for_function(
        "wanted => location.href === wanted", arg=f"{address}insluiten/?what=area/zandweerd&free=1&form=compact&n=2"
    )
    page.wait_for_function(
        "wanted => document.querySelector('#preview').contentWindow.location.search === wanted", arg=wanted
    )
    inside = page.frame_locator("#preview")
    inside.locator("html:not([data-waits])").wait_for()
    assert page.frames[1].url == f"{address}embed/wijken/zandweerd/{wanted}"
    titles = [one.inner_text() for one in inside.locator("[data-is] a").all() if one.is_visible()]
    assert titles == ["Zondagkoffie", "Soep"]
    page.get_by_role("button", name="Kopieer", exact=True).first.click()
    said = page.locator(".making [role=status]").first
    said.get_by_text("Gekopieerd. Plak het nu in je site.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == frame("embed/wijken/zandweerd/?free=1&amp;form=compact&amp;n=2", "Agenda: Zandweerd", height=460)
    assert [one for one in window.complaints if "embed/" not in one] == []


def test_a_choice_can_be_sent_to_a_colleague_and_is_there_after_going_back(page: Page, address: str) -> None:
    page.select_option("#what", "topic/bewegen")
    page.get_by_text("Kleuren en letters").click()
    page.fill("#accent", "#C00")
    page.fill("#font", 'Open Sans, "Verdana"')
    page.fill("#radius", "4")
    sent, made = address_of(page), code(page)
    assert query(page) == "what=topic/bewegen&accent=cc0000&font=Open%20Sans%2C%20%22Verdana%22&radius=4"
    before = page.evaluate("history.length")
    page.goto(f"{address}agenda/")
    page.go_back()
    expect(page.locator("#code")).to_have_value(made)
    assert page.evaluate("history.length") == before + 1
    page.goto("about:blank")
    page.goto(sent)
    expect(page.locator("#code")).to_have_value(made)
    assert page.input_value("#accent") == "cc0000"
    assert page.locator("[data-colour=accent]").input_value() == "#cc0000"


@pytest.mark.parametrize(
    ("brought", "what", "kept"),
    [
        ("what=all", "", ""),
        ("what=area/zandweerd/topic/bewegen", "area/zandweerd", "what=area/zandweerd&topic=bewegen"),
        ("area=zandweerd", "area/zandweerd", "what=area/zandweerd"),
        ("what=area/zandweerd&area=zandweerd", "area/zandweerd", "what=area/zandweerd"),
        ("what=topic/bewegen&area=zandweerd", "topic/bewegen", "what=topic/bewegen&area=zandweerd"),
        ("what=area/nergens&way=nooit&weekday=someday&n=99&accent=rood&radius=-1", "", ""),
        ("what=%3Cscript%3E&x=1&font=", "", ""),
    ],
)
def test_what_a_link_brings_is_taken_and_what_is_not_understood_is_left(
    page: Page, address: str, brought: str, what: str, kept: str
) -> None:
    page.goto(f"{address}insluiten/?{brought}")
    page.wait_for_selector("#preview[style]")
    assert (page.input_value("#what"), query(page)) == (what, kept)


def test_another_language_has_its_own_addresses_and_names(page: Page) -> None:
    page.select_option("#what", "topic/bewegen")
    page.get_by_text("Taal en links").click()
    page.select_option("#lang", "en")
    page.wait_for_function("() => document.querySelector('#code').value.includes('/en/')")
    assert code(page) == frame("en/embed/topics/bewegen/", "Agenda: Moving", more=' lang="en"')
    assert page.input_value("#screen") == "https://agenda.example.nl/en/screen/?topic=bewegen"
    other = page.locator("a[hreflang=en]").get_attribute("href")
    assert other == "../en/embedding/?what=topic%2Fbewegen&lang=en"


def test_the_screen_in_the_hall_has_its_address(page: Page) -> None:
    page.select_option("#what", "place/de-dijk")
    page.get_by_text("Stel het scherm in").click()
    page.get_by_label("Hoeveel seconden blijft een pagina staan?").fill("20")
    page.get_by_label("Wit op zwart, voor het meeste contrast").check()
    page.get_by_label("Wanneer staat het aan?").fill("mon-fri:9.30-20,sat:10-16")
    assert page.input_value("#screen") == (
        "https://agenda.example.nl/scherm/plekken/de-dijk/?pace=20&contrast=high&open=mon-fri%3A9.30-20%2Csat%3A10-16"
    )
    assert code(page) == frame("embed/plekken/de-dijk/", "Agenda: De Dijk")


def test_a_colour_that_is_none_or_cannot_be_read_is_told(page: Page) -> None:
    page.get_by_text("Kleuren en letters").click()
    page.fill("#accent", "rood")
    assert page.inner_text("#accent-wrong") == "Dit is geen kleur. Schrijf een kleur zo: #1b5e4b."
    assert page.get_attribute("#accent", "aria-invalid") == "true"
    assert "accent" not in code(page)
    page.fill("#accent", "#ffee00")
    page.get_by_text("Deze kleur is niet goed genoeg te lezen bij de andere.").wait_for()
    page.fill("#accent", "#8a1f5c")
    page.wait_for_selector("#accent-wrong", state="hidden")
    assert page.get_attribute("#accent", "aria-invalid") == "false"


def test_a_field_that_gets_the_focus_is_selected(page: Page) -> None:
    page.locator("#way").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "code"
    assert page.evaluate("getSelection().toString()") == code(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".making").get_by_text("Gekopieerd. Plak het nu in je site.").wait_for()


@pytest.mark.parametrize("asked", ["", "?form=compact&n=2", "?form=compact&n=2&way=script&width=phone"])
@pytest.mark.parametrize("size", [(1280, 1080), (1280, 700), (360, 740)])
def test_the_example_fills_its_box(window: Visit, page: Page, address: str, size: tuple[int, int], asked: str) -> None:
    before = page.viewport_size
    assert before
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{address}insluiten/{asked}")
    page.wait_for_selector("#preview[style]")
    # no room is left below it, but for the border, once the example has said how high it is
    page.wait_for_function("""() => {
        const [box, example] = ['[data-stage]', '#preview'].map((one) => document.querySelector(one).getBoundingClientRect().height)
        return example > 100 && box - example <= 2
    }""")
    page.set_viewport_size(before)
    assert window.complaints == []


def test_who_uses_the_keyboard_can_go_past_the_example(page: Page) -> None:
    page.locator("input[name=width]:checked").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Sla het voorbeeld over"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText").strip() == "Alleen een deel van de lijst"


def test_axe_finds_nothing_in_all_that_can_be_opened(page: Page) -> None:
    page.select_option("#way", "script")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    page.fill("#accent", "rood")
    assert axe.violations(page) == []


def test_nothing_is_stored(page: Page) -> None:
    page.select_option("#what", "area/zandweerd")
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length].join()") == ",0,0"


def test_without_a_script_the_code_is_ready_and_nothing_else_asks_for_one(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}insluiten/")
    assert page.locator("#code").input_value() == frame("embed/agenda/", "Streekagenda")
    seen = [
        one.get_attribute("id")
        for one in page.locator("main select, main input, main button").all()
        if one.is_visible()
    ]
    assert seen == []
    page.locator("noscript summary").first.click()
    ready = [one.input_value() for one in page.locator("noscript textarea").all() if one.is_visible()]
    assert ready == [
        frame(f"embed/wijken/{area}/", f"Agenda: {area.capitalize()}")
        for area in ("deventer", "zandweerd", "rivierenwijk")
    ]
    page.get_by_text("Woorden die je aan het adres").click()
    assert page.get_by_text("form=compact", exact=True).is_visible()
    page.goto(f"{address}insluiten/verklaring/")
    assert page.locator("main textarea").count() == 2
    assert not page.locator("main button").first.is_visible()
    context.close()


@pytest.mark.nu
def test_what_was_copied_is_valid_in_a_plain_page(page: Page, tmp_path: Path, address: str) -> None:
    """As an editor pastes it: the frame, the frame with its script, and the web component."""
    asked = "what=topic/praten&form=compact&weekday=sunday&free=1&accent=8a1f5c&font=Open+Sans%2C+%22Verdana%22&links=new&lang=en"
    for way in ("", "script", "element"):
        page.goto(f"{address}insluiten/?way={way}&{asked}")
        page.wait_for_function("() => document.querySelector('#code').value.includes('/en/')")
        html = f'<!doctype html><html lang="nl"><head><title>Bibliotheek</title></head><body><main><h1>Agenda</h1>{code(page)}</main></body></html>'
        (tmp_path / f"{way or 'frame'}.html").write_text(html, encoding="utf-8")
    assert [one for one in nu.errors(tmp_path) if NOT_OF_THE_STANDARD not in one.message] == []
    assert len(re.findall("<iframe", (tmp_path / "script.html").read_text(encoding="utf-8"))) == 1
