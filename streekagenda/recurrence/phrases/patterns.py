"""Which days recur: weekdays, n-th weekdays, days of the month, at every step; as RFC 5545 says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.schedule import Frequency, NthWeekday, Weekday, WeekParity
from streekagenda.recurrence.phrases.group import WHICH
from streekagenda.recurrence.phrases.parts import (
    Days,
    DayWritten,
    HoursWritten,
    MonthDays,
    Months,
    NthWeekdays,
    Often,
    Parity,
    Since,
    Step,
    Unit,
    Weekdays,
)
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.readings import ReadRule

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.recurrence.phrases.context import Context
    from streekagenda.recurrence.phrases.group import Group
    from streekagenda.recurrence.phrases.parts import Piece, Written

MOST_INTERVAL = 999
_LONGEST_EXAMPLE = 6
"""Months between, of which the names are written out in an example."""

_FREQUENCIES = {
    Unit.DAY: Frequency.DAILY,
    Unit.WEEK: Frequency.WEEKLY,
    Unit.MONTH: Frequency.MONTHLY,
    Unit.YEAR: Frequency.YEARLY,
}


class Pattern(Struct, frozen=True, kw_only=True):
    """A rule without its bounds, or what must be asked first; a rule with questions is for further questions only."""

    rule: ReadRule | None = None
    questions: tuple[Question, ...] = ()


def _asked(*questions: Question) -> Pattern:
    return Pattern(questions=questions)


def pattern_of(group: Group, start: date | None, context: Context) -> Pattern:
    """Return which days of a group recur."""
    doubled = [piece for kinds in (WHICH, (Step,), (Parity,)) for piece in _second(group, kinds)]
    if doubled:
        return _asked(*(question("when-two-rhythms", piece) for piece in doubled))
    step = next(iter(group.of(Step)), None)
    if step is not None and step.interval > MOST_INTERVAL:
        return _asked(question("when-loose-end", step))
    often = _often(group, context)
    if often is not None:
        return _asked(often)
    if nths := group.of(NthWeekdays):
        return _nth(nths[0], step, group, context)
    if month_days := group.of(MonthDays):
        return _month_days(month_days[0], step, group, context)
    if weekdays := group.of(Weekdays):
        return _weekdays(weekdays[0], step, group, context)
    if step is not None and group.each_year is not None:
        return _yearly(step, group.each_year, group.of(Parity))
    return _step_alone(step, group, start, context)


def _second(group: Group, kinds: tuple[type, ...]) -> list[Piece]:
    """The parts of some kinds behind the first: a rule has room for one."""
    return [piece for piece in group.pieces if isinstance(piece, kinds)][1:]


def _often(group: Group, context: Context) -> Question | None:
    """``twee keer per week``: on which days? Where as many are named, it says nothing new."""
    for often in group.of(Often):
        named = sum(len(one.items) for one in group.of(Weekdays)) if often.unit is Unit.WEEK else 0
        named += sum(len(one.items) for one in group.of(NthWeekdays)) if often.unit is Unit.MONTH else 0
        if often.interval != 1 or named != often.times:
            return question("when-how-often", often, example=_example_of_often(often, group, context))
    return None


def _example_of_often(often: Often, group: Group, context: Context) -> str:
    """Write days as often as was said: ``elke dinsdag en donderdag``, ``elke 1e en 3e dinsdag van de maand``."""
    names = context.names
    said = next((one.items[0] for one in group.of(Weekdays)), None)
    day = context.phrase[said.start : said.end] if said else names.weekdays[Weekday.TU]
    if often.unit is Unit.MONTH and often.interval == 1 and often.times in _MONTHLY:
        nths = [names.ordinals[number - 1] for number in _MONTHLY[often.times]]
        return names.nth_weekday.format(nth=names.listed(nths), day=day)
    if often.unit is Unit.YEAR and 1 < often.times <= _LONGEST_EXAMPLE and 12 % often.times == 0:
        months = names.listed(names.months[:: 12 // often.times])
        return names.nth_weekday_in.format(nth=names.ordinals[0], day=day, months=months)
    weekdays = [names.weekdays[number] for number in _WEEKLY.get(often.times, _WEEKLY[2])]
    return names.every.format(day=names.listed(weekdays))


_MONTHLY = {2: (1, 3), 3: (1, 2, 3), 4: (1, 2, 3, 4)}
_WEEKLY = {2: (1, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


# ------------------------------------------------------------------------------------------------------- n-th weekdays


def _nth(nths: NthWeekdays, step: Step | None, group: Group, context: Context) -> Pattern:
    if any(not (1 <= number <= 5 or number in {-1, -2}) for number, _ in nths.items):
        return _asked(question("when-nth-too-high", nths))
    if nths.link is not None:
        return _asked(_list_or_run(nths, nths.link, context))
    if nths.without:
        return _asked(_which_without(nths, context))
    if step is not None and step.unit not in {Unit.MONTH, Unit.YEAR}:
        return _asked(question("when-two-rhythms", step))
    if group.has(Parity):
        return _asked(question("when-two-rhythms", group.of(Parity)[0]))
    yearly = step is not None and step.unit is Unit.YEAR
    if yearly and not group.has(Months):
        return _asked(question("when-which-month", nths))
    if yearly and (of_one_year := _month_of_one_year(group)):
        return _asked(of_one_year)
    questions = [] if step or nths.of_month or group.has(Months) else _which_count(nths, context)
    weekdays = sorted({NthWeekday(nth=number, weekday=written.weekday) for number, written in nths.items})
    rule = ReadRule(
        frequency=Frequency.YEARLY if yearly else Frequency.MONTHLY,
        interval=step.interval if step else 1,
        weekdays=tuple(weekdays),
    )
    return Pattern(rule=rule, questions=tuple(questions))


def _month_of_one_year(group: Group) -> Question | None:
    """``elk jaar op de eerste maandag van oktober 2027``: each year, or once?"""
    found = next((months for months in group.of(Months) if months.last_year), None)
    return question("when-loose-end", found) if found else None


def _list_or_run(about: Written, link: Written, context: Context) -> Question:
    """``1e-3e dinsdag``: the first and the third, or the second too?"""
    names = context.names
    texts = {"first": f" {names.joined} ", "second": f" {names.through} "}
    start, end = link.start, link.end
    while context.phrase[start - 1] == " ":
        start -= 1
    while context.phrase[end] == " ":
        end += 1
    choices = {name: (Edit(start=start, end=end, text=text),) for name, text in texts.items()}
    return question("when-list-or-run", about, choices=choices)


def _which_without(nths: NthWeekdays, context: Context) -> Question:
    """``elke eerste dinsdag en donderdag``: the first Thursday, or each Thursday?"""
    names = context.names
    at = nths.number_at or nths
    number = f"{context.phrase[at.start : at.end]} "
    both = [Edit(start=one.start, end=one.start, text=number) for one in nths.without]
    before = nths.items[-1][1].end
    each = [Edit(start=before, end=before, text=f" {names.of_month}")]
    each += [
        Edit(start=one.start, end=one.end, text=names.every.format(day=context.phrase[one.start : one.end]))
        for one in nths.without
    ]
    if nths.of_month:
        each.append(Edit(start=nths.without[-1].end, end=nths.end, text=""))
    days = f" {names.joined} ".join(names.weekdays[one.weekday] for one in nths.without)
    return question("when-nth-of-both", nths, choices={"first": tuple(both), "second": tuple(each)}, day=days)


def _which_count(nths: NthWeekdays, context: Context) -> list[Question]:
    """``elke tweede zaterdag``: the second of the month, or every other Saturday?"""
    numbers = {number for number, _ in nths.items}
    if not nths.every or len(nths.items) > 1 or numbers <= {1, -1, -2}:
        return []
    (number, written), *_ = nths.items
    names = context.names
    day = names.weekdays[written.weekday] + (names.parts[written.part] if written.part else "")
    of_month = names.nth_weekday.format(nth=names.ordinals[number - 1], day=day)
    apart = names.other_week.format(day=day) if number == 2 else names.weeks.format(number=number, day=day)
    choices = {
        name: (Edit(start=nths.start, end=nths.end, text=text),)
        for name, text in (("first", of_month), ("second", apart))
    }
    return [question("when-nth-of-what", nths, choices=choices)]


def _month_days(written: MonthDays, step: Step | None, group: Group, context: Context) -> Pattern:
    if written.link is not None:
        return _asked(_list_or_run(written, written.link, context))
    if any(not (1 <= day <= 31 or day == -1) for day in written.days):
        return _asked(question("when-loose-end", written))
    yearly = step is not None and step.unit is Unit.YEAR and group.has(Months)  # «de laatste dag van februari»
    if (step is not None and step.unit is not Unit.MONTH and not yearly) or group.has(Parity):
        return _asked(question("when-two-rhythms", written))
    if yearly and (of_one_year := _month_of_one_year(group)):
        return _asked(of_one_year)
    rule = ReadRule(
        frequency=Frequency.YEARLY if yearly else Frequency.MONTHLY,
        interval=step.interval if step else 1,
        month_days=tuple(sorted(set(written.days))),
    )
    return Pattern(rule=rule)


# ------------------------------------------------------------------------------------------------------------ weekdays


def _weekdays(written: Weekdays, step: Step | None, group: Group, context: Context) -> Pattern:
    questions = [*_range_open(written, context)]
    if not group.has(HoursWritten):  # «Monday and Friday mornings, 9:30-11:30» is at that time on both
        questions += _parts_unsure(written, context)
    if not group.has(Since):  # with its first date «eens in de twee weken» is clear
        questions += _once_in(step, written, context)
    parities = group.of(Parity)
    if step is not None and step.unit is Unit.DAY and len(written.items) == 1:
        return _asked(*questions, question("when-two-rhythms", written))
    if step is not None and (step.unit in {Unit.MONTH, Unit.YEAR} or (step.unit is Unit.DAY and step.interval > 1)):
        return _asked(*questions, _which_of_month(written, step, context))
    if parities and step is not None and step.interval > 1:
        return _asked(*questions, question("when-two-rhythms", parities[0]))
    weekdays = sorted({NthWeekday(weekday=item.weekday) for item in written.items})
    rule = ReadRule(
        frequency=Frequency.WEEKLY,
        interval=step.interval if step else 1,
        weekdays=tuple(weekdays),
        week_parity=_parity(parities),
    )
    return Pattern(rule=rule, questions=tuple(questions))


def _parity(parities: list[Parity]) -> WeekParity | None:
    if not parities:
        return None
    return WeekParity.EVEN if parities[0].even else WeekParity.ODD


def _which_of_month(written: Weekdays, step: Step, context: Context) -> Question:
    """``eens per maand op dinsdag``: on which Tuesday of the month?"""
    if step.unit is not Unit.MONTH:
        return question("when-two-rhythms", step)
    names = context.names
    item = written.items[0]
    day = context.phrase[item.start : item.end]
    example = names.nth_weekday.format(nth=names.ordinals[0], day=day)
    return question("when-which-weekday-of-month", written, day=day, example=example)


def _parts_unsure(written: Weekdays, context: Context) -> list[Question]:
    """``zaterdag en zondagmiddag``: is it Saturday afternoon too?"""
    part = written.items[-1].part
    if written.unsure is None or part is None:
        return []
    names = context.names
    both = tuple(Edit(start=one.end, end=one.end, text=names.parts[part]) for one in written.items if one.part is None)
    return [
        question(
            "when-ellipsis",
            written,
            day=names.weekdays[written.unsure.weekday],
            part=names.parts[part].strip(),
            choices={"first": both},
        )
    ]


def _range_open(written: Weekdays, context: Context) -> list[Question]:
    """``maandag tot vrijdag``: is Friday in it?"""
    if written.open_link is None:
        return []
    names = context.names
    link = Edit(start=written.open_link.start, end=written.open_link.end, text=names.through)
    last = written.items[-1]
    before = names.weekdays[(last.weekday - 1) % 7] + (names.parts[last.part] if last.part else "")
    shorter = Edit(start=written.open_link.end, end=last.end, text=f" {before}")
    return [
        question(
            "when-until-open",
            written,
            link=names.through,
            day=names.weekdays[last.weekday],
            choices={"first": (link,), "second": (link, shorter)},
        )
    ]


def _once_in(step: Step | None, written: Weekdays, context: Context) -> list[Question]:
    """``één keer in de twee weken`` is also said of the first and third of the month."""
    if step is None or not step.once_in or step.unit is not Unit.WEEK or step.interval != 2:
        return []
    names = context.names
    item = written.items[0]
    day = names.weekdays[item.weekday] + (names.parts[item.part] if item.part else "")
    apart = names.other_week.format(day=day)
    of_month = names.nth_weekday.format(nth=f"{names.ordinals[0]} {names.joined} {names.ordinals[2]}", day=day)
    start, end = min(step.start, written.start), max(step.end, written.end)
    choices = {
        name: (Edit(start=start, end=end, text=text),) for name, text in (("first", apart), ("second", of_month))
    }
    return [question("when-weeks-or-month", step, choices=choices)]


# ----------------------------------------------------------------------------------------------- steps without a weekday


def _yearly(step: Step, days: Days, parities: list[Parity]) -> Pattern:
    """``elk jaar op 5 december``, ``elk jaar op 1 mei en 1 oktober``: the same days in each of their months."""
    if parities:
        return _asked(question("when-two-rhythms", parities[0]))
    dates = {(day.month, day.day) for day in days.items if isinstance(day, DayWritten) and _is_of_each_year(day)}
    months, numbers = sorted({month or 0 for month, _ in dates}), sorted({number for _, number in dates})
    if len(dates) != len(days.items) or len(dates) != len(months) * len(numbers):
        return _asked(question("when-loose-end", days))
    rule = ReadRule(frequency=Frequency.YEARLY, interval=step.interval, months=tuple(months), month_days=tuple(numbers))
    return Pattern(rule=rule)


def _is_of_each_year(day: DayWritten) -> bool:
    return day.month is not None and day.year is None and day.weekday is None


def _which_day(about: Written, step: Step | None, context: Context) -> Question:
    """Ask for the day of a step, with an example of the same kind."""
    names = context.names
    day = names.weekdays[Weekday.TU]
    if step is None or isinstance(about, Parity):
        example = f"{names.every.format(day=day)} {context.phrase[about.start : about.end].strip()}"
    elif step.unit is Unit.MONTH and 1 < step.interval <= _LONGEST_EXAMPLE and 12 % step.interval == 0:
        months = names.listed(names.months[:: step.interval])
        example = names.nth_weekday_in.format(nth=names.ordinals[0], day=day, months=months)
    elif step.unit is not Unit.WEEK:
        example = names.nth_weekday.format(nth=names.ordinals[0], day=day)
    elif step.interval == 1:
        example = names.every.format(day=day)
    elif step.interval == 2:
        example = names.other_week.format(day=day)
    else:
        example = names.weeks.format(number=step.interval, day=day)
    return question("when-which-day-of-step", about, example=example)


def _step_alone(step: Step | None, group: Group, start: date | None, context: Context) -> Pattern:
    about: Written = step or group.pieces[0]
    if step is not None and step.unit is Unit.DAY and not group.has(Parity):
        return Pattern(rule=ReadRule(frequency=Frequency.DAILY, interval=step.interval))
    if step is None or group.has(Parity):
        return _asked(_which_day(about, step, context))
    weekday = next((one.day.weekday for one in group.of(Since) if isinstance(one.day, DayWritten)), None)
    if weekday is not None and step.unit is Unit.WEEK:  # «vanaf dinsdag 6 oktober elke week»
        days = (NthWeekday(weekday=weekday),)
        return Pattern(rule=ReadRule(frequency=Frequency.WEEKLY, interval=step.interval, weekdays=days))
    if start is None or not context.recurring:
        return _asked(_which_day(about, step, context))
    # Under the key `every` the first day says the rest: the same weekday, or the same day of the month.
    rule = ReadRule(
        frequency=_FREQUENCIES[step.unit],
        interval=step.interval,
        weekdays=(NthWeekday(weekday=Weekday(start.weekday())),) if step.unit is Unit.WEEK else (),
        month_days=(start.day,) if step.unit in {Unit.MONTH, Unit.YEAR} else (),
        months=(start.month,) if step.unit is Unit.YEAR else (),
    )
    return Pattern(rule=rule)
