"""Promises 19 to 23: what goes out as iCalendar, Atom and JSON."""

import json
import re
from collections import defaultdict
from datetime import datetime
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import feedparser
import icalendar
from ical.calendar_stream import IcsCalendarStream

from tests.promises.region import Site

HERE = ZoneInfo("Europe/Amsterdam")
ATOM = "{http://www.w3.org/2005/Atom}"
SHOWN = r"<script>alert(1)</script> & {{ 7 * 7 }}; thee, \koek"


def test_promise_19_one_serialiser_escapes_texts_folds_between_characters_and_makes_nothing_a_meeting(
    site: Site,
) -> None:
    assert r"SUMMARY:<script>alert(1)</script> & {{ 7 * 7 }}\; thee\, \\koek" in site.feeds["feeds/all.ics"]
    for path in site.feeds:
        lines = site.files[path].split(b"\r\n")
        assert lines[-1] == b""
        assert max(map(len, lines)) <= 75, path
        assert all(line.decode("utf-8").isprintable() for line in lines), path
        assert not re.search(r"(?m)^(ATTENDEE|METHOD|ATTACH|BEGIN:VALARM)", site.feeds[path]), path


def test_promise_20_every_feed_is_parsed_back_by_two_others_and_says_the_same(site: Site) -> None:
    for path in site.feeds:
        text = site.files[path].decode("utf-8")
        first = [
            (str(one["UID"]), str(one["SUMMARY"]), one["DTSTART"].dt)
            for one in icalendar.Calendar.from_ical(text).walk("VEVENT")
        ]
        second = [(one.uid, one.summary, one.dtstart) for one in IcsCalendarStream.calendar_from_ics(text).events]
        assert sorted(first) == sorted(second), path
        assert first, path
    whole = icalendar.Calendar.from_ical(site.files["feeds/all.ics"].decode("utf-8"))
    found = {str(one["SUMMARY"]): one["DTSTART"].dt for one in whole.walk("VEVENT")}
    assert found[SHOWN] == datetime(2026, 12, 4, 10, tzinfo=HERE)
    assert found["Koffie"] == datetime(2026, 11, 6, 10, tzinfo=HERE)


def test_promise_21_atom_and_json_hold_no_character_that_xml_cannot_hold_and_no_html_of_authors(site: Site) -> None:
    atom = {path: content.decode("utf-8") for path, content in site.files.items() if path.endswith(".atom")}
    for path, text in atom.items():
        assert "<!" not in text, path
        assert all(character == "\n" or character.isprintable() for character in text), path
        assert not feedparser.parse(text).bozo, path
    (entry,) = (one for one in ET.fromstring(atom["feeds/all.atom"]).iter(f"{ATOM}entry") if one[1].text == SHOWN)
    (item,) = (one for one in json.loads(site.files["feeds/all.json"])["items"] if one["title"] == SHOWN)
    content = entry.find(f"{ATOM}content")
    assert content is not None
    assert content.get("type") == "text"
    assert "content_html" not in item
    for said in (content.text, item["content_text"]):
        assert said.startswith('Kom erbij! {{ 7 * 7 }} {% include "base.html" %} Meer\n\nVrijdag 4 december')


def test_promise_22_no_cell_is_a_formula_for_we_publish_no_csv_and_no_xlsx(site: Site) -> None:
    """Who publishes tables gives each cell that begins with = + - @ a ' before it, and tests that here."""
    tables = re.compile(r"\.(csv|tsv|xlsx?|ods)\b")
    assert [path for path in site.files if tables.search(path.lower())] == []
    addresses = {path: re.findall(r'href="([^"]+)"', page) for path, page in site.pages.items()}
    assert [(path, one) for path, found in addresses.items() for one in found if tables.search(one.lower())] == []
    assert "text/csv" not in site.files["_headers"].decode("utf-8")


def test_promise_23_the_same_event_is_the_same_vevent_byte_for_byte(site: Site) -> None:
    found: dict[bytes, set[bytes]] = defaultdict(set)
    times: dict[bytes, int] = defaultdict(int)
    for path in site.feeds.keys() - {"feeds/event/de-kern/koffie.2026-11-27.ics"}:  # of one date, to be kept once
        for vevent in re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", site.files[path], re.DOTALL):
            (uid,) = re.findall(rb"(?m)^UID:(.+)\r$", vevent)
            found[uid].add(vevent)
            times[uid] += 1
    assert times[b"de-kern/koffie@agenda.example.org"] == 7
    assert {uid: len(forms) for uid, forms in found.items() if len(forms) > 1} == {}
