"""From year to year: what a subscriber has already changes only with newer stamps, and stamps never fall."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest

from streekagenda.formats.ical_rules import name_of, vevents_of
from streekagenda.model.event import Event
from streekagenda.model.holidays import Feast
from streekagenda.model.schedule import NamedHoliday, PublicHolidays, SchoolHolidays
from tests.examples import change, event, history, rule, series
from tests.publications.feeds.sites import published

STAMP = re.compile(rb"\r\n(?:DTSTAMP|SEQUENCE|LAST-MODIFIED):(\S+)")
TUESDAYS = rule("WEEKLY", "2026-09-01", "TU")
SHAPES: dict[str, Event] = {
    "a feast that seldom falls on a Tuesday": event(
        series(TUESDAYS, exclusions=[NamedHoliday(feast=Feast.KINGS_DAY)]), history=history(sequence=100)
    ),
    "one day, far away": event(series(exclusions=["2030-10-13"])),
    "one change, far away": event(
        series(exclusions=["2026-10-11"], changes=[change("2030-10-13", status="cancelled")])
    ),
    "holidays": event(series(exclusions=[PublicHolidays(country="NL"), SchoolHolidays(region="noord")])),
    "nights": event(series(rule("WEEKLY", "2026-09-05", "SA"), "22:00-06:00")),
    "even weeks": event(
        series(rule("WEEKLY", "2026-09-01", "WE", week_parity="even"), exclusions=["2031-01-01..2031-03-01"])
    ),
    "not in summer": event(series(rule("WEEKLY", "2026-09-01", "TU", months=[1, 2, 3, 4, 5, 6, 9, 10, 11, 12]))),
    "begins late": event(series(rule("WEEKLY", "2033-01-02", "SU"), exclusions=[PublicHolidays(country="NL")])),
    "ends late": event(
        series(rule("WEEKLY", "2026-09-06", "SU", until="2031-06-01"), exclusions=["2030-12-29", "2031-01-05"])
    ),
    "so many times": event(series(rule("WEEKLY", "2026-09-06", "SU", count=400), exclusions=["2031-01-05"])),
    "nothing that changes": event(series()),
}


def built(happening: Event, year: int) -> dict[tuple[str, str], tuple[tuple[bytes, ...], bytes]]:
    """Stamps and other bytes of each VEVENT, in a build on the last day of a year."""
    feed = published(happening, now=datetime(year, 12, 31)).get("feeds/event/de-kern/koffie.ics", b"")
    return {name_of(one): (tuple(STAMP.findall(one)), STAMP.sub(b"", one)) for one in vevents_of(feed)}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_changes_with_a_year_is_newer_and_nothing_gets_older(shape: str) -> None:
    before = built(SHAPES[shape], 2026)
    for year in range(2027, 2034):
        after = built(SHAPES[shape], year)
        for name in before.keys() & after.keys():
            (stamped, sequence, modified), content = before[name]
            (stamped_now, sequence_now, modified_now), content_now = after[name]
            assert (stamped_now, modified_now) >= (stamped, modified), (year, name)
            assert int(sequence_now) >= int(sequence), (year, name)
            if content != content_now:
                assert modified_now > modified, (year, name)
                assert int(sequence_now) > int(sequence), (year, name)
        masters = {uid for uid, planned in before if not planned}
        changed = [name for name in before.keys() & after.keys() if before[name][1] != after[name][1]]
        gained = {uid for uid, planned in after.keys() - before.keys() if planned and uid in masters}
        for uid in gained:
            assert after[uid, ""][0][2] > before[uid, ""][0][2], "a new exception, and its series is as old as before"
        if not changed and not gained and year < date.max.year:
            assert {name: after[name][0] for name in before if name in after} == {
                name: before[name][0] for name in before if name in after
            }, f"{year}: newer, and nothing has changed"
        before = after
