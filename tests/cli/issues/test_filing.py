"""Filled-in forms for a new activity, as each forge renders them, become files that pass ``check``; hostile ones do not get far."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from streekagenda.cli import commands
from tests.regions import written

NOW = ["--now", "2026-11-22T12:00:00"]
LABELS = {
    "organisation": "Van welke organisatie is het?",
    "title": "Hoe heet de activiteit?",
    "when": "Wanneer is het?",
    "place": "Waar is het?",
    "area": "In welke wijk of welk dorp is dat?",
    "description": "Wat is er te doen?",
    "topics": "Waar gaat het over?",
    "audiences": "Voor wie is het?",
    "price": "Wat kost het?",
    "booking": "Moeten mensen zich aanmelden?",
    "contact": "Wie beantwoordt vragen?",
    "consent": "Staat hierboven een eigen nummer, e-mailadres of de naam van iemand?",
}
BOXES = {
    "topics": ("Ontmoeten en koffie", "Bewegen"),
    "audiences": ("Ouderen",),
    "consent": ("Ja, en die persoon vindt het goed dat iedereen het kan lezen.",),
}
PLAIN = {
    "organisation": "De Brug",
    "title": "Samen wandelen",
    "when": "elke zondag van 14.00 tot 16.00 uur vanaf 6 december 2026",
    "place": "Huis van de Wijk",
    "description": "We lopen een uur door de wijk.\n\nDaarna is er thee.",
    "topics": "Bewegen",
    "price": "gratis",
    "booking": "0570 00 00 01",
    "contact": "0570 00 00 01",
}


def boxes(field: str, chosen: str) -> str:
    return "\n".join(f"- [{'X' if label in chosen else ' '}] {label}" for label in BOXES[field])


def rendered(answers: dict[str, str], empty: str = "_No response_") -> str:
    """As GitHub, Forgejo and Gitea put a filled-in form into an issue."""
    said = {
        field: boxes(field, answers.get(field, "")) if field in BOXES else answers.get(field, empty) for field in LABELS
    }
    return "\n\n".join(f"### {label}\n\n{said[field]}" for field, label in LABELS.items())


def forgejo(answers: dict[str, str]) -> str:
    return rendered(answers).replace("- [X]", "- [x]") + "\n\n"


def gitlab(answers: dict[str, str]) -> str:
    """The text to fill in, with what people leave standing and what they write under it; GitLab sends CRLF."""
    text = Path(".gitlab/issue_templates/nieuw.md").read_text(encoding="utf-8")
    for field, label in LABELS.items():
        if field not in BOXES:
            text = text.replace(f"### {label}\n", f"### {label}\n{answers.get(field, '')}\n")
    head, _, _ = text.partition(f"### {LABELS['topics']}")
    rest = "\n\n".join(
        f"### {LABELS[field]}\n\n{boxes(field, answers.get(field, '')) if field in BOXES else answers.get(field, '')}"
        for field in list(LABELS)[6:]
    )
    return (head + rest).replace("\n", "\r\n")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content")


def run(content: Path, issue: str) -> Result:
    file = content.parent / "issue.md"
    file.write_text(issue, encoding="utf-8", newline="")
    arguments = ["new", "--from-issue", str(file), "--comment", str(content.parent / "comment.md")]
    return CliRunner().invoke(commands, [*arguments, "--content", str(content), *NOW], standalone_mode=False)


def made(content: Path, issue: str) -> tuple[str, str]:
    """Return path and text of what was written; it passes ``check``."""
    result = run(content, issue)
    assert result.exception is None, result.output
    assert result.return_value == 0, result.output
    path = Path(result.stdout.strip()).relative_to(content).as_posix()
    command = ["check", path, "--format", "json", "--content", str(content), *NOW]
    checked = CliRunner().invoke(commands, command, standalone_mode=False)
    found = [one for one in json.loads(checked.stdout)["diagnostics"] if one["severity"] == "error"]
    assert (checked.return_value, found) == (0, [])
    return path, (content / path).read_text(encoding="utf-8")


def keys(text: str) -> list[str]:
    front = text.split("---\n")[1]
    return [line for line in front.splitlines() if line.strip() and not line.startswith("#")]


def asked(content: Path, issue: str) -> str:
    """Return the comment; nothing was written, anywhere."""
    before = {file for file in content.parent.rglob("*") if file.is_file()} | {content.parent / "issue.md"}
    result = run(content, issue)
    assert result.exception is None, result.output
    assert (result.return_value, result.stdout) == (1, ""), result.output
    assert {file for file in content.parent.rglob("*") if file.is_file()} == before | {content.parent / "comment.md"}
    said = (content.parent / "comment.md").read_text(encoding="utf-8")
    for of_a_file in ("toestemming:", "stand:", "status:", "elke:", "op:", "rrule:", "---", "Voeg toe"):
        assert of_a_file not in said
    return said


@pytest.mark.parametrize("forge", [rendered, forgejo, gitlab])
def test_form_of_each_forge_becomes_the_same_file(content: Path, forge: Callable[[dict[str, str]], str]) -> None:
    path, text = made(content, forge(PLAIN))
    assert path == "events/de-brug/samen-wandelen.md"
    assert keys(text) == [
        "titel: Samen wandelen",
        "wanneer: elke zondag van 14.00 tot 16.00 uur vanaf 6 december 2026",
        "plek: huis-van-de-wijk",
        "onderwerpen: [bewegen]",
        "prijs: gratis",
        "aanmelden:",
        "  telefoon: 0570 00 00 01",
        "contact:",
        "  telefoon: 0570 00 00 01",
    ]
    assert text.endswith("\n---\nWe lopen een uur door de wijk.\n\nDaarna is er thee.\n")


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        (
            {"when": "dinsdag 1 december 2026 10.00-12.00 uur\n- donderdag 3 december 2026 van 14.00 tot 16.00 uur"},
            ["wanneer: [dinsdag 1 december 2026 10.00-12.00 uur, donderdag 3 december 2026 van 14.00 tot 16.00 uur]"],
        ),
        (
            {"when": "elke woensdag van 17.00 tot 19.00 uur\nvanaf 2 december 2026\nniet in de schoolvakanties"},
            ["wanneer: elke woensdag van 17.00 tot 19.00 uur vanaf 2 december 2026 niet in de schoolvakanties"],
        ),
        ({"place": "https://meet.example.org/buurt"}, ["online: https://meet.example.org/buurt"]),
        (
            {"place": "Het Plein, Dorpsstraat 1, 7411 AA Deventer", "area": "Rivierenbuurt"},
            [
                "plek:",
                "  naam: Het Plein",
                "  straat: Dorpsstraat 1",
                "  postcode: 7411 AA",
                "  woonplaats: Deventer",
                "  wijk: rivierenwijk",
            ],
        ),
        (
            {"place": "Het Plein\nDorpsstraat 1\n7411 AA\nDeventer"},
            ["plek:", "  naam: Het Plein", "  straat: Dorpsstraat 1", "  postcode: 7411 AA", "  woonplaats: Deventer"],
        ),
        (
            {"audiences": "Ouderen", "topics": "Ontmoeten en koffie Bewegen"},
            ["onderwerpen: [ontmoeten, bewegen]", "doelgroepen: [ouderen]"],
        ),
        ({"price": "5 euro, met koffie"}, ["prijs: 5 euro, met koffie"]),
        ({"booking": "Nee, dat hoeft niet"}, None),
        ({"booking": "nee"}, []),
        ({"booking": "Ja, aan de balie"}, ["aanmelden:", "  verplicht: ja", "  opmerking: Ja, aan de balie"]),
        (
            {"booking": "balie@example.org of https://www.example.org/aanmelden"},
            ["aanmelden:", "  e-mail: balie@example.org", "  url: https://www.example.org/aanmelden"],
        ),
        (
            {"contact": "de gastvrouw, info@example.org"},
            ["contact:", "  naam: de gastvrouw", "  e-mail: info@example.org"],
        ),
    ],
)
def test_answers_become_keys(content: Path, answers: dict[str, str], lines: list[str] | None) -> None:
    if lines is None:
        assert "betekent dat je je moet aanmelden" in asked(content, rendered(PLAIN | answers))
        return
    _, text = made(content, rendered(PLAIN | answers))
    written_lines = keys(text)
    assert [line for line in lines if line not in written_lines] == []


def test_own_number_of_a_person_needs_that_person_to_agree(content: Path) -> None:
    answers = PLAIN | {"contact": "06 12345678"}
    said = asked(content, rendered(answers))
    assert "- **Wie beantwoordt vragen?** “06 12345678” is een mobiel nummer" in said
    assert f"Kruis dan aan: “{BOXES['consent'][0]}”" in said
    _, text = made(content, rendered(answers | {"consent": BOXES["consent"][0]}))
    assert keys(text)[-1] == "toestemming: ja"


AGREED = {"consent": BOXES["consent"][0]}


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        (
            AGREED | {"booking": "Ja, bellen met Ans, 06-12345678"},
            ["aanmelden:", "  telefoon: 06-12345678", "  opmerking: Ja, bellen met Ans, 06-12345678"],
        ),
        (
            {"booking": "via www.dekern.nl/soep of soep@dekern.nl, max 20 personen"},
            ["aanmelden:", "  e-mail: soep@dekern.nl", "  url: https://www.dekern.nl/soep", "  plekken: 20"],
        ),
        (
            {"booking": "Bel 0570 123456, uiterlijk 30 november 2026"},
            ["aanmelden:", "  telefoon: 0570 123456", "  opmerking: Bel 0570 123456, uiterlijk 30 november 2026"],
        ),
        (
            {"booking": "bij de balie, kamer 12-12"},
            ["aanmelden:", "  verplicht: ja", "  opmerking: bij de balie, kamer 12-12"],
        ),
        (
            {"booking": "0570 123456 of 0570 654321, vraag naar de balie"},
            ["aanmelden:", "  verplicht: ja", "  opmerking: 0570 123456 of 0570 654321, vraag naar de balie"],
        ),
        ({"booking": "Nee, gewoon binnenlopen. Vragen? Bel 0570 123456"}, ["contact:", "  telefoon: 0570 123456"]),
        (
            AGREED | {"contact": "Ans de Boer 06-12345678 ans@gmail.com"},
            ["contact:", "  naam: Ans de Boer", "  telefoon: 06-12345678", "  e-mail: ans@gmail.com"],
        ),
        ({"contact": "bel 0570 123456"}, ["contact:", "  telefoon: 0570 123456"]),
        ({"contact": "de balie (0570 123456)"}, ["contact:", "  naam: de balie", "  telefoon: 0570 123456"]),
        ({"place": "Online via Teams: https://teams.example.org/x"}, ["online: https://teams.example.org/x"]),
    ],
)
def test_answer_is_taken_apart_where_it_is_sure(content: Path, answers: dict[str, str], lines: list[str]) -> None:
    plain = {key: said for key, said in PLAIN.items() if key not in {"booking", "contact", "price"}}
    _, text = made(content, rendered(plain | answers))
    written_lines = [one for one in keys(text) if one != "toestemming: ja"]
    first = next(index for index, one in enumerate(written_lines) if one == lines[0])
    assert written_lines[first : first + len(lines)] == lines
    assert not lines[0].startswith(("aanmelden", "contact")) or written_lines[first + len(lines) :] == []


def test_day_without_a_year_in_an_answer_is_asked_about(content: Path) -> None:
    said = asked(content, rendered(PLAIN | {"booking": "Bel voor 1 december naar 0570 123456"}))
    assert "**Moeten mensen zich aanmelden?** Welk jaar is het?" in said


@pytest.mark.parametrize("when", ["maandag 1 februari 2027 10-12 uur", "elke maandag 10-12 uur vanaf 1 februari 2027"])
def test_title_without_latin_letters_is_named_after_its_first_day(content: Path, when: str) -> None:
    issue = rendered(PLAIN | {"title": "中文 咖啡", "when": when})
    assert made(content, issue)[0] == "events/de-brug/activiteit-2027-02-01.md"
    assert made(content, issue)[0] == "events/de-brug/activiteit-2027-02-01-2.md"


def test_second_of_the_same_name_gets_a_number(content: Path) -> None:
    made(content, rendered(PLAIN))
    path, _ = made(content, rendered(PLAIN | {"when": "2026-12-09 10:00-12:00"}))
    assert path == "events/de-brug/samen-wandelen-2.md"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"when": "vrijdag 15 januari 10.00-12.00 uur"}, "**Wanneer is het?** Welk jaar is het?"),
        ({"when": "elke zondag 14.00-16.00 uur"}, "**Wanneer is het?**"),
        ({"when": "binnenkort"}, "**Wanneer is het?**"),
        ({"organisation": "De Brg"}, "We kennen “De Brg” niet. Bedoel je “De Brug”?"),
        ({"organisation": "Iemand anders"}, "Vraag de redactie"),
        ({"organisation": "../../.github"}, "We kennen “../../.github” niet."),
        ({"organisation": "_No response_"}, "**Van welke organisatie is het?** Hier staat nog geen antwoord."),
        ({"place": "Huis"}, "Bedoel je “Huis van de Wijk, Zandweerd”?"),
        ({"place": "Ergens"}, "We kennen “Ergens” nog niet."),
        ({"place": "Het Plein, Deventer"}, "wat de woonplaats"),
        ({"place": "Het Plein, Dorpsstraat 1, 7411 AA Deventer", "area": "Nergens"}, "“Nergens” niet"),
        ({"topics": ""}, "**Waar gaat het over?** Hier staat nog geen antwoord."),
        ({"price": "-5"}, "**Wat kost het?**"),
        ({"contact": "www.example.org of https://www.example.org/"}, "alleen een telefoonnummer"),
        ({"contact": "jan.jansen@gmail.com"}, "Kruis dan aan: “Ja, en die persoon"),
        ({"contact": "Jan Jansen"}, "Kruis dan aan: “Ja, en die persoon"),
        ({"when": "elke zondag 14-16 uur vanaf 6 december 2026, afgelast"}, "formulier “Het gaat niet door”"),
        ({"when": "elke zondag 14-16 uur vanaf 6 december 2026, vol"}, "Zeg in de tekst dat het vol is."),
        ({"when": "2026-12-01..2029-12-31 10-12 uur"}, "Schrijf het als herhaling, zoals: dagelijks van"),
        ({"title": "x" * 121}, "**Hoe heet de activiteit?**"),
        ({"description": "### Hoe heet de activiteit?\n\nIets anders"}, "Deze vraag staat er twee keer."),
        ({"description": "a" * 100_000}, "Je tekst is te lang"),
        ({"description": "a" * 1_200_000}, "Je tekst is te lang: er passen 60000 tekens in."),
        ({"description": "[" * 5_000}, "Dank je wel! We konden nog niet alles lezen."),
        ({"title": "Koffie\u202e"}, "Dank je wel! We konden nog niet alles lezen."),
    ],
)
def test_what_is_unclear_is_asked_back(content: Path, answers: dict[str, str], said: str) -> None:
    assert said in asked(content, rendered(PLAIN | answers))


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({"title": "../../../etc/passwd"}, "titel: '../../../etc/passwd'"),
        ({"title": "x\nstatus: cancelled"}, "titel: 'x status: cancelled'"),
        ({"title": "'}, status: cancelled #"}, "titel: '''}, status: cancelled #'"),
        ({"title": "{{ 7*7 }} !!python/object"}, "titel: '{{ 7*7 }} !!python/object'"),
        ({"title": "&a *a"}, "titel: '&a *a'"),
        ({"price": 'gratis"\n---\nuid: x'}, "prijs: 'gratis\" --- uid: x'"),
        ({"description": "Kom!\n---\nstatus: cancelled\n---\nDag"}, "titel: Samen wandelen"),
        ({"description": "<script>alert(1)</script><!-- weg -->Kom!"}, "titel: Samen wandelen"),
    ],
)
def test_hostile_answer_stays_the_text_that_it_is(content: Path, answers: dict[str, str], line: str) -> None:
    path, text = made(content, rendered(PLAIN | answers))
    assert path.startswith("events/de-brug/")
    assert line in keys(text)
    assert not any(one.startswith(("status:", "uid:")) for one in keys(text))


def test_comment_says_back_how_it_is_read_and_calls_nobody(content: Path) -> None:
    made(content, rendered(PLAIN | {"title": "@iedereen kom #1 <b>nu</b>"}))
    comment = (content.parent / "comment.md").read_text(encoding="utf-8")
    assert "@iedereen" not in comment
    assert "<b>" not in comment
    assert "\n- Elke zondag van 14.00 tot 16.00 uur, vanaf 6 december 2026.\n" in comment
    assert "\n  - zondag 6 december 2026 van 14.00 tot 16.00 uur\n" in comment


def test_issue_that_is_no_form_is_left_alone(content: Path) -> None:
    result = run(content, "Hallo! De website is mooi.")
    assert (result.exit_code, result.stdout) == (1, "") or result.exception is not None
    assert "geen formulier" in str(getattr(result.exception, "msgid", "")) or "none of our forms" in str(
        result.exception
    )
    assert not (content.parent / "comment.md").exists()
