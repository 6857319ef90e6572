"""A day whose weekday and date disagree, written anew with the one or with the other put right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.questions import Edit
from streekagenda.recurrence.phrases.years import full

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.model.schedule import Weekday
    from streekagenda.recurrence.phrases.lexicon import Names
    from streekagenda.recurrence.phrases.parts import DayWritten


def by_date(day: DayWritten, found: date, names: Names) -> Edit:
    """The date is right: write its weekday."""
    weekday = names.weekdays[found.weekday()] + (names.parts[day.part] if day.part else "")
    if day.again is not None:
        return Edit(start=day.again.start, end=day.again.end, text=weekday)
    if day.said_behind:
        return Edit(start=day.start, end=day.end, text=f"{weekday} {like(day, found, names)}")
    if day.weekday_end > day.start:
        return Edit(start=day.start, end=day.weekday_end, text=weekday)
    return Edit(start=day.day_at, end=day.day_at, text=f"{weekday} ")


def by_weekday(day: DayWritten, said: Weekday, found: date, names: Names) -> Edit:
    """The weekday is right: write the nearest such date."""
    nearest = found + timedelta(days=(said - found.weekday() + 3) % 7 - 3)
    text = like(day, nearest, names)
    return Edit(start=day.day_at, end=day.end, text=f"{names.weekdays[said]} {text}" if day.said_behind else text)


def like(day: DayWritten, meant: date, names: Names) -> str:
    """Write a date in figures where the author did."""
    return f"{meant.day}-{meant.month}-{meant.year}" if day.in_figures else full(meant, names)
