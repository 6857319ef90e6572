"""A language says the same whatever other languages were asked before it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from datetime import date
from streekagenda.rendering import cldr
for language in sys.argv[1:]:
    months = [cldr.formatted(date(2026, 10, 6), field, language) for field in ("LLLL", "LLL", "EEEE d MMMM")]
    said = cldr.interval(date(2026, 9, 28), date(2026, 10, 2), "MMMd", language), cldr.joined(["a", "b", "c"], language)
print(*months, *said, sep="|")
"""


def told(*languages: str) -> str:
    """Return what is said of the last of these languages, in a process that is asked for each in turn."""
    program = [sys.executable, "-X", "utf8", "-c", PROGRAM, *languages]
    return subprocess.run(program, cwd=HERE, capture_output=True, text=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize("language", ["nl", "de", "fa"])
def test_a_language_says_the_same_whatever_was_asked_before_it(language: str) -> None:
    assert told("he", "zh-Hant", "ja", language) == told(language)


def test_months_are_those_of_the_language() -> None:
    assert told("he", "nl") == "oktober|okt|dinsdag 6 oktober|28 sep – 2 okt|a, b en c\n"
