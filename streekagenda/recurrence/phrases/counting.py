"""So many times: of one rule with one time a day, and with no other end (RFC 5545 section 3.3.10)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.model.schedule import DateRange
from streekagenda.recurrence.days import LAST_DAY
from streekagenda.recurrence.days import days as days_of
from streekagenda.recurrence.phrases.parts import Count, Days, Months, Until
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.years import full

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from streekagenda.recurrence.phrases.context import Context
    from streekagenda.recurrence.phrases.group import Group
    from streekagenda.recurrence.phrases.parts import Piece, Written
    from streekagenda.recurrence.phrases.readings import ReadRule


def counted(rule: ReadRule, group: Group, context: Context) -> tuple[ReadRule, list[Question]]:
    """Return a rule with its last day alone, where its number of times says the same; else ask which is right.

    The times that a group leaves out by their date may or may not be in its number.
    """
    times, until = rule.count, rule.until
    if times is None or until is None:
        return rule, []
    start = rule.start or context.start
    if start is None:
        return rule, [question("when-count-and-end", group.of(Count)[0])]
    by_end = replace(rule, count=None)
    given = list(days_of(by_end.rule(start), start, until))
    left_out = [one for one in rule.exclusions if isinstance(one, DateRange)]
    left = [day for day in given if not any(one.first <= day <= one.last for one in left_out)]
    if times in {len(given), len(left)}:
        return by_end, []
    return rule, [_count_or_end(rule, group, start, left, context)]


def of_several(groups: Sequence[Group], shared: Sequence[Piece], phrase: str) -> list[Question]:
    """``ma 10-12 en di 14-16 uur, 3 keer``: three times each, or in all?"""
    count = next((one for one in shared if isinstance(one, Count)), None)
    recurring = [group for group in groups if group.recurs]
    if count is None or len(recurring) < 2:
        return []
    text = phrase[count.start : count.end]
    choices = {}
    if all(group.timed and max(one.end for one in group.pieces) <= count.start for group in recurring):
        ends = [max(one.end for one in group.pieces) for group in recurring[:-1]]
        choices["first"] = tuple(Edit(start=end, end=end, text=f", {text}") for end in ends)
    return [question("when-count-of-which" if choices else "when-count-of-several", count, choices=choices)]


def of_times(group: Group, times: int) -> list[Question]:
    """``elke dinsdag om 10 en om 14 uur, 6 keer``: on six days, or on three?"""
    return [question("when-count-of-several", one) for one in group.of(Count) if times > 1]


def _count_or_end(rule: ReadRule, group: Group, start: date, given: list[date], context: Context) -> Question:
    names = context.names
    by_count = list(islice(days_of(replace(rule, until=None).rule(start), start, LAST_DAY), rule.count))
    ends = [piece for kind in (Until, Days, Months) for piece in group.of(kind)]
    since = names.since.format(date=full(start, names))
    no_end = tuple(
        _without(context.phrase, piece.start, piece.end) if isinstance(piece, Until) else _instead(piece, since)
        for piece in ends
    )
    no_count = tuple(_without(context.phrase, piece.start, piece.end) for piece in group.of(Count))
    return question(
        "when-count-or-end",
        group.of(Count)[0],
        number=len(given),
        times=rule.count,
        start=full(start, names),
        end=full(rule.until or start, names),
        last=full(by_count[-1], names) if by_count else "",
        choices={"first": no_count, "second": no_end},
    )


def _instead(piece: Written, text: str) -> Edit:
    return Edit(start=piece.start, end=piece.end, text=text)


def _without(phrase: str, start: int, end: int) -> Edit:
    """Take out a part of a phrase with the comma or the space before it, or else behind it."""
    before = len(phrase[:start].rstrip(" ,"))
    if before:
        return Edit(start=before, end=end, text="")
    return Edit(start=start, end=len(phrase) - len(phrase[end:].lstrip(" ,")), text="")
