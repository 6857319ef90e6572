"""The nights when the clock changes: times that do not exist (02:30), and nights that are an hour longer or shorter."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from streekagenda.model.schedule import ONE_DAY, Single, moment_on
from streekagenda.recurrence.instances import changed_moment
from streekagenda.recurrence.planned import planned_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.schedule import Entry, Hours, Moment

_YEARS_AHEAD = timedelta(days=2 * 366)
"""How far ahead a series that may never end is looked at."""
_STEP = timedelta(minutes=15)
"""Clocks change at whole quarters of an hour."""


def existing_time(local: datetime, zone: str) -> datetime:
    """Return a naive wall-clock time as the clocks of an IANA zone show it: as far after the gap as it lay in it.

    A time that exists comes back as it is; of one that exists twice the first is meant.
    """
    tz = ZoneInfo(zone)
    return local.replace(tzinfo=tz).astimezone(UTC).astimezone(tz).replace(tzinfo=None, fold=0)


def overlaps_gap(moment: Moment, zone: str) -> bool:
    """Whether a moment begins or ends at a time that the clocks of an IANA zone skip on that day."""
    if moment.all_day:
        return False
    return any(existing_time(local, zone) != local for local in (moment.start, moment.end))


@lru_cache(maxsize=10_000)
def days_over_change(hours: Hours, zone: str, year: int) -> tuple[date, ...]:
    """Return the days of a year on which a moment at these hours lasts longer or shorter than the clocks make it seem.

    So a night from 22:00 to 06:00 lasts nine hours or seven when the clocks of the IANA zone change in it.
    """
    return tuple(
        day
        for change in _changes(zone, year)
        for day in (change - ONE_DAY, change)
        if day.year == year and _lasts_otherwise(moment_on(day, hours), zone)
    )


def _lasts_otherwise(moment: Moment, zone: str) -> bool:
    tz = ZoneInfo(zone)
    begin, end = (local.replace(tzinfo=tz).astimezone(UTC) for local in (moment.start, moment.end))
    return end - begin != moment.end - moment.start


@lru_cache(maxsize=1_000)
def _changes(zone: str, year: int) -> tuple[date, ...]:
    """The days on which the clocks of a zone change, up to New Year's Day of the next year."""
    tz = ZoneInfo(zone)
    midnights = [datetime(year, 1, 1, tzinfo=tz) + number * ONE_DAY for number in range(368)]
    offsets = [midnight.utcoffset() for midnight in midnights]
    return tuple(
        midnight.date() for midnight, now, then in zip(midnights, offsets, offsets[1:], strict=False) if now != then
    )


def skipped_hours(zone: str, year: int) -> tuple[tuple[datetime, datetime], ...]:
    """Return from when to when the clocks of an IANA zone skip in a year, as naive times; the end exists again."""
    found = []
    for day in _changes(zone, year):
        times = [datetime.combine(day, time()) + number * _STEP for number in range(ONE_DAY // _STEP)]
        skipped = [local for local in times if existing_time(local, zone) != local]
        if day.year == year and skipped:
            found.append((skipped[0], skipped[-1] + _STEP))
    return tuple(found)


def skipped_moment(entry: Entry, zone: str) -> Moment | None:
    """Return the first moment of an entry that begins or ends at a time that the clocks skip."""
    return next((moment for moment in _moments(entry) if overlaps_gap(moment, zone)), None)


def _moments(entry: Entry) -> Iterator[Moment]:
    if isinstance(entry, Single):
        yield entry.moment
        return
    yield from entry.also
    yield from (changed_moment(moment_on(change.on, entry.hours), change) for change in entry.changes)
    # No clock of the world goes forward between four in the morning and eleven in the evening.
    if entry.hours and (entry.hours.start.hour < 4 or entry.hours.start.hour == 23):
        for day in planned_days(entry, entry.rule.start, entry.rule.start + _YEARS_AHEAD):
            yield moment_on(day, entry.hours)
