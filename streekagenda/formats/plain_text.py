"""Text that every reader of feeds can take: what a line break is, and which characters go (XML 1.0 section 2.2).

A title may come from a pasted document with anything in it. Parsers of iCalendar split lines on more than CR and LF,
and XML has no way at all to write most control characters; so they go before a text reaches a format.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LINE_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_UNCLEAN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_AFTER_SPACE = re.compile(r"\n(?<=[^\S\n]\n)")
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters, and a pattern of Braille, that leave their place empty (Unicode: Default_Ignorable_Code_Point; U+2800)."""


def lines(text: str) -> str:
    r"""Return a text of one or more lines: every kind of line break is ``\n``, control characters are gone."""
    if not _UNCLEAN.search(text) and not _AFTER_SPACE.search(text):
        return text.strip()
    clean = _FORBIDDEN.sub("", _LINE_BREAKS.sub("\n", text)).replace("\t", " ")
    return "\n".join(line.rstrip() for line in clean.split("\n")).strip()


def shortened(text: str, octets: int) -> str:
    """Return a text of at most so many octets in UTF-8; one that is longer ends in ``…``."""
    written = text.encode("utf-8", "ignore")
    if len(written) <= octets:
        return text
    return written[: octets - 3].decode("utf-8", "ignore").rstrip() + "…"


@lru_cache(maxsize=4_096)
def line(text: str) -> str:
    """Return a text of one line: each stretch of white space is one space, control characters are gone."""
    return one_space(lines(text))


def one_space(text: str) -> str:
    """Return a text with one space for each stretch of white space in it, and none around it."""
    return " ".join(text.split())


def is_blank(text: str) -> bool:
    """Whether a reader sees nothing of a text: spaces, controls, joiners and marks without a letter under them."""
    if text[:1].isascii() and text[:1].isalnum():
        return False
    return all(unicodedata.category(one).startswith(("C", "M", "Z")) or one in _BLANK_LETTERS for one in text)
