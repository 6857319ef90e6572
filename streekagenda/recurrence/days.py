"""The days that a rule gives (RFC 5545 section 3.3.10), with the parity of ISO 8601 weeks beside it.

Days are reckoned as *day numbers* (:meth:`datetime.date.toordinal`), which makes a rule a matter of adding and
comparing whole numbers. A rule is walked period by period (day, week, month or year) from the first one that can
matter, so that a window far from the start costs no more than one near it; only a rule with a ``count`` has to be
counted from its start.
"""

from __future__ import annotations

from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING

from streekagenda.model.schedule import Frequency, NthWeekday, Rule, WeekParity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

CANDIDATES = 100_000
"""So many days are looked at and no more, whatever the rule says: the daily days of 273 years."""

LAST_DAY = date(2100, 12, 31)
"""The last day that content may name; a rule gives nothing after it."""


def days(rule: Rule, first: date, last: date) -> Iterator[date]:
    """Return the days that a rule gives from ``first`` to ``last`` inclusive, in order.

    The start of the rule is its first *possible* day: it is given only where it fits the rule. What the rule leaves
    unsaid follows from the start: its weekday for a weekly rule, its day of the month for a monthly one, its day and
    month for a yearly one; months without that day are passed over. Weeks begin on Monday (WKST=MO).
    """
    return map(date.fromordinal, numbers(rule, first, last))


def numbers(rule: Rule, first: date, last: date) -> Iterator[int]:
    """Return the numbers of these days: who asks for many makes no date twice."""
    last = min(last, rule.until or last, LAST_DAY)
    begin = rule.start if rule.count is not None else max(rule.start, first)
    start, begin_number, last_number = rule.start.toordinal(), begin.toordinal(), last.toordinal()
    if begin_number > last_number:
        return iter(())
    periods = _PERIODS[rule.frequency](rule, begin_number, last_number)
    candidates: Iterator[int] = islice(chain.from_iterable(_chosen(rule, periods)), CANDIDATES)
    if rule.count is not None:
        first_number = first.toordinal()
        counted = islice((number for number in candidates if start <= number <= last_number), rule.count)
        candidates = (number for number in counted if number >= first_number)
    return (number for number in candidates if begin_number <= number <= last_number)


# ------------------------------------------------------------------------- periods: each gives its days, in order
# Where no position in the period matters (BYSETPOS), days that come at equal steps are one long period.


def _single_days(rule: Rule, begin: int, last: int) -> Iterator[Sequence[int]]:
    start = rule.start.toordinal()
    numbers = range(_from_step(start, begin, rule.interval), last + 1, rule.interval)
    return ((number,) for number in numbers) if rule.positions else iter((numbers,))


def _weeks(rule: Rule, begin: int, last: int) -> Iterator[Sequence[int]]:
    start = rule.start.toordinal()
    in_week = sorted({int(day.weekday) for day in rule.weekdays}) or [_weekday(start)]
    step = 7 * rule.interval
    monday = start - _weekday(start)
    weeks = range(_from_step(monday, begin - 6, step), last + 1, step)
    if len(in_week) == 1 and not rule.positions:
        return iter((range(weeks.start + in_week[0], weeks.stop + in_week[0], step),))
    return ([week + weekday for weekday in in_week] for week in weeks)


def _months(rule: Rule, begin: int, last: int) -> Iterator[Sequence[int]]:
    start = _month_number(rule.start)
    from_month = _from_step(start, _month_number(date.fromordinal(begin)), rule.interval)
    for number in range(from_month, _month_number(date.fromordinal(last)) + 1, rule.interval):
        year, month = number // 12, number % 12 + 1
        if not rule.months or month in rule.months:
            yield sorted(_in_month(rule, year, month))


def _years(rule: Rule, begin: int, last: int) -> Iterator[Sequence[int]]:
    from_year = _from_step(rule.start.year, date.fromordinal(begin).year, rule.interval)
    for year in range(from_year, date.fromordinal(last).year + 1, rule.interval):
        yield sorted(_in_year(rule, year))


_PERIODS: dict[Frequency, Callable[[Rule, int, int], Iterator[Sequence[int]]]] = {
    Frequency.DAILY: _single_days,
    Frequency.WEEKLY: _weeks,
    Frequency.MONTHLY: _months,
    Frequency.YEARLY: _years,
}


