from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from msgspec.structs import replace

from streekagenda.formats import ical
from streekagenda.formats.ical import CalendarHead, VEvent, calendar, vevent
from streekagenda.formats.plain_text import line, lines
from streekagenda.formats.rrule import rule_text
from streekagenda.model.schedule import Hours, Rule
from tests.examples import COMMITTED, day, moment
from tests.recurrence.rules import rules

ZONE = "Europe/Amsterdam"
MODIFIED = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
HEAD = CalendarHead(
    name="Streekagenda",
    source="https://agenda.example.nl/feeds/all.ics",
    url="https://agenda.example.nl/",
)
HOSTILE = [
    "Koffie\r\nEND:VEVENT\r\nATTENDEE:mailto:x@example.org",
    "Koffie\rDTSTART:20260101",
    "\x0bKof\x00fie\x7f",
    "Koffie\u2028END:VCALENDAR\x85thee",
    "😀" * 300,
    "a;b,c\\d\"e'f:g^h\\n\\,",
    "\\",
    "=1+1",
    "﷽ עברית العربية",
    "   ",
]


def coffee(**more: Any) -> VEvent:
    defaults: dict[str, Any] = {
        "uid": "de-kern/koffie@agenda.example.nl",
        "created": COMMITTED,
        "modified": MODIFIED,
        "sequence": 2_487_906,
        "moment": moment("2026-09-06", "14:00-16:00"),
        "summary": "Zondagkoffie",
    }
    return VEvent(**{**defaults, **more})


def written(event: VEvent) -> list[str]:
    return vevent(event, ZONE).decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def properties(event: VEvent, *names: str) -> list[str]:
    return [one for one in written(event) if one.replace(";", ":").split(":")[0] in names]


def read_back(feed: bytes) -> icalendar.Calendar:
    """Read a feed with two parsers that know nothing of each other; the strict one refuses a feed for one mistake."""
    IcsCalendarStream.calendar_from_ics(feed.decode())
    read = icalendar.Calendar.from_ical(feed)
    assert [component.errors for component in read.walk()] == [[] for _ in read.walk()]
    return read


def test_a_single_event_is_written_so() -> None:
    assert written(coffee()) == [
        "BEGIN:VEVENT",
        "SUMMARY:Zondagkoffie",
        "DTSTART;TZID=Europe/Amsterdam:20260906T140000",
        "DTEND;TZID=Europe/Amsterdam:20260906T160000",
        "DTSTAMP:20260203T040506Z",
        "UID:de-kern/koffie@agenda.example.nl",
        "SEQUENCE:2487906",
        "CREATED:20260105T090000Z",
        "LAST-MODIFIED:20260203T040506Z",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (moment("2026-10-01", "19:30"), ["DTSTART;TZID=Europe/Amsterdam:20261001T193000"]),
        (
            moment("2026-10-03", last="2026-10-05"),
            ["DTSTART;VALUE=DATE:20261003", "DTEND;VALUE=DATE:20261006"],
        ),
        (
            moment("2026-12-31", "22:00-01:00"),
            ["DTSTART;TZID=Europe/Amsterdam:20261231T220000", "DTEND;TZID=Europe/Amsterdam:20270101T010000"],
        ),
        # over the change of the clock the wall-clock stays
        (
            moment("2026-10-24", "22:00-04:00"),
            ["DTSTART;TZID=Europe/Amsterdam:20261024T220000", "DTEND;TZID=Europe/Amsterdam:20261025T040000"],
        ),
        (
            moment("2026-10-25", "02:30-03:30"),
            ["DTSTART;TZID=Europe/Amsterdam:20261025T023000", "DTEND;TZID=Europe/Amsterdam:20261025T033000"],
        ),
    ],
)
def test_times_are_wall_clock_and_whole_days_are_dates_with_an_exclusive_end(when: Any, said: list[str]) -> None:
    assert properties(coffee(moment=when), "DTSTART", "DTEND") == said


