"""Places inside a phrase: a phrase says when, so each place asks for an entry of its own."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.questions import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.recurrence.phrases.tokens import Token


def ask_for_entries(questions: Sequence[Question], tokens: Sequence[Token], phrase: str) -> list[Question]:
    """Put one question in the place of all, where two or more strange words seem to be places: ``in De Kern``.

    How to write the entries answers the others too: each is then read by itself.
    """
    found = [one for one in questions if one.code == "when-not-understood" and _behind_in(one, tokens)]
    if len(found) < 2:
        return list(questions)
    one, other, *_ = (phrase[place.start : place.end].strip(" ,;:.") for place in found)
    values = {"one": one, "other": other}
    return [Question(code="when-places", start=found[0].start, end=found[-1].end, values=values)]


def _behind_in(question: Question, tokens: Sequence[Token]) -> bool:
    before = [token.kind for token in takewhile(lambda token: token.start < question.start, tokens)]
    while before and before[-1] is Kind.ARTICLE:
        before.pop()
    return bool(before) and before[-1] is Kind.IN
