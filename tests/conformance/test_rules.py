from __future__ import annotations

import pytest

from streekagenda.conformance.rules import BrokenRule, judged
from streekagenda.formats.ical_rules import Broken, name_of, vevents_of
from streekagenda.output import Output, ready
from streekagenda.publications import feeds
from tests.examples import change, event, history, series, single
from tests.publications.feeds.sites import published, site

EVENTS = (event(series(changes=[change("2026-09-13", status="cancelled")])), event(single(), id="x"))


def as_outputs(found: dict[str, bytes]) -> list[Output]:
    return [ready(path, content) for path, content in found.items()]


def test_our_own_feeds_keep_the_rules() -> None:
    found = judged(feeds.calendars.outputs(site(*EVENTS)))
    assert [sheet.path for sheet in found.sheets] == [path for path in published(*EVENTS) if path.endswith(".ics")]
    assert found.broken == ()


def test_the_sheets_are_every_head_and_each_vevent_once() -> None:
    feeds_made = {path: feed for path, feed in published(*EVENTS).items() if path.endswith(".ics")}
    sheets = judged(as_outputs(feeds_made)).sheets
    assert sheets[0].content == feeds_made["feeds/all.ics"]
    assert [name_of(vevent) for sheet in sheets for vevent in vevents_of(sheet.content)] == [
        ("de-kern/koffie@agenda.example.nl", ""),
        ("de-kern/koffie@agenda.example.nl", "20260913T140000"),
        ("x@agenda.example.nl", ""),
    ]
    for sheet in sheets:
        whole = feeds_made[sheet.path]
        assert sheet.content.startswith(whole.partition(b"BEGIN:VEVENT")[0].removesuffix(b"END:VCALENDAR\r\n"))
        assert sheet.content.endswith(b"END:VCALENDAR\r\n")


def test_a_rule_that_many_feeds_break_is_said_once() -> None:
    found = {path: content.replace(b"PT12H", b"12H") for path, content in published(*EVENTS).items()}
    assert judged(as_outputs(found)).broken == (
        BrokenRule(path="feeds/all.ics", broken=Broken(rule=9, found="REFRESH-INTERVAL;VALUE=DURATION:12H")),
    )


def test_an_event_that_differs_from_feed_to_feed_is_seen() -> None:
    found = published(*EVENTS)
    found["feeds/event/x.ics"] = found["feeds/event/x.ics"].replace(b"SEQUENCE:0", b"SEQUENCE:1")
    (fault,) = judged(as_outputs(found)).broken
    assert fault == BrokenRule(path="feeds/event/x.ics", broken=Broken(rule=2, found="UID:x@agenda.example.nl"))


def test_an_event_that_cannot_be_written_is_told() -> None:
    late = event(single(), id="x", history=history(sequence=-1))
    assert judged(feeds.calendars.outputs(site(late))).broken == (
        BrokenRule(path="feeds/", broken=Broken(rule=3, found="SEQUENCE:-1")),
    )


@pytest.mark.parametrize("path", ["feeds/all.atom", "feeds/index.json", "index.html"])
def test_what_is_no_calendar_is_not_judged(path: str) -> None:
    assert judged([ready(path, b"x")]).sheets == ()
