from __future__ import annotations

from streekagenda.formats.ical_rules import Broken
from streekagenda.output import Output
from streekagenda.publications import feeds
from streekagenda.publications.feeds.judged import Fault, judged
from tests.examples import change, event, history, series, single
from tests.publications.feeds.sites import published, site

EVENTS = (event(series(changes=[change("2026-09-13", status="cancelled")])), event(single(), id="x"))


def as_outputs(found: dict[str, bytes]) -> list[Output]:
    return [Output(path=path, content=content) for path, content in found.items()]


def test_our_own_feeds_keep_the_rules() -> None:
    found = judged(feeds.calendars(site(*EVENTS)))
    assert found.feeds == len([path for path in published(*EVENTS) if path.endswith(".ics")])
    assert found.faults == ()


def test_a_rule_that_many_feeds_break_is_said_once() -> None:
    found = {path: content.replace(b"PT12H", b"12H") for path, content in published(*EVENTS).items()}
    faults = judged(as_outputs(found)).faults
    assert faults == (Fault(path="feeds/all.ics", broken=Broken(rule=9, found="REFRESH-INTERVAL;VALUE=DURATION:12H")),)


def test_an_event_that_differs_from_feed_to_feed_is_seen() -> None:
    found = published(*EVENTS)
    found["feeds/event/x.ics"] = found["feeds/event/x.ics"].replace(b"SEQUENCE:0", b"SEQUENCE:1")
    (fault,) = judged(as_outputs(found)).faults
    assert fault == Fault(path="feeds/event/x.ics", broken=Broken(rule=2, found="UID:x@agenda.example.nl"))


def test_an_event_that_cannot_be_written_is_told() -> None:
    late = event(single(), id="x", history=history(sequence=-1))
    assert judged(feeds.calendars(site(late))).faults == (
        Fault(path="feeds/", broken=Broken(rule=3, found="SEQUENCE:-1")),
    )
