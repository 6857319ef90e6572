"""libical through its C interface: what Evolution, GNOME Calendar and KOrganizer make of a feed."""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_long, c_void_p
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest

LIBRARY = "libical.so.3"
ZONE = ZoneInfo("Europe/Amsterdam")

VEVENT = 4
"""ICAL_VEVENT_COMPONENT."""


class IcalTime(Structure):
    """``struct icaltimetype`` of libical 3.0."""

    _fields_ = [
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")),
        ("zone", c_void_p),
    ]


class Span(Structure):
    """``struct icaltime_span``: in seconds since 1970, UTC."""

    _fields_ = [("start", c_long), ("end", c_long), ("is_busy", c_int)]


CALLBACK = CFUNCTYPE(None, c_void_p, POINTER(Span), c_void_p)


@cache
def library() -> Any:
    """The library; a test that asks for it is skipped where it is not there (``make setup`` installs it)."""
    try:
        found = ctypes.CDLL(LIBRARY)
    except OSError:
        pytest.skip(f"{LIBRARY} is not there: apt-get install libical3")
    for name, result, *arguments in (
        ("icalparser_parse_string", c_void_p, c_char_p),
        ("icalcomponent_free", None, c_void_p),
        ("icalcomponent_count_errors", c_int, c_void_p),
        ("icalrestriction_check", c_int, c_void_p),
        ("icalcomponent_as_ical_string_r", c_void_p, c_void_p),
        ("icalcomponent_get_first_component", c_void_p, c_void_p, c_int),
        ("icalcomponent_get_next_component", c_void_p, c_void_p, c_int),
        ("icalcomponent_get_uid", c_char_p, c_void_p),
        ("icalcomponent_get_summary", c_char_p, c_void_p),
        ("icalcomponent_get_dtstart", IcalTime, c_void_p),
        ("icalcomponent_get_dtend", IcalTime, c_void_p),
        ("icalcomponent_get_recurrenceid", IcalTime, c_void_p),
        ("icaltime_is_null_time", c_int, IcalTime),
        ("icalcomponent_foreach_recurrence", None, c_void_p, IcalTime, IcalTime, CALLBACK, c_void_p),
        ("icalmemory_free_buffer", None, c_void_p),
    ):
        function = getattr(found, name)
        function.restype, function.argtypes = result, arguments
    return found


def complaints(feed: bytes) -> list[str]:
    """The content lines that libical could not read, and what RFC 5545 requires and is not there."""
    call = library()
    calendar = call.icalparser_parse_string(feed)
    if not calendar:
        return ["no calendar"]
    try:
        call.icalrestriction_check(calendar)
        if not call.icalcomponent_count_errors(calendar):
            return []
        text = call.icalcomponent_as_ical_string_r(calendar)
        written = ctypes.string_at(text).decode("utf-8", "replace").replace("\r\n ", "")
        call.icalmemory_free_buffer(text)
        return [line for line in written.split("\r\n") if line.startswith("X-LIC-ERROR")] or ["an error"]
    finally:
        call.icalcomponent_free(calendar)


Dates = list[tuple[datetime, datetime, str]]


def dates(feed: bytes, first: date, last: date) -> Dates:
    """Begin and end of each date from ``first`` to ``last``, in the wall-clock time of the region, and its title."""
    call = library()
    calendar = call.icalparser_parse_string(feed)
    try:
        return _dates(call, calendar, first, last)
    finally:
        call.icalcomponent_free(calendar)


def _dates(call: Any, calendar: int, first: date, last: date) -> Dates:
    events = list(_events(call, calendar))
    changed = {
        (call.icalcomponent_get_uid(event), _wall_clock(planned))
        for event in events
        if not call.icaltime_is_null_time(planned := call.icalcomponent_get_recurrenceid(event))
    }
    found: Dates = []
    for event in events:
        uid, title = call.icalcomponent_get_uid(event), call.icalcomponent_get_summary(event).decode()
        own = not call.icaltime_is_null_time(call.icalcomponent_get_recurrenceid(event))
        start, end = call.icalcomponent_get_dtstart(event), call.icalcomponent_get_dtend(event)
        if own:
            found.append((_wall_clock(start), _wall_clock(start if call.icaltime_is_null_time(end) else end), title))
            continue
        found += [
            (begin, after, title)
            for begin, after in _spans(call, event, first, last, whole_days=bool(start.is_date))
            if (uid, begin) not in changed
        ]
    return sorted(one for one in found if first <= one[0].date() <= last)


def _events(call: Any, calendar: int) -> Any:
    event = call.icalcomponent_get_first_component(calendar, VEVENT)
    while event:
        yield event
        event = call.icalcomponent_get_next_component(calendar, VEVENT)


def _spans(call: Any, event: int, first: date, last: date, *, whole_days: bool) -> list[tuple[datetime, datetime]]:
    spans: list[tuple[datetime, datetime]] = []
    zone = UTC if whole_days else ZONE

    def take(_: int, span: Any, __: int) -> None:
        begin, end = (
            datetime.fromtimestamp(moment, zone).replace(tzinfo=None, fold=0) for moment in (span[0].start, span[0].end)
        )
        if whole_days:  # a span of whole days ends with the last second of DTEND, which is not in it
            end = datetime.combine(end, time())
        spans.append((begin, end))

    day = timedelta(days=1)
    call.icalcomponent_foreach_recurrence(
        event, _midnight(first - day), _midnight(last + 2 * day), CALLBACK(take), None
    )
    return spans


def _midnight(day: date) -> IcalTime:
    return IcalTime(year=day.year, month=day.month, day=day.day)


def _wall_clock(moment: IcalTime) -> datetime:
    return datetime(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
