"""The year that is missing is asked, with the probable one: that of the next such date.

``anchor`` is the day from which the next is reckoned: the first day of a series, else today. A weekday that does not fit the next such date is no reason to look years ahead. Then the date is a slip, or it has just
been; the author is asked which, with each ready to copy.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.feasts import feast_in
from streekagenda.recurrence.phrases.parts import Days, DayWritten, SpanWritten
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.weekday_repairs import by_date, by_weekday
from streekagenda.recurrence.phrases.years import LAST_YEAR, date_of, each_day, full, in_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from streekagenda.recurrence.phrases.lexicon import Names

    Items = tuple[DayWritten | SpanWritten, ...]

AHEAD = timedelta(days=426)
"""Fourteen months: so far a date is looked for whose weekday fits."""
BEHIND = timedelta(days=183)
"""Half a year: so recent a date that fits its weekday may be the one that is meant."""
_LONGEST = {month: monthrange(2028, month)[1] for month in range(1, 13)}
"""Days that a month has at most, in a leap year."""
_LEAP = 8
"""Years between two leap days, at most."""


def ask_years(days: Days, items: Items, names: Names, anchor: date | None) -> tuple[Items | None, Question]:
    """Ask for the year; where it can be said with a day to reckon from, also return the days with that year."""
    for day in each_day(items):
        if day.year is None and day.month in _LONGEST and day.day > _LONGEST[day.month]:
            return None, question("when-no-such-day", day, days=_LONGEST[day.month])
    found = [one for one in _ahead(items, anchor) if all(map(_feast_fits, each_day(one)))] if anchor else []
    if anchor is None or not found:
        return None, question("when-which-year", days)
    fitting = next((guess for guess in found if _fits(guess)), None)
    if fitting is not None:
        return fitting, question("when-no-year", days, edits=_year_edits(days, items, fitting, names))
    return None, _slip(days, items, found[0], _just_been(items, anchor), names)


def _ahead(items: Items, anchor: date) -> list[Items]:
    """Return the days as they come next; and a year later, or in one year in any order, if that is not far."""
    first = _from(items, anchor)
    if first is None:
        return []
    next_year = min(anchor.year + 1, LAST_YEAR)
    others = (_from(items, date(next_year, 1, 1)), _in_one_year(items, anchor.year), _in_one_year(items, next_year))
    near = [one for one in others if one is not None and anchor <= _first(one) <= anchor + AHEAD]
    return list(dict.fromkeys((first, *near)))


def _in_one_year(items: Items, year: int) -> Items | None:
    """``2e Pinksterdag (17 mei) en Hemelvaartsdag (6 mei)``: days that need not stand in order."""
    if not all(isinstance(one, DayWritten) for one in items):
        return None
    filled = tuple(replace(one, year=one.year or year) for one in items if isinstance(one, DayWritten))
    return filled if all(map(date_of, filled)) else None


def _just_been(items: Items, anchor: date) -> Items | None:
    """Return the days as they were last, if that is not long ago and their weekdays fit."""
    last = _from(items, anchor - BEHIND)
    return last if last is not None and _first(last) < anchor and _fits(last) else None


def _slip(days: Days, items: Items, coming: Items, been: Items | None, names: Names) -> Question:
    """Ask what is right: the date or its weekday, in the coming year, or the date that has just been."""
    years = _year_edits(days, items, coming, names)
    written = _as_written(days)
    wrong = [
        (written[day.start, day.end], day, found)
        for day in each_day(coming)
        if (found := date_of(day)) is not None and not _weekday_fits(day)
    ]
    dates = [by_date(original, found, names) for original, _, found in wrong]
    weekdays = [
        by_weekday(original, day.weekday, found, names) for original, day, found in wrong if day.weekday is not None
    ]
    choices = {"first": (*years, *dates), "second": (*_but(years, weekdays), *weekdays)}
    _, wrong_day, found = wrong[0]
    told, weekday = full(found, names), names.weekdays[found.weekday()]
    if been is None:
        return question("when-no-year-weekday", days, choices=choices, date=told, weekday=weekday)
    last = next(date_of(day) for day in each_day(been) if (day.start, day.end) == (wrong_day.start, wrong_day.end))
    choices["past"] = _year_edits(days, items, been, names)
    been_day = full(last or found, names)
    return question("when-no-year-past", days, choices=choices, been=been_day, date=told, weekday=weekday)


def _but(edits: Iterable[Edit], others: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits that do not fall in the place of another one."""
    return tuple(one for one in edits if not any(other.start <= one.start and one.end <= other.end for other in others))


# ---------------------------------------------------------------------------------------------------- where a year goes


def _as_written(days: Days) -> dict[tuple[int, int], DayWritten]:
    return {(day.start, day.end): day for day in each_day(days.items)}


def _year_edits(days: Days, items: Items, guessed: Items, names: Names) -> tuple[Edit, ...]:
    written = _as_written(days)
    return tuple(
        _year_edit(written[before.start, before.end], after, names)
        for before, after in zip(each_day(items), each_day(guessed), strict=True)
        if before.year is None and not _year_stands_behind(after, guessed)
    )


def _year_edit(written: DayWritten, day: DayWritten, names: Names) -> Edit:
    found = date_of(day)
    if written.month_follows and found is not None:  # its month is that of the next day: now it must say all itself
        return Edit(start=written.day_at, end=written.end, text=full(found, names))
    if written.in_figures:
        return Edit(start=written.day_at, end=written.year_at, text=f"{day.day}-{day.month}-{day.year}")
    return Edit(start=written.year_at, end=written.year_at, text=f" {day.year}")


def _year_stands_behind(day: DayWritten, guessed: Items) -> bool:
    """Whether the year of a day will be understood from the day behind it."""
    days = list(each_day(guessed))
    place = days.index(day)
    if place + 1 == len(days):
        return False
    following = days[place + 1]
    return following.year == day.year and in_year(day, day.year or 0) <= in_year(following, day.year or 0)


# ------------------------------------------------------------------------------------------------------- days with years


def _from(items: Items, begin: date) -> Items | None:
    """Return the days, in the order in which they stand, from ``begin`` on."""
    after = begin
    filled: list[DayWritten | SpanWritten] = []
    for item in items:
        days = []
        for day in each_day([item]):
            year = day.year or _next_year(day, after)
            found = date_of(day, year) if year else None
            if found is None or found.year > LAST_YEAR:
                return None
            after = found
            days.append(replace(day, year=found.year))
        filled.append(replace(item, first=days[0], last=days[1]) if isinstance(item, SpanWritten) else days[0])
    return tuple(filled)


def _next_year(day: DayWritten, after: date) -> int | None:
    for year in range(after.year, after.year + _LEAP + 1):
        found = date_of(day, year)
        if found is not None and found >= after:
            return year
    return None


def _first(items: Items) -> date:
    return min(found for day in each_day(items) if (found := date_of(day)) is not None)


def _fits(items: Items) -> bool:
    return all(_weekday_fits(day) and _feast_fits(day) for day in each_day(items))


def _weekday_fits(day: DayWritten) -> bool:
    found = date_of(day)
    return found is not None and (day.weekday is None or found.weekday() == day.weekday)


def _feast_fits(day: DayWritten) -> bool:
    return day.feast is None or day.year is None or feast_in(day.feast, day.year)[0] == date_of(day)
