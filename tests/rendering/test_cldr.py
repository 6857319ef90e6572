"""What is kept of a language says what the library says, to the letter."""

import os
import subprocess
import sys
from datetime import date, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from babel.lists import format_list
from babel.messages.pofile import read_po

from streekagenda.rendering import cldr, cldr_library

CHECKOUT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted(CHECKOUT.glob("layouts/translations/*/*.po"))
LANGUAGES = ["ar", "en", "nl", "pl", "tr", "uk", "de", "he", "pt-BR", "xx", "../nl", ""]
ODD = ["''", "d 'o''clock' MMMM", "d MMMM '", "dd-MM-yy", "EEEEE", "QQQ", "d. LLLL", "é d", "", "y'年'M'月'"]


def patterns() -> set[str]:
    """All patterns of days and hours that a catalogue has."""
    found = set(ODD)
    for file in CATALOGUES:
        for message in read_po(BytesIO(file.read_bytes())):
            if (message.context or "").startswith("date pattern"):
                found |= {str(message.id), str(message.string)} - {""}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_written_as_the_library_writes_them(language: str) -> None:
    for pattern in patterns():
        if "H" in pattern:
            moments = [time(0, 0), time(9, 5), time(23, 59)]
            assert [cldr.formatted(one, pattern, language) for one in moments] == [
                cldr_library.formatted(one, pattern, language) for one in moments
            ], pattern
            continue
        for number in range(0, 400, 9):
            day = date(2026, 1, 1) + timedelta(days=number)
            assert cldr.formatted(day, pattern, language) == cldr_library.formatted(day, pattern, language), pattern


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_names_are_those_of_the_library(language: str) -> None:
    for value in (
        Decimal(0),
        Decimal("0.5"),
        Decimal("7.50"),
        Decimal("12.345"),
        Decimal("999.99"),
        Decimal(1000),
        1234567,
    ):
        for pattern in ("#,##0", "#,##0.00", "#,##0.0"):
            assert cldr.number(value, pattern, language) == cldr_library.number(value, pattern, language), (
                value,
                pattern,
            )
    forms = [cldr.ordinal_category(number, language) for number in range(120)]
    assert forms == [cldr_library.ordinal_category(number, language) for number in range(120)]
    assert cldr.direction(language) == cldr_library.direction(language)


@pytest.mark.parametrize("language", ["ar", "en", "nl", "pl", "tr", "uk", "de", "he"])
@pytest.mark.parametrize("style", ["standard", "or"])
def test_lists_are_joined_as_the_library_joins_them(language: str, style: str) -> None:
    locale = {"en": "en_GB", "ar": "ar_LY"}.get(language, language)
    for count in range(6):
        items = ["a", "{0}", "c", "d", "e", "f"][:count]
        assert cldr.joined(items, language, style) == format_list(items, style=style, locale=locale)  # type: ignore[arg-type]


def test_names_of_languages_begin_with_a_capital() -> None:
    assert [cldr.own_name(one) for one in ("nl", "tr", "ar", "pt-BR", "xx")] == [
        "Nederlands", "Türkçe", "العربية", "Português (Brasil)", "xx",
    ]  # fmt: skip


def test_a_language_of_which_is_known_what_the_library_says_asks_it_nothing(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom datetime import date\nfrom streekagenda.rendering import cldr\n"
        "print(cldr.formatted(date(2026, 9, 6), 'EEEE d MMMM y', 'nl'), cldr.joined(['a', 'b'], 'nl'), 'babel' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for asked in (True, False):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout == f"zondag 6 september 2026 a en b {asked}\n"
