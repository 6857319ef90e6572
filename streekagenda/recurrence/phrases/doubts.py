"""Words that nobody can act on, such as ``rond`` and ``volgende week``, and slips of the pen.

They are asked about and set aside, so that the rest of the phrase can be read, and asked about, in the same run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.phrases.lexicon import Kind, Meaning
from streekagenda.recurrence.phrases.questions import Edit, Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.recurrence.phrases.tokens import Slip, Token, Tokens

_CODES = {
    Kind.VAGUE: "when-vague",
    Kind.WHICH_DAYS: "when-which-days",
}

_LAST = (Kind.DOTS, Kind.PERIOD, Kind.END)

_PART_OF_MONTH = (Kind.HALF, Kind.BEGINS, Kind.ENDS, Kind.VAGUE)


def set_aside(phrase: Tokens, original: str) -> tuple[list[Token], list[Question]]:
    """Return the tokens without those that nobody can act on, and the questions about them and about slips."""
    tokens, asked = _without_loose_signs(phrase.tokens)
    asked += [_slip(slip, original) for slip in phrase.slips]
    kept: list[Token] = []
    skipped_to = 0
    weekend = False
    for place, token in enumerate(tokens):
        if place < skipped_to:
            continue
        if token.kind in _LAST and all(one.kind in _LAST for one in tokens[place:]):
            kept.append(tokens[-1])
            break  # «10-12 uur...»
        if (month := _month_behind(tokens, place)) is not None:
            # «begin oktober»: the month goes too, since a season is not what is meant
            asked.append(Question(code="when-part-of-month", start=token.start, end=tokens[month].end))
            skipped_to = month + 1
        elif token.kind is Kind.WEEKEND and _date_at(tokens, dated := _past(tokens, place + 1)):
            skipped_to, weekend = dated, True  # «weekend van 6/7 maart»: the dates say it, and it is both
        elif token.kind is Kind.ABOUT:
            asked.append(_about(token, tokens[place + 1 :], original))
        elif token.kind is Kind.RELATIVE:
            asked.append(_relative(tokens, place, kept))
        elif token.kind is Kind.SLASH and weekend:
            kept.append(replace(token, meaning=Meaning(kind=Kind.AND)))
        elif token.kind is Kind.ELSEWHERE:
            last = _end_of_booking(tokens, place) if token.name == "when-booking" else place
            asked.append(Question(code=token.name, start=token.start, end=tokens[last].end))
            skipped_to = last + 1
        elif token.kind is Kind.TWO_MEANINGS:
            asked.append(_two_meanings(token))
        elif token.kind in _CODES:
            asked.append(Question(code=_CODES[token.kind], start=token.start, end=token.end))
        else:
            kept.append(token)
    return kept, asked


def _without_loose_signs(tokens: Sequence[Token]) -> tuple[list[Token], list[Question]]:
    """Set aside the minus of «-1e maandag», which is a last one to programs alone, and the dots of «2027-01-15..»."""
    kept: list[Token] = []
    asked: list[Question] = []
    for place, token in enumerate(tokens):
        before = tokens[place - 1].kind if place else None
        behind = tokens[place + 1] if place + 1 < len(tokens) else token
        minus = token.kind is Kind.DASH and not token.glued and behind.kind is Kind.ORDINAL and behind.glued
        if minus and before is not Kind.ORDINAL:  # «1e -3e» is a list
            asked.append(Question(code="when-loose-end", start=token.start, end=behind.end))
        elif token.kind is Kind.DOTS and before is Kind.DATE and behind.kind in _LAST:
            asked.append(Question(code="when-loose-end", start=token.start, end=token.end))
        else:
            kept.append(token)
    return kept, asked


def _end_of_booking(tokens: Sequence[Token], place: int) -> int:
    """Until when people may sign up is no date of the event: the place of the last word about it."""
    ends = (Kind.SEMICOLON, Kind.PERIOD, Kind.CLOSE, Kind.END)
    while tokens[place + 1].kind not in ends:
        place += 1
    return place


def _two_meanings(word: Token) -> Question:
    """``biweekly``: every two weeks, or twice a week?"""
    every_two = Edit(start=word.start, end=word.end, text="every other week")
    choices = {"first": (every_two,)} if word.name == "when-biweekly" else {}
    return Question(code=word.name, start=word.start, end=word.end, choices=choices)


def _past(tokens: Sequence[Token], place: int) -> int:
    """The place behind words such as ``van``."""
    while tokens[place].kind in {Kind.FROM, Kind.OF, Kind.ON, Kind.COLON}:
        place += 1
    return place


def _about(word: Token, behind: Sequence[Token], original: str) -> Question:
    """``rond 16.00 uur``: the time that stands behind it belongs to the question."""
    end = word.end
    for token in behind:
        if token.kind not in {Kind.CLOCK, Kind.NUMBER, Kind.HOURS, Kind.MERIDIEM, Kind.MONTH}:
            break
        end = token.end
    values = {"word": original[word.start : word.end]}
    timed = behind[0].kind in {Kind.CLOCK, Kind.NUMBER}
    edits = (Edit(start=word.start, end=behind[0].start, text=""),) if timed else ()
    return Question(code="when-about", start=word.start, end=end, values=values, edits=edits)


def _relative(tokens: Sequence[Token], place: int, kept: Sequence[Token]) -> Question:
    """``aanstaande``: beside a date it adds nothing; alone only the author knows which day it is."""
    word, behind = tokens[place], tokens[place + 1]
    edits: tuple[Edit, ...] = ()
    if _date_at(tokens, place + 1):
        edits = (Edit(start=word.start, end=behind.start, text=""),)
    elif kept and kept[-1].kind in _ENDS_DATE:
        edits = (Edit(start=kept[-1].end, end=word.end, text=""),)
    code = "when-relative-date" if edits else "when-relative"
    return Question(code=code, start=word.start, end=word.end, edits=edits)


_ENDS_DATE = (Kind.MONTH, Kind.YEAR, Kind.DATE, Kind.SHORT_DATE, Kind.DAY_MONTH)


def _date_at(tokens: Sequence[Token], place: int) -> bool:
    """Whether a date stands here, with or without its weekday."""
    while tokens[place].kind in {Kind.WEEKDAY, Kind.COMMA, Kind.ON, Kind.ARTICLE}:
        place += 1
    kinds = [token.kind for token in tokens[place : place + 4]]
    numbers, between = {Kind.NUMBER, Kind.ORDINAL}, {Kind.AND, Kind.SLASH, Kind.DASH, Kind.THROUGH, Kind.COMMA}
    several = len(kinds) > 3 and kinds[1] in between and kinds[2] in numbers and kinds[3] is Kind.MONTH
    one_day = len(kinds) > 1 and (kinds[1] in {Kind.MONTH, Kind.SLASH} or kinds[0] is Kind.MONTH)
    return kinds[0] in _ENDS_DATE[2:] or (kinds[0] in {*numbers, Kind.MONTH} and (several or one_day))


def _month_behind(tokens: Sequence[Token], place: int) -> int | None:
    """Where the month of ``begin oktober`` is."""
    if tokens[place].kind not in _PART_OF_MONTH:
        return None
    behind = place + 1
    while tokens[behind].kind in {Kind.OF, Kind.FROM, Kind.ARTICLE}:
        behind += 1
    return behind if tokens[behind].kind is Kind.MONTH and not _is_day(tokens, behind) else None


def _is_day(tokens: Sequence[Token], month: int) -> bool:
    """Whether a month is that of a day: ``begint oktober 3``."""
    return tokens[month + 1].kind in {Kind.NUMBER, Kind.ORDINAL}


def _slip(slip: Slip, original: str) -> Question:
    meant = slip.meant.capitalize() if original[slip.start].isupper() else slip.meant
    return Question(
        code="when-typo",
        start=slip.start,
        end=slip.end,
        values={"meant": meant},
        edits=(Edit(start=slip.start, end=slip.end, text=meant),),
    )
