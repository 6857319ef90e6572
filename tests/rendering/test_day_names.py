"""Days in messages are told in the language of who reads; what an author wrote stays as it is."""

import pytest

from streekagenda.diagnostics import Location, problem
from streekagenda.rendering.day_names import in_language
from streekagenda.rendering.layouts import packaged
from streekagenda.rendering.translations import load


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        ("15 januari 2027", "15 januari 2027", "15 January 2027"),
        ("3 May 2027", "3 mei 2027", "3 May 2027"),
        ("zondag 21 november 2027", "zondag 21 november 2027", "Sunday 21 November 2027"),
        ("maandag", "maandag", "Monday"),
        ("oktober", "oktober", "October"),
        ("30 februari 2027", "30 februari 2027", "30 februari 2027"),
        ("elke maandag", "elke maandag", "elke maandag"),
        ("koffie 3 mei 2027", "koffie 3 mei 2027", "koffie 3 mei 2027"),
        ("3 koffie 2027", "3 koffie 2027", "3 koffie 2027"),
        ("", "", ""),
    ],
)
def test_day_is_told_in_a_language(text: str, dutch: str, english: str) -> None:
    assert (in_language(text, "nl"), in_language(text, "en")) == (dutch, english)


def test_english_message_says_days_in_english_and_quotes_in_the_words_of_the_file() -> None:
    found = problem(
        "when-wrong-weekday",
        Location(path="x.md"),
        date="15 januari 2027",
        weekday="vrijdag",
        said="donderdag",
        first="vrijdag 15 januari 2027",
        second="14 januari 2027",
    )
    assert load(packaged()).say(found, "en") == (
        "15 January 2027 is a Friday, not a Thursday. Is the date right? Then write: “vrijdag 15 januari 2027”. "
        "Is the day right? Then write: “14 januari 2027”."
    )
    assert load(packaged()).say(found, "nl") == (
        "15 januari 2027 is een vrijdag, geen donderdag. Klopt de datum? Schrijf dan: “vrijdag 15 januari 2027”. "
        "Klopt de dag? Schrijf dan: “14 januari 2027”."
    )
