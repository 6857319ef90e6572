"""What in a text is a name or somebody else's words: checks of words do not mind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_QUOTED = re.compile(
    r"“[^”]{1,300}”|„[^”“]{1,300}[”“]|«[^»]{1,300}»|\"[^\"]{1,300}\""
    r"|‘(?:[^’]|’(?=\w)){1,300}’|(?<![\w'])'(?![stnkrm]\b)(?:[^'\n]|'(?=\w)){2,300}'(?!\w)"
    r"|^[ ]{0,3}>.*$",
    re.MULTILINE,
)
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
    before = text[:start]
    return (
        is_quotation(text, start, end)
        or _SUBJECT_BEFORE.search(before) is not None
        or _HEAD_BEFORE.search(before) is not None
        or _has_capital_within_sentence(before, text[start:end])
        or any(_holds(_found(name, text), start, end) for name in proper_names)
    )


def is_quotation(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text lies between quotation marks, or in a quoted line of Markdown."""
    return _holds(_QUOTED.finditer(text), start, end)


def _holds(spans: Iterator[re.Match[str]], start: int, end: int) -> bool:
    return any(found.start() <= start and end <= found.end() for found in spans)


def _found(name: str, text: str) -> Iterator[re.Match[str]]:
    """Where a name stands in a text, also without the year that it ends in."""
    short = _YEAR.sub("", name)
    return re.finditer(re.escape(short), text, re.IGNORECASE) if short.lower() in text.lower() else iter(())


def _has_capital_within_sentence(before: str, words: str) -> bool:
    """Whether one of the words has a capital that is not that of its sentence; words all in capitals only shout."""
    first, *rest = words.split()
    telling = rest if _BEGINS_A_SENTENCE.search(before) else [first, *rest]
    return any(word[0].isupper() and not word.isupper() for word in telling if len(word) > 2)
