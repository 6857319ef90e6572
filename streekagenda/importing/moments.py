"""Moments of other programs: a day, or a moment in some zone or in none, as the model's own, by the wall clock of a region."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from streekagenda.model.schedule import MIDNIGHT, ONE_DAY, Hours, Moment, moment_on

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.importing.found import When

LONGEST_HOURS = timedelta(days=1)
"""What lasts longer is whole days."""


def local(when: When, zone: str) -> When:
    """Return a day as it is, and a moment as naive wall-clock time in a zone."""
    if not isinstance(when, datetime):
        return when
    here = when.astimezone(ZoneInfo(zone)) if when.tzinfo else when
    return here.replace(tzinfo=None, second=0, microsecond=0, fold=0)


def span(start: When, end: When | None) -> Moment:
    """Return a stretch of local time, or a start of which no end is known; more than a day of it is whole days."""
    if not isinstance(start, datetime):
        return Moment(first=start, last=max(start, day_of(end)) if end else start)
    if not isinstance(end, datetime) or end <= start:
        return moment_on(start.date(), Hours(start=start.time()))
    if start.time() == end.time() == MIDNIGHT or end - start > LONGEST_HOURS:
        return Moment(first=start.date(), last=end.date() - (ONE_DAY if end.time() == MIDNIGHT else timedelta()))
    return moment_on(start.date(), Hours(start=start.time(), end=end.time()))


def as_long(start: When, hours: Hours | None) -> Moment:
    """Return a moment that begins so, as long as those of a series."""
    if not isinstance(start, datetime) or hours is None:
        return moment_on(day_of(start), hours if not isinstance(start, datetime) else None)
    if hours.end is None:
        return moment_on(start.date(), Hours(start=start.time()))
    usual = moment_on(start.date(), hours)
    return moment_on(start.date(), Hours(start=start.time(), end=(start + (usual.end - usual.start)).time()))


def start_on(day: date, hours: Hours | None) -> When:
    """Return the start on a day; without hours that is the day."""
    return datetime.combine(day, hours.start) if hours else day


def day_of(when: When) -> date:
    """Return the day of a start."""
    return when.date() if isinstance(when, datetime) else when


def sort_key(when: When) -> datetime:
    """Return what puts starts in order: a day before its hours."""
    return when if isinstance(when, datetime) else datetime.combine(when, MIDNIGHT)
