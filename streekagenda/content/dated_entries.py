"""``on``: dates, with their hours under ``time`` or written behind them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.content.when_values import example, said
from streekagenda.model.schedule import Moment, Single, moment_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.content.declarations.when import WrittenEntry
    from streekagenda.content.when_values import WhenValues
    from streekagenda.content.yaml_text import Path
    from streekagenda.model.details import Details
    from streekagenda.model.schedule import Entry
    from streekagenda.recurrence.phrases import Timing

LONGEST_RANGE = 366
"""Days that ``on: a..b`` may cover."""


def dated(written: WrittenEntry, details: Details, values: WhenValues, path: Path) -> list[Entry]:
    """Return the dates of an entry that stands at ``path``; a date without hours takes those under ``time``."""
    beside = values.timing(written.time, (*path, "time"))
    if written.time is not None and beside is None:
        return []
    moments: list[Moment] = []
    without_time: list[str] = []
    for index, text in enumerate(written.on or ()):
        here = (*path, "on", index)
        if values.findings.phrases.names_hours(text):
            moments += _with_hours(text, beside, values, path, here)
        elif days := list(_days(text, values, here)):
            moments += [moment_on(day, beside.hours) for day in days] if beside else []
            without_time += [] if beside else [text]
    if without_time:
        dates = ", ".join(without_time)
        values.findings.add("when-no-time", path, text=dates, example=example(dates))
    if written.doors is not None:
        doors = (*path, "doors")
        moments = [replace(one, hours=values.with_doors(one.hours, written.doors, doors)) for one in moments]
    return [Single(key="", moment=moment, details=details) for moment in moments]


def _with_hours(text: str, beside: Timing | None, values: WhenValues, path: Path, here: Path) -> list[Moment]:
    """``6 oktober 2026 14.00-16.00``; other hours under ``time`` contradict it."""
    reading = values.reading(text, here)
    if reading is None:
        return []
    if reading.rules:
        values.findings.add("when-not-a-date", here, text=text)
        return []
    if beside and any(not one.timing.lacks_time and one.timing.hours != beside.hours for one in reading.moments):
        values.findings.add("when-time-twice", (*path, "time"), phrase=text, time=said(beside))
        return []
    return values.timed(reading, here, beside)


def _days(text: str, values: WhenValues, here: Path) -> Iterator[date]:
    for found in values.days(text, here):
        length = (found.last - found.first).days + 1
        if length > LONGEST_RANGE:
            values.findings.add("when-range-too-long", here, days=length, limit=LONGEST_RANGE)
        else:
            yield from (found.first + timedelta(days=number) for number in range(length))
