"""The year of days, said once for several; :mod:`missing_years` asks for one that nobody says.

A year stands once for several days, behind the last: ``10 mei en 14 juni 2025``. It is given to the days before it only
as long as they come in order, so that it never makes a date that the author did not write.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.feasts import feast_in
from streekagenda.recurrence.phrases.parts import Days, DayWritten, SpanWritten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streekagenda.recurrence.phrases.lexicon import Names

FIRST_YEAR, LAST_YEAR = 2000, 2100


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


def with_weekday(day: date, names: Names) -> str:
    """Write a date with its weekday before it."""
    return f"{names.weekdays[day.weekday()]} {full(day, names)}"


def date_of(day: DayWritten, year: int | None = None) -> date | None:
    """Return the date of a day in its own year or another one; ``None`` where there is no such date."""
    year = year or day.year
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


def with_known_years(days: Days, first: date | None, last: date | None) -> Days:
    """Give days without a year the year in which they fall from ``first`` to ``last``, where that is less than a year.

    Within so short a time there is one such day, or none; where there is none, the year is asked as of any day.
    """
    if first is None or last is None or not first <= last or _a_year_after(first) <= last:
        return days

    def known(day: DayWritten) -> DayWritten:
        years = [] if day.year is not None else {first.year, last.year}
        found = (date_of(day, year) for year in years)
        return next((replace(day, year=one.year) for one in found if one and first <= one <= last), day)

    items = with_years(days.items)
    filled = (
        replace(item, first=known(item.first), last=known(item.last)) if isinstance(item, SpanWritten) else known(item)
        for item in items
    )
    return replace(days, items=tuple(filled))


def _a_year_after(day: date) -> date:
    return date(day.year + 1, 3, 1) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def _with_year(day: DayWritten, following: DayWritten | None) -> DayWritten:
    if day.year is not None or following is None or following.year is None:
        return day
    in_order = in_year(day, following.year) <= in_year(following, following.year)
    same_month = day.month_follows and day.month == following.month  # «van 8 t/m 1 augustus»: an order to ask about
    return replace(day, year=following.year) if in_order or same_month else day


def in_year(day: DayWritten, year: int) -> tuple[int, int]:
    """Return the month and day of a day, to compare within a year."""
    if day.month is None and day.feast is not None:
        first, _ = feast_in(day.feast, min(max(year, FIRST_YEAR), LAST_YEAR))
        return first.month, first.day
    return day.month or 0, day.day
