"""The grammar of days: lists and runs of single days.

Month and year may stand once for several days: ``16 en 30 januari``, ``10 mei en 14 juni 2025``, ``8 t/m 12 augustus``.
Months are given to their days here; years later, because they must fit the order of the days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import Days, DayWritten, SpanWritten, Written
from streekagenda.recurrence.phrases.single_days import DAY, LINKS, SEPARATORS, any_day, day_said_again, year_behind
from streekagenda.recurrence.phrases.tokens import Choice

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.tokens import Cursor, Token

DAYS = (*DAY, Kind.BETWEEN, Kind.FROM, Kind.SINCE)
"""With these days begin."""
_MOST_WITHOUT_MONTH = 31
"""So many days may wait for the month that stands behind them."""


def days(cursor: Cursor) -> Days | None:
    """Find days: one, a list, a run, or a list of both."""
    begin = cursor.peek().start
    items: list[DayWritten | SpanWritten] = []
    complete: tuple[int, int] | None = None  # how many items have their month, and where the cursor was after them
    lead: int | None = None
    common = cursor.attempt(_weekday_before_colon)
    in_turn = cursor.attempt(_weekdays_in_turn) or []
    while (item := cursor.attempt(_item)) is not None:
        if isinstance(item, DayWritten):
            if _lost_month(item) and lead is None:
                break
            if item.month is None and item.feast is None and lead is not None:
                item = replace(item, month=lead)
            lead = item.month if item.month_first else lead if item.month == lead else None
            item = _labelled(cursor, item)
        items.append(item)
        if _has_month(item):
            complete = len(items), cursor.place
        elif len(items) - (complete[0] if complete else 0) > _MOST_WITHOUT_MONTH:
            break
        if not cursor.take(*SEPARATORS):
            break
        cursor.skip(*SEPARATORS)
    if complete is None:
        return None
    count, cursor.place = complete
    items = _with_weekdays(_with_months(items[:count]), common)
    if in_turn and len(in_turn) != len(items):
        return None
    items = [_on(item, in_turn[place]) if in_turn else item for place, item in enumerate(items)]
    if not all(_has_month(day) for item in items for day in _ends(item)):  # «1e en kerst»
        return None
    return Days(start=begin, end=cursor.behind, items=tuple(items))


def _weekday_before_colon(cursor: Cursor) -> Token | None:
    """``donderdag: 16 en 30 januari``: one weekday for the whole list."""
    cursor.skip(Kind.ON)
    weekday = cursor.take(Kind.WEEKDAY)
    return weekday if weekday and cursor.take(Kind.COLON) else None


def _weekdays_in_turn(cursor: Cursor) -> list[Token] | None:
    """``zaterdag en zondag 6 en 7 maart``: the weekdays of as many days, in the same order."""
    cursor.skip(Kind.ON)
    found = [cursor.take(Kind.WEEKDAY)]
    while cursor.take(Kind.AND, Kind.COMMA):
        found.append(cursor.take(Kind.WEEKDAY))
    weekdays = [token for token in found if token is not None and not token.meaning.habitual]
    return weekdays if len(weekdays) == len(found) > 1 and cursor.at(Kind.NUMBER, Kind.ORDINAL, Kind.DATE) else None


def _on(item: DayWritten | SpanWritten, weekday: Token) -> DayWritten | SpanWritten:
    return replace(item, weekday=weekday.weekday, part=weekday.part) if isinstance(item, DayWritten) else item


def _labelled(cursor: Cursor, day: DayWritten) -> DayWritten:
    label = cursor.attempt(_label)
    if label is None:
        return day
    year = cursor.attempt(year_behind) if day.year is None else None
    return replace(day, label=label, year=year.number if year else day.year)


def _label(cursor: Cursor) -> Written | None:
    """What one date in a list is called: ``15=kerstdiner``."""
    if not cursor.take(Kind.EQUALS):
        return None
    begin = cursor.peek().start
    while cursor.take(Kind.UNKNOWN, Kind.FILLER):
        pass
    return Written(start=begin, end=cursor.behind) if cursor.behind > begin else None


def _span(cursor: Cursor) -> SpanWritten | None:
    begin = cursor.peek().start
    cursor.take(Kind.FROM, Kind.SINCE)
    first = cursor.once(any_day)
    link = cursor.take(*LINKS)
    if first is None or link is None or _lost_month(first):
        return None
    last = cursor.once(any_day)
    if last is None:
        return None
    if first.month_first and not _has_month(last):  # «October 16-18, 2026»
        last = replace(last, month=first.month)
    return SpanWritten(
        start=begin,
        end=cursor.behind,
        first=first,
        last=last,
        link=Written(start=link.start, end=link.end),
        open_end=link.kind is Kind.UNTIL,
    )


def _between(cursor: Cursor) -> SpanWritten | None:
    between = cursor.take(Kind.BETWEEN)
    first = cursor.once(any_day) if between else None
    link = cursor.take(Kind.AND)
    last = cursor.once(any_day) if first and link else None
    if between is None or first is None or link is None or last is None:
        return None
    return SpanWritten(
        start=between.start,
        end=cursor.behind,
        first=first,
        last=last,
        link=Written(start=link.start, end=link.end),
        open_end=True,
        opener=Written(start=between.start, end=first.start),
    )


_item: Choice[DayWritten | SpanWritten] = Choice(
    (_between, (Kind.BETWEEN,)), (_span, (*DAY, Kind.FROM, Kind.SINCE)), (day_said_again, DAY)
)


def _lost_month(day: DayWritten) -> bool:
    """``6 2026``: the month between the two is missing."""
    return day.month is None and day.feast is None and day.year is not None


def _ends(item: DayWritten | SpanWritten) -> tuple[DayWritten, ...]:
    return (item.first, item.last) if isinstance(item, SpanWritten) else (item,)


def _has_month(item: DayWritten | SpanWritten) -> bool:
    day = item.last if isinstance(item, SpanWritten) else item
    return day.month is not None or day.feast is not None


def _with_months(items: list[DayWritten | SpanWritten]) -> list[DayWritten | SpanWritten]:
    """Give days without a month that of the next day."""
    month: int | None = None
    filled: list[DayWritten | SpanWritten] = []
    for item in reversed(items):
        if isinstance(item, SpanWritten):
            last = _with_month(item.last, month)
            first = _with_month(item.first, last.month)
            filled.append(replace(item, first=first, last=last))
            month = first.month
        else:
            day = _with_month(item, month)
            filled.append(day)
            month = day.month
    return filled[::-1]


def _with_month(day: DayWritten, month: int | None) -> DayWritten:
    return day if day.month is not None or day.feast is not None else replace(day, month=month, month_follows=True)


def _with_weekdays(items: list[DayWritten | SpanWritten], common: Token | None) -> list[DayWritten | SpanWritten]:
    """Give days the weekday that was said for several: ``donderdag: …``, ``zaterdag 16 en 30 januari``."""
    spread = common.weekday if common else None
    part = common.part if common else None
    filled: list[DayWritten | SpanWritten] = []
    for item in items:
        if isinstance(item, SpanWritten):
            spread = None
            filled.append(item)
            continue
        if item.weekday is not None:
            spread, part = item.weekday, item.part
            filled.append(item)
        else:
            filled.append(replace(item, weekday=spread, part=part) if spread is not None else item)
        if common is None and not item.month_follows:
            spread = None
    return filled
