"""The example region as its readers meet it: valid, accessible, at home on a phone, quiet.

Every kind of page in every language: narrow and wide, in the light and in the dark, with text twice as large.
"""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser import axe, lighthouse, nu
from tests.browser.chromium import Visit, go_on, set_text_size, visit
from tests.browser.kinds import ALONE, KINDS, page_of
from tests.browser.serving import served

NARROW, WIDE = 320, 1280
LANGUAGES = yaml.safe_load(Path("content/region.yaml").read_text(encoding="utf-8"))["languages"]
WHOLLY = LANGUAGES if os.environ.get("EVERY_LANGUAGE") else [LANGUAGES[0], "ar"]
"""One language from left to right and one from right to left: little of what axe looks at depends on the words."""
OTHERS = [language for language in LANGUAGES if language not in WHOLLY]
PAGES = [(kind, language) for kind in KINDS for language in LANGUAGES if language == LANGUAGES[0] or kind not in ALONE]

# WCAG 2.2, 2.4.11: whatever has the focus can be seen. As the Tab key does, focus() brings it into view.
HIDDEN_FOCUS = """most => {
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled)
    const step = Math.max(1, Math.floor(all.length / most))
    return all.filter((_, index) => index % step === 0).filter(one => {
        one.focus()
        if (document.activeElement !== one) return false
        const boxes = [...one.getClientRects()].filter(box => box.width && box.height)
        return boxes.length && !boxes.some(box => {
            const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 40) / 2]
            const seen = document.elementFromPoint(x, y)
            return seen && (one.contains(seen) || seen.contains(one) || [...one.labels || []].some(it => it.contains(seen)))
        })
    }).map(one => one.outerHTML.slice(0, 160))
}"""


def found(kind: str, language: str, site: Path) -> str:
    """The path of a page of a kind; every language has one."""
    path = page_of(kind, site=site, language=language)
    assert path is not None, f"the example region has no {kind} in {language}"
    return path


@pytest.fixture(scope="module")
def window(browser: Browser, example_address: str) -> Iterator[Visit]:
    """A window in which one page after the other is opened; no page leaves anything behind in it."""
    with visit(browser, example_address) as seen:
        yield seen


def resized(page: Page, width: int, percent: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    set_text_size(page, percent)


def test_every_page_is_of_one_of_these_kinds(example_site: Path) -> None:
    """Else a new kind of page would not be judged."""
    others = {f"{language}/*" for language in LANGUAGES[1:]}
    pages = [page.relative_to(example_site).as_posix() for page in example_site.rglob("*.html")]
    own = [page for page in pages if not any(fnmatch(page, one) for one in (*others, f"embed/*/{nu.PIECE}"))]
    known = {page.relative_to(example_site).as_posix() for one in KINDS.values() for page in example_site.glob(one)}
    free = {f"{page.stem}/index.html" for page in Path("content/pages").glob("*.md")}
    aliases = {
        page for page in own if 'http-equiv="refresh"' in (example_site / page).read_text(encoding="utf-8")[:600]
    }
    assert sorted(set(own) - known - free - aliases) == []


@pytest.mark.nu
def test_nu_finds_no_error_in_any_file(example_site: Path) -> None:
    """In other languages than two, in a page of each kind; `make judges` has it see all of them."""
    whole = [one.name for one in example_site.iterdir() if one.name not in OTHERS]
    pages = [found(kind, language, example_site) + "index.html" for kind, language in PAGES if language in OTHERS]
    assert nu.errors(example_site, [*whole, *pages]) == []


@pytest.mark.browser
@pytest.mark.parametrize(("kind", "language"), PAGES)
def test_page_fits_its_screen_and_axe_finds_no_violation(
    window: Visit, example_site: Path, example_address: str, kind: str, language: str
) -> None:
    """Each width and each scheme is asked about colours once: a colour depends on one of them, not on both.

    In other languages than two axe sees every fourth kind of page; `make judges` has it see all of them.
    """
    seen = window
    go_on(seen, example_address + found(kind, language, example_site), width=NARROW)
    page = seen.page
    assert seen.complaints == []
    assert seen.overflow == 0, seen.sticking_out
    resized(page, NARROW, 200)
    assert seen.overflow == 0, ("200 %", seen.sticking_out)
    resized(page, NARROW, 100)
    if language in WHOLLY or language == OTHERS[list(KINDS).index(kind) % len(OTHERS)]:
        assert axe.asked(page, axe.ALL) == []
    if language not in WHOLLY:
        assert seen.complaints == []
        return
    assert page.evaluate(HIDDEN_FOCUS, 60) == []
    resized(page, WIDE, 200)
    assert seen.overflow == 0, ("200 %, wide", seen.sticking_out)
    assert axe.asked(page, axe.LAYOUT) == []
    resized(page, WIDE, 100)
    page.emulate_media(color_scheme="dark")
    assert seen.overflow == 0, ("wide", seen.sticking_out)
    assert axe.asked(page, axe.ELSEWHERE) == []
    assert page.evaluate(HIDDEN_FOCUS, 30) == []
    assert seen.complaints == []


@pytest.mark.browser
def test_page_finds_all_it_needs_from_any_base_path(browser: Browser, example_site: Path) -> None:
    with served(example_site, base="/een/ander/pad/") as address, visit(browser, address) as seen:
        for kind in KINDS:
            if kind != "not found":  # it is shown at any depth
                go_on(seen, address + found(kind, LANGUAGES[0], example_site))
                assert (kind, seen.complaints) == (kind, [])


@pytest.mark.lighthouse
@pytest.mark.browser
def test_lighthouse_gives_an_event_all_points_that_do_not_depend_on_this_machine(
    example_site: Path, example_address: str
) -> None:
    """Speed does depend on it: `make lighthouse` measures it."""
    path = found("event", LANGUAGES[0], example_site)
    told = lighthouse.report(example_address + path, categories=lighthouse.LASTING)
    assert (told.scores, told.faults) == (dict.fromkeys(lighthouse.LASTING, 100), ())
