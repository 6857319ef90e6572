"""Words that are part of a longer one: who types ``koffie`` means ``zondagkoffie`` too, as Dutch writes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from streekagenda.publications.search.entry import Entry

    Parts = Mapping[str, str]
    """For what stands between two spaces the parts by which it is found too, with spaces between them."""

_WORD = re.compile(r"[^\W\d_]{5,40}")
_FEWEST_BEFORE, _FEWEST_AFTER = 3, 5
"""Letters of the first and of the last part."""


def parts_of(texts: Collection[str]) -> Parts:
    """Return the last parts of compounds, where these are words of the site themselves, of all that stands between its spaces."""
    words = {text: [word.lower() for word in _WORD.findall(text)] for text in texts}
    known = {word for found in words.values() for word in found}
    ends = {word: end for word in known if (end := _last_part(word, known))}
    parts = ((text, " ".join(ends[word] for word in found if word in ends)) for text, found in words.items())
    return {text: found for text, found in parts if found}


def with_parts(entry: Entry, parts: Parts) -> Entry:
    """Return an entry that is found by the last parts of its compounds too."""
    texts = parts.keys() & entry.content.split()
    found = {part for text in texts for part in parts[text].split()}
    return replace(entry, content=" ".join((entry.content, *sorted(found)))) if found else entry


def _last_part(word: str, known: set[str]) -> str:
    """Return the longest word that another one ends in."""
    ends = (word[start:] for start in range(_FEWEST_BEFORE, len(word) - _FEWEST_AFTER + 1))
    return next((end for end in ends if end in known), "")
