"""The grammar of one day: in figures, with its month in words, or by the name of its feast; with its weekday."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import DayWritten
from streekagenda.recurrence.phrases.tokens import Choice

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.tokens import Cursor, Token

LINKS = (Kind.THROUGH, Kind.DASH, Kind.DOTS, Kind.TO, Kind.UNTIL)
"""From one day or time to another."""
SEPARATORS = (Kind.COMMA, Kind.AND, Kind.PLUS, Kind.SEMICOLON)
_DATES = (Kind.DATE, Kind.SHORT_DATE, Kind.DAY_MONTH, Kind.NUMBER, Kind.ORDINAL, Kind.MONTH, Kind.FEAST)
DAY = (*_DATES, Kind.WEEKDAY, Kind.ON, Kind.ARTICLE, Kind.THAT)
"""With these a day begins."""
_LAST_HOUR = 24
_AFTER_HOUR = (Kind.HOURS, Kind.HOUR_LENGTH, Kind.MERIDIEM, Kind.MINUTES, Kind.QUARTERS, Kind.TIMES, Kind.UNIT)


def one_day(cursor: Cursor) -> DayWritten | None:
    """Find a day that has its month: ``zondag 4 oktober 2026``, ``4-10-2026``, ``October 4th``, ``2e kerstdag``."""
    day = cursor.once(any_day)
    return day if day is not None and (day.month is not None or day.feast is not None) else None


def any_day(cursor: Cursor) -> DayWritten | None:
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
    found = _date_or_feast(cursor)
    if found is None or (weekday is not None and weekday.meaning.habitual and cursor.at(*LINKS)):
        return None  # «dinsdagen 6 oktober t/m 15 december»: the Tuesdays in a stretch of days
    return replace(
        found,
        start=begin.start if weekday else day_at,
        day_at=day_at,
        weekday=weekday.weekday if weekday else found.weekday,
        weekday_end=found.weekday_end if weekday is None and found.weekday is not None else weekday_end,
        part=part,
    )


def _in_figures(cursor: Cursor) -> DayWritten | None:
    token = cursor.take(Kind.DATE, Kind.SHORT_DATE, Kind.DAY_MONTH)
    if token is None:
        return _with_slash(cursor)
    year, month, day = token.figures
    if token.kind is Kind.DAY_MONTH:
        return _day_and_month(cursor, token.start, token.end, day, month)
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
    return _day_and_month(cursor, day.start, month.end, day.number, month.number)


def _day_and_month(cursor: Cursor, start: int, end: int, day: int, month: int) -> DayWritten:
    year = cursor.attempt(year_behind)
    return DayWritten(
        start=start,
        end=cursor.behind,
        day=day,
        month=month,
        year=year.number if year else None,
        year_at=end,
        in_figures=True,
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
    short = None if year else cursor.attempt(_short_year)
    return DayWritten(
        start=number.start,
        end=cursor.behind,
        day=number.number,
        month=month.number,
        year=year.number if year else 2000 + short.number if short else None,
        short_year=short is not None,
        year_at=month.end,
    )


def _short_year(cursor: Cursor) -> Token | None:
    """``12 januari 27, 10 uur``: two figures that can be no hour, with nothing behind them that makes them a day."""
    year = cursor.take(Kind.NUMBER)
    if year is None or year.number <= _LAST_HOUR or year.meaning.spoken:
        return None
    return None if cursor.at(Kind.MONTH, Kind.SLASH, *_AFTER_HOUR, *SEPARATORS[1:], *LINKS) else year


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
    dated = cursor.attempt(_date_of_feast)
    if dated is not None:
        return replace(dated, start=feast.start, end=cursor.behind, feast=feast.feast)
    return DayWritten(
        start=feast.start,
        end=cursor.behind,
        feast=feast.feast,
        year=year.number if year else None,
        year_at=feast.end,
        whole_feast=feast.number > 1,
    )


_DATE_RULES = (
    (_in_figures, (Kind.DATE, Kind.SHORT_DATE, Kind.DAY_MONTH, Kind.NUMBER)),
    (_day_first, (Kind.NUMBER, Kind.ORDINAL)),
    (_month_first, (Kind.MONTH,)),
)
_date = Choice(*_DATE_RULES)
_date_or_feast = Choice(*_DATE_RULES, (_feast, (Kind.FEAST,)))


def _date_of_feast(cursor: Cursor) -> DayWritten | None:
    """The date of a feast behind its name: ``2e paasdag (6 april 2026)``, ``Koningsdag, dinsdag 27 april 2027``."""
    opened = cursor.take(Kind.OPEN)
    comma = None if opened else cursor.take(Kind.COMMA)
    cursor.skip(Kind.ON)
    weekday = cursor.take(Kind.WEEKDAY)
    weekday_end = cursor.behind
    cursor.skip(Kind.COMMA)
    day = _date(cursor)
    if day is None or day.month is None or (opened and not cursor.take(Kind.CLOSE)):
        return None
    if comma and _another_day(cursor):  # «Koningsdag, 5 mei en 10 mei»: a list
        return None
    return replace(day, weekday=weekday.weekday, weekday_end=weekday_end) if weekday else day


def day_said_again(cursor: Cursor) -> DayWritten | None:
    """A day, with its weekday or its feast behind it: ``9 februari 2027 (dinsdag)``, ``26 december, Tweede Kerstdag``."""
    day = cursor.once(any_day)
    again = cursor.attempt(partial(_weekday_or_feast, day=day)) if day is not None and day.month else None
    if again is None:
        return day
    day = replace(again, end=cursor.behind, said_behind=True)
    year = cursor.attempt(year_behind) if day.year is None else None
    return replace(day, year=year.number, end=cursor.behind) if year else day


def _weekday_or_feast(cursor: Cursor, day: DayWritten) -> DayWritten | None:
    opened = cursor.take(Kind.OPEN)
    comma = None if opened else cursor.take(Kind.COMMA)
    word = cursor.take(Kind.WEEKDAY, Kind.FEAST)
    if word is None or word.meaning.habitual or (opened is None and (_another_day(cursor) or cursor.at(*LINKS))):
        return None
    if word.kind is Kind.FEAST:
        year = cursor.attempt(year_behind) if opened or day.year is None else None
        found = None if day.feast else replace(day, feast=word.feast, year=day.year or (year.number if year else None))
    else:
        dated = _date(cursor) if comma or day.weekday is None else None
        found = None if day.weekday is not None or dated else replace(day, weekday=word.weekday, part=word.part)
    return found if not opened or cursor.take(Kind.CLOSE) else None


def _another_day(cursor: Cursor) -> bool:
    """Whether a list goes on here."""
    before = cursor.place
    cursor.skip(*SEPARATORS)
    found = cursor.place > before and cursor.once(any_day) is not None
    cursor.place = before
    return found


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
