"""What a reader's telephone fetches before and after it shows a page: little, late, and from nobody else."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.chromium import set_text_size
from tests.browser.kinds import KINDS, page_of

MOST = 60_000
"""Bytes of a first visit, as they are sent."""
MOST_CSS, MOST_SCRIPT = 20_000, 15_000
"""Bytes before compression."""
MOST_REQUESTS = 14
FORM = {"submit"}
"""The one page whose script may be longer: it writes a file."""
HALL = {"screen"}
"""What a display on a wall fetches once, and then a page every ten minutes."""
BLOCKING = {"html", "css"}


@dataclass(kw_only=True)
class First:
    """A first visit."""

    sent: int = 0
    """Bytes, with headers."""
    whole: dict[str, int] = field(default_factory=dict)
    """Bytes before compression, by the kind of file."""
    requests: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


def visited(browser: Browser, address: str, *, script: bool = True, blocking: Collection[str] = BLOCKING) -> First:
    """Open a page as somebody who was never here, and see what goes over the line until nothing more comes."""
    first = First()
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, java_script_enabled=script
    )
    page = context.new_page()
    set_text_size(page, 100)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 -- Playwright writes on it
    page.goto(address, wait_until="networkidle")
    for answer in answers:
        sizes = answer.request.sizes()
        path = urlsplit(answer.url).path
        kind = "html" if path.endswith("/") else path.rpartition(".")[2]
        first.sent += sizes["responseBodySize"] + sizes["responseHeadersSize"]
        if answer.frame == page.main_frame:  # the builder shows an embed, which is judged for itself
            first.whole[kind] = first.whole.get(kind, 0) + len(answer.body())
        first.requests.append(path)
        first.hosts.add(urlsplit(answer.url).netloc)
    assert context.cookies() == []
    if script:
        assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
        assert page.evaluate("async () => (await indexedDB.databases()).length + (await caches.keys()).length") == 0
        waits = "() => performance.getEntriesByType('resource').filter(it => it.renderBlockingStatus === 'blocking')"
        names = page.evaluate(waits + ".map(it => new URL(it.name).pathname)")
        assert {name.rpartition(".")[2] for name in names} <= {*blocking}
    context.close()
    return first


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_first_visit_is_light(browser: Browser, example_site: Path, example_address: str, kind: str) -> None:
    path = page_of(kind, site=example_site)
    first = visited(browser, example_address + str(path))
    assert first.sent <= MOST, first
    assert len(first.requests) <= (MOST_REQUESTS * 2 if kind in FORM else MOST_REQUESTS), first.requests
    assert first.hosts == {urlsplit(example_address).netloc}
    assert kind in HALL or first.whole.get("css", 0) <= MOST_CSS
    assert kind in FORM | HALL or first.whole.get("js", 0) <= MOST_SCRIPT
