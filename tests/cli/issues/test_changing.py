"""A form about an activity that is there changes its file: only what is said, comments and layout kept."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from streekagenda.cli import commands
from tests.regions import REGION, written

NOW = ["--now", "2026-11-22T12:00:00"]
SERIES = """\
---
# Van de werkgroep.
titel: Soep
wanneer:
  elke: woensdag   # al jaren
  tijd: 17.00-19.00 uur
  vanaf: 2026-12-02
  # tot de zomer
  tot en met: 2027-06-30
plek: huis-van-de-wijk
onderwerpen: [ontmoeten]
# prijs: gratis
---
Eet mee!
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content", {"events/de-brug/soep.md": SERIES})


def cancelled(event: str, on: str, note: str = "_No response_") -> str:
    return (
        f"### Om welke activiteit gaat het?\n\n{event}\n\n### Welke dag gaat niet door?\n\n{on}\n\n"
        f"### Waarom gaat het niet door?\n\n{note}\n"
    )


def changed(event: str, **answers: str) -> str:
    labels = {
        "day": "Gaat het om één dag? Welke?",
        "date": "Naar welke dag verschuift het?",
        "time": "Wat zijn de nieuwe tijden van die dag?",
        "when": "Wanneer is het voortaan?",
        "place": "Wat is de nieuwe plek?",
        "title": "Wat is de nieuwe titel?",
        "price": "Wat kost het nu?",
        "description": "Wat is de nieuwe tekst?",
        "note": "Wat moeten bezoekers weten over deze wijziging?",
    }
    rest = "".join(f"### {label}\n\n{answers.get(key, '_No response_')}\n\n" for key, label in labels.items())
    return f"### Om welke activiteit gaat het?\n\n{event}\n\n{rest}"


def run(content: Path, issue: str) -> Result:
    file = content.parent / "issue.md"
    file.write_text(issue, encoding="utf-8")
    arguments = ["new", "--from-issue", str(file), "--comment", str(content.parent / "comment.md")]
    return CliRunner().invoke(commands, [*arguments, "--content", str(content), *NOW], standalone_mode=False)


def front(content: Path, path: str = "events/de-brug/soep.md") -> str:
    return (content / path).read_text(encoding="utf-8")


def done(content: Path, issue: str, path: str = "events/de-brug/soep.md") -> str:
    result = run(content, issue)
    assert result.exception is None, result.output
    assert (result.return_value, result.stdout) == (0, f"{content / path}\n"), result.output
    return front(content, path)


def asked(content: Path, issue: str) -> str:
    """Return the comment; nothing was written."""
    before = {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}
    result = run(content, issue)
    assert result.exception is None, result.output
    assert (result.return_value, result.stdout) == (1, ""), result.output
    assert {file: file.read_bytes() for file in content.rglob("*") if file.is_file()} == before
    return (content.parent / "comment.md").read_text(encoding="utf-8")


# ── it does not take place ────────────────────────────────────────────────────────────────────────────────────────


def test_one_date_of_a_series_is_off(content: Path) -> None:
    text = done(
        content,
        cancelled("https://agenda.example.org/agenda/activiteiten/de-brug/soep/", "9 december 2026", "De kok is ziek."),
    )
    assert text == SERIES.replace(
        "  tot en met: 2027-06-30\n",
        "  tot en met: 2027-06-30\n"
        "  wijzigingen:\n"
        "    - op: 2026-12-09\n"
        "      status: afgelast\n"
        "      opmerking: De kok is ziek.\n",
    )


def test_line_ends_and_byte_order_mark_stay(content: Path) -> None:
    file = content / "events/de-brug/soep.md"
    file.write_bytes(b"\xef\xbb\xbf" + SERIES.replace("\n", "\r\n").encode())
    done(content, cancelled("Soep", "9 december 2026"))
    text = file.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf---\r\n")
    assert b"      status: afgelast\r\n" in text
    assert text.count(b"\n") == text.count(b"\r\n") == SERIES.count("\n") + 3


def test_more_dates_are_off(content: Path) -> None:
    text = done(content, cancelled("Soep", "woensdag 9 december 2026\n16 december 2026"))
    assert text == SERIES.replace(
        "  tot en met: 2027-06-30\n",
        "  tot en met: 2027-06-30\n"
        "  wijzigingen:\n"
        "    - op: 2026-12-09\n"
        "      status: afgelast\n"
        "    - {op: 2026-12-16, status: afgelast}\n",
    )


