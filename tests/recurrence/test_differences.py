"""What becomes of an event and of its dates."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from streekagenda.model.event import Event
from streekagenda.model.organisation import Contact
from streekagenda.recurrence.differences import Days, EventChange, Kind, event_change, reads_alike
from tests.examples import change, event, history, hours, moment, place, region, rule, series, single, source, text

DAYS = Days(region=region(), now=datetime(2026, 11, 22, 12), last=date(2027, 2, 1))
PATH = "events/de-kern/koffie.md"
WEEKLY = event(series())


def changed(before: Event | None, after: Event | None) -> EventChange:
    return event_change(PATH, before, after, DAYS)


def told(before: Event | None, after: Event | None) -> tuple[Kind, list[tuple[str, str]]]:
    """Return what becomes of an event, and of each date: what, and on which day it was or is."""
    found = changed(before, after)
    return found.kind, [(one.kind.value, one.day.isoformat()) for one in found.dates]


def weekly(*changes: object, at: str = "14:00-16:00", **more: object) -> Event:
    return event(series(at=at, changes=changes), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "kind", "dates"),
    [
        (None, event(single("2026-12-03")), Kind.NEW, [("added", "2026-12-03")]),
        (event(single("2026-12-03")), None, Kind.REMOVED, [("gone", "2026-12-03")]),
        (event(single("2026-11-03")), None, Kind.REMOVED, []),
        (WEEKLY, WEEKLY, Kind.CHANGED, []),
        (WEEKLY, replace(WEEKLY, contact=Contact(phone="0570 00 00 00")), Kind.CHANGED, []),
        (WEEKLY, weekly(change("2027-01-03", status="cancelled")), Kind.CANCELLED, [("cancelled", "2027-01-03")]),
        (weekly(change("2027-01-03", status="cancelled")), WEEKLY, Kind.CHANGED, [("on again", "2027-01-03")]),
        (WEEKLY, weekly(change("2027-01-03", status="postponed")), Kind.CHANGED, [("postponed", "2027-01-03")]),
        (WEEKLY, weekly(change("2027-01-03", status="online")), Kind.CHANGED, [("online", "2027-01-03")]),
        (WEEKLY, weekly(change("2027-01-03", moved_to="2027-01-04")), Kind.MOVED, [("moved", "2027-01-03")]),
        (WEEKLY, weekly(change("2027-01-03", at="15:00-17:00")), Kind.MOVED, [("moved", "2027-01-03")]),
        (WEEKLY, weekly(change("2027-01-03", place=place("elders"))), Kind.CHANGED, [("elsewhere", "2027-01-03")]),
        (event(single("2026-12-03"), place=place("elders")), event(single("2026-12-03"), place=place("elders", street="Kade 2")), Kind.CHANGED, [("address", "2026-12-03")]),
        (WEEKLY, weekly(change("2027-01-03", title="Taart")), Kind.CHANGED, [("retitled", "2027-01-03")]),
        (WEEKLY, weekly(change("2027-01-03", price=5)), Kind.CHANGED, []),
        (WEEKLY, event(series(exclusions=["2027-01-03"])), Kind.CHANGED, [("gone", "2027-01-03")]),
        (WEEKLY, event(series(also=[moment("2026-12-26", "14:00-16:00")])), Kind.CHANGED, [("added", "2026-12-26")]),
        (event(single("2026-12-03")), event(single("2026-12-10")), Kind.MOVED, [("moved", "2026-12-03")]),
        # what has been has been
        (WEEKLY, weekly(change("2026-11-15", status="cancelled")), Kind.CHANGED, []),
        (event(single("2026-11-22", "09:00-11:00")), None, Kind.REMOVED, []),
        (event(single("2026-11-22", "11:00-13:00")), None, Kind.REMOVED, [("gone", "2026-11-22")]),
    ],
)  # fmt: skip
def test_dates_that_are_to_come_are_compared(
    before: Event | None, after: Event | None, kind: Kind, dates: list[tuple[str, str]]
) -> None:
    assert told(before, after) == (kind, dates)


def test_cancelled_event_cancels_every_date() -> None:
    kind, dates = told(WEEKLY, replace(WEEKLY, status=event(status="cancelled").status))
    assert kind is Kind.CANCELLED
    assert {what for what, _ in dates} == {"cancelled"}
    assert len(dates) == 11  # Sundays from 22 November to 31 January


def test_other_hours_move_every_date_and_another_weekday_exchanges_them() -> None:
    assert {what for what, _ in told(WEEKLY, weekly(at="15:00-17:00"))[1]} == {"moved"}
    on_monday = event(series(rule("WEEKLY", "2026-09-07", "MO")))
    assert {what for what, _ in told(WEEKLY, on_monday)[1]} == {"gone", "added"}


def test_stops_of_a_tour_are_followed_by_their_names() -> None:
    one, two = single("2026-12-01", key="zandweerd"), single("2026-12-02", key="voorstad")
    later = single("2026-12-09", key="voorstad")
    assert told(event(one, two), event(later, one)) == (Kind.MOVED, [("moved", "2026-12-02")])


def test_new_telephone_of_a_place_moves_nobody() -> None:
    here = event(single("2026-12-03"), place=place(phone="0570 00 00 00"))
    assert told(event(single("2026-12-03")), here) == (Kind.CHANGED, [])


def test_draft_is_not_there_yet_and_what_becomes_one_goes() -> None:
    shown = event(single("2026-12-03"))
    draft = replace(shown, draft=True)
    assert told(draft, shown)[0] is Kind.NEW
    assert told(shown, draft)[0] is Kind.REMOVED
    assert changed(None, draft).event.draft
    assert [one.moment.hours for one in changed(draft, draft).coming] == [hours("19:30-21:00")]


def test_when_it_was_written_and_where_it_stands_makes_no_difference() -> None:
    assert reads_alike(WEEKLY, replace(WEEKLY, history=history(sequence=9), source=source("events/elders.md")))
    assert not reads_alike(WEEKLY, replace(WEEKLY, title=text("Thee")))
