"""Values of single keys: a date, days, hours, a duration, exceptions; in the same notations as a whole phrase."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from streekagenda.diagnostics import Diagnostic, Location, problem
from streekagenda.model.schedule import DateRange, Frequency
from streekagenda.recurrence.phrases.clauses import parts
from streekagenda.recurrence.phrases.context import Context
from streekagenda.recurrence.phrases.doubts import set_aside
from streekagenda.recurrence.phrases.durations import any_duration
from streekagenda.recurrence.phrases.exceptions import exceptions
from streekagenda.recurrence.phrases.excluding import exclude
from streekagenda.recurrence.phrases.group import Group
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.normalising import normalise
from streekagenda.recurrence.phrases.parts import (
    AllDay,
    DayPart,
    Days,
    Doors,
    HoursWritten,
    Lasting,
    Months,
    Piece,
    Remark,
)
from streekagenda.recurrence.phrases.plain import plain_date
from streekagenda.recurrence.phrases.questions import Question, diagnostics, question
from streekagenda.recurrence.phrases.reading import LONGEST, in_languages
from streekagenda.recurrence.phrases.readings import ReadExclusion, ReadRule, Timing
from streekagenda.recurrence.phrases.resolving import resolve
from streekagenda.recurrence.phrases.timing import timings_of
from streekagenda.recurrence.phrases.tokens import Cursor, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Understood = tuple["T | None", list[Question]]

T = TypeVar("T")

_ISO_DURATION = re.compile(r"p(?:(\d{1,2})d)?(?:t(?:(\d{1,3})h)?(?:(\d{1,4})m)?)?")


def read_date(
    text: str, location: Location, *, today: date | None = None, language: str | None = None
) -> date | Diagnostic:
    """Read one date: ``2026-10-01``, ``1-10-2026``, ``do 1 okt 2026``."""
    if plain := plain_date(text):
        return plain

    def one_date(tokens: Sequence[Token], context: Context) -> Understood[date]:
        days, questions = _days(tokens, context, "when-not-a-date")
        if days is not None and (len(days) != 1 or days[0].first != days[0].last):
            return None, [_whole("when-not-a-date", context)]
        return (days[0].first if days else None), questions

    return _understood(text, location, one_date, today=today, language=language)


def read_days(
    text: str, location: Location, *, today: date | None = None, language: str | None = None
) -> tuple[DateRange, ...] | Diagnostic:
    """Read a date, a list of dates, or runs of days: ``2026-10-03..2026-10-05``, ``3, 5 en 7 oktober 2026``."""
    if plain := plain_date(text):
        return (DateRange(first=plain, last=plain),)

    def some_days(tokens: Sequence[Token], context: Context) -> Understood[tuple[DateRange, ...]]:
        return _days(tokens, context, "when-not-a-date")

    return _understood(text, location, some_days, today=today, language=language)


def read_hours(text: str, location: Location, *, language: str | None = None) -> Timing | Diagnostic:
    """Read hours or the whole day: ``19:30-21:00``, ``'s middags van 2 tot 5 uur``, ``hele dag``; either is set."""
    return _understood(text, location, _timing, language=language)


def names_hours(text: str) -> bool:
    """Whether hours stand in a text, or that it lasts all day; it need not be right otherwise."""
    if len(text) > LONGEST or plain_date(text):
        return False
    _, tokens = next(iter(in_languages(normalise(text), None)))
    kept, _ = set_aside(tokens, text)
    return any(isinstance(one.piece, (HoursWritten, AllDay)) for one in parts(kept))


def read_duration(text: str, location: Location, *, language: str | None = None) -> timedelta | Diagnostic:
    """Read how long it lasts: ``2 uur``, ``anderhalf uur``, ``90 minutes``, or ISO 8601 ``PT2H30M``."""
    found = _ISO_DURATION.fullmatch(text.strip().lower()) if len(text) <= LONGEST else None
    if found is not None and any(found.groups()):
        days, hours, minutes = (int(one or 0) for one in found.groups())
        return timedelta(days=days, hours=hours, minutes=minutes)

    def duration(tokens: Sequence[Token], context: Context) -> Understood[timedelta]:
        cursor = Cursor(tokens)
        cursor.skip(Kind.LASTS, Kind.COLON)
        length = cursor.attempt(any_duration)
        cursor.skip(Kind.LONG, Kind.PERIOD)
        if length is None or not length or not cursor.at(Kind.END):
            return None, [_whole("when-not-a-duration", context)]
        return length, []

    return _understood(text, location, duration, language=language)


