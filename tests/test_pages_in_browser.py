"""The example region as its readers meet it: valid, accessible, at home on a phone, quiet."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import axe, nu
from tests.browser.chromium import visit
from tests.browser.serving import served

# One pattern for each kind of page. Where more pages fit, the longest is judged: it has most to go wrong.
KINDS = {
    "home": "index.html",
    "home in English": "en/index.html",
    "agenda": "agenda/index.html",
    "month": "agenda/20[0-9][0-9]/[01][0-9]/index.html",
    "week": "agenda/20[0-9][0-9]/w[0-9]*/index.html",
    "event": "activiteiten/*/*/index.html",
    "event in English": "en/events/*/*/index.html",
    "organisations": "organisaties/index.html",
    "organisation": "organisaties/*/index.html",
    "places": "plekken/index.html",
    "place": "plekken/*/index.html",
    "areas": "wijken/index.html",
    "area": "wijken/*/index.html",
    "topics": "onderwerpen/index.html",
    "topic": "onderwerpen/*/index.html",
    "audiences": "doelgroepen/index.html",
    "audience": "doelgroepen/*/index.html",
    "campaigns": "campagnes/index.html",
    "campaign": "campagnes/*/index.html",
    "subscribe": "abonneren/index.html",
    "submit": "aanmelden/index.html",
    "submit in English": "en/submit/index.html",
    "guide": "aanmelden/handleiding/index.html",
    "accessibility": "toegankelijkheid/index.html",
    "not found": "404.html",
    "embed": "embed/**/index.html",
}
WIDTHS = [320, 1280]

each_kind = pytest.mark.parametrize("kind", KINDS)


def page_of(kind: str, *, site: Path) -> str:
    """The path, in the site, of the longest page of a kind."""
    pages = sorted(site.glob(KINDS[kind]))
    assert pages, f"the example region has no page {KINDS[kind]}"
    longest = max(pages, key=lambda page: page.stat().st_size)
    return longest.relative_to(site).as_posix().removesuffix("index.html")


@pytest.mark.nu
def test_nu_finds_no_error_in_any_file(example_site: Path) -> None:
    assert nu.errors(example_site) == []


@pytest.mark.browser
@each_kind
@pytest.mark.parametrize("width", WIDTHS)
def test_page_fits_its_screen_and_axe_finds_no_violation(
    browser: Browser, example_site: Path, example_address: str, kind: str, width: int
) -> None:
    path = page_of(kind, site=example_site)
    with visit(browser, example_address + path, width=width) as seen:
        assert seen.overflow == 0, seen.sticking_out
        assert seen.complaints == []
        assert axe.violations(seen.page) == []


@pytest.mark.browser
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not found"])  # it is shown at any depth
def test_page_finds_all_it_needs_from_any_base_path(browser: Browser, example_site: Path, kind: str) -> None:
    path = page_of(kind, site=example_site)
    with served(example_site, base="/een/ander/pad/") as address, visit(browser, address + path) as seen:
        assert seen.complaints == []
