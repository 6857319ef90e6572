"""The grammar of a whole phrase: its parts one after another, and how each is joined to the one before it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.recurrence.phrases.calendar_words import nth_workday, of_quarter, week_number
from streekagenda.recurrence.phrases.chains import chain, two_stops
from streekagenda.recurrence.phrases.changes import change
from streekagenda.recurrence.phrases.crossings import Crossing, crossing
from streekagenda.recurrence.phrases.dates import DAYS, days
from streekagenda.recurrence.phrases.durations import LASTING, lasting
from streekagenda.recurrence.phrases.exceptions import CLOSING, closing, exception, pause
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.nth_days import ORDINALS, month_days, nth_weekdays
from streekagenda.recurrence.phrases.parts import (
    Also,
    Days,
    HolidaySet,
    HoursWritten,
    Listed,
    MonthDays,
    NthWeekdays,
    Piece,
    Remark,
    Step,
    Weekdays,
)
from streekagenda.recurrence.phrases.seasons import MONTHS, months, season, since, until
from streekagenda.recurrence.phrases.single_days import DAY
from streekagenda.recurrence.phrases.steps import STEP, count, parity, step
from streekagenda.recurrence.phrases.times import DOORS, HOURS, all_day, day_part, doors, hours
from streekagenda.recurrence.phrases.tokens import Choice, Cursor
from streekagenda.recurrence.phrases.weekdays import WEEKDAYS, weekday_of_list, weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.recurrence.phrases.tokens import Token


class Joint(IntEnum):
    """How strongly a part is set apart from what stands before it."""

    NONE = 0
    COMMA = 1
    """A comma, a bracket or a colon."""
    AND = 2
    STRONG = 3
    """A semicolon or a new line."""
    STOP = 4
    """A full stop: what follows is a sentence of its own."""


class Joined(Struct, frozen=True, kw_only=True):
    """A part with its joint."""

    joint: Joint
    piece: Piece


_JOINTS = {
    Kind.COMMA: Joint.COMMA,
    Kind.COLON: Joint.COMMA,
    Kind.OPEN: Joint.COMMA,
    Kind.CLOSE: Joint.COMMA,
    Kind.DASH: Joint.COMMA,
    Kind.AND: Joint.AND,
    Kind.PLUS: Joint.AND,
    Kind.SEMICOLON: Joint.STRONG,
    Kind.PERIOD: Joint.STOP,
}

_ADDS_NOTHING = (Kind.ON, Kind.IN, Kind.AT, Kind.ARTICLE, Kind.FILLER, Kind.DOORS, Kind.BEGINS)

EITHER = "when-either"

_ASKED = {
    Kind.OR: EITHER,
    Kind.SLASH: EITHER,
    Kind.WEEKEND: "when-weekend",
    Kind.SEASON: "when-which-period",
    Kind.SCHOOL_BREAK: "when-which-period",
    Kind.CLOSURE: "when-which-period",
    Kind.PAUSE: "when-which-period",
    Kind.STATUS: "when-cancelled",
    Kind.INSTEAD: "when-not-understood",
    Kind.TEXT: "when-not-understood",
    Kind.NEXT_DAY: "when-relative",
}


def _holidays(cursor: Cursor) -> HolidaySet | None:
    word = cursor.take(Kind.HOLIDAYS)
    return HolidaySet(start=word.start, end=word.end, name=word.name) if word else None


def _listed(cursor: Cursor) -> Listed | None:
    word = cursor.take(Kind.LISTED)
    return Listed(start=word.start, end=word.end) if word else None


def _also(cursor: Cursor) -> Also | None:
    word = cursor.take(Kind.ALSO)
    return Also(start=word.start, end=word.end) if word else None


def _only_on(cursor: Cursor) -> NthWeekdays | MonthDays | Weekdays | None:
    """``alleen op de 1e van de maand``: of the days that stand before it."""
    word = cursor.take(Kind.FILLER)
    found = cursor.first_of(nth_weekdays, month_days, weekdays) if word is not None and word.name == "only" else None
    return replace(found, start=word.start, only=True) if word and found else None


def _remark(cursor: Cursor) -> Remark | None:
    word = cursor.take(*_ASKED)
    return Remark(start=word.start, end=word.end, code=_ASKED[word.kind]) if word else None


def _nth_week(cursor: Cursor) -> Remark | None:
    """``de eerste week van oktober``: from Monday or from the first?"""
    word = cursor.take(Kind.ORDINAL)
    if word is None or not cursor.take(Kind.UNIT, Kind.WEEKEND):
        return None
    before = cursor.place
    if not (cursor.take(Kind.FROM, Kind.OF, Kind.IN) and cursor.take(Kind.MONTH)):
        cursor.place = before
    return Remark(start=word.start, end=cursor.behind, code="when-which-days")


PART: Choice[Piece | Crossing] = Choice(
    (change, (Kind.ON, Kind.EXCEPT)),
    (exception, (Kind.EXCEPT,)),
    (closing, CLOSING),
    (pause, (Kind.PAUSE,)),
    (chain, DAY),
    (two_stops, (Kind.NUMBER,)),
    (crossing, (*DAY, Kind.FROM, Kind.SINCE)),
    (season, MONTHS),
    (days, DAYS),
    (week_number, (Kind.UNIT, Kind.IN, Kind.ON)),
    (nth_workday, (Kind.ORDINAL, Kind.EVERY, Kind.ARTICLE, Kind.ON)),
    (of_quarter, (Kind.FROM, Kind.OF, Kind.IN)),
    (since, (Kind.SINCE, Kind.FIRST_TIME, Kind.BEGINS, Kind.PER)),
    (until, (Kind.THROUGH, Kind.UNTIL, Kind.TO, Kind.ENDS, Kind.LAST_TIME)),
    (parity, (Kind.PARITY, Kind.EVERY, Kind.ARTICLE, Kind.ON, Kind.IN)),
    (step, STEP),
    (count, (Kind.NUMBER, Kind.ONCE)),
    (nth_weekdays, ORDINALS),
    (month_days, ORDINALS),
    (lasting, LASTING),
    (all_day, (Kind.ALL_DAY,)),
    (doors, DOORS),
    (hours, HOURS),
    (weekdays, (*WEEKDAYS, Kind.OPEN)),
    (_only_on, (Kind.FILLER,)),
    (months, MONTHS),
    (day_part, (Kind.PART,)),
    (_holidays, (Kind.HOLIDAYS,)),
    (_listed, (Kind.LISTED,)),
    (_also, (Kind.ALSO,)),
    (_remark, _ASKED),
    (_nth_week, (Kind.ORDINAL,)),
)
"""The parts of a phrase, each with what it can begin with; the first rule that fits is taken."""


def parts(tokens: Sequence[Token]) -> list[Joined]:
    """Read a phrase from its first to its last token; what fits no rule becomes a remark."""
    cursor = Cursor(tokens)
    found: list[Joined] = []
    joint = Joint.NONE
    joined_by: Token | None = None  # the word that still waits for what it joins
    run_on: Token | None = None  # a dash: from here to what follows
    while not cursor.at(Kind.END):
        behind_step = bool(found) and isinstance(found[-1].piece, Step) and joint is Joint.NONE
        piece: Piece | Crossing | None = cursor.attempt(weekday_of_list) if behind_step else None
        if piece is None:
            piece = PART(cursor)
        if piece is not None:
            if joined_by is not None and not found:
                found.append(_loose(joined_by))
            if run_on is not None and isinstance(piece, HoursWritten) and piece.start == run_on.end:
                found.append(_loose(run_on))  # «dinsdag -12 uur»
            if run_on is not None and isinstance(piece, Weekdays) and isinstance(found[-1].piece, Weekdays):
                found.append(_loose(run_on))  # «ma t/m wo - vr»
            if run_on is not None and isinstance(piece, Days) and isinstance(found[-1].piece, HoursWritten):
                found.append(Joined(joint=joint, piece=_over_days(found, piece)))
            if isinstance(piece, Crossing):
                found.append(Joined(joint=joint, piece=piece.days))
                found.append(Joined(joint=Joint.NONE, piece=piece.hours))
            else:
                found.append(Joined(joint=joint, piece=piece))
            joint, joined_by, run_on = Joint.NONE, None, None
        elif (sign := cursor.take(*_JOINTS)) is not None:
            joint = max(joint, _JOINTS[sign.kind])
            joined_by = sign if sign.kind in {Kind.AND, Kind.PLUS} else joined_by
            run_on = sign if sign.kind is Kind.DASH and found else run_on
        elif cursor.take(*_ADDS_NOTHING) is None and not _article(cursor):
            _misunderstood(cursor, found, joint)
    if run_on is not None and isinstance(found[-1].piece, HoursWritten | Days):
        found += _without_end(found[-1].piece, run_on)
    return found if joined_by is None else [*found, _loose(joined_by)]


def _without_end(piece: HoursWritten | Days, dash: Token) -> Iterator[Joined]:
    """Ask what comes behind a dash that nothing follows: ``10:00-``; behind ``10:00-12:00 -`` nothing is missing."""
    if isinstance(piece, Days) or piece.ends is None:
        remark = Remark(start=piece.start, end=dash.end, code="when-loose-end")
        yield Joined(joint=Joint.NONE, piece=remark)


def _over_days(found: Sequence[Joined], piece: Days) -> Remark:
    """``zaterdag 10 oktober 10 uur - zondag 11 oktober 17 uur``."""
    return Remark(start=found[0].piece.start, end=piece.end, code="when-several-days")


def _loose(token: Token) -> Joined:
    return Joined(joint=Joint.NONE, piece=Remark(start=token.start, end=token.end, code="when-loose-end"))


def _article(cursor: Cursor) -> bool:
    """``een`` and ``a`` are numbers too, and add nothing where they count nothing."""
    word = cursor.peek()
    return word.meaning.spoken and word.number == 1 and cursor.take(Kind.NUMBER) is not None


def _misunderstood(cursor: Cursor, found: list[Joined], joint: Joint) -> None:
    """Take one token that fits nowhere; several in a row become one remark."""
    token = cursor.peek()
    cursor.place += 1
    code = "when-not-understood" if token.kind is Kind.UNKNOWN else "when-loose-end"
    last = found[-1].piece if found else None
    if isinstance(last, Remark) and last.end >= token.start - 1 and last.code in {code, "when-not-understood"}:
        found[-1] = Joined(joint=found[-1].joint, piece=Remark(start=last.start, end=token.end, code=last.code))
    else:
        found.append(Joined(joint=joint, piece=Remark(start=token.start, end=token.end, code=code)))
