"""The grammar of the n-th weekdays and of the days of the month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import MonthDays, NthWeekdays, WeekdayWritten, Written
from streekagenda.recurrence.phrases.weekdays import LIST_SIGNS, a_weekday, date_follows

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.tokens import Cursor, Token

ORDINALS = (Kind.ORDINAL, Kind.EVERY, Kind.ARTICLE, Kind.ON, Kind.IN)
"""With these n-th weekdays and days of the month begin."""


def nth_weekdays(cursor: Cursor) -> NthWeekdays | None:
    """Find n-th weekdays: ``elke 1e en 3e dinsdag van de maand``, ``laatste vrijdag``, ``eerste ma en derde wo``."""
    begin = cursor.peek().start
    cursor.skip(Kind.ON, Kind.IN)
    every = cursor.take(Kind.EVERY) is not None
    first = cursor.attempt(_ordinals_and_weekdays)
    if first is None:
        return None
    parts = [first]
    while (more := cursor.attempt(_more_ordinals)) is not None:
        parts.append(more)
    of_month = cursor.attempt(_of_month) is not None
    without: list[WeekdayWritten] = []
    while not of_month and (weekday := cursor.attempt(_weekday_alone)) is not None:
        without.append(weekday)
    of_month = of_month or (bool(without) and cursor.attempt(_of_month) is not None)
    return NthWeekdays(
        start=begin,
        end=cursor.behind,
        items=tuple((number, weekday) for numbers, weekday in parts for number in numbers.numbers),
        every=every,
        of_month=of_month,
        link=next((numbers.link for numbers, _ in parts if numbers.link), None),
        without=tuple(without),
        number_at=parts[-1][0],
    )


def _weekday_alone(cursor: Cursor) -> WeekdayWritten | None:
    """The Thursday of ``eerste dinsdag en donderdag``."""
    if not cursor.take(*LIST_SIGNS):
        return None
    cursor.skip(*LIST_SIGNS)
    return None if date_follows(cursor) else cursor.attempt(a_weekday)


def _ordinals_and_weekdays(cursor: Cursor) -> tuple[_Ordinals, WeekdayWritten] | None:
    numbers = cursor.attempt(_ordinals)
    weekday = cursor.attempt(a_weekday) if numbers else None
    return (numbers, weekday) if numbers and weekday else None


def _more_ordinals(cursor: Cursor) -> tuple[_Ordinals, WeekdayWritten] | None:
    if not cursor.take(*LIST_SIGNS):
        return None
    cursor.skip(*LIST_SIGNS, Kind.ON)
    cursor.take(Kind.EVERY)
    return cursor.attempt(_ordinals_and_weekdays)


class _Ordinals(Written, frozen=True, kw_only=True):
    """``1e``, ``1e en 3e``, ``1e t/m 3e``."""

    numbers: tuple[int, ...]
    spoken: bool
    link: Written | None
    """A dash that may make a list or a range."""


def _ordinals(cursor: Cursor) -> _Ordinals | None:
    cursor.skip(Kind.ARTICLE)
    found: list[Token] = []
    links: list[Token] = []
    while (ordinal := cursor.take(Kind.ORDINAL)) is not None:
        found.append(ordinal)
        before = cursor.place
        link = cursor.take(Kind.THROUGH, Kind.TO, Kind.DASH)
        cursor.skip(*LIST_SIGNS)
        listed = cursor.place > before  # «elke eerste 2e» is no list
        cursor.take(Kind.EVERY)
        cursor.skip(Kind.ARTICLE)
        if not listed or not cursor.at(Kind.ORDINAL):
            cursor.place = before
            break
        links += [link] if link else []
    numbers = [one.number for one in found]
    wide = len(found) == 2 and numbers[1] - numbers[0] > 1 and numbers[0] > 0
    through = any(link.kind is not Kind.DASH for link in links)
    if not found or (through and len(found) > 2):
        return None
    if through and wide:
        numbers = [*range(numbers[0], numbers[1] + 1)]
    link = links[0] if links and wide and not through else None  # «1e-2e» and «1e-3e-5e» are lists
    return _Ordinals(
        start=found[0].start,
        end=found[-1].end,
        numbers=tuple(numbers),
        spoken=any(one.meaning.spoken for one in found),
        link=Written(start=link.start, end=link.end) if link else None,
    )


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
    if of_month is None and (said_day or numbers.spoken):
        return None
    if min(numbers.numbers) < 0 and not said_day:
        return None
    return MonthDays(start=begin, end=cursor.behind, days=numbers.numbers, link=numbers.link)
