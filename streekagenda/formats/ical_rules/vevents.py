"""One VEVENT: its identity, its times, its series (rules 1 and 3 to 8)."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from streekagenda.formats.ical_rules.lines import Broken, broken_bytes, properties, shown, unfolded
from streekagenda.formats.outlook import fits_outlook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.formats.ical_rules.lines import Properties

_UTC = re.compile(r"\d{8}T\d{6}Z")
_LOCAL = re.compile(r"\d{8}T\d{6}")
_DAY = re.compile(r"\d{8}")
_ONCE = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "LAST-MODIFIED", "CREATED")
_AT_MOST_ONCE = ("DTEND", "RRULE", "RECURRENCE-ID", "STATUS", "DESCRIPTION", "LOCATION", "URL", "GEO", "CONTACT")
MEETING = {"ORGANIZER", "ATTENDEE", "METHOD", "REQUEST-STATUS"}
_NOT_WITHIN = {"BEGIN", "END", *MEETING}
_UNREAD = {"RDATE", "EXRULE", "DURATION"}
_HIGHEST_SEQUENCE = 2**31 - 1
"""INTEGER of RFC 5545 section 3.3.8."""


def broken_in_vevent(content: bytes, zone: str) -> Iterator[Broken]:
    """Yield what breaks a rule in one VEVENT with its line ends; ``zone`` is the TZID of its times."""
    yield from broken_bytes(content)
    lines = unfolded(content)
    if lines[:1] != ["BEGIN:VEVENT"] or lines[-1:] != ["END:VEVENT"]:
        yield Broken(rule=10, found=shown(content))
        return
    found, broken = properties(lines[1:-1])
    yield from broken
    for name in found.keys() & _NOT_WITHIN:
        yield Broken(rule=8, found=name)
    for name in found.keys() & _UNREAD:
        yield Broken(rule=6, found=name)
    for name in _ONCE:
        if len(found.get(name, ())) != 1:
            yield Broken(rule=_RULE_OF.get(name, 10), found=f"{name}: {len(found.get(name, ()))}")
            return
    for name in _AT_MOST_ONCE:
        if len(found.get(name, ())) > 1:
            yield Broken(rule=10, found=name)
    yield from _identity(found)
    yield from _times(found, zone)


_RULE_OF = {"UID": 1, "DTSTAMP": 3, "SEQUENCE": 3, "LAST-MODIFIED": 3, "CREATED": 3, "DTSTART": 4}


def _identity(found: Properties) -> Iterator[Broken]:
    uid = found["UID"][0][1]
    if not uid.strip():
        yield Broken(rule=1, found=f"UID:{uid}")
    stamp, created, modified = (found[name][0][1] for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"))
    if stamp != modified or not _UTC.fullmatch(stamp) or not _UTC.fullmatch(created) or created > modified:
        yield Broken(rule=3, found=f"CREATED:{created} LAST-MODIFIED:{modified} DTSTAMP:{stamp}")
    sequence = found["SEQUENCE"][0][1]
    if not sequence.isdecimal() or int(sequence) > _HIGHEST_SEQUENCE:
        yield Broken(rule=3, found=f"SEQUENCE:{sequence}")
    for _, status in found.get("STATUS", ()):
        if status not in {"CONFIRMED", "TENTATIVE"}:
            yield Broken(rule=7, found=f"STATUS:{status}")


def _times(found: Properties, zone: str) -> Iterator[Broken]:
    parameters, start = found["DTSTART"][0]
    whole_days = parameters == ";VALUE=DATE"
    form = _DAY if whole_days else _LOCAL
    if not whole_days and parameters != f";TZID={zone}":
        yield Broken(rule=4, found=f"DTSTART{parameters}:{start}")
    for name in ("DTSTART", "DTEND", "EXDATE", "RECURRENCE-ID"):
        for given, value in found.get(name, ()):
            values = value.split(",") if name == "EXDATE" else [value]
            if given != parameters or not all(form.fullmatch(one) for one in values):
                yield Broken(rule=5 if whole_days else 6, found=shown(f"{name}{given}:{value}"))
    for _, end in found.get("DTEND", ()):
        if end <= start:
            yield Broken(rule=5, found=f"DTSTART:{start} DTEND:{end}")
    yield from _exceptions(found, start)
    for given, rule in found.get("RRULE", ()):
        if given or not _good_rule(rule, start, whole_days=whole_days):
            yield Broken(rule=6, found=f"DTSTART:{start} RRULE{given}:{rule}")


def _exceptions(found: Properties, start: str) -> Iterator[Broken]:
    excluded = [one for _, value in found.get("EXDATE", ()) for one in value.split(",")]
    if excluded and (
        "RRULE" not in found
        or excluded != sorted(set(excluded))
        or excluded[0] <= start
        or any(one[8:] != start[8:] for one in excluded)
    ):
        yield Broken(rule=6, found=shown(f"EXDATE:{','.join(excluded)}"))
    if "RECURRENCE-ID" in found and "RRULE" in found:
        yield Broken(rule=6, found="RECURRENCE-ID, RRULE")


_PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"}
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@lru_cache(maxsize=10_000)
def _good_rule(rule: str, start: str, *, whole_days: bool) -> bool:
    """Whether a rule is written so that every client reads the same days, of which DTSTART is the first (rule 6)."""
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    until = parts.get("UNTIL")
    return (
        rule.startswith("FREQ=")
        and parts.keys() <= _PARTS
        and not ("COUNT" in parts and until)
        and (until is None or bool((_DAY if whole_days else _UTC).fullmatch(until)))
        and (until is None or until[:8] >= start[:8])
        and all(_sorted_numbers(parts[name]) for name in ("BYMONTH", "BYMONTHDAY", "BYSETPOS") if name in parts)
        and fits_outlook(rule)
        and _begins_with(parts, start)
    )


def _sorted_numbers(value: str) -> bool:
    numbers = [int(one) for one in value.split(",")]
    return numbers == sorted(set(numbers))


def _begins_with(parts: dict[str, str], start: str) -> bool:
    """Whether a rule that fits Outlook may give its DTSTART, as far as weekday, day and month tell."""
    day = date(int(start[:4]), int(start[4:6]), int(start[6:8]))
    if "BYDAY" in parts:
        right_day = _WEEK[day.weekday()] in {one[-2:] for one in parts["BYDAY"].split(",")}
    elif "BYMONTHDAY" in parts:
        right_day = parts["BYMONTHDAY"] in {str(day.day), "-1"}
    else:
        # Outlook would take the last day of months that do not have it
        right_day = (
            day.day <= 28 or parts["FREQ"] in {"DAILY", "WEEKLY"} or (parts["FREQ"] == "YEARLY" and day.month != 2)
        )
    return right_day and int(parts.get("BYMONTH", day.month)) == day.month
