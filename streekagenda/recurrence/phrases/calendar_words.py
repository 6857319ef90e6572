"""The grammar of what readers cannot find on a calendar: week numbers, the n-th working day, quarters of a year.

Each becomes a question that says the dates, or how such days can be written instead.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import Remark, Written
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.years import FIRST_YEAR, LAST_YEAR, full, with_weekday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.recurrence.phrases.lexicon import Names
    from streekagenda.recurrence.phrases.tokens import Cursor, Token

WEEK_NUMBER = "when-week-number"


def week_number(cursor: Cursor) -> Remark | None:
    """Find a week by its number: ``in week 41 van 2027``, ``week 2 t/m 8``."""
    begin = cursor.peek().start
    cursor.skip(Kind.IN, Kind.ON)
    unit = cursor.take(Kind.UNIT)
    number = cursor.take(Kind.NUMBER) if unit is not None and unit.name == "week" else None
    if number is None or cursor.at(Kind.HOURS, Kind.MERIDIEM):
        return None
    before = cursor.place
    if not (cursor.take(Kind.THROUGH, Kind.DASH, Kind.AND, Kind.UNTIL) and cursor.take(Kind.NUMBER)):
        cursor.place = before
    before = cursor.place
    cursor.skip(Kind.FROM, Kind.OF, Kind.COMMA, Kind.OPEN)
    if not cursor.take(Kind.YEAR) or cursor.at(Kind.HOURS):
        cursor.place = before
    else:
        cursor.take(Kind.CLOSE)
    return Remark(start=begin, end=cursor.behind, code=WEEK_NUMBER)


def nth_workday(cursor: Cursor) -> Remark | None:
    """Find ``elke eerste werkdag van de maand``: no rule can hold it."""
    begin = cursor.peek().start
    cursor.skip(Kind.ON, Kind.EVERY, Kind.ARTICLE)
    if not cursor.take(Kind.ORDINAL) or not cursor.take(Kind.WORKDAYS):
        return None
    _of_unit(cursor, "month")
    return Remark(start=begin, end=cursor.behind, code="when-nth-workday")


def of_quarter(cursor: Cursor) -> Remark | None:
    """Find the rest of ``elke 1e dinsdag van het kwartaal``."""
    begin = cursor.peek()
    if not _of_unit(cursor, "quarter"):
        return None
    behind = Written(start=begin.end, end=cursor.behind)
    return Remark(
        start=begin.start, end=cursor.behind, code="when-quarter", choices={"first": ((behind, " {quarters}"),)}
    )


def _of_unit(cursor: Cursor, name: str) -> bool:
    before = cursor.place
    if cursor.take(Kind.FROM, Kind.OF, Kind.IN):
        cursor.skip(Kind.EVERY, Kind.ARTICLE)
        if cursor.peek().name == name and cursor.take(Kind.UNIT):
            return True
    cursor.place = before
    return False


def about_week(remark: Remark, tokens: Sequence[Token], names: Names, today: date | None) -> Question:
    """Ask for the dates of a week that is named by its number (ISO 8601), and say them."""
    inside = [token for token in tokens if remark.start <= token.start < remark.end]
    weeks = [token.number for token in inside if token.kind is Kind.NUMBER]
    year = next((token.number for token in inside if token.kind is Kind.YEAR), None)
    monday = _monday(weeks[0], year, today)
    last = _monday(weeks[-1], monday.isocalendar().year, today) if monday else None
    if monday is None or last is None:
        return question("when-which-days", remark)
    sunday = last + timedelta(days=6)
    place = next((at for at, token in enumerate(tokens) if token.start >= remark.start), 0)
    before = tokens[place - 1] if place else None
    edits: tuple[Edit, ...] = ()
    if before is not None and before.kind is Kind.WEEKDAY and len(weeks) == 1:
        day = monday + timedelta(days=before.weekday)
        edits = (Edit(start=before.start, end=remark.end, text=with_weekday(day, names)),)
    return question(WEEK_NUMBER, remark, edits=edits, monday=full(monday, names), sunday=full(sunday, names))


def _monday(week: int, year: int | None, today: date | None) -> date | None:
    """The Monday of a week: of its year, or the next from today on."""
    if year is None and today is None:
        return None
    years = (year,) if year is not None else (today.year, today.year + 1) if today else ()
    for one in years:
        try:
            found = date.fromisocalendar(one, week, 1) if FIRST_YEAR <= one <= LAST_YEAR else None
        except ValueError:  # no such week in that year
            continue
        if found is not None and (year is not None or today is None or found + timedelta(days=6) >= today):
            return found
    return None