def test_all_of_it_is_off(content: Path) -> None:
    text = done(content, cancelled("de-brug/soep", "Alles.", "Er is geen kok meer."))
    assert text == SERIES.replace(
        "  tot en met: 2027-06-30\n", "  tot en met: 2027-06-30\n  opmerking: Er is geen kok meer.\n"
    ).replace("# prijs: gratis\n", "# prijs: gratis\nstatus: afgelast\n")


def test_single_date_is_off(content: Path) -> None:
    text = done(content, cancelled("Koffie", "3 december 2026", "Ziek"), "events/de-brug/koffie.md")
    assert text == (
        "---\ntitel: Koffie\nwanneer:\n  op: donderdag 3 december 2026 van 10.00 tot 12.00 uur\n  status: afgelast\n"
        "  opmerking: Ziek\nplek: huis-van-de-wijk\nonderwerpen: [ontmoeten]\n---\nKom erbij.\n"
    )


@pytest.mark.parametrize(
    ("when", "after"),
    [
        (
            "wanneer: elke woensdag van 17.00 tot 19.00 uur vanaf 2 december 2026\n",
            (
                "wanneer:\n  elke: elke woensdag van 17.00 tot 19.00 uur vanaf 2 december 2026\n"
                "  wijzigingen:\n    - op: 2026-12-09\n      status: afgelast\n      opmerking: Ziek\n"
            ),
        ),
        (
            "when: {every: Wednesday, time: 17:00-19:00, from: 2026-12-02}  # ever\n",
            (
                "when: {every: Wednesday, time: 17:00-19:00, from: 2026-12-02, "
                "changes: [{on: 2026-12-09, status: cancelled, note: Ziek}]}  # ever\n"
            ),
        ),
        (
            "wanneer:\n  - {op: 2026-12-02, tijd: 10-12 uur}\n  - {op: 2026-12-09, tijd: 10-12 uur, opmerking: Boven}\n",
            None,
        ),
        (
            "wanneer:\n  - {op: 2026-12-02, tijd: 10-12 uur}\n  - {op: 2026-12-09, tijd: 10-12 uur}\n",
            (
                "wanneer:\n  - {op: 2026-12-02, tijd: 10-12 uur}\n"
                "  - {op: 2026-12-09, tijd: 10-12 uur, status: afgelast, opmerking: Ziek}\n"
            ),
        ),
        (
            "wanneer:\n- op: 2026-12-02\n  tijd: 10-12 uur\n- op: 2026-12-09\n  tijd: 10-12 uur\n",
            (
                "wanneer:\n- op: 2026-12-02\n  tijd: 10-12 uur\n- op: 2026-12-09\n  tijd: 10-12 uur\n"
                "  status: afgelast\n  opmerking: Ziek\n"
            ),
        ),
        (
            "wanneer: [2026-12-02 10:00-12:00, 2026-12-09 10:00-12:00]\n",
            "wanneer:\n  - 2026-12-02 10:00-12:00\n  - op: 2026-12-09 10:00-12:00\n    status: afgelast\n    opmerking: Ziek\n",
        ),
        (
            (
                "wanneer:\n  elke: woensdag 17-19 uur\n  vanaf: 2026-12-02\n  wijzigingen:\n    - op: 2026-12-16\n"
                "      tijd: 18-20 uur\n      # later\n  behalve: 2026-12-23\n"
            ),
            (
                "wanneer:\n  elke: woensdag 17-19 uur\n  vanaf: 2026-12-02\n  wijzigingen:\n    - op: 2026-12-16\n"
                "      tijd: 18-20 uur\n    - {op: 2026-12-09, status: afgelast, opmerking: Ziek}\n      # later\n"
                "  behalve: 2026-12-23\n"
            ),
        ),
    ],
)
def test_date_is_off_however_it_is_written(content: Path, when: str, after: str | None) -> None:
    text = f"---\ntitel: Soep\n{when}plek: huis-van-de-wijk\nonderwerpen: [ontmoeten]\n---\nEet mee!\n"
    (content / "events/de-brug/soep.md").write_text(text, encoding="utf-8")
    issue = cancelled("Soep", "9 december 2026", "Ziek")
    if after is None:
        assert "Dit kunnen we niet vanzelf veranderen" in asked(content, issue)
    else:
        assert done(content, issue) == text.replace(when, after)


