"""The grammar of months and of bounds: seasons, the first and the last possible day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import DayWritten, Months, Since, Until, Written
from streekagenda.recurrence.phrases.single_days import LINKS, one_day, year_behind

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.tokens import Cursor

MONTHS = (Kind.MONTH, Kind.FROM, Kind.SINCE, Kind.OF, Kind.IN, Kind.ARTICLE, Kind.UNIT, Kind.PARITY)
"""With these months begin."""

# ----------------------------------------------------------------------------------------------------------- months


def season(cursor: Cursor) -> Months | None:
    """Find a run of months: ``september t/m mei``, ``van september 2026 t/m juni 2027``."""
    begin = cursor.peek().start
    _before_months(cursor)
    found = cursor.attempt(_months_run)
    return replace(found, start=begin) if found else None


def months(cursor: Cursor) -> Months | None:
    """Find months, in a run or in a list: ``in juli en augustus``."""
    begin = cursor.peek()
    _before_months(cursor)
    introduced = cursor.peek() is not begin
    found = cursor.first_of(_months_run, _months_list, _odd_or_even)
    if found is None and begin.kind is Kind.IN:  # «vanaf 2027» is another matter
        found = cursor.attempt(_whole_year)
    return replace(found, start=begin.start, introduced=introduced) if found else None


def _before_months(cursor: Cursor) -> None:
    cursor.skip(Kind.FROM, Kind.SINCE, Kind.OF, Kind.IN)
    cursor.skip(Kind.ARTICLE)
    if cursor.peek().name == "month":
        cursor.take(Kind.UNIT)


def _months_run(cursor: Cursor) -> Months | None:
    first = cursor.take(Kind.MONTH)
    first_year = cursor.attempt(year_behind) if first else None
    link = cursor.take(*LINKS)
    last = cursor.take(Kind.MONTH) if first and link else None
    if first is None or link is None or last is None:
        return None
    last_year = cursor.attempt(year_behind)
    count = (last.number - first.number) % 12 + 1
    return Months(
        start=first.start,
        end=cursor.behind,
        months=tuple((first.number - 1 + ahead) % 12 + 1 for ahead in range(count)),
        first_year=first_year.number if first_year else None,
        last_year=last_year.number if last_year else None,
        a_run=True,
        open_link=Written(start=link.start, end=link.end) if link.kind is Kind.UNTIL else None,
        last_at=last.start,
    )


def _odd_or_even(cursor: Cursor) -> Months | None:
    """``in de oneven maanden``."""
    word, unit = cursor.take(Kind.PARITY), cursor.take(Kind.UNIT)
    if word is None or unit is None or unit.name != "month":
        return None
    first = 2 if word.name == "even" else 1
    return Months(start=word.start, end=unit.end, months=tuple(range(first, 13, 2)), introduced=True)


def _whole_year(cursor: Cursor) -> Months | None:
    """The year of ``elke dinsdag in 2027``."""
    year = cursor.take(Kind.YEAR)
    if year is None:
        return None
    months = tuple(range(1, 13))
    return Months(start=year.start, end=year.end, months=months, last_year=year.number, a_run=True)


def _months_list(cursor: Cursor) -> Months | None:
    first = cursor.take(Kind.MONTH)
    if first is None:
        return None
    numbers = [first.number]
    last = first
    while True:
        before = cursor.place
        separated = cursor.take(Kind.COMMA, Kind.AND, Kind.PLUS, Kind.OR, Kind.SLASH)
        cursor.skip(Kind.AND, Kind.IN)
        month = cursor.take(Kind.MONTH) if separated else None
        if month is None or cursor.at(*LINKS):
            cursor.place = before
            break
        numbers.append(month.number)
        last = month
    year = cursor.attempt(year_behind)
    return Months(
        start=first.start,
        end=cursor.behind,
        months=tuple(numbers),
        last_year=year.number if year else None,
        last_at=last.start,
    )


# ----------------------------------------------------------------------------------------------------------- bounds


def since(cursor: Cursor) -> Since | None:
    """Find the first possible day: ``vanaf 6 september 2026``, ``gestart op 10 april 2025``."""
    word = cursor.take(Kind.SINCE, Kind.FIRST_TIME, Kind.BEGINS, Kind.PER)
    if word is None:
        return None
    cursor.skip(Kind.ON, Kind.COLON, Kind.FILLER, Kind.ARTICLE)
    day = cursor.attempt(one_day) or cursor.attempt(_one_month) or cursor.attempt(_whole_year)
    if day is None:
        return None
    exact = word.kind in {Kind.FIRST_TIME, Kind.BEGINS} and isinstance(day, DayWritten)
    return Since(start=word.start, end=cursor.behind, day=day, exact=exact)


def until(cursor: Cursor) -> Until | None:
    """Find the last possible day: ``t/m 27 juni 2027``, ``einde 27 juni 2027``."""
    word = cursor.take(Kind.THROUGH, Kind.UNTIL, Kind.TO, Kind.ENDS, Kind.LAST_TIME)
    if word is None:
        return None
    exact = word.kind is Kind.LAST_TIME
    if exact or word.kind is Kind.ENDS:
        cursor.skip(Kind.ON, Kind.COLON, Kind.FILLER)
    link = Written(start=word.start, end=cursor.behind)
    cursor.skip(Kind.ARTICLE)
    day = cursor.attempt(one_day) or cursor.attempt(_one_month)
    if day is None and word.kind is Kind.THROUGH:
        day = cursor.attempt(_whole_year)
    if day is None:
        return None
    open_end = not exact and word.kind is not Kind.THROUGH
    return Until(start=word.start, end=cursor.behind, day=day, link=link, open_end=open_end, exact=exact)


def _one_month(cursor: Cursor) -> Months | None:
    found = cursor.attempt(_months_list)
    return found if found is not None and len(found.months) == 1 else None
