"""The time zone that somebody else's calendar names: as IANA does, as Windows does, or by its hours from UTC.

The names of Windows are those of Unicode CLDR's ``windowsZones``, as the icalendar library has them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

if TYPE_CHECKING:
    from streekagenda.formats.ical_reading import Component

LONGEST = 200
"""Characters of a name that are looked at."""
CENTRAL_EUROPE = ("+0100", "+0200")
"""Of winter and of summer: who writes down a zone of his own with these means this one."""

_OFFSET = re.compile(r"([+-])([0-9]{2})(00)(?:00)?")


@lru_cache(maxsize=256)
def named_zone(name: str) -> ZoneInfo | None:
    """Return the zone that a TZID names: ``Europe/Amsterdam``, also behind a prefix, or ``W. Europe Standard Time``."""
    plain = name.strip().strip('"')[:LONGEST]
    if plain.upper() in {"UTC", "GMT", "Z", "ETC/UTC"}:
        return ZoneInfo("UTC")
    if plain in WINDOWS_TO_OLSON:
        return ZoneInfo(WINDOWS_TO_OLSON[plain])
    parts = plain.strip("/").split("/")
    return next((zone for start in range(len(parts)) if (zone := _iana("/".join(parts[start:])))), None)


def described_zone(component: Component) -> ZoneInfo | None:
    """Return the zone that a VTIMEZONE stands for: by X-LIC-LOCATION, or by the hours that it has in winter and summer."""
    for name in ("X-LIC-LOCATION", "TZID"):
        said = component.first(name)
        if said and (zone := named_zone(said.value)):
            return zone
    winter = {one.value.strip() for part in component.below("STANDARD") for one in part.all("TZOFFSETTO")}
    summer = {one.value.strip() for part in component.below("DAYLIGHT") for one in part.all("TZOFFSETTO")}
    if (winter, summer) == tuple({one} for one in CENTRAL_EUROPE):
        return ZoneInfo("Europe/Berlin")
    only = _OFFSET.fullmatch(next(iter(winter))) if len(winter) == 1 and not summer - winter else None
    if only is None:
        return None
    hours = int(only[2])
    # Etc/GMT-1 is one hour *ahead* of Greenwich (POSIX), so the sign turns around.
    return _iana(f"Etc/GMT{'-' if only[1] == '+' else '+'}{hours}") if hours else ZoneInfo("UTC")


def _iana(name: str) -> ZoneInfo | None:
    """A zone of the tz database; a name cannot lead to a file outside it (zoneinfo refuses that with ValueError)."""
    if "/" not in name:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError; a folder is an OSError
        return None