@pytest.mark.parametrize(
    ("event", "on", "said"),
    [
        ("Soep", "9 december", "Welk jaar is het?"),
        ("Soep", "10 december 2026", "is deze activiteit er niet. De eerstvolgende keer is woensdag 2 december 2026."),
        ("Soep", "volgende week", "volgende week"),
        ("Soepp", "alles", "Bedoel je “Soep, De Brug”?"),
        ("https://agenda.example.org/agenda/activiteiten/../../etc/passwd", "alles", "We vinden geen activiteit"),
        ("_No response_", "alles", "Hier staat nog geen antwoord."),
        ("Soep", "_No response_", "Hier staat nog geen antwoord."),
    ],
)
def test_what_is_unclear_is_asked_back(content: Path, event: str, on: str, said: str) -> None:
    assert said in asked(content, cancelled(event, on))


@pytest.mark.parametrize("forge", ["forgejo", "gitlab"])
def test_forms_of_other_forges_say_the_same(content: Path, forge: str) -> None:
    """Forgejo ends each answer with an empty line; GitLab has the hints in it, and lines that end with CR LF."""
    issue = cancelled("Soep", "9 december 2026", "Ziek")
    if forge == "gitlab":
        text = Path(".gitlab/issue_templates/afgelasten.md").read_text(encoding="utf-8")
        for label, said in zip(
            ["?\n\n<!-- Neem", "?\n\n<!-- Met de", "?\n\n<!-- Dit mag"],
            ["Soep", "9 december 2026", "Ziek"],
            strict=True,
        ):
            text = text.replace(label, label.replace("?\n\n", f"?\n\n{said}\n"))
        issue = text.replace("\n", "\r\n")
    text = done(content, issue + "\n\n")
    assert "  wijzigingen:\n    - op: 2026-12-09\n      status: afgelast\n      opmerking: Ziek\n" in text


def test_change_of_gitlab_says_the_same(content: Path) -> None:
    text = Path(".gitlab/issue_templates/wijzigen.md").read_text(encoding="utf-8")
    text = text.replace("gaat het?\n", "gaat het?\n\nSoep\n").replace("het nu?\n", "het nu?\n\n3 euro\n")
    assert "\nprijs: 3 euro\n" in done(content, text.replace("\n", "\r\n"))


def test_what_was_refused_before_does_not_stop_a_cancellation(content: Path) -> None:
    text = SERIES.replace("# prijs: gratis\n", "contact: {telefoon: 06 12345678}\n")
    (content / "events/de-brug/soep.md").write_text(text, encoding="utf-8")
    assert "      status: afgelast\n" in done(content, cancelled("Soep", "9 december 2026"))


def test_activities_of_one_title_are_told_apart(content: Path) -> None:
    other = SERIES.replace("titel: Soep", "titel: Soep\norganisator: buurthuis-oost")
    written(content, {"events/buurthuis-oost/soep.md": other})
    said = asked(content, cancelled("Soep", "alles"))
    assert "Bedoel je “Soep, Buurthuis Oost”, “Soep, De Brug”?" in said
    assert "status: afgelast" in done(content, cancelled("soep, de brug", "alles"))


# ── something changes ─────────────────────────────────────────────────────────────────────────────────────────────


def test_one_date_gets_other_hours(content: Path) -> None:
    text = done(content, changed("Soep", day="16 december 2026", time="18.00-21.00 uur", title="Kerstsoep", price="5"))
    assert text == SERIES.replace(
        "  tot en met: 2027-06-30\n",
        "  tot en met: 2027-06-30\n"
        "  wijzigingen:\n"
        "    - op: 2026-12-16\n"
        "      tijd: 18.00-21.00 uur\n"
        "      titel: Kerstsoep\n"
        "      prijs: 5\n",
    )


