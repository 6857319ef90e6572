"""Dates that are only right for whoever reads them in time: ``volgende week``, ``a.s. zaterdag``, ``morgenavond``."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding
from streekagenda.checks.names_and_quotations import is_quotation
from streekagenda.checks.word_advice import DUTCH
from streekagenda.checks.word_patterns import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.checks.passages import FileTexts

MOST = 2
"""In one file."""

_DAYS = "(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_PART = "(?:ochtend|middag|namiddag|avond)"
_RELATIVE = re.compile(
    rf"\b(?:(?:volgende|komende?|aanstaande|aankomende?|afgelopen|vorige?)\s+(?:{_DAYS}{_PART}?|week|weekend|weekeinde|maand)"
    rf"|a\.s\.(?:\s+{_DAYS})?|{_DAYS}{_PART}?\s+(?:aanstaande|jongstleden|a\.s\.|j\.?l\.)"
    rf"|binnenkort|overmorgen|morgen{_PART}|tot\s+morgen|vanavond|vanmiddag|vanochtend)(?!\w)",
    re.IGNORECASE,
)
_TOMORROW = re.compile(
    r"(?:^|(?<=[.!?]\s))Morgen(?=\s+(?:is|zijn|gaat|gaan|begint|beginnen|komt|komen|staat|dicht|gesloten|open|geen|weer|niet)\b)"
)
_TELLING = stems_of(
    "volgende komende komend aanstaande aankomende aankomend afgelopen vorige vorig a jl j jongstleden overmorgen morgen"
    " vanavond vanmiddag vanochtend binnenkort"
)
"""How words begin of which each of these has one."""
_AFTER_ANOTHER = re.compile(r"\b(?:de|een|elke|iedere|die|onze)\s+$", re.IGNORECASE)
"""``de volgende week`` follows on another week, and is as true next year."""


def relative_dates(checked: Checked) -> Iterator[Finding]:
    """Words that mean another day for everybody who reads them on another day."""
    for texts in checked.texts:
        yield from islice(_relative(texts), MOST)


def _relative(texts: FileTexts) -> Iterator[Finding]:
    for passage in texts.passages:
        if passage.language != DUTCH or passage.stems.isdisjoint(_TELLING):
            continue
        prose = passage.prose
        for found in (*_RELATIVE.finditer(prose), *_TOMORROW.finditer(prose)):
            follows = found[0].lower().startswith("volgend") and _AFTER_ANOTHER.search(
                prose[max(0, found.start() - 20) : found.start()]
            )
            if not follows and not is_quotation(prose, found.start(), found.end()):
                yield Finding(
                    path=texts.path,
                    key=passage.key,
                    language=passage.language,
                    excerpt=found[0],
                    values={"found": " ".join(found[0].split())},
                )
