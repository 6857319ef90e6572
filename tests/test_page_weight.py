"""What a reader's telephone fetches before and after it shows a page: little, late, and from nobody else."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from msgspec import Struct, field
from playwright.sync_api import Browser, Page, Response

from tests.browser.chromium import set_text_size
from tests.browser.kinds import KINDS, page_of

MOST, MOST_OF_AN_EMBED = 60_000, 30_000
"""Bytes of a first visit, as they are sent, with their headers."""
MOST_CSS, MOST_SCRIPT = 20_000, 15_000
"""Bytes before compression."""
MOST_REQUESTS = 14
FORM = {"submit"}
"""The one page whose script may be longer: it writes a file."""
HALL = {"screen"}
"""What a display on a wall fetches once, and then a page every ten minutes."""
BLOCKING = {"html", "css"}


class First(Struct, kw_only=True, dict=True):
    """A first visit."""

    sent: int = 0
    """Bytes, with headers."""
    whole: dict[str, int] = field(default_factory=dict)
    """Bytes before compression, by the kind of file."""
    requests: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


@contextmanager
def phone(browser: Browser, *, script: bool = True) -> Iterator[Page]:
    """Give the window of somebody who was never here, and will not know at its end that they were."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, java_script_enabled=script
    )
    page = context.new_page()
    set_text_size(page, 100)
    yield page
    assert context.cookies() == []
    if script:
        assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
        assert page.evaluate("async () => (await indexedDB.databases()).length + (await caches.keys()).length") == 0
    context.close()


def opened(page: Page, address: str) -> First:
    """Open a page that its window has nothing of, and see what goes over the line until nothing more comes."""
    first = First()
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    page.goto(address, wait_until="networkidle")
    page.remove_listener("response", keep)
    for answer in answers:
        sizes = answer.request.sizes()
        path = urlsplit(answer.url).path
        kind = "html" if path.endswith("/") else path.rpartition(".")[2]
        first.sent += sizes["responseBodySize"] + sizes["responseHeadersSize"]
        if answer.frame == page.main_frame:  # the builder shows an embed, which is judged for itself; all of it is sent
            first.whole[kind] = first.whole.get(kind, 0) + len(answer.body())
            first.requests.append(path)
        first.hosts.add(urlsplit(answer.url).netloc)
    return first


def blocking(page: Page) -> set[str]:
    """The kinds of file without which a page does not begin to show."""
    names = page.evaluate(
        """() => performance.getEntriesByType('resource').filter(it => it.renderBlockingStatus === 'blocking')
            .map(it => new URL(it.name).pathname)"""
    )
    return {name.rpartition(".")[2] for name in names}


def visited(browser: Browser, address: str, *, script: bool = True) -> First:
    """Open a page as somebody who was never here; no script may keep it from showing."""
    with phone(browser, script=script) as page:
        first = opened(page, address)
        assert not script or blocking(page) <= BLOCKING
    return first


@pytest.mark.browser
@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.startswith("embed")])
def test_first_visit_is_light(browser: Browser, example_site: Path, example_address: str, kind: str) -> None:
    path = page_of(kind, site=example_site)
    first = visited(browser, example_address + str(path))
    assert first.sent <= MOST, first
    assert len(first.requests) <= (MOST_REQUESTS * 2 if kind in FORM else MOST_REQUESTS), first.requests
    assert first.hosts == {urlsplit(example_address).netloc}
    assert kind in HALL or first.whole.get("css", 0) <= MOST_CSS
    assert kind in FORM | HALL or first.whole.get("js", 0) <= MOST_SCRIPT


@pytest.mark.browser
def test_first_visit_of_the_heaviest_embeds_is_light(
    browser: Browser, example_site: Path, example_address: str
) -> None:
    """The page of a host pays for it; one small script in the head says how it looks before it is shown."""
    largest = sorted(example_site.glob("**/embed/**/index.html"), key=lambda file: file.stat().st_size)[-8:]
    heaviest = sorted(largest, key=lambda file: len(gzip.compress(file.read_bytes())))[-3:]
    with phone(browser) as page:
        for file in heaviest:
            path = file.parent.relative_to(example_site).as_posix()
            first = opened(page, f"{example_address}{path}/")
            assert first.sent < MOST_OF_AN_EMBED, (path, first)
            assert sorted({one.rpartition("/")[2] or "html" for one in first.requests}) == [
                *("embed.css", "frame.js", "html", "look.js", "page.js", "site.css", "theme-embed.css")
            ]
            assert blocking(page) == {"css", "js"}