def test_one_date_moves(content: Path) -> None:
    text = done(content, changed("Soep", day="16 december 2026", date="17 december 2026", note="De zaal is bezet."))
    assert "    - op: 2026-12-16\n      datum: 2026-12-17\n      opmerking: De zaal is bezet.\n" in text


def test_what_is_said_changes_and_nothing_else(content: Path) -> None:
    answers = {"title": "Buurtsoep", "price": "gratis", "place": "Wijkgebouw De Kade", "description": "Kom.\n\nEet."}
    text = done(content, changed("Soep", **answers))
    assert text == (
        SERIES.replace("titel: Soep", "titel: Buurtsoep")
        .replace("plek: huis-van-de-wijk", "plek: wijkgebouw")
        .replace("# prijs: gratis\n", "# prijs: gratis\nprijs: gratis\n")
        .replace("Eet mee!", "Kom.\n\nEet.")
    )


def comment(content: Path) -> str:
    return (content.parent / "comment.md").read_text(encoding="utf-8")


def with_when(content: Path, when: str) -> str:
    text = f"---\ntitel: Soep\nplek: huis-van-de-wijk\nonderwerpen: [ontmoeten]\n{when}---\nEet mee!\n"
    (content / "events/de-brug/soep.md").write_text(text, encoding="utf-8")
    return text


def test_other_dates_from_a_day_on_end_the_old_and_comments_stay(content: Path) -> None:
    text = done(content, changed("Soep", when="elke donderdag van 17.00 tot 19.00 uur vanaf 3 december 2026"))
    when = SERIES[SERIES.index("wanneer:") : SERIES.index("plek:")]
    assert text == SERIES.replace(
        when,
        "# al jaren\n# tot de zomer\nwanneer:\n  - elke: woensdag\n    tijd: 17.00-19.00 uur\n    vanaf: 2026-12-02\n"
        "    tot en met: 2026-12-02\n  - elke donderdag van 17.00 tot 19.00 uur vanaf 3 december 2026\n",
    )


def test_what_was_said_of_the_old_dates_stays_and_what_goes_is_named(content: Path) -> None:
    """Of a rule with exceptions, doors and changes only the days that are no more go, each by its name."""
    before = with_when(
        content,
        "wanneer:\n  elke: om de week op woensdag\n  vanaf: 2026-01-07\n  tot en met: 2027-02-17\n  inloop vanaf: 17:00\n"
        "  tijd: 17:30-19:30\n  behalve: [feestdagen, 2026-12-09, 2027-02-03]\n  wijzigingen:\n"
        "    - {op: 2026-12-23, titel: Kerstbuffet, tijd: 17:30-21:00}\n"
        "    - {op: 2027-01-20, opmerking: Druk., aanmelden: {stand: vol, opmerking: Alle stoelen zijn bezet.}}\n",
    )
    text = done(content, changed("Soep", when="om de week op donderdag 17.30-19.30 uur vanaf 7 januari 2027"))
    assert text == before[: before.index("wanneer:")] + (
        "wanneer:\n  - elke: om de week op woensdag\n    vanaf: 2026-01-07\n    tot en met: 2027-01-06\n"
        "    inloop vanaf: 17:00\n    tijd: 17:30-19:30\n    behalve: [feestdagen, 2026-12-09, 2027-02-03]\n"
        "    wijzigingen:\n      - op: 2026-12-23\n        titel: Kerstbuffet\n        tijd: 17:30-21:00\n"
        "  - elke: om de week op donderdag 17.30-19.30 uur vanaf 7 januari 2027\n    inloop vanaf: 17:00\n"
        "    behalve: [feestdagen]\n---\nEet mee!\n"
    )
    assert comment(content).partition("Let op: deze dagen verdwijnen van de agenda.\n\n")[2] == (
        "- woensdag 20 januari 2027 van 17.30 tot 19.30 uur (inloop vanaf 17.00 uur): Druk. · "
        "Vol. Je kunt je niet meer aanmelden. · Alle stoelen zijn bezet.\n"
        "- woensdag 17 februari 2027 van 17.30 tot 19.30 uur (inloop vanaf 17.00 uur)\n"
    )


