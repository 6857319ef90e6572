"""libical through its C interface: what Evolution, GNOME Calendar and KOrganizer make of a feed.

It lies in Debian's ``libical3``; which version is told by the name of the file, since the structures below are those of 3.0.
"""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_long, c_void_p
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from streekagenda.conformance.dates import Date
from streekagenda.conformance.judges.judge import Judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zoneinfo import ZoneInfo

_LIBRARY = "libical.so.3"
_VEVENT = 4
"""ICAL_VEVENT_COMPONENT."""


class _Time(Structure):
    """``struct icaltimetype`` of libical 3.0."""

    _fields_ = [
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")),
        ("zone", c_void_p),
    ]


class _Span(Structure):
    """``struct icaltime_span``: in seconds since 1970, UTC."""

    _fields_ = [("start", c_long), ("end", c_long), ("is_busy", c_int)]


_CALLBACK = CFUNCTYPE(None, c_void_p, POINTER(_Span), c_void_p)


def _library() -> Any:
    try:
        found = ctypes.CDLL(_LIBRARY)
    except OSError as error:
        raise ImportError(_LIBRARY) from error
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
        ("icalcomponent_get_dtstart", _Time, c_void_p),
        ("icalcomponent_get_dtend", _Time, c_void_p),
        ("icalcomponent_get_recurrenceid", _Time, c_void_p),
        ("icaltime_is_null_time", c_int, _Time),
        ("icalcomponent_foreach_recurrence", None, c_void_p, _Time, _Time, _CALLBACK, c_void_p),
        ("icalmemory_free_buffer", None, c_void_p),
    ):
        function = getattr(found, name)
        function.restype, function.argtypes = result, arguments
    return found


_CALL = _library()


def _complaints(feeds: Sequence[bytes]) -> list[list[str]]:
    return [_of_feed(feed) for feed in feeds]


def _of_feed(feed: bytes) -> list[str]:
    """The content lines that libical could not read, and what RFC 5545 requires and is not there."""
    calendar = _CALL.icalparser_parse_string(feed)
    if not calendar:
        return ["no calendar"]
    try:
        _CALL.icalrestriction_check(calendar)
        held, expected = sum(1 for _ in _events(calendar)), feed.count(b"BEGIN:VEVENT\r\n")
        counted = [] if held == expected else [f"{held} of {expected} VEVENTs"]
        if not _CALL.icalcomponent_count_errors(calendar):
            return counted
        text = _CALL.icalcomponent_as_ical_string_r(calendar)
        written = ctypes.string_at(text).decode("utf-8", "replace").replace("\r\n ", "")
        _CALL.icalmemory_free_buffer(text)
        return [*counted, *(line for line in written.split("\r\n") if line.startswith("X-LIC-ERROR"))] or ["an error"]
    finally:
        _CALL.icalcomponent_free(calendar)


def _dates(feeds: Sequence[bytes], first: date, last: date, zone: ZoneInfo) -> list[Date]:
    found: list[Date] = []
    for feed in feeds:
        calendar = _CALL.icalparser_parse_string(feed)
        try:
            found += _of_calendar(calendar, first, last, zone)
        finally:
            _CALL.icalcomponent_free(calendar)
    return sorted(one for one in found if first <= one.begin.date() <= last)


def _of_calendar(calendar: int, first: date, last: date, zone: ZoneInfo) -> Iterator[Date]:
    changed = {
        (_CALL.icalcomponent_get_uid(event), _wall_clock(planned, zone))
        for event in _events(calendar)
        if not _CALL.icaltime_is_null_time(planned := _CALL.icalcomponent_get_recurrenceid(event))
    }
    for event in _events(calendar):
        uid, title = _CALL.icalcomponent_get_uid(event), _CALL.icalcomponent_get_summary(event).decode()
        own = not _CALL.icaltime_is_null_time(_CALL.icalcomponent_get_recurrenceid(event))
        start, end = _CALL.icalcomponent_get_dtstart(event), _CALL.icalcomponent_get_dtend(event)
        if own:
            until = start if _CALL.icaltime_is_null_time(end) else end
            yield Date(_wall_clock(start, zone), _wall_clock(until, zone), title)
            continue
        for begin, after in _spans(event, first, last, None if start.is_date else zone):
            if (uid, begin) not in changed:
                yield Date(begin, after, title)


def _events(calendar: int) -> Iterator[int]:
    event = _CALL.icalcomponent_get_first_component(calendar, _VEVENT)
    while event:
        yield event
        event = _CALL.icalcomponent_get_next_component(calendar, _VEVENT)


def _spans(event: int, first: date, last: date, zone: ZoneInfo | None) -> list[tuple[datetime, datetime]]:
    """Begin and end of each date of a VEVENT; without a zone they are whole days."""
    spans: list[tuple[datetime, datetime]] = []

    def take(_: int, span: Any, __: int) -> None:
        begin, end = (
            datetime.fromtimestamp(moment, zone or UTC).replace(tzinfo=None, fold=0)
            for moment in (span[0].start, span[0].end)
        )
        if zone is None:  # a span of whole days ends with the last second of DTEND, which is not in it
            end = datetime.combine(end, time())
        spans.append((begin, end))

    day = timedelta(days=1)
    callback = _CALLBACK(take)
    _CALL.icalcomponent_foreach_recurrence(event, _midnight(first - day), _midnight(last + 2 * day), callback, None)
    return spans


def _midnight(day: date) -> _Time:
    return _Time(year=day.year, month=day.month, day=day.day)


def _wall_clock(moment: _Time, zone: ZoneInfo) -> datetime:
    shown = datetime(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    if moment.is_date:
        return shown
    return shown.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None, fold=0)


JUDGE = Judge(name="libical (Evolution, GNOME, KOrganizer)", complaints=_complaints, dates=_dates)
