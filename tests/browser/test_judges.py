"""A judge that never finds anything proves nothing: here each judge sees one bad and one good page."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser

from tests.browser import axe, nu
from tests.browser.chromium import visit
from tests.browser.serving import served

GOOD = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="good.css">
<link rel="icon" href="icon.svg">
<title>Koffie</title>
</head>
<body><h1>Koffie</h1><p>Elke maandag.</p><p><a href="folder/">Meer</a></p></body>
</html>
"""
BAD = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="script-src 'self'">
<title>Thee</title>
<style>p { color: #bbb; background: white; width: 600px }</style>
</head>
<body><h1>Thee</h1><h3>Waar</h3><p>Elke dinsdag.</p><img src="missing.png"><script>alert(1)</script></body>
</html>
"""
FILES = {
    "good.html": GOOD,
    "dim.html": GOOD.replace("good.css", "dim.css"),
    "bad.html": BAD,
    "404.html": GOOD.replace("Koffie", "Niet gevonden"),
    "word.html": GOOD.replace("<h1>Koffie", f"<h1>{'buurt' * 30}"),
    "folder/index.html": GOOD.replace('href="', 'href="../'),
    "good.css": "body { color: #111; background: #fff }",
    "dim.css": "@media (prefers-color-scheme: dark) { body { color: #333; background: #000 } }",
    "bad.css": "a { colr: red }",
    "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judged")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder, base="/een/streek/") as address:
        yield address


@pytest.mark.browser
def test_axe_finds_what_is_wrong(browser: Browser, address: str) -> None:
    with visit(browser, address + "bad.html") as seen:
        assert {violation.rule for violation in axe.violations(seen.page)} == {"color-contrast", "image-alt"}


@pytest.mark.browser
def test_axe_sees_the_colours_of_the_dark(browser: Browser, address: str) -> None:
    with visit(browser, address + "dim.html") as seen:
        assert {violation.rule for violation in axe.violations(seen.page)} == {"color-contrast"}


@pytest.mark.browser
def test_axe_finds_nothing_in_a_good_page(browser: Browser, address: str) -> None:
    with visit(browser, address + "good.html") as seen:
        assert axe.violations(seen.page) == []


@pytest.mark.browser
def test_overflow_is_measured_in_pixels_and_names_the_element(browser: Browser, address: str) -> None:
    with visit(browser, address + "bad.html", width=320) as seen:
        assert seen.overflow > 280
        assert seen.sticking_out == ["<p>Elke dinsdag.</p>"]


@pytest.mark.browser
def test_a_long_word_that_sticks_out_is_named(browser: Browser, address: str) -> None:
    with visit(browser, address + "word.html", width=320) as seen:
        assert seen.overflow > 280
        assert seen.sticking_out == [f"<h1>{'buurt' * 30}</h1>"[:120]]


@pytest.mark.browser
def test_overflow_is_nothing_on_a_page_that_fits(browser: Browser, address: str) -> None:
    with visit(browser, address + "good.html", width=320) as seen:
        assert seen.overflow == 0
        assert seen.sticking_out == []


@pytest.mark.browser
def test_visit_hears_the_complaints_of_the_browser(browser: Browser, address: str) -> None:
    with visit(browser, address + "bad.html") as seen:
        assert any("404" in complaint for complaint in seen.complaints)
        assert any("Content Security Policy" in complaint for complaint in seen.complaints)


@pytest.mark.browser
def test_visit_has_no_complaint_about_a_good_page(browser: Browser, address: str) -> None:
    with visit(browser, address + "good.html") as seen:
        seen.page.get_by_role("link").click()
        seen.page.wait_for_load_state("load")
        assert seen.page.url == address + "folder/"
        assert seen.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/een/streek/nergens/", "/een/streek", "/een/good.html", "/"])
def test_host_shows_the_404_page_for_what_is_not_there(browser: Browser, address: str, path: str) -> None:
    with visit(browser, urljoin(address, path)) as seen:
        assert seen.page.title() == "Niet gevonden"


@pytest.mark.nu
def test_nu_finds_what_is_wrong_in_pages_and_style_sheets_and_where(folder: Path) -> None:
    found = nu.errors(folder)
    assert sorted(finding.path for finding in found) == ["bad.css", "bad.html", "bad.html"]
    assert any("alt" in finding.message for finding in found)
    assert any("skipping 1 heading level" in finding.message for finding in found)
