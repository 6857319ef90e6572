"""Help in writing: difficult words, long sentences, abbreviations, and dates that will not be right for long."""

from pathlib import Path

import pytest

from streekagenda.checks.sentences import sentences, words_in
from tests.checks.found import checked, found
from tests.content_files import REGION

KOFFIE = "events/de-kern/koffie.md"
HEAD = "---\ntitel: Koffie\nwanneer: 2027-01-15 10:00-12:00\nplek: de-linde\nonderwerpen: [ontmoeten]\n---\n"
CODES = ("difficult-word", "long-sentence", "relative-date", "unknown-abbreviation")
LONG = " ".join(["woord"] * 25)


def said(folder: Path, body: str, code: str) -> list[str]:
    """The words that a code is about."""
    found_there = [one for one in checked(folder, {KOFFIE: HEAD + body}) if one.code == code]
    assert {one.severity for one in found_there} <= {"advice"}
    return [dict(one.values).get("found") or dict(one.values).get("letters") or "" for one in found_there]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kom binnen. Er is koffie!\nOok thee? Ja.", ["Kom binnen.", "Er is koffie!", "Ook thee?", "Ja."]),
        ("Van 10.00 tot 12.00 uur. 3 mensen helpen.", ["Van 10.00 tot 12.00 uur.", "3 mensen helpen."]),
        ("Zie blz. 5 en a.s. zaterdag.", ["Zie blz. 5 en a.s. zaterdag."]),
        ("# Kop\n\n- een\n- twee\n\n1. drie", ["Kop", "een", "twee", "drie"]),
        ("Een regel\ndie doorgaat.", ["Een regel\ndie doorgaat."]),
        ("| tijd | wat |\n|---|---|\n| 9.30 | koffie |", []),
        ('Hij zei: "Kom." Wij kwamen.', ["Hij zei:", '"Kom."', "Wij kwamen."]),
        ("", []),
    ],
)
def test_text_is_parted_in_sentences(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


@pytest.mark.parametrize(
    ("sentence", "count"),
    [("Om 10.30 uur, in de zaal.", 6), ("65-plussers: kom!", 2), ("'s Avonds – en laat", 4), ("…", 0)],
)
def test_words_are_counted(sentence: str, count: int) -> None:
    assert words_in(sentence) == count


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Tevens is er thee.", ["Tevens"]),
        ("U dient zich te melden.", ["dient zich te"]),
        ("De zaal is i.v.m. ziekte dicht.", ["i.v.m."]),
        ("Tijdig komen, indien mogelijk, en derhalve niet laat.", ["indien", "derhalve"]),
        ("Een wijze uil. Wil je dat, dan wel graag bellen.", []),
        ("Wacht bij de entree.", []),
        ("Entree: 3 euro.", ["Entree"]),
        ("Verleden en heden.", []),
        ("Zij zei: “Derhalve!”", []),
    ],
)
def test_difficult_words(tmp_path: Path, body: str, words: list[str]) -> None:
    assert sorted(said(tmp_path, body, "difficult-word")) == sorted(words)


def test_difficult_word_comes_with_a_simple_one(tmp_path: Path) -> None:
    (one,) = [
        one for one in checked(tmp_path, {KOFFIE: HEAD + "Kom.\nIndien het regent.\n"}) if "difficult" in one.code
    ]
    assert (one.location.line, one.location.column, one.suggestion) == (8, 1, "Als")


def test_long_sentence_is_counted(tmp_path: Path) -> None:
    assert found(tmp_path, {KOFFIE: f"{HEAD}Kort.\n\n{LONG}.\n"}, "long-sentence") == []
    body = f"Kort.\n\nDit is een lange\nzin met {LONG}.\n"
    (one,) = [one for one in checked(tmp_path, {KOFFIE: HEAD + body}) if one.code == "long-sentence"]
    assert (one.location.line, one.location.column) == (9, 1)
    assert dict(one.values) == {"begin": "Dit is een lange zin", "count": "31", "most": "25"}


@pytest.mark.parametrize(
    ("body", "letters"),
    [
        ("Met het WSW-team.", ["WSW"]),
        ("De RAV komt. De RAV helpt.", ["RAV"]),
        ("De Regionale Ambulance Voorziening (RAV) komt. De RAV helpt.", []),
        ("De RAV (de ambulance) komt.", []),
        ("De GGD en de NS komen met de TV.", []),
        ("LET OP: dit is NIEUW en VOL.", []),
        ("WIE KOMT ER OOK", []),
        ("Eeuw XIV en deel III.", []),
        ("In 7411 XX en op A4 en MP3.", []),
        ("Zie https://www.example.org/RAV of RAV@example.org.", []),
        ("De Kern XYZ.", ["XYZ"]),
    ],
)
def test_unknown_abbreviations(tmp_path: Path, body: str, letters: list[str]) -> None:
    assert said(tmp_path, body, "unknown-abbreviation") == letters


def test_letters_in_a_name_of_the_calendar_are_known(tmp_path: Path) -> None:
    text = f"{HEAD}Met de RAV en de OVA.\n"
    files = {
        KOFFIE: text,
        "organisations/rav.md": "---\nname: RAV Twente\n---\n",
        "organisations/ova.md": "---\nname: Ouderen Vereniging Almelo\n---\n",
    }
    assert found(tmp_path, files, "unknown-abbreviation") == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Volgende week is er taart.", ["Volgende week"]),
        ("Komende zaterdagmiddag en a.s. zondag.", ["Komende zaterdagmiddag", "a.s. zondag"]),
        ("Zondag a.s. eten we samen.", ["Zondag a.s."]),
        ("Kom je ook? Morgen is er soep.", ["Morgen"]),
        ("Vanavond eten we.", ["Vanavond"]),
        ("De volgende week is in het najaar van 2027.", []),
        ("Je doet het morgen anders.", []),
        ("Op het scherm staat alles van vandaag.", []),
        ("Vorig jaar en volgend jaar, en de week erna.", []),
        ("We zongen “Vanavond om kwart over zes”.", []),
        ("'s Morgens en 's avonds is er koffie.", []),
    ],
)
def test_dates_that_will_not_be_right_for_long(tmp_path: Path, body: str, words: list[str]) -> None:
    assert sorted(said(tmp_path, body, "relative-date")) == sorted(words)


def test_at_most_two_of_a_kind_in_a_file(tmp_path: Path) -> None:
    body = "Tevens, reeds, thans en indien.\n\nDe RAV, de WSW en de ROA.\n\n" + f"{LONG} een.\n\n" * 4
    body += "Vanavond, vanmiddag en overmorgen.\n"
    codes = [code for *_, code in found(tmp_path, {KOFFIE: HEAD + body}, *CODES)]
    assert {code: codes.count(code) for code in CODES} == dict.fromkeys(CODES, 2)


def test_professionals_are_told_of_dates_only(tmp_path: Path) -> None:
    region = REGION.replace("audiences:\n", "audiences:\n  - {id: professionals, name: Pro}\n")
    head = HEAD.replace("onderwerpen", "doelgroepen: [professionals]\nonderwerpen")
    files = {"region.yaml": region, KOFFIE: f"{head}Vanavond met de WSW, tevens {LONG}.\n"}
    assert [code for *_, code in found(tmp_path, files, *CODES)] == ["relative-date"]
