"""Which parts of a phrase belong together: the days with their time, and what holds for all of them.

A phrase may hold several activities in a row, each with its own time: ``maandagavond 19–20 uur; dinsdag 9.30–11 uur``.
A group is one of them. What stands before the first days, or apart from all days, holds for every group.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.recurrence.phrases.clauses import Joined, Joint
from streekagenda.recurrence.phrases.counting import of_several
from streekagenda.recurrence.phrases.group import BOUNDS, PATTERN, RHYTHM, TIME, WHICH, WITH_TIME, Group, is_run
from streekagenda.recurrence.phrases.parts import (
    Also,
    ChangeWritten,
    Count,
    Days,
    Doors,
    Except,
    HolidaySet,
    HoursWritten,
    Lasting,
    Listed,
    Months,
    NthWeekdays,
    Piece,
    Remark,
    Step,
    Unit,
    Weekdays,
)
from streekagenda.recurrence.phrases.questions import Edit, Question, question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Grouped(Struct, frozen=True, kw_only=True):
    """The groups of a phrase, and what must be asked about how they belong together."""

    groups: tuple[Group, ...]
    questions: tuple[Question, ...] = ()


def grouped(parts: Sequence[Joined], phrase: str) -> Grouped:
    """Put the parts of a phrase together; ``phrase`` is its text, for the readings in a question."""
    kept = [joined for joined in _changes_of_rules(parts) if not isinstance(joined.piece, Remark)]
    groups, shared, questions = _split(kept, phrase)
    questions += of_several(groups, shared, phrase)
    for group in groups:
        if group.recurs:
            group.pieces += shared
    if not any(group.recurs for group in groups):
        questions += [question("when-loose-end", piece) for piece in shared if not isinstance(piece, Count)]
        groups[-1].pieces += [piece for piece in shared if isinstance(piece, Count)]
    _lend_time(groups)
    return Grouped(groups=tuple(groups), questions=tuple(questions))


def _changes_of_rules(parts: Sequence[Joined]) -> Iterator[Joined]:
    """What is said of one date is of a rule with a time before it; else it is a date with its time, as any other."""
    rule = timed = False
    for joined in parts:
        said = joined.piece
        rule, timed = rule or isinstance(said, PATTERN), timed or isinstance(said, TIME)
        if (
            isinstance(said, ChangeWritten)
            and not said.of_a_rule
            and not (rule and timed and len(said.days.items) == 1)
        ):
            yield Joined(joint=joined.joint, piece=said.days)
            yield from (Joined(joint=Joint.NONE, piece=one) for one in said.hours)
        else:
            yield joined


def _split(parts: Sequence[Joined], phrase: str) -> tuple[list[Group], list[Piece], list[Question]]:
    groups = [Group()]
    shared: list[Piece] = []
    questions: list[Question] = []
    also = announced = own_sentence = False
    stop = Joint.NONE
    time_first = _time_comes_first(parts)
    seasons = _seasons_in_front(parts)
    for place, found in enumerate(parts):
        piece, group = found.piece, groups[-1]
        if place in seasons:
            groups.append(Group(joint=found.joint, also=also, pieces=[piece]))
            also = announced = False
            continue
        if isinstance(piece, (Also, Listed)):
            also, announced = also or isinstance(piece, Also), announced or isinstance(piece, Listed)
            stop = found.joint if found.joint is Joint.STOP else stop
            continue
        joined = Joined(joint=max(found.joint, stop), piece=piece)
        stop = Joint.NONE
        if isinstance(piece, ChangeWritten):
            rule = next((one for one in reversed(groups) if one.recurs), None)
            if rule is None:
                questions.append(question("when-change-of-what", piece))
            else:
                rule.changes.append(piece)
            also = announced = False
            continue
        begins = _begins_group(group, joined, parts[place + 1 :], time_first=time_first, also=also)
        own_time = _has_own_time(parts[place + 1 :])
        questions += (
            []
            if begins and own_time and group.timed and group.recurs
            else _asked_of_joint(group, joined, begins=begins, also=also)
        )
        if also and isinstance(piece, BOUNDS):  # «elke donderdag, ook in juli»
            questions.append(question("when-loose-end", piece))
        if also and isinstance(piece, HolidaySet) and group.recurs:  # it takes place then too, as on any day
            also = False
            continue
        if isinstance(piece, Months) and _stands_alone(joined, parts[1:2] if place == 0 else ()):
            questions.append(question("when-loose-end", piece))
        if begins:
            group = Group(joint=joined.joint, also=also, announced=announced)
            groups.append(group)
        own_sentence = joined.joint is Joint.STOP if begins else own_sentence and joined.joint is not Joint.STOP
        if isinstance(piece, BOUNDS) and not own_sentence and _holds_for_all(groups, piece, parts[place + 1 :]):
            shared.append(piece)
            questions += _asked_of_bound(groups, joined, phrase)
        else:
            group.pieces.append(piece)
        also = announced = False
    return groups, shared, questions


def _has_own_time(behind: Sequence[Joined]) -> bool:
    """``maandag 9-12 uur dinsdag 13-17 uur``: whether a time stands behind these days, before any others."""
    first = next((one.piece for one in behind if isinstance(one.piece, (*TIME, *PATTERN, Days))), None)
    return isinstance(first, HoursWritten) and first.begins is not None


def _asked_of_joint(group: Group, joined: Joined, *, begins: bool, also: bool) -> list[Question]:
    """What stands beside other words of its kind must be joined to them; else a word may have been lost."""
    piece, bare = joined.piece, joined.joint is Joint.NONE and not also
    if isinstance(piece, WHICH) and piece.only and joined.joint < Joint.STRONG and group.has(*WHICH):
        return [question("when-two-rhythms", piece)]  # «elke maandag, alleen de 1e van de maand»
    days = group.has(*PATTERN, Days)
    if begins and bare:  # «elke zondag op zaterdag»
        recurs_anew = isinstance(piece, (Weekdays, NthWeekdays)) and piece.every
        lost = not group.timed or not (recurs_anew or isinstance(piece, (Days, *RHYTHM)))
    elif isinstance(piece, HoursWritten):
        once = group.recurs and all(isinstance(one, Weekdays) and not one.every for one in group.pieces[:1])
        dateless = not group.has(*PATTERN, Days)
        earlier = [one for one in group.of(HoursWritten) if not (one.bare and (once or dateless))]  # «do 1-10 19:30»
        completes = piece.begins is None or any(one.begins is None for one in earlier)
        if earlier and not completes and piece.ends is None and joined.joint is not Joint.AND:
            return [question("when-two-times", piece)]
        apart = joined.joint in {Joint.NONE, Joint.STRONG, Joint.STOP}
        lost = (joined.joint is Joint.AND and days and not group.timed) or (apart and bool(earlier) and not completes)
    else:
        lost = group.timed and not days and joined.joint is Joint.AND and isinstance(piece, (*PATTERN, Days))
    return [question("when-loose-end", piece)] if lost else []


def _seasons_in_front(parts: Sequence[Joined]) -> set[int]:
    """``april t/m september: dinsdag 10-12 uur, oktober t/m maart: dinsdag 14-16 uur``: where each season begins."""
    found = {
        place
        for place, (one, behind) in enumerate(pairwise(parts))
        if isinstance(one.piece, Months)
        and isinstance(behind.piece, (*WHICH, Step))
        and (place == 0 or (isinstance(parts[place - 1].piece, TIME) and one.joint is not Joint.NONE))
    }
    return found if 0 in found and len(found) > 1 else set()


def _stands_alone(joined: Joined, behind: Sequence[Joined]) -> bool:
    """``elke vrijdag om 15.30 uur april``: a month with nothing around it that says what it means.

    At the head of a phrase a colon or comma behind it will do: ``juli en augustus: dagelijks``.
    """
    months = joined.piece
    named = isinstance(months, Months) and (months.a_run or months.introduced or months.last_year is not None)
    return not named and joined.joint is Joint.NONE and not (behind and behind[0].joint is Joint.COMMA)


def _time_comes_first(parts: Sequence[Joined]) -> bool:
    """Whether times stand before their days: ``van 10 tot 12 uur op maandag en van 14 tot 16 uur op dinsdag``."""
    order = [isinstance(joined.piece, TIME) for joined in parts if isinstance(joined.piece, (*TIME, *PATTERN, Days))]
    return order[:4] == [True, False, True, False]


def _begins_group(group: Group, joined: Joined, behind: Sequence[Joined], *, time_first: bool, also: bool) -> bool:
    piece = joined.piece
    if isinstance(piece, HoursWritten) and time_first:
        return group.timed and (group.recurs or group.dated)
    if not isinstance(piece, (*PATTERN, Days)) or time_first:
        return False
    anew = (also or joined.joint is not Joint.NONE) and group.timed and isinstance(piece, WHICH) and _daily(group)
    # «van 3 t/m 5 oktober 2026, ook elke zondag», «elke zondag, ook van 3 t/m 5 oktober 2026»: the run is no bound of it
    anew = anew or (also and (joined.joint is Joint.STOP or group.dated or isinstance(piece, Days)))
    return group.has(*PATTERN, Days) and (anew or not _completes(group, joined, behind))


def _daily(group: Group) -> bool:
    """``dagelijks 10-17 uur``: what stands behind it is no part of it."""
    return any(step.unit is Unit.DAY for step in group.of(Step))


def _completes(group: Group, joined: Joined, behind: Sequence[Joined]) -> bool:
    """Whether days belong to the days that the group has: ``om de week`` and ``op woensdag``."""
    piece = joined.piece
    if joined.joint is Joint.AND:
        return False
    if isinstance(piece, Days):
        others = [days for days in group.of(Days) if days is not group.each_year]
        yearly = any(step.unit is Unit.YEAR for step in group.of(Step)) and not group.has(*WHICH, Days)
        return group.recurs and not others and (is_run(piece) or yearly)
    if group.dated:
        a_stretch = is_run(group.of(Days)[0]) and not group.also
        return a_stretch or (isinstance(piece, Weekdays) and piece.that)
    if isinstance(piece, RHYTHM):
        weekdays_behind = bool(behind) and behind[0].joint is Joint.NONE and isinstance(behind[0].piece, WHICH)
        return not group.has(type(piece)) and not (weekdays_behind and group.has(*WHICH))
    return isinstance(piece, WHICH) and not group.has(*WHICH)


# ------------------------------------------------------------------------------------ bounds: of one group or of all


def _holds_for_all(groups: Sequence[Group], piece: Piece, behind: Sequence[Joined]) -> bool:
    before_all = len(groups) == 1 and not groups[0].has(*PATTERN, Days)
    days_behind = any(isinstance(other.piece, (*PATTERN, Days)) for other in behind)
    if before_all:
        return days_behind
    own = any(group.has(type(piece)) for group in groups[:-1])
    return not days_behind and len(groups) > 1 and not own


def _asked_of_bound(groups: Sequence[Group], joined: Joined, phrase: str) -> list[Question]:
    """``ma 10-12; di 13-15, niet in juli``: is that said of both?"""
    rules = [group for group in groups if group.recurs]
    apart = joined.joint >= Joint.STRONG or not rules or rules[-1] is not groups[-1]
    piece = joined.piece
    if apart or len(rules) < 2 or rules[-1].joint is not Joint.STRONG or _of_no_weekday_of(rules[:-1], piece):
        return []
    text = phrase[piece.start : piece.end]
    ends = [max(one.end for one in rule.pieces) for rule in rules[:-1]]
    at_all = tuple(Edit(start=end, end=end, text=f", {text}") for end in ends)
    own = phrase[min(one.start for one in rules[-1].pieces) : piece.end]
    others = phrase[: min(one.start for one in rules[-1].pieces)].rstrip(" ;.,\n")
    only_last = Edit(start=0, end=len(phrase), text=f"{own}; {others}")
    return [question("when-for-which", piece, choices={"first": at_all, "second": (only_last,)})]


def _of_no_weekday_of(rules: Sequence[Group], piece: Piece) -> bool:
    """``ma 10-12; di 13-15, woensdag gesloten``: it makes no difference to these."""
    named = {day.weekday for rule in rules for weekdays in rule.of(Weekdays) for day in weekdays.items}
    weekly = all(rule.has(Weekdays) for rule in rules)
    days = piece.items if isinstance(piece, Except) else ()
    off = {day.weekday for weekdays in days if isinstance(weekdays, Weekdays) for day in weekdays.items}
    return weekly and bool(off) and not off & named and all(isinstance(one, Weekdays) for one in days)


# -------------------------------------------------------------------------------------------------- times of several


def _lend_time(groups: Sequence[Group]) -> None:
    """Give groups without a time that of the group that they belong to.

    ``ma en elke 1e di 10-12 uur`` has one time for both; a list of dates goes by the time of its rule.
    """
    for place in range(len(groups) - 2, -1, -1):
        group, following = groups[place], groups[place + 1]
        joined = following.joint in {Joint.AND, Joint.COMMA} or (group.dated and following.dated)
        complete = group.timed or group.has(Doors, Lasting)
        joined = joined and not following.also
        if not complete and following.timed and (joined or _rule_of_list(group, following)):
            group.pieces += _time_of(following)
    for group, following in pairwise(groups):
        if not following.timed and group.timed and _rule_of_list(group, following):
            following.pieces += _time_of(group)


def _rule_of_list(group: Group, following: Group) -> bool:
    return group.recurs and following.lists


def _time_of(group: Group) -> Iterable[Piece]:
    return [piece for piece in group.pieces if isinstance(piece, (*TIME, *WITH_TIME))]
