"""What a dash or two full stops leave open: a list of dates or a run of them, one time or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import Remark, Written
from streekagenda.recurrence.phrases.single_days import any_day, year_behind

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.parts import DayWritten
    from streekagenda.recurrence.phrases.tokens import Cursor


_MOST_DAYS = 31
"""So many days may wait for their month, as in any list."""


def chain(cursor: Cursor) -> Remark | None:
    """Find three dates or more with dashes between them: ``12 januari - 9 februari - 9 maart 2027``."""
    begin = cursor.peek().start
    links = cursor.attempt(_in_one_token)
    if links is None:
        links = cursor.attempt(_days_with_dashes)
    if links is None:
        return None
    listed = [(link, ", ") for link in links[:-1]] + [(links[-1], " {joined} ")]
    run = ((Written(start=links[0].start, end=links[-1].end), " {through} "),)
    return Remark(start=begin, end=cursor.behind, code="when-chain", choices={"first": tuple(listed), "second": run})


def _days_with_dashes(cursor: Cursor) -> list[Written] | None:
    day = cursor.once(any_day)
    if day is None or not cursor.at(Kind.DASH):
        return None
    links: list[Written] = []
    while len(links) < _MOST_DAYS and (following := cursor.attempt(_dash_and_day)) is not None:
        links.append(Written(start=day.end, end=following.start))
        day = following
    return links if len(links) > 1 and (day.month or day.feast) else None


def _dash_and_day(cursor: Cursor) -> DayWritten | None:
    return cursor.once(any_day) if cursor.take(Kind.DASH) else None


def _in_one_token(cursor: Cursor) -> list[Written] | None:
    """``12-19-26 januari 2027``: scanned as a date with a year of two figures."""
    cursor.take(Kind.WEEKDAY)
    figures = cursor.take(Kind.SHORT_DATE)
    if figures is None or not cursor.take(Kind.MONTH):
        return None
    cursor.attempt(year_behind)
    signs = [at for at, sign in enumerate(figures.text, figures.start) if not sign.isdigit()]
    return [Written(start=at, end=at + 1) for at in signs]


def two_stops(cursor: Cursor) -> Remark | None:
    """Find ``10..00 uur``: a slip for one time, or two times?"""
    hour, dots, behind = cursor.take(Kind.NUMBER), cursor.take(Kind.DOTS), cursor.take(Kind.NUMBER)
    if hour is None or dots is None or behind is None or not (dots.glued and behind.glued):
        return None
    if hour.number > 24 or len(behind.text) != 2 or behind.number % 5 or behind.number >= 60:
        return None  # «10..12 uur»
    link = Written(start=dots.start, end=dots.end)
    choices = {"first": ((link, "."),)}
    if hour.number < behind.number <= 24:
        choices["second"] = ((link, "-"),)
    code = "when-one-time-or-two" if "second" in choices else "when-two-stops"
    return Remark(start=hour.start, end=behind.end, code=code, choices=choices)
