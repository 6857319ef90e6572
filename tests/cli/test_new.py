"""``new`` as a partner meets it: every file that it writes passes ``check``."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from streekagenda.cli import commands
from tests.regions import written

NOW = ["--now", "2026-11-22T12:00:00"]
ORGANISATION = ["--title", "Buurtkeuken: De Lepel", "--kind", "bewoners", "--phone", "0570 00 00 01"]
PLACE = ["--title", "Plein", "--area", "Rivierenwijk", "--street", "Dorpsplein 1", "--facility", "rolstoel"]
CAMPAIGN = ["--title", "Lentefeest", "--from", "20 maart 2027", "--until", "2027-03-27", "--organisation", "de-brug"]
EVENT = [
    *("--organisation", "De Brug", "--title", "Samen wandelen", "--place", "huis-van-de-wijk"),
    *("--every", "elke zondag van 14.00 tot 16.00 uur", "--from", "2026-12-06", "--topic", "bewegen"),
]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content")


def run(content: Path, *arguments: str, typed: str | None = None) -> Result:
    asked = ["--no-ask"] if typed is None else ["--ask"]
    command = ["new", *arguments, *asked, "--content", str(content), *NOW]
    return CliRunner().invoke(commands, command, input=typed, standalone_mode=False)


def made(content: Path, result: Result, path: str) -> str:
    """Return what was written; it has passed ``check``, which is asked again here: without an error."""
    assert result.exception is None, result.output
    assert result.return_value == 0, result.output
    assert result.stdout.splitlines()[-1] == str(content / path)
    command = ["check", path, "--format", "json", "--content", str(content), *NOW]
    checked = CliRunner().invoke(commands, command, standalone_mode=False)
    found = [one for one in json.loads(checked.stdout)["diagnostics"] if one["severity"] == "error"]
    assert (checked.return_value, found) == (0, [])
    return (content / path).read_text(encoding="utf-8")


def keys(text: str) -> list[str]:
    """The lines of the front matter that count."""
    front = text.split("---\n")[1]
    return [line for line in front.splitlines() if line.strip() and not line.startswith("#")]


# ── by options alone ──────────────────────────────────────────────────────────────────────────────────────────────


def test_organisation_is_written_from_options(content: Path) -> None:
    text = made(content, run(content, "organisation", *ORGANISATION), "organisations/buurtkeuken-de-lepel.md")
    assert keys(text) == ["naam: 'Buurtkeuken: De Lepel'", "soort: bewoners", "telefoon: 0570 00 00 01"]


def test_place_is_written_from_options(content: Path) -> None:
    text = made(content, run(content, "place", *PLACE), "places/plein.md")
    assert keys(text) == ["naam: Plein", "straat: Dorpsplein 1", "wijk: rivierenwijk", "voorzieningen: [rolstoel]"]


def test_campaign_is_written_from_options(content: Path) -> None:
    text = made(content, run(content, "campaign", *CAMPAIGN), "campaigns/lentefeest.md")
    assert keys(text) == [
        "titel: Lentefeest",
        "vanaf: 20 maart 2027",
        "tot en met: 2027-03-27",
        "organisator: [de-brug]",
    ]


def test_event_is_written_from_options(content: Path) -> None:
    more = [
        "--until",
        "2027-06-27",
        "--except",
        "feestdagen",
        "--price",
        "2,50",
        "--description",
        "Loop mee!\n\nMet hond.",
    ]
    booking = ["--booking-phone", "0570 00 00 01", "--audience", "Ouderen", "--campaign", "week"]
    text = made(content, run(content, "event", *EVENT, *more, *booking), "events/de-brug/samen-wandelen.md")
    assert keys(text) == [
        "titel: Samen wandelen",
        "wanneer:",
        "  elke: elke zondag van 14.00 tot 16.00 uur",
        "  vanaf: 2026-12-06",
        "  tot en met: 2027-06-27",
        "  behalve: [feestdagen]",
        "plek: huis-van-de-wijk",
        "onderwerpen: [bewegen]",
        "doelgroepen: [ouderen]",
        "prijs: 2,50",
        "aanmelden:",
        "  telefoon: 0570 00 00 01",
        "campagne: [week]",
    ]
    schema = "# yaml-language-server: $schema=https://agenda.example.org/agenda/schema/event.json"
    assert text.endswith(f"\n{schema}\n---\nLoop mee!\n\nMet hond.\n")


def test_event_of_one_date_is_a_phrase(content: Path) -> None:
    given = [*EVENT[:6], "--when", "donderdag 1 oktober 2026 van 19.30 tot 21.00 uur", "--topic", "bewegen"]
    text = made(content, run(content, "event", *given), "events/de-brug/samen-wandelen.md")
    assert keys(text)[1] == "wanneer: donderdag 1 oktober 2026 van 19.30 tot 21.00 uur"


def test_time_beside_a_date(content: Path) -> None:
    given = [*EVENT[:6], "--when", "2026-12-01", "--time", "19:30-21:00", "--topic", "bewegen"]
    text = made(content, run(content, "event", *given), "events/de-brug/samen-wandelen.md")
    assert keys(text)[1:4] == ["wanneer:", "  op: 2026-12-01", "  tijd: 19:30-21:00"]


def test_place_can_be_written_out(content: Path) -> None:
    given = ["--place-name", "Onder de brug", "--street", "Kade 1", "--area", "zandweerd"]
    text = made(content, run(content, "event", *EVENT[:4], *EVENT[6:], *given), "events/de-brug/samen-wandelen.md")
    assert "plek:\n  naam: Onder de brug\n  straat: Kade 1\n  wijk: zandweerd\n" in text


def test_event_can_be_online(content: Path) -> None:
    given = [*EVENT[:4], *EVENT[6:], "--online", "https://www.example.org/"]
    assert "online: https://www.example.org/" in keys(
        made(content, run(content, "event", *given), "events/de-brug/samen-wandelen.md")
    )


def test_english_file_has_english_keys(content: Path) -> None:
    text = made(content, run(content, "event", *EVENT, "--lang", "en"), "events/de-brug/samen-wandelen.md")
    assert keys(text) == [
        "title: Samen wandelen",
        "when:",
        "  every: elke zondag van 14.00 tot 16.00 uur",
        "  from: 2026-12-06",
        "place: huis-van-de-wijk",
        "topics: [bewegen]",
    ]
    assert "# What does it cost?" in text


def test_what_is_understood_is_said_back(content: Path) -> None:
    said = run(content, "event", *EVENT, "--until", "2027-02-28").stderr
    assert said == (
        "\nZo lezen we het: Elke zondag van 14.00 tot 16.00 uur, van 6 december 2026 tot en met 28 februari 2027.\n"
        "    zondag 6 december 2026 van 14.00 tot 16.00 uur\n"
        "    zondag 13 december 2026 van 14.00 tot 16.00 uur\n"
        "    zondag 20 december 2026 van 14.00 tot 16.00 uur\n"
        "    zondag 27 december 2026 van 14.00 tot 16.00 uur\n"
        "    …\n"
        f"\nKlaar. Je bestand is {content}/events/de-brug/samen-wandelen.md. Je kunt het openen en nog meer invullen.\n"
        "Het staat nog niet op de site. Stuur het bestand naar de redactie, of vul het formulier in: "
        "https://agenda.example.org/agenda/aanmelden/\n"
    )


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (["organisation"], "--title"),
        (["place", "--title", "Plein"], "--area"),
        (["campaign"], "--title"),
        (["event"], "--organisation"),
        (["event", *EVENT[:2]], "--title"),
        (["event", *EVENT[:4]], "--place"),
        (["event", *EVENT[:6]], "--when"),
        (["event", *EVENT[:6], "--when", "elke zondag 14-16 uur"], "--from"),
        (["event", *EVENT[:6], "--when", "2026-12-01"], "--time"),
        (["event", *EVENT[:-2]], "--topic"),
    ],
)
def test_missing_answer_is_a_usage_error_that_names_the_option(
    content: Path, arguments: list[str], option: str
) -> None:
    result = run(content, *arguments)
    assert result.exception is not None
    assert (getattr(result.exception, "exit_code", None), getattr(result.exception, "message", "")) == (
        2,
        f"Noem {option}: zonder gaat het niet.",
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["place", "--title", "Plein", "--area", "zandwerd"], "--area: "),
        (["organisation", "--title", "X", "--website", "geen adres"], "--website: “geen adres” "),
        (["event", *EVENT[:6], "--when", "volgende week"], "--when: "),
        (["event", *EVENT[:6], *EVENT[6:8], "--from", "gisteren"], "--from: "),
        (["event", *EVENT[:6], "--when", "2026-12-01", "--time", "laat"], "--time: "),
        (["event", *EVENT[:4], "--place", "huis-van-de-wjk"], "--place: "),
        (["organisation", "--title", "X", "--id", "Mijn Bestand"], "--id: De naam “Mijn Bestand” kan niet."),
        (["organisation", "--title", "X", "--id", "../buiten"], "--id: De naam “..” kan niet."),
        (["organisation", "--title", "X", "--id", "de-brug"], "--id: Er is al een bestand organisations/de-brug.md."),
    ],
)
def test_wrong_answer_is_a_usage_error_with_the_words_of_check(content: Path, arguments: list[str], words: str) -> None:
    before = sorted(content.rglob("*.md"))
    result = run(content, *arguments)
    assert getattr(result.exception, "exit_code", None) == 2
    assert getattr(result.exception, "message", "").startswith(words)
    assert sorted(content.rglob("*.md")) == before


def test_existing_file_stays_and_the_new_one_gets_a_number(content: Path) -> None:
    old = (content / "events/de-brug/koffie.md").read_bytes()
    given = [*EVENT[:2], "--title", "Koffie!", *EVENT[4:]]
    made(content, run(content, "event", *given), "events/de-brug/koffie-2.md")
    assert (content / "events/de-brug/koffie.md").read_bytes() == old


def test_id_in_another_folder_keeps_its_organiser(content: Path) -> None:
    text = made(content, run(content, "event", *EVENT, "--id", "samen/wandelen"), "events/samen/wandelen.md")
    assert "organisator: de-brug" in keys(text)


@pytest.mark.parametrize(
    "title",
    [
        "a: b",
        "'t Huis",
        'zeg "hoi"',
        "# hekje",
        "- streep",
        "nee",
        "{x}",
        "[x], y",
        "é€ 🎉",
        "0612",
        "a #b",
        "@x",
        "50%",
    ],
)
def test_any_title_is_written_so_that_it_reads_back(content: Path, title: str) -> None:
    result = run(content, "organisation", "--title", title, "--id", "iets")
    made(content, result, "organisations/iets.md")


def test_broken_region_is_said_first(content: Path) -> None:
    (content / "region.yaml").write_text("title: X\n", encoding="utf-8")
    result = run(content, "organisation", "--title", "X")
    assert getattr(result.exception, "message", "") == (
        "Verbeter eerst region.yaml: een nieuw bestand kan niet zonder."
    )
    assert "region.yaml:1:1: fout: " in result.output


# ── one question at a time ────────────────────────────────────────────────────────────────────────────────────────


def test_organisation_is_asked_for(content: Path) -> None:
    typed = ["De Lepel", "", "zandwerd", "zandweerd", "", "lepel", "lepel@example.org", "", "", ""]
    result = run(content, "organisation", typed="\n".join([*typed, ""]))
    text = made(content, result, "organisations/de-lepel.md")
    assert keys(text) == ["naam: De Lepel", "wijk: zandweerd", "e-mail: lepel@example.org"]
    assert "We kennen “zandwerd” niet.\nDit lijkt erop:\n\n   1  Zandweerd, Deventer  (zandweerd)\n" in result.stderr


def test_event_is_asked_for(content: Path) -> None:
    typed = [
        "brug",  # part of a name
        "Koffie in de wijk",
        "wijk",  # two places match
        "2",
        "volgende week",  # refused
        "elke zondag",
        "om twee uur of zo",  # refused
        "14.00-16.00 uur",
        "6 december",  # refused: which year?
        "",  # the proposal is taken
        "",  # it goes on
        "nee",  # not on holidays
        "j",
        "j",  # yes, that is right
        "1, bewegen",
        "",
        "gratis",
        "n",
        "",
        "Kom erbij.",
        "",  # the name of the file
    ]
    result = run(content, "event", typed="\n".join([*typed, ""]))
    text = made(content, result, "events/de-brug/koffie-in-de-wijk.md")
    assert keys(text) == [
        "titel: Koffie in de wijk",
        "wanneer:",
        "  elke: elke zondag",
        "  tijd: 14.00-16.00 uur",
        "  vanaf: 6 december 2026",
        "  behalve: [feestdagen]",
        "plek: wijkgebouw",
        "onderwerpen: [ontmoeten, bewegen]",
        "prijs: gratis",
    ]
    assert (
        "Zo lezen we het: Elke zondag van 14.00 tot 16.00 uur, vanaf 6 december 2026. Niet op feestdagen."
        in result.stderr
    )


def test_dates_that_were_misunderstood_are_asked_again(content: Path) -> None:
    typed = [
        "1 december 2026 van 10 tot 12 uur",
        "nee",
        "2 december 2026 van 10 tot 12 uur",
        "ja",
        *[""] * 3,
        "n",
        *[""] * 3,
    ]
    given = [*EVENT[:6], "--topic", "bewegen"]
    text = made(
        content, run(content, "event", *given, typed="\n".join([*typed, ""])), "events/de-brug/samen-wandelen.md"
    )
    assert keys(text)[1] == "wanneer: 2 december 2026 van 10 tot 12 uur"


def test_unknown_place_of_an_option_comes_with_the_file_to_make(content: Path) -> None:
    given = ["--organisation", "De Brug", "--title", "Thee", "--place", "De Schuur", "--when", "2027-01-15 10:00"]
    result = run(content, "event", *given, "--topic", "bewegen")
    assert isinstance(result.exception, click.UsageError)
    assert result.exception.format_message() == (
        "--place: De plek “De Schuur” is er nog niet. Schrijf hier: de-schuur. Maak een nieuw bestand: places/de-schuur.md. "
        "Zet daarin wat hieronder staat, zonder spaties ervoor, en vul het in. "
        "Kies bij wijk uit: deventer, rivierenwijk, zandweerd. Alle wijken staan in region.yaml, onder “areas”.\n"
        "    ---\n    naam: De Schuur\n    straat:\n    postcode:\n    woonplaats:\n    wijk:\n    ---"
    )


def test_unknown_place_can_be_written_out(content: Path) -> None:
    typed = ["Onder de brug", "ja", "Kade 1", "", "", "rivierenbuurt", *[""] * 2, "n", *[""] * 3]
    given = [
        *EVENT[:4],
        *EVENT[6:8],
        "--from",
        "2026-12-06",
        "--until",
        "2027-06-27",
        "--except",
        "feestdagen",
        *EVENT[-2:],
    ]
    text = made(
        content, run(content, "event", *given, typed="\n".join([*typed, ""])), "events/de-brug/samen-wandelen.md"
    )
    assert "plek:\n  naam: Onder de brug\n  straat: Kade 1\n  wijk: rivierenwijk\n" in text


def test_whoever_stops_halfway_leaves_nothing_behind(content: Path) -> None:
    before = sorted(content.rglob("*"))
    result = run(content, "event", typed="brug\nKoffie in de wijk\n")
    assert result.exception is not None
    assert sorted(content.rglob("*")) == before


def test_terminal_is_asked_without_being_told_to(content: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "build.py", "new", "campaign", "--content", str(content), *NOW]
    os.write(ours, b"Lentefeest\n\n\n\n\n\n")
    try:
        done = subprocess.run(
            command, stdin=theirs, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 0, done.stderr
    assert "Hoe heet de campagne?" in done.stderr
    assert (content / "campaigns/lentefeest.md").exists()


def test_closed_input_is_not_asked(content: Path, ready_python: Sequence[str]) -> None:
    command = [*ready_python, "build.py", "new", "campaign", "--content", str(content), *NOW]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "Noem --title: zonder gaat het niet.\nUitleg: build.py new campaign --help\n"


# ── back, and what checks ask ─────────────────────────────────────────────────────────────────────────────────────

ASKED = ["De Brug", "Kaarten", "wijkgebouw", "ja", "2 december 2026 19.30-21.30 uur", "ja", "1", "", "gratis"]
REST = ["", "We kaarten samen.", ""]


def test_back_asks_the_question_before_and_keeps_the_other_answers(content: Path) -> None:
    typed = [
        *ASKED[:2],
        "<",
        "Kaarten en thee",
        *ASKED[2:5],
        "<",
        "3 december 2026 19.30-21.30 uur",
        *ASKED[5:],
        "nee",
        *REST,
    ]
    result = run(content, "event", typed="\n".join([*typed, ""]))
    text = made(content, result, "events/de-brug/kaarten-en-thee.md")
    assert keys(text)[:2] == ["titel: Kaarten en thee", "wanneer: 3 december 2026 19.30-21.30 uur"]
    assert result.stderr.count("Typ < om één vraag terug te gaan.") == 1


def test_back_from_the_first_question_asks_it_again(content: Path) -> None:
    typed = ["<", "<", *ASKED, "nee", *REST]
    made(content, run(content, "event", typed="\n".join([*typed, ""])), "events/de-brug/kaarten.md")


def test_who_says_that_it_goes_on_on_holidays_is_not_asked_again(content: Path) -> None:
    typed = [*ASKED[:4], "elke zondag 14-16 uur", "6 december 2026", "", "ja", "ja", "ja", *ASKED[6:], "nee", *REST]
    result = run(content, "event", typed="\n".join([*typed, ""]))
    text = made(content, result, "events/de-brug/kaarten.md")
    assert keys(text)[-2:] == ["bewust:", "  on-holiday: Dan gaat het gewoon door."]
    assert "feestdag, en hier staat niet" not in result.stderr


@pytest.mark.parametrize(
    ("answers", "phone"),
    [
        (["06 12345678", "ja"], ["  telefoon: 06 12345678", "toestemming: ja"]),
        (["06 12345678", "nee", "0570 00 00 01"], ["  telefoon: 0570 00 00 01"]),
        (["06 12345678", "ja", "<", "<", "0570 00 00 01"], ["  telefoon: 0570 00 00 01"]),
        (["06 12345678", "nee", "06 12345678", "<", "0570 00 00 01"], ["  telefoon: 0570 00 00 01"]),
    ],
)
def test_mobile_number_is_asked_about_at_once_and_nothing_is_lost(
    content: Path, answers: list[str], phone: list[str]
) -> None:
    typed = [*ASKED, "ja", *answers, "", "", "", *REST]
    result = run(content, "event", typed="\n".join([*typed, ""]))
    text = made(content, result, "events/de-brug/kaarten.md")
    assert keys(text)[-len(phone) :] == phone
    assert "is een mobiel nummer" in result.stderr.partition("Op welk e-mailadres")[0], "it is said at its own question"


def test_mobile_number_that_the_region_allows_is_not_asked_about(content: Path) -> None:
    region = content / "region.yaml"
    region.write_text(f"{region.read_text(encoding='utf-8')}checks: {{mobile-number: off}}\n", encoding="utf-8")
    typed = [*ASKED, "ja", "06 12345678", "", "", "", *REST]
    result = run(content, "event", typed="\n".join([*typed, ""]))
    assert keys(made(content, result, "events/de-brug/kaarten.md"))[-1] == "  telefoon: 06 12345678"


def test_other_word_than_yes_or_no_is_answered(content: Path) -> None:
    typed = [*ASKED, "misschien", "n", *REST]
    result = run(content, "event", typed="\n".join([*typed, ""]))
    made(content, result, "events/de-brug/kaarten.md")
    assert result.stderr.count("\nAntwoord ja of nee.\n") == 1


def test_unknown_organisation_shows_what_is_near_and_how_to_go_on(content: Path) -> None:
    contact = "contact: {email: redactie@example.org}\n"
    region = content / "region.yaml"
    region.write_text(region.read_text(encoding="utf-8") + contact, encoding="utf-8")
    typed = ["Stichting Brug", "Speeltuin", *ASKED, "nee", *REST]
    result = run(content, "event", typed="\n".join([*typed, ""]))
    made(content, result, "events/de-brug/kaarten.md")
    go_on = (
        "\nStaat jouw organisatie er nog niet bij? Stop met Ctrl-C, en maak haar eerst: "
        "python build.py new organisation\nJe kunt het ook vragen aan de redactie: redactie@example.org\n"
    )
    assert f"We kennen “Stichting Brug” niet.\nDit lijkt erop:\n\n   1  De Brug  (de-brug)\n{go_on}" in result.stderr
    assert f"We kennen “Speeltuin” niet.\n{go_on}" in result.stderr
    assert result.stderr.count("Buurthuis Oost  (buurthuis-oost)") == 1
    assert "Stuur het bestand naar de redactie: redactie@example.org. Of vul het formulier in: " in result.stderr


@pytest.mark.parametrize("everybody", ["iedereen", "Iedereen"])
def test_everyone_is_no_audience(content: Path, everybody: str) -> None:
    typed = [*ASKED[:7], everybody, *ASKED[8:], "nee", *REST]
    result = run(content, "event", typed="\n".join([*typed, ""]))
    assert [key for key in keys(made(content, result, "events/de-brug/kaarten.md")) if "doelgroep" in key] == []


def test_whole_phrase_is_understood_where_hours_are_asked(content: Path) -> None:
    typed = [*ASKED[:4], "elke vrijdag", "elke vrijdag 10 tot 12", "4 december 2026", "", "ja", "ja", "ja", *ASKED[6:]]
    result = run(content, "event", typed="\n".join([*typed, "nee", *REST, ""]))
    text = made(content, result, "events/de-brug/kaarten.md")
    assert keys(text)[1:4] == ["wanneer:", "  elke: elke vrijdag 10 tot 12", "  vanaf: 4 december 2026"]


def test_examples_lie_ahead_and_a_proposal_is_said_to_be_taken_by_enter(content: Path) -> None:
    typed = [*ASKED[:4], "3 december 19.30-21.30 uur", "", *ASKED[5:], "nee", *REST]
    result = run(content, "event", typed="\n".join([*typed, ""]))
    made(content, result, "events/de-brug/kaarten.md")
    assert "Wanneer is het? Bijvoorbeeld: zondag 6 december 2026 van 19.30 tot 21.00 uur." in result.stderr
    assert "Neem die dan over.\nDruk op Enter om dat over te nemen.\n" in result.stderr
    asked = run(content, "campaign", typed="Feest\n\n\n\n\n\n")
    assert "Wat is de eerste dag? Bijvoorbeeld 6 december 2026 " in asked.stderr
    assert "Wat is de laatste dag? Bijvoorbeeld 20 december 2026 " in asked.stderr


def test_name_that_cannot_be_keeps_the_one_that_was_proposed(content: Path) -> None:
    typed = [*ASKED, "nee", *REST[:2], "Kaarten in de wijk!", "", ""]
    result = run(content, "event", typed="\n".join(typed))
    made(content, result, "events/de-brug/kaarten.md")
    assert "(Enter: neem dit voorstel)" in result.stderr


def test_end_of_what_is_typed_leaves_nothing_behind(content: Path) -> None:
    before = sorted(content.rglob("*"))
    typed = [*ASKED, "ja", "06 12345678"]
    result = run(content, "event", typed="\n".join([*typed, ""]))
    assert isinstance(result.exception, click.exceptions.Abort)
    assert "Er is niets geschreven." in result.stderr
    assert [one for one in sorted(content.rglob("*")) if one.is_file()] == [one for one in before if one.is_file()]
