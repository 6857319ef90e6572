"""Wall-clock times that do not exist: 02:30 on the night when the clock goes forward."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from streekagenda.model.schedule import Moment


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
