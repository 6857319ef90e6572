"""Values of single keys, in the notations of the content format."""

from datetime import date, time, timedelta

import pytest

from streekagenda.diagnostics import Diagnostic
from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.model.schedule import DateRange, NamedHoliday
from streekagenda.recurrence.phrases import (
    LONGEST,
    ReadExclusion,
    Timing,
    names_hours,
    read_date,
    read_days,
    read_duration,
    read_exceptions,
    read_hours,
)
from tests.recurrence.phrases.telling import HERE, TODAY, hours

FIRST_OF_OCTOBER = date(2026, 10, 1)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _range(text: str) -> DateRange:
    first, _, last = text.partition("..")
    return DateRange(first=_day(first), last=_day(last or first))


def _code(found: object) -> str:
    assert isinstance(found, Diagnostic)
    assert found.location == HERE
    return found.code


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-01", "1-10-2026", "01/10/2026", "1.10.2026", "1 oktober 2026", "do 1 okt 2026", "donderdag 1 oktober 2026",
        "1e oktober 2026", "1 oktober '26", "Thursday 1 October 2026", "October 1st, 2026", "1\u00a0oktober\u00a02026",
        "１-１０-２０２６", "1‐10‐2026",
    ],
)  # fmt: skip
def test_date_is_read_in_every_notation(text: str) -> None:
    assert read_date(text, HERE) == FIRST_OF_OCTOBER


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1 oktober", "when-no-year"),
        ("vr 1 okt 2026", "when-wrong-weekday"),
        ("30 februari 2026", "when-unknown-date"),
        ("10-13-2026", "when-month-day"),
        ("1 en 2 oktober 2026", "when-not-a-date"),
        ("2026-10-01..2026-10-02", "when-not-a-date"),
        ("elke dinsdag", "when-not-a-date"),
        ("1999-12-31", "when-year-range"),
        ("2101-01-01", "when-year-range"),
        ("morgen", "when-relative"),
        ("binnenkort bekend", "when-relative"),
        ("", "when-empty"),
        ("1" * (LONGEST + 1), "when-too-long"),
    ],
)
def test_date_that_is_none_is_asked(text: str, code: str) -> None:
    assert _code(read_date(text, HERE, today=TODAY)) == code


def test_first_and_last_days_of_the_calendar_are_dates() -> None:
    assert read_date("2000-01-01", HERE) == date(2000, 1, 1)
    assert read_date("2100-12-31", HERE) == date(2100, 12, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-10-01", ["2026-10-01"]),
        ("2026-10-03..2026-10-05", ["2026-10-03..2026-10-05"]),
        ("2026-10-03 .. 2026-10-05", ["2026-10-03..2026-10-05"]),
        ("3 t/m 5 oktober 2026", ["2026-10-03..2026-10-05"]),
        ("3 oktober tot en met 5 november 2026", ["2026-10-03..2026-11-05"]),
        ("3, 5 en 7 oktober 2026", ["2026-10-03", "2026-10-05", "2026-10-07"]),
        ("1-10-2026 en 3-10-2026", ["2026-10-01", "2026-10-03"]),
        ("3-10-2026, 1-10-2026, 3-10-2026", ["2026-10-01", "2026-10-03"]),
        ("kerst 2026", ["2026-12-25..2026-12-26"]),
    ],
)
def test_days_are_read(text: str, expected: list[str]) -> None:
    assert read_days(text, HERE) == tuple(map(_range, expected))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3 tot 5 oktober 2026", "when-until-open"),
        ("2026-10-05..2026-10-03", "when-order"),
        ("elke dinsdag", "when-not-a-date"),
        ("3 oktober 2026 10 uur", "when-not-a-date"),
    ],
)
def test_days_that_are_open_are_asked(text: str, code: str) -> None:
    assert _code(read_days(text, HERE, today=TODAY)) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19:30-21:00", "19:30-21:00"),
        ("19:30 – 21:00", "19:30-21:00"),
        ("19:30", "19:30"),
        ("19:30:00", "19:30"),
        ("19.30", "19:30"),
        ("19.30 uur", "19:30"),
        ("19u30", "19:30"),
        ("9 uur", "09:00"),
        ("12-14 uur", "12:00-14:00"),
        ("9-12", "09:00-12:00"),
        ("van 9.30 tot 12 uur", "09:30-12:00"),
        ("tussen 10 en 12 uur", "10:00-12:00"),
        ("van 2 tot 5 uur 's middags", "14:00-17:00"),
        ("'s middags van 2 tot 5 uur", "14:00-17:00"),
        ("’s ochtends half tien", "09:30"),
        ("half tien 's avonds", "21:30"),
        ("kwart voor acht 's avonds", "19:45"),
        ("2pm-4pm", "14:00-16:00"),
        ("2-4 pm", "14:00-16:00"),
        ("10:00 to 12:00", "10:00-12:00"),
        ("22:00-01:00", "22:00-01:00"),
        ("10 uur, duurt 2 uur", "10:00-12:00"),
        ("inloop 9.30, 10 tot 12 uur", "10:00-12:00 doors=09:30"),
        ("aanvang 19.30, einde 21.00 uur", "19:30-21:00"),
    ],
)
def test_hours_are_read(text: str, expected: str) -> None:
    timing = read_hours(text, HERE)
    assert isinstance(timing, Timing)
    assert timing.hours is not None
    assert hours(timing.hours) == expected


