"""A key that the format does not have: what its author probably means, in the language of the file."""

from pathlib import Path

import pytest

from streekagenda.content.declarations.keys import all_declarations, names
from streekagenda.content.declarations.synonyms import MEANT, meant_by
from tests.content_files import EVENT, codes, validated

KOFFIE = "events/de-kern/koffie.md"
IN_ENGLISH = """\
---
title: Coffee
when: 2027-01-15 10:00-12:00
place: de-linde
topics: [ontmoeten]
---
Come in!
"""

INSTEAD = [
    (EVENT, "plek: ", "plaats: ", "plek"),
    (EVENT, "plek: ", "locatie: ", "plek"),
    (EVENT, "wanneer: ", "datum: ", "wanneer"),
    (EVENT, "titel: ", "titl: ", "titel"),
    (EVENT, "titel: ", "naam: ", "titel"),
    (EVENT, "onderwerpen: ", "thema: ", "onderwerpen"),
    (EVENT, "plek: ", "kosten: gratis\nplek: ", "prijs"),
    (EVENT, "plek: ", "foto: {bestand: a.jpg}\nplek: ", "afbeelding"),
    (EVENT, "plek: ", "beschrijving: Gezellig\nplek: ", "omschrijving"),
    (EVENT, "2027-01-15 10:00-12:00", "{elke: vrijdag 10 uur, vanaf: 2027-01-15, tot: 2027-05-01}", "tot en met"),
    (EVENT, "2027-01-15 10:00-12:00", "{datum: 2027-01-15, tijd: 10 uur}", "op"),
    (
        EVENT,
        "2027-01-15 10:00-12:00",
        "{elke: vrijdag 10 uur, vanaf: 2027-01-15, wijzigingen: [{op: 2027-01-22, reden: Ziek}]}",
        "opmerking",
    ),
    (IN_ENGLISH, "title: ", "titl: ", "title"),
    (IN_ENGLISH, "place: ", "location: ", "place"),
    (IN_ENGLISH, "when: ", "date: ", "when"),
    (IN_ENGLISH, "topics: ", "theme: ", "topics"),
    (IN_ENGLISH, "place: ", "cost: free\nplace: ", "price"),
    (IN_ENGLISH, "place: ", "photo: {file: a.jpg}\nplace: ", "image"),
    (IN_ENGLISH, "place: ", "kosten: gratis\nplace: ", "price"),
]


@pytest.mark.parametrize(("event", "part", "other", "near"), INSTEAD)
def test_word_of_everyday_is_asked_about(tmp_path: Path, event: str, part: str, other: str, near: str) -> None:
    """Once, with nothing said of the key that is missing because of it."""
    result = validated(tmp_path, {KOFFIE: event.replace(part, other)})
    found = [one for one in result.diagnostics if one.code not in {"when-nothing", "change-nothing"}]
    assert [(one.code, one.suggestion) for one in found] == [("unknown-key-near", near)]


def test_key_is_named_as_its_author_wrote_it(tmp_path: Path) -> None:
    when = "{op: 2027-01-15, tijd: 10 uur, vanaf: 2027-01-01}"
    (asked,) = validated(tmp_path / "a", {KOFFIE: EVENT.replace("2027-01-15 10:00-12:00", when)}).diagnostics
    assert (asked.code, dict(asked.values)) == ("when-key-unused", {"key": "vanaf", "sort": "op"})
    (asked,) = validated(tmp_path / "b", {KOFFIE: EVENT.replace("plek:", "contact: {naam: [Anja]}\nplek:")}).diagnostics
    assert dict(asked.values)["key"] == "naam"


def test_misplaced_key_is_sent_to_where_it_belongs(tmp_path: Path) -> None:
    (asked,) = validated(tmp_path, {KOFFIE: EVENT.replace("plek:", "telefoon: 0570 00 00 01\nplek:")}).diagnostics
    assert asked.code == "misplaced-key"
    assert dict(asked.values) == {
        "key": "telefoon",
        "holders": "“booking”, “contact”",
        "dutch": "“aanmelden”, “contact”",
        "example": "contact: {telefoon: 0570 00 00 01}",
    }


def test_keys_that_belong_together_are_shown_together(tmp_path: Path) -> None:
    event = EVENT.replace("plek:", "telefoon: 0570 00 00 01\ne-mail: balie@example.org\nplek:")
    asked = validated(tmp_path, {KOFFIE: event}).diagnostics
    assert {dict(one.values)["example"] for one in asked} == {
        "contact: {telefoon: 0570 00 00 01, e-mail: balie@example.org}"
    }
    assert [one.correction for one in asked] == [None, None]


