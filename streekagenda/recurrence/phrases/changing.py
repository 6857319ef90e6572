"""What is said of single dates of a rule: extra moments, and dates that differ, each given to the rule it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.details import Status
from streekagenda.recurrence.phrases.excluding import gives, with_years_of
from streekagenda.recurrence.phrases.group import Group
from streekagenda.recurrence.phrases.parts import AllDay, ClockWritten, DayPart, Days, HoursWritten
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.readings import ReadChange, ReadMoment, ReadRule
from streekagenda.recurrence.phrases.resolving import resolve
from streekagenda.recurrence.phrases.timing import timings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from streekagenda.model.schedule import Hours
    from streekagenda.recurrence.phrases.context import Context
    from streekagenda.recurrence.phrases.parts import ChangeWritten, Written


class Told(Struct, frozen=True, kw_only=True):
    """The rules of one group, one for each of its times, and what is said of single dates of it."""

    rules: tuple[ReadRule, ...]
    changes: tuple[ChangeWritten, ...] = ()


class Changed(Struct, frozen=True, kw_only=True):
    """Rules with their changes, or what must be asked first."""

    rules: tuple[ReadRule, ...] = ()
    questions: tuple[Question, ...] = ()


def with_also(told: Told, moments: Sequence[ReadMoment]) -> Told:
    """Add extra moments to the first rule of a group; those without a time take that of each rule."""
    rules: list[ReadRule] = []
    for rule in told.rules:
        own = (replace(one, timing=rule.timing) for one in moments if one.timing.lacks_time)
        others = (one for one in moments if not one.timing.lacks_time and not rules)
        rules.append(replace(rule, also=(*rule.also, *own, *others)))
    return replace(told, rules=tuple(rules))


def with_changes(told: Sequence[Told], context: Context) -> Changed:
    """Give each change to the rule that it is about: the nearest one before it that gives its day."""
    rules = [list(one.rules) for one in told]
    questions: list[Question] = []
    for place, one in enumerate(told):
        nearest_first = [rules[place], *rules[:place][::-1], *rules[place + 1 :]]
        for written in one.changes if one.rules else ():
            questions += _change(written, nearest_first, context)
    return Changed(rules=tuple(rule for one in rules for rule in one), questions=tuple(questions))


def _change(written: ChangeWritten, nearest_first: Sequence[list[ReadRule]], context: Context) -> tuple[Question, ...]:
    """Add what a sentence says to the rules that it is about, or return what must be asked first."""
    rule = nearest_first[0][0]
    other = written.moved_to
    resolved = [
        resolve(with_years_of(rule, days, context), context.names, context.today)
        for days in (written.days, Days(start=other.start, end=other.end, items=(other,)) if other else None)
        if days is not None
    ]
    runs = [question("when-loose-end", day.written) for one in resolved for day in one.stretches if day.run]
    if questions := (*(asked for one in resolved for asked in one.questions), *runs):
        return questions
    for day in resolved[0].stretches:
        owners = next((rules for rules in nearest_first if _is_of(day.first, rules)), None)
        if owners is None and not written.of_a_rule:
            return (instead_or_on_top(Group(pieces=[written.days, *written.hours]), context),)
        owners = owners or nearest_first[0]
        if len(owners) > 1 and (written.hours or other):
            return (question("when-which-time", written),)
        for place, owner in enumerate(owners):
            told = _hours(written, day.first, owner, context)
            if isinstance(told, Question):
                return (told,)
            change = ReadChange(
                on=day.first,
                moved_to=resolved[1].stretches[0].first if other else None,
                hours=told,
                status=Status(written.status) if written.status else None,
                title=_text(written.title, context),
                note=_text(written.note, context),
            )
            owners[place] = replace(owner, changes=(*owner.changes, change))
    return ()


def _is_of(day: date, rules: Sequence[ReadRule]) -> bool:
    return any(gives(rule, day) or any(extra.first == day for extra in rule.also) for rule in rules)


def instead_or_on_top(dates: Group, context: Context) -> Question:
    """Dates with a time of their own behind a rule: instead of it, or on top?"""
    start = min(piece.start for piece in dates.pieces)
    end = max(piece.end for piece in dates.pieces)
    about = dates.of(Days)[0]
    only = Edit(start=0, end=start, text="")
    asked = question(
        "when-rule-or-dates", about, choices={"first": (on_top(about, start, context),), "second": (only,)}
    )
    return replace(asked, start=start, end=end)


def on_top(days: Days, start: int, context: Context) -> Edit:
    """Write ``ook op`` before dates that begin at ``start``, in the place of the ``op`` that they may have."""
    words = context.names.also
    said = f"{words.capitalize()} " if context.phrase[start : start + 1].isupper() else f"{words} "
    return Edit(start=start, end=days.items[0].start if days.start == start else start, text=said)


# ------------------------------------------------------------------------------------------------------------- hours


def _hours(written: ChangeWritten, day: date, rule: ReadRule, context: Context) -> Hours | Question | None:
    """Return the hours of one date; where only the end is said, it begins as always."""
    for one in written.hours:
        if isinstance(one, (AllDay, DayPart)):
            return question("change-all-day" if isinstance(one, AllDay) else "when-loose-end", one)
    if not written.hours:
        return None
    usual = _usual(day, rule)
    only_end = any(isinstance(one, HoursWritten) and one.begins is None for one in written.hours)
    pieces = [_begun(one, usual) if isinstance(one, HoursWritten) and usual else one for one in written.hours]
    timings = timings_of(Group(pieces=[written.days, *pieces]), context.names)
    if timings.questions:
        return timings.questions[0]
    hours = timings.timings[0].hours
    if len(timings.timings) != 1 or hours is None:
        return question("when-two-times", written.hours[-1])
    return replace(hours, doors=hours.doors or usual.doors) if usual and only_end else hours


def _usual(day: date, rule: ReadRule) -> Hours | None:
    """The hours from which one date differs: those of the rule, or of an extra moment on that day."""
    extra = next((one for one in rule.also if one.first == day), None)
    return extra.timing.hours if extra is not None else rule.timing.hours


def _begun(written: HoursWritten, usual: Hours) -> HoursWritten:
    if written.begins is not None:
        return written
    start = written.start
    begins = ClockWritten(start=start, end=start, hour=usual.start.hour, minute=usual.start.minute, certain=True)
    return replace(written, begins=begins)


def _text(written: Written | None, context: Context) -> str | None:
    return context.phrase[written.start : written.end].strip() if written else None
