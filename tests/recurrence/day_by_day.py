"""A second judge of rules, beside dateutil: every day asked whether it fits, as the table of RFC 5545 3.3.10 says."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date, timedelta
from itertools import groupby, islice
from typing import TYPE_CHECKING

from streekagenda.model.schedule import Frequency, NthWeekday, Rule, WeekParity

if TYPE_CHECKING:
    from collections.abc import Iterator


def by_definition(rule: Rule, first: date, last: date) -> Iterator[date]:
    """The days of a rule in a window, slowly."""
    from_year_before = date(rule.start.year - 1, 1, 1)
    every = (from_year_before + timedelta(days=n) for n in range((last - from_year_before).days + 400))
    given: list[date] = []
    for period, in_period in groupby(every, lambda day: _period(rule.frequency, day)):
        fitting = [day for day in in_period if _fits(rule, day)]
        if (period - _period(rule.frequency, rule.start)) % rule.interval == 0:
            given.extend(day for place, day in enumerate(fitting) if _in_position(rule, place, len(fitting)))
    possible = (day for day in given if rule.start <= day <= min(last, rule.until or last))
    return (day for day in islice(possible, rule.count) if day >= first)


def _period(frequency: Frequency, day: date) -> int:
    match frequency:
        case Frequency.DAILY:
            return day.toordinal()
        case Frequency.WEEKLY:
            return (day.toordinal() - 1) // 7
        case Frequency.MONTHLY:
            return day.year * 12 + day.month
        case Frequency.YEARLY:
            return day.year


def _in_position(rule: Rule, place: int, size: int) -> bool:
    return not rule.positions or place + 1 in rule.positions or place - size in rule.positions


def _fits(rule: Rule, day: date) -> bool:
    said = rule.weekdays or rule.month_days
    months, month_days, weekdays = rule.months, rule.month_days, rule.weekdays
    if not said and rule.frequency is Frequency.WEEKLY:
        weekdays = (NthWeekday(weekday=rule.start.weekday()),)  # type: ignore[arg-type]
    if not said and rule.frequency in {Frequency.MONTHLY, Frequency.YEARLY}:
        month_days = (rule.start.day,)
    if not said and not months and rule.frequency is Frequency.YEARLY:
        months = (rule.start.month,)
    parity = WeekParity.ODD if day.isocalendar().week % 2 else WeekParity.EVEN
    return (
        (not months or day.month in months)
        and (not month_days or day.day in month_days or day.day - monthrange(day.year, day.month)[1] - 1 in month_days)
        and (not weekdays or any(_is(rule, one, day) for one in weekdays))
        and rule.week_parity in {None, parity}
    )


def _is(rule: Rule, wanted: NthWeekday, day: date) -> bool:
    if rule.frequency is Frequency.YEARLY and not rule.months:
        day_of, length = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
    else:
        day_of, length = day.day, monthrange(day.year, day.month)[1]
    nth = {0, (day_of - 1) // 7 + 1, -((length - day_of) // 7 + 1)}
    return day.weekday() == wanted.weekday and wanted.nth in nth
