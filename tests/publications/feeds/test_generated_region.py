"""A region of 1,000 made-up events: every feed as the judges read it, every date of three years as they see it."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest

from bench.generate import generate
from streekagenda import pipeline, preparing
from streekagenda.conformance.judges.judge import Judge
from streekagenda.conformance.rules import Judged, judged
from streekagenda.output import ready
from streekagenda.publications import feeds
from streekagenda.publications.site import Site
from tests.publications.feeds.engines import JUDGES, PARSERS, ours, seen

EVENTS = 1000
NOW = datetime(2026, 11, 22, 12)
FIRST, LAST = date(2026, 11, 22), date(2029, 11, 21)


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("generated")
    generate(folder, EVENTS, Random(2026))
    settings = pipeline.Settings(content=folder, layouts=Path("layouts"), output=folder / "site", now=NOW)
    found = pipeline.check(settings)
    assert found.calendar is not None
    assert len(found.calendar.events) == EVENTS
    return preparing.site_of(preparing.expand(found.calendar, NOW), found.media, settings)


@pytest.fixture(scope="module")
def calendars(region: Site) -> dict[str, bytes]:
    return {output.path: output.content for output in feeds.calendars.outputs(region) if output.path.endswith(".ics")}


@pytest.fixture(scope="module")
def all_parts(calendars: dict[str, bytes]) -> list[bytes]:
    parts = [content for path, content in calendars.items() if path.startswith("feeds/all.")]
    assert len(parts) > 1
    return parts


@pytest.fixture(scope="module")
def found(calendars: dict[str, bytes]) -> Judged:
    return judged(ready(path, content) for path, content in calendars.items())


def test_every_feed_keeps_the_rules(calendars: dict[str, bytes], found: Judged) -> None:
    assert (len(found.sheets), found.broken) == (len(calendars), ())
    assert len(calendars) > EVENTS
    assert max(map(len, calendars.values())) < 1_000_000
    assert max(content.count(b"BEGIN:VEVENT") for content in calendars.values()) <= 1000


@pytest.mark.parametrize("judge", PARSERS, ids=lambda judge: judge.name)
def test_every_event_and_every_head_is_read(judge: Judge, found: Judged) -> None:
    # an event is the same bytes in every feed: each is read once, and the head of every twentieth feed of one event
    many = [one for number, one in enumerate(found.sheets) if "/event/" not in one.path or number % 20 == 0]
    assert judge.complaints is not None
    complaints = judge.complaints([one.content for one in many])
    assert [(one.path, said) for one, said in zip(many, complaints, strict=True) if said] == []


def test_three_engines_see_the_dates_of_the_pages_over_three_years(region: Site, all_parts: list[bytes]) -> None:
    expected = ours(region, FIRST, LAST)
    assert len(expected) > 30_000
    in_parts = [seen(JUDGES[0], part, FIRST, LAST) for part in all_parts]
    assert Counter(one for part in in_parts for one in part) == Counter(expected)
    # what one was right about in everything, the others are asked about a part
    for judge in JUDGES[1:]:
        assert seen(judge, all_parts[-1], FIRST, LAST) == in_parts[-1], judge.name
