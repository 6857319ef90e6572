"""Last days to sign up that cannot be meant."""

from pathlib import Path

import pytest

from tests.checks.found import checked

KOFFIE = "events/de-kern/koffie.md"
CODES = ("sign-up-too-late", "sign-up-over")
ONCE = "2027-01-15 10:00-12:00"
WEEKLY = "{elke: vrijdag 10-12 uur, vanaf: %s, tot en met: 2027-02-26}"


@pytest.mark.parametrize(
    ("when", "until", "more", "codes"),
    [
        (ONCE, "2027-01-15", "", []),
        (ONCE, "2027-01-16", "", ["sign-up-too-late"]),
        (ONCE, "2036-01-16", "", ["sign-up-too-late"]),
        (ONCE, "2026-12-01", "", []),
        (ONCE, "2026-01-12", "", ["sign-up-over"]),
        (ONCE, "2026-01-12", ", stand: gesloten", []),
        (WEEKLY % "2027-01-08", "2026-01-07", "", ["sign-up-over"]),
        (WEEKLY % "2026-09-04", "2026-09-01", "", []),
        (WEEKLY % "2026-09-04", "2027-02-27", "", ["sign-up-too-late"]),
        ("{elke: vrijdag 10-12 uur, vanaf: 2026-09-04}", "2036-01-01", "", []),
    ],
)
def test_last_day_to_sign_up(tmp_path: Path, when: str, until: str, more: str, codes: list[str]) -> None:
    booking = f"aanmelden: {{telefoon: 0570 00 00 01, tot en met: {until}{more}}}"
    text = f"---\ntitel: Koffie\nwanneer: {when}\nplek: de-linde\nonderwerpen: [ontmoeten]\n{booking}\n---\nKom!\n"
    said = [one for one in checked(tmp_path, {KOFFIE: text}) if one.code in CODES]
    assert [one.code for one in said] == codes
    assert [(one.severity, one.location.line) for one in said] == [("warning", 6) for _ in codes]
