"""A Schedule of schema.org, with the fields that others write, as the value of an RRULE."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.importing.found import NotTaken
from streekagenda.importing.page_events import first, last, text
from streekagenda.model.schedule import ONE_DAY

if TYPE_CHECKING:
    from streekagenda.importing.found import When
    from streekagenda.importing.page_events import Json, Node

YEARS = range(2000, 2101)

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)
_TIME = re.compile(r"T?(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)
_EVERY = re.compile(r"P(\d{1,3})([DWMY])", re.ASCII)
_FREQUENCIES = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_WORDS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y"}
_NTH = re.compile(r"[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,4}", re.ASCII)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Planned(Struct, frozen=True, kw_only=True):
    """What a schedule says."""

    start: When
    end: When | None
    rule: str
    exceptions: tuple[When, ...]


def when(value: Json) -> When | None:
    """Return a date, or a moment with or without a zone; ``None`` where there is none.

    Raises:
        NotTaken: what stands there is no date of ISO 8601, or one of another time.
    """
    written = text(value).strip()
    if not written:
        return None
    found: When | None = None
    try:
        if _DATE.fullmatch(written):
            found = date.fromisoformat(written)
        elif _MOMENT.fullmatch(written):
            found = datetime.fromisoformat(written)
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        raise NotTaken("import-page-date", text=written[:40])
    return found


def planned(schedule: Node, begin: When | None, finish: When | None) -> Planned:
    """Return the first date of a schedule with its rule; ``begin`` and ``finish`` are those of its event.

    Raises:
        NotTaken: it says something that no rule can, or leaves out when it begins.
    """
    start = _at(when(schedule.get("startDate")) or begin, schedule.get("startTime"), begin)
    if start is None:
        raise NotTaken("import-no-date")
    end = _ended(start, schedule.get("endTime"), begin, finish)
    until = when(schedule.get("endDate"))
    parts = {
        **_step(schedule.get("repeatFrequency")),
        "BYDAY": ",".join(_day(one) for one in _list(schedule.get("byDay"))),
        "BYMONTHDAY": ",".join(_number(one) for one in _list(schedule.get("byMonthDay"))),
        "BYMONTH": ",".join(_number(one) for one in _list(schedule.get("byMonth"))),
        "COUNT": _number(schedule["repeatCount"]) if "repeatCount" in schedule else "",
        "UNTIL": f"{until:%Y%m%d}" if until and "repeatCount" not in schedule else "",
    }
    if "byMonthWeek" in schedule:
        raise NotTaken("import-page-schedule", text="byMonthWeek")
    exceptions = (when(one) for one in _list(schedule.get("exceptDate")))
    return Planned(
        start=start,
        end=end,
        rule=";".join(f"{name}={value}" for name, value in parts.items() if value),
        exceptions=tuple(one for one in exceptions if one),
    )


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _step(value: Json) -> dict[str, str]:
    said = text(value).strip()
    found = _EVERY.fullmatch(_WORDS.get(said.lower(), said).upper())
    if found is None:
        raise NotTaken("import-page-schedule", text=said[:40] or "repeatFrequency")
    return {"FREQ": _FREQUENCIES[found[2]], "INTERVAL": "" if found[1] == "1" else str(int(found[1]))}


def _day(value: Json) -> str:
    said = text(value).strip()
    if last(said) in _DAYS:
        return last(said)[:2].upper()
    if not _NTH.fullmatch(said):
        raise NotTaken("import-page-schedule", text=said[:40] or "byDay")
    return said


def _number(value: Json) -> str:
    said = text(first(value)).strip()
    if not _NUMBER.fullmatch(said):
        raise NotTaken("import-page-schedule", text=said[:40])
    return said


def _clock(value: Json) -> time | None:
    said = text(value).strip()
    found = _TIME.fullmatch(said)
    if said and found is None:
        raise NotTaken("import-page-date", text=said[:40])
    try:
        return time.fromisoformat(found[1]) if found else None
    except ValueError as error:
        raise NotTaken("import-page-date", text=said[:40]) from error


def _at(day: When | None, clock: Json, begin: When | None) -> When | None:
    """Put a time of day to the first day; where the schedule has none it is that of the event."""
    hour = _clock(clock)
    if day is None or isinstance(day, datetime):
        return day
    if hour is not None:
        return datetime.combine(day, hour)
    return datetime.combine(day, begin.timetz()) if isinstance(begin, datetime) else day


def _ended(start: When, clock: Json, begin: When | None, finish: When | None) -> When | None:
    """Return the end of the first date: a time of day, or as long as the event itself lasts."""
    hour = _clock(clock)
    if not isinstance(start, datetime):
        return None
    if hour is not None:
        end = datetime.combine(start.date(), hour, start.tzinfo)
        return end if end > start else end + ONE_DAY
    same = (
        isinstance(begin, datetime)
        and isinstance(finish, datetime)
        and (begin.tzinfo is None) == (finish.tzinfo is None)
    )
    if same and isinstance(begin, datetime) and isinstance(finish, datetime) and finish.date() == begin.date():
        return start + (finish - begin) if finish > begin else None
    return None
