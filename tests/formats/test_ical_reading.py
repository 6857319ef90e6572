"""iCalendar of others, line by line."""

from datetime import UTC, date, datetime, timedelta

import pytest

from streekagenda.formats.ical_reading import Unreadable, duration, listed, moment, parse, unescaped


def test_lines_are_unfolded_also_within_a_character() -> None:
    content = b"BEGIN:VEVENT\r\nSUMMARY:Caf" + b"\xc3\r\n \xa9 open\r\nEND:VEVENT\r\n"
    (event,) = parse(content).root.below("VEVENT")
    assert [(one.name, one.value, one.line) for one in event.properties] == [("SUMMARY", "Café open", 2)]


def test_what_is_not_utf_8_is_windows_1252() -> None:
    (event,) = parse("BEGIN:VEVENT\nSUMMARY:Café – bar\nEND:VEVENT\n".encode("cp1252")).root.below("VEVENT")
    assert event.properties[0].text == "Café – bar"


def test_parameters_and_broken_lines() -> None:
    parsed = parse(b'BEGIN:VEVENT\nDTSTART;TZID="W. Europe: x";VALUE=DATE-TIME:20261203T100000\nzomaar\nEND:VEVENT\n')
    (event,) = parsed.root.below("VEVENT")
    assert dict(event.properties[0].parameters) == {"TZID": "W. Europe: x", "VALUE": "DATE-TIME"}
    assert (event.properties[0].value, parsed.broken) == ("20261203T100000", (3,))


def test_texts_and_lists() -> None:
    assert unescaped("a\\, b\\; c\\\\d\\ne\\x") == "a, b; c\\d\ne\\x"
    assert listed("een,twee\\, drie") == ["een", "twee, drie"]


def test_moments() -> None:
    assert moment("20261203", None) == date(2026, 12, 3)
    assert moment("20261203T101530", None) == datetime(2026, 12, 3, 10, 15)
    assert moment("20261203T101500Z", None) == datetime(2026, 12, 3, 10, 15, tzinfo=UTC)


@pytest.mark.parametrize("value", ["", "morgen", "20261332", "20261203T2500", "19991231", "21010101", "2026-12-03"])
def test_no_moment(value: str) -> None:
    with pytest.raises(Unreadable):
        moment(value, None)


@pytest.mark.parametrize(
    ("value", "length"),
    [("PT1H30M", timedelta(minutes=90)), ("P1W", timedelta(days=7)), ("+P1DT2H", timedelta(hours=26))],
)
def test_durations(value: str, length: timedelta) -> None:
    assert duration(value) == length


@pytest.mark.parametrize("value", ["-PT5M", "P", "PT", "P9999D", "PT999999999S", "1 uur"])
def test_no_duration(value: str) -> None:
    with pytest.raises(Unreadable):
        duration(value)
