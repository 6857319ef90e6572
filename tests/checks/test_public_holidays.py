"""A question about each public holiday on which a rule goes on without anybody having said so."""

from pathlib import Path

import pytest

from tests.checks.found import checked, found
from tests.content_files import EVENT

PATH = "events/de-kern/koffie.md"
WHEN = "wanneer: 2027-01-15 10:00-12:00"
CODE = "on-holiday"


def days(folder: Path, when: str, more: str = "") -> list[str]:
    """Return the holidays that are asked about, for an event with this ``when``."""
    diagnostics = checked(folder, {PATH: EVENT.replace(WHEN, when + more)})
    assert [one.code for one in diagnostics if one.severity == "error"] == []
    return [value for one in diagnostics if one.code == CODE for name, value in one.values if name == "days"]


FRIDAYS = "wanneer: {elke: vrijdag 10-12 uur, vanaf: 2026-10-02"


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        (f"{FRIDAYS}}}", ["2026-12-25, 2027-01-01, 2027-03-26"]),
        (f"{FRIDAYS}, tot en met: 2026-12-25}}", ["2026-12-25"]),
        (f"{FRIDAYS}, tot en met: 2026-12-24}}", []),
        (f"{FRIDAYS}, behalve: feestdagen}}", []),
        (f"{FRIDAYS}, behalve: [2026-12-25, 2027-01-01]}}", ["2027-03-26"]),
        (f"{FRIDAYS}, wijzigingen: [{{op: 2026-12-25, tijd: 14-16 uur}}]}}", ["2027-01-01, 2027-03-26"]),
        (f"{FRIDAYS}, wijzigingen: [{{op: 2026-12-25, status: afgelast}}]}}", ["2027-01-01, 2027-03-26"]),
        (f"{FRIDAYS}, behalve: feestdagen, ook: 2026-12-25 10-12 uur}}", []),
        ("wanneer: elke maandag 10-12 uur behalve feestdagen, vanaf 5 oktober 2026", []),
        ("wanneer: elke maandag 10-12 uur, vanaf 5 oktober 2026", ["2027-03-29, 2027-05-17"]),
        ("wanneer: elke 25e 10-12 uur, vanaf 25 oktober 2026", ["2026-12-25"]),
        ("wanneer: {rrule: FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25, start: 2025-12-25 10:00, duration: 2 hours}", []),
        ("wanneer: 2026-12-25 10-12 uur", []),
        ("status: afgelast\nwanneer: elke vrijdag 10-12 uur, vanaf 2 oktober 2026", []),
    ],
)
def test_holidays_of_a_rule_are_asked_about(tmp_path: Path, when: str, asked: list[str]) -> None:
    assert days(tmp_path, when) == asked


def test_region_of_another_country_has_its_own_holidays(tmp_path: Path) -> None:
    region = "country: BE\ntitle: Proef\nurl: https://x.example.org/\nareas: [{id: zandweerd, name: Z}]\ntopics: [{id: ontmoeten, name: O}]\n"
    files = {"region.yaml": region, PATH: EVENT.replace(WHEN, f"{FRIDAYS}, tot en met: 2027-07-30}}")}
    assert [dict(one.values)["days"] for one in checked(tmp_path, files) if one.code == CODE] == [
        "2026-12-25, 2027-01-01"
    ]


def test_question_stands_at_when_and_both_answers_end_it(tmp_path: Path) -> None:
    when = f"{FRIDAYS}}}"
    assert found(tmp_path, {PATH: EVENT.replace(WHEN, when)}, CODE) == [(PATH, 3, 10, CODE)]
    accepted = f"{when}\nbewust: {{{CODE}: dan zijn we open}}"
    assert found(tmp_path, {PATH: EVENT.replace(WHEN, accepted)}, CODE, "accept-unneeded") == []
    excepted = "wanneer: {elke: vrijdag 10-12 uur behalve feestdagen, vanaf: 2026-10-02}"
    assert found(tmp_path, {PATH: EVENT.replace(WHEN, excepted)}, CODE) == []
