"""How bad the region finds it, what an author does on purpose, and which files are asked about."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from streekagenda import checks
from streekagenda.diagnostics import Severity
from tests.checks.found import checked, found
from tests.content_files import REGION

LINDE = "places/de-linde.md"
BRUG = "places/de-brug.md"
PLACE = "---\nname: De Brug\narea: zandweerd\n---\n"
UNUSED = "unused-place"


def test_finding_is_said_where_its_value_stands(tmp_path: Path) -> None:
    assert found(tmp_path, {}, UNUSED) == [(LINDE, 2, 7, UNUSED)]


@pytest.mark.parametrize(
    ("level", "severities"),
    [
        ("off", []),
        ("uit", []),
        ("advice", [Severity.ADVICE]),
        ("waarschuwing", [Severity.WARNING]),
        ("error", [Severity.ERROR]),
    ],
)
def test_region_says_how_bad_it_is(tmp_path: Path, level: str, severities: list[Severity]) -> None:
    files = {"region.yaml": f"{REGION}checks: {{{UNUSED}: {level}}}\n"}
    assert [one.severity for one in checked(tmp_path, files) if one.code == UNUSED] == severities


@pytest.mark.parametrize("key", ["accept", "bewust"])
def test_author_accepts_a_finding_with_a_reason(tmp_path: Path, key: str) -> None:
    text = f"---\nname: De Linde\narea: zandweerd\n{key}: {{{UNUSED}: Opent in het voorjaar}}\n---\n"
    assert found(tmp_path, {LINDE: text}, UNUSED, "accept-unneeded") == []


@pytest.mark.parametrize("reason", ["", "' '", "'-'", "'12'"])
def test_acceptance_needs_a_reason(tmp_path: Path, reason: str) -> None:
    text = f"---\nname: De Linde\narea: zandweerd\naccept:\n  {UNUSED}: {reason}\n---\n"
    (one,) = [one for one in checked(tmp_path, {LINDE: text}) if one.code == "no-reason"]
    assert (one.severity, one.location.path, one.location.line) == (Severity.ERROR, LINDE, 5)


def test_acceptance_that_nothing_needs_is_said(tmp_path: Path) -> None:
    text = "---\nname: De Linde\narea: zandweerd\nopen: maandag 10-12 uur\naccept:\n  unused-place: Nieuw\n---\n"
    assert found(tmp_path, {LINDE: text}, UNUSED, "accept-unneeded") == [(LINDE, 6, 17, "accept-unneeded")]


def test_acceptance_of_a_check_that_is_off_is_left_alone(tmp_path: Path) -> None:
    text = "---\nname: De Linde\narea: zandweerd\nopen: maandag 10-12 uur\naccept: {unused-place: Nieuw}\n---\n"
    files = {LINDE: text, "region.yaml": f"{REGION}checks: {{{UNUSED}: off}}\n"}
    assert found(tmp_path, files, UNUSED, "accept-unneeded") == []


@pytest.mark.parametrize(
    ("code", "said", "suggestion"),
    [("unused-plaec", "unknown-check-near", UNUSED), ("xyz", "unknown-check", None)],
)
def test_unknown_code_is_an_error_that_names_the_nearest(
    tmp_path: Path, code: str, said: str, suggestion: str | None
) -> None:
    text = f"---\nname: De Linde\narea: zandweerd\naccept:\n  {code}: Zo bedoeld\n---\n"
    (one,) = [one for one in checked(tmp_path, {LINDE: text}) if one.code.startswith("unknown")]
    assert (one.code, one.severity, one.location.line, one.suggestion) == (said, Severity.ERROR, 5, suggestion)


def test_region_with_an_unknown_code_is_told(tmp_path: Path) -> None:
    files = {"region.yaml": f"{REGION}checks: {{xyz: off}}\n"}
    lines = len(REGION.splitlines()) + 1
    assert found(tmp_path, files, "unknown-check") == [("region.yaml", lines, 15, "unknown-check")]


def test_only_the_files_asked_about_are_spoken_of(tmp_path: Path) -> None:
    files = {BRUG: PLACE}
    assert found(tmp_path, files, UNUSED) == [(BRUG, 2, 7, UNUSED), (LINDE, 2, 7, UNUSED)]
    assert found(tmp_path, files, UNUSED, focus=[BRUG]) == [(BRUG, 2, 7, UNUSED)]
    assert found(tmp_path, files, UNUSED, focus=["places"]) == [(BRUG, 2, 7, UNUSED), (LINDE, 2, 7, UNUSED)]
    assert found(tmp_path, files, UNUSED, focus=["places/de"]) == []


def test_translation_asks_about_what_it_translates(tmp_path: Path) -> None:
    files = {BRUG: PLACE, "places/de-brug.en.md": "---\nname: The Bridge\n---\n"}
    assert found(tmp_path, files, UNUSED, focus=["places/de-brug.en.md"]) == [(BRUG, 2, 7, UNUSED)]


def test_every_check_has_its_words_in_both_languages() -> None:
    for language in ("nl", "en"):
        with Path(f"layouts/translations/{language}/checks.po").open("rb") as file:
            catalogue = read_po(file)
        said = {message.id for message in catalogue if message.id}
        assert said == checks.CODES


def test_codes_are_words_with_hyphens() -> None:
    assert [code for code in checks.CODES if not re.fullmatch(r"[a-z]+(-[a-z]+)*", code)] == []
    assert len({one.code for one in checks.CHECKS}) == len(checks.CHECKS)
