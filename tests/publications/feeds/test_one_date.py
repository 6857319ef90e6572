"""The next date of an event as a file: one VEVENT that stands by itself, under a name that no feed has."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import icalendar
import pytest

from streekagenda.formats.ical_rules import broken_in_feed
from streekagenda.publications import feeds
from tests.examples import Event, change, event, series, single
from tests.publications.feeds.sites import published, site

WEEKLY = event(
    series(changes=[change("2026-09-06", status="cancelled"), change("2026-09-13", at="15:00-17:00", title="Feest")])
)


def files(*events: Event, **more: Any) -> dict[str, bytes]:
    return {output.path: output.content for output in feeds.one_date.outputs(site(*events, **more))}


def test_the_next_date_that_takes_place_has_a_file() -> None:
    ((path, content),) = files(WEEKLY).items()
    assert path == "feeds/event/de-kern/koffie.2026-09-13.ics"
    (found,) = icalendar.Calendar.from_ical(content).events
    assert {name: found.get(name) for name in ("SUMMARY", "UID", "RRULE", "RECURRENCE-ID", "EXDATE")} == {
        "SUMMARY": "Feest",
        "UID": "de-kern/koffie.20260913.once@agenda.example.nl",
        "RRULE": None,
        "RECURRENCE-ID": None,
        "EXDATE": None,
    }
    assert (found.decoded("DTSTART").isoformat(), found.decoded("DTEND").isoformat()) == (
        "2026-09-13T15:00:00+02:00",
        "2026-09-13T17:00:00+02:00",
    )
    assert list(broken_in_feed(content)) == []


def test_its_name_is_in_no_feed() -> None:
    moved = event(series(changes=[change("2026-09-06", moved_to="2026-09-13")]), id="de-kern/thee")
    in_feeds = b"".join(published(WEEKLY, moved).values())
    for content in files(WEEKLY, moved).values():
        (found,) = icalendar.Calendar.from_ical(content).events
        assert str(found["UID"]).encode() not in in_feeds.replace(b"\r\n ", b"")


@pytest.mark.parametrize(
    ("now", "expected"),
    [("2026-09-13T16:59", "2026-09-13"), ("2026-09-13T17:00", "2026-09-20")],
    ids=["until it is over", "then the next"],
)
def test_a_date_counts_until_it_is_over(now: str, expected: str) -> None:
    assert list(files(WEEKLY, now=datetime.fromisoformat(now))) == [f"feeds/event/de-kern/koffie.{expected}.ics"]


def test_an_event_of_one_date_has_its_feed_for_it() -> None:
    assert files(event(single("2026-10-01"))) == {}


def test_what_is_over_or_off_has_none() -> None:
    two = (single("2026-08-01"), single("2026-08-02", key="2"))
    assert files(event(*two), event(series(), id="af", status="cancelled")) == {}


def test_a_day_without_hours_is_a_whole_day() -> None:
    (content,) = files(event(single("2026-10-01", None), single("2026-10-02", None, key="2"))).values()
    (found,) = icalendar.Calendar.from_ical(content).events
    assert (found.decoded("DTSTART").isoformat(), found.decoded("DTEND").isoformat()) == ("2026-10-01", "2026-10-02")
