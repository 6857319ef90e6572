"""The feeds of the example region, read by two other parsers and expanded by two other engines, say what its pages say."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FIRST, LAST = date(2026, 11, 23), date(2027, 11, 19)
"""A year that crosses both clock changes, 28 March and 31 October 2027."""

DATE = re.compile(r'<li id="[^"]+"[^>]*>(.*?)</li>', re.DOTALL)
START = re.compile(r'<time datetime="([^"]+)"')
MOVED_AWAY = "Het is nu "


def on_page(page: Path) -> list[str]:
    """Return the starts that an event's page lists in the year, without the traces of dates that moved away."""
    listed = [item[1] for item in DATE.finditer(page.read_text(encoding="utf-8"))]
    starts = [START.search(item) for item in listed if MOVED_AWAY not in item]
    return sorted(start[1] for start in starts if start and FIRST.isoformat() <= start[1][:10] <= LAST.isoformat())


def local(start: date | datetime) -> str:
    """Return a start as it stands on a page."""
    if isinstance(start, datetime):
        return start.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M")
    return start.isoformat()


def by_recurring_ical_events(feed: str) -> list[str]:
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(feed)).between(FIRST, LAST + timedelta(days=1))
    starts = (local(event["DTSTART"].dt) for event in found)
    return sorted(start for start in starts if FIRST.isoformat() <= start[:10] <= LAST.isoformat())


def by_ical(feed: str) -> list[str]:
    calendar = IcsCalendarStream.calendar_from_ics(feed)
    begin = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=AMSTERDAM)
    found = calendar.timeline_tz(AMSTERDAM).overlapping(begin, begin + (LAST - FIRST) + timedelta(days=1))
    starts = (local(event.dtstart) for event in found)
    return sorted(start for start in starts if FIRST.isoformat() <= start[:10] <= LAST.isoformat())


def event_ids(site: Path) -> Iterator[str]:
    for feed in sorted((site / "feeds/event").rglob("*.ics")):
        yield feed.relative_to(site / "feeds/event").with_suffix("").as_posix()


def test_every_feed_is_read_by_two_other_parsers_without_complaint(example_site: Path) -> None:
    feeds = sorted((example_site / "feeds").rglob("*.ics"))
    assert len(feeds) > 300
    for feed in feeds:
        text = feed.read_bytes().decode("utf-8")
        parsed = icalendar.Calendar.from_ical(text)
        assert [error for part in parsed.walk() for error in part.errors] == [], feed
        assert len(IcsCalendarStream.calendar_from_ics(text).events) == len(parsed.events), feed


def test_every_event_has_the_same_dates_on_its_page_and_in_two_other_engines(example_site: Path) -> None:
    compared = 0
    for event_id in event_ids(example_site):
        page = example_site / "activiteiten" / event_id / "index.html"
        if not page.is_file() or 'http-equiv="refresh"' in page.read_text(encoding="utf-8"):
            continue  # the old address of a renamed event
        feed = (example_site / "feeds/event" / f"{event_id}.ics").read_bytes().decode("utf-8")
        expected = on_page(page)
        assert by_recurring_ical_events(feed) == expected, event_id
        assert by_ical(feed) == expected, event_id
        compared += len(expected)
    assert compared > 1000


@pytest.mark.parametrize("kind", ["area", "topic", "audience", "organisation", "place", "campaign"])
def test_an_event_is_the_same_bytes_in_every_feed(example_site: Path, kind: str) -> None:
    everything = components(example_site / "feeds/all.ics")
    for feed in sorted((example_site / "feeds" / kind).rglob("*.ics")):
        assert components(feed) <= everything, feed


def components(feed: Path) -> set[bytes]:
    return set(re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", feed.read_bytes(), re.DOTALL))