@given(a_rule=rules(), start=st.times(time(0), time(23, 59)))
def test_a_rule_is_written_as_icalendar_writes_it(a_rule: Rule, start: time) -> None:
    text = rule_text(a_rule, Hours(start=start), ZONE)
    if text is not None:
        assert ical._in_order(text) == icalendar.vRecur.from_ical(text).to_ical().decode()


def test_a_series_and_its_exceptions_share_the_form_of_its_start() -> None:
    zoned = coffee(rrule="FREQ=WEEKLY;BYDAY=SU;UNTIL=20270627T120000Z", excluded=(day("2026-12-27"), day("2026-12-20")))
    assert properties(zoned, "RRULE", "EXDATE") == [
        "RRULE:FREQ=WEEKLY;UNTIL=20270627T120000Z;BYDAY=SU",
        "EXDATE;TZID=Europe/Amsterdam:20261220T140000,20261227T140000",
    ]
    whole_days = coffee(
        moment=moment("2026-09-06"), rrule="FREQ=WEEKLY;BYDAY=SU;UNTIL=20270627", excluded=(day("2026-12-27"),)
    )
    assert properties(whole_days, "RRULE", "EXDATE", "DTSTART", "DTEND") == [
        "DTSTART;VALUE=DATE:20260906",
        "DTEND;VALUE=DATE:20260907",
        "RRULE:FREQ=WEEKLY;UNTIL=20270627;BYDAY=SU",
        "EXDATE;VALUE=DATE:20261227",
    ]


def test_a_changed_date_names_the_moment_that_was_planned() -> None:
    moved = coffee(moment=moment("2026-12-21", "15:00-17:00"), planned=moment("2026-12-20", "14:00-16:00"))
    assert properties(moved, "RECURRENCE-ID", "DTSTART") == [
        "DTSTART;TZID=Europe/Amsterdam:20261221T150000",
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20261220T140000",
    ]
    whole_day = coffee(moment=moment("2026-12-21"), planned=moment("2026-12-20"))
    assert properties(whole_day, "RECURRENCE-ID") == ["RECURRENCE-ID;VALUE=DATE:20261220"]


def test_all_that_may_be_said_of_an_event_is_escaped() -> None:
    full = coffee(
        description="Kom langs; welkom, iedereen.\nTot zo\\!",
        location="Huis van de Wijk, Dorpsplein 1, Deventer",
        geo=(52.25, 0.00001),
        venue='Huis "van; de" Wijk^\n',
        url="https://agenda.example.nl/activiteiten/de-kern/koffie/",
        conference="https://bellen.example.nl/koffie",
        conference_label="Doe online mee, of bel: 0570",
        image="https://agenda.example.nl/media/koffie.jpg",
        image_type="image/jpeg",
        categories=("Ontmoeten, praten", "Eten; drinken", ""),
        contact="De Kern, 0570 00 00 10",
    )
    names = ("DESCRIPTION", "LOCATION", "GEO", "URL", "CONFERENCE", "CATEGORIES", "CONTACT", "IMAGE")
    assert properties(full, *names, "X-APPLE-STRUCTURED-LOCATION") == [
        "CATEGORIES:Ontmoeten\\, praten,Eten\\; drinken",
        "CONTACT:De Kern\\, 0570 00 00 10",
        "DESCRIPTION:Kom langs\\; welkom\\, iedereen.\\nTot zo\\\\!",
        "LOCATION:Huis van de Wijk\\, Dorpsplein 1\\, Deventer",
        'CONFERENCE;VALUE=URI;LABEL="Doe online mee, of bel: 0570":https://bellen.example.nl/koffie',
        "IMAGE;VALUE=URI;FMTTYPE=image/jpeg:https://agenda.example.nl/media/koffie.jpg",
        "URL:https://agenda.example.nl/activiteiten/de-kern/koffie/",
        "GEO:52.25;0.00001",
        "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=\"Huis ^'van; de^' Wijk^^\":geo:52.25,0.00001",
    ]


def test_nothing_makes_it_a_meeting_and_nothing_rings() -> None:
    feed = calendar(HEAD, [vevent(coffee(), ZONE)], ZONE).decode()
    for name in ("METHOD", "ORGANIZER", "ATTENDEE", "VALARM", "ATTACH"):
        assert name not in feed


