"""Which recurrence rules Outlook and Exchange can store: the templates of MS-OXCICAL section 2.1.3.2.2.

A rule that fits none is dropped or misread there. Where the templates promise more than the pattern behind them can hold,
this goes by the pattern (MS-OXOCAL section 2.2.1.44.1): the fifth Tuesday is stored as the last one, and the 31st as the
last day of every month.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_TIMES = 999
"""COUNT has three digits at most."""

_ALWAYS = {"INTERVAL", "COUNT", "UNTIL", "WKST"}
_SETS = {"MO,TU,WE,TH,FR", "SA,SU", "MO,TU,WE,TH,FR,SA,SU"}
"""Groups of weekdays of which one is chosen by its position: workdays, the weekend, any day. One weekday is one too."""
_WEEKDAYS = re.compile(r"(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*")
_ONE_NTH = re.compile(r"(?:[1-4]|-1)(?:MO|TU|WE|TH|FR|SA|SU)")
_NTH = {"1", "2", "3", "4", "-1"}
_DAY = re.compile(r"-1|[1-9]|1[0-9]|2[0-8]")
_MONTH = re.compile(r"[1-9]|1[0-2]")
_DAYS_OF_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def fits_outlook(rrule: str) -> bool:
    """Whether the value of an RRULE, parts in any order, fits a template."""
    parts = dict(part.partition("=")[::2] for part in rrule.split(";"))
    if "COUNT" in parts and int(parts["COUNT"]) > MOST_TIMES:
        return False
    said = parts.keys() - _ALWAYS - {"FREQ"}
    match parts["FREQ"]:
        case "DAILY":
            return not said
        case "WEEKLY":
            return said <= {"BYDAY"} and ("BYDAY" not in parts or bool(_WEEKDAYS.fullmatch(parts["BYDAY"])))
        case "MONTHLY":
            return _monthly(parts, said)
        case "YEARLY":
            return _yearly(parts, said)
    return False


def _monthly(parts: Mapping[str, str], said: set[str]) -> bool:
    if said <= {"BYMONTHDAY"}:
        return "BYMONTHDAY" not in parts or bool(_DAY.fullmatch(parts["BYMONTHDAY"]))
    return _nth_weekday(parts, said)


def _yearly(parts: Mapping[str, str], said: set[str]) -> bool:
    if not said:
        return True
    if not _MONTH.fullmatch(parts.get("BYMONTH", "")):
        return False
    if said == {"BYMONTH", "BYMONTHDAY"}:
        day = parts["BYMONTHDAY"]
        return day.isdigit() and 1 <= int(day) <= _DAYS_OF_MONTHS[int(parts["BYMONTH"]) - 1]
    return said == {"BYMONTH"} or _nth_weekday(parts, said - {"BYMONTH"})


def _nth_weekday(parts: Mapping[str, str], said: set[str]) -> bool:
    on = parts.get("BYDAY", "")
    if said == {"BYDAY"}:
        return bool(_ONE_NTH.fullmatch(on))
    one_of_a_set = on in _SETS or (bool(_WEEKDAYS.fullmatch(on)) and "," not in on)
    return said == {"BYDAY", "BYSETPOS"} and parts["BYSETPOS"] in _NTH and one_of_a_set
