"""A region of 2,000 made-up events: every feed as four parsers read it, every date of three years as three engines see it."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from random import Random

import icalendar
import pytest
from ical.calendar_stream import IcsCalendarStream

from bench.generate import generate
from streekagenda import pipeline
from streekagenda.formats.ical_rules import vevents_of
from streekagenda.output import Output
from streekagenda.publications import feeds
from streekagenda.publications.feeds.judged import judged
from streekagenda.publications.site import Site
from tests.publications.feeds.engines import evolution, home_assistant, ours, thunderbird
from tests.publications.feeds.libical import complaints
from tests.publications.feeds.parsers import read_by_ical_js

EVENTS = 2000
NOW = datetime(2026, 11, 22, 12)
FIRST, LAST = date(2026, 11, 22), date(2029, 11, 21)

pytestmark = pytest.mark.xdist_group("generated")


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("generated")
    generate(folder, EVENTS, Random(2026))
    settings = pipeline.Settings(content=folder, layouts=Path("layouts"), output=folder / "site", now=NOW)
    found = pipeline.check(settings)
    assert found.calendar is not None
    assert len(found.calendar.events) == EVENTS
    return pipeline.site_of(pipeline.expand(found.calendar, NOW), found.media, settings)


@pytest.fixture(scope="module")
def calendars(region: Site) -> dict[str, bytes]:
    return {output.path: output.content for output in feeds.calendars(region) if output.path.endswith(".ics")}


@pytest.fixture(scope="module")
def all_parts(calendars: dict[str, bytes]) -> list[bytes]:
    parts = [content for path, content in calendars.items() if path.startswith("feeds/all.")]
    assert len(parts) > 1
    return parts


def test_every_feed_keeps_the_rules(calendars: dict[str, bytes]) -> None:
    found = judged(Output(path=path, content=content) for path, content in calendars.items())
    assert (found.feeds, found.faults) == (len(calendars), ())
    assert len(calendars) > EVENTS
    assert max(map(len, calendars.values())) < 1_000_000
    assert max(content.count(b"BEGIN:VEVENT") for content in calendars.values()) <= 1000


def test_every_feed_is_read_by_libical_and_ical_js(calendars: dict[str, bytes], tmp_path: Path) -> None:
    assert {path: found for path, feed in calendars.items() if (found := complaints(feed))} == {}
    files = {}
    for number, feed in enumerate(list(calendars.values())[::20]):
        file = tmp_path / f"{number}.ics"
        file.write_bytes(feed)
        files[str(file)] = len(vevents_of(feed))
    assert read_by_ical_js(map(Path, files)) == files


def test_every_event_is_read_by_icalendar_and_ical(calendars: dict[str, bytes], all_parts: list[bytes]) -> None:
    # an event is the same bytes in every feed; of the other feeds a part will do
    for feed in (*all_parts, *list(calendars.values())[::100]):
        lenient = icalendar.Calendar.from_ical(feed)
        assert [component.errors for component in lenient.walk() if component.errors] == []
        assert len(IcsCalendarStream.calendar_from_ics(feed.decode()).events) == len(lenient.events)


def test_three_engines_see_the_dates_of_the_pages_over_three_years(region: Site, all_parts: list[bytes]) -> None:
    shown = ours(region, FIRST, LAST)
    assert len(shown) > 100_000
    in_parts = [evolution(part, FIRST, LAST) for part in all_parts]
    assert Counter(one for part in in_parts for one in part) == Counter(shown)
    # what libical was right about in everything, the slower two are asked about a part
    for engine in (home_assistant, thunderbird):
        assert engine(all_parts[-1], FIRST, LAST) == in_parts[-1]
