"""The days on which a series takes place: those of its rule, without those that its exclusions take away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from streekagenda.model.schedule import ONE_DAY, Series
from streekagenda.recurrence.days import LAST_DAY, numbers
from streekagenda.recurrence.holiday_sets import numbers_excluded_in

if TYPE_CHECKING:
    from collections.abc import Iterator


def planned_days(series: Series, first: date, last: date) -> Iterator[date]:
    """Return the days from ``first`` to ``last`` inclusive on which a series is planned, in order.

    They are what its changes name with ``on``; the extra moments of ``also`` are not among them. A day that has a change
    of its own is planned, also when it falls in a holiday: what is said of one day goes before what is said of many.
    """
    return map(date.fromordinal, planned_numbers(series, first, last))


def planned_numbers(series: Series, first: date, last: date) -> Iterator[int]:
    """Return the numbers of these days (:meth:`datetime.date.toordinal`)."""
    found = numbers(series.rule, first, last)
    return _without_excluded(series, found) if series.exclusions else found


def _without_excluded(series: Series, found: Iterator[int]) -> Iterator[int]:
    changed = {change.on.toordinal() for change in series.changes}
    end_of_year, excluded = 0, frozenset[int]()
    for number in found:
        if number > end_of_year:
            year = date.fromordinal(number).year
            end_of_year, excluded = date(year, 12, 31).toordinal(), numbers_excluded_in(series.exclusions, year)
        if number not in excluded or number in changed:
            yield number


def first_day(series: Series) -> date | None:
    """Return the first planned day of a series, or ``None`` where its exclusions leave nothing."""
    return next(planned_days(series, series.rule.start, LAST_DAY), None)


def last_day(series: Series) -> date | None:
    """Return the last planned day of a series, or ``None`` where it has no end, or nothing is left of it."""
    if series.rule.until is None and series.rule.count is None:
        return None
    return _before(series, LAST_DAY)


def nearest_planned(series: Series, day: date) -> tuple[date | None, date | None]:
    """Return the last planned day before a day and the first one after it: what somebody may have meant by it."""
    before = _before(series, day - ONE_DAY)
    return before, next(planned_days(series, day + ONE_DAY, LAST_DAY), None)


def _before(series: Series, last: date) -> date | None:
    """The last planned day up to ``last``, sought from there backwards, a year at a time."""
    start, end = series.rule.start, min(last, series.rule.until or last)
    for year in range(end.year, start.year - 1, -1):
        found = list(planned_days(series, max(start, date(year, 1, 1)), min(end, date(year, 12, 31))))
        if found:
            return found[-1]
    return None
