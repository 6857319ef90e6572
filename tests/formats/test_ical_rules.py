"""The ten rules, each broken on purpose in a feed that keeps them all."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from streekagenda.formats import ical
from streekagenda.formats.ical import CalendarHead, VEvent, calendar, vevent
from streekagenda.formats.ical_rules import BrokenFeed, broken_in_feed, broken_in_vevent, name_of, vevents_of
from tests.examples import COMMITTED, day, moment

ZONE = "Europe/Amsterdam"
SERIES = VEvent(
    uid="de-kern/koffie@agenda.example.nl",
    created=COMMITTED,
    modified=datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC),
    sequence=7,
    moment=moment("2026-09-06", "14:00-16:00"),
    rrule="FREQ=WEEKLY;BYDAY=SU;UNTIL=20270627T120000Z",
    excluded=(day("2026-12-20"), day("2026-12-27")),
    summary="Zondagkoffie, met taart",
    description="Kom langs; welkom.\nTot zo! En een lange regel, zodat er gevouwen wordt: café, café, café, café.",
    location="Huis van de Wijk, Dorpsplein 1",
    categories=("Ontmoeten, praten", "Eten"),
    geo=(52.25, 6.16),
    venue='Huis "de Wijk"',
    url="https://agenda.example.nl/activiteiten/de-kern/koffie/",
)
MOVED = VEvent(
    uid=SERIES.uid,
    created=COMMITTED,
    modified=SERIES.modified,
    sequence=7,
    moment=moment("2026-10-05", "15:00-17:00"),
    planned=moment("2026-10-04", "14:00-16:00"),
    summary="Zondagkoffie",
)
WHOLE_DAYS = VEvent(
    uid="feest@agenda.example.nl",
    created=COMMITTED,
    modified=SERIES.modified,
    sequence=0,
    moment=moment("2026-10-20"),
    rrule="FREQ=DAILY;UNTIL=20261027",
    excluded=(day("2026-10-22"),),
    summary="Feest",
)
HEAD = CalendarHead(
    name="Streekagenda; alles",
    description="Een voorbeeld.",
    source="https://agenda.example.nl/feeds/all.ics",
    url="https://agenda.example.nl/",
    colour="#2e8b57",
    colour_name="seagreen",
)
GOOD = calendar(HEAD, [vevent(one, ZONE) for one in (SERIES, MOVED, WHOLE_DAYS)], ZONE)


def broken(feed: bytes) -> list[int]:
    return sorted({one.rule for one in broken_in_feed(feed)})


def test_a_good_feed_breaks_nothing() -> None:
    assert list(broken_in_feed(GOOD)) == []
    assert list(broken_in_feed(calendar(HEAD, [], ZONE))) == []


@pytest.mark.parametrize(
    ("rule", "was", "becomes"),
    [
        (1, "UID:de-kern/koffie@agenda.example.nl", "UID:"),
        (1, "UID:feest@agenda.example.nl\r\n", ""),
        (1, "UID:feest@", "UID:de-kern/koffie@"),
        (3, "DTSTAMP:20260203T040506Z\r\nUID:feest", "DTSTAMP:20261122T120000Z\r\nUID:feest"),
        (3, "LAST-MODIFIED:20260203T040506Z", "LAST-MODIFIED:20260203T040506"),
        (3, "CREATED:20260105T090000Z", "CREATED:20270105T090000Z"),
        (3, "SEQUENCE:7\r\n", ""),
        (3, "SEQUENCE:7", "SEQUENCE:-1"),
        (3, "SEQUENCE:7", "SEQUENCE:2147483648"),
        (4, "DTSTART;TZID=Europe/Amsterdam:20260906T140000", "DTSTART:20260906T140000"),
        (4, "DTSTART;TZID=Europe/Amsterdam:20260906T140000", "DTSTART:20260906T120000Z"),
        (4, "TZID:Europe/Amsterdam", "TZID:Europe/Brussels"),
        (4, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RDATE:20260329T020000,20270328T020000"),
        (5, "DTEND;VALUE=DATE:20261021", "DTEND;VALUE=DATE:20261020"),
        (5, "DTEND;VALUE=DATE:20261021", "DTEND;TZID=Europe/Amsterdam:20261021T000000"),
        (5, "EXDATE;VALUE=DATE:20261022", "EXDATE;TZID=Europe/Amsterdam:20261022T000000"),
        (6, "UNTIL=20261027", "UNTIL=20261027T000000Z"),
        (6, "UNTIL=20270627T120000Z", "UNTIL=20270627T140000"),
        (6, "RRULE:FREQ=WEEKLY;UNTIL=20270627T120000Z;BYDAY=SU", "RRULE:BYDAY=SU;FREQ=WEEKLY"),
        (6, "BYDAY=SU\r\n", "BYDAY=MO\r\n"),
        (6, "BYDAY=SU\r\n", "BYDAY=SU;BYMONTH=9,10\r\n"),
        (6, "BYDAY=SU\r\n", "BYDAY=SU;COUNT=4\r\n"),
        (6, "BYDAY=SU\r\n", "BYDAY=SU;BYWEEKNO=4\r\n"),
        (6, "RRULE:FREQ=DAILY;UNTIL=20261027", "RDATE;VALUE=DATE:20261027"),
        (6, "20261220T140000,20261227T140000", "20261220T140000,20261227T150000"),
        (6, "20261220T140000,20261227T140000", "20261227T140000,20261220T140000"),
        (6, "EXDATE;TZID=Europe/Amsterdam:", "EXDATE:"),
        (6, "RECURRENCE-ID;TZID=Europe/Amsterdam:20261004T140000", "RECURRENCE-ID:20261004T120000Z"),
        (6, "RRULE:FREQ=DAILY;UNTIL=20261027\r\n", ""),
        (7, "STATUS:CONFIRMED", "STATUS:CANCELLED"),
        (7, "STATUS:CONFIRMED", "STATUS:Confirmed"),
        (8, "TRANSP:TRANSPARENT", "ORGANIZER:mailto:x@example.org"),
        (8, "TRANSP:TRANSPARENT", "BEGIN:VALARM\r\nEND:VALARM"),
        (8, "VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH"),
        (9, "VERSION:2.0", "VERSION:1.0"),
        (9, "\r\nNAME:Streekagenda\\; alles", ""),
        (9, "X-WR-CALNAME:Streekagenda\\; alles", "X-WR-CALNAME:Streekagenda"),
        (9, "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "REFRESH-INTERVAL:PT12H"),
        (9, "X-PUBLISHED-TTL:PT12H", "X-PUBLISHED-TTL:12:00:00"),
        (9, "COLOR:seagreen", "COLOR:#2e8b57"),
        (9, "SOURCE;VALUE=URI:", "SOURCE:"),
        (9, "VERSION:2.0", "VERSION:2.0\r\nUID:feeds/all@agenda.example.nl"),
        (10, "X-WR-CALNAME:Streekagenda\\; alles", "X-WR-CALNAME:Streekagenda; alles"),
        (10, "SUMMARY:Zondagkoffie\\, met taart", "SUMMARY:Zondagkoffie, met taart"),
        (10, "SUMMARY:Feest", "SUMMARY:Feest\rATTENDEE:x"),
        (10, "SUMMARY:Feest", "SUMMARY:Feest\x0bx"),
        (10, "SUMMARY:Feest", "SUMMARY:Feest\u2028x"),
        (10, "SUMMARY:Feest", "SUMMARY:Feest\x85x"),
        (10, "SUMMARY:Feest", "SUMMARY:Feest\nx"),
        (10, "SUMMARY:Feest", "SUMMARY:" + "Feest" * 20),
        (10, "SUMMARY:Feest", "geen regel"),
        (10, "URL:https://agenda.example.nl/activiteiten", "URL:https://agenda.example.nl/mijn activiteiten"),
        (10, "BEGIN:VCALENDAR", "\ufeffBEGIN:VCALENDAR"),
        (10, "END:VCALENDAR\r\n", "END:VCALENDAR"),
    ],
)
def test_what_breaks_a_rule_is_seen(rule: int, was: str, becomes: str) -> None:
    feed = GOOD.decode()
    assert was in feed
    assert rule in broken(feed.replace(was, becomes).encode())


def test_a_fold_inside_a_character_is_seen() -> None:
    cut = GOOD.replace("é".encode(), b"\xc3\r\n \xa9", 1)
    assert 10 in broken(cut)


def test_a_date_of_no_series_is_seen() -> None:
    assert broken(calendar(HEAD, [vevent(MOVED, ZONE)], ZONE)) == [6]


@pytest.mark.parametrize("many", [1_001, 3_000])
def test_a_feed_that_is_too_large_is_seen(many: int) -> None:
    one = vevent(WHOLE_DAYS, ZONE)
    events = [one.replace(b"UID:feest@", f"UID:{number}@".encode()) for number in range(many)]
    (found,) = broken_in_feed(calendar(HEAD, events, ZONE))
    assert (found.rule, found.found.split()[-2:]) == (10, [str(many), "VEVENTs"])


def test_what_would_break_a_rule_is_not_written() -> None:
    broken_event: dict[str, Any] = {"modified": datetime(2020, 1, 1, tzinfo=UTC)}
    with pytest.raises(BrokenFeed, match="rule 3: CREATED:20260105T090000Z"):
        vevent(VEvent(**{**{name: getattr(SERIES, name) for name in SERIES.__slots__}, **broken_event}), ZONE)
    with pytest.raises(BrokenFeed, match="rule 10: URL:geen adres"):
        calendar(CalendarHead(name="x", source="https://x.example/", url="geen adres"), [], ZONE)


def test_the_events_of_a_feed_have_their_names() -> None:
    assert [name_of(one) for one in vevents_of(GOOD)] == [
        (SERIES.uid, ""),
        (SERIES.uid, "20261004T140000"),
        (WHOLE_DAYS.uid, ""),
    ]
    assert [list(broken_in_vevent(one, ZONE)) for one in vevents_of(GOOD)] == [[], [], []]
    assert ical.REFRESH.total_seconds() == 12 * 3600
