"""Promises 29 to 32: what a page may do, who may frame it, and what its frame believes."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from streekagenda.formats.integrity import integrity
from tests.browser.chromium import go_on, visit
from tests.browser.serving import served
from tests.promises.region import Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)


def test_promise_29_a_policy_stands_first_in_every_page_and_nothing_is_inline(site: Site) -> None:
    whole = {path: page for path, page in site.pages.items() if not path.endswith("/fragment.html")}
    assert len(whole) > 50
    for path, page in whole.items():
        found = re.search(r"<head>\s*<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">", page)
        assert found, path
        said = unescape(found[1])
        assert said.replace(" 'wasm-unsafe-eval'", "") == POLICY, path  # the search is a program of its own
        assert ("wasm" in said) == path.startswith("zoeken/"), path
        assert not re.search(r"<style\b|<[^>]+ style=", page), path


def test_promise_30_headers_are_written_for_hosts_that_can_send_them(site: Site) -> None:
    rules = re.split(r"(?m)^(?=/)", site.files["_headers"].decode("utf-8"))
    found = {head: set(map(str.strip, said)) for head, *said in (rule.splitlines() for rule in rules if rule)}
    assert found["/*"] == {
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "X-Frame-Options: DENY",
        "Strict-Transport-Security: max-age=31536000",
    }
    assert found["/embed/*"] == {"Content-Security-Policy: frame-ancestors 'self' https://www.example.org"}
    assert found["/media/*.pdf"] == {"Content-Disposition: attachment"}


@pytest.mark.browser
def test_promise_31_the_script_of_hosts_has_a_version_and_believes_its_own_frames_alone(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    script = site.files["embed-1.0.0.js"]
    assert site.files["embed.js"] == script
    assert integrity(script) in unescape(site.pages["insluiten/index.html"])
    (tmp_path / "host").mkdir()
    (tmp_path / "calendar/embed").mkdir(parents=True)
    (tmp_path / "calendar/embed.js").write_bytes(script)
    (tmp_path / "calendar/embed/frame.html").write_text("<!doctype html><title>Agenda</title>", encoding="utf-8")
    with served(tmp_path / "host") as host, served(tmp_path / "calendar") as calendar:
        (tmp_path / "host/index.html").write_text(
            f'<!doctype html><title>Wij</title><iframe title="Agenda" src="{calendar}embed/frame.html"></iframe>'
            f'<iframe title="Een ander" srcdoc="x"></iframe><script src="{calendar}embed.js"></script>',
            encoding="utf-8",
        )
        with visit(browser, "about:blank") as seen:
            go_on(seen, host)
            ours, other = seen.page.frames[1:]
            assert urlsplit(ours.url).port == urlsplit(calendar).port
            high = "document.querySelector('iframe').offsetHeight"
            before = seen.page.evaluate(high)
            for frame, told in (
                (other, "{ type: 'streekagenda', height: 700 }"),
                (ours, "{ type: 'streekagenda', height: 49 }"),
                (ours, "{ type: 'streekagenda', height: 20001 }"),
                (ours, "{ type: 'streekagenda', height: '700' }"),
                (ours, "{ height: 700 }"),
            ):
                frame.evaluate(f"() => parent.postMessage({told}, '*')")
            seen.page.wait_for_timeout(50)
            assert seen.page.evaluate(high) == before
            ours.evaluate("() => parent.postMessage({ type: 'streekagenda', height: 601 }, '*')")
            seen.page.wait_for_function(f"() => {high} === 601", timeout=5_000)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 -- which it is called with
        self.names.add(tag)


def test_promise_32_an_embed_has_nothing_that_is_worth_a_hijacked_click(site: Site) -> None:
    embeds = {path: page for path, page in site.pages.items() if path.startswith("embed/")}
    assert len(embeds) > 5
    for path, page in embeds.items():
        tags = _Tags()
        tags.feed(page)
        assert not tags.names & {"form", "input", "button", "textarea", "select", "iframe"}, path
        assert set(re.findall(r'target="([^"]*)"', page)) <= {"_blank", "_top", "_self"}, path
    for path in {name for page in embeds.values() for name in re.findall(r'<script[^>]* src="[./]*([^"?]+)', page)}:
        assert not re.search(rb"cookie|localStorage|sessionStorage|indexedDB", site.files[path]), path
