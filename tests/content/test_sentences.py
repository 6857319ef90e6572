"""Sentences behind a rule in ``when`` become exceptions, extra moments and changes, as the keys beside it do."""

from pathlib import Path

import pytest

from streekagenda.model.schedule import Series
from tests.content_files import EVENT, codes, only_event, validated
from tests.examples import change, moment, rule, series

KOFFIE = "events/de-kern/koffie.md"
WHEN = "wanneer: 2027-01-15 10:00-12:00"

SUNDAYS = rule("WEEKLY", "2026-09-06", "SU", until="2027-06-27")
DIFFERS = [
    change("2026-12-20", at="14:00-18:00", title="Kerstdiner"),
    change("2027-01-03", status="cancelled", note="de beheerder is ziek"),
]
ALL_SAID = """\
wanneer: >-
  Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. Niet op 15 november.
  Ook op 26 december. Op 20 december tot 18.00 uur (Kerstdiner). Op 3 januari gaat het niet door: de beheerder is ziek."""
SAID_AND_WRITTEN = """\
wanneer:
  elke: zondag 14.00-16.00 uur. Op 20 december tot 18.00 uur (Kerstdiner).
  vanaf: 2026-09-06
  tot en met: 2027-06-27
  behalve: 2026-11-15
  ook: 2026-12-26
  wijzigingen: {op: 2027-01-03, status: afgelast, opmerking: de beheerder is ziek}"""
TIME_BESIDE_IT = """\
wanneer:
  elke: zondag. Ook op 26 december.
  tijd: 14:00-16:00
  vanaf: 2026-09-06
  tot en met: 2027-06-27
  behalve: 2026-11-15
  wijzigingen:
    - {op: 2026-12-20, tijd: 14.00-18.00, titel: Kerstdiner}
    - {op: 2027-01-03, status: afgelast, opmerking: de beheerder is ziek}"""


@pytest.mark.parametrize("when", [ALL_SAID, SAID_AND_WRITTEN, TIME_BESIDE_IT])
def test_what_is_said_and_what_is_written_under_keys_give_the_same(tmp_path: Path, when: str) -> None:
    event = only_event(tmp_path, EVENT.replace(WHEN, when))
    expected = series(SUNDAYS, exclusions=["2026-11-15"], also=[moment("2026-12-26", "14:00-16:00")], changes=DIFFERS)
    assert event.schedule.entries == (expected,)


def test_change_is_given_to_the_rule_that_it_stands_behind(tmp_path: Path) -> None:
    when = "Elke maandag 10-12 uur, vanaf 4 januari 2027. Op 11 januari 2027 (Bingo). Elke maandag 14-16 uur, vanaf 4 januari 2027."
    event = only_event(tmp_path, EVENT.replace(WHEN, f"wanneer: {when}"))
    changes = [entry.changes for entry in event.schedule.entries if isinstance(entry, Series)]
    assert changes == [(change("2027-01-11", title="Bingo"),), ()]


MISTAKES = [
    ("Elke maandag 10-12 uur, vanaf 4 januari 2027. Op 12 januari 2027 (Bingo).", "change-no-occurrence"),
    ("Elke maandag 10-12 uur, vanaf 4 januari 2027, niet op 11 januari 2027. Op 11 januari 2027 (Bingo).", "change-on-exception"),
    ("Elke maandag 10-12 uur, vanaf 4 januari 2027. Op 11 januari 2027 (Bingo). Op 11 januari 2027 gaat het niet door.", "change-twice"),
    (f"Elke maandag 10-12 uur, vanaf 4 januari 2027. Op 11 januari 2027 ({'Bingo' * 25}).", "too-long"),
    ("Elke maandag 10-12 uur, vanaf 4 januari 2027. Ook op 28 maart 2027 om 02.30 uur.", "time-does-not-exist"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "code"), MISTAKES)
def test_what_is_said_is_checked_as_what_is_written(tmp_path: Path, when: str, code: str) -> None:
    result = validated(tmp_path, {KOFFIE: EVENT.replace(WHEN, f"wanneer: {when}")})
    assert [found for _, _, found in codes(result)] == [code]


@pytest.mark.parametrize(
    ("phrase", "beside", "found"),
    [
        ("dinsdag 10-12 uur, 10 keer", "tot en met: 2027-03-30", ["when-end-twice"]),
        ("dinsdag 10-12 uur, 10 keer", "aantal keer: 12", ["when-end-twice"]),
        ("dinsdag 10-12 uur, t/m 30 maart 2027", "aantal keer: 12", ["when-end-twice"]),
        ("dinsdag 10-12 uur, t/m 30 maart 2027", "tot en met: 2027-03-23", ["when-end-twice"]),
        ("dinsdag 10-12 uur, t/m 30 maart 2027", "tot en met: 2027-03-30", []),
        ("dinsdag 10-12 uur, 10 keer", "aantal keer: 10", []),
    ],
)
def test_a_rule_has_one_end(tmp_path: Path, phrase: str, beside: str, found: list[str]) -> None:
    when = f"wanneer:\n  elke: {phrase}\n  vanaf: 2027-01-05\n  {beside}"
    result = validated(tmp_path, {KOFFIE: EVENT.replace(WHEN, when)})
    assert [(line, code) for _, line, code in codes(result)] == [(6, code) for code in found]