def test_change_of_a_day_that_stays_goes_with_the_new_hours(content: Path) -> None:
    with_when(
        content,
        "wanneer:\n  elke: woensdag\n  vanaf: 2027-01-06\n  tijd: 17:30-19:30\n  wijzigingen:\n"
        "    - {op: 2027-01-20, opmerking: Met muziek.}\n",
    )
    text = done(content, changed("Soep", when="elke woensdag 18.00-20.00 uur vanaf 6 januari 2027"))
    assert "    - op: 2027-01-20\n      opmerking: Met muziek.\n" in text
    assert "verdwijnen" not in comment(content)


def test_who_writes_all_of_it_loses_nothing_and_is_understood(content: Path) -> None:
    """What is asked back, where the old rule cannot be ended in its phrase, can be answered."""
    with_when(content, "wanneer: elke woensdag 17-19 uur vanaf 2 december 2026 t/m 30 juni 2027\n")
    fresh = "elke donderdag 17-19 uur vanaf 7 januari 2027"
    assert "Schrijf alles op wat blijft." in asked(content, changed("Soep", when=fresh))
    both = f"elke woensdag 17-19 uur vanaf 2 december 2026 t/m 6 januari 2027\n{fresh}"
    text = done(content, changed("Soep", when=both))
    assert f"  - {fresh}\n" in text or f", {fresh}]" in text


def test_single_date_that_is_another_is_named(content: Path) -> None:
    text = done(content, changed("Koffie", when="vrijdag 4 december 2026 10-12 uur"), "events/de-brug/koffie.md")
    assert "\nwanneer: vrijdag 4 december 2026 10-12 uur\n" in text
    assert "verdwijnen van de agenda.\n\n- donderdag 3 december 2026 van 10.00 tot 12.00 uur\n" in comment(content)


@pytest.mark.parametrize(
    ("when", "new", "said"),
    [
        (
            "wanneer: {elke: woensdag 17-19 uur, vanaf: 2026-12-02, tot en met: 2026-12-30}\n",
            "zaterdag 12 december 2026 17-19 uur",
            "verdwijnen 5 dagen die nu op de agenda staan. De eerste is woensdag 2 december 2026.",
        ),
        (
            "wanneer: {elke: woensdag 17-19 uur, vanaf: 2026-12-02, inloop vanaf: 16:30}\n",
            "elke donderdag 15-17 uur vanaf 7 januari 2027",
            "inloop vanaf 17.00 uur",
        ),
        (
            "wanneer: elke woensdag 17-19 uur vanaf 2 december 2026 behalve feestdagen\n",
            "elke donderdag 15-17 uur vanaf 7 januari 2027",
            "Met dit antwoord verdwijnt daar iets van",
        ),
        (
            "wanneer: [{op: 2026-12-02, tijd: 10-12 uur, opmerking: Boven}]\n",
            "3 december 2026 10-12 uur",
            "Met dit antwoord verdwijnt daar iets van",
        ),
    ],
)
def test_what_would_be_lost_is_asked_back(content: Path, when: str, new: str, said: str) -> None:
    with_when(content, when)
    assert said in asked(content, changed("Soep", when=new))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "We zien niet wat er moet veranderen."),
        ({"time": "10-12 uur"}, "Voor welke dag geldt dit?"),
        ({"day": "16 december 2026"}, "We zien niet wat er moet veranderen."),
        ({"day": "16 december 2026", "when": "elke dag"}, "Dit kan niet voor één dag alleen."),
        ({"day": "16 december 2026", "time": "in de avond"}, "in de avond"),
        ({"when": "elke donderdag"}, "Hoe laat"),
        ({"title": "x" * 121}, "120"),
        ({"place": "Huis van de Wijkk"}, "Bedoel je “Huis van de Wijk, Zandweerd”?"),
    ],
)
def test_change_that_is_unclear_is_asked_back(content: Path, answers: dict[str, str], said: str) -> None:
    assert said in asked(content, changed("Soep", **answers))


def test_title_in_two_languages_is_left_to_the_editors(content: Path) -> None:
    written(content, {"region.yaml": REGION + "languages: [nl, en]\n"})
    text = SERIES.replace("titel: Soep", "titel: {nl: Soep, en: Soup}")
    (content / "events/de-brug/soep.md").write_text(text, encoding="utf-8")
    assert "De redactie kijkt ernaar" in asked(content, changed("Soep", title="Bouillon"))
