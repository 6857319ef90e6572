"""Every judge sees what is wrong, and sees the dates that are there: else its silence would tell nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from streekagenda import conformance
from streekagenda.conformance import Date
from streekagenda.conformance.judges import MODULES, outlook
from streekagenda.conformance.judges.judge import Judge
from tests.examples import change, event, series, single
from tests.publications.feeds.sites import published

ZONE = ZoneInfo("Europe/Amsterdam")
ALL, LACKING = conformance.judges()
ENGINES = [judge for judge in ALL if judge.dates]
READERS = [judge for judge in ALL if judge.complaints]
PARSERS = [judge for judge in READERS if judge.dates]
FEED = published(
    event(
        series(
            changes=[
                change("2026-10-25", moved_to="2026-10-26", at="15:00-16:30"),
                change("2026-11-01", status="cancelled"),
            ],
            exclusions=["2026-11-08"],
        )
    ),
    event(single("2026-10-23", None, last="2026-10-25"), id="kunst", title="Kunst"),
    event(single("2026-10-24", "23:00-04:00"), id="nacht", title="Nacht"),
    event(single("2026-10-20", "19:30"), id="open", title="Open einde"),
)["feeds/all.ics"]
DATES = [
    Date(datetime(2026, 10, 20, 19, 30), datetime(2026, 10, 20, 19, 30), "Open einde"),
    Date(datetime(2026, 10, 23), datetime(2026, 10, 26), "Kunst"),
    Date(datetime(2026, 10, 24, 23), datetime(2026, 10, 25, 4), "Nacht"),
    Date(datetime(2026, 10, 26, 15), datetime(2026, 10, 26, 16, 30), "Koffie"),
    Date(datetime(2026, 11, 1, 14), datetime(2026, 11, 1, 16), "AFGELAST: Koffie"),
    Date(datetime(2026, 11, 15, 14), datetime(2026, 11, 15, 16), "Koffie"),
]


def name(judge: Judge) -> str:
    return judge.name


def test_all_judges_are_here() -> None:
    if LACKING and not os.environ.get("CI"):
        pytest.skip(f"not installed: {', '.join(LACKING)}; `make setup` installs it")
    assert (len(ALL), LACKING) == (6, ())


@pytest.mark.parametrize("judge", ENGINES, ids=name)
def test_a_judge_sees_the_dates_in_the_time_of_the_region(judge: Judge) -> None:
    assert judge.dates is not None
    assert judge.dates([FEED], date(2026, 10, 20), date(2026, 11, 15), ZONE) == DATES


@pytest.mark.parametrize("judge", READERS, ids=name)
def test_a_judge_has_nothing_to_say_of_a_good_feed(judge: Judge) -> None:
    assert judge.complaints is not None
    assert judge.complaints([FEED, FEED]) == [[], []]


@pytest.mark.parametrize("judge", PARSERS, ids=name)
@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b"DTSTART;VALUE=DATE:20261023", b"DTSTART;VALUE=DATE:morgen"),
        (b"DTEND;VALUE=DATE:20261026", b"geen regel"),
        (b"END:VEVENT", b"EINDE:VEVENT"),
    ],
)
def test_a_judge_complains_of_the_feed_that_is_wrong(judge: Judge, was: bytes, becomes: bytes) -> None:
    assert was in FEED
    assert judge.complaints is not None
    good, bad = judge.complaints([FEED, FEED.replace(was, becomes)])
    assert good == []
    assert bad


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        (b":20261026T150000", b":20261101T090000", "2026-11-01 09:00:00 – 2026-10-26 16:30:00 and"),
        (b":20261026T150000", b":20261018T090000", "and 2026-10-18 09:00:00 cross"),
        (
            b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261025",
            b"RECURRENCE-ID;TZID=Europe/Amsterdam:20261024",
            "no date of",
        ),
        (
            b"EXDATE;TZID=Europe/Amsterdam:20261108",
            b"EXDATE;TZID=Europe/Amsterdam:20261109",
            "EXDATE:20261109T140000: no",
        ),
    ],
)
def test_outlook_cannot_keep_what_lies_past_its_neighbour_or_is_no_date(was: bytes, becomes: bytes, said: str) -> None:
    assert was in FEED
    assert outlook.JUDGE.complaints is not None
    found = outlook.JUDGE.complaints([FEED, FEED.replace(was, becomes)])
    assert found[0] == []
    assert any(said in one for one in found[1])


def test_a_judge_that_is_not_installed_is_named_and_the_others_judge(tmp_path: Path) -> None:
    for module in ("ical", "recurring_ical_events"):
        (tmp_path / f"{module}.py").write_text("raise ImportError\n", encoding="utf-8")
    code = (
        "from streekagenda import conformance; found, lacking = conformance.judges();"
        "print([one.name for one in found], lacking)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": "", "PYTHONPATH": f"{tmp_path}{os.pathsep}{Path.cwd()}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith("['icalendar, dateutil'")
    assert "('recurring-ical-events', 'ical', 'ical.js'" in run.stdout  # without a PATH there is no node
    assert next(iter(MODULES)) == "icalendar"
