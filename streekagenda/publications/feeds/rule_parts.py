"""One rule as the rules that every calendar can hold.

RFC 5545 cannot say even weeks, and Outlook can store but one n-th weekday or day of a month for a series, and no list of
months (MS-OXCICAL 2.1.3.2.2). Such a rule becomes several series, each with a key of its own that does not depend on its
position:

* even or odd weeks: every second week, over the years up to one with 53 weeks, where the pace changes;
* the first and third Tuesday: one series for each; the 15th and the 30th likewise;
* each week of a few months: one series for each season; the first Tuesday of March and September: two yearly ones.

Where most months count ("not in July and August") one series is enough: the days that it gives too many are left out by
name (EXDATE). So are those that two series would both give, such as a fourth Friday that is the last one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.schedule import Frequency, NthWeekday, Rule, Weekday
from streekagenda.publications.feeds.plain_rules import ended, plain
from streekagenda.recurrence.days import LAST_DAY, days

if TYPE_CHECKING:
    from collections.abc import Iterator

FEW_MONTHS = 6
"""So many months or fewer are seasons of their own in a weekly rule; of more, the others are left out."""
FEW_YEARLY = 4
"""So many months or fewer give a yearly series each in a monthly rule."""

_ONE_DAY = timedelta(days=1)
_WEEKLY = {Frequency.WEEKLY, Frequency.DAILY}


class RulePart(Struct, frozen=True, kw_only=True):
    """A part of a rule; the one with the empty key is the rule itself, or its first part."""

    key: str
    rule: Rule


def rule_parts(rule: Rule, last: date) -> tuple[RulePart, ...]:
    """Return rules that together give at least the days of a rule; a day belongs to the first part that gives it.

    A rule without an end keeps none, but for even and odd weeks and for seasons, whose parts reach at least to ``last``.
    A part may give no day at all.
    """
    rule = plain(rule)
    if rule.week_parity:
        by_days = _every_second_week(rule, last)
    elif rule.frequency in {Frequency.MONTHLY, Frequency.YEARLY} and not rule.positions:
        by_days = _one_a_month(rule)
    else:
        by_days = [RulePart(key="", rule=rule)]
    parts = [
        RulePart(key="-".join(filter(None, (one.key, part.key))), rule=part.rule)
        for one in by_days
        for part in _in_months(one.rule, last)
    ]
    if len(parts) < 2:
        return tuple(replace(part, key="") for part in parts) or (RulePart(key="", rule=rule),)
    return (replace(parts[0], key=""), *parts[1:])


# ----------------------------------------------------------------------------------------------- even and odd weeks


def _every_second_week(rule: Rule, last: date) -> list[RulePart]:
    if rule.frequency not in _WEEKLY or rule.interval != 1 or rule.positions or rule.month_days:
        return [RulePart(key="", rule=rule)]
    whole = replace(ended(rule), months=())
    on = [day.weekday for day in rule.weekdays] or (
        list(Weekday) if rule.frequency is Frequency.DAILY else [Weekday(rule.start.weekday())]
    )
    weekly = replace(
        whole, frequency=Frequency.WEEKLY, weekdays=tuple(NthWeekday(weekday=day) for day in sorted(set(on)))
    )
    found: list[RulePart] = []
    for first_year, begin, end in _stretches(whole.start, min(whole.until or last, LAST_DAY)):
        until = end if whole.until is None else min(end, whole.until)
        first = next(days(whole, begin, until), None)
        if first is not None:
            # from a week that counts, so that every second one does
            part = replace(weekly, interval=2, week_parity=None, start=first, until=until)
            found.append(RulePart(key=str(first_year), rule=part))
    return found


def _stretches(first: date, last: date) -> Iterator[tuple[int, date, date]]:
    """Yield the years between two of 53 weeks, from the one that ``first`` lies in: a year, first and last day."""
    year = first.isocalendar().year
    while not _is_long(year - 1):
        year -= 1
    begin = date.fromisocalendar(year, 1, 1)
    while begin <= last:
        end_year = year
        while not _is_long(end_year):
            end_year += 1
        end = date.fromisocalendar(end_year, 53, 7)
        yield year, begin, end
        year, begin = end_year + 1, end + _ONE_DAY


def _is_long(year: int) -> bool:
    """Whether an ISO 8601 year has 53 weeks: 28 December always lies in its last week."""
    return date(year, 12, 28).isocalendar().week == 53


# ------------------------------------------------------------------------------------- several days of one month


def _one_a_month(rule: Rule) -> list[RulePart]:
    if len(rule.weekdays) > 1 and not rule.month_days and all(day.nth for day in rule.weekdays):
        in_order = sorted(rule.weekdays, key=lambda day: (day.nth < 0, day.nth, day.weekday))
        return [RulePart(key=_name(day), rule=replace(ended(rule), weekdays=(day,))) for day in in_order]
    if len(rule.month_days) > 1 and not rule.weekdays:
        in_order_of_days = sorted(rule.month_days, key=lambda day: (day < 0, day))
        return [RulePart(key=f"day{day}", rule=replace(ended(rule), month_days=(day,))) for day in in_order_of_days]
    return [RulePart(key="", rule=rule)]


def _name(day: NthWeekday) -> str:
    nth = "last" if day.nth == -1 else str(day.nth)
    return f"{nth}{day.weekday.name.lower()}"


# --------------------------------------------------------------------------------------------------- some months only


def _in_months(rule: Rule, last: date) -> list[RulePart]:
    by_week = rule.frequency in _WEEKLY
    # a position is counted among the days that the months leave, but for months themselves
    if not rule.months or rule.week_parity or (rule.positions and rule.frequency is not Frequency.MONTHLY):
        return [RulePart(key="", rule=rule)]
    if by_week and len(rule.months) <= FEW_MONTHS:
        return _seasons(ended(rule), last)
    few = rule.interval == 1 and len(rule.months) <= FEW_YEARLY and not rule.positions
    if rule.frequency is Frequency.YEARLY or (few and not by_week):
        return _one_a_year(rule)
    return [RulePart(key="", rule=replace(ended(rule), months=()))]


def _one_a_year(rule: Rule) -> list[RulePart]:
    yearly = replace(rule, frequency=Frequency.YEARLY)
    if len(rule.months) == 1:
        return [RulePart(key="", rule=yearly)]
    return [RulePart(key=f"month{month}", rule=replace(ended(yearly), months=(month,))) for month in rule.months]


def _seasons(rule: Rule, last: date) -> list[RulePart]:
    """The months of each year that follow each other, as a series that ends with the last of them."""
    found: list[RulePart] = []
    last = min(rule.until or last, LAST_DAY)
    for begin, end in _stretches_of_months(rule.months, rule.start.year - 1, last.year):
        until = min(end, rule.until or end)
        first = next(days(rule, begin, until), None) if begin <= last else None
        if first is not None:
            part = replace(rule, months=(), start=first, until=until)
            found.append(RulePart(key=f"{begin:%Y-%m}", rule=part))
    return found


def _stretches_of_months(months: tuple[int, ...], first_year: int, last_year: int) -> Iterator[tuple[date, date]]:
    for year in range(first_year, last_year + 1):
        for month in months:
            if (month - 2) % 12 + 1 in months:
                continue  # it goes on from the month before
            end = month
            while end % 12 + 1 in months:
                end += 1
            yield date(year, month, 1), _end_of_month(year + (end - 1) // 12, (end - 1) % 12 + 1)


def _end_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - _ONE_DAY