def read_exceptions(
    text: str,
    location: Location,
    *,
    today: date | None = None,
    language: str | None = None,
    closures: Iterable[str] = (),
) -> tuple[ReadExclusion, ...] | Diagnostic:
    """Read what does not take place: dates, runs of days, holidays as sets or by their name, closures."""

    def exclusions(tokens: Sequence[Token], context: Context) -> Understood[tuple[ReadExclusion, ...]]:
        cursor = Cursor(tokens)
        cursor.skip(Kind.EXCEPT, Kind.IN, Kind.ON, Kind.ARTICLE)
        found = cursor.attempt(exceptions)
        cursor.skip(Kind.PERIOD)
        if found is None or not cursor.at(Kind.END):
            return None, [_whole("when-not-an-exception", context)]
        yearly = [item for item in found.items if isinstance(item, Months) and item.last_year is None]
        if yearly:
            return None, [question("when-which-year", yearly[0])]
        without = exclude(ReadRule(frequency=Frequency.DAILY), Group(pieces=[found]), context)
        if without.rule is None or without.questions or without.rule.weekdays:
            return None, list(without.questions) or [_whole("when-not-an-exception", context)]
        return without.rule.exclusions, []

    return _understood(text, location, exclusions, today=today, language=language, closures=closures)


# -------------------------------------------------------------------------------------------------------------- parts


def _days(tokens: Sequence[Token], context: Context, code: str) -> Understood[tuple[DateRange, ...]]:
    found = [joined.piece for joined in parts(tokens)]
    questions = _remarks(found)
    days = [piece for piece in found if isinstance(piece, Days)]
    if questions:
        return None, questions
    if not found or len(days) != len(found):
        return None, [_whole(code, context)]
    resolved = [resolve(piece, context.names, context.today) for piece in days]
    questions = [asked for one in resolved for asked in one.questions]
    if questions:
        return None, questions
    ranges = (DateRange(first=one.first, last=one.last) for every in resolved for one in every.stretches)
    return tuple(sorted(set(ranges))), []


def _timing(tokens: Sequence[Token], context: Context) -> Understood[Timing]:
    found = [joined.piece for joined in parts(tokens)]
    questions = _remarks(found)
    if questions:
        return None, questions
    if not found or not all(isinstance(one, (HoursWritten, Doors, Lasting, AllDay, DayPart)) for one in found):
        return None, [_whole("when-not-a-time", context)]
    timings = timings_of(Group(pieces=found), context.names)
    if timings.questions:
        return None, list(timings.questions)
    if len(timings.timings) != 1 or timings.timings[0].lacks_time:
        return None, [_whole("when-not-a-time", context)]
    return timings.timings[0], []


def _remarks(found: Sequence[Piece]) -> list[Question]:
    return [question(one.code, one) for one in found if isinstance(one, Remark)]


def _whole(code: str, context: Context) -> Question:
    return Question(code=code, start=0, end=len(context.phrase))


def _understood(
    text: str,
    location: Location,
    rule: Callable[[Sequence[Token], Context], Understood[T]],
    *,
    today: date | None = None,
    language: str | None = None,
    closures: Iterable[str] = (),
) -> T | Diagnostic:
    """Apply a rule in the language that fits; return what it understood, or the first question."""
    if len(text) > LONGEST:
        return problem("when-too-long", location, most=LONGEST, length=len(text))
    written = normalise(text)
    if not written.plain.strip():
        return problem("when-empty", location)
    refused: list[Diagnostic] = []
    for lexicon, tokens in in_languages(written, language, closures):
        kept, doubts = set_aside(tokens, written.original)
        context = Context(names=lexicon.names, phrase=written.original, today=today)
        value, questions = rule(kept, context)
        worth = [one for one in questions if not (doubts and one.code.startswith("when-not-"))]
        problems = diagnostics([*doubts, *worth], written, location)
        if value is not None and not problems:
            return value
        refused += problems
    return refused[0]
