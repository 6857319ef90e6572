"""The addresses that open a new file, a file to edit and an issue form, on each forge."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.formats.forges import LONGEST, edit, fits, issue_form, new_file, new_file_page
from streekagenda.model.repository import Forge, Repository

GITHUB = Repository(url="https://github.com/kern/agenda", forge=Forge.GITHUB)
GITLAB = Repository(url="https://gitlab.com/groep/onder/agenda", forge=Forge.GITLAB, branch="hoofd/tak")
CODEBERG = Repository(url="https://codeberg.org/kern/agenda", forge=Forge.FORGEJO, content="")
PATH = "events/de-kern/koffie.md"
TEXT = "---\ntitel: Koffie & thee\n---\n100% gezellig + gratis, hè?\n"


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (
            GITHUB,
            (
                "https://github.com/kern/agenda/new/main?filename=content%2Fevents%2Fde-kern%2Fkoffie.md"
                "&value=---%0Atitel%3A+Koffie+%26+thee%0A---%0A100%25+gezellig+%2B+gratis%2C+h%C3%A8%3F%0A"
            ),
        ),
        (
            GITLAB,
            "https://gitlab.com/groep/onder/agenda/-/new/hoofd/tak?file_name=content%2Fevents%2Fde-kern%2Fkoffie.md",
        ),
        (
            CODEBERG,
            (
                "https://codeberg.org/kern/agenda/_new/main/?filename=events%2Fde-kern%2Fkoffie.md"
                "&value=---%0Atitel%3A+Koffie+%26+thee%0A---%0A100%25+gezellig+%2B+gratis%2C+h%C3%A8%3F%0A"
            ),
        ),
    ],
)
def test_new_file_is_opened_with_its_name_and_text(repository: Repository, address: str) -> None:
    assert new_file(repository, PATH, TEXT) == address


def test_new_file_that_is_too_long_has_no_address() -> None:
    assert new_file(GITHUB, PATH, "hè " * 1000) is None
    assert new_file(GITLAB, PATH, "hè " * 1000) is not None


@given(st.text())
def test_new_file_reads_back_as_the_same_text(text: str) -> None:
    address = new_file(GITHUB, PATH, text.encode("utf-8", "replace").decode())
    if address is not None:
        query = parse_qs(urlsplit(address).query, keep_blank_values=True, strict_parsing=True)
        assert query == {"filename": [f"content/{PATH}"], "value": [text.encode("utf-8", "replace").decode()]}


def test_address_is_counted_as_a_sign_in_page_encodes_it() -> None:
    assert fits("x" * LONGEST)
    assert not fits("x" * LONGEST + "x")
    assert not fits("%0A" * (LONGEST // 3))


def test_page_for_a_new_file_says_what_a_script_needs() -> None:
    page = new_file_page(GITLAB)
    assert (page.address, page.name_key, page.text_key, page.folder) == (
        "https://gitlab.com/groep/onder/agenda/-/new/hoofd/tak",
        "file_name",
        None,
        "content/",
    )


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (GITHUB, "https://github.com/kern/agenda/edit/main/content/events/de-kern/koffie.md"),
        (GITLAB, "https://gitlab.com/groep/onder/agenda/-/edit/hoofd/tak/content/events/de-kern/koffie.md"),
        (CODEBERG, "https://codeberg.org/kern/agenda/_edit/main/events/de-kern/koffie.md"),
    ],
)
def test_edit_opens_the_file(repository: Repository, address: str) -> None:
    assert edit(repository, PATH) == address


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (GITHUB, "https://github.com/kern/agenda/issues/new?template=wijzigen.yml&activiteit=de-kern%2Fkoffie"),
        (GITLAB, "https://gitlab.com/groep/onder/agenda/-/issues/new?issuable_template=wijzigen"),
        (
            CODEBERG,
            (
                "https://codeberg.org/kern/agenda/issues/new?template=.github%2FISSUE_TEMPLATE%2Fwijzigen.yml"
                "&field%3Aactiviteit=de-kern%2Fkoffie"
            ),
        ),
    ],
)
def test_issue_form_is_opened_with_its_answers(repository: Repository, address: str) -> None:
    assert issue_form(repository, "wijzigen", {"activiteit": "de-kern/koffie"}) == address
