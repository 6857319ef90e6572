"""The grammar of what does not take place: ``behalve in juli en augustus``, ``niet in de schoolvakanties``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.dates import days
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.nth_days import nth_weekdays
from streekagenda.recurrence.phrases.parts import Days, Except, HolidaySet, Months, NthWeekdays, Remark, Weekdays
from streekagenda.recurrence.phrases.seasons import months
from streekagenda.recurrence.phrases.single_days import year_behind
from streekagenda.recurrence.phrases.weekdays import weekdays

if TYPE_CHECKING:
    from collections.abc import Callable

    from streekagenda.recurrence.phrases.tokens import Cursor

    _Item = Days | Months | HolidaySet | Weekdays | NthWeekdays | Remark

_BEFORE_ITEM = (Kind.IN, Kind.ON, Kind.ARTICLE, Kind.FILLER, Kind.COLON)
_NAMED = (Weekdays, NthWeekdays)
_SEPARATORS = (Kind.COMMA, Kind.AND, Kind.OR, Kind.PLUS, Kind.EXCEPT)


def exception(cursor: Cursor) -> Except | None:
    """Find an exception with all that belongs to it."""
    word = cursor.take(Kind.EXCEPT)
    if word is None:
        return None
    found = exceptions(cursor)
    return replace(found, start=word.start) if found else None


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
        item = cursor.first_of(*_ITEMS)
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


def _school_break(cursor: Cursor) -> HolidaySet | Remark | None:
    """One of the school holidays; of another break, or a season, only the author knows from when to when."""
    word = cursor.take(Kind.SCHOOL_BREAK, Kind.SEASON)
    if word is None:
        return None
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


_ITEMS: tuple[Callable[[Cursor], _Item | None], ...] = (
    _holidays,
    _school_break,
    _sundays_and,
    days,
    months,
    nth_weekdays,
    weekdays,
)
