"""The grammar of one date of a rule that differs: another time, another day, called off, a title, a reason.

``Op 20 december tot 18.00 uur (Kerstdiner)``, ``niet op 3 januari, maar op 4 januari``, ``op 3 januari gaat het niet
door: de beheerder is ziek``. A title stands in brackets, a note behind a colon; both are free text, which ``texts`` has
set apart. A date with hours alone could as well come on top: it differs only as the beginning of a sentence of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.dates import days
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import ChangeWritten, Days, DayWritten, Written
from streekagenda.recurrence.phrases.single_days import one_day
from streekagenda.recurrence.phrases.times import all_day, day_part, doors, hours

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.parts import AllDay, DayPart, Doors, HoursWritten
    from streekagenda.recurrence.phrases.tokens import Cursor, Token

    _Time = HoursWritten | Doors | DayPart | AllDay

_BETWEEN = (Kind.COMMA, Kind.FILLER, Kind.ARTICLE)
_ENDS = (Kind.PERIOD, Kind.SEMICOLON, Kind.END)
_BEHIND = (*_ENDS, Kind.COMMA, Kind.CLOSE)


def change(cursor: Cursor) -> ChangeWritten | None:
    """Find a date that differs, with all that is said about it."""
    begin = cursor.peek().start
    own_sentence = cursor.begins_sentence
    found = which_day(cursor)
    if found is None:
        return None
    which, moved_to = found
    times: list[_Time] = []
    status: Token | None = None
    title: Written | None = None
    before = -1
    while cursor.place != before:
        before = cursor.place
        status = status or cursor.attempt(_status)
        times += _times(cursor)
        title = title or cursor.attempt(_title)
    note = cursor.attempt(_note)
    says = own_sentence and (times or title or note)
    if not (says or moved_to or status) or not cursor.at(*(_ENDS if own_sentence else _BEHIND)):
        return None
    return ChangeWritten(
        start=begin,
        end=cursor.behind,
        days=which,
        moved_to=moved_to,
        hours=tuple(times),
        status=status.name if status else "",
        title=title,
        note=note,
    )


def which_day(cursor: Cursor) -> tuple[Days, DayWritten | None] | None:
    """Find the days that differ; with ``niet op …, maar op …`` also the day that takes its place."""
    return cursor.attempt(_moved) or cursor.attempt(_on)


def _on(cursor: Cursor) -> tuple[Days, None] | None:
    which = days(cursor) if cursor.at(Kind.ON) else None
    return (which, None) if which is not None and all(isinstance(one, DayWritten) for one in which.items) else None


def _moved(cursor: Cursor) -> tuple[Days, DayWritten] | None:
    if not cursor.take(Kind.EXCEPT):
        return None
    day = one_day(cursor)
    cursor.take(Kind.COMMA)
    other = one_day(cursor) if day and cursor.take(Kind.INSTEAD) else None
    return (Days(start=day.start, end=day.end, items=(day,)), other) if day and other else None


def _times(cursor: Cursor) -> list[_Time]:
    found: list[_Time] = []
    while True:
        before = cursor.place
        cursor.skip(*_BETWEEN)
        cursor.take(Kind.COLON)
        time = cursor.first_of(_in_brackets, all_day, doors, hours, day_part)
        if time is None:
            cursor.place = before
            return found
        found.append(time)


def _in_brackets(cursor: Cursor) -> _Time | None:
    if not cursor.take(Kind.OPEN):
        return None
    time = cursor.first_of(doors, hours)
    return time if time is not None and cursor.take(Kind.CLOSE) else None


def _status(cursor: Cursor) -> Token | None:
    cursor.skip(*_BETWEEN)
    return cursor.take(Kind.STATUS)


def _title(cursor: Cursor) -> Written | None:
    if not cursor.take(Kind.OPEN):
        return None
    text = _text(cursor)
    return text if text is not None and cursor.take(Kind.CLOSE) else None


def _note(cursor: Cursor) -> Written | None:
    return _text(cursor) if cursor.take(Kind.COLON) else None


def _text(cursor: Cursor) -> Written | None:
    word: Token | None = cursor.take(Kind.TEXT)
    return Written(start=word.start, end=word.end) if word else None
