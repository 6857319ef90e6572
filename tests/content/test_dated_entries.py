"""``on``: dates with their hours beside them, or behind them."""

from pathlib import Path

import pytest

from streekagenda.model.schedule import Single
from tests.content_files import EVENT, codes, only_event, validated

KOFFIE = "events/de-kern/koffie.md"
WHEN = "2027-01-15 10:00-12:00"

UNDERSTOOD = [
    ("{op: 6 oktober 2027 14.00-16.00}", ["2027-10-06 14:00-16:00"]),
    ("{op: 6 oktober 2027 14.00-16.00, tijd: 14.00-16.00}", ["2027-10-06 14:00-16:00"]),
    (
        "{op: [2027-10-05 14.00-16.00, do 7 oktober 2027 van 10 tot 12 uur]}",
        ["2027-10-05 14:00-16:00", "2027-10-07 10:00-12:00"],
    ),
    (
        "{op: [2027-10-05 14.00-16.00, 2027-10-06], tijd: 14.00-16.00}",
        ["2027-10-05 14:00-16:00", "2027-10-06 14:00-16:00"],
    ),
    ("{op: 6 oktober 2027 14.00 uur, inloop vanaf: 13.45}", ["2027-10-06 14:00 doors 13:45"]),
    ("{op: '6 oktober 2027, hele dag'}", ["2027-10-06"]),
    ("{op: 5 t/m 6 oktober 2027 14.00-16.00}", ["2027-10-05 14:00-16:00", "2027-10-06 14:00-16:00"]),
]


def told(entry: Single) -> str:
    hours = entry.moment.hours
    if hours is None:
        return str(entry.moment.first)
    end = f"-{hours.end:%H:%M}" if hours.end else ""
    return f"{entry.moment.first} {hours.start:%H:%M}{end}" + (f" doors {hours.doors:%H:%M}" if hours.doors else "")


@pytest.mark.parametrize(("when", "expected"), UNDERSTOOD)
def test_hours_may_stand_behind_the_date(tmp_path: Path, when: str, expected: list[str]) -> None:
    event = only_event(tmp_path, EVENT.replace(WHEN, when))
    assert [told(entry) for entry in event.schedule.entries if isinstance(entry, Single)] == expected


ASKED = [
    ("{op: 6 oktober 2027 14.00-16.00, tijd: 10:00}", "when-time-twice"),
    ("{op: 6 oktober 2027 14.00-16.00, tijd: hele dag}", "when-time-twice"),
    ("{op: 6 oktober 14.00-16.00}", "when-no-year"),
    ("{op: elke dinsdag 14.00-16.00}", "when-not-a-date"),
    ("{op: [2027-10-05 14.00-16.00, 2027-10-06]}", "when-no-time"),
    ("{op: 2027-10-05..2029-10-05, tijd: 14.00-16.00}", "when-range-too-long"),
]


@pytest.mark.parametrize(("when", "code"), ASKED)
def test_what_contradicts_or_lacks_something_is_asked_once(tmp_path: Path, when: str, code: str) -> None:
    result = validated(tmp_path, {KOFFIE: EVENT.replace(WHEN, when)})
    assert [found for _, _, found in codes(result)] == [code]
