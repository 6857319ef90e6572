"""The grammar of how long it lasts: ``anderhalf uur``, ``90 minutes``."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import Lasting
from streekagenda.recurrence.phrases.single_days import LINKS
from streekagenda.recurrence.phrases.tokens import Choice

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.tokens import Cursor


_LENGTHS = (Kind.NUMBER, Kind.DECIMAL, Kind.ONE_AND_A_HALF, Kind.HALF, Kind.QUARTERS)
LASTING = (*_LENGTHS, Kind.LASTS, Kind.FROM, Kind.OF)
"""With these a duration begins."""
_FRACTIONS = ("5", "25", "50", "75")
_LONGEST = 6
"""Hours: up to here ``2 hrs`` is how long it lasts."""


def lasting(cursor: Cursor) -> Lasting | None:
    """Find how long it lasts: ``duurt 2 uur``, ``anderhalf uur``, ``90 minuten lang``."""
    begin = cursor.peek().start
    if cursor.take(Kind.LASTS):
        cursor.skip(Kind.COLON, Kind.FILLER)
        duration = cursor.attempt(any_duration)
    else:
        of = cursor.take(Kind.FROM, Kind.OF)
        duration = (
            cursor.attempt(_sure_duration) or cursor.attempt(_with_long) or (cursor.attempt(_of_hours) if of else None)
        )
    if duration is None:
        return None
    cursor.take(Kind.LONG)
    return Lasting(start=begin, end=cursor.behind, duration=duration)


def _of_hours(cursor: Cursor) -> timedelta | None:
    """``een wandeling van twee uur``; ``van twee uur tot vier uur`` is a time."""
    spoken = cursor.peek().meaning.spoken
    duration = cursor.attempt(_whole_hours)
    return duration if spoken and duration is not None and not cursor.at(*LINKS, Kind.PART) else None


def _with_long(cursor: Cursor) -> timedelta | None:
    """``twee uur lang``: without the last word it is a time of day."""
    duration = cursor.attempt(any_duration)
    return duration if duration is not None and cursor.take(Kind.LONG) else None


def any_duration(cursor: Cursor) -> timedelta | None:
    """Find a duration where one is expected: there ``2 uur`` is no time of day."""
    return cursor.first_of(_sure_duration, _whole_hours)


def _whole_hours(cursor: Cursor) -> timedelta | None:
    number = cursor.take(Kind.NUMBER)
    if number is None or not cursor.take(Kind.HOURS, Kind.HOUR_LENGTH):
        return None
    return timedelta(hours=number.number) + (cursor.attempt(_more) or timedelta())


def _fraction(cursor: Cursor) -> timedelta | None:
    if (one_and_a_half := cursor.take(Kind.ONE_AND_A_HALF)) is not None:
        has_unit = cursor.take(Kind.HOURS, Kind.HOUR_LENGTH) or "hour" in one_and_a_half.text
        return timedelta(minutes=90) if has_unit else None
    cursor.take(Kind.NUMBER)
    if cursor.take(Kind.HALF) and cursor.take(Kind.HOURS, Kind.HOUR_LENGTH):
        return timedelta(minutes=30)
    return None


def _decimal(cursor: Cursor) -> timedelta | None:
    number = cursor.take(Kind.DECIMAL)
    if number is None or not cursor.take(Kind.HOURS, Kind.HOUR_LENGTH):
        return None
    whole, fraction = number.text.replace(",", ".").split(".")
    if fraction not in _FRACTIONS:  # «16.0 uur» is a time that lost a figure
        return None
    return timedelta(minutes=int(whole) * 60 + round(int(fraction) * 60 / 10 ** len(fraction)))


def _hours_length(cursor: Cursor) -> timedelta | None:
    number = cursor.take(Kind.NUMBER)
    length = cursor.take(Kind.HOUR_LENGTH)
    if number is None or length is None or (length.meaning.short and number.number > _LONGEST):
        return None  # «20 hrs» is a time
    return timedelta(hours=number.number) + (cursor.attempt(_more) or timedelta())


def _more(cursor: Cursor) -> timedelta | None:
    """What may follow hours: ``en 30 minuten``."""
    cursor.take(Kind.AND)
    return cursor.attempt(_minutes) or cursor.attempt(_quarters)


def _minutes(cursor: Cursor) -> timedelta | None:
    number = cursor.take(Kind.NUMBER)
    if number is None or not cursor.take(Kind.MINUTES) or cursor.at(Kind.PAST, Kind.BEFORE):
        return None
    return timedelta(minutes=number.number)


def _quarters(cursor: Cursor) -> timedelta | None:
    number = cursor.take(Kind.NUMBER)
    if not cursor.take(Kind.QUARTERS):
        return None
    return timedelta(minutes=15 * (number.number if number else 1))


_sure_duration = Choice(
    (_fraction, (Kind.ONE_AND_A_HALF, Kind.NUMBER, Kind.HALF)),
    (_decimal, (Kind.DECIMAL,)),
    (_hours_length, (Kind.NUMBER,)),
    (_minutes, (Kind.NUMBER,)),
    (_quarters, (Kind.NUMBER, Kind.QUARTERS)),
)
