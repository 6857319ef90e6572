from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Timezone

from streekagenda.formats.vtimezone import vtimezone

AMSTERDAM = b"""\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def test_amsterdam_is_two_rules() -> None:
    assert vtimezone("Europe/Amsterdam") == AMSTERDAM.replace(b"\n", b"\r\n")


def test_a_zone_without_clock_changes_is_one_offset() -> None:
    assert vtimezone("Asia/Kolkata").decode().splitlines() == [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Kolkata",
        "BEGIN:STANDARD",
        "TZNAME:IST",
        "TZOFFSETFROM:+0530",
        "TZOFFSETTO:+0530",
        "DTSTART:19700101T000000",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Amsterdam",
        "Europe/Lisbon",
        "Europe/Dublin",  # its law calls the summer the standard time
        "Atlantic/Azores",
        "America/New_York",
        "America/Curacao",
        "America/Nuuk",  # the Saturday before the last Sunday
        "America/Santiago",  # the first Sunday from the 2nd; summer is in January
        "Asia/Jerusalem",  # the Friday before the last Sunday
        "Australia/Lord_Howe",  # half an hour
        "Africa/Casablanca",  # follows the moon
        "Africa/Cairo",  # the night after the last Thursday, which may be in November
        "America/Paramaribo",
        "UTC",
    ],
)
def test_every_zone_says_the_same_as_the_zone_file(zone: str) -> None:
    # dateutil reads the VTIMEZONE, zoneinfo the zone file: every six hours of three years, and each hour around a change
    read = tzical(StringIO(vtimezone(zone).decode())).get()
    here = ZoneInfo(zone)
    hour = datetime(2026, 1, 2, tzinfo=UTC)
    while hour.year < 2029:
        local = hour.astimezone(here).replace(tzinfo=None, fold=0)
        existing = local.replace(tzinfo=here).astimezone(UTC).astimezone(here).replace(tzinfo=None) == local
        if existing:
            assert local.replace(tzinfo=read).utcoffset() == local.replace(tzinfo=here).utcoffset(), local
        changing = hour.astimezone(here).utcoffset() != (hour + timedelta(days=1)).astimezone(here).utcoffset()
        hour += timedelta(hours=1) if changing else timedelta(hours=6)


def test_a_zone_is_read_without_errors() -> None:
    zone = Timezone.from_ical(vtimezone("Europe/Amsterdam"))
    assert zone.errors == []
    assert zone.tz_name == "Europe/Amsterdam"
