"""Days of one phrase that meet: do they come instead of one another, or side by side? It is asked, unless it is said.

``ma t/m vr 9-17 uur, woensdag 9-12 uur``: people mean that Wednesday is shorter, but a calendar would show both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.schedule import DateRange, Frequency, NamedHoliday, Weekday
from streekagenda.recurrence.feasts import feast_in
from streekagenda.recurrence.phrases.changing import on_top
from streekagenda.recurrence.phrases.excluding import gives
from streekagenda.recurrence.phrases.group import PATTERN
from streekagenda.recurrence.phrases.parts import Days, HoursWritten, NthWeekdays, Step, Weekdays
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.years import full

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from streekagenda.recurrence.phrases.context import Context
    from streekagenda.recurrence.phrases.group import Group
    from streekagenda.recurrence.phrases.parts import Piece
    from streekagenda.recurrence.phrases.readings import ReadMoment, ReadRule, Timing


class Understood(Struct, frozen=True, kw_only=True):
    """A group with the moments or rules that it says."""

    group: Group
    rules: tuple[ReadRule, ...] = ()
    moments: tuple[ReadMoment, ...] = ()


def asked_of_overlaps(groups: Sequence[Understood], context: Context) -> list[Question]:
    """Ask about each group with days of an earlier one at a time that meets its own."""
    asked: list[Question] = []
    for place, later in enumerate(groups):
        for earlier in groups[:place]:
            if not (later.group.also or earlier.group.also):
                asked += _asked_of(earlier, later, context)
    return asked


def _asked_of(earlier: Understood, later: Understood, context: Context) -> list[Question]:
    for one in earlier.rules:
        for other in later.rules:
            same_days = replace(one, timing=other.timing) == other  # «elke zondag 10 uur, elke zondag 19 uur»: both
            if (one == other) if same_days else (_shared(one, other) and _meet(one.timing, other.timing)):
                return [_two_rules((earlier.group, one), (later.group, other), context)]
    for ruled, dated in ((earlier, later), (later, earlier)):
        for rule in ruled.rules:
            for moment in dated.moments:
                if _may_give(rule, moment.first) and _meet(rule.timing, moment.timing):
                    return [_rule_and_date(ruled.group, dated.group, rule, moment, context)]
    return []


# ------------------------------------------------------------------------------------------------------------ do they?


def _meet(one: Timing, other: Timing) -> bool:
    """Whether two times of a day may overlap; a time without an end may last long."""
    if one.lacks_time != other.lacks_time:
        return False  # «elke zondag 14-16 uur 27 juni 2027»: something else is lost, and asked about
    if one.hours is None or other.hours is None:
        return True
    first, second = sorted((one.hours, other.hours), key=lambda hours: hours.start)
    return first.end is None or first.end < first.start or second.start < first.end


def _shared(one: ReadRule, other: ReadRule) -> set[Weekday]:
    """The weekdays on which both rules may give the same day."""
    months = not one.months or not other.months or bool(set(one.months) & set(other.months))
    parity = one.week_parity is None or other.week_parity in {None, one.week_parity}
    ordered = _in_time(one, other) and _in_time(other, one)
    if not (months and parity and ordered) or _in_turn(one, other):
        return set()
    mine, theirs = _numbers(one), _numbers(other)
    return {day for day in mine if day in theirs and any(_same(a, b) for a in mine[day] for b in theirs[day])}


def _in_time(one: ReadRule, other: ReadRule) -> bool:
    return one.start is None or other.until is None or one.start <= other.until


def _in_turn(one: ReadRule, other: ReadRule) -> bool:
    """Every two weeks the one, and in the weeks between the other."""
    if one.interval != other.interval or one.interval == 1 or one.start is None or other.start is None:
        return False
    weeks = [(start.toordinal() - 1) // 7 for start in (one.start, other.start)]
    return one.frequency is other.frequency is Frequency.WEEKLY and (weeks[0] - weeks[1]) % one.interval != 0


def _numbers(rule: ReadRule) -> dict[Weekday, set[int]]:
    """Which ones of each weekday a rule gives in a month: 0 is each of them."""
    if rule.frequency is Frequency.DAILY:
        return {day: {0} for day in Weekday}
    if rule.frequency is Frequency.YEARLY or rule.month_days:
        return {}
    found: dict[Weekday, set[int]] = {}
    for day in rule.weekdays:
        found.setdefault(day.weekday, set()).add(day.nth)
    return found


def _same(one: int, other: int) -> bool:
    """Whether the n-th and the m-th may be one day: the last is the fourth or the fifth."""
    low, high = sorted((one, other))
    return one == other or 0 in {one, other} or (low < 0 < high and 4 <= high - low <= 6 and high - low - 5 in {0, 1})


def _may_give(rule: ReadRule, day: date) -> bool:
    """Whether a rule gives a day, as far as its exclusions can be reckoned here."""
    if (rule.start and day < rule.start) or (rule.until and day > rule.until) or not gives(rule, day):
        return False
    return not any(_leaves_out(one, day) for one in rule.exclusions)


def _leaves_out(exclusion: object, day: date) -> bool:
    if isinstance(exclusion, NamedHoliday):
        first, last = feast_in(exclusion.feast, day.year)
        return first <= day <= last
    if isinstance(exclusion, DateRange):
        return exclusion.first <= day <= exclusion.last
    return True  # a set of days off: whether this day is in it is not known here


# ---------------------------------------------------------------------------------------------------- what is asked


def _two_rules(earlier: tuple[Group, ReadRule], later: tuple[Group, ReadRule], context: Context) -> Question:
    about = _which(later[0])
    if earlier[1].timing == later[1].timing:
        return question("when-two-rhythms", about)
    also = Edit(start=about.start, end=about.start, text=f"{context.names.also_each} ")
    values = {"other": _text(earlier[0], later[0], context), "text": _text(later[0], earlier[0], context)}
    shared = _shared(earlier[1], later[1])
    for general, narrow in ((earlier, later), (later, earlier)):
        instead = _instead(*general, narrow[1], shared, context)
        if instead is not None:
            choices = {"first": (instead,), "second": (also,)}
            return replace(question("when-instead-or-also", about, choices=choices), values=values)
    return replace(question("when-same-day", about, choices={"first": (also,)}), values=values)


def _instead(group: Group, rule: ReadRule, narrow: ReadRule, shared: set[Weekday], context: Context) -> Edit | None:
    """Write the days of a rule without those of a narrower one."""
    names = context.names
    bounds = ("months", "week_parity", "interval", "start", "until", "count")
    alike = all(getattr(rule, name) == getattr(narrow, name) for name in bounds) and rule.interval == 1
    plain = rule.frequency in {Frequency.DAILY, Frequency.WEEKLY}
    written = _which(group)
    if not alike or not plain or not isinstance(written, (Weekdays, Step)):
        return None
    parts = {item.part for item in written.items} if isinstance(written, Weekdays) else {None}
    part = next(iter(parts)) if len(parts) == 1 else None
    ending = names.parts[part] if part else ""
    if narrow.frequency in {Frequency.DAILY, Frequency.WEEKLY}:
        left = [f"{names.weekdays[day]}{ending}" for day in _numbers(rule) if day not in shared]
        text = names.listed(left) if len(left) > 1 else names.every.format(day=left[0]) if left else ""
    else:
        taken = {day.nth for day in narrow.weekdays}
        one_day = len(shared) == len(_numbers(rule)) == 1 and min(taken) > 0
        nths = [names.ordinals[nth - 1] for nth in range(1, 6) if nth not in taken] if one_day else []
        day = f"{names.weekdays[min(shared)]}{ending}"
        text = names.nth_weekday.format(nth=names.listed(nths), day=day) if nths else ""
    return Edit(start=written.start, end=written.end, text=text) if text else None


def _rule_and_date(ruled: Group, dated: Group, rule: ReadRule, moment: ReadMoment, context: Context) -> Question:
    names = context.names
    days = dated.of(Days)[0]
    said = full(moment.first, names)
    values = {"other": _text(ruled, dated, context), "date": said}
    if rule.timing == moment.timing:
        return replace(question("when-date-in-rule", days), values=values)
    own = [*_own(ruled, dated), *_own(dated, ruled)]
    values["text"] = _text(dated, ruled, context)
    text = f"{values['text']}; {values['other']}, {names.not_on.format(date=said)}"
    instead = Edit(start=min(one.start for one in own), end=max(one.end for one in own), text=text)
    which = _which(ruled)
    also = Edit(start=which.start, end=which.start, text=f"{names.also_each} ")
    if days.start > which.start:
        also = on_top(days, days.start, context)
    choices = {"first": (instead,), "second": (also,)}
    return replace(question("when-instead-or-also", days, choices=choices), values=values)


# ------------------------------------------------------------------------------------------------- a group in its words


def _which(group: Group) -> Piece:
    """The part of a group that says which days recur; a step of weeks does not, where weekdays stand beside it."""
    found = [piece for piece in group.pieces if isinstance(piece, PATTERN)]
    which = [piece for piece in found if isinstance(piece, (Weekdays, NthWeekdays))]
    return next(iter(which or found))


def _own(group: Group, other: Group) -> list[Piece]:
    """The days of a group, and its time if that is its own."""
    days = [piece for piece in group.pieces if isinstance(piece, (*PATTERN, Days))]
    return [*days, *(piece for piece in group.of(HoursWritten) if piece not in other.pieces)]


def _text(group: Group, other: Group, context: Context) -> str:
    own = _own(group, other)
    return context.phrase[min(one.start for one in own) : max(one.end for one in own)].strip(" ,;.()")
