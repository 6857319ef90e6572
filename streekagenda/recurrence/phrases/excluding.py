"""What a rule leaves out: months and weekdays become part of the rule, days and holidays are taken away from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.schedule import DateRange, Frequency, NamedHoliday, NthWeekday, Weekday
from streekagenda.recurrence.days import days as days_of
from streekagenda.recurrence.phrases.every_year import of_every_year, of_that_year, or_every_year
from streekagenda.recurrence.phrases.parts import (
    Days,
    DayWritten,
    Except,
    HolidaySet,
    Months,
    NthWeekdays,
    Remark,
    Weekdays,
)
from streekagenda.recurrence.phrases.questions import Question, question
from streekagenda.recurrence.phrases.resolving import resolve, resolve_months
from streekagenda.recurrence.phrases.years import with_known_years

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from streekagenda.recurrence.phrases.context import Context
    from streekagenda.recurrence.phrases.group import Group
    from streekagenda.recurrence.phrases.parts import Written
    from streekagenda.recurrence.phrases.readings import ReadExclusion, ReadRule


class Excluded(Struct, frozen=True, kw_only=True):
    """A rule with what it leaves out, or what must be asked first."""

    rule: ReadRule | None = None
    singles: tuple[tuple[date, Written], ...] = ()
    """The days that were named one by one, with their place."""
    questions: tuple[Question, ...] = ()


def exclude(rule: ReadRule, group: Group, context: Context) -> Excluded:
    """Take from a rule what its group says does not take place."""
    excluded = Excluded(rule=rule)
    for exception in group.of(Except):
        for item in exception.items:
            excluded = _without(excluded, item, group, context)
    return excluded


def _without(
    so_far: Excluded, item: Days | Months | HolidaySet | Weekdays | NthWeekdays | Remark, group: Group, context: Context
) -> Excluded:
    rule = so_far.rule
    if rule is None:
        return so_far
    match item:
        case HolidaySet():
            return replace(so_far, rule=_and(rule, item.name))
        case Months():
            return _without_months(so_far, rule, item)
        case Weekdays():
            named = [one for written in group.of(Weekdays) for one in _named_apart(written)]
            return _without_weekdays(so_far, rule, item, named)
        case NthWeekdays():
            return _without_nth(so_far, rule, item)
        case Days():
            return _without_days(so_far, rule, item, context)
        case Remark():
            return _asking(so_far, question(item.code, item))


def _and(rule: ReadRule, *exclusions: ReadExclusion) -> ReadRule:
    return replace(rule, exclusions=tuple(dict.fromkeys((*rule.exclusions, *exclusions))))


def _asking(so_far: Excluded, *questions: Question) -> Excluded:
    return replace(so_far, questions=(*so_far.questions, *questions))


def _without_months(so_far: Excluded, rule: ReadRule, months: Months) -> Excluded:
    if months.open_link is not None:
        return _asking(so_far, question("when-loose-end", months))
    stretch = resolve_months(months)
    if stretch is not None:
        return replace(so_far, rule=_and(rule, DateRange(first=stretch[0], last=stretch[1])))
    if months.first_year or months.last_year:
        return _asking(so_far, question("when-loose-end", months))
    if not set(months.months) <= set(rule.months or range(1, 13)):
        return _asking(so_far, question("when-loose-end", months))
    left = tuple(month for month in rule.months or range(1, 13) if month not in months.months)
    if not left:
        return _asking(so_far, question("when-nothing-left", months))
    return replace(so_far, rule=replace(rule, months=left))


def _named_apart(weekdays: Weekdays) -> list[Weekday]:
    """The weekdays that are named one by one, not as a run or as working days."""
    starts = [one.start for one in weekdays.items]
    return [one.weekday for one in weekdays.items if starts.count(one.start) == 1]


def _without_weekdays(so_far: Excluded, rule: ReadRule, weekdays: Weekdays, named: Collection[Weekday]) -> Excluded:
    away = {item.weekday for item in weekdays.items}
    if away & set(named) and away < set(named):  # «elke dinsdag en woensdag, behalve dinsdag»
        return _asking(so_far, question("when-two-rhythms", weekdays))
    plain = all(weekday.nth == 0 for weekday in rule.weekdays)
    if rule.frequency not in {Frequency.DAILY, Frequency.WEEKLY} or rule.interval > 1 or not plain:
        return _asking(so_far, question("when-loose-end", weekdays))
    if weekdays.unsure or weekdays.open_link or any(item.part for item in weekdays.items):
        return _asking(so_far, question("when-loose-end", weekdays))
    given = [one.weekday for one in rule.weekdays] or list(Weekday)
    left = tuple(NthWeekday(weekday=weekday) for weekday in given if weekday not in away)
    if not left:
        return _asking(so_far, question("when-nothing-left", weekdays))
    return replace(so_far, rule=replace(rule, frequency=Frequency.WEEKLY, weekdays=left))


def _without_nth(so_far: Excluded, rule: ReadRule, nths: NthWeekdays) -> Excluded:
    """``elke donderdag, behalve de laatste van de maand``: all others, counted from the same end of the month."""
    if nths.link or nths.without:  # «behalve de 1e-3e dinsdag»
        return _asking(so_far, question("when-loose-end", nths))
    taken = {(number, written.weekday) for number, written in nths.items}
    numbers = range(1, 6) if all(number > 0 for number, _ in taken) else range(-5, 0)
    plain = rule.frequency is Frequency.WEEKLY and rule.interval == 1 and rule.week_parity is None
    known = taken <= {(number, day.weekday) for number in numbers for day in rule.weekdays}
    if not plain or not known or any(written.part for _, written in nths.items):
        return _asking(so_far, question("when-loose-end", nths))
    counted = {weekday for _, weekday in taken}
    left = [day for day in rule.weekdays if day.weekday not in counted]
    left += [
        NthWeekday(nth=number, weekday=weekday)
        for number in numbers
        for weekday in counted
        if (number, weekday) not in taken
    ]
    return replace(so_far, rule=replace(rule, frequency=Frequency.MONTHLY, weekdays=tuple(sorted(left))))


def _without_days(so_far: Excluded, rule: ReadRule, days: Days, context: Context) -> Excluded:
    feasts = [one.feast for one in days.items if isinstance(one, DayWritten) and of_every_year(one) and one.feast]
    rule = _and(rule, *(NamedHoliday(feast=feast) for feast in feasts))
    dated = tuple(one for one in days.items if not of_every_year(one))
    if not dated:
        return replace(so_far, rule=rule)
    known = with_years_of(rule, replace(days, items=dated), context)
    resolved = resolve(known, context.names, context.today)
    ranges = [DateRange(first=one.first, last=one.last) for one in resolved.stretches]
    singles = [(one.first, one.written) for one in resolved.stretches if not one.run]
    questions = [or_every_year(asked, dated, context) for asked in resolved.questions]
    return Excluded(
        rule=_and(rule, *ranges),
        singles=(*so_far.singles, *singles),
        questions=(*so_far.questions, *questions, *of_that_year(days, context)),
    )


def with_years_of(rule: ReadRule, days: Days, context: Context) -> Days:
    """Give days without a year the year in which they fall within their rule, where that is shorter than a year."""
    return with_known_years(days, rule.start or context.start, rule.until or context.until)


def gives(rule: ReadRule, day: date) -> bool:
    """Whether a day is one of a rule's, whatever its step and bounds."""
    free = replace(rule, interval=1, until=None, count=None).rule(day)
    return next(days_of(free, day, day), None) is not None
