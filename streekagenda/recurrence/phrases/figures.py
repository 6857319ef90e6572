"""Dates in figures without a year, found by what stands around them: ``7-1, 14-1 en 21-1-2027``, ``16.01. 14.00 uur``.

Alone ``9-12`` is rather from nine to twelve, and ``16.01`` a time. Beside a whole date, or behind a word that only dates
go with, they are a day and a month. Such tokens become one token, which the grammar of days reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.phrases.lexicon import Kind, Meaning
from streekagenda.recurrence.phrases.tokens import Token, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_APART = (Kind.COMMA, Kind.AND, Kind.PLUS, Kind.SEMICOLON)
_RUN = (Kind.THROUGH, Kind.UNTIL)
_BEFORE_DATE = (Kind.ON, Kind.ARTICLE, Kind.WEEKDAY)
_HOURS_BEHIND = (Kind.HOURS, Kind.HOUR_LENGTH, Kind.MERIDIEM, Kind.MINUTES, Kind.DASH, Kind.SLASH)
_BEFORE_TIME = (Kind.COMMA, Kind.AT, Kind.FROM, Kind.SINCE, Kind.BEGINS)
_ONLY_DATES_BEHIND = (Kind.EXCEPT, Kind.LISTED)
_WHOLE = (Kind.DATE, Kind.SHORT_DATE)


def days_in_figures(phrase: Tokens) -> Tokens:
    """Return the tokens of a phrase with each day and month in figures as one token of its kind."""
    if not any(token.kind in {Kind.DASH, Kind.CLOCK} for token in phrase.tokens):
        return phrase
    tokens = [*_with_short_years(phrase.tokens)]
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        end, days = _run_of_days(tokens, place)
        if days and _is_of_days(tokens, place, end, days):
            for at in range(place, end):
                day = next((one for one in days if one.start == tokens[at].start), None)
                inside = any(one.start < tokens[at].start < one.end for one in days)
                kept += [day] if day else [] if inside else [tokens[at]]
            place = end
        else:
            kept.append(tokens[place])
            place += 1
    return Tokens(tokens=tuple(kept), slips=phrase.slips)


def _with_short_years(tokens: Sequence[Token]) -> Iterator[Token]:
    """``20-03-'27`` is a whole date."""
    place = 0
    while place < len(tokens):
        day = _by_dash(tokens, place)
        behind = tokens[place + 3 : place + 5] if day else ()
        if day and len(behind) > 1 and behind[0].kind is Kind.DASH and behind[1].kind is Kind.YEAR and behind[1].glued:
            _, month, number = day.figures
            yield replace(
                day, meaning=Meaning(kind=Kind.DATE), end=behind[1].end, figures=(behind[1].number, month, number)
            )
            place += 5
        else:
            yield tokens[place]
            place += 1


def _run_of_days(tokens: Sequence[Token], place: int) -> tuple[int, list[Token]]:
    """Where a list of dates in figures ends that begins here, and those of its dates that have no year."""
    days: list[Token] = []
    end = place
    while True:
        at = place
        while tokens[at].kind in _BEFORE_DATE:
            at += 1
            at += tokens[at].kind in {Kind.COMMA, Kind.COLON} and tokens[at - 1].kind is Kind.WEEKDAY
        day, length = _by_dash(tokens, at), 3
        if day is None:
            day, length = _by_stop(tokens, at), 1
        if day is None and tokens[at].kind not in _WHOLE:
            return end, days
        if day is not None:
            days.append(day)
        place = end = at + (length if day else 1)
        if tokens[place].kind in _RUN:
            place += 1
            continue
        while tokens[place].kind in _APART:
            place += 1
        if place == end:
            return end, days


def _by_dash(tokens: Sequence[Token], place: int) -> Token | None:
    """``7-1``, with nothing behind it that makes it hours."""
    if tokens[place].kind is not Kind.NUMBER or tokens[place + 1].kind is not Kind.DASH:
        return None
    day, dash, month = tokens[place : place + 3]
    if month.kind is not Kind.NUMBER:
        return None
    if not (dash.glued and month.glued) or day.meaning.spoken or month.meaning.spoken:
        return None
    behind = tokens[place + 3]
    if behind.kind in _HOURS_BEHIND and not (behind.kind is Kind.DASH and tokens[place + 4].kind is Kind.YEAR):
        return None
    return _day(day, month, day.number, month.number)


def _by_stop(tokens: Sequence[Token], place: int) -> Token | None:
    """``16.01``, or ``16.01.`` with its last stop."""
    token = tokens[place]
    if token.kind is not Kind.CLOCK or "." not in token.text or tokens[place + 1].kind in _HOURS_BEHIND:
        return None
    return _day(token, token, *token.figures[:2])


def _day(first: Token, last: Token, day: int, month: int) -> Token | None:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    meaning = Meaning(kind=Kind.DAY_MONTH)
    return Token(meaning=meaning, start=first.start, end=last.end, glued=first.glued, figures=(0, month, day))


def _is_of_days(tokens: Sequence[Token], place: int, end: int, days: Sequence[Token]) -> bool:
    """Whether what could be days is days: a whole date, a year or a word beside it says so, or the time behind it."""
    run, behind = tokens[place:end], tokens[end:]
    stops = any(token.kind is Kind.CLOCK for token in run)
    whole = [token for token in run if token.kind in _WHOLE]
    if stops:
        last_stop = behind[0].kind is Kind.PERIOD and behind[0].glued and behind[1].kind in {Kind.CLOCK, *_BEFORE_TIME}
        return any("." in token.text for token in whole) or last_stop
    before = next((token for token in reversed(tokens[:place]) if token.kind is not Kind.COLON), None)
    if whole or (before is not None and before.kind in _ONLY_DATES_BEHIND):
        return True
    if before is not None and before.kind is Kind.SINCE and behind[0].kind in {Kind.EVERY, Kind.WEEKDAY}:
        return True
    return _year_behind(behind) or (len(days) > 1 and _time_behind(behind))


def _year_behind(tokens: Sequence[Token]) -> bool:
    kinds = [token.kind for token in tokens[:2]]
    if kinds[:1] in ([Kind.COMMA], [Kind.OPEN]):
        kinds = [token.kind for token in tokens[1:3]]
    return kinds[:1] == [Kind.YEAR] and kinds[1:] != [Kind.HOURS]


def _time_behind(tokens: Sequence[Token]) -> bool:
    place = 0
    while tokens[place].kind in _BEFORE_TIME:
        place += 1
    if tokens[place].kind is Kind.CLOCK:
        return True
    behind = [token.kind for token in tokens[place + 1 : place + 4]]
    hours = behind[:1] == [Kind.HOURS] or (behind[:1] in ([Kind.DASH], [Kind.UNTIL]) and behind[2:] == [Kind.HOURS])
    return tokens[place].kind is Kind.NUMBER and hours
