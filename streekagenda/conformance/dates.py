"""A date as somebody sees it in their calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class Date(NamedTuple):
    """One date of an activity, in wall-clock time without a zone."""

    begin: datetime
    end: datetime
    """The first instant after it: midnight for whole days, and ``begin`` where no end is known."""
    title: str


def wall_clock(moment: date, zone: ZoneInfo) -> datetime:
    """Return what the clocks of a zone show at a moment; midnight for a whole day.

    A time that the clocks skip comes back as the one that is meant (RFC 5545 section 3.3.5): an hour later.
    """
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None, fold=0)
