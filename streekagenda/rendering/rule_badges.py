"""The days of a rule on a chip: ``elke zondag``, ``om de 2 weken``, ``1e en 3e dinsdag``.

A chip holds what fits: of several ways to say a rule it is the first that does. What it says is true, though not all.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from streekagenda.model.schedule import Frequency, WeekParity
from streekagenda.rendering.declension import in_few_words, weekday_after_first
from streekagenda.rendering.rule_parts import (
    every_weekday,
    month_days,
    nths_in_words,
    one_of,
    weekday_numbers,
    weekdays_short,
)
from streekagenda.rendering.rules import days_of, season_in_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from streekagenda.model.schedule import NthWeekday, Rule
    from streekagenda.rendering.dates import Dates

FITS = 22
"""Characters on a chip."""


def badge_of_rule(rule: Rule, say: Dates) -> str:
    """Return the fullest words for a rule that fit on a chip, with its season; or else that there are set days."""
    season = season_in_short(rule, say)
    ways = _ways(rule, say)
    if season:
        ways = (say.gettext("%(when)s (%(what)s)") % {"when": way, "what": season} for way in ways)
    return next((way for way in ways if len(way) <= FITS), on_set_days(say))


def on_set_days(say: Dates) -> str:
    """``op vaste dagen``: what is always true."""
    return say.pgettext("short", "on set days")


def badge_of_weekdays(numbers: Sequence[int], say: Dates) -> str:
    """``elke dag``, ``elke zondag``, ``ma en wo``, ``ma t/m vr``; Monday is 0."""
    match numbers:
        case [number]:
            return every_weekday([number], say)
        case _ if len(numbers) == 7:
            return say.gettext("every day")
        case _:
            return weekdays_short(numbers, say)


def _ways(rule: Rule, say: Dates) -> Iterator[str]:
    """Yield words for a rule, the fullest first; what is too long for a chip is left to who chooses."""
    if rule.interval > 1:
        yield _step(rule, say)
        return
    yield days_of(rule, say)
    counted = [day for day in rule.weekdays if day.nth]
    if not (rule.positions or rule.month_days or counted) and (rule.weekdays or rule.frequency is Frequency.WEEKLY):
        yield _in_weeks(weekdays_short(weekday_numbers(rule), say), rule, say)
    if rule.frequency is Frequency.MONTHLY and rule.week_parity is None:
        yield from _monthly(rule, say)
    elif _is_a_date_of_every_year(rule):
        yield say.gettext("every year")
    yield on_set_days(say)


def _step(rule: Rule, say: Dates) -> str:
    n = rule.interval
    every = {
        Frequency.DAILY: say.npgettext("short", "every %(n)s day", "every %(n)s days", n),
        Frequency.WEEKLY: say.npgettext("short", "every %(n)s week", "every %(n)s weeks", n),
        Frequency.MONTHLY: say.npgettext("short", "every %(n)s month", "every %(n)s months", n),
        Frequency.YEARLY: say.npgettext("short", "every %(n)s year", "every %(n)s years", n),
    }
    return every[rule.frequency] % {"n": n}


def _in_weeks(days: str, rule: Rule, say: Dates) -> str:
    match rule.week_parity:
        case WeekParity.EVEN:
            return say.gettext("%(days)s in even weeks") % {"days": days}
        case WeekParity.ODD:
            return say.gettext("%(days)s in odd weeks") % {"days": days}
        case None:
            return days


def _monthly(rule: Rule, say: Dates) -> Iterator[str]:
    """``1e en 3e dinsdag``, ``1e ma en 3e wo``, ``elke 1e en 15e``, ``laatste werkdag``, ``elke maand``."""
    counted = bool(rule.weekdays) and all(day.nth for day in rule.weekdays)
    if rule.positions:
        if not any(day.nth for day in rule.weekdays) and (rule.weekdays or rule.month_days):
            yield one_of(rule, say)
        return
    if counted and not rule.month_days:
        yield _nth_weekdays(rule.weekdays, _full_names, say)
        yield _nth_weekdays(rule.weekdays, _short_names, say)
    elif rule.weekdays:
        return
    elif all(day > 0 for day in rule.month_days):
        yield say.gettext("every %(days)s") % {"days": month_days(rule, say)}
    if not rule.months and _in_every_month(rule):
        yield say.gettext("every month")


def _nth_weekdays(days: Sequence[NthWeekday], names: Callable[[list[int], Dates], Sequence[str]], say: Dates) -> str:
    in_order = sorted(days, key=lambda day: (day.weekday, day.nth < 0, day.nth))
    said = []
    for weekday, same in groupby(in_order, key=lambda day: int(day.weekday)):
        nths = [in_few_words(day.nth, weekday, say) or nths_in_words([day.nth], say, weekday) for day in same]
        values = {"nth": say.join(nths), "day": names([weekday], say)[0]}
        said.append(say.pgettext("short", "%(nth)s %(day)s") % values)
    return say.join(said)


def _full_names(numbers: list[int], say: Dates) -> list[str]:
    return [weekday_after_first(number, say) for number in numbers]


def _short_names(numbers: list[int], say: Dates) -> list[str]:
    return [weekdays_short(numbers, say)]


def _is_a_date_of_every_year(rule: Rule) -> bool:
    plain = rule.frequency is Frequency.YEARLY and not (rule.weekdays or rule.positions or rule.week_parity)
    return plain and _in_every_month(rule)


def _in_every_month(rule: Rule) -> bool:
    days = rule.month_days or (rule.start.day,)
    if rule.weekdays:
        return any(abs(day.nth) <= 4 for day in rule.weekdays)
    return any(abs(day) <= 28 for day in days)
