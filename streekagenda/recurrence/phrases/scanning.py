"""Characters to raw tokens: numbers, dates and times in figures, words, and single signs; the same in every language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.recurrence.phrases.normalising import Phrase

_RAW = re.compile(
    r"""
      (?P<iso>      (?<!\d) \d{4,5} (?P<line>[-/]) \d{1,2} (?P=line) \d{1,2} (?!\d) ) (?:t(?=\d))?
    | (?P<date>     \d{1,2} (?P<sign>[-/.]) \d{1,2} (?P=sign) \d{4,5} (?!\d) )
    | (?P<short>    \d{1,2} (?P<mark>[-/.]) \d{1,2} (?P=mark) \d{2} (?!\d|[:.]\d|\ ?(?:uur|u|h)\b) )
    | (?P<clock>    \d{1,2} (?: [:.]\d{2} (?: :\d{2})? | [uh]\d{2} ) (?!\d) )
    | (?P<decimal>  \d{1,3} [.,] \d{1,2} (?= \s* (?: (?: - | tot | t/m ) \s* \d{1,2},\d{2} \s* )? (?: uur | uren | u | hours? | hrs? | h ) \b ) )
    | (?P<ordinal>  \d{1,2} (?: ste | de | e | st | nd | rd | th | o ) \b )
    | (?P<number>   \d+ )
    | (?P<short_year> '\d{2} (?!\d) )
    | (?P<word>     '?[^\W\d_]+ (?: '[^\W\d_]+ )? )
    | (?P<sign_alone> \.\. | [^\s\w] | _ )
    """,
    re.VERBOSE,
)


class Raw(Struct, frozen=True, kw_only=True):
    """A run of characters, in plain form, with its place in the original."""

    shape: str
    text: str
    start: int
    end: int
    glued: bool
    """No space before it."""


def scan(phrase: Phrase) -> Iterator[Raw]:
    """Cut a phrase into raw tokens; spaces fall away, nothing else does."""
    previous = 0
    for found in _RAW.finditer(phrase.plain):
        shape = found.lastgroup or ""  # the outermost one
        text = found[shape]
        first, last = found.span(shape)
        yield Raw(
            shape=shape,
            text=text,
            start=phrase.places[first],
            end=phrase.places[last - 1] + 1,
            glued=first == previous and first > 0,
        )
        previous = found.end()
