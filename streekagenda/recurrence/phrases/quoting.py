"""Whether a free text must stand in quotes, so that it is not taken for words that say when.

It knows words and not the grammar: who says dates in sentences asks it, and need not import what reads phrases.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.en import ENGLISH
from streekagenda.recurrence.phrases.figures import days_in_figures
from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.nl import DUTCH
from streekagenda.recurrence.phrases.normalising import normalise
from streekagenda.recurrence.phrases.scanning import scan
from streekagenda.recurrence.phrases.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.recurrence.phrases.tokens import Token

LEXICONS = (DUTCH, ENGLISH)
"""The languages that are understood; of two that fit equally well the first is taken."""

SENTENCE_ENDS = (Kind.PERIOD, Kind.SEMICOLON, Kind.END)
"""What a free text cannot go beyond."""

_PLAIN = {
    Kind.ALSO,
    Kind.AND,
    Kind.ARTICLE,
    Kind.AT,
    Kind.BEFORE,
    Kind.BEGINS,
    Kind.CLOSURE,
    Kind.COMMA,
    Kind.DASH,
    Kind.DOORS,
    Kind.ENDS,
    Kind.FEAST,
    Kind.FILLER,
    Kind.FROM,
    Kind.HOLIDAYS,
    Kind.IN,
    Kind.LONG,
    Kind.OF,
    Kind.ON,
    Kind.OR,
    Kind.PAST,
    Kind.PER,
    Kind.PLUS,
    Kind.SCHOOL_BREAK,
    Kind.SEASON,
    Kind.SLASH,
    Kind.THAT,
    Kind.UNKNOWN,
}
"""What says nothing of when something is; figures are not among it."""

QUOTES = {"“": "”", "„": "”", "«": "»", '"': '"'}


@lru_cache(maxsize=1024)
def needs_quotes(text: str, *, reason: bool = False) -> bool:
    """Whether a title or a note must stand in quotes (“ ”) to be read back as it is, in any language.

    ``reason``: behind words that call a date off.
    """
    raws = list(scan(normalise(text)))
    read_as = (days_in_figures(tokenise(raws, lexicon)).tokens[:-1] for lexicon in LEXICONS)
    return not all(stands_without_quotes(tokens, text, reason=reason) for tokens in read_as)


def stands_without_quotes(tokens: Sequence[Token], text: str, *, reason: bool) -> bool:
    """Whether a text is understood as it stands; ``reason``: behind words that call a date off."""
    ends = any(token.kind in SENTENCE_ENDS or token.text == "?" for token in tokens)
    if not tokens or ends or text[:1] in QUOTES or tokens[-1].meaning.short:  # «dhr.»: its full stop ends no sentence
        return False
    feast = len(tokens) == 1 and tokens[0].kind is Kind.FEAST  # «26 december (Tweede Kerstdag)»: says which day it is
    return reason or (all(_is_plain(token) for token in tokens) and not feast)


def _is_plain(token: Token) -> bool:
    an_article = token.kind is Kind.NUMBER and token.meaning.spoken and token.number == 1
    return token.kind in _PLAIN or an_article
