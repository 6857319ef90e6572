"""Debian's Chromium, driven by Playwright, and what can be seen of one page in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from msgspec import Struct, field
from playwright.sync_api import Browser, Page, Request, sync_playwright

_SHELL, _WHOLE = Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium")
CHROMIUM = _SHELL if _SHELL.exists() else _WHOLE
"""The same engine without the browser around it, which would cost each new window half a second; else all of Chromium."""

NOW = "2026-11-22T12:00:00+01:00"
"""When a reader comes where nothing else is said: the moment of the build of the example region."""

# Headless and quiet: nothing is looked up, updated or synchronised; no sandbox, since CI runs as root.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--blink-settings=lazyLoadingImageMarginPxUnknown=1250",  # as with a good line, of which the shell knows nothing
]

# A long word sticks out of its element's box, which scrollWidth tells and the box itself does not.
STICKING_OUT = """
() => [...document.body.querySelectorAll('*')]
    .filter(element => {
        const box = element.getBoundingClientRect()
        return Math.max(box.right, box.left + element.scrollWidth) > document.documentElement.clientWidth + 0.5
    })
    .map(element => element.outerHTML.slice(0, 120))
"""


class Visit(Struct, frozen=True, kw_only=True):
    """One page, opened on one screen, and all that went wrong while it was open."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    @property
    def overflow(self) -> int:
        """How many CSS pixels the page is wider than its window."""
        pixels: int = self.page.evaluate(
            "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
        )
        return pixels

    @property
    def sticking_out(self) -> list[str]:
        """The elements that reach past the right edge: where to look when `overflow` is not 0."""
        elements: list[str] = self.page.evaluate(STICKING_OUT)
        return elements


@contextmanager
def started() -> Iterator[Browser]:
    """Start Chromium for a number of visits."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(
    browser: Browser,
    address: str,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
    now: str = NOW,
    zone: str = "Europe/Amsterdam",
) -> Iterator[Visit]:
    """Open a page as a new reader, who has no history, wants no motion and has the given screen and clock."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="nl-NL",
        timezone_id=zone,
    )
    context.clock.set_fixed_time(now)
    page = context.new_page()
    seen = Visit(page=page)
    host = urlsplit(address).netloc

    def notice_strangers(request: Request) -> None:
        if urlsplit(request.url).netloc not in {host, ""}:
            seen.complaints.append(f"asked another host: {request.url}")

    page.on("request", notice_strangers)
    page.on("requestfailed", lambda request: seen.complaints.append(f"failed: {request.url}"))
    page.on("pageerror", lambda error: seen.complaints.append(f"script: {error}"))
    page.on(
        "console",
        lambda message: seen.complaints.append(message.text) if message.type in {"error", "warning"} else None,
    )
    try:
        page.goto(address, wait_until="load")
        yield seen
    finally:
        context.close()


def address_of(page: Page) -> str:
    """What its address bar shows, as the page itself knows it: of what a script writes there `page.url` hears later."""
    address: str = page.evaluate("location.href")
    return address


def go_on(seen: Visit, address: str, *, width: int = 1280, height: int = 900) -> None:
    """Open another page of the same site in the same window: a new window takes Chromium eight times as long."""
    seen.page.goto("about:blank")  # what the page before was still asking for is no complaint about this one
    seen.complaints.clear()
    seen.page.emulate_media(color_scheme="light")
    set_text_size(seen.page, 100)
    seen.page.set_viewport_size({"width": width, "height": height})
    seen.page.goto(address, wait_until="load")


def set_text_size(page: Page, percent: int) -> None:
    """Set the size of text that the reader chose in Chromium's settings: 100 is 16 CSS pixels."""
    sizes = {"standard": 16 * percent // 100, "fixed": 13 * percent // 100}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
