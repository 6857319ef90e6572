"""The ten rules of a feed that every calendar takes, on the feeds of a whole site."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from ical.calendar_stream import IcsCalendarStream
from msgspec.structs import replace

from streekagenda.model.holidays import Feast
from streekagenda.model.organisation import Contact
from streekagenda.model.place import Online
from streekagenda.model.region import Theme
from streekagenda.model.schedule import Exclusion, NamedHoliday, PublicHolidays, SchoolHolidays
from tests.examples import (
    area,
    campaign,
    change,
    event,
    history,
    moment,
    municipality,
    organisation,
    place,
    region,
    rule,
    series,
    single,
    term,
    text,
)
from tests.publications.feeds.sites import NOW, published

HOSTILE = "Koffie\r\nEND:VEVENT\rX:\x0b\u2028\x00;,\\\"<b>'é😀"
CLEAN = "Koffie END:VEVENT X: ;,\\\"<b>'é😀"

EVENTS = (
    event(
        series(
            exclusions=[PublicHolidays(country="NL"), SchoolHolidays(region="noord"), "2026-09-06"],
            also=[moment("2026-12-26", "14:00-17:00")],
            changes=[
                change("2026-11-15", status="cancelled", note="De beheerder is ziek."),
                change("2026-11-22", moved_to="2026-11-21", at="15:00-16:00"),
                change("2026-12-13", title="Kerstdiner", place=place("kerk")),
            ],
        ),
        summary="Kom erbij; iedereen is welkom, altijd.",
        audiences=(term("ouderen"),),
        contact=Contact(name="Gastvrouw", phone="0570 00 00 10"),
        history=history(datetime(2026, 8, 1, tzinfo=UTC), sequence=17_938_800),
        campaigns=(campaign(),),
    ),
    event(
        single("2026-09-28", "10:00-12:00", key="zandweerd"),
        single("2026-09-29", "13:30-16:00", key="rivierenwijk", place=place("plein", area=area("rivierenwijk"))),
        id="solis/huiskamer",
        title="Rijdende huiskamer",
        topics=(term("bewegen"), term("ontmoeten")),
    ),
    event(series(rule("MONTHLY", "2026-09-01", "1TU,3TU")), id="raster/eten", title="Samen eten"),
    event(series(rule("WEEKLY", "2026-09-01", "WE", week_parity="odd")), id="raster/breien", title="Breien"),
    event(
        series(rule("DAILY", "2026-10-20", until="2026-10-27"), None, exclusions=["2026-10-22"]),
        id="kunst",
        uid="abc-123",
        place=None,
        area=area(),
    ),
    event(single("2026-10-08", "20:00-21:00"), id="online", place=Online(url="https://bellen.example.nl/x")),
    event(single("2026-10-09"), id="weg", title="Weg ermee", status="cancelled"),
    event(single("2025-10-09"), id="oud", title="Lang geleden"),
    event(
        single("2026-10-09"),
        id="raar",
        title=HOSTILE,
        summary=HOSTILE,
        place=place("raar", HOSTILE, city=HOSTILE, directions=text(HOSTILE), geo=(52.25, 6.16)),
        organisers=(organisation("raar", HOSTILE),),
        topics=(term("raar", HOSTILE),),
        contact=Contact(name=HOSTILE),
        campaigns=(campaign("raar", HOSTILE),),
    ),
)
REGION = region(
    areas=(municipality("deventer", "zandweerd", "rivierenwijk"),),
    topics=(term("ontmoeten"), term("bewegen"), term("raar", HOSTILE)),
    theme=Theme(primary="#1b5e4b"),
    notice=text("Dit is een voorbeeld."),
)


@pytest.fixture(scope="module")
def everything() -> dict[str, bytes]:
    return published(*EVENTS, region=REGION)


@pytest.fixture(scope="module")
def feeds(everything: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in everything.items() if path.endswith(".ics")}


def vevents(feed: bytes) -> list[bytes]:
    return re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", feed, re.DOTALL)


def unfolded(feed: bytes) -> list[str]:
    return feed.replace(b"\r\n ", b"").decode().split("\r\n")


def values(feed: bytes, name: str) -> list[str]:
    return [line for line in unfolded(feed) if line.replace(";", ":").split(":")[0] == name]


def test_1_one_uid_for_one_event_and_a_key_for_each_part(feeds: dict[str, bytes]) -> None:
    uids = {line.removeprefix("UID:") for line in values(b"".join(vevents(feeds["feeds/all.ics"])), "UID")}
    assert uids == {
        "de-kern/koffie@agenda.example.nl",
        "de-kern/koffie.20261226@agenda.example.nl",
        "solis/huiskamer.zandweerd@agenda.example.nl",
        "solis/huiskamer.rivierenwijk@agenda.example.nl",
        "raster/eten@agenda.example.nl",
        "raster/eten.3tu@agenda.example.nl",
        "raster/breien@agenda.example.nl",
        "raster/breien.2027@agenda.example.nl",
        "abc-123",
        "online@agenda.example.nl",
        "weg@agenda.example.nl",
        "raar@agenda.example.nl",
    }


def test_2_the_same_uid_is_the_same_bytes_in_every_feed(feeds: dict[str, bytes]) -> None:
    seen: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for feed in feeds.values():
        for component in vevents(feed):
            seen[*values(component, "UID"), *values(component, "RECURRENCE-ID")].add(
                hashlib.sha256(component).hexdigest()
            )
    assert {name: len(digests) for name, digests in seen.items()} == dict.fromkeys(seen, 1)
    assert len(vevents(feeds["feeds/event/de-kern/koffie.ics"])) == 5


def test_3_another_build_gives_the_same_bytes(everything: dict[str, bytes]) -> None:
    assert published(*EVENTS, region=REGION) == everything
    # on another day only what looks at the day: lists of coming dates, and what is long past
    later = published(*EVENTS, region=REGION, now=NOW + timedelta(days=20))
    calendars = [path for path in everything if path.endswith(".ics")]
    assert [later[path] for path in calendars] == [everything[path] for path in calendars]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_3_the_hash_seed_the_zone_and_the_locale_change_nothing(seed: str, everything: dict[str, bytes]) -> None:
    program = (
        "import hashlib; from tests.publications.feeds.test_ten_rules import *;"
        "out = published(*EVENTS, region=REGION);"
        "print(hashlib.sha256(repr(sorted(out.items())).encode()).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    run = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert run.stdout.strip() == hashlib.sha256(repr(sorted(everything.items())).encode()).hexdigest()


def test_3_stamps_come_from_the_history_of_the_content(feeds: dict[str, bytes]) -> None:
    for component in vevents(feeds["feeds/event/de-kern/koffie.ics"]):
        assert values(component, "DTSTAMP") == ["DTSTAMP:20260801T000000Z"]
        assert values(component, "LAST-MODIFIED") == ["LAST-MODIFIED:20260801T000000Z"]
        assert values(component, "CREATED") == ["CREATED:20260105T090000Z"]
        assert values(component, "SEQUENCE") == ["SEQUENCE:17938800"]


def test_4_times_are_in_the_zone_of_the_region_which_every_feed_explains(feeds: dict[str, bytes]) -> None:
    for feed in feeds.values():
        assert feed.count(b"BEGIN:VTIMEZONE") == 1
        assert b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in feed
        for component in vevents(feed):
            for name in ("DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID"):
                for line in values(component, name):
                    assert re.match(name + r"(;TZID=Europe/Amsterdam:[0-9T,]+|;VALUE=DATE:[0-9,]+)$", line), line


def test_5_whole_days_are_dates_everywhere_with_an_exclusive_end(feeds: dict[str, bytes]) -> None:
    (component,) = vevents(feeds["feeds/event/kunst.ics"])
    assert values(component, "DTSTART") == ["DTSTART;VALUE=DATE:20261020"]
    assert values(component, "DTEND") == ["DTEND;VALUE=DATE:20261021"]
    assert values(component, "EXDATE") == ["EXDATE;VALUE=DATE:20261022"]
    assert values(component, "RRULE") == ["RRULE:FREQ=DAILY;UNTIL=20261027"]


def test_6_a_series_begins_on_its_first_instance_and_its_exceptions_hit_instances(feeds: dict[str, bytes]) -> None:
    master = vevents(feeds["feeds/event/de-kern/koffie.ics"])[0]
    # the first Sunday, 6 September, is excluded: so it begins a week later
    assert values(master, "DTSTART") == ["DTSTART;TZID=Europe/Amsterdam:20260913T140000"]
    assert values(master, "RRULE") == ["RRULE:FREQ=WEEKLY;BYDAY=SU"]
    (excluded,) = values(master, "EXDATE")
    days = [datetime.strptime(one, "%Y%m%dT%H%M%S") for one in excluded.split(":")[1].split(",")]  # noqa: DTZ007
    assert {day.weekday() for day in days} == {6}
    assert min(days) > datetime(2026, 9, 13, 14)
    assert max(days).year == 2029
    everything = b"".join(feeds.values())
    for name in (b"RDATE", b"BYWEEKNO", b"RSCALE", b"RANGE"):
        assert name not in everything


def test_6_until_is_in_utc_for_hours(feeds: dict[str, bytes]) -> None:
    odd = vevents(feeds["feeds/event/raster/breien.ics"])
    assert [values(one, "RRULE") for one in odd] == [
        ["RRULE:FREQ=WEEKLY;UNTIL=20270103T130000Z;INTERVAL=2;BYDAY=WE"],
        ["RRULE:FREQ=WEEKLY;UNTIL=20330102T130000Z;INTERVAL=2;BYDAY=WE"],
    ]


def test_7_what_is_cancelled_says_so_in_its_title_and_gives_the_reason_first(feeds: dict[str, bytes]) -> None:
    read = icalendar.Calendar.from_ical(feeds["feeds/event/de-kern/koffie.ics"])
    cancelled = next(one for one in read.events if str(one["SUMMARY"]).startswith("AFGELAST"))
    assert cancelled["SUMMARY"] == "AFGELAST: Koffie"
    assert cancelled["STATUS"] == "CONFIRMED"
    assert cancelled["RECURRENCE-ID"].dt.replace(tzinfo=None) == datetime(2026, 11, 15, 14)
    assert cancelled["DESCRIPTION"].startswith("Afgelast. De beheerder is ziek.\n\n")
    (whole,) = icalendar.Calendar.from_ical(feeds["feeds/event/weg.ics"]).events
    assert (whole["SUMMARY"], whole["STATUS"]) == ("AFGELAST: Weg ermee", "CONFIRMED")


def test_7_a_moved_date_says_from_when(feeds: dict[str, bytes]) -> None:
    read = icalendar.Calendar.from_ical(feeds["feeds/event/de-kern/koffie.ics"])
    moved = next(one for one in read.events if one["DTSTART"].dt.replace(tzinfo=None) == datetime(2026, 11, 21, 15))
    assert moved["RECURRENCE-ID"].dt.replace(tzinfo=None) == datetime(2026, 11, 22, 14)
    assert moved["DESCRIPTION"].split("\n")[0] == (
        "Verplaatst. Eerst stond het op een andere dag: zondag 22 november 2026 van 14.00 tot 16.00 uur."
    )


def test_8_nothing_is_a_meeting_and_nothing_rings(feeds: dict[str, bytes]) -> None:
    for feed in feeds.values():
        names = {re.split("[;:]", line)[0] for line in unfolded(feed)}
        assert not names & {"METHOD", "ORGANIZER", "ATTENDEE", "ATTACH"}
        assert b"VALARM" not in feed


def test_9_the_head_names_the_feed_and_how_often_to_ask(feeds: dict[str, bytes]) -> None:
    head = unfolded(feeds["feeds/area/zandweerd/topic/bewegen.ics"])
    assert head[: head.index("BEGIN:VTIMEZONE")] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Streekagenda//streekagenda//NL",
        "DESCRIPTION:Dit is een voorbeeld.",
        "X-WR-CALDESC:Dit is een voorbeeld.",
        "NAME:Zandweerd\\, Bewegen – Streekagenda",
        "X-WR-CALNAME:Zandweerd\\, Bewegen – Streekagenda",
        "COLOR:darkslategray",
        "LAST-MODIFIED:20260105T090000Z",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "SOURCE;VALUE=URI:https://agenda.example.nl/feeds/area/zandweerd/topic/bewegen.ics",
        "URL:https://agenda.example.nl/wijken/zandweerd/",
        "X-APPLE-CALENDAR-COLOR:#1b5e4b",
        "X-PUBLISHED-TTL:PT12H",
    ]


def test_10_bytes_are_lines_that_every_parser_takes(feeds: dict[str, bytes]) -> None:
    for feed in feeds.values():
        assert feed.endswith(b"END:VCALENDAR\r\n")
        lines = feed.removesuffix(b"\r\n").split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert all(byte >= 0x20 for line in lines for byte in line)
        assert all(len(line.decode("utf-8").splitlines()) == 1 for line in lines)
        assert len(feed) < 1_000_000


def test_every_feed_is_taken_by_two_parsers(feeds: dict[str, bytes]) -> None:
    for path, feed in feeds.items():
        strict = IcsCalendarStream.calendar_from_ics(feed.decode())
        lenient = icalendar.Calendar.from_ical(feed)
        assert [component.errors for component in lenient.walk() if component.errors] == []
        assert len(strict.events) == len(lenient.events) == len(vevents(feed)), path


def test_hostile_words_come_out_as_text(feeds: dict[str, bytes]) -> None:
    (found,) = icalendar.Calendar.from_ical(feeds["feeds/campaign/raar.ics"]).events
    assert found["SUMMARY"] == CLEAN
    assert found["LOCATION"] == f"{CLEAN}, Dorpsplein 1"
    assert [str(one) for one in found["CATEGORIES"].cats] == [CLEAN]
    assert found["CONTACT"] == CLEAN
    assert set(found) == {
        "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP",
        "DESCRIPTION", "LOCATION", "CONTACT", "URL", "CATEGORIES", "GEO", "X-APPLE-STRUCTURED-LOCATION",
    }  # fmt: skip
    assert found["X-APPLE-STRUCTURED-LOCATION"].params["X-TITLE"] == CLEAN


def test_hostile_names_of_a_feed_come_out_as_text() -> None:
    odd = replace(municipality("deventer", "zandweerd"), name=text(HOSTILE))
    audience, topic = term("raar", HOSTILE), term("ook-raar", HOSTILE)
    whole = region(title=text(HOSTILE), notice=text(HOSTILE), areas=(odd,), topics=(topic,), audiences=(audience,))
    found = published(event(topics=(topic,), audiences=(audience,), area=odd, place=None), region=whole)
    names = {path: unfolded(feed) for path, feed in found.items() if path.endswith(".ics")}
    written = CLEAN.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    for feed, expected in {
        "feeds/all.ics": written,
        "feeds/area/deventer.ics": f"{written} – {written}",
        "feeds/topic/ook-raar/audience/raar.ics": f"{written}\\, {written} – {written}",
    }.items():
        head = names[feed][: names[feed].index("BEGIN:VTIMEZONE")]
        assert [line for line in head if line.startswith(("NAME", "X-WR-CALNAME"))] == [
            f"NAME:{expected}",
            f"X-WR-CALNAME:{expected}",
        ]
        assert {re.split("[;:]", line)[0] for line in head} == {
            "BEGIN", "VERSION", "PRODID", "DESCRIPTION", "X-WR-CALDESC", "NAME", "X-WR-CALNAME", "LAST-MODIFIED",
            "REFRESH-INTERVAL", "SOURCE", "URL", "X-PUBLISHED-TTL",
        }  # fmt: skip


@pytest.mark.parametrize("excluded", [PublicHolidays(country="NL"), NamedHoliday(feast=Feast.EASTER_SUNDAY)])
def test_a_new_year_brings_new_holidays_and_says_that_something_changed(excluded: Exclusion) -> None:
    endless = event(series(exclusions=[excluded]), history=history(sequence=100))
    plain = replace(event(series()), id="plain", uid="plain@agenda.example.nl")
    before, after = (published(endless, plain, now=datetime(year, 12, 31)) for year in (2026, 2027))
    assert before["feeds/event/plain.ics"] == after["feeds/event/plain.ics"]
    (old,), (new,) = vevents(before["feeds/event/de-kern/koffie.ics"]), vevents(after["feeds/event/de-kern/koffie.ics"])
    assert values(old, "LAST-MODIFIED") == ["LAST-MODIFIED:20260105T090000Z"]
    assert values(new, "LAST-MODIFIED") == ["LAST-MODIFIED:20270101T000000Z"]
    assert values(old, "SEQUENCE") == ["SEQUENCE:100"]
    assert values(new, "SEQUENCE") == [
        f"SEQUENCE:{100 + (datetime(2027, 1, 1) - datetime(2026, 1, 5, 9)) // timedelta(seconds=1)}"
    ]
    assert len(values(new, "EXDATE")[0]) > len(values(old, "EXDATE")[0])
