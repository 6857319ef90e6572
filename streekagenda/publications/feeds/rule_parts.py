"""One rule as the rules that every calendar can hold.

RFC 5545 cannot say even weeks, and Outlook can store but one n-th weekday or day of a month for a series (MS-OXCICAL
2.1.3.2.2). Such a rule becomes several series, each with a key of its own that does not depend on its position:

* even or odd weeks: every second week, over the years up to one with 53 weeks, where the pace changes;
* the first and third Tuesday: one series for each; the 15th and the 30th likewise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from streekagenda.model.schedule import Frequency, NthWeekday, Rule, Weekday
from streekagenda.publications.feeds.plain_rules import plain
from streekagenda.recurrence.days import LAST_DAY, days

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE_DAY = timedelta(days=1)
_WEEKLY = {Frequency.WEEKLY, Frequency.DAILY}


@dataclass(frozen=True, kw_only=True, slots=True)
class RulePart:
    """A part of a rule; the one with the empty key is the rule itself, or its first part."""

    key: str
    rule: Rule


def rule_parts(rule: Rule, last: date) -> tuple[RulePart, ...]:
    """Return rules that together give the days of a rule, each day once.

    A rule without an end keeps none, but for even and odd weeks, whose parts reach at least to ``last``. A part may
    give no day at all.
    """
    rule = plain(rule)
    if (
        rule.week_parity
        and rule.frequency in _WEEKLY
        and rule.interval == 1
        and not (rule.positions or rule.month_days)
    ):
        parts = _every_second_week(rule, last)
    elif rule.frequency in {Frequency.MONTHLY, Frequency.YEARLY} and not (rule.positions or rule.week_parity):
        parts = _one_a_month(rule)
    else:
        parts = []
    if len(parts) < 2:
        return tuple(replace(part, key="") for part in parts) or (RulePart(key="", rule=rule),)
    return (replace(parts[0], key=""), *parts[1:])


# ----------------------------------------------------------------------------------------------- even and odd weeks


def _every_second_week(rule: Rule, last: date) -> list[RulePart]:
    ended = _ended(rule)
    on = [day.weekday for day in rule.weekdays] or (
        list(Weekday) if rule.frequency is Frequency.DAILY else [Weekday(rule.start.weekday())]
    )
    weekly = replace(
        ended, frequency=Frequency.WEEKLY, weekdays=tuple(NthWeekday(weekday=day) for day in sorted(set(on)))
    )
    found: list[RulePart] = []
    for first_year, begin, end in _stretches(ended.start, min(ended.until or last, LAST_DAY)):
        until = end if ended.until is None else min(end, ended.until)
        first = next(days(ended, begin, until), None)
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
    """Split n-th weekdays or days of the month; not those that may be the same day, such as the fourth and the last."""
    ended = _ended(rule)
    if len(rule.weekdays) > 1 and not rule.month_days and all(day.nth for day in rule.weekdays):
        if any(_may_coincide(one, two) for one in rule.weekdays for two in rule.weekdays):
            return []
        in_order = sorted(rule.weekdays, key=lambda day: (day.nth < 0, day.nth, day.weekday))
        return [RulePart(key=_name(day), rule=replace(ended, weekdays=(day,))) for day in in_order]
    if len(rule.month_days) > 1 and not rule.weekdays:
        if min(rule.month_days) < 0 < max(rule.month_days):
            return []
        return [RulePart(key=f"day{day}", rule=replace(ended, month_days=(day,))) for day in rule.month_days]
    return []


def _may_coincide(one: NthWeekday, two: NthWeekday) -> bool:
    """Whether an n-th weekday and one counted from the end are the same day in some months, of four or five weeks."""
    return one.weekday == two.weekday and one.nth > 0 > two.nth and one.nth - two.nth in {5, 6}


def _name(day: NthWeekday) -> str:
    nth = "last" if day.nth == -1 else str(day.nth)
    return f"{nth}{day.weekday.name.lower()}"


def _ended(rule: Rule) -> Rule:
    """Return the rule with its last day in the place of a number of times, which its parts could not share."""
    if rule.count is None:
        return rule
    *_, last = [rule.start, *days(rule, rule.start, LAST_DAY)]
    return replace(rule, count=None, until=last)
