"""A selection that is too large for one calendar comes in parts."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import icalendar
import pytest

from streekagenda.formats.ical_rules import broken_in_feed, name_of, vevents_of
from streekagenda.model.event import Event
from tests.examples import change, event, place, rule, series, single, text
from tests.publications.feeds.sites import NOW, published

DAYS = [NOW.date() + timedelta(days=number) for number in range(1, 1201)]


def single_dates(days: list[date]) -> tuple[Event, ...]:
    return tuple(event(single(day), id=f"dag-{number:04}") for number, day in enumerate(days))


def uids(feed: bytes) -> list[str]:
    return [name_of(one)[0].removesuffix("@agenda.example.nl") for one in vevents_of(feed)]


@pytest.fixture(scope="module")
def large() -> dict[str, bytes]:
    """1,200 single dates, a series, and two dates that are over."""
    running = event(series(rule("WEEKLY", "2025-01-05", "SU")), id="zondag")
    over = event(single("2026-07-01"), id="over"), event(single("2026-08-31"), id="gisteren")
    return published(*single_dates(DAYS), running, *over)


def test_a_feed_that_fits_is_one(large: dict[str, bytes]) -> None:
    assert "feeds/event/zondag.2.ics" not in large
    found = published(*single_dates(DAYS[:1000]))
    assert "feeds/all.2.ics" not in found
    assert "parts" not in json.loads(found["feeds/index.json"])["feeds"][0]


def test_the_nearest_dates_stand_at_the_address_of_the_whole(large: dict[str, bytes]) -> None:
    first, second = uids(large["feeds/all.ics"]), uids(large["feeds/all.2.ics"])
    assert first == [*(f"dag-{number:04}" for number in range(999)), "zondag"]
    assert second == ["dag-0999", *(f"dag-{number:04}" for number in range(1000, 1200)), "gisteren", "over"]
    assert "feeds/all.3.ics" not in large


def test_a_part_says_what_it_is(large: dict[str, bytes]) -> None:
    first, second = (icalendar.Calendar.from_ical(large[f"feeds/all{part}.ics"]) for part in ("", ".2"))
    assert (first["NAME"], second["NAME"]) == ("Streekagenda", "Streekagenda (2)")
    assert second["DESCRIPTION"] == (
        "Dit is deel 2 van 2. De andere delen staan op https://agenda.example.nl/abonneren/"
    )
    assert second["SOURCE"] == "https://agenda.example.nl/feeds/all.2.ics"


def test_the_index_names_the_parts(large: dict[str, bytes]) -> None:
    everything = json.loads(large["feeds/index.json"])["feeds"][0]
    assert everything["events"] == 1203
    assert everything["addresses"]["ics"] == "https://agenda.example.nl/feeds/all.ics"
    assert everything["parts"] == [
        {
            "address": "https://agenda.example.nl/feeds/all.ics",
            "events": 1000,
            "first": "2025-01-05",
            "last": None,
        },
        {
            "address": "https://agenda.example.nl/feeds/all.2.ics",
            "events": 203,
            "first": "2026-07-01",
            "last": DAYS[-1].isoformat(),
        },
    ]


def test_every_part_keeps_the_rules(large: dict[str, bytes]) -> None:
    for path, content in large.items():
        if path.endswith(".ics"):
            assert list(broken_in_feed(content)) == [], path


def test_parts_change_with_the_month_and_not_with_the_day(large: dict[str, bytes]) -> None:
    here = single_dates(DAYS)
    first_day = published(*here)
    last_day, next_month = (published(*here, now=datetime(2026, *day, 12)) for day in ((9, 30), (10, 1)))
    parts = ("feeds/all.ics", "feeds/all.2.ics")
    assert [last_day[path] for path in parts] == [first_day[path] for path in parts]
    assert uids(next_month["feeds/all.ics"])[:2] == ["dag-0029", "dag-0030"]
    assert uids(next_month["feeds/all.2.ics"])[:2] == ["dag-0000", "dag-0001"]


def test_size_counts_in_bytes_too() -> None:
    wordy = place(directions=text("é" * 6000))
    found = published(
        *(event(single(day), id=f"dag-{number:03}", place=wordy) for number, day in enumerate(DAYS[:200]))
    )
    parts = [content for path, content in found.items() if path.startswith("feeds/all") and path.endswith(".ics")]
    assert len(parts) == 2
    assert max(map(len, parts)) < 1_000_000
    assert max(len(one) for content in parts for one in vevents_of(content)) < 9_500
    assert all(one["DESCRIPTION"].endswith("/") for one in icalendar.Calendar.from_ical(parts[0]).events)


def test_the_feed_of_one_event_has_parts_too() -> None:
    tour = event(*(single(day, key=day.isoformat()) for day in DAYS), id="tour", aliases=("oud",))
    found = published(tour)
    assert len(uids(found["feeds/event/tour.ics"])) == 1000
    assert len(uids(found["feeds/event/tour.2.ics"])) == 200
    assert found["feeds/event/oud.2.ics"] == found["feeds/event/tour.2.ics"]


def test_a_series_of_which_most_dates_differ_can_be_parted() -> None:
    sundays = [date(2026, 9, 6) + timedelta(weeks=number) for number in range(81)]
    themes = [change(day, title=f"Thema {number}") for number, day in enumerate(sundays)]
    as_series = published(event(series(changes=themes[:80])))["feeds/all.ics"]
    assert len(set(uids(as_series))) == 1
    written_out = uids(published(event(series(changes=themes)))["feeds/all.ics"])
    assert len(set(written_out)) == len(written_out) > 80
    assert written_out[0] == "de-kern/koffie.20260906"


def test_what_is_over_leaves_the_feed_date_by_date() -> None:
    thirty_first = event(series(rule("MONTHLY", "2024-01-31", month_days=[31])))
    found = uids(published(thirty_first)["feeds/all.ics"])
    assert found[:3] == ["de-kern/koffie.20260731", "de-kern/koffie.20260831", "de-kern/koffie.20261031"]
    summers = event(series(rule("WEEKLY", "2024-07-02", "TU", months=[7, 8])))
    assert uids(published(summers)["feeds/all.ics"])[:2] == ["de-kern/koffie.2026-07", "de-kern/koffie.2027-07"]
