"""``check``: what is wrong, for people and for programs; nothing is written."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from streekagenda.checks import CODES
from streekagenda.cli.check import check, on_terminal
from tests.content_files import EVENT, GOOD, written

QUIET = {
    **GOOD,
    "region.yaml": GOOD["region.yaml"] + "checks:\n" + "".join(f"  {code}: off\n" for code in sorted(CODES)),
}
"""The good region, without what is only unwise: that is tested with the checks themselves."""
KOFFIE = "events/de-kern/koffie.md"
LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


def run(folder: Path, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(
        check, [*options, "--content", str(folder), "--layouts", str(LAYOUTS)], standalone_mode=False
    )
    assert done.exception is None, done.exception
    return done.return_value, done.stdout


def test_good_content_gives_exit_code_0(tmp_path: Path) -> None:
    assert run(written(tmp_path, {**QUIET, KOFFIE: EVENT})) == (0, "Er zijn geen fouten gevonden.\n")


def test_json_has_file_line_column_code_severity_message_and_suggestion(tmp_path: Path) -> None:
    folder = written(tmp_path, {**QUIET, KOFFIE: EVENT.replace("plek: de-linde", "plek: de-lindes")})
    code, report = run(folder, "--format", "json", "--lang", "en")
    found = json.loads(report)["diagnostics"]
    assert code == 1
    assert found == [
        {
            "file": f"{folder}/{KOFFIE}",
            "line": 4,
            "column": 7,
            "code": "unknown-place-near",
            "severity": "error",
            "message": "The place “de-lindes” is not there. Do you mean “de-linde”? Is it a new place? "
            "Then make a new file: places/de-lindes.md, with, between two lines with ---, "
            "the lines name:, street:, postcode:, city: and area:. "
            "Then write here: de-lindes",
            "suggestion": "de-linde",
        }
    ]


def test_text_shows_the_line_with_a_caret_and_what_to_write(tmp_path: Path) -> None:
    folder = written(tmp_path, {**QUIET, KOFFIE: EVENT.replace("onderwerpen: [ontmoeten]", "onderwerpen: [ontmoetn]")})
    code, report = run(folder)
    assert code == 1
    assert report.splitlines() == [
        f"{folder}/{KOFFIE}:5:15: fout: Het onderwerp “ontmoetn” bestaat niet. Bedoel je “ontmoeten”?",
        "    onderwerpen: [ontmoetn]",
        "                  ^^^^^^^^",
        "  → onderwerpen: [ontmoeten]",
        "",
        "1 fout in 1 bestand.",
        "1 daarvan kan het programma zelf verbeteren: zet er --fix achter.",
    ]


def test_advice_and_warnings_give_exit_code_0(tmp_path: Path) -> None:
    code, report = run(written(tmp_path, {**GOOD, KOFFIE: EVENT}), "--format", "json")
    found = json.loads(report)
    assert code == found["errors"] == 0
    assert found["advice"] + found["warnings"] == len(found["diagnostics"]) > 0


def test_report_for_a_forge_names_files_as_seen_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "content", {**QUIET, KOFFIE: EVENT.replace("[ontmoeten]", "[niets]")})
    monkeypatch.chdir(tmp_path)
    code, report = run(Path("content"), "--format", "github", "--lang", "en")
    assert code == 1
    assert report.splitlines() == [
        (
            "::error file=content/events/de-kern/koffie.md,line=5,col=15,title=error (unknown-topic)::"
            "The topic “niets” does not exist. Choose from: ontmoeten, samen-eten. All of them are in region.yaml."
        ),
        "1 mistake in 1 file.",
    ]


def test_links_are_asked_when_that_is_wanted_but_not_those_of_examples(tmp_path: Path) -> None:
    event = EVENT.replace("plek:", "links: [{url: 'https://www.example.org/', titel: Meer over ons}]\nplek:")
    region = QUIET["region.yaml"].replace("  link-gone: off\n", "").replace("  link-silent: off\n", "")
    folder = written(tmp_path, {**QUIET, "region.yaml": region, KOFFIE: event})
    assert run(folder, "--online", "--no-cache") == (0, "Er zijn geen fouten gevonden.\n")


@pytest.mark.parametrize(("environment", "terminal", "wanted"), [
    ({"TERM": "xterm"}, True, True),
    ({"TERM": "xterm"}, False, False),
    ({"TERM": "dumb"}, True, False),
    ({"TERM": "xterm", "NO_COLOR": "1"}, True, False),
    ({"TERM": "xterm", "NO_COLOR": ""}, True, True),
])  # fmt: skip
def test_colours_are_for_a_terminal_that_wants_them(
    environment: dict[str, str], terminal: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    assert on_terminal() is wanted


def test_paths_limit_the_report_to_these_files(tmp_path: Path) -> None:
    broken = EVENT.replace("[ontmoeten]", "[niets]")
    folder = written(tmp_path, {**QUIET, KOFFIE: broken, "events/de-kern/thee.md": broken})
    code, report = run(folder, str(folder / KOFFIE), "--format", "json")
    assert code == 1
    assert {one["file"] for one in json.loads(report)["diagnostics"]} == {f"{folder}/{KOFFIE}"}
    assert run(folder, str(folder / "places"))[0] == 0


def test_a_file_that_is_asked_for_says_how_its_dates_are_read(tmp_path: Path) -> None:
    weekly = EVENT.replace(
        "wanneer: 2027-01-15 10:00-12:00",
        "wanneer: {elke: zondag 14-16 uur, vanaf: 2026-09-06, behalve: [feestdagen], "
        "wijzigingen: [{op: 2026-12-20, status: afgelast}]}",
    )
    folder = written(tmp_path, {**QUIET, KOFFIE: weekly})
    assert run(folder, str(folder / KOFFIE))[1].splitlines() == [
        "Er zijn geen fouten gevonden.",
        (
            f"{KOFFIE}: Zo lezen we het: Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026. Niet op feestdagen. "
            "Op 20 december 2026 gaat het niet door."
        ),
    ]
    assert run(folder, str(folder / KOFFIE), "--lang", "en")[1].splitlines()[1] == (
        f"{KOFFIE}: This is how we read it: Every Sunday from 14:00 to 16:00, from 6 September 2026. "
        "Not on public holidays. On 20 December 2026 it does not take place."
    )


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nothing_is_written(tmp_path: Path, lang: str) -> None:
    folder = written(tmp_path / "content", {**QUIET, KOFFIE: EVENT})
    before = sorted(tmp_path.rglob("*"))
    run(folder, "--lang", lang)
    assert sorted(tmp_path.rglob("*")) == before


def test_feeds_are_made_and_held_against_the_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path, {**QUIET, KOFFIE: EVENT})
    assert run(folder, "--feeds") == (0, "Er zijn geen fouten gevonden.\n")
    monkeypatch.setattr("streekagenda.formats.ical.PRODUCT", "een, twee\n")
    code, report = run(folder, "--feeds", "--format", "json", "--lang", "en")
    (found,) = json.loads(report)["diagnostics"]
    assert (code, found["code"], found["file"]) == (1, "feed-rule-10", f"{folder}/region.yaml")
    assert found["message"] == (
        "feeds/all.ics breaks a rule of calendars: lines that every program can read, and not too many of them. "
        "It says: PRODID:een, twee\\n. This is a mistake of the program, not yours. Tell who runs the site."
    )
    assert run(folder)[0] == 0