def _in_year(rule: Rule, year: int) -> set[int]:
    by_month = rule.months or (range(1, 13) if rule.month_days else (rule.start.month,))
    if not rule.weekdays or rule.months:
        return {number for month in by_month for number in _in_month(rule, year, month)}
    # Without BYMONTH the n-th weekday is that of the year.
    weekdays = _nth_weekdays(rule.weekdays, _first_of(year, 1), _last_of(year, 12))
    if rule.month_days:
        weekdays &= {number for month in by_month for number in _month_days(rule.month_days, year, month)}
    return weekdays


def _in_month(rule: Rule, year: int, month: int) -> set[int]:
    if not rule.weekdays:
        return _month_days(rule.month_days or (rule.start.day,), year, month)
    weekdays = _nth_weekdays(rule.weekdays, _first_of(year, month), _last_of(year, month))
    return weekdays & _month_days(rule.month_days, year, month) if rule.month_days else weekdays


def _month_days(wanted: Iterable[int], year: int, month: int) -> set[int]:
    month_begin, month_end = _first_of(year, month), _last_of(year, month)
    numbers = (month_begin + day - 1 if day > 0 else month_end + day + 1 for day in wanted)
    return {number for number in numbers if month_begin <= number <= month_end}


def _nth_weekdays(wanted: Iterable[NthWeekday], first: int, last: int) -> set[int]:
    """The weekdays of BYDAY in a stretch of days, counted from its first or from its last day."""
    found: set[int] = set()
    for one in wanted:
        every = range(first + (one.weekday - first - 6) % 7, last + 1, 7)
        if one.nth == 0:
            found.update(every)
        elif abs(one.nth) <= len(every):
            found.add(every[one.nth - 1 if one.nth > 0 else one.nth])
    return found


# -------------------------------------------------------------------------------- what takes days out of a period


def _chosen(rule: Rule, periods: Iterator[Sequence[int]]) -> Iterator[Sequence[int]]:
    limits = _limits(rule)
    if limits:
        periods = ([number for number in period if all(fits(number) for fits in limits)] for period in periods)
    if rule.positions:
        periods = (_at_positions(period, rule.positions) for period in periods)
    return periods


def _limits(rule: Rule) -> list[Callable[[int], bool]]:
    """The BY-parts that take days away, rather than give them, at the rule's frequency (the table of RFC 5545)."""
    limits: list[Callable[[int], bool]] = []
    if rule.frequency in {Frequency.DAILY, Frequency.WEEKLY} and rule.months:
        limits.append(lambda number: date.fromordinal(number).month in rule.months)
    if rule.frequency is Frequency.DAILY and rule.month_days:
        limits.append(lambda number: number in _month_days(rule.month_days, *_year_and_month(number)))
    if rule.frequency is Frequency.DAILY and rule.weekdays:
        weekdays = {int(day.weekday) for day in rule.weekdays}
        limits.append(lambda number: _weekday(number) in weekdays)
    if rule.week_parity is not None:
        odd = rule.week_parity is WeekParity.ODD
        limits.append(lambda number: date.fromordinal(number).isocalendar().week % 2 == odd)
    return limits


def _at_positions(period: Sequence[int], positions: Iterable[int]) -> list[int]:
    """BYSETPOS: counted over the whole period, also over its days before the start of the rule."""
    wanted = {position - 1 if position > 0 else len(period) + position for position in positions}
    return [number for place, number in enumerate(period) if place in wanted]


# --------------------------------------------------------------------------------------------------- day numbers


def _from_step(start: int, begin: int, step: int) -> int:
    """The first of ``start``, ``start + step``, … that is not before ``begin``."""
    return start + max(0, -((start - begin) // step)) * step


def _weekday(number: int) -> int:
    return (number + 6) % 7  # day 1, 1 January of year 1, is a Monday


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _year_and_month(number: int) -> tuple[int, int]:
    day = date.fromordinal(number)
    return day.year, day.month


def _first_of(year: int, month: int) -> int:
    return date(year, month, 1).toordinal()


def _last_of(year: int, month: int) -> int:
    if month == 12:
        return date(year, 12, 31).toordinal()
    return date(year, month + 1, 1).toordinal() - 1
