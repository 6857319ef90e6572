"""Numbers that a spreadsheet shows as dates and times, and by which formats it does (ECMA-376 part 1, 18.8.30 and 18.17.4)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from msgspec import Struct

_EPOCH = datetime(1899, 12, 30)
_FROM_1904 = 1462
"""Days between the two systems of counting."""
_FIRST = 61
"""1 March 1900: before it Excel counts a leap day that was none."""
_BEYOND = 2_958_466
"""1 January 10000."""
_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_TIMES = frozenset({18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 47, 55, 56})
_LITERAL = re.compile(r'"[^"]*"?|\\.|[_*].|\[(?!h|m|s)[^\]]*\]?', re.IGNORECASE | re.DOTALL)
"""What a format writes as it stands, and conditions, colours and languages."""


class Format(Struct, frozen=True, kw_only=True):
    """What a cell shows of its number."""

    day: bool = False
    time: bool = False
    elapsed: bool = False
    """Hours that go on after 24."""


NUMBER = Format()


def number_format(number: int, code: str | None) -> Format:
    """Return what a format shows, by its number and, where the file has it, its code."""
    if code is None:
        return Format(day=number in _DATES, time=number in _TIMES, elapsed=number == 46)
    plain = _LITERAL.sub("", code.split(";")[0]).lower()
    time = "h" in plain or "s" in plain
    day = "d" in plain or "y" in plain or ("m" in plain and not time)
    return Format(day=day, time=time, elapsed="[" in plain)


def shown(number: float, form: Format, *, from_1904: bool = False) -> str | None:
    """Return a date as ``2026-10-01``, a time as ``19:30``, both with a blank between; ``None`` where it is neither."""
    if not 0 <= number < _BEYOND or form.elapsed:
        return None
    serial = number + _FROM_1904 if from_1904 and (form.day or number >= 1) else number
    if form.day and not _FIRST <= serial < _BEYOND:
        return None
    moment = _EPOCH + timedelta(seconds=round(serial * 86_400))
    clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    parts = [f"{moment:%Y-%m-%d}"] if form.day else []
    return " ".join([*parts, clock] if form.time else parts) or None
