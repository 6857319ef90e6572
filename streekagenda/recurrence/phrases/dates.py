"""The grammar of days: one day, lists and runs of days.

Month and year may stand once for several days: ``16 en 30 januari``, ``10 mei en 14 juni 2025``, ``8 t/m 12 augustus``.
Months are given to their days here; years later, because they must fit the order of the days.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import Days, DayWritten, SpanWritten, Written

if TYPE_CHECKING:
    from collections.abc import Callable

    from streekagenda.recurrence.phrases.tokens import Cursor, Token

_CLOSED_LINKS = (Kind.THROUGH, Kind.DASH, Kind.DOTS, Kind.TO)
LINKS = (*_CLOSED_LINKS, Kind.UNTIL)
_SEPARATORS = (Kind.COMMA, Kind.AND, Kind.PLUS, Kind.SEMICOLON)
_MOST_WITHOUT_MONTH = 31
"""So many days may wait for the month that stands behind them."""
_AFTER_HOUR = (Kind.HOURS, Kind.HOUR_LENGTH, Kind.MERIDIEM, Kind.MINUTES, Kind.QUARTERS, Kind.TIMES, Kind.UNIT)


# ----------------------------------------------------------------------------------------------------- single days


def one_day(cursor: Cursor) -> DayWritten | None:
    """Find a day that has its month: ``zondag 4 oktober 2026``, ``4-10-2026``, ``October 4th``, ``2e kerstdag``."""
    day = cursor.attempt(_day)
    return day if day is not None and (day.month is not None or day.feast is not None) else None


def _day(cursor: Cursor) -> DayWritten | None:
    """A day, which may still lack its month."""
    cursor.skip(Kind.ON, Kind.ARTICLE, Kind.THAT)
    begin = cursor.peek()
    weekday = cursor.take(Kind.WEEKDAY)
    part = None
    weekday_end = cursor.behind
    if weekday is not None:
        words = cursor.take(Kind.PART)
        part = words.part if words else weekday.part
        weekday_end = cursor.behind
        cursor.skip(Kind.COMMA, Kind.COLON)
    cursor.skip(Kind.ON)
    cursor.skip(Kind.ARTICLE)
    day_at = cursor.peek().start
    found = cursor.first_of(_in_figures, _day_first, _month_first, _feast)
    if found is None or (weekday is not None and weekday.meaning.habitual and cursor.at(*LINKS)):
        return None  # «dinsdagen 6 oktober t/m 15 december»: the Tuesdays in a stretch of days
    return replace(
        found,
        start=begin.start if weekday else day_at,
        day_at=day_at,
        weekday=weekday.weekday if weekday else None,
        weekday_end=weekday_end,
        part=part,
    )


def _in_figures(cursor: Cursor) -> DayWritten | None:
    token = cursor.take(Kind.DATE, Kind.SHORT_DATE)
    if token is None:
        return _with_slash(cursor)
    year, month, day = token.figures
    short = token.kind is Kind.SHORT_DATE
    return DayWritten(
        start=token.start,
        end=token.end,
        day=day,
        month=month,
        year=2000 + year if short else year,
        short_year=short,
        year_at=token.end,
        in_figures=True,
    )


def _with_slash(cursor: Cursor) -> DayWritten | None:
    """``1/10``; with a dash it could as well be hours."""
    day, slash, month = cursor.take(Kind.NUMBER), cursor.take(Kind.SLASH), cursor.take(Kind.NUMBER)
    if (
        day is None
        or slash is None
        or month is None
        or not (slash.glued and month.glued)
        or cursor.at(*_AFTER_HOUR, Kind.MONTH)
    ):
        return None
    return DayWritten(
        start=day.start, end=month.end, day=day.number, month=month.number, year_at=month.end, in_figures=True
    )


def _day_first(cursor: Cursor) -> DayWritten | None:
    number = cursor.peek()
    if number.kind not in {Kind.NUMBER, Kind.ORDINAL} or number.number < 0 or _is_hour(cursor):
        return None
    cursor.take(number.kind)
    before = cursor.place
    cursor.take(Kind.FROM, Kind.OF)
    month = cursor.take(Kind.MONTH)
    if month is None:
        cursor.place = before
        year = cursor.attempt(year_behind)  # «september 1, 15 (2026)»
        return DayWritten(
            start=number.start,
            end=cursor.behind,
            day=number.number,
            year=year.number if year else None,
            year_at=number.end,
        )
    year = cursor.attempt(year_behind)
    return DayWritten(
        start=number.start,
        end=cursor.behind,
        day=number.number,
        month=month.number,
        year=year.number if year else None,
        year_at=month.end,
    )


def _month_first(cursor: Cursor) -> DayWritten | None:
    month = cursor.take(Kind.MONTH)
    if month is None:
        return None
    cursor.skip(Kind.ARTICLE)
    number = cursor.peek()
    if number.kind not in {Kind.NUMBER, Kind.ORDINAL} or not 1 <= number.number <= 31 or _is_hour(cursor):
        return None
    cursor.take(number.kind)
    year = cursor.attempt(year_behind)
    return DayWritten(
        start=month.start,
        end=cursor.behind,
        day=number.number,
        month=month.number,
        year=year.number if year else None,
        year_at=number.end,
        month_first=True,
    )


def _feast(cursor: Cursor) -> DayWritten | None:
    feast = cursor.take(Kind.FEAST)
    if feast is None:
        return None
    year = cursor.attempt(year_behind)
    dated = None if year else cursor.attempt(_in_brackets)
    if dated is not None:
        return replace(dated, start=feast.start, end=cursor.behind, feast=feast.feast)
    return DayWritten(
        start=feast.start,
        end=cursor.behind,
        feast=feast.feast,
        year=year.number if year else None,
        year_at=feast.end,
    )


def _in_brackets(cursor: Cursor) -> DayWritten | None:
    """The date of a feast: ``2e paasdag (6 april 2026)``."""
    if not cursor.take(Kind.OPEN):
        return None
    day = cursor.first_of(_in_figures, _day_first)
    return day if day is not None and day.month is not None and cursor.take(Kind.CLOSE) else None


def year_behind(cursor: Cursor) -> Token | None:
    """``2026``, ``, 2026``, ``(2026)`` or ``'26``."""
    cursor.take(Kind.COMMA)
    opened = cursor.take(Kind.OPEN)
    year = cursor.take(Kind.YEAR)
    if year is None or cursor.at(Kind.HOURS):
        return None
    return year if not opened or cursor.take(Kind.CLOSE) else None


