"""A group that recurs to a rule: which days, from when to when, and without which."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.recurrence.days import days as days_of
from streekagenda.recurrence.phrases.bounds import Bounds, bounds_of
from streekagenda.recurrence.phrases.counting import counted, of_times
from streekagenda.recurrence.phrases.excluding import Excluded, exclude, gives
from streekagenda.recurrence.phrases.parts import Except, Months, Often, Parity, Step, Weekdays
from streekagenda.recurrence.phrases.patterns import pattern_of
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.readings import ReadRule
from streekagenda.recurrence.phrases.timing import timings_of
from streekagenda.recurrence.phrases.years import full, with_weekday

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.context import Context
    from streekagenda.recurrence.phrases.group import Group
    from streekagenda.recurrence.phrases.parts import Written


_EXAMPLE_DAY = date(2026, 10, 1)
"""A day to reckon an example from, where no other is known."""


class Rules(Struct, frozen=True, kw_only=True):
    """The rules of a group, one for each of its times; or what must be asked first."""

    rules: tuple[ReadRule, ...] = ()
    questions: tuple[Question, ...] = ()


def rules_of(group: Group, context: Context) -> Rules:
    """Return the rules of a group that recurs."""
    timings = timings_of(group, context.names)
    bounds = bounds_of(group, context)
    pattern = pattern_of(group, bounds.start or context.start, context)
    questions = [*timings.questions, *bounds.questions, *pattern.questions, *_once_or_weekly(group, bounds, context)]
    questions += of_times(group, len(timings.timings))
    if pattern.rule is None:
        return Rules(questions=tuple(questions))
    months = bounds.months or pattern.rule.months
    rule = replace(pattern.rule, start=bounds.start, until=bounds.until, count=bounds.count, months=months)
    excluded = exclude(rule, group, context)
    questions += excluded.questions
    if excluded.rule is None or questions:
        return Rules(questions=tuple(questions))
    rule = excluded.rule
    questions += _asked_of_start(rule, group, bounds, context)
    questions += _asked_of_exclusions(rule, excluded, context)
    rule, asked = (rule, []) if questions else counted(rule, group, context)
    questions += asked
    if questions:
        return Rules(questions=tuple(questions))
    return Rules(rules=tuple(replace(rule, timing=timing) for timing in timings.timings))


def _once_or_weekly(group: Group, bounds: Bounds, context: Context) -> list[Question]:
    """``zondag 14-16 uur``: once, or each Sunday? Under a key that says that it recurs there is no doubt."""
    weekdays = group.of(Weekdays)
    if (
        context.recurring
        or context.several
        or (context.start and not context.beside)
        or bounds.said
        or group.has(Step)
        or len(weekdays) != 1
    ):
        return []
    said = weekdays[0]
    if said.every or group.changes or group.has(Parity, Except, Often):
        return []
    if group.has(Months):
        return [question("when-which-day-of-month", group.of(Months)[0])]
    names = context.names
    day = context.phrase[said.items[0].start : said.items[0].end]
    weekly = Edit(start=said.start, end=said.end, text=names.every.format(day=day))
    today = context.beside or context.today
    if today is None:
        return [question("when-once-or-every", said.items[0], choices={"first": (weekly,)})]
    ahead = (said.items[0].weekday - today.weekday()) % 7
    once = Edit(start=said.end, end=said.end, text=f" {full(today + timedelta(days=ahead), names)}")
    return [question("when-once-or-weekly", said.items[0], choices={"first": (weekly,), "second": (once,)})]


def _asked_of_start(rule: ReadRule, group: Group, bounds: Bounds, context: Context) -> list[Question]:
    """A step counts from its first date, which must therefore be one of its days."""
    about = group.pieces[0]
    if rule.start is not None and rule.until is not None and rule.until < rule.start:
        names = context.names
        return [question("when-order", about, first=full(rule.start, names), last=full(rule.until, names))]
    steps = [step for step in group.of(Step) if step.interval > 1]
    start = rule.start or context.start
    if steps and (start is None or (rule.start is not None and not bounds.to_the_day)):
        code, unclear = ("when-no-start", steps[0]) if start is None else ("when-which-first-day", bounds.written)
        return [question(code, unclear or steps[0], example=_example_start(rule, context))]
    if bounds.last_time is not None and rule.until is not None and not gives(rule, rule.until):
        return [_last_day(rule, rule.until, bounds.last_time, context)]
    if start is None or not (steps or bounds.exact) or gives(rule, start):
        return []
    first, second = _around(rule, start)
    return [
        question(
            "when-first-day",
            bounds.written or (steps[0] if steps else about),
            date=with_weekday(start, context.names),
            first=with_weekday(first, context.names),
            second=with_weekday(second, context.names),
        )
    ]


def _last_day(rule: ReadRule, until: date, written: Written, context: Context) -> Question:
    first, second = (with_weekday(day, context.names) for day in _around(rule, until))
    return question("when-last-day", written, date=with_weekday(until, context.names), first=first, second=second)


def _around(rule: ReadRule, day: date) -> tuple[date, date]:
    """Return the days of a rule before and behind one that is none of them."""
    before = [one for ahead in range(1, 8) if gives(rule, one := day - timedelta(days=ahead))]
    first, second = _next_two(rule, day)
    return (before[0], first) if before else (first, second)


def _example_start(rule: ReadRule, context: Context) -> str:
    """Write how a first day would be said: one of the rule's own days, the next from today on."""
    day = max(one for one in (context.today or _EXAMPLE_DAY, rule.start) if one is not None)
    return context.names.since.format(date=with_weekday(_next_two(rule, day)[0], context.names))


def _next_two(rule: ReadRule, start: date) -> tuple[date, date]:
    free = replace(rule, interval=1, until=None, count=None).rule(start)
    found = list(days_of(free, start, start + timedelta(days=800)))[:2]
    return (found[0], found[-1]) if found else (start, start)


def _asked_of_exclusions(rule: ReadRule, excluded: Excluded, context: Context) -> list[Question]:
    """A single day that does not take place must be a day on which it would have."""
    return [
        question("when-except-no-day", written, date=with_weekday(day, context.names))
        for day, written in excluded.singles
        if not gives(rule, day)
    ]
