"""Every check has a page; its wrong example gives that code and no other, its right ones give nothing."""

from pathlib import Path

import pytest

from streekagenda import checks
from tests.checks.pages import BASE, FOLDER, PAGES, Page, diagnostics, files_in, index


def test_every_check_has_a_page() -> None:
    assert {path.stem for path in PAGES} == checks.CODES


def test_index_is_as_it_is_made() -> None:
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == index()


def test_region_of_the_examples_is_right() -> None:
    assert diagnostics(BASE) == ()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_is_as_it_is_made(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == Page.read(path).text()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_examples_of_a_page_are_what_they_say(path: Path) -> None:
    page = Page.read(path)
    assert {one.code for one in diagnostics(page.wrong)} == {page.code}
    assert page.right
    for title, text in page.right:
        files = files_in(text)
        assert files, title
        assert diagnostics(files) == (), title
