"""The look of a host in an embed: its colours where they can be read, its font, its corners; light and dark as the host is."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from streekagenda.formats.colours import contrast
from streekagenda.formats.design_tokens import ACTION, CARD, DARK, INK, LIGHT, PAPER
from tests.browser import axe, small_site
from tests.browser.chromium import go_on, visit
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.chromium import Visit

pytestmark = pytest.mark.browser

EMBED = "embed/agenda/"
LOOK = """() => {
    const hex = (colour) => '#' + colour.match(/[0-9]+/g).map(part => Number(part).toString(16).padStart(2, '0')).join('')
    const of = (selector) => getComputedStyle(document.querySelector(selector))
    return {
        paper: hex(of('body').backgroundColor), card: hex(of('.card').backgroundColor), ink: hex(of('body').color),
        link: hex(of('.card a').color), taken: document.documentElement.dataset.dressed, scheme: of(':root').colorScheme,
    }
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    whole = small_site.made(in_region={"languages": ("nl", "en")})
    with served(small_site.written(whole, tmp_path_factory.mktemp("small")), base="/agenda/") as where:
        yield where


@pytest.fixture(scope="module")
def window(browser: Browser, address: str) -> Iterator[Visit]:
    with visit(browser, address + EMBED) as seen:
        yield seen


def looks(page: Page) -> tuple[str, str, str, str, str, str]:
    """Paper, card, text, links, what was taken of the host, and whether it is light or dark."""
    found = page.evaluate(LOOK)
    return found["paper"], found["card"], found["ink"], found["link"], found["taken"], found["scheme"]


IN_THE_LIGHT = (LIGHT[PAPER], LIGHT[CARD], LIGHT[INK], LIGHT[ACTION])
IN_THE_DARK = (DARK[PAPER], DARK[CARD], DARK[INK], DARK[ACTION])

LOOKS = {
    "": (*IN_THE_LIGHT, "", "light dark"),
    "?scheme=dark": (*IN_THE_DARK, "", "dark"),
    "?scheme=light": (*IN_THE_LIGHT, "", "light"),
    "?accent=0055aa": (*IN_THE_LIGHT[:3], "#0055aa", "accent", "light dark"),
    "?background=ffffff&text=222222&accent=0055aa": (
        *("#ffffff", "#ffffff", "#222222", "#0055aa"),
        *("background text accent", "light"),
    ),
    "?background=003366&text=ffffff&accent=ffcc00": (
        *("#003366", "#0f3f6f", "#ffffff", "#ffcc00"),
        *("background text accent", "dark"),
    ),
    # a colour that is hard to read on a tint of itself alone has no tint
    "?background=261c30&text=eeeeee&accent=ff8fd4": (
        *("#261c30", "#332a3c", "#eeeeee", "#ff8fd4"),
        *("background text accent", "dark"),
    ),
    # what cannot be read is not taken, and what can is
    "?accent=ffcc00": (*IN_THE_LIGHT, "", "light dark"),
    "?background=777777": (*IN_THE_LIGHT, "", "light dark"),
    "?background=ffffff&text=999999&accent=0055aa": (
        *("#ffffff", "#ffffff", LIGHT[INK], "#0055aa"),
        *("background accent", "light"),
    ),
    "?background=ffffff&scheme=dark": (*IN_THE_DARK, "", "dark"),
    # a host's script writes into the fragment, as a browser says it; the query goes before
    "#accent=rgb(0, 85, 170)&background=rgb(255, 255, 255)": (
        *("#ffffff", "#ffffff", LIGHT[INK], "#0055aa"),
        *("background accent", "light"),
    ),
    "?accent=8a1f5c#accent=0055aa": (*IN_THE_LIGHT[:3], "#8a1f5c", "accent", "light dark"),
    # what is no colour, or lets through what is behind it, is left
    "?accent=rood&background=12345&text=rgba(0,0,0,.5)": (*IN_THE_LIGHT, "", "light dark"),
}


def test_colours_of_the_host_are_taken_where_they_can_be_read(window: Visit, address: str) -> None:
    found = {}
    for look in LOOKS:
        go_on(window, f"{address}{EMBED}{look}")
        found[look] = looks(window.page)
    assert found == LOOKS
    assert window.complaints == []


def test_dark_follows_the_reader_until_the_host_says_otherwise_without_a_reload(window: Visit, address: str) -> None:
    go_on(window, f"{address}{EMBED}?accent=0055aa")
    page = window.page
    page.evaluate("() => { window.sameLoad = true }")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.documentElement.dataset.dressed === ''")
    assert looks(page) == (*IN_THE_DARK, "", "light dark")
    hash_to(page, "scheme=light")
    assert looks(page) == (*IN_THE_LIGHT[:3], "#0055aa", "accent", "light")
    hash_to(page, "background=10182b&text=ffffff")
    assert looks(page)[4:] == ("background text", "dark")
    before = looks(page)
    hash_to(page, "d-2026-11-24")
    assert looks(page) == before, "a place on the page is no wish"
    assert page.evaluate("() => window.sameLoad")
    page.emulate_media(color_scheme="light")


def hash_to(page: Page, fragment: str) -> None:
    page.evaluate(
        "hash => new Promise(done => { addEventListener('hashchange', () => done(), {once: true}); location.hash = hash })",
        fragment,
    )


FONTS = {
    "font=Georgia, serif": "Georgia, serif, sans-serif",
    "font=system": "system-ui, sans-serif",
    "font='Source Sans Pro',Arial": '"Source Sans Pro", Arial, sans-serif',
    "font=x;}body{display:none": 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
}


def test_font_and_corners_are_those_of_the_host(window: Visit, address: str) -> None:
    found = {}
    for font in FONTS:
        go_on(window, f"{address}{EMBED}?{font}")
        found[font] = window.page.evaluate("() => getComputedStyle(document.body).fontFamily")
    assert {
        font: said.replace('"Georgia"', "Georgia").replace('"Arial"', "Arial") for font, said in found.items()
    } == FONTS
    corners = {}
    for radius in ("0", "12", "32", "33", "-1", "2em"):
        go_on(window, f"{address}{EMBED}?radius={radius}")
        corners[radius] = window.page.evaluate(
            "() => getComputedStyle(document.querySelector('.card')).borderTopLeftRadius"
        )
    own = "12.75px"  # .75rem
    assert corners == {"0": "0px", "12": "12px", "32": "32px", "33": own, "-1": own, "2em": own}


def test_whatever_colours_a_host_has_text_can_be_read(window: Visit, address: str) -> None:
    """Thirty made-up house styles, judged by axe in the light and in the dark; what looks the same is judged once."""
    random = Random(7)
    go_on(window, f"{address}{EMBED}?n=7")
    page = window.page
    judged: dict[tuple[str, ...], list[axe.Violation]] = {}
    for _ in range(30):
        look = "&".join(f"{name}={random.randrange(16**6):06x}" for name in ("background", "text", "accent"))
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            hash_to(page, f"{look}&seen={scheme}")
            seen = looks(page)
            if seen not in judged:
                judged[seen] = axe.asked(page, {"type": "rule", "values": ["color-contrast"]})
            paper, card, ink, link, *_ = seen
            assert min(contrast(one, ground) for one in (ink, link) for ground in (paper, card)) >= 4.5, look
    page.emulate_media(color_scheme="light")
    assert [seen for seen, found in judged.items() if found] == []
    assert len(judged) > 15, "that nothing is taken would be easy"
