"""What has been running for long, and what ends."""

from pathlib import Path

import pytest

from tests.checks.found import checked, found
from tests.content_files import EVENT

PATH = "events/de-kern/koffie.md"
WHEN = "wanneer: 2027-01-15 10:00-12:00"
WEEKLY = "wanneer: {elke: maandag 10-12 uur, vanaf: 2026-01-05}"
CODES = ("unconfirmed", "faded", "ends-soon")


def said(folder: Path, when: str) -> list[tuple[int, str]]:
    return [(line, code) for _, line, _, code in found(folder, {PATH: EVENT.replace(WHEN, when)}, *CODES)]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (f"{WEEKLY}\ngecontroleerd: 2026-11-01", []),
        (f"{WEEKLY}\ngecontroleerd: 2026-05-22", []),
        (f"{WEEKLY}\ngecontroleerd: 2026-05-21", [(4, "unconfirmed")]),
        (f"{WEEKLY}\ngecontroleerd: 2025-11-22", [(4, "unconfirmed")]),
        (f"{WEEKLY}\ngecontroleerd: 2025-11-21", [(4, "faded")]),
        (f"{WHEN}\ngecontroleerd: 2025-11-21", []),  # a single date passes by itself
    ],
)
def test_somebody_must_confirm_what_runs(tmp_path: Path, when: str, expected: list[tuple[int, str]]) -> None:
    assert said(tmp_path, when) == expected


def test_confirmation_can_be_copied(tmp_path: Path) -> None:
    files = {PATH: EVENT.replace(WHEN, f"{WEEKLY}\ngecontroleerd: 2026-05-01")}
    (one,) = [one for one in checked(tmp_path, files) if one.code == "unconfirmed"]
    assert (one.suggestion, dict(one.values)) == ("2026-11-22", {"day": "2026-05-01", "today": "2026-11-22"})


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("wanneer: {elke: maandag 10-12 uur, vanaf: 2026-01-05, tot en met: 2026-12-20}", ["2026-12-14"]),
        ("wanneer: {elke: maandag 10-12 uur, vanaf: 2026-01-05, tot en met: 2026-12-21}", []),
        ("wanneer: {elke: maandag 10-12 uur, vanaf: 2026-01-05, tot en met: 2026-11-20}", []),  # it is over
        ("wanneer: {elke: maandag 10-12 uur, vanaf: 2026-10-05, tot en met: 2026-12-14}", []),  # a course
        ("wanneer: {elke: maandag 10-12 uur, vanaf: 2026-01-05, aantal keer: 49}", []),
        (
            "wanneer: {elke: maandag 10-12 uur, vanaf: 2026-01-05, tot en met: 2026-12-14, ook: 2027-02-01 10-12 uur}",
            [],
        ),
        ("wanneer: [{elke: maandag 10-12 uur, vanaf: 2026-01-05, tot en met: 2026-12-14}, 2027-02-01 10-12 uur]", []),
        (WEEKLY, []),
    ],
)
def test_end_of_a_season_is_asked_about(tmp_path: Path, when: str, days: list[str]) -> None:
    files = {PATH: EVENT.replace(WHEN, when)}
    assert [dict(one.values)["day"] for one in checked(tmp_path, files) if one.code == "ends-soon"] == days
