"""Moments as ISO 8601 and RFC 3339 write them: with the offset from UTC that the zone has at that hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from streekagenda.model.schedule import Moment


def instant(wall_clock: datetime, zone: str) -> str:
    """Return ``2026-10-01T19:30:00+02:00``; an hour that exists twice is the first, one that does not is as before."""
    return wall_clock.replace(tzinfo=ZoneInfo(zone), fold=0).isoformat()


def start(moment: Moment, zone: str) -> str:
    """Return the beginning: a date for whole days, else an instant."""
    return moment.first.isoformat() if moment.hours is None else _at(moment.first, moment.hours.start, zone)


def end(moment: Moment, zone: str) -> str | None:
    """Return the end: the last day, inclusive, for whole days, else an instant; ``None`` where it is not known."""
    hours = moment.hours
    if hours is None:
        return moment.last.isoformat()
    if hours.end is None:
        return None
    return _at(moment.first, hours.end, zone) if hours.end > hours.start else instant(moment.end, zone)


def start_and_end(moment: Moment, zone: str) -> tuple[str, str | None]:
    """Return what :func:`start` and :func:`end` do; of most moments both are hours of one day, which is asked once."""
    hours = moment.hours
    if hours is not None and hours.end is not None and hours.end > hours.start:
        begin, offset = _day(moment.first, zone)
        if offset:
            return f"{begin}{_clock(hours.start)}{offset}", f"{begin}{_clock(hours.end)}{offset}"
    return start(moment, zone), end(moment, zone)


def _at(day: date, clock: time, zone: str) -> str:
    """Return an hour of a day as :func:`instant` does: a calendar has many of few days, and a zone is slow to ask."""
    begin, offset = _day(day, zone)
    return f"{begin}{_clock(clock)}{offset}" if offset else instant(datetime.combine(day, clock), zone)


@lru_cache(maxsize=4_096)
def _day(day: date, zone: str) -> tuple[str, str]:
    """Return a day and the offset that it has at all hours, which is empty where the clock changes."""
    begin, end = (
        instant(datetime.combine(day, clock), zone)[19:] for clock in (time.min, time.max.replace(microsecond=0))
    )
    return f"{day.isoformat()}T", begin if begin == end else ""


@lru_cache(maxsize=1_440)
def _clock(clock: time) -> str:
    return clock.isoformat()


def utc(moment: datetime) -> str:
    """Return an aware moment in UTC, as RFC 3339 section 5.6: ``2026-10-01T17:30:00Z``."""
    return f"{moment.astimezone(UTC).isoformat(timespec='seconds').removesuffix('+00:00')}Z"
