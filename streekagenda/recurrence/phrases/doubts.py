"""Words that nobody can act on, such as ``rond`` and ``volgende week``, and slips of the pen.

They are asked about and set aside, so that the rest of the phrase can be read, and asked about, in the same run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.questions import Edit, Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.recurrence.phrases.tokens import Slip, Token, Tokens

_CODES = {
    Kind.VAGUE: "when-vague",
    Kind.RELATIVE: "when-relative",
    Kind.WHICH_DAYS: "when-which-days",
}

_PART_OF_MONTH = (Kind.HALF, Kind.BEGINS, Kind.ENDS, Kind.VAGUE)


def set_aside(phrase: Tokens, original: str) -> tuple[list[Token], list[Question]]:
    """Return the tokens without those that nobody can act on, and the questions about them and about slips."""
    tokens = phrase.tokens
    kept: list[Token] = []
    asked = [_slip(slip, original) for slip in phrase.slips]
    skipped_to = 0
    for place, token in enumerate(tokens):
        if place < skipped_to:
            continue
        month = next(_month_behind(tokens, place), None)
        if month is not None:
            # «begin oktober»: the month goes too, since a season is not what is meant
            asked.append(Question(code="when-part-of-month", start=token.start, end=tokens[month].end))
            skipped_to = month + 1
        elif token.kind is Kind.ABOUT:
            asked.append(_about(token, tokens[place + 1 :], original))
        elif token.kind in _CODES:
            asked.append(Question(code=_CODES[token.kind], start=token.start, end=token.end))
        else:
            kept.append(token)
    return kept, asked


def _about(word: Token, behind: Sequence[Token], original: str) -> Question:
    """``rond 16.00 uur``: the time that stands behind it belongs to the question."""
    end = word.end
    for token in behind:
        if token.kind not in {Kind.CLOCK, Kind.NUMBER, Kind.HOURS, Kind.MERIDIEM, Kind.MONTH}:
            break
        end = token.end
    values = {"word": original[word.start : word.end]}
    return Question(code="when-about", start=word.start, end=end, values=values)


def _month_behind(tokens: Sequence[Token], place: int) -> Iterator[int]:
    """Where the month of ``begin oktober`` is."""
    if tokens[place].kind in _PART_OF_MONTH:
        behind = place + 1
        while tokens[behind].kind in {Kind.OF, Kind.FROM, Kind.ARTICLE}:
            behind += 1
        if tokens[behind].kind is Kind.MONTH and not _is_day(tokens, behind):
            yield behind


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
