"""The feeds of the example region, as a subscriber gets them, against the dates that its pages and data show."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import icalendar
import pytest
from ical.calendar_stream import IcsCalendarStream

from streekagenda.formats.ical_rules import broken_in_feed
from streekagenda.model.details import Status
from tests.publications.feeds.engines import PREFIXES, Dates, evolution, home_assistant, recurring, thunderbird
from tests.publications.feeds.libical import complaints
from tests.publications.feeds.parsers import read_by_ical_js

FIRST, LAST = date(2026, 11, 22), date(2027, 11, 21)
"""A year with both changes of the clock, from the day of the build."""


@pytest.fixture(scope="module")
def shown(example_site: Path) -> Dates:
    """The dates of ``/api/v1/``, made from the same selections as the pages."""
    months = sorted((example_site / "api/v1/occurrences").glob("*.json"))
    found = [one for file in months for one in json.loads(file.read_text(encoding="utf-8"))["occurrences"]]
    dates = []
    for one in found:
        begin = datetime.fromisoformat(one["start"]).replace(tzinfo=None)
        end = datetime.fromisoformat(one.get("end", one["start"])).replace(tzinfo=None)
        if one["all_day"]:
            end = datetime.fromordinal(end.toordinal() + 1)
        title = one["title"].get("nl") or next(iter(one["title"].values()))
        if FIRST <= begin.date() <= LAST:
            dates.append((begin, end, PREFIXES.get(Status(one["status"]), "") + title))
    return sorted(dates)


def test_every_feed_is_taken_by_four_parsers(example_site: Path) -> None:
    feeds = sorted((example_site / "feeds").rglob("*.ics"))
    assert len(feeds) > 100
    assert read_by_ical_js(feeds) == {str(file): file.read_bytes().count(b"BEGIN:VEVENT") for file in feeds}
    for file in feeds:
        feed = file.read_bytes()
        lenient = icalendar.Calendar.from_ical(feed)
        assert [component.errors for component in lenient.walk() if component.errors] == [], file
        assert len(IcsCalendarStream.calendar_from_ics(feed.decode()).events) == len(lenient.events), file
        assert complaints(feed) == [], file
        assert list(broken_in_feed(feed)) == [], file


@pytest.mark.parametrize("engine", [recurring, home_assistant, thunderbird, evolution])
def test_four_engines_see_the_dates_that_are_shown(engine: object, example_site: Path, shown: Dates) -> None:
    feed = (example_site / "feeds/all.ics").read_bytes()
    seen = engine(feed, FIRST, LAST)
    assert len(shown) > 1000
    assert [begin for begin, _, _ in seen] == [begin for begin, _, _ in shown]
    assert Counter(seen) == Counter(shown)


def test_the_index_points_at_feeds_that_are_there(example_site: Path) -> None:
    index = json.loads((example_site / "feeds/index.json").read_text(encoding="utf-8"))
    home = index["feeds"][0]["addresses"]["ics"].removesuffix("feeds/all.ics")
    for feed in index["feeds"]:
        for address in feed["addresses"].values():
            assert (example_site / address.removeprefix(home)).is_file(), address
