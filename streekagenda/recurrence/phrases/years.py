"""The year of days: said once for several, or missing, and then asked with the probable one.

A year stands once for several days, behind the last: ``10 mei en 14 juni 2025``. It is given to the days before it only
as long as they come in order, so that it never makes a date that the author did not write.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.feasts import feast_in
from streekagenda.recurrence.phrases.parts import Days, DayWritten, SpanWritten
from streekagenda.recurrence.phrases.questions import Edit, Question, question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streekagenda.recurrence.phrases.lexicon import Names

FIRST_YEAR, LAST_YEAR = 2000, 2100
_YEARS_AHEAD = 12
"""A weekday falls on the same date again within so many years; 29 February may need up to forty."""


def each_day(items: Iterable[DayWritten | SpanWritten]) -> Iterator[DayWritten]:
    """Yield every day that is written, both ends of a run."""
    for item in items:
        if isinstance(item, SpanWritten):
            yield item.first
            yield item.last
        else:
            yield item


def full(day: date, names: Names) -> str:
    """Write a date with its month in words and its year."""
    return names.date.format(day=day.day, month=names.months[day.month - 1], year=day.year)


def date_of(day: DayWritten) -> date | None:
    """Return the date of a day with a year; ``None`` where there is no such date."""
    year = day.year
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if day.month is None:
        return feast_in(day.feast, year)[0] if day.feast else None
    if not 1 <= day.month <= 12 or not 1 <= day.day <= monthrange(year, day.month)[1]:
        return None
    return date(year, day.month, day.day)


def with_years(items: Sequence[DayWritten | SpanWritten]) -> tuple[DayWritten | SpanWritten, ...]:
    """Give days without a year that of the next day, as long as they come in order."""
    following: DayWritten | None = None
    filled: list[DayWritten | SpanWritten] = []
    for item in reversed(items):
        if isinstance(item, SpanWritten):
            last = _with_year(item.last, following)
            first = _with_year(item.first, last)
            if first.year is None and last.year is not None and not item.first.month_follows:
                first = replace(first, year=last.year - 1)  # «22 december t/m 2 januari 2027» crosses New Year
            filled.append(replace(item, first=first, last=last))
            following = first
        else:
            following = _with_year(item, following)
            filled.append(following)
    return tuple(reversed(filled))


def _with_year(day: DayWritten, following: DayWritten | None) -> DayWritten:
    if day.year is not None or following is None or following.year is None:
        return day
    in_order = _in_year(day, following.year) <= _in_year(following, following.year)
    same_month = day.month_follows and day.month == following.month  # «van 8 t/m 1 augustus»: an order to ask about
    return replace(day, year=following.year) if in_order or same_month else day


def _in_year(day: DayWritten, year: int) -> tuple[int, int]:
    if day.month is None and day.feast is not None:
        first, _ = feast_in(day.feast, min(max(year, FIRST_YEAR), LAST_YEAR))
        return first.month, first.day
    return day.month or 0, day.day


def ask_years(
    days: Days, items: tuple[DayWritten | SpanWritten, ...], names: Names, today: date | None
) -> tuple[tuple[DayWritten | SpanWritten, ...] | None, Question]:
    """Ask for the year; with a day to reckon from, also return the days with their probable years."""
    guessed = _guessed(items, today) if today else None
    if guessed is None:
        return None, question("when-which-year", days)
    edits: list[Edit] = []
    written = {(day.start, day.end): day for day in each_day(days.items)}
    for before, after in zip(each_day(items), each_day(guessed), strict=True):
        if before.year is None and not _year_stands_behind(after, guessed):
            edits.append(_year_edit(written[before.start, before.end], after, names))
    return guessed, question("when-no-year", days, edits=tuple(edits))


def _year_edit(written: DayWritten, day: DayWritten, names: Names) -> Edit:
    found = date_of(day)
    if written.month_follows and found is not None:  # its month is that of the next day: now it must say all itself
        return Edit(start=written.day_at, end=written.end, text=full(found, names))
    year = f"-{day.year}" if written.in_figures else f" {day.year}"
    return Edit(start=written.year_at, end=written.year_at, text=year)


def _year_stands_behind(day: DayWritten, guessed: tuple[DayWritten | SpanWritten, ...]) -> bool:
    """Whether the year of a day will be understood from the day behind it."""
    days = list(each_day(guessed))
    place = days.index(day)
    if place + 1 == len(days):
        return False
    following = days[place + 1]
    return following.year == day.year and _in_year(day, day.year or 0) <= _in_year(following, day.year or 0)


def _guessed(items: tuple[DayWritten | SpanWritten, ...], today: date) -> tuple[DayWritten | SpanWritten, ...] | None:
    """Return the days in the first years from today on in which all their weekdays fit; else in the next years."""
    if not all(_exists_somewhere(day) for day in each_day(items)):
        return None
    candidates = (_from(items, date(year, 1, 1) if ahead else today) for ahead, year in _years(today))
    found = [guess for guess in candidates if guess is not None]
    fitting = (guess for guess in found if all(_fits(day) for day in each_day(guess)))
    return next(fitting, found[0] if found else None)


def _years(today: date) -> Iterator[tuple[int, int]]:
    return enumerate(range(today.year, min(today.year + _YEARS_AHEAD, LAST_YEAR) + 1))


def _from(items: tuple[DayWritten | SpanWritten, ...], begin: date) -> tuple[DayWritten | SpanWritten, ...] | None:
    """Return the days, in the order in which they stand, from ``begin`` on."""
    after = begin
    filled: list[DayWritten | SpanWritten] = []
    for item in items:
        days = []
        for day in each_day([item]):
            year = day.year or _next_year(day, after)
            found = date_of(replace(day, year=year)) if year else None
            if found is None or found.year > LAST_YEAR:
                return None
            after = found
            days.append(replace(day, year=found.year))
        filled.append(replace(item, first=days[0], last=days[1]) if isinstance(item, SpanWritten) else days[0])
    return tuple(filled)


def _next_year(day: DayWritten, after: date) -> int | None:
    for year in range(after.year, after.year + 9):
        found = date_of(replace(day, year=year))
        if found is not None and found >= after:
            return year
    return None


def _exists_somewhere(day: DayWritten) -> bool:
    return date_of(replace(day, year=day.year or 2000)) is not None


def _fits(day: DayWritten) -> bool:
    """Whether a day agrees with its weekday and with its feast."""
    found = date_of(day)
    if found is None or (day.weekday is not None and found.weekday() != day.weekday):
        return False
    return day.feast is None or day.year is None or feast_in(day.feast, day.year)[0] == found
