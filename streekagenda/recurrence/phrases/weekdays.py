"""The grammar of weekdays that recur."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.model.schedule import Weekday
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import Weekdays, WeekdayWritten, Written
from streekagenda.recurrence.phrases.single_days import one_day

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.tokens import Cursor, Token

LIST_SIGNS = (Kind.COMMA, Kind.AND, Kind.PLUS)
WEEKDAYS = (Kind.WEEKDAY, Kind.WORKDAYS, Kind.EVERY, Kind.ARTICLE, Kind.THAT, Kind.ON, Kind.IN, Kind.FROM, Kind.SINCE)
"""With these weekdays begin; and with a bracket."""
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
    dated = date_follows(cursor) and (word is None or word.kind is not Kind.EVERY)
    first = None if dated else cursor.first_of(_workdays, _some_weekdays)
    if first is None or (opened and len(first.items) == 1):  # «van maandag t/m vrijdag»
        return None
    cursor.attempt(_of_the_week)
    that = word is not None and word.kind is Kind.THAT
    every = first.every or (word is not None and not that) or len(first.items) > 1
    return replace(first, start=begin, every=every, that=that)


def _in_brackets(cursor: Cursor) -> Weekdays | None:
    """``9 februari 2027 om 10 uur (dinsdag)``: says again which weekday it is."""
    opened = cursor.take(Kind.OPEN)
    day = cursor.attempt(a_weekday) if opened else None
    if day is None or day.habitual or not cursor.take(Kind.CLOSE):
        return None
    return Weekdays(start=day.start, end=day.end, items=(day,), every=False, that=True)


def weekday_of_list(cursor: Cursor) -> Weekdays | None:
    """Find the weekday of ``om de week op woensdag: 3 en 17 februari 2027``, which is that of the step."""
    cursor.skip(Kind.ON)
    day = cursor.attempt(a_weekday)
    if day is None or not cursor.at(Kind.COLON):
        return None
    return Weekdays(start=day.start, end=day.end, items=(day,), every=day.habitual)


def _of_the_week(cursor: Cursor) -> Token | None:
    """The rest of ``elke dinsdag van de week``."""
    if not cursor.take(Kind.FROM, Kind.OF):
        return None
    cursor.skip(Kind.ARTICLE)
    return cursor.take(Kind.UNIT) if cursor.peek().name == "week" and cursor.peek().number == 1 else None


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
    found = cursor.attempt(_chain) or [one for one in [cursor.attempt(a_weekday)] if one]
    if not found:
        return None
    chained = len(found) > 1
    ellipses = [False] * (len(found) - 1) + [cursor.attempt(_ellipsis) is not None]
    open_link: Written | None = None
    while True:
        link = cursor.peek()
        in_range = None if chained else cursor.attempt(_range_end)
        if in_range is not None:
            chained = True
            if link.kind is Kind.UNTIL:
                open_link = Written(start=link.start, end=link.end)
            run = _run(found[-1], in_range)
            found, ellipses = [*found[:-1], *run], [*ellipses[:-1], *([False] * len(run))]
            continue
        listed = cursor.attempt(_next_in_list)
        if listed is None:
            break
        chained = False
        found.append(listed)
        ellipses.append(cursor.attempt(_ellipsis) is not None)
    return Weekdays(
        start=found[0].start,
        end=cursor.behind,
        items=_with_parts(found, ellipses),
        every=any(weekday.habitual for weekday in found),
        unsure=_unsure(found, ellipses),
        open_link=open_link,
    )


def a_weekday(cursor: Cursor) -> WeekdayWritten | None:
    """Find one weekday, with a part of the day."""
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


def _chain(cursor: Cursor) -> list[WeekdayWritten] | None:
    """``ma-wo-vr``: three or more with dashes between them are a list."""
    found = [cursor.attempt(a_weekday)]
    while cursor.at(Kind.DASH) and (following := cursor.attempt(_range_end)) is not None:
        found.append(following)
    return [one for one in found if one] if len(found) > 2 else None


def _ellipsis(cursor: Cursor) -> Token | None:
    """The hyphen in ``zaterdag- en zondagmiddag``."""
    dash = cursor.take(Kind.DASH)
    return dash if dash is not None and dash.glued and cursor.at(*LIST_SIGNS, Kind.OR, Kind.THROUGH) else None


def _range_end(cursor: Cursor) -> WeekdayWritten | None:
    return cursor.attempt(a_weekday) if cursor.take(*_RANGE_LINKS) and not date_follows(cursor) else None


def _next_in_list(cursor: Cursor) -> WeekdayWritten | None:
    bare = cursor.at(Kind.WEEKDAY) and cursor.peek().meaning.short  # «ma wo vr»
    if not bare and not cursor.take(*LIST_SIGNS):
        return None
    cursor.skip(*LIST_SIGNS, Kind.ON)
    cursor.take(Kind.EVERY)
    cursor.skip(Kind.ARTICLE)
    return None if date_follows(cursor) else cursor.attempt(a_weekday)


def date_follows(cursor: Cursor) -> bool:
    """Whether a date stands here, to which a weekday at its head belongs."""
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
