"""The verdict: what is broken, unread, missing or too many comes out; what is right gives none."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from streekagenda import conformance
from streekagenda.conformance import Date, Fault
from streekagenda.conformance.compared import Shown
from streekagenda.conformance.judges.icalendar_dateutil import JUDGE
from streekagenda.output import ready
from tests.examples import event, series, single
from tests.publications.feeds.sites import published

OUTPUTS = published(event(series()), event(single("2026-10-04", "10:00-12:00"), id="x", title="Lezing"))
DATES = (
    Date(datetime(2026, 10, 4, 10), datetime(2026, 10, 4, 12), "Lezing"),
    Date(datetime(2026, 10, 4, 14), datetime(2026, 10, 4, 16), "Koffie"),
    Date(datetime(2026, 10, 11, 14), datetime(2026, 10, 11, 16), "Koffie"),
)


def verdict(outputs: dict[str, bytes], *dates: Date) -> conformance.Verdict:
    shown = Shown(dates=dates, first=date(2026, 10, 4), last=date(2026, 10, 11), zone=ZoneInfo("Europe/Amsterdam"))
    return conformance.judge([ready(path, content) for path, content in outputs.items()], shown, [JUDGE])


def test_what_is_right_has_no_faults() -> None:
    found = verdict(OUTPUTS, *DATES)
    assert (found.faults, found.dates) == ((), 3)
    assert found.feeds == len([path for path in OUTPUTS if path.endswith(".ics")])


def test_a_date_that_is_on_the_page_alone_is_missing() -> None:
    late = Date(datetime(2026, 10, 11, 14), datetime(2026, 10, 11, 17), "Koffie")
    assert verdict(OUTPUTS, *DATES[:2], late).faults == (
        Fault(
            code="feed-date-missing",
            feed="feeds/",
            judge=JUDGE.name,
            found="Koffie (2026-10-11 14:00 – 2026-10-11 17:00)",
        ),
        Fault(
            code="feed-date-unknown",
            feed="feeds/",
            judge=JUDGE.name,
            found="Koffie (2026-10-11 14:00 – 2026-10-11 16:00)",
        ),
    )


def test_a_date_that_is_there_twice_is_one_too_many() -> None:
    found = verdict(OUTPUTS, *DATES, DATES[0]).faults
    assert [one.code for one in found] == ["feed-date-missing"]


def test_of_a_series_the_first_wrong_date_is_told() -> None:
    found = verdict(OUTPUTS).faults
    assert [(one.code, one.found[:19]) for one in found] == [
        ("feed-date-unknown", "Lezing (2026-10-04 "),
        ("feed-date-unknown", "Koffie (2026-10-04 "),
    ]


def test_what_cannot_be_read_is_told_and_its_dates_are_not_compared() -> None:
    broken = {**OUTPUTS, "feeds/event/x.ics": OUTPUTS["feeds/event/x.ics"].replace(b"DTEND;", b"DTEND")}
    found = verdict(broken, *DATES)
    assert found.dates == 0
    assert {one.feed for one in found.faults} == {"feeds/event/x.ics"}
    assert {one.code for one in found.faults} >= {"feed-rule-2", "feed-unread"}
