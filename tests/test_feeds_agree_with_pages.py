"""The feeds of the example region, as every judge reads them, say what its pages and its data say."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from streekagenda.conformance import Date
from streekagenda.conformance.judges.judge import Judge
from streekagenda.conformance.rules import Judged, judged
from streekagenda.model.details import Status
from streekagenda.output import ready
from tests.publications.feeds.engines import JUDGES, PARSERS, PREFIXES, seen

FIRST, LAST = date(2026, 11, 22), date(2027, 11, 21)
"""A year with both changes of the clock, from the day of the build."""

LISTED = re.compile(r'<li id="[^"]+"[^>]*>(.*?)</li>', re.DOTALL)
START = re.compile(r'<time datetime="([^"]+)"')
MOVED_AWAY = "Het is nu "


@pytest.fixture(scope="module")
def shown(example_site: Path) -> list[Date]:
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
            dates.append(Date(begin, end, PREFIXES.get(Status(one["status"]), "") + title))
    return sorted(dates)


def on_page(page: str) -> list[str]:
    """Return the starts that an event's page lists in the year, without the traces of dates that moved away."""
    starts = [START.search(item) for item in LISTED.findall(page) if MOVED_AWAY not in item]
    return sorted(start[1] for start in starts if start and FIRST.isoformat() <= start[1][:10] <= LAST.isoformat())


def name(judge: Judge) -> str:
    return judge.name


@pytest.fixture(scope="module")
def all_feeds(example_site: Path) -> Judged:
    """Every feed of the site, of which each event is read once: it is the same bytes in each."""
    feeds = sorted((example_site / "feeds").rglob("*.ics"))
    found = judged(ready(file.relative_to(example_site).as_posix(), file.read_bytes()) for file in feeds)
    assert len(found.sheets) == len(feeds) > 300
    return found


@pytest.mark.parametrize("judge", PARSERS, ids=name)
def test_every_feed_is_read_without_complaint(judge: Judge, all_feeds: Judged) -> None:
    assert judge.complaints is not None
    complaints = judge.complaints([one.content for one in all_feeds.sheets])
    assert [(one.path, said) for one, said in zip(all_feeds.sheets, complaints, strict=True) if said] == []


def test_every_feed_keeps_the_ten_rules(all_feeds: Judged) -> None:
    assert all_feeds.broken == ()


@pytest.mark.parametrize("judge", JUDGES, ids=name)
def test_every_judge_sees_the_dates_that_are_shown(judge: Judge, example_site: Path, shown: list[Date]) -> None:
    found = seen(judge, (example_site / "feeds/all.ics").read_bytes(), FIRST, LAST)
    assert len(shown) > 1000
    assert [one.begin for one in found] == [one.begin for one in shown]
    assert Counter(found) == Counter(shown)


def test_every_page_lists_the_dates_of_its_own_feed(example_site: Path) -> None:
    compared = 0
    for feed in (example_site / "feeds/event").rglob("*.ics"):
        event_id = feed.relative_to(example_site / "feeds/event").with_suffix("").as_posix()
        file = example_site / "activiteiten" / event_id / "index.html"
        page = file.read_text(encoding="utf-8") if file.is_file() else ""
        if not page or 'http-equiv="refresh"' in page:
            continue  # the old address of a renamed event
        whole_days = re.compile(r"T00:00$") if b"VALUE=DATE" in feed.read_bytes() else None
        starts = [f"{one.begin:%Y-%m-%dT%H:%M}" for one in seen(JUDGES[0], feed.read_bytes(), FIRST, LAST)]
        assert sorted(whole_days.sub("", start) if whole_days else start for start in starts) == on_page(page), event_id
        compared += len(starts)
    assert compared > 1000


@pytest.mark.parametrize("kind", ["area", "topic", "audience", "organisation", "place", "campaign"])
def test_an_event_is_the_same_bytes_in_every_feed(example_site: Path, kind: str) -> None:
    everything = components(example_site / "feeds/all.ics")
    for feed in sorted((example_site / "feeds" / kind).rglob("*.ics")):
        assert components(feed) <= everything, feed


def components(feed: Path) -> set[bytes]:
    return set(re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", feed.read_bytes(), re.DOTALL))


def test_the_index_points_at_feeds_that_are_there(example_site: Path) -> None:
    index = json.loads((example_site / "feeds/index.json").read_text(encoding="utf-8"))
    home = index["feeds"][0]["addresses"]["ics"].removesuffix("feeds/all.ics")
    for feed in index["feeds"]:
        for address in feed["addresses"].values():
            assert (example_site / address.removeprefix(home)).is_file(), address
