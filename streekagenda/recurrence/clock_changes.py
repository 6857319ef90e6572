"""Wall-clock times that do not exist: 02:30 on the night when the clock goes forward."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from streekagenda.model.schedule import Single, moment_on
from streekagenda.recurrence.planned import planned_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.schedule import Entry, Moment

_YEARS_AHEAD = timedelta(days=2 * 366)
"""How far ahead a series that may never end is looked at."""


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


def skipped_moment(entry: Entry, zone: str) -> Moment | None:
    """Return the first moment of an entry that begins or ends at a time that the clocks skip."""
    return next((moment for moment in _moments(entry) if overlaps_gap(moment, zone)), None)


def _moments(entry: Entry) -> Iterator[Moment]:
    if isinstance(entry, Single):
        yield entry.moment
        return
    yield from entry.also
    # No clock of the world goes forward between four in the morning and eleven in the evening.
    if entry.hours and (entry.hours.start.hour < 4 or entry.hours.start.hour == 23):
        for day in planned_days(entry, entry.rule.start, entry.rule.start + _YEARS_AHEAD):
            yield moment_on(day, entry.hours)
