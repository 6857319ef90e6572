"""Moments as ISO 8601 and RFC 3339 write them: with the offset from UTC that the zone has at that hour."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from streekagenda.model.schedule import Moment


def instant(wall_clock: datetime, zone: str) -> str:
    """Return ``2026-10-01T19:30:00+02:00``; an hour that exists twice is the first, one that does not is as before."""
    return wall_clock.replace(tzinfo=ZoneInfo(zone), fold=0).isoformat()


def start(moment: Moment, zone: str) -> str:
    """Return the beginning: a date for whole days, else an instant."""
    return moment.first.isoformat() if moment.all_day else instant(moment.start, zone)


def end(moment: Moment, zone: str) -> str | None:
    """Return the end: the last day, inclusive, for whole days, else an instant; ``None`` where it is not known."""
    if moment.hours is None:
        return moment.last.isoformat()
    return None if moment.hours.end is None else instant(moment.end, zone)


def utc(moment: datetime) -> str:
    """Return an aware moment in UTC, as RFC 3339 section 5.6: ``2026-10-01T17:30:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