@pytest.mark.parametrize("text", ["hele dag", "de hele dag", "Hele dag", "all day", "the whole day"])
def test_whole_day_is_read(text: str) -> None:
    assert read_hours(text, HERE) == Timing(all_day=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("van 2 tot 5 uur", "when-which-half"),
        ("half tien", "when-which-half"),
        ("25:00", "when-unknown-time"),
        ("10:60", "when-unknown-time"),
        ("10:00-10:00", "when-same-time"),
        ("'s middags 10 uur", "when-part-of-day"),
        ("rond 10 uur", "when-about"),
        ("2026-10-01", "when-not-a-time"),
        ("'s middags", "when-not-a-time"),
        ("10:00-12:00, 13:00-15:00", "when-not-a-time"),
        ("2 hours", "when-not-a-time"),
        ("tot 12 uur", "when-no-begin"),
    ],
)
def test_hours_that_are_open_are_asked(text: str, code: str) -> None:
    assert _code(read_hours(text, HERE)) == code


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2 hours", 120), ("2 uur", 120), ("een uur", 60), ("1,5 uur", 90), ("1.5 hours", 90), ("anderhalf uur", 90),
        ("90 minuten", 90), ("2 uur en 30 minuten", 150), ("een half uur", 30), ("drie kwartier", 45), ("2½ uur", 150),
        ("an hour and a half", 90), ("half an hour", 30), ("duurt twee uur", 120), ("PT2H", 120), ("PT1H30M", 90),
        ("P1D", 1440), ("pt45m", 45),
    ],
)  # fmt: skip
def test_duration_is_read(text: str, minutes: int) -> None:
    assert read_duration(text, HERE) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["2", "0 uur", "-2 uur", "lang", "PT", "P", "10:00", "2 uur of 3 uur"])
def test_duration_that_is_none_is_asked(text: str) -> None:
    assert _code(read_duration(text, HERE)) == "when-not-a-duration"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("holidays", ["holidays"]),
        ("feestdagen", ["holidays"]),
        ("school-holidays", ["school-holidays"]),
        ("schoolvakanties", ["school-holidays"]),
        ("niet in de schoolvakanties en op feestdagen", ["school-holidays", "holidays"]),
        ("2026-11-15", ["2026-11-15"]),
        ("2026-11-15..2026-11-20", ["2026-11-15..2026-11-20"]),
        ("juli 2027", ["2027-07-01..2027-07-31"]),
        ("tweede kerstdag", [NamedHoliday(feast=Feast.BOXING_DAY)]),
        ("met Pasen en Pinksteren", [NamedHoliday(feast=Feast.EASTER), NamedHoliday(feast=Feast.WHITSUN)]),
        ("at Easter or on Christmas Day", [NamedHoliday(feast=one) for one in (Feast.EASTER, Feast.CHRISTMAS_DAY)]),
        ("tweede kerstdag 2026", ["2026-12-26"]),
        ("kerstvakantie", [SchoolBreak.CHRISTMAS]),
        ("niet in de herfstvakantie en de meivakantie", [SchoolBreak.AUTUMN, SchoolBreak.MAY]),
        ("the summer holidays", [SchoolBreak.SUMMER]),
        ("Zomerstop 2027", ["Zomerstop 2027"]),
        ("de zomerstop 2027", ["Zomerstop 2027"]),
    ],
)
def test_exceptions_are_read(text: str, expected: list[ReadExclusion]) -> None:
    found = read_exceptions(text, HERE, closures=("Zomerstop 2027", "Kerststop"))
    assert found == tuple(_range(one) if isinstance(one, str) and one[0] == "2" else one for one in expected)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("zomerstop", "when-which-period"),
        ("de winter", "when-which-period"),
        ("herfstvakantie 2026", "when-which-period"),
        ("in juli", "when-which-year"),
        ("zondag", "when-not-an-exception"),
        ("15 november", "when-no-year"),
        ("25 december", "when-year-or-every-year"),
        ("2026-02-30", "when-unknown-date"),
        ("feesdagen", "when-typo"),
        ("als het regent", "when-not-an-exception"),
    ],
)
def test_exceptions_that_are_open_are_asked(text: str, code: str) -> None:
    assert _code(read_exceptions(text, HERE, today=TODAY)) == code


def test_hours_hold_model_values() -> None:
    timing = read_hours("inloop 13.30 uur, van 14 tot 16 uur", HERE)
    assert isinstance(timing, Timing)
    assert timing.hours is not None
    assert (timing.hours.start, timing.hours.end, timing.hours.doors) == (time(14), time(16), time(13, 30))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 oktober 2026 14.00-16.00", True),
        ("6 oktober 2026, hele dag", True),
        ("5 t/m 7 oktober 2026", False),
        ("10-12 oktober 2026", False),
        ("1-10-2026", False),
        ("14 uur", True),
        ("x" * (LONGEST + 1), False),
    ],
)
def test_hours_in_a_text_are_noticed(text: str, expected: bool) -> None:
    assert names_hours(text) is expected
