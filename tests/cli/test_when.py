"""``when``: how a phrase is understood, or what has to be asked."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from streekagenda.cli.when import when

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


def run(phrase: str, *options: str) -> tuple[int, str]:
    arguments = [phrase, *options, "--layouts", str(LAYOUTS), "--now", "2026-11-22"]
    done = CliRunner().invoke(when, arguments, standalone_mode=False)
    assert done.exception is None, done.exception
    return done.return_value, done.stdout


def answer(phrase: str, *options: str) -> dict[str, Any]:
    code, output = run(phrase, *options, "--format", "json")
    found = json.loads(output)
    assert code == (1 if "diagnostics" in found else 0)
    assert isinstance(found, dict)
    return found


def test_rule_has_its_sentence_its_rrule_and_its_next_dates() -> None:
    assert answer("iedere 1e dinsdag van de maand van 10.00 tot 12.00 uur", "--from", "2026-09-01", "--count", "3") == {
        "start": "2026-09-01T10:00:00",
        "end": "2026-09-01T12:00:00",
        "all_day": False,
        "dates": ["2026-09-01T10:00:00", "2026-10-06T10:00:00", "2026-11-03T10:00:00"],
        "rrule": "FREQ=MONTHLY;BYDAY=1TU",
        "sentence": "Elke eerste dinsdag van de maand van 10.00 tot 12.00 uur, vanaf 1 september 2026.",
        "lengths": {
            "badge": "1e dinsdag",
            "line": "elke eerste dinsdag van de maand 10.00–12.00",
            "sentence": "Elke eerste dinsdag van de maand van 10.00 tot 12.00 uur.",
            "full": "Elke eerste dinsdag van de maand van 10.00 tot 12.00 uur, vanaf 1 september 2026.",
            "spoken": "Elke eerste dinsdag van de maand van tien uur 's ochtends tot twaalf uur 's middags.",
        },
    }


def test_people_read_the_rule_of_calendar_programs_last() -> None:
    code, output = run("iedere zondag 14-16 uur", "--from", "2026-09-06", "--count", "2")
    assert code == 0
    assert output.splitlines() == [
        "Elke zondag van 14.00 tot 16.00 uur, vanaf 6 september 2026.",
        "  zondag 6 september 2026 14.00",
        "  zondag 13 september 2026 14.00",
        "Voor agendaprogramma’s: RRULE:FREQ=WEEKLY;BYDAY=SU",
    ]


def test_sentence_is_in_the_language_that_was_asked_for() -> None:
    found = answer("iedere zondag 14-16 uur", "--from", "2026-09-06", "--lang", "en")
    assert found["sentence"] == "Every Sunday from 14:00 to 16:00, from 6 September 2026."


def test_holidays_are_left_out_and_said_by_their_name() -> None:
    phrase = "elke vrijdag 10-12 uur, niet op Eerste Kerstdag en in de meivakantie"
    found = answer(phrase, "--from", "2027-04-16", "--count", "3")
    assert found["dates"] == ["2027-04-16T10:00:00", "2027-04-23T10:00:00", "2027-05-07T10:00:00"]
    assert found["sentence"].endswith("Niet in de meivakantie en op Eerste Kerstdag.")
    south = answer(phrase.replace("mei", "zomer"), "--from", "2027-07-16", "--school-region", "zuid", "--count", "3")
    assert south["dates"] == ["2027-07-16T10:00:00", "2027-07-23T10:00:00", "2027-09-10T10:00:00"]


def test_until_is_the_last_possible_day() -> None:
    found = answer("iedere zondag 14-16 uur", "--from", "2026-09-06", "--until", "2026-09-20")
    assert found["dates"] == ["2026-09-06T14:00:00", "2026-09-13T14:00:00", "2026-09-20T14:00:00"]


def test_explicit_dates_are_not_filtered_by_from() -> None:
    found = answer("donderdag 1 oktober 2026 van 19.30 tot 21.00 uur", "--from", "2027-01-01")
    assert (found["dates"], found["rrule"]) == (["2026-10-01T19:30:00"], None)


def test_whole_days_are_dates() -> None:
    found = answer("3 t/m 5 oktober 2026")
    assert (found["start"], found["end"], found["all_day"]) == ("2026-10-03", "2026-10-05", True)


def test_several_rules_in_one_phrase_each_have_their_own() -> None:
    found = answer("maandagavond 19–20 uur; dinsdagochtend 9.30–11 uur", "--from", "2026-09-01", "--count", "2")
    assert [rule["rrule"] for rule in found["rules"]] == ["FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU"]
    assert found["dates"] == ["2026-09-01T09:30:00", "2026-09-07T19:00:00"]


@pytest.mark.parametrize(
    "phrase",
    [
        "volgende week woensdag 10 uur",
        "iedere zondagmiddag",
        "zondag 25 december 2026 14 uur",
        "1 oktober 10-12 uur",
        "",
    ],
)
def test_what_can_mean_two_things_is_refused_with_a_question(phrase: str) -> None:
    found = answer(phrase)
    assert [one["severity"] for one in found["diagnostics"]] == ["error"] * len(found["diagnostics"])
    assert all(one["message"] and one["code"].startswith("when-") for one in found["diagnostics"])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), "za 28 november 2026 10.00 uur"),
        (("--from", "2027-12-01"), None),
        (("--from", "2020-01-01"), "za 28 november 2020 10.00 uur"),
    ],
)
def test_year_that_is_missing_is_reckoned_from_the_first_day_that_is_asked_for(
    options: tuple[str, ...], expected: str | None
) -> None:
    (asked,) = answer("za 28 november 10.00 uur", *options)["diagnostics"]
    assert asked.get("suggestion") == expected


def test_phrase_may_begin_with_the_dash_of_a_list() -> None:
    pasted = "- 12 januari 2027 20.00 uur\n- 9 februari 2027 20.00 uur"
    assert answer(pasted)["dates"] == ["2027-01-12T20:00:00", "2027-02-09T20:00:00"]


@pytest.mark.parametrize("phrase", ["28 maart 2027 om 02.30 uur", "zondag 28 maart 2027 van 01.30 tot 02.30 uur"])
def test_time_that_the_clock_skips_is_refused_as_check_does(phrase: str) -> None:
    assert [one["code"] for one in answer(phrase)["diagnostics"]] == ["time-does-not-exist"]


def test_rule_at_a_time_that_the_clock_skips_once_is_refused() -> None:
    (asked,) = answer("elke zondag om 02.30 uur")["diagnostics"]
    assert (
        asked["message"]
        == "Op zondag 28 maart 2027 bestaat 02:30 niet: dan gaat de klok een uur vooruit. Kies een andere tijd."
    )


def test_sentences_behind_a_rule_are_said_back_and_dated() -> None:
    rule = "Elke zondag van 14.00 tot 16.00 uur, van 29 november 2026 tot en met 27 juni 2027."
    off = "Op 6 december gaat het niet door: De beheerder is ziek."
    phrase = f"{rule} Ook op 2 december 2026. {off} Niet op 13 december, maar op 14 december om 10.00 uur."
    found = answer(phrase, "--count", "4")
    assert found["sentence"] == phrase
    assert found["dates"] == [
        "2026-11-29T14:00:00",
        "2026-12-02T14:00:00",
        "2026-12-14T10:00:00",
        "2026-12-20T14:00:00",
    ]


def test_day_without_a_year_is_known_between_the_days_that_are_asked_for() -> None:
    phrase = "elke zondag 14-16 uur. Op 29 november gaat het niet door."
    found = answer(phrase, "--from", "2026-11-22", "--until", "2026-12-06")
    assert found["dates"] == ["2026-11-22T14:00:00", "2026-12-06T14:00:00"]
    assert [one["code"] for one in answer(phrase, "--from", "2026-11-22")["diagnostics"]] == ["when-no-year"]


def test_change_on_a_day_that_is_none_of_the_rule_is_refused() -> None:
    (asked,) = answer("elke zondag 14-16 uur. Op 30 november 2026 gaat het niet door.")["diagnostics"]
    assert asked["message"] == (
        "Op maandag 30 november 2026 is deze activiteit niet. "
        "De dagen eromheen zijn zondag 29 november 2026 en zondag 6 december 2026. Welke bedoel je?"
    )


def test_a_rule_has_one_end() -> None:
    found = answer("elke dinsdag 10 uur, 10 keer", "--from", "2026-12-01", "--until", "2026-12-31")
    assert found["diagnostics"] == [
        {
            "code": "when-end-twice",
            "severity": "error",
            "message": "“elke dinsdag 10 uur, 10 keer” zegt zelf al tot wanneer of hoe vaak. Dat past niet bij “--until”. "
            "Laat een van de twee weg.",
        }
    ]