def _is_hour(cursor: Cursor) -> bool:
    """Whether the number at the cursor is an hour, or a number of something, rather than a day."""
    if cursor.at(*_AFTER_HOUR, ahead=1):
        return True
    if not cursor.at(*LINKS, ahead=1):
        return False
    return cursor.at(Kind.CLOCK, ahead=2) or (
        cursor.at(Kind.NUMBER, ahead=2) and cursor.at(Kind.HOURS, Kind.MERIDIEM, ahead=3)
    )


# --------------------------------------------------------------------------------------------------- lists and runs


def days(cursor: Cursor) -> Days | None:
    """Find days: one, a list, a run, or a list of both."""
    begin = cursor.peek().start
    items: list[DayWritten | SpanWritten] = []
    complete: tuple[int, int] | None = None  # how many items have their month, and where the cursor was after them
    lead: int | None = None
    common = cursor.attempt(_weekday_before_colon)
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
        if not cursor.take(*_SEPARATORS):
            break
        cursor.skip(*_SEPARATORS)
    if complete is None:
        return None
    count, cursor.place = complete
    items = _with_weekdays(_with_months(items[:count]), common)
    if not all(_has_month(day) for item in items for day in _ends(item)):  # «1e en kerst»
        return None
    return Days(start=begin, end=cursor.behind, items=tuple(items))


def _weekday_before_colon(cursor: Cursor) -> Token | None:
    """``donderdag: 16 en 30 januari``: one weekday for the whole list."""
    weekday = cursor.take(Kind.WEEKDAY)
    return weekday if weekday and cursor.take(Kind.COLON) else None


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


def _item(cursor: Cursor) -> DayWritten | SpanWritten | None:
    return cursor.first_of(*_ITEMS)


def _span(cursor: Cursor) -> SpanWritten | None:
    begin = cursor.peek().start
    cursor.take(Kind.FROM, Kind.SINCE)
    first = cursor.attempt(_day)
    link = cursor.take(*LINKS)
    if first is None or link is None or _lost_month(first):
        return None
    last = cursor.attempt(_day)
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
    first = cursor.attempt(_day) if between else None
    link = cursor.take(Kind.AND)
    last = cursor.attempt(_day) if first and link else None
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


_ITEMS: tuple[Callable[[Cursor], DayWritten | SpanWritten | None], ...] = (_between, _span, _day)


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
