"""Looks at the pages of wordpress.sh in Chromium, on a desktop and on a phone, and says what is there."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Frame, Page

from tests.browser.chromium import started

WIDTHS = {"desktop": 1280, "phone": 360}
PASSWORD = "for this trial only"  # noqa: S105 -- of a site that is gone in a minute
OVERFLOW = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


class Agenda(SimpleHTTPRequestHandler):
    """Serves a site below its base path, with the headers of its own ``_headers``."""

    def __init__(self, *args: object, site: Path, base: str, **kwargs: object) -> None:
        self.base = base
        self.rules = list(_rules((site / "_headers").read_text(encoding="utf-8")))
        super().__init__(*args, directory=str(site), **kwargs)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.base))

    def end_headers(self) -> None:
        path = "/" + self.path.partition("?")[0].removeprefix(self.base)
        for pattern, name, value in self.rules:
            if fnmatch(path, pattern):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- so the standard library names it
        """Say nothing."""


def _rules(text: str) -> Iterator[tuple[str, str, str]]:
    pattern = ""
    for line in text.splitlines():
        if line.startswith("/"):
            pattern = line
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            yield pattern, name, value


class Quiet(ThreadingHTTPServer):
    """A reader who goes away in the middle of an answer is no mistake."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(site: Path, address: str) -> Iterator[None]:
    parts = urlsplit(address)
    handler = partial(Agenda, site=site, base=parts.path)
    with Quiet(("127.0.0.1", parts.port or 80), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


def say(line: str) -> None:
    """Print a line at once: the whole takes minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def framed(page: Page, agenda: str) -> Frame | None:
    return next((one for one in page.frames if one.url.startswith(agenda)), None)


def look(browser: Browser, address: str, agenda: str, width: int, shot: Path) -> str:
    """Open a page as a visitor, follow the first activity in it, and say what was seen."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale="nl-NL", timezone_id="Europe/Amsterdam"
    )
    page = context.new_page()
    complaints: Counter[str] = Counter()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda one: complaints.update([one.text]) if one.type in {"error", "warning"} else None)
    page.goto(address, wait_until="load")
    page.evaluate("document.querySelector('iframe, streek-agenda')?.scrollIntoView()")  # it loads when it comes near
    page.wait_for_timeout(2_500)
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=shot, full_page=True)
    told = [f"{page.evaluate(OVERFLOW)} px wider than the window", f"{len(context.cookies(agenda))} cookies"]
    if strangers := hosts - {urlsplit(address).netloc, urlsplit(agenda).netloc}:
        told.append(f"asked {strangers}")
    told += [f"{times} x {text}" for text, times in complaints.items()]
    frame = framed(page, agenda)
    seen = frame if frame is not None else page
    if frame is not None:
        element = frame.frame_element()
        box = element.bounding_box()
        inside = frame.evaluate("document.documentElement.scrollHeight")
        told += [
            f"frame of {box['height'] if box else 0:.0f} px",
            f"{inside} px in it",
            f"called {element.get_attribute('title')}",
        ]
    link = seen.get_by_role("link", name="Samen wandelen").first
    if link.count():
        link.click()
        page.wait_for_timeout(1_500)
        told.append(f"its first link leads the window to {urlsplit(page.url).path}")
    else:
        told.append("no activity is to be seen")
    context.close()
    return "; ".join(told)


def paste(browser: Browser, blog: str, list_page: str, shot: Path) -> str:
    """Give the address of a list to the editor, as somebody would who never heard of oEmbed, and publish."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{blog}/wp-login.php")
    page.fill("#user_login", "editor")
    page.fill("#user_pass", PASSWORD)
    page.click("#wp-submit")
    page.goto(f"{blog}/wp-admin/post-new.php")
    page.wait_for_function("window.wp?.data?.select('core/editor')?.getCurrentPostId()")
    page.evaluate("wp.data.dispatch('core/edit-post').toggleFeature('welcomeGuide')")
    page.wait_for_timeout(1_000)
    page.keyboard.press("Escape")
    title = page.get_by_role("textbox", name="Add title")
    title.click()
    title.type("Agenda, pasted into the editor")
    page.keyboard.press("Enter")
    # An address of https: that is pasted becomes this block by itself; one of http:, which is all there is here, does not.
    page.keyboard.type("/embed", delay=50)
    page.get_by_role("option", name="Embed", exact=True).click()
    page.get_by_placeholder("Enter URL to embed here").fill(list_page)
    page.get_by_role("button", name="Embed", exact=True).click()
    page.wait_for_timeout(5_000)
    blocks = page.evaluate(
        "wp.data.select('core/block-editor').getBlocks().map(one => one.name + ' ' + (one.attributes.url || ''))"
    )
    page.screenshot(path=shot)
    page.evaluate(
        "async () => { wp.data.dispatch('core/editor').editPost({status: 'publish'}); await wp.data.dispatch('core/editor').savePost() }"
    )
    number = page.evaluate("wp.data.select('core/editor').getCurrentPostId()")
    page.context.close()
    say(f"typed into the editor: {blocks}")
    return f"{blog}/?p={number}"


def main(site: Path, agenda: str, blog: str, pages: Path, shots: Path) -> None:
    """Look at all of the pages, and print what is seen."""
    with served(site, agenda), started() as browser:
        addresses = json.loads(pages.read_text(encoding="utf-8"))
        addresses["typed"] = paste(browser, blog, f"{agenda}wijken/zandweerd/", shots / "editor.png")
        for way, address in addresses.items():
            for screen, width in WIDTHS.items():
                said = look(browser, address, agenda, width, shots / f"{way.replace(' ', '-')}-{screen}.png")
                say(f"{way}, {screen}: {said}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]), Path(sys.argv[5]))
