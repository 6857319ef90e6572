"""The calendar on a plain page of another origin, in Chromium: three ways at once, in any look, and no harm in either direction."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from msgspec import Struct

from streekagenda.publications.editions import host_script, snippets
from tests.browser import axe, nu, small_site
from tests.browser.chromium import go_on, set_text_size, visit
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Page

    from tests.browser.chromium import Visit

pytestmark = pytest.mark.browser

TOO_HIGH = 2
"""Pixels that a frame may be higher than what is in it."""
INSIDE = (
    "() => [document.scrollingElement.scrollHeight, document.scrollingElement.clientHeight, document.body.offsetHeight]"
)
FITS = f"""() => {{
    const [inside, frame, body] = ({INSIDE})()
    return inside <= frame && frame <= body + {TOO_HIGH}
}}"""
DATA = "() => ({ ...document.documentElement.dataset })"
LOOK = """() => {
    const { color, fontFamily, backgroundColor } = getComputedStyle(document.body)
    const link = getComputedStyle(document.querySelector('.more a')).color
    return { color, font: fontFamily, background: backgroundColor, link, scheme: document.documentElement.dataset.scheme }
}"""


class Host(Struct, frozen=True, kw_only=True):
    """A website of somebody else, in which the calendar stands."""

    folder: Path
    address: str
    calendar: str
    """The address of the calendar."""
    script: host_script.HostScript
    seen: Visit

    @property
    def page(self) -> Page:
        return self.seen.page

    def frame(self, path: str = "embed/agenda/", title: str = "Agenda", more: str = "") -> str:
        code = snippets.frame(self.calendar + path, title)
        return code.replace("<iframe", f"<iframe {more}")

    def element(self, more: str = "", path: str = "embed/agenda/", title: str = "Agenda") -> str:
        values = {"src": self.calendar + path, "page": self.calendar + "agenda/", "title": title}
        return snippets.filled(snippets.ELEMENT, **values).replace("<streek-agenda", f"<streek-agenda {more}")

    @property
    def checked(self) -> str:
        """The script as a snippet has it, with its integrity."""
        script = self.script
        return snippets.filled(snippets.CHECKED_SCRIPT, script=self.calendar + script.path, integrity=script.integrity)

    def shows(self, *body: str, head: str = "", lang: str = "nl", width: int = 1280) -> None:
        """Open a page with a body on it, in the window that there is."""
        style = (
            ""
            if "<style" in head or "style-src" in head
            else "<style>body { font: 1rem sans-serif; margin: 1rem }</style>"
        )
        text = (
            f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width"><title>Bibliotheek</title>{head}{style}</head>\n'
            f"<body>\n<main>\n<h1>Bibliotheek</h1>\n{chr(10).join(body)}\n</main>\n</body>\n</html>\n"
        )
        number = len(list(self.folder.iterdir()))  # each has an address of its own: nothing comes from a store
        (self.folder / f"{number}.html").write_text(text, encoding="utf-8")
        go_on(self.seen, f"{self.address}{number}.html", width=width)

    @property
    def complaints(self) -> list[str]:
        """What went wrong, and what was asked of anybody but these two sites."""
        known = tuple(f"asked another host: {site}" for site in (self.address, self.calendar))
        # the script gives a frame that is on its way an address with a look, and the first request ends
        ended = f"failed: {self.calendar}embed/"
        return [said for said in self.seen.complaints if not said.startswith((*known, ended))]

    def frames(self, number: int = 1) -> list[Frame]:
        """The frames of the calendar, when there are so many and each has its list."""
        self.page.wait_for_function(
            "number => frames.length + document.querySelectorAll('streek-agenda').length >= number", arg=number
        )
        found: list[Frame] = []
        for _ in range(100):
            found = [frame for frame in self.page.frames if frame.url.startswith(self.calendar)]
            if len(found) == number and all("dressed" in frame.evaluate(DATA) for frame in found):
                return found
            self.page.wait_for_timeout(50)
        raise AssertionError([frame.url for frame in self.page.frames])


@pytest.fixture(scope="module")
def host(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    whole = small_site.made(in_region={"languages": ("nl", "en")})
    site = small_site.written(whole, tmp_path_factory.mktemp("calendar"))
    folder = tmp_path_factory.mktemp("host")
    with (
        served(site, base="/agenda/") as calendar,
        served(folder) as address,
        visit(browser, "about:blank") as seen,
    ):
        # another name is another origin, and another site
        other = address.replace("127.0.0.1", "localhost")
        yield Host(folder=folder, address=other, calendar=calendar, script=host_script.newest(whole), seen=seen)


def fits(frame: Frame) -> None:
    """Wait until a frame has no bar of its own, and no room left; one that nobody sees is not measured."""
    frame.frame_element().scroll_into_view_if_needed()
    frame.wait_for_function(FITS, timeout=5_000, polling=50)


def test_three_ways_on_one_page_have_the_height_of_what_is_in_them(host: Host) -> None:
    host.shows(
        '<p><a id="before" href="#before">Wie wij zijn</a></p>',
        host.element('form="compact" n="3" ', title="De volgende drie"),
        host.frame("embed/wijken/rivierenwijk/?form=compact", "Rivierenwijk"),
        host.frame("embed/agenda/?form=week", "Deze week"),
        host.checked,
    )
    frames = host.frames(3)
    for frame in frames:
        fits(frame)
    assert sorted(len(frame.locator("[data-is]:visible").all()) for frame in frames) == [3, 5, 11]
    set_text_size(host.page, 200)
    for frame in frames:
        fits(frame)
    set_text_size(host.page, 100)
    for width in (640, 320):  # a window of 1280 pixels at 200 %, and 400 %
        host.page.set_viewport_size({"width": width, "height": 900})
        for frame in frames:
            fits(frame)
        assert (host.seen.overflow, host.seen.sticking_out) == (0, [])
        assert [frame.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") for frame in frames] == [
            0
        ] * 3
    opened = frames[0]
    opened.evaluate("""() => {
        const folded = '<details><summary>Meer</summary><p>Lang.</p><p>Langer.</p></details>'
        document.querySelector('main').insertAdjacentHTML('afterbegin', `<div>${folded}</div>`)
    }""")
    fits(opened)
    closed = opened.evaluate("() => innerHeight")
    opened.locator("summary").first.click()
    opened.wait_for_function("closed => innerHeight > closed + 40", arg=closed)
    fits(opened)
    assert host.complaints == []


def test_without_the_scripts_of_the_page_a_frame_scrolls_and_the_element_is_a_link(host: Host) -> None:
    blocked = """<meta http-equiv="Content-Security-Policy" content="script-src 'none'">"""
    host.shows(host.frame(), host.element(), host.checked, head=blocked)
    assert not host.page.evaluate("() => document.querySelector('streek-agenda').shadowRoot")
    assert host.page.locator("streek-agenda a").is_visible()
    (frame,) = (frame for frame in host.page.frames if frame.url.startswith(host.calendar))
    frame.wait_for_function("() => 'dressed' in document.documentElement.dataset")
    inside, height, _ = frame.evaluate(INSIDE)
    assert (height, inside > 600) == (600, True)
    frame.locator(".card a").last.scroll_into_view_if_needed()
    assert frame.evaluate("() => scrollY") > 600


def test_a_policy_of_the_page_needs_to_name_the_calendar_and_nothing_else(host: Host) -> None:
    site = f"{urlsplit(host.calendar).scheme}://{urlsplit(host.calendar).netloc}"
    policy = f"default-src 'none'; script-src {site}; frame-src {site}; style-src 'none'"
    strict = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    host.shows(host.element('form="compact"'), host.checked, head=strict)
    (frame,) = host.frames()
    fits(frame)
    # the style that the snippet itself gives the element is the page's own, and this page forbids its own
    assert [said for said in host.complaints if not said.startswith("Applying inline style")] == []


def test_nothing_is_kept_and_nobody_else_is_asked(host: Host) -> None:
    host.shows(host.frame("embed/agenda/?form=compact"), host.element('form="week"'), host.checked)
    kept = """async () => [document.cookie, localStorage.length, sessionStorage.length,
        (await indexedDB.databases()).length, (await caches.keys()).length]"""
    for frame in host.frames(2):
        fits(frame)
        assert frame.evaluate("async () => [document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    assert host.page.evaluate(kept) == ["", 0, 0, 0, 0]
    assert host.page.context.cookies() == []
    assert host.complaints == []


def test_messages_of_strangers_change_nothing(host: Host) -> None:
    stranger = '<iframe title="Een ander" srcdoc="&lt;p&gt;Een ander"></iframe>'
    host.shows(host.frame("embed/agenda/?form=compact"), stranger, host.checked)
    (frame,) = host.frames()
    fits(frame)
    high = "document.querySelector('iframe').offsetHeight"
    own = host.page.evaluate(high)

    def told(by: Frame | Page, *messages: str) -> int:
        for message in messages:
            by.evaluate(f"() => parent.postMessage({message}, '*')")
        host.page.wait_for_timeout(50)
        number: int = host.page.evaluate(high)
        return number

    fair = "{ type: 'streekagenda', height: 777 }"
    other = next(one for one in host.page.frames if one.url == "about:srcdoc")
    assert told(other, fair) == told(host.page, fair) == own
    wrong = ["null", "777", "'streekagenda'", "[]", "{}", "{ type: 'streekagenda' }", "{ height: 777 }"]
    heights = ["'777'", "49", "20001", "1e9", "-777", "NaN", "Infinity", "777.5", "[777]", "{}", "null"]
    wrong += [f"{{ type: 'streekagenda', height: {one} }}" for one in heights]
    assert told(frame, *wrong) == own
    # said again and again: the frame tells its own height too, now and then
    frame.evaluate(f"() => {{ setInterval(() => parent.postMessage({fair}, '*'), 10) }}")
    host.page.wait_for_function(f"() => {high} === 777")
    # the same window with somebody else's page in it
    host.page.evaluate("address => { document.querySelector('iframe').src = address }", host.address + "0.html")
    other = next(one for one in host.page.frames[1:] if one != other)
    other.wait_for_url("**/0.html")
    height = host.page.evaluate(high)
    assert told(other, "{ type: 'streekagenda', height: 555 }") == height in (777, own)


def test_a_link_opens_in_the_window_of_the_page(host: Host) -> None:
    host.shows(host.element('form="compact"'), host.checked)
    (frame,) = host.frames()
    link = frame.locator(".card a, .later a").first
    address = link.evaluate("link => link.href")
    link.click()
    host.page.wait_for_url(address)
    assert address.startswith(f"{host.calendar}activiteiten/")
    host.shows(host.frame("embed/agenda/?form=compact&links=new"), host.checked)
    (frame,) = host.frames()
    with host.page.context.expect_page() as opened:
        frame.locator(".card a, .later a").first.click()
    assert opened.value.url == address
    assert opened.value.evaluate("() => opener") is None
    opened.value.close()


def test_a_keyboard_goes_through_the_page_into_the_list_and_out_again(host: Host) -> None:
    host.shows(
        '<p><a id="before" href="#before">Ervoor</a></p>',
        host.element('form="compact" n="2"'),
        '<p><a id="after" href="#after">Erna</a></p>',
        host.checked,
    )
    (frame,) = host.frames()
    fits(frame)
    links = len([one for one in frame.locator("a, summary, button").all() if one.is_visible()])
    host.page.locator("#before").focus()

    def pressed(key: str) -> list[str]:
        """Where the focus comes until it has left the list."""
        found = []
        for _ in range(links + 3):
            host.page.keyboard.press(key)
            where = host.page.evaluate("() => document.activeElement.id || document.activeElement.localName")
            found.append(where)
            if where != "streek-agenda":
                break
            box = frame.evaluate("() => document.activeElement.getBoundingClientRect().toJSON()")
            assert 0 <= box["top"] < frame.evaluate("() => innerHeight")
        return found

    assert pressed("Tab") == ["streek-agenda"] * links + ["after"]
    assert pressed("Shift+Tab") == ["streek-agenda"] * links + ["before"]


def look_of(host: Host, *body: str, head: str = "", number: int = 1) -> dict[str, str]:
    host.shows(*body, host.checked, head=head)
    host.page.wait_for_timeout(100)
    (frame,) = host.frames(number)
    found: dict[str, str] = frame.evaluate(LOOK)
    return found


STYLED = "<style>body {{ background: {background}; color: {text}; font-family: Georgia, serif }} a {{ color: {link}; transition: all 1s }}</style>"
LOOKS = {
    "computed": (
        STYLED.format(background="#101820", text="#f5f5f5", link="#8fd3ff"),
        {
            "background": "rgb(16, 24, 32)",
            "color": "rgb(245, 245, 245)",
            "link": "rgb(143, 211, 255)",
            "scheme": "dark",
        },
    ),
    "by other names": (
        STYLED.format(background="oklch(1 0 0)", text="hsl(0 0% 20%)", link="rebeccapurple"),
        {
            "background": "rgb(255, 255, 255)",
            "color": "rgb(51, 51, 51)",
            "link": "rgb(102, 51, 153)",
            "scheme": "light",
        },
    ),
    "tokens of NL Design System": (
        STYLED.format(background="#ffffff", text="#000000", link="#0000aa").replace(
            "body {",
            "body { --basis-color-default-bg-document: #fff8e7; --basis-color-action-1-color-default: #7a1f3d; "
            "--basis-color-default-color-document: #2b2b2b;",
        ),
        {"background": "rgb(255, 248, 231)", "color": "rgb(43, 43, 43)", "link": "rgb(122, 31, 61)", "scheme": "light"},
    ),
    "properties of ours": (
        STYLED.format(background="#ffffff", text="#000000", link="#0000aa").replace(
            "body {",
            "body { --basis-color-action-1-color-default: #7a1f3d; --streekagenda-accent: #00594f; "
            "--streekagenda-background: #f0f0f0; --streekagenda-text: #111;",
        ),
        {"background": "rgb(240, 240, 240)", "color": "rgb(17, 17, 17)", "link": "rgb(0, 89, 79)", "scheme": "light"},
    ),
}


@pytest.mark.parametrize("kind", LOOKS)
def test_a_frame_looks_as_the_page_in_which_it_stands(kind: str, host: Host) -> None:
    head, wanted = LOOKS[kind]
    found = look_of(host, host.element("lang='nl'", path="embed/wijken/rivierenwijk/"), head=head)
    assert {name: found[name] for name in wanted} == wanted
    assert found["font"].startswith("Georgia, serif")


def test_a_page_without_colours_is_what_the_browser_shows_and_links_are_those_of_the_region(host: Host) -> None:
    host.page.emulate_media(color_scheme="dark")
    plain = look_of(host, host.frame("embed/wijken/rivierenwijk/"))
    assert plain == {
        "background": "rgb(255, 255, 255)",
        "color": "rgb(0, 0, 0)",
        "font": "sans-serif, sans-serif",
        "link": "rgb(27, 94, 75)",
        "scheme": "light",
    }


def test_a_frame_follows_the_page_from_light_to_dark_without_being_fetched_again(host: Host) -> None:
    head = """<style>:root { color-scheme: light } body { background: #fff; color: #222; transition: background-color .2s }
        .night body { background: #111; color: #eee } .night { color-scheme: dark }</style>"""
    host.shows('<div id="around">', host.frame("embed/wijken/rivierenwijk/"), "</div>", host.checked, head=head)
    (frame,) = host.frames()
    fits(frame)
    asked = []
    host.page.on("request", lambda request: asked.append(request.url))
    entries = host.page.evaluate("() => history.length")
    frame.evaluate("() => { window.isTheSame = true }")
    for night, background in ((True, "rgb(17, 17, 17)"), (False, "rgb(255, 255, 255)")):
        host.page.evaluate("night => document.documentElement.classList.toggle('night', night)", night)
        frame.wait_for_function("wanted => getComputedStyle(document.body).backgroundColor === wanted", arg=background)
        assert frame.evaluate(LOOK)["scheme"] == ("dark" if night else "light")
    assert (frame.evaluate("() => window.isTheSame"), asked) == (True, [])
    assert host.page.evaluate("() => history.length") == entries


def test_a_page_that_follows_the_device_takes_the_frame_along(host: Host) -> None:
    head = """<style>:root { color-scheme: light dark }</style>"""
    host.shows(host.frame("embed/wijken/rivierenwijk/"), host.checked, head=head)
    (frame,) = host.frames()
    fits(frame)
    host.page.emulate_media(color_scheme="dark")
    frame.wait_for_function("() => document.documentElement.dataset.scheme === 'dark'")
    host.page.emulate_media(color_scheme="light")
    frame.wait_for_function("() => document.documentElement.dataset.scheme === 'light'")


def test_the_language_is_that_of_the_page_around_it(host: Host) -> None:
    host.shows(host.frame("embed/wijken/rivierenwijk/?form=compact"), host.checked, lang="en-GB")
    host.page.wait_for_function("() => frames.length")
    frame = host.page.frames[1]
    frame.wait_for_url("**/en/embed/areas/rivierenwijk/?form=compact#*")
    fits(frame)
    host.shows('<div lang="nl-BE">', host.element('form="compact"'), "</div>", host.checked, lang="en")
    (frame,) = host.frames()
    assert "/en/" not in frame.url


def test_frames_and_elements_that_come_later_or_change_are_served_too(host: Host) -> None:
    host.shows(host.checked, host.checked.replace(host.script.path, host_script.NEWEST))  # two of them do no harm
    host.page.wait_for_function("() => customElements.get('streek-agenda')")
    host.page.evaluate("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", host.frame())
    (frame,) = host.frames()
    fits(frame)
    host.page.evaluate("""() => {
        const agenda = document.createElement('streek-agenda')
        document.querySelector('main').prepend(agenda)
        agenda.setAttribute('src', 'embed/agenda/')
        agenda.setAttribute('form', 'compact')
        agenda.title = 'Later'
    }""")
    (frame,) = (one for one in host.frames(2) if "form=compact" in one.url)
    fits(frame)
    assert host.page.locator("streek-agenda iframe").get_attribute("title") == "Later"
    entries = host.page.evaluate("() => history.length")
    host.page.evaluate("""() => {
        const agenda = document.querySelector('streek-agenda')
        agenda.setAttribute('n', '2')
        agenda.setAttribute('topic', 'bewegen lezen')
        agenda.setAttribute('free', '')
        agenda.setAttribute('accent', '#7a1f3d')
        agenda.className = 'of-the-host'
    }""")
    frame.wait_for_url("**/embed/agenda/?form=compact&n=2&topic=bewegen&topic=lezen&free=1&accent=7a1f3d#*")
    assert host.page.evaluate("() => history.length") == entries
    assert host.complaints == []


def test_what_is_no_embed_of_this_calendar_is_left_alone(host: Host) -> None:
    host.shows(
        host.element(path="agenda/"),
        host.element().replace(host.calendar, "javascript:alert(1)//"),
        host.element().replace(host.calendar, host.address),
        host.frame("agenda/"),
        host.frame("embed/agenda/#?secret=abcdefghij"),
        host.checked,
    )
    host.page.wait_for_function("() => customElements.get('streek-agenda')")
    host.page.wait_for_timeout(200)
    assert (
        host.page.evaluate("() => [...document.querySelectorAll('streek-agenda')].map(one => one.shadowRoot)")
        == [None] * 3
    )
    assert [one.get_attribute("src") for one in host.page.locator("iframe").all()] == [
        f"{host.calendar}agenda/",
        f"{host.calendar}embed/agenda/#?secret=abcdefghij",
    ]
    assert host.page.locator("streek-agenda a").first.is_visible()


def test_a_frame_far_below_is_fetched_when_one_comes_near(host: Host) -> None:
    host.shows(
        '<div id="high"></div>',
        host.element('form="compact"'),
        host.frame(),
        host.checked,
        head="<style>#high { height: 9000px }</style>",
    )
    host.page.wait_for_function("() => document.querySelector('streek-agenda').shadowRoot")
    host.page.wait_for_timeout(300)
    assert not [said for said in host.seen.complaints if "/embed/" in said]
    host.page.locator("streek-agenda").scroll_into_view_if_needed()
    for frame in host.frames(2):
        fits(frame)


@pytest.mark.nu
def test_judges_find_nothing_on_a_page_with_all_three_ways(host: Host) -> None:
    host.shows(
        '<p><a href="#after">Verder</a></p>',
        host.frame("embed/wijken/rivierenwijk/", "Rivierenwijk"),
        host.element('form="compact" n="3"', title="De volgende drie"),
        host.frame("embed/agenda/?form=week", "Deze week"),
        '<p id="after">Tot zover.</p>',
        host.checked,
    )
    for one in (host.page, *host.frames(3)):
        assert axe.asked(one, axe.ALL) == []  # type: ignore[arg-type]  # a frame answers as a page does
    # The checker takes a frame of another origin for one of the page's own: only that could break out of its box.
    assert [
        one
        for one in nu.errors(host.folder)
        if "Setting both “allow-scripts” and “allow-same-origin”" not in one.message
    ] == []


def test_all_of_a_list_is_on_paper_though_paper_is_narrower(host: Host) -> None:
    host.shows(
        host.element('form="compact" n="9"', title="Straks"), host.checked, head="<style>body { width: 50% }</style>"
    )
    (frame,) = host.frames()
    fits(frame)
    height = frame.evaluate("() => innerHeight")
    host.page.set_viewport_size({"width": 718, "height": 900})  # what is left of A4
    host.page.emulate_media(media="print")
    host.page.evaluate(
        "height => { document.querySelector('streek-agenda').shadowRoot.firstChild.style.height = `${height}px` }",
        height,
    )
    assert frame.evaluate("() => document.body.offsetHeight") <= height
    host.page.emulate_media(media="screen")
