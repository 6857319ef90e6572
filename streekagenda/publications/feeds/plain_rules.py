"""A rule in the words that every calendar takes the same way.

What differs was found by expanding rules at random with ical.js 2.2.1 (Thunderbird, Nextcloud), dateutil and ``ical``
(Home Assistant) beside our own engine.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from streekagenda.model.schedule import Frequency

if TYPE_CHECKING:
    from streekagenda.model.schedule import Rule


def plain(rule: Rule) -> Rule:
    """Return a rule that gives the same days in plainer words."""
    return _without_step(_with_its_day(rule))


def read_alike(rule: Rule) -> bool:
    """Whether every calendar reads a rule alike; it must be plain."""
    match rule.frequency:
        case Frequency.DAILY:
            return not rule.month_days
        case Frequency.WEEKLY:
            return True
        case Frequency.MONTHLY:
            return rule.interval == 1 or not rule.months
        case Frequency.YEARLY:
            days_of_months = bool(rule.months) and not rule.weekdays and min(rule.month_days, default=1) > 0
            return not rule.positions and (not rule.month_days or days_of_months)


def _with_its_day(rule: Rule) -> Rule:
    """Say the day where not every month has it: ical.js makes 1 March of a bare 29 February."""
    if rule.start.day <= 28 or rule.weekdays or rule.month_days or rule.positions:
        return rule
    if rule.frequency is Frequency.MONTHLY:
        return replace(rule, month_days=(rule.start.day,))
    if rule.frequency is Frequency.YEARLY:
        return replace(rule, months=rule.months or (rule.start.month,), month_days=(rule.start.day,))
    return rule


def _without_step(rule: Rule) -> Rule:
    """Say every second month, but not in summer, by the names of its months: ical.js loses count of such steps."""
    if rule.frequency is not Frequency.MONTHLY or rule.interval == 1 or not rule.months or 12 % rule.interval:
        return rule
    on = tuple(month for month in rule.months if (month - rule.start.month) % rule.interval == 0)
    return replace(rule, interval=1, months=on) if on else rule
