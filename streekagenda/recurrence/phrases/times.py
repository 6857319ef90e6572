"""The grammar of times of the day: clocks, from one to another, and when the doors open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import AllDay, ClockWritten, DayPart, Doors, HoursWritten
from streekagenda.recurrence.phrases.single_days import LINKS
from streekagenda.recurrence.phrases.tokens import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from streekagenda.recurrence.phrases.readings import PartOfDay
    from streekagenda.recurrence.phrases.tokens import Cursor, Token

    _ClockRule = Callable[[Cursor], ClockWritten | None]

_AFTER_OTHER_NUMBERS = (Kind.TIMES, Kind.UNIT, Kind.MINUTES, Kind.HOUR_LENGTH, Kind.MONTH, Kind.OF)
_DAY = (Kind.NUMBER, Kind.DATE, Kind.SHORT_DATE, Kind.DAY_MONTH, Kind.WEEKDAY, Kind.ON)
_BETWEEN_WORD_AND_CLOCK = (Kind.FILLER, Kind.AT, Kind.SINCE, Kind.COLON, Kind.ON, Kind.IN, Kind.ARTICLE)


_CLOCKS = (Kind.CLOCK, Kind.NUMBER, Kind.HALF, Kind.QUARTER, Kind.NOON, Kind.DECIMAL, Kind.YEAR)
"""With these a time of day begins."""
_OPENINGS = (Kind.PART, Kind.DOORS, Kind.FROM, Kind.SINCE, Kind.AT, Kind.BETWEEN, Kind.UNTIL, Kind.THROUGH, Kind.ENDS)
HOURS = (*_CLOCKS, *_OPENINGS, Kind.BEGINS)
"""With these hours begin."""
DOORS = (*_CLOCKS, Kind.DOORS, Kind.AT, Kind.SINCE)
"""With these begins when the doors open."""


# ----------------------------------------------------------------------------------------------------------- clocks


def any_clock(cursor: Cursor) -> ClockWritten | None:
    """Find a time of day where one is expected: a bare number will do."""
    return cursor.once(clock) or cursor.attempt(_bare_number)


def _in_figures(cursor: Cursor) -> ClockWritten | None:
    token = cursor.take(Kind.CLOCK) or cursor.attempt(_with_comma)
    if token is None:
        return None
    hour, minute = token.figures[:2]
    cursor.take(Kind.HOURS, Kind.HOUR_LENGTH)
    return _clock(cursor, token.start, token.end, hour, minute, padded=token.padded or hour > 12)


def _with_comma(cursor: Cursor) -> Token | None:
    """``10,30 uur``; early in the day it could be a duration."""
    token = cursor.take(Kind.DECIMAL)
    whole, _, hundredths = token.text.partition(",") if token else ("", "", "")
    return token if len(hundredths) == 2 and 7 <= int(whole) <= 24 and int(hundredths) < 60 else None


def _marked_number(cursor: Cursor) -> ClockWritten | None:
    noon = cursor.take(Kind.NOON)
    if noon is not None:
        return ClockWritten(start=noon.start, end=noon.end, hour=noon.number, certain=True)
    number = cursor.peek()
    found = _bare_number(cursor)
    return found if found is not None and (found.meridiem or cursor.behind > number.end) else None


def _bare_number(cursor: Cursor) -> ClockWritten | None:
    number = cursor.take(Kind.NUMBER) or cursor.attempt(_four_figures)
    if number is None or (cursor.at(*_AFTER_OTHER_NUMBERS) and not _hours_of_clock(cursor)):
        return None
    cursor.take(Kind.HOURS, Kind.HOUR_LENGTH)
    if number.figures[1:]:
        return _clock(cursor, number.start, number.end, *number.figures, padded=True)
    # In words 7 and 8 o'clock may be in the morning or in the evening; in figures they are in the morning.
    spoken = number.meaning.spoken and number.number < 9
    padded = number.padded or number.number > 12
    whole = not (spoken or padded)
    return _clock(cursor, number.start, number.end, number.number, 0, padded=padded, spoken=spoken, whole=whole)


def _hours_of_clock(cursor: Cursor) -> bool:
    """``20 hrs`` is rather a time than twenty hours; ``2 hours`` is not."""
    return cursor.at(Kind.HOUR_LENGTH) and cursor.peek().meaning.short


def _four_figures(cursor: Cursor) -> Token | None:
    """``1930 uur``, ``1000-1200 uur``."""
    token = cursor.take(Kind.YEAR)
    hour, minute = divmod(token.number, 100) if token else (0, 0)
    hours_behind = cursor.at(Kind.HOURS) or _hours_of_clock(cursor)
    linked = cursor.at(*LINKS) and cursor.at(Kind.YEAR, ahead=1) and cursor.at(Kind.HOURS, ahead=2)
    if token is None or not (hours_behind or linked) or hour > 24 or minute > 59 or len(token.text) != 4:
        return None
    return replace(token, figures=(hour, minute))


def _clock(
    cursor: Cursor,
    start: int,
    end: int,
    hour: int,
    minute: int,
    *,
    padded: bool = False,
    spoken: bool = False,
    whole: bool = False,
) -> ClockWritten | None:
    half_of_day = cursor.take(Kind.MERIDIEM)
    if half_of_day is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half_of_day.name == "pm" else 0)
        return ClockWritten(
            start=start, end=half_of_day.end, hour=hour, minute=minute, certain=True, meridiem=half_of_day.name
        )
    return ClockWritten(start=start, end=end, hour=hour, minute=minute, certain=padded, spoken=spoken, whole=whole)


def _in_words(cursor: Cursor) -> ClockWritten | None:
    found = _spoken_clock(cursor)
    if found is not None:
        cursor.take(Kind.HOURS)
        half_of_day = cursor.take(Kind.MERIDIEM)
        if half_of_day is not None:
            hour = found.hour % 12 + (12 if half_of_day.name == "pm" else 0)
            return replace(found, hour=hour, end=cursor.behind, certain=True, spoken=False, meridiem=half_of_day.name)
    return found


def _half_to(cursor: Cursor) -> ClockWritten | None:
    """Dutch ``half tien`` is 9:30; English ``half ten`` may be an hour later."""
    half, number = cursor.take(Kind.HALF), cursor.take(Kind.NUMBER)
    if half is None or number is None or not 1 <= number.number <= 12 or cursor.at(Kind.MONTH):
        return None
    found = _spoken(half.start, number.end, number.number * 60 - 30)
    return replace(found, before_or_past=half.name == "past")


def _half_past(cursor: Cursor) -> ClockWritten | None:
    half, past, number = cursor.take(Kind.HALF), cursor.take(Kind.PAST), cursor.take(Kind.NUMBER)
    if half is None or past is None or number is None or not 1 <= number.number <= 12:
        return None
    return _spoken(half.start, number.end, number.number * 60 + 30)


def _minutes_to_or_past(cursor: Cursor) -> ClockWritten | None:
    """``kwart over negen``, ``10 voor half 4``, ``quarter to ten``."""
    begin = cursor.peek()
    minutes = cursor.take(Kind.QUARTER, Kind.NUMBER)
    cursor.take(Kind.MINUTES)
    side = cursor.take(Kind.PAST, Kind.BEFORE) or (cursor.take(Kind.TO) if begin.kind is Kind.QUARTER else None)
    if minutes is None or side is None:
        return None
    distance = 15 if minutes.kind is Kind.QUARTER else minutes.number
    half, number = cursor.take(Kind.HALF), cursor.take(Kind.NUMBER)
    if number is None or not 1 <= number.number <= 12 or not 1 <= distance <= 29:
        return None
    around = number.number * 60 - (30 if half else 0)
    return _spoken(begin.start, number.end, around + (distance if side.kind is Kind.PAST else -distance))


_spoken_clock = Choice(
    (_half_past, (Kind.HALF,)), (_half_to, (Kind.HALF,)), (_minutes_to_or_past, (Kind.QUARTER, Kind.NUMBER))
)
clock = Choice(
    (_in_words, (Kind.HALF, Kind.QUARTER, Kind.NUMBER)),
    (_in_figures, (Kind.CLOCK, Kind.DECIMAL)),
    (_marked_number, (Kind.NOON, Kind.NUMBER, Kind.YEAR)),
)
"""A time of day that is marked as one: ``19:30``, ``9 uur``, ``half tien``, ``2 pm``, ``noon``."""


def _spoken(start: int, end: int, minutes: int) -> ClockWritten:
    hour, minute = divmod(minutes % (12 * 60), 60)
    return ClockWritten(start=start, end=end, hour=hour, minute=minute, spoken=True)


# ------------------------------------------------------------------------------------------------------------ hours


def hours(cursor: Cursor) -> HoursWritten | None:
    """Find from when to when, or one of the two, with a part of the day before or behind it."""
    begin = cursor.peek().start
    part: PartOfDay | None = None
    before = cursor.take(Kind.PART)
    if before is not None:
        part = before.part
        cursor.take(Kind.COMMA)
    cursor.skip(Kind.DOORS)  # «inloop van 10 tot 12 uur»: the event is the walk-in
    found = _hours(cursor)
    if found is None:
        return None
    if found.ends is not None and cursor.take(Kind.NEXT_DAY):
        found = replace(found, next_day=True)
    behind = cursor.take(Kind.PART) if part is None and not found.bare else None
    return replace(found, start=begin, end=cursor.behind, part=behind.part if behind else part)


def _from_to(cursor: Cursor) -> HoursWritten | None:
    opened = cursor.take(Kind.FROM, Kind.SINCE, Kind.AT)
    cursor.take(Kind.COLON)  # «van: 10.00 tot: 12.00»
    return _linked(cursor, any_clock, any_clock) if opened else None


def _between(cursor: Cursor) -> HoursWritten | None:
    if not cursor.take(Kind.BETWEEN):
        return None
    begins = cursor.attempt(any_clock)
    ends = cursor.attempt(any_clock) if begins and cursor.take(Kind.AND, Kind.DASH) else None
    return _written(begins, ends) if begins and ends else None


def _two_clocks(cursor: Cursor) -> HoursWritten | None:
    """A range of which at least one side is marked as a time: ``10.15-12 uur``."""
    return cursor.attempt(lambda here: _linked(here, clock, any_clock)) or _linked(cursor, any_clock, clock)


def _linked(cursor: Cursor, first: _ClockRule, last: _ClockRule) -> HoursWritten | None:
    before = cursor.take(Kind.PART)  # «van 's ochtends 10 uur tot 's middags 4 uur»
    begins = cursor.once(first)
    own = before or (cursor.take(Kind.PART) if begins else None)  # «van 10 uur 's ochtends tot 4 uur 's middags»
    if begins is None or not cursor.take(*LINKS):
        return None
    cursor.take(Kind.COLON)
    before_end = cursor.take(Kind.PART)
    ends = cursor.once(last)
    if ends is None or (own is None and before_end is None):
        return _written(begins, ends) if ends else None
    last_part = before_end or cursor.take(Kind.PART)
    begins = replace(begins, part=own.part) if own else begins
    return _written(begins, replace(ends, part=last_part.part if last_part else None))


def _two_numbers(cursor: Cursor) -> HoursWritten | None:
    """``9 to 12``; and ``9-12``, which is hours, or a day and a month."""
    begins, link, ends = cursor.take(Kind.NUMBER), cursor.take(*LINKS), cursor.take(Kind.NUMBER)
    if begins is None or link is None or ends is None or cursor.at(Kind.TIMES, Kind.UNIT, Kind.MINUTES, Kind.DASH):
        return None
    first, last = (
        ClockWritten(start=one.start, end=one.end, hour=one.number, certain=one.padded or one.number > 12, whole=True)
        for one in (begins, ends)
    )
    return HoursWritten(start=begins.start, end=ends.end, begins=first, ends=last, bare=link.kind is Kind.DASH)


def _start(cursor: Cursor) -> HoursWritten | None:
    """``om 10 uur``, ``aanvang 19.30``, ``vanaf 2 uur``, or a time alone."""
    word = cursor.take(Kind.AT, Kind.SINCE, Kind.BEGINS)
    if word is None:
        begins = cursor.once(clock)
    else:
        cursor.skip(*_BETWEEN_WORD_AND_CLOCK)
        begins = cursor.attempt(any_clock)
    if begins is None:
        return None
    before = cursor.place
    cursor.skip(Kind.FILLER, Kind.ARTICLE)
    if not cursor.take(Kind.BEGINS):
        cursor.place = before
    return _written(begins, None)


def _end(cursor: Cursor) -> HoursWritten | None:
    """``tot 16 uur``, ``einde 21.30``, ``om 21.30 uur is het afgelopen``."""
    word = cursor.take(Kind.UNTIL, Kind.THROUGH, Kind.ENDS)
    if word is not None:
        cursor.skip(*_BETWEEN_WORD_AND_CLOCK)
        ends = cursor.attempt(any_clock)
        return _written(None, ends) if ends else None
    cursor.take(Kind.AT)
    ends = cursor.once(clock)
    if ends is None:
        return None
    cursor.skip(Kind.FILLER, Kind.ARTICLE)
    ended = cursor.take(Kind.ENDS) and not _at_clock(cursor) and not cursor.at(*_DAY)  # «10 uur, einde 18 december»
    return _written(None, ends) if ended else None


_WITH_END = (
    (_from_to, (Kind.FROM, Kind.SINCE, Kind.AT)),
    (_between, (Kind.BETWEEN,)),
    (_two_clocks, (*_CLOCKS, Kind.PART)),
)
_hours_with_end = Choice(*_WITH_END)
_hours = Choice(
    *_WITH_END,
    (_two_numbers, (Kind.NUMBER,)),
    (_end, (*_CLOCKS, Kind.UNTIL, Kind.THROUGH, Kind.ENDS, Kind.AT)),
    (_start, (*_CLOCKS, Kind.AT, Kind.SINCE, Kind.BEGINS)),
)


def _written(begins: ClockWritten | None, ends: ClockWritten | None) -> HoursWritten:
    clocks = [one for one in (begins, ends) if one]
    return HoursWritten(start=clocks[0].start, end=clocks[-1].end, begins=begins, ends=ends)


def doors(cursor: Cursor) -> Doors | None:
    """Find when the doors open: ``inloop vanaf 14.15 uur``, ``om 19.00 uur is de zaal open``."""
    return cursor.first_of(_doors_at, _at_doors)


def _doors_at(cursor: Cursor) -> Doors | None:
    word = cursor.take(Kind.DOORS)
    if word is None:
        return None
    cursor.skip(Kind.DOORS)
    if _ahead(cursor, _hours_with_end):
        return None
    cursor.skip(*_BETWEEN_WORD_AND_CLOCK)
    at = cursor.attempt(any_clock)
    return Doors(start=word.start, end=cursor.behind, at=at) if at else None


def _at_doors(cursor: Cursor) -> Doors | None:
    begin = cursor.peek().start
    word = cursor.take(Kind.AT, Kind.SINCE)
    at = cursor.once(any_clock if word else clock)
    if at is None:
        return None
    cursor.skip(Kind.FILLER, Kind.ARTICLE)
    if not cursor.take(Kind.DOORS) or _at_clock(cursor):
        return None
    return Doors(start=begin, end=cursor.behind, at=at)


def _at_clock(cursor: Cursor) -> bool:
    """Whether a time follows, to which the word before it rather belongs."""

    def rule(here: Cursor) -> ClockWritten | None:
        here.skip(*_BETWEEN_WORD_AND_CLOCK)
        return here.attempt(clock)

    return _ahead(cursor, rule)


def _ahead(cursor: Cursor, rule: Callable[[Cursor], object | None]) -> bool:
    before = cursor.place
    found = cursor.attempt(rule) is not None
    cursor.place = before
    return found


# ------------------------------------------------------------------------------------------------------------- rest


def day_part(cursor: Cursor) -> DayPart | None:
    """Find a part of the day that stands alone."""
    word = cursor.take(Kind.PART)
    return DayPart(start=word.start, end=word.end, part=word.part) if word and word.part else None


def all_day(cursor: Cursor) -> AllDay | None:
    """Find ``hele dag``."""
    word = cursor.take(Kind.ALL_DAY)
    return AllDay(start=word.start, end=word.end) if word else None
