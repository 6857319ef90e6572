"""Who judges: readers of calendars that know nothing of each other, each a module with a ``JUDGE``.

Two of them come with the program (icalendar reads, dateutil reckons, and what Outlook can store is reckoned with them). The others are there where somebody installed them,
such as the tests do (``make setup``); importing one that is not there raises ImportError.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streekagenda.conformance.judges.judge import Judge

MODULES: Mapping[str, str] = {
    "icalendar": "icalendar_dateutil",
    "MS-OXOCAL": "outlook",
    "recurring-ical-events": "recurring_ical_events",
    "ical": "home_assistant",
    "ical.js": "ical_js",
    "libical": "libical",
}
"""By the names that they have in the world."""


@cache
def judges() -> tuple[tuple[Judge, ...], tuple[str, ...]]:
    """Return the judges that are here, and the names of those that are not installed."""
    found: list[Judge] = []
    lacking: list[str] = []
    for name, module in MODULES.items():
        try:
            found.append(import_module(f"{__name__}.{module}").JUDGE)
        except ImportError:
            lacking.append(name)
    return tuple(found), tuple(lacking)
