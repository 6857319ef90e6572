"""A schedule on a chip: ``elke zondag``, ``1e dinsdag``, ``6 oktober``, ``3 keer``. Days only, no hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.schedule import Frequency, Series, Single
from streekagenda.rendering import cldr
from streekagenda.rendering.changes import status_of
from streekagenda.rendering.dates import needs_year
from streekagenda.rendering.remaining import OFF, taking_place
from streekagenda.rendering.rule_badges import FITS, badge_of_rule, badge_of_weekdays, on_set_days
from streekagenda.rendering.rule_parts import weekday_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from streekagenda.model.schedule import Moment, Rule, Schedule
    from streekagenda.rendering.dates import Dates


def schedule_on_a_badge(schedule: Schedule, say: Dates, *, today: date | None = None) -> str:
    """Say which days, in at most 30 characters of Dutch or English; of what is off as a whole that it is.

    What lies behind ``today`` is left out, and what is off, unless nothing else remains. With ``today`` a day that
    is not the next one of its name has its year.
    """
    entries = taking_place(schedule, today)
    if all(entry.details.status in OFF for entry in entries):
        return status_of(entries[0].details, say) if entries else ""
    rules = _rules([entry.rule for entry in entries if isinstance(entry, Series)], say)
    moments = [entry.moment for entry in entries if isinstance(entry, Single)]
    if not rules:
        return _day(moments[0], say, today) if len(moments) == 1 else say.times(len(moments))
    last_resort = on_set_days(say)
    if len(rules) > 1 and last_resort in rules:
        return last_resort
    with_day = [*rules, _day(moments[0], say, today)] if len(moments) == 1 and last_resort not in rules else rules
    return next((said for said in (say.in_a_row(with_day), say.in_a_row(rules)) if len(said) <= FITS), last_resort)


def _rules(rules: Sequence[Rule], say: Dates) -> list[str]:
    """Weekdays of several rules are one list of weekdays; other rules each have their own words."""
    if len(rules) > 1 and all(map(_is_weekly, rules)):
        return [badge_of_weekdays(sorted({number for rule in rules for number in weekday_numbers(rule)}), say)]
    return list(dict.fromkeys(badge_of_rule(rule, say) for rule in rules))


def _is_weekly(rule: Rule) -> bool:
    """Whether a rule is nothing but weekdays of every week."""
    every = rule.interval == 1 and not (rule.positions or rule.months or rule.week_parity)
    return every and rule.frequency is Frequency.WEEKLY


def _day(moment: Moment, say: Dates, today: date | None) -> str:
    """``6 oktober``, ``28 sep – 2 okt``."""
    year = today is not None and needs_year(moment.last, today)
    if moment.first != moment.last:
        return cldr.interval(moment.first, moment.last, "yMMMd" if year else "MMMd", say.language)
    return say.date(moment.first) if year else say.date_month(moment.first)
