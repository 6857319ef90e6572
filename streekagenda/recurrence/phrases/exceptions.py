"""The grammar of what does not take place: ``behalve in juli en augustus``, ``niet in de schoolvakanties``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.phrases.dates import DAYS, days
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.nth_days import ORDINALS, nth_weekdays
from streekagenda.recurrence.phrases.parts import (
    Days,
    Except,
    HolidaySet,
    Months,
    NthWeekdays,
    Remark,
    SpanWritten,
    Weekdays,
    Written,
)
from streekagenda.recurrence.phrases.seasons import MONTHS, months
from streekagenda.recurrence.phrases.single_days import year_behind
from streekagenda.recurrence.phrases.tokens import Choice
from streekagenda.recurrence.phrases.weekdays import WEEKDAYS, weekdays

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.tokens import Cursor

    _Item = Days | Months | HolidaySet | Weekdays | NthWeekdays | Remark

_BEFORE_ITEM = (Kind.IN, Kind.ON, Kind.ARTICLE, Kind.FILLER, Kind.COLON)
_SETS = (Kind.HOLIDAYS, Kind.CLOSURE, Kind.SCHOOL_BREAK, Kind.SEASON, Kind.PAUSE)
CLOSING = frozenset((*_SETS, *DAYS, *MONTHS, *ORDINALS, *WEEKDAYS, Kind.OPEN, Kind.FILLER))
"""With these begins what stands before a word that says that it is not on."""
_NAMED = (Weekdays, NthWeekdays)
_SEPARATORS = (Kind.COMMA, Kind.AND, Kind.OR, Kind.PLUS, Kind.EXCEPT)


_END_OF_CLAUSE = (Kind.COMMA, Kind.SEMICOLON, Kind.PERIOD, Kind.CLOSE, Kind.OPEN, Kind.AND, Kind.END)


def exception(cursor: Cursor) -> Except | Remark | None:
    """Find an exception with all that belongs to it."""
    word = cursor.take(Kind.EXCEPT)
    if word is None:
        return None
    thing = cursor.take(Kind.UNKNOWN)
    found = exceptions(cursor)
    if found is None:
        return None
    if thing is not None:  # «geen koffie op 14 maart 2027»
        no = ((Written(start=word.start, end=thing.end), "{no}"),)
        return Remark(start=word.start, end=found.end, code="when-without-what", choices={"first": no})
    return replace(found, start=word.start)


def closing(cursor: Cursor) -> Except | Remark | None:
    """Find an exception whose word stands behind it: ``juli en augustus gesloten``, ``14 maart 2027 vervalt``."""
    begin = cursor.peek().start
    if not cursor.has_ahead(Kind.EXCEPT):
        return None
    cursor.skip(*_BEFORE_ITEM)
    items = [_item(cursor)]
    while cursor.take(Kind.AND):
        cursor.skip(*_BEFORE_ITEM)
        items.append(_item(cursor))
    found = [item for item in items if item is not None]
    cursor.skip(Kind.FILLER, Kind.COLON)
    word = cursor.take(Kind.EXCEPT)
    if word is None or len(found) < len(items):
        return None
    if len(found) > 1 and any(isinstance(item, _NAMED) for item in found):  # «elke dinsdag en feestdagen niet»
        return None
    cursor.skip(Kind.DOORS, Kind.FILLER)
    end = cursor.behind
    thing = cursor.take(Kind.UNKNOWN)
    if not cursor.at(*_END_OF_CLAUSE):
        return None
    if thing is not None:  # «op 14 maart 2027 geen koffie»
        no = ((Written(start=begin, end=begin), "{no} "), (Written(start=found[-1].end, end=thing.end), ""))
        return Remark(start=begin, end=thing.end, code="when-without-what", choices={"first": no})
    return Except(start=begin, end=end, items=tuple(found))


def pause(cursor: Cursor) -> Except | None:
    """Find ``zomerstop van 5 juli t/m 30 augustus 2027``: the word itself says that it is not on."""
    word = cursor.take(Kind.PAUSE)
    told = cursor.attempt(_dates_of_pause) if word else None
    return Except(start=word.start, end=cursor.behind, items=(told,)) if word and told else None


def _dates_of_pause(cursor: Cursor) -> Days | Months | None:
    cursor.skip(Kind.COLON, Kind.COMMA, Kind.FILLER)
    opened = cursor.take(Kind.OPEN)
    found = cursor.attempt(days) or cursor.attempt(months)
    if isinstance(found, Days) and not all(isinstance(one, SpanWritten) for one in found.items):
        return None
    if opened:
        cursor.take(Kind.CLOSE)
    return found


def exceptions(cursor: Cursor) -> Except | None:
    """Find a list of days that do not take place, without a word that says so before it."""
    begin = cursor.peek().start
    items: list[_Item] = []
    while True:
        before = cursor.place
        by_comma = cursor.at(Kind.COMMA)
        separated = cursor.take(*_SEPARATORS) if items else None
        if items and not separated:
            break
        if items:
            cursor.skip(*_SEPARATORS)
        cursor.skip(*_BEFORE_ITEM)
        if cursor.at(Kind.FEAST, ahead=1):
            cursor.take(Kind.AT)  # «at Easter»
        # «behalve feestdagen, dinsdag 10-12 uur» goes on with something else after the comma.
        item = _item(cursor)
        if item is None or (isinstance(item, _NAMED) and items and (by_comma or not _only_weekdays(items))):
            cursor.place = before
            break
        items.append(item)
    return Except(start=begin, end=cursor.behind, items=tuple(items)) if items else None


def _only_weekdays(items: list[_Item]) -> bool:
    return all(isinstance(item, _NAMED) for item in items)


def _holidays(cursor: Cursor) -> HolidaySet | None:
    word = cursor.take(Kind.HOLIDAYS, Kind.CLOSURE)
    return HolidaySet(start=word.start, end=word.end, name=word.name) if word else None


def _school_break(cursor: Cursor) -> _Item | None:
    """One of the school holidays; of another break, or a season, only the author knows from when to when."""
    word = cursor.take(Kind.SCHOOL_BREAK, Kind.SEASON, Kind.PAUSE)
    if word is None:
        return None
    if word.kind is Kind.PAUSE and (told := cursor.attempt(_dates_of_pause)) is not None:
        return told
    if word.name and cursor.attempt(year_behind) is None:
        return HolidaySet(start=word.start, end=word.end, name=word.name)
    return Remark(start=word.start, end=cursor.behind, code="when-which-period")


def _sundays_and(cursor: Cursor) -> Weekdays | None:
    """The Sundays of ``zon- en feestdagen``."""
    before = cursor.place
    if not (
        cursor.take(Kind.WEEKDAY) and cursor.take(Kind.DASH) and cursor.take(Kind.AND) and cursor.at(Kind.HOLIDAYS)
    ):
        return None
    cursor.place = before
    return weekdays(cursor)


_item: Choice[_Item] = Choice(
    (_holidays, (Kind.HOLIDAYS, Kind.CLOSURE)),
    (_school_break, (Kind.SCHOOL_BREAK, Kind.SEASON, Kind.PAUSE)),
    (_sundays_and, (Kind.WEEKDAY,)),
    (days, DAYS),
    (months, MONTHS),
    (nth_weekdays, ORDINALS),
    (weekdays, (*WEEKDAYS, Kind.OPEN)),
)
