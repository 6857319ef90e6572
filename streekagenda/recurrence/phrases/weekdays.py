"""The grammar of the days that recur: weekdays, n-th weekdays and days of the month."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from streekagenda.model.schedule import Weekday
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import MonthDays, NthWeekdays, Weekdays, WeekdayWritten, Written
from streekagenda.recurrence.phrases.single_days import one_day

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.tokens import Cursor, Token

_LIST_SIGNS = (Kind.COMMA, Kind.AND, Kind.PLUS)
_RANGE_LINKS = (Kind.THROUGH, Kind.DASH, Kind.TO, Kind.UNTIL)
_WORKDAYS = tuple(Weekday)[:5]


# ---------------------------------------------------------------------------------------------------------- weekdays


def weekdays(cursor: Cursor) -> Weekdays | None:
    """Find weekdays: ``iedere zondag``, ``ma t/m vr``, ``woensdag- en vrijdagochtend``, ``op werkdagen``, ``die zaterdag``."""
    begin = cursor.peek().start
    again = cursor.attempt(_in_brackets)
    if again is not None:
        return again
    opened = cursor.take(Kind.FROM, Kind.SINCE)
    cursor.skip(Kind.ON, Kind.IN)
    word = cursor.take(Kind.EVERY, Kind.ARTICLE, Kind.THAT)
    dated = _date_follows(cursor) and (word is None or word.kind is not Kind.EVERY)
    first = None if dated else cursor.first_of(_workdays, _some_weekdays)
    if first is None or (opened and len(first.items) == 1):  # «van maandag t/m vrijdag»
        return None
    that = word is not None and word.kind is Kind.THAT
    every = first.every or (word is not None and not that) or len(first.items) > 1
    return replace(first, start=begin, every=every, that=that)


def _in_brackets(cursor: Cursor) -> Weekdays | None:
    """``9 februari 2027 om 10 uur (dinsdag)``: says again which weekday it is."""
    opened = cursor.take(Kind.OPEN)
    day = cursor.attempt(_weekday) if opened else None
    if day is None or day.habitual or not cursor.take(Kind.CLOSE):
        return None
    return Weekdays(start=day.start, end=day.end, items=(day,), every=False, that=True)


def _workdays(cursor: Cursor) -> Weekdays | None:
    word = cursor.take(Kind.WORKDAYS)
    if word is None:
        return None
    part = cursor.take(Kind.PART)
    items = tuple(
        WeekdayWritten(start=word.start, end=cursor.behind, weekday=day, part=part.part if part else None)
        for day in _WORKDAYS
    )
    return Weekdays(start=word.start, end=cursor.behind, items=items, every=True)


def _some_weekdays(cursor: Cursor) -> Weekdays | None:
    """A list of weekdays and ranges of weekdays."""
    first = cursor.attempt(_weekday)
    if first is None:
        return None
    found = [first]
    ellipses = [cursor.attempt(_ellipsis) is not None]
    open_link: Written | None = None
    while True:
        link = cursor.peek()
        in_range = cursor.attempt(_range_end)
        if in_range is not None:
            if link.kind is Kind.UNTIL:
                open_link = Written(start=link.start, end=link.end)
            run = _run(found[-1], in_range)
            found, ellipses = [*found[:-1], *run], [*ellipses[:-1], *([False] * len(run))]
            continue
        listed = cursor.attempt(_next_in_list)
        if listed is None:
            break
        found.append(listed)
        ellipses.append(cursor.attempt(_ellipsis) is not None)
    return Weekdays(
        start=first.start,
        end=cursor.behind,
        items=_with_parts(found, ellipses),
        every=any(weekday.habitual for weekday in found),
        unsure=_unsure(found, ellipses),
        open_link=open_link,
    )


def _weekday(cursor: Cursor) -> WeekdayWritten | None:
    token = cursor.take(Kind.WEEKDAY)
    if token is None:
        return None
    before = cursor.place
    cursor.take(Kind.DASH)
    part = cursor.take(Kind.PART) if token.part is None else None
    if part is None:
        cursor.place = before
    return WeekdayWritten(
        start=token.start,
        end=cursor.behind,
        weekday=token.weekday,
        part=part.part if part else token.part,
        habitual=token.meaning.habitual,
    )


def _ellipsis(cursor: Cursor) -> Token | None:
    """The hyphen in ``zaterdag- en zondagmiddag``."""
    dash = cursor.take(Kind.DASH)
    return dash if dash is not None and dash.glued and cursor.at(*_LIST_SIGNS, Kind.OR, Kind.THROUGH) else None


def _range_end(cursor: Cursor) -> WeekdayWritten | None:
    return cursor.attempt(_weekday) if cursor.take(*_RANGE_LINKS) and not _date_follows(cursor) else None


def _next_in_list(cursor: Cursor) -> WeekdayWritten | None:
    if not cursor.take(*_LIST_SIGNS):
        return None
    cursor.skip(*_LIST_SIGNS, Kind.ON)
    cursor.take(Kind.EVERY)
    cursor.skip(Kind.ARTICLE)
    return None if _date_follows(cursor) else cursor.attempt(_weekday)


def _date_follows(cursor: Cursor) -> bool:
    before = cursor.place
    found = cursor.attempt(one_day)
    cursor.place = before
    return found is not None


def _run(first: WeekdayWritten, last: WeekdayWritten) -> list[WeekdayWritten]:
    count = (last.weekday - first.weekday) % 7 + 1
    return [
        WeekdayWritten(
            start=first.start, end=last.end, weekday=Weekday((first.weekday + ahead) % 7), part=first.part or last.part
        )
        for ahead in range(count)
    ]


def _with_parts(found: list[WeekdayWritten], ellipses: list[bool]) -> tuple[WeekdayWritten, ...]:
    """Give weekdays with an ellipsis the part of the day of the next one."""
    filled: list[WeekdayWritten] = []
    for weekday, ellipsis in zip(reversed(found), reversed(ellipses), strict=True):
        filled.append(replace(weekday, part=filled[-1].part) if ellipsis and filled else weekday)
    return tuple(reversed(filled))


def _unsure(found: list[WeekdayWritten], ellipses: list[bool]) -> WeekdayWritten | None:
    """``zaterdag en zondagmiddag``: was a hyphen forgotten, or is it the whole of Saturday?"""
    if found[-1].part is None or found[0].start == found[-1].start:
        return None
    bare = (day for day, ellipsis in zip(found[:-1], ellipses, strict=False) if day.part is None and not ellipsis)
    return next(bare, None)


# --------------------------------------------------------------------------------------- n-th weekdays, days of a month


def nth_weekdays(cursor: Cursor) -> NthWeekdays | None:
    """Find n-th weekdays: ``elke 1e en 3e dinsdag van de maand``, ``laatste vrijdag``, ``eerste ma en derde wo``."""
    begin = cursor.peek().start
    cursor.skip(Kind.ON, Kind.IN)
    every = cursor.take(Kind.EVERY) is not None
    first = cursor.attempt(_ordinals_and_weekdays)
    if first is None:
        return None
    items = first
    while (more := cursor.attempt(_more_ordinals)) is not None:
        items = [*items, *more]
    of_month = cursor.attempt(_of_month) is not None
    return NthWeekdays(start=begin, end=cursor.behind, items=tuple(items), every=every, of_month=of_month)


def _ordinals_and_weekdays(cursor: Cursor) -> list[tuple[int, WeekdayWritten]] | None:
    numbers = cursor.attempt(_ordinals)
    weekday = cursor.attempt(_weekday) if numbers else None
    if numbers is None or weekday is None:
        return None
    return [(number.number, weekday) for number in numbers]


def _more_ordinals(cursor: Cursor) -> list[tuple[int, WeekdayWritten]] | None:
    if not cursor.take(*_LIST_SIGNS):
        return None
    cursor.skip(*_LIST_SIGNS, Kind.ON)
    cursor.take(Kind.EVERY)
    return cursor.attempt(_ordinals_and_weekdays)


def _ordinals(cursor: Cursor) -> list[Token] | None:
    cursor.skip(Kind.ARTICLE)
    found: list[Token] = []
    while (ordinal := cursor.take(Kind.ORDINAL)) is not None:
        found.append(ordinal)
        before = cursor.place
        cursor.skip(*_LIST_SIGNS)
        cursor.take(Kind.EVERY)
        cursor.skip(Kind.ARTICLE)
        if not cursor.at(Kind.ORDINAL):
            cursor.place = before
            break
    return found or None


def _of_month(cursor: Cursor) -> Token | None:
    """``van de maand``, ``van iedere maand``, ``in de maand``; names of months are left for their own rule."""
    before = cursor.place
    word = cursor.take(Kind.FROM, Kind.OF, Kind.IN)
    if word is None:
        return None
    cursor.take(Kind.EVERY, Kind.ARTICLE)
    cursor.skip(Kind.ARTICLE)
    unit = cursor.peek()
    if unit.kind is Kind.MONTH:
        cursor.place = before
        return word
    return cursor.take(Kind.UNIT) if unit.name == "month" else None


def month_days(cursor: Cursor) -> MonthDays | None:
    """Find days of the month: ``elke 15e``, ``de 1e en 15e van de maand``, ``de laatste dag van de maand``."""
    begin = cursor.peek().start
    cursor.skip(Kind.ON, Kind.IN)
    cursor.take(Kind.EVERY)
    numbers = cursor.attempt(_ordinals)
    if numbers is None or cursor.at(Kind.WEEKDAY, Kind.WORKDAYS, Kind.MONTH, Kind.WEEKEND):
        return None
    unit = cursor.peek()
    if unit.kind is Kind.UNIT and unit.name != "day":
        return None
    said_day = cursor.take(Kind.UNIT)
    of_month = cursor.attempt(_of_month)
    in_figures = not any(number.meaning.spoken for number in numbers)
    if of_month is None and (said_day or not in_figures):
        return None
    if any(number.number < 0 for number in numbers) and not said_day:
        return None
    return MonthDays(start=begin, end=cursor.behind, days=tuple(number.number for number in numbers))
