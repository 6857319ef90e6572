"""A rule in the words that every calendar takes the same way.

What differs was found by expanding rules at random with ical.js 2.2.1 (Thunderbird, Nextcloud), libical (Evolution),
dateutil and ``ical`` (Home Assistant) beside our own engine; what Outlook can store is in ``formats/outlook.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.formats.outlook import MOST_TIMES, fits_outlook
from streekagenda.formats.rrule import rule_text
from streekagenda.model.schedule import Frequency
from streekagenda.recurrence.days import LAST_DAY, days

if TYPE_CHECKING:
    from streekagenda.model.schedule import Hours, Rule


def plain(rule: Rule) -> Rule:
    """Return a rule that gives the same days in plainer words."""
    rule = _as_weeks_or_months(_with_its_day(rule))
    return ended(rule) if rule.count and rule.count > MOST_TIMES else rule


def read_alike(rule: Rule, hours: Hours | None, zone: str) -> str | None:
    """Return the value of RRULE for a plain rule, or ``None`` where some calendar would read it otherwise."""
    text = rule_text(rule, hours, zone)
    if text is None or not fits_outlook(text) or (rule.frequency is Frequency.YEARLY and rule.positions):
        return None
    return text


def ended(rule: Rule) -> Rule:
    """Return a rule with its last day in the place of a number of times."""
    if rule.count is None:
        return rule
    *_, last = [rule.start, *days(rule, rule.start, LAST_DAY)]
    return replace(rule, count=None, until=last)


def _with_its_day(rule: Rule) -> Rule:
    """Say the day where not every month has it: ical.js makes 1 March of a bare 29 February."""
    if rule.start.day <= 28 or rule.weekdays or rule.month_days or rule.positions:
        return rule
    if rule.frequency is Frequency.MONTHLY:
        return replace(rule, month_days=(rule.start.day,))
    if rule.frequency is Frequency.YEARLY:
        return replace(rule, months=rule.months or (rule.start.month,), month_days=(rule.start.day,))
    return rule


def _as_weeks_or_months(rule: Rule) -> Rule:
    """Say every Tuesday of every month as every Tuesday, and the 3rd of each March and May as a day of months."""
    if rule.interval != 1 or rule.positions or rule.week_parity:
        return rule
    if rule.frequency is not Frequency.WEEKLY and rule.weekdays and not rule.month_days:
        if all(day.nth == 0 for day in rule.weekdays):
            return replace(rule, frequency=Frequency.WEEKLY)
        if rule.frequency is Frequency.YEARLY and len(rule.months) > 1:
            return replace(rule, frequency=Frequency.MONTHLY)
    elif rule.frequency is Frequency.YEARLY and not rule.weekdays and (rule.month_days or len(rule.months) > 1):
        by_month = replace(rule, frequency=Frequency.MONTHLY, month_days=rule.month_days or (rule.start.day,))
        return rule if len(rule.months) == len(rule.month_days) == 1 else by_month
    elif rule.frequency is Frequency.DAILY and rule.month_days and not rule.weekdays:
        return replace(rule, frequency=Frequency.MONTHLY)
    return rule
