"""``check --feeds``: every judge that is here reads what would be published, and it is said which ones those are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from streekagenda import conformance
from streekagenda.cli.check import check
from streekagenda.conformance.judges.icalendar_dateutil import JUDGE
from tests.content_files import EVENT, GOOD, written

KOFFIE = "events/de-kern/koffie.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, {**GOOD, KOFFIE: EVENT})


def of_feeds(report: str) -> list[dict[str, str]]:
    return [one for one in json.loads(report)["diagnostics"] if one["code"].startswith("feed-")]


def run(folder: Path, *options: str) -> tuple[int, str, str]:
    """The exit code, the report, and what is said beside it."""
    command = ["--content", str(folder), "--now", "2026-11-22T12:00:00", "--feeds", *options]
    result = CliRunner().invoke(check, command, standalone_mode=False, catch_exceptions=False)
    return result.return_value, result.stdout, result.stderr


def test_the_judges_are_named_beside_the_report(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conformance, "judges", lambda: ((JUDGE,), ("ical.js", "libical")))
    code, report, beside = run(folder, "--format", "json")
    assert (code, of_feeds(report)) == (0, [])
    assert beside == (
        "12 agenda’s gelezen, en 1 datums vergeleken met de pagina’s, door: icalendar, dateutil.\n"
        "Hier niet geïnstalleerd, en dus niet gevraagd: ical.js; libical.\n"
    )


def test_a_date_that_a_judge_does_not_see_is_a_mistake_of_ours(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streekagenda.judging.existing_time", lambda moment, _: moment.replace(minute=30))
    code, report, _ = run(folder, "--format", "json", "--lang", "en")
    found = of_feeds(report)
    assert code == 1
    assert {one["code"] for one in found} == {"feed-date-missing", "feed-date-unknown"}
    assert found[0]["message"] == (
        "This date is on the pages, and icalendar, dateutil does not see it in the feeds: "
        "Koffie (2027-01-15 10:30 – 2027-01-15 12:30). This is a mistake of the program, not yours. "
        "Tell who runs the site."
    )


def test_without_a_calendar_no_feed_is_made(tmp_path: Path) -> None:
    code, _, beside = run(written(tmp_path, {"region.yaml": "title: [\n"}))
    assert code == 1
    assert beside.startswith("0 agenda’s gelezen, en 0 datums vergeleken")
