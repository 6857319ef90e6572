"""The grammar of how often: every how many days, weeks, months or years, even and odd weeks, a number of times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import Count, Often, Parity, Step, Unit
from streekagenda.recurrence.phrases.tokens import Choice

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.tokens import Cursor, Token


def step(cursor: Cursor) -> Step | Often | None:
    """Find every how many days, weeks, months or years."""
    begin = cursor.peek().start
    found = _any_step(cursor)
    return replace(found, start=begin) if found else None


def _frequency(cursor: Cursor) -> Step | None:
    word = cursor.take(Kind.FREQUENCY)
    return _step(cursor, word.name, word.number) if word else None


def _every_unit(cursor: Cursor) -> Step | None:
    """``elke dag``, ``elke 3 weken``, ``every other week``."""
    cursor.take(Kind.ON, Kind.IN)
    every = cursor.take(Kind.EVERY)
    if every is None:
        return None
    if cursor.at(Kind.PART):  # «elke ochtend»: the part of the day is left for its own rule
        return _step(cursor, "day", 1)
    number = cursor.take(Kind.NUMBER)
    interval = number.number if number else 2 if cursor.take(Kind.OTHER) else 1
    unit = cursor.take(Kind.UNIT)
    if unit is None:
        return _step(cursor, "quarter", interval) if cursor.take(Kind.QUARTER) else None
    if number is None and _is_plural(unit) and every.text not in {"alle", "all"}:
        return None
    if unit.name == "day":
        cursor.attempt(_of_the_week)
    if unit.name == "year" and _begins_on_an_nth_weekday(cursor):
        cursor.take(Kind.SINCE)
    return _step(cursor, unit.name, interval)


def _begins_on_an_nth_weekday(cursor: Cursor) -> bool:
    """``elk jaar vanaf de laatste donderdag in september``: a day of each year, and no first day of the rule."""
    ahead = 2 if cursor.at(Kind.ARTICLE, ahead=1) else 1
    return cursor.at(Kind.SINCE) and cursor.at(Kind.ORDINAL, ahead=ahead) and cursor.at(Kind.WEEKDAY, ahead=ahead + 1)


def _is_plural(unit: Token) -> bool:
    """``in de weken``: a number must have stood before it."""
    return unit.number > 1


def _of_the_week(cursor: Cursor) -> Token | None:
    """The rest of ``elke dag van de week``."""
    if not cursor.take(Kind.FROM, Kind.OF, Kind.IN):
        return None
    cursor.skip(Kind.ARTICLE)
    return cursor.take(Kind.UNIT) if cursor.peek().name == "week" else None


def _every_other_weekday(cursor: Cursor) -> Step | None:
    """``every other Wednesday``, ``om de woensdag``; the weekday itself is left for its own rule."""
    alternate = cursor.take(Kind.ALTERNATE) or (cursor.take(Kind.OTHER) if cursor.take(Kind.EVERY) else None)
    cursor.take(Kind.OTHER)  # «om de andere dinsdag»
    return _step(cursor, "week", 2) if alternate and cursor.at(Kind.WEEKDAY) else None


def _alternate(cursor: Cursor) -> Step | None:
    """``om de week`` is every two weeks, ``om de drie weken`` every three."""
    if not cursor.take(Kind.ALTERNATE):
        return None
    number = cursor.take(Kind.NUMBER)
    cursor.take(Kind.OTHER)
    unit = cursor.take(Kind.UNIT)
    if unit is None or (number is None and _is_plural(unit)):
        return None
    return _step(cursor, unit.name, number.number if number else 2)


def _times_per(cursor: Cursor) -> Step | Often | None:
    """``één keer in de twee weken``, ``zes keer per jaar``, ``vier middagen per week``."""
    of_days = cursor.peek(1).name == "day"  # «7 dagen per week»
    times = cursor.attempt(_so_many)
    short = cursor.take(Kind.FREQUENCY) if times else None
    if times and short is not None:  # «1x p/w»
        found = _step(cursor, short.name, short.number)
        if found is None or times == 1:
            return found
        return Often(start=found.start, end=found.end, times=times, unit=found.unit, interval=found.interval)
    linked = cursor.take(Kind.PER, Kind.IN, Kind.EVERY) or cursor.at(Kind.NUMBER)  # «once a month»
    if times is None or not linked:
        return None
    cursor.skip(Kind.ARTICLE)
    every = cursor.take(Kind.EVERY)
    number = None if every else cursor.take(Kind.NUMBER)
    interval = number.number if number else 1
    unit = cursor.take(Kind.UNIT)
    if unit is None or (number is None and _is_plural(unit)):
        return None
    found = _step(cursor, unit.name, interval)
    if found is None or times == 1:
        return replace(found, once_in=found.interval > 1 and unit.name != "day") if found else None
    if times == 7 and of_days and found.unit is Unit.WEEK and interval == 1:
        return _step(cursor, "day", 1)
    return Often(start=found.start, end=found.end, times=times, unit=found.unit, interval=found.interval)


def _so_many(cursor: Cursor) -> int | None:
    if cursor.take(Kind.ONCE):
        return 1
    number = cursor.take(Kind.NUMBER)
    word = cursor.take(Kind.TIMES, Kind.PART, Kind.WEEKDAY, Kind.UNIT)
    if word is None:
        return None
    return number.number if number else word.number or None


def _step(cursor: Cursor, unit: str, interval: int) -> Step | None:
    if interval < 1:
        return None
    if unit == "quarter":
        unit, interval = "month", 3 * interval
    if unit == "day" and interval % 7 == 0:
        unit, interval = "week", interval // 7
    return Step(start=cursor.behind, end=cursor.behind, unit=Unit(unit), interval=interval)


_SO_MANY = (Kind.ONCE, Kind.NUMBER, Kind.TIMES, Kind.PART, Kind.WEEKDAY, Kind.UNIT)
STEP = (*_SO_MANY, Kind.FREQUENCY, Kind.EVERY, Kind.ON, Kind.IN, Kind.ALTERNATE)
"""With these a step begins."""
_any_step: Choice[Step | Often] = Choice(
    (_frequency, (Kind.FREQUENCY,)),
    (_every_unit, (Kind.EVERY, Kind.ON, Kind.IN)),
    (_every_other_weekday, (Kind.ALTERNATE, Kind.EVERY)),
    (_alternate, (Kind.ALTERNATE,)),
    (_times_per, _SO_MANY),
)


def parity(cursor: Cursor) -> Parity | None:
    """Find even or odd weeks: ``in de even weken``."""
    begin = cursor.peek().start
    cursor.skip(Kind.ON, Kind.IN)
    cursor.take(Kind.EVERY, Kind.ARTICLE)
    word = cursor.take(Kind.PARITY)
    if word is None or cursor.peek().name != "week" or not cursor.take(Kind.UNIT):
        return None
    return Parity(start=begin, end=cursor.behind, even=word.name == "even")


def count(cursor: Cursor) -> Count | None:
    """Find how many times in all: ``10 keer``; of ``8 dinsdagen`` and ``8 weken lang`` what counts is left."""
    once = cursor.take(Kind.ONCE)
    if once is not None:
        return Count(start=once.start, end=once.end, times=1) if once.text.startswith("1") else None
    number = cursor.take(Kind.NUMBER)
    if number is None or number.number < 2:
        return None
    word = cursor.take(Kind.TIMES)
    if word is not None:
        cursor.take(Kind.LONG)
        return Count(start=number.start, end=cursor.behind, times=number.number)
    weekday = cursor.peek()
    counted = weekday.kind is Kind.PART or (weekday.kind is Kind.WEEKDAY and weekday.meaning.habitual)
    if counted and not cursor.at(Kind.PER, Kind.EVERY, ahead=1):
        return Count(start=number.start, end=number.end, times=number.number)
    return None
