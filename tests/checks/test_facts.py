"""What residents need to know and the file does not say."""

from pathlib import Path

import pytest

from tests.checks.found import found
from tests.content_files import EVENT

PATH = "events/de-kern/koffie.md"
LINDE = "places/de-linde.md"
TITLE = "titel: Koffie\n"


def said(folder: Path, code: str, more: str = "", body: str = "Kom erbij!") -> list[tuple[int, int]]:
    """Return line and column of a code that is said of an event with more lines above and another text."""
    text = EVENT.replace(TITLE, TITLE + more).replace("Kom erbij!", body)
    return [(line, column) for path, line, column, _ in found(folder, {PATH: text}, code) if path == PATH]


@pytest.mark.parametrize(
    ("more", "at"),
    [("", [(2, 8)]), ("prijs: gratis\n", []), ("prijs: Wat je kunt missen\n", []), ("status: afgelast\n", [])],
)
def test_price_is_missed(tmp_path: Path, more: str, at: list[tuple[int, int]]) -> None:
    assert said(tmp_path, "no-price", more) == at


def test_what_is_over_needs_no_price(tmp_path: Path) -> None:
    files = {PATH: EVENT.replace("2027-01-15", "2026-11-21")}
    assert found(tmp_path, files, "no-price") == []


@pytest.mark.parametrize(
    ("booking", "at"),
    [
        ("{verplicht: ja}", [(3, 12)]),
        ("{plekken: 10}", [(3, 12)]),
        ("{verplicht: nee, plekken: 10}", []),
        ("{plekken: 10, stand: vol}", []),
        ("{opmerking: Zeg het in de winkel}", []),
        ("{telefoon: 0570 12 34 56}", []),
        ("{url: https://www.example.org/}", []),
        ("{plekken: 10}\ncontact: {telefoon: 0570 12 34 56}", []),
    ],
)
def test_way_to_sign_up_is_missed(tmp_path: Path, booking: str, at: list[tuple[int, int]]) -> None:
    assert said(tmp_path, "no-way-to-sign-up", f"aanmelden: {booking}\n") == at


@pytest.mark.parametrize(
    ("booking", "at"),
    [
        ("{url: https://www.example.org/}", [(3, 12)]),
        ("{e-mail: info@example.org}", [(3, 12)]),
        ("{e-mail: info@example.org, telefoon: 0570 12 34 56}", []),
        ("{e-mail: info@example.org, opmerking: 'Bellen mag ook: 0570 - 12 34 56'}", []),
        ("{e-mail: info@example.org, opmerking: 'Er zijn 12 plekken.'}", [(3, 12)]),
        ("{e-mail: info@example.org, verplicht: nee}", []),
        ("{e-mail: info@example.org}\ncontact: {telefoon: 0570 12 34 56}", []),
        ("{e-mail: info@example.org}\ncontact: {naam: de gastvrouw}", [(3, 12)]),
    ],
)
def test_telephone_beside_a_web_form_is_missed(tmp_path: Path, booking: str, at: list[tuple[int, int]]) -> None:
    assert said(tmp_path, "no-phone", f"aanmelden: {booking}\n") == at


@pytest.mark.parametrize(
    ("body", "at"),
    [
        ("Kom erbij!\nMeld je vooraf aan bij de balie.", [(8, 1)]),
        ("Geef je op voor 1 januari.", [(7, 1)]),
        ("Graag reserveren.", [(7, 7)]),
        ("Please sign up at the desk.", [(7, 8)]),
        ("Aanmelden hoeft niet.", []),
        ("Je kunt zonder aanmelding binnenlopen.", []),
        ("Wil je helpen? Meld je aan als vrijwilliger.", []),
        ("Wij geven nooit op.", []),
        ("Je meldt je bij de balie.", []),
    ],
)
def test_text_that_asks_to_sign_up_needs_a_booking(tmp_path: Path, body: str, at: list[tuple[int, int]]) -> None:
    assert said(tmp_path, "sign-up-in-text", body=body) == at


def test_text_that_asks_to_sign_up_is_right_beside_a_booking(tmp_path: Path) -> None:
    body = "Meld je aan."
    assert said(tmp_path, "sign-up-in-text", "aanmelden: {telefoon: 0570 12 34 56}\n", body) == []


@pytest.mark.parametrize(
    ("place", "at"),
    [
        ("straat: Dorpsstraat 1\n", [(LINDE, 2, 7, "no-facilities")]),
        ("straat: Dorpsstraat 1\nvoorzieningen: [rolstoel]\n", []),
        ("", []),  # a square
    ],
)
def test_facilities_of_a_building_are_missed(tmp_path: Path, place: str, at: list[tuple[str, int, int, str]]) -> None:
    files = {LINDE: f"---\nname: De Linde\narea: zandweerd\n{place}---\n"}
    assert found(tmp_path, files, "no-facilities") == at