def test_misplaced_key_is_shown_beside_what_stands_there(tmp_path: Path) -> None:
    event = EVENT.replace("plek:", "aanmelden: {verplicht: ja}\ntelefoon: 0570 00 00 01\nplek:")
    (asked,) = validated(tmp_path, {KOFFIE: event}).diagnostics
    assert dict(asked.values)["example"] == "aanmelden: {…, telefoon: 0570 00 00 01}"


@pytest.mark.parametrize("line", [": x", "'': x"])
def test_colon_without_a_word_before_it_is_said(tmp_path: Path, line: str) -> None:
    result = validated(tmp_path, {KOFFIE: EVENT.replace("plek:", f"{line}\nplek:")})
    assert codes(result) == [(KOFFIE, 4, "yaml-key-empty")]


def test_synonyms_lead_to_keys_that_exist() -> None:
    known = {name for declaration in all_declarations() for name in names(declaration)}
    assert {key for keys in MEANT.values() for key in keys} <= known
    assert meant_by(" Kosten ", {"price"}) == "price"
    assert meant_by("kosten", {"title"}) is None


@pytest.mark.parametrize(
    ("written", "example"),
    [
        ("tel: 0570 12 34 56", "contact: {telefoon: 0570 12 34 56}"),
        ("telefoonnummer: 0570 12 34 56", "contact: {telefoon: 0570 12 34 56}"),
        ("mobiel: 0570 12 34 56", "contact: {telefoon: 0570 12 34 56}"),
        ("mail: balie@example.org", "contact: {e-mail: balie@example.org}"),
        ("maximum: 12", "aanmelden: {plekken: 12}"),
    ],
)
def test_other_word_for_a_key_inside_another_one_leads_there(tmp_path: Path, written: str, example: str) -> None:
    files = {KOFFIE: EVENT.replace("onderwerpen:", f"{written}\nonderwerpen:")}
    (one,) = validated(tmp_path, files).diagnostics
    assert (one.code, dict(one.values)["example"]) == ("misplaced-key", example)
    assert one.correction is not None
    mended = EVENT.replace("onderwerpen:", f"{one.correction.of(written)}\nonderwerpen:")
    assert codes(validated(tmp_path, {KOFFIE: mended})) == []


@pytest.mark.parametrize(
    ("inside", "example"),
    [
        ("contact: {naam: De balie, toestemming: ja}", "toestemming: ja"),
        ("contact: {naam: De balie, prijs: '2,50'}", "prijs: 2,50"),
        ("contact: {naam: De balie, welkom: {wie: Anja}}", "welkom: …"),
    ],
)
def test_key_of_the_top_is_sent_back_there(tmp_path: Path, inside: str, example: str) -> None:
    files = {KOFFIE: EVENT.replace("onderwerpen:", f"{inside}\nonderwerpen:")}
    (one,) = validated(tmp_path, files).diagnostics
    assert (one.code, dict(one.values)["example"]) == ("misplaced-key-above", example)


@pytest.mark.parametrize(
    ("when", "becomes"),
    [
        ("\n  elke: vrijdag 10 uur\n  vnaaf: 2027-01-15", "  vanaf: 2027-01-15"),
        ("\n  elke: vrijdag 10 uur\n  vanaf: 2027-01-15\n  tot enmet: 2027-05-01", "  tot en met: 2027-05-01"),
        (
            "{elke: vrijdag 10 uur, vanaf: 2027-01-15, beahlve: [2027-02-05]}",
            "wanneer: {elke: vrijdag 10 uur, vanaf: 2027-01-15, behalve: [2027-02-05]}",
        ),
        ("\n  - {op: 2027-01-15, tijd: 10 uur, opmerkng: Kom}", "  - {op: 2027-01-15, tijd: 10 uur, opmerking: Kom}"),
    ],
)
def test_mistyped_key_inside_when_is_put_right_as_one_at_the_top(tmp_path: Path, when: str, becomes: str) -> None:
    event = EVENT.replace(" 2027-01-15 10:00-12:00", when if when[0] == "\n" else f" {when}")
    result = validated(tmp_path, {KOFFIE: event})
    (found,) = [one for one in result.diagnostics if one.code == "unknown-key-near"]
    assert found.correction is not None
    assert found.correction.certain
    assert found.correction.of(event.splitlines()[found.location.line - 1]) == becomes
