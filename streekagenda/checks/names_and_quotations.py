"""What in a text is a name or somebody else's words: checks of words do not mind them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_QUOTED = re.compile(
    r",,[^’”\n]{1,300}(?:’’|”)|“[^”]{1,300}”|„[^”“]{1,300}[”“]|«[^»]{1,300}»|\"[^\"]{1,300}\""
    r"|‘(?:[^’]|’(?=\w)){1,300}’|(?<![\w'])'(?![stnkrm]\b)(?:[^'\n]|'(?=\w)){2,300}'(?!\w)"
)
_LONGEST_PARAGRAPH, _LONGEST_QUOTATION, _NEARBY = 1000, 300, 100
"""Characters."""
_HEAD_BEFORE = re.compile(
    r"\b(?:(?:Stichting|Vereniging|Bond|Platform|Coalitie|Alliantie|Netwerk|Pact|Taskforce|Werkgroep|Comité|Fonds|Actie"
    r"|Campagne|Programma|Actieplan)(?:\s+(?:van|voor|tegen))?|(?:Week|Dag|Maand|Jaar)\s+(?:van|voor|tegen))"
    r"(?:\s+(?:de|het|een))?\s+$"
)
"""``Stichting voor``, with a capital: what follows is its name."""
_SUBJECT_BEFORE = re.compile(r"\bover\s+(?:(?:de|het|een)\s+)?$", re.IGNORECASE)
_BEGINS_A_SENTENCE = re.compile(r"(?:^|[.!?:…|\n]|\n\s*(?:[-*+#>|]+|\d+[.)]))[\s“\"'‘(*_]*$")
_YEAR = re.compile(r"\s+(?:19|20)\d\d$")


def is_name_or_quotation(text: str, start: int, end: int, proper_names: Collection[str]) -> bool:
    """Whether a stretch of a text lies in a quotation or a name, or is the subject of a talk ("over …")."""
    before = text[max(0, start - _NEARBY) : start]
    return (
        is_quotation(text, start, end)
        or _SUBJECT_BEFORE.search(before) is not None
        or _HEAD_BEFORE.search(before) is not None
        or _has_capital_within_sentence(before, text[start:end])
        or _is_within_name(before, text[start : end + _NEARBY], end - start, proper_names)
    )


def is_quotation(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text lies between quotation marks, or in a quoted line of Markdown."""
    first = max(text.rfind("\n\n", 0, start) + 1, start - _LONGEST_PARAGRAPH, 0)
    nearby = text[first : end + _LONGEST_QUOTATION]
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.lstrip(" ").startswith(">") or any(
        found.start() <= start - first and end - first <= found.end() for found in _QUOTED.finditer(nearby)
    )


def _is_within_name(before: str, behind: str, length: int, proper_names: Collection[str]) -> bool:
    """Whether words, the first ``length`` characters of ``behind``, are part of a name, also without its year."""
    around, start = (before + behind).lower(), len(before)
    short_names, all_of_them = _short(frozenset(proper_names))
    if around[start : start + length] not in all_of_them:  # of thousands of names hardly one has these words
        return False
    for short in short_names:
        position = around.find(short, max(0, start + length - len(short)))
        if 0 <= position <= start:
            return True
    return False


@lru_cache(maxsize=8)
def _short(names: frozenset[str]) -> tuple[tuple[str, ...], str]:
    """Return names in small letters without their years: each of them, and all in one text."""
    short = tuple(_YEAR.sub("", name).lower() for name in names)
    return short, "\0".join(short)


def _has_capital_within_sentence(before: str, words: str) -> bool:
    """Whether one of the words has a capital that is not that of its sentence; words all in capitals only shout."""
    first, *rest = words.split()
    telling = rest if _BEGINS_A_SENTENCE.search(before) else [first, *rest]
    return any(word[0].isupper() and not word.isupper() for word in telling if len(word) > 2)
