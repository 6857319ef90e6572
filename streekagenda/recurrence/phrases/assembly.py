"""Groups to moments and rules. Where a rule and a list of its dates stand together, the list wins, if they agree."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.recurrence.phrases.changing import Told, instead_or_on_top, with_also, with_changes
from streekagenda.recurrence.phrases.clauses import Joint
from streekagenda.recurrence.phrases.excluding import gives, with_years_of
from streekagenda.recurrence.phrases.group import PATTERN, Group
from streekagenda.recurrence.phrases.moments import moments_of
from streekagenda.recurrence.phrases.overlaps import Understood, asked_of_overlaps
from streekagenda.recurrence.phrases.parts import (
    Count,
    DayPart,
    Days,
    DayWritten,
    Doors,
    Except,
    HolidaySet,
    HoursWritten,
    Lasting,
    Months,
    Parity,
    Since,
    Step,
    Until,
    Weekdays,
)
from streekagenda.recurrence.phrases.patterns import pattern_of
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.resolving import resolve
from streekagenda.recurrence.phrases.rules import rules_of
from streekagenda.recurrence.phrases.years import full, with_weekday

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from streekagenda.recurrence.phrases.context import Context
    from streekagenda.recurrence.phrases.parts import Written
    from streekagenda.recurrence.phrases.readings import ReadMoment, ReadRule

_NEAR = timedelta(days=10)


class Assembled(Struct, frozen=True, kw_only=True):
    """All that the groups of a phrase say, or what must be asked first."""

    moments: tuple[ReadMoment, ...] = ()
    rules: tuple[ReadRule, ...] = ()
    questions: tuple[Question, ...] = ()
    overruled: tuple[Written, ...] = ()
    """Bounds that no longer matter, because a list of dates says exactly what they say vaguely."""


def assemble(groups: Sequence[Group], context: Context) -> Assembled:
    """Return what the groups of a phrase say."""
    moments: list[ReadMoment] = []
    told: list[Told] = []
    questions: list[Question] = []
    overruled: list[Written] = []
    understood: list[Understood] = []
    if sum(group.recurs for group in groups) > 1:
        context = replace(context, several=True)
    for place, written in enumerate(groups):
        group, asked = _without_bare_numbers(written, context)
        questions += asked
        questions += [question("when-which-holidays", one) for one in group.of(HolidaySet)]
        following = groups[place + 1] if place + 1 < len(groups) else None
        if group.recurs and following is not None and following.lists:
            questions += _checked_list(group, following, context)
            overruled += [one for kind in (Since, Until, Months) for one in group.of(kind)]
        elif group.recurs:
            questions += _since_or_alone(groups[place - 1] if place else None, group, context)
            beside = max((one.last for one in moments), default=None)
            found = rules_of(group, replace(context, beside=beside) if beside else context)
            understood.append(Understood(group=group, rules=found.rules))
            told.append(Told(rules=found.rules, changes=tuple(group.changes)))
            questions += found.questions
        elif group.dated and group.also and told:
            dates = moments_of(
                _with_known_years(group, told[-1], context), context.names, context.today, context.phrase
            )
            told[-1] = with_also(told[-1], dates.moments)
            questions += dates.questions
        elif group.dated and (same := _same_time(groups[place - 1] if place else None, group, context)):
            questions.append(same)
        elif group.dated:
            dates = moments_of(group, context.names, context.today, context.phrase)
            if _beside_rule(groups, place):
                questions.append(_since_or_once(groups[place - 1], group, context) or instead_or_on_top(group, context))
            understood.append(Understood(group=group, moments=dates.moments))
            moments += dates.moments
            questions += dates.questions
        elif group.pieces:
            questions += [] if asked else [_which_days(group, context, others=len(groups) > 1)]
    questions = _once_each(questions, asked_of_overlaps(understood, context))
    changed = with_changes(told, context)
    return Assembled(
        moments=tuple(dict.fromkeys(moments)),
        rules=changed.rules,
        questions=(*questions, *changed.questions),
        overruled=tuple(overruled),
    )


def _same_time(before: Group | None, group: Group, context: Context) -> Question | None:
    """``16 januari 2027 van 10 tot 13 uur; volgende data: 13 februari 2027``: at the same time?"""
    if before is None or not before.dated or group.timed or group.has(DayPart, Lasting, Doors):
        return None
    times = before.of(HoursWritten)
    if len(times) != 1 or times[0].end > group.of(Days)[0].start:
        return None
    time, days = context.phrase[times[0].start : times[0].end], group.of(Days)[-1]
    too = Edit(start=days.end, end=days.end, text=f" {time}")
    return question("when-same-time-too", days, time=time, choices={"first": (too,)})


def _with_known_years(group: Group, told: Told, context: Context) -> Group:
    rule = next(iter(told.rules), None)
    if rule is None:
        return group
    pieces = [with_years_of(rule, one, context) if isinstance(one, Days) else one for one in group.pieces]
    return replace(group, pieces=pieces)


def _once_each(questions: list[Question], overlaps: list[Question]) -> list[Question]:
    """Of two questions about how a date stands to a rule, the one that knows more."""
    starts = {one.start for one in questions if one.code == "when-since-or-once"}
    met = {one.start for one in overlaps}
    kept = [one for one in questions if one.code != "when-rule-or-dates" or one.start not in met]
    return [*kept, *(one for one in overlaps if one.start not in starts)]


def _which_days(group: Group, context: Context, *, others: bool) -> Question:
    """Ask for the days of a group that names none."""
    about = group.pieces[0]
    if others:
        return question("when-loose-end", about)
    since = next((one.day for one in group.of(Since) if isinstance(one.day, DayWritten)), None)
    dated = (
        resolve(Days(start=since.start, end=since.end, items=(since,)), context.names, context.today) if since else None
    )
    if dated is not None and dated.stretches and group.has(Count):  # «start 7 januari 2027, 6 lessen»
        day = context.names.weekdays[dated.stretches[0].first.weekday()]
        weekly = Edit(start=0, end=0, text=f"{context.names.every.format(day=day)}, ")
        return replace(
            question("when-each-week-from", about, choices={"first": (weekly,)}, day=day), end=len(context.phrase)
        )
    if group.has(Months) and not group.has(HoursWritten):
        return question("when-which-day-of-month", about)
    code = "when-no-date" if group.has(HoursWritten) or not group.has(Except) else "when-only-exception"
    return Question(code=code, start=0, end=len(context.phrase))


# ------------------------------------------------------------------------------------------------------- rule and list


def _checked_list(group: Group, listed: Group, context: Context) -> list[Question]:
    """The dates of a list must be days of the rule before it; its step may differ, as around a holiday."""
    if listed.has(HoursWritten) and group.of(HoursWritten) != listed.of(HoursWritten) and group.timed:
        return [instead_or_on_top(listed, context)]
    pattern = pattern_of(group, None, context).rule
    if pattern is None:
        return []
    stretches = (one for days in listed.of(Days) for one in resolve(days, context.names, context.today).stretches)
    return [
        _off_rule(group, pattern, stretch.written, stretch.first, context)
        for stretch in stretches
        if isinstance(stretch.written, DayWritten) and not gives(pattern, stretch.first)
    ]


def _beside_rule(groups: Sequence[Group], place: int) -> bool:
    """Whether dates stand behind a rule, and it is not said if they come instead of it or on top."""
    group = groups[place]
    return place > 0 and groups[place - 1].recurs and not (group.also or group.lists or group.joint is Joint.AND)


def _since_or_once(rule: Group, group: Group, context: Context) -> Question | None:
    """``elke dinsdag 6 oktober 2026 10 uur``: from that day on, or that day alone?"""
    days = group.of(Days)[0]
    one_day = len(days.items) == 1 and isinstance(days.items[0], DayWritten)
    behind = max(piece.end for piece in rule.pieces)
    if group.joint is not Joint.NONE or rule.timed or not one_day or behind > days.start:
        return None
    since = Edit(start=behind, end=days.start, text=f" {context.names.since.format(date='')}")
    only = Edit(start=0, end=days.start, text="")
    return question("when-since-or-once", days, choices={"first": (since,), "second": (only,)})


def _since_or_alone(dates: Group | None, rule: Group, context: Context) -> list[Question]:
    """``12 januari 2027, elke dinsdag 20 uur``: from that day on, or that day alone?"""
    if dates is None or not dates.dated or rule.also or rule.joint not in {Joint.NONE, Joint.COMMA}:
        return []
    lent = [one for one in dates.of(HoursWritten) if one not in rule.of(HoursWritten)]
    days, times = dates.of(Days)[0], rule.of(HoursWritten)
    one_day = len(days.items) == 1 and isinstance(days.items[0], DayWritten)
    which = [one for one in rule.of(Weekdays) if one.every]
    if lent or not times or not one_day or not which or rule.has(Since):
        return []
    since = Edit(start=days.start, end=days.start, text=context.names.since.format(date=""))
    alone = Edit(start=days.end, end=which[0].end, text="")
    return [question("when-since-or-once", days, choices={"first": (since,), "second": (alone,)})]


def _off_rule(group: Group, pattern: ReadRule, written: DayWritten, day: date, context: Context) -> Question:
    rule_start = min(piece.start for piece in group.pieces if not isinstance(piece, HoursWritten))
    names = context.names
    rule_end = max(piece.end for piece in group.pieces if isinstance(piece, PATTERN))
    rule = context.phrase[rule_start:rule_end].strip(" ,;")
    near = [day + timedelta(days=ahead) for ahead in sorted(range(-_NEAR.days, _NEAR.days + 1), key=abs)]
    meant = next((one for one in near if gives(pattern, one)), day)
    weekday = written.weekday is not None and written.weekday_end > written.start
    place = written.start if weekday else written.day_at
    said = with_weekday(meant, names) if weekday else full(meant, names)
    by_rule = Edit(start=place, end=written.end, text=said)
    by_list = Edit(start=rule_start, end=rule_end, text="")
    return question(
        "when-list-off-rule",
        written,
        date=with_weekday(day, names),
        rule=rule,
        choices={"first": (by_rule,), "second": (by_list,)},
    )


# ---------------------------------------------------------------------------------------------------------- 9-12, 1-10


def _without_bare_numbers(group: Group, context: Context) -> tuple[Group, list[Question]]:
    """``do 1-10``: the first of October, or from one to ten? With a rule or a date beside it, they are hours."""
    for bare in [one for one in group.of(HoursWritten) if one.bare]:
        day, month = (bare.begins.hour, bare.ends.hour) if bare.begins and bare.ends else (0, 0)
        if not (1 <= day <= 31 and 1 <= month <= 12) or group.dated:
            continue
        weekdays = group.of(Weekdays)
        once = (
            len(weekdays) == 1
            and not weekdays[0].every
            and not group.has(Step, Parity)
            and not (context.recurring or context.several)
        )
        if group.recurs and not once:
            continue
        others = [piece for piece in group.pieces if piece is not bare]
        rest = replace(group, pieces=others)
        written = _as_day(bare, day, month, weekdays)
        asked = resolve(Days(start=written.start, end=written.end, items=(written,)), context.names, context.today)
        ranges = [one.begins.hour for one in rest.of(HoursWritten) if one.begins and one.ends]
        if rest.timed and not (ranges and day < month <= min(ranges)):  # «di 9-12, 13-17 uur»
            return Group(pieces=[]), list(asked.questions)
        return Group(pieces=[]), [_date_or_hours(bare, asked.questions, context)]
    return group, []


def _as_day(bare: HoursWritten, day: int, month: int, weekdays: list[Weekdays]) -> DayWritten:
    before = weekdays[0] if weekdays and weekdays[0].end <= bare.start else None
    return DayWritten(
        start=before.start if before else bare.start,
        end=bare.end,
        day=day,
        month=month,
        weekday=weekdays[0].items[0].weekday if weekdays else None,
        in_figures=True,
        day_at=bare.start,
        weekday_end=before.end if before else bare.start,
        year_at=bare.end,
    )


def _date_or_hours(bare: HoursWritten, asked: Sequence[Question], context: Context) -> Question:
    as_hours = tuple(
        Edit(start=clock.start, end=clock.end, text=context.names.clock.format(hour=clock.hour, minute=0))
        for clock in (bare.begins, bare.ends)
        if clock is not None
    )
    as_date = next((one.edits or one.choices.get("first", ()) for one in asked), ())
    if not as_date:
        return question("when-which-year", bare)
    return question("when-date-or-hours", bare, choices={"first": as_date, "second": as_hours})