def test_the_head_says_what_every_client_reads() -> None:
    head = replace(
        HEAD,
        name="Zandweerd; koffie, thee",
        description="Alles in Zandweerd.\nElke dag nieuw.",
        colour="#2e8b57",
        colour_name="seagreen",
        modified=MODIFIED,
    )
    lines_written = calendar(head, [], ZONE).decode().split("\r\n")
    assert lines_written[: lines_written.index("BEGIN:VTIMEZONE")] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Streekagenda//streekagenda//NL",
        "DESCRIPTION:Alles in Zandweerd.\\nElke dag nieuw.",
        "X-WR-CALDESC:Alles in Zandweerd.\\nElke dag nieuw.",
        "NAME:Zandweerd\\; koffie\\, thee",
        "X-WR-CALNAME:Zandweerd\\; koffie\\, thee",
        "COLOR:seagreen",
        "LAST-MODIFIED:20260203T040506Z",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "SOURCE;VALUE=URI:https://agenda.example.nl/feeds/all.ics",
        "URL:https://agenda.example.nl/",
        "X-APPLE-CALENDAR-COLOR:#2e8b57",
        "X-PUBLISHED-TTL:PT12H",
    ]


def test_an_empty_feed_still_holds_the_time_zone() -> None:
    read = read_back(calendar(HEAD, [], ZONE))
    assert [component.name for component in read.subcomponents] == ["VTIMEZONE"]


def test_a_feed_is_its_head_and_the_bytes_of_its_events() -> None:
    one, two = vevent(coffee(), ZONE), vevent(coffee(uid="thee@agenda.example.nl"), ZONE)
    feed = calendar(HEAD, [one, two], ZONE)
    assert feed.endswith(b"END:VTIMEZONE\r\n" + one + two + b"END:VCALENDAR\r\n")
    assert len(read_back(feed).events) == 2


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_every_field_come_out_as_text(words: str) -> None:
    event = coffee(
        uid=f"{words or 'x'}@agenda.example.nl",
        summary=words,
        description=words,
        location=words,
        contact=words,
        categories=(words, "Ontmoeten"),
    )
    feed = calendar(replace(HEAD, name=words, description=words), [vevent(event, ZONE)], ZONE)
    read = read_back(feed)
    (found,) = read.events
    assert [component.name for component in read.subcomponents] == ["VTIMEZONE", "VEVENT"]
    assert set(read) <= {"VERSION", "PRODID", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC", "URL"} | {
        "REFRESH-INTERVAL",
        "X-PUBLISHED-TTL",
        "SOURCE",
    }
    assert found["SUMMARY"] == line(words)
    assert found.get("DESCRIPTION", "") == lines(words)
    assert found.get("LOCATION", "") == line(words)
    assert found.get("CONTACT", "") == line(words)
    assert [str(one) for one in found["CATEGORIES"].cats] == [one for one in (line(words), "Ontmoeten") if one]
    # the library leaves properties that it does not know as they stand
    assert [re.sub(r"\\([\\;,])", r"\1", read[name]) for name in ("NAME", "X-WR-CALNAME")] == [line(words)] * 2


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_any_text_gives_lines_that_every_parser_takes(summary: str, description: str) -> None:
    feed = calendar(HEAD, [vevent(coffee(summary=summary, description=description), ZONE)], ZONE)
    content_lines = feed.split(b"\r\n")
    assert content_lines.pop() == b""
    assert max(map(len, content_lines)) <= 75
    for content_line in content_lines:
        # a fold never splits a character, and no parser sees another line end
        assert len(content_line.decode("utf-8").splitlines()) == 1
        assert all(byte >= 0x20 for byte in content_line)
    (found,) = icalendar.Calendar.from_ical(feed).events
    assert found["SUMMARY"] == line(summary)
    assert found.get("DESCRIPTION", "") == lines(description)


def test_the_same_event_gives_the_same_bytes() -> None:
    assert vevent(coffee(), ZONE) == vevent(coffee(), ZONE)
