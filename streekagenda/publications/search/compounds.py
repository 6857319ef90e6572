"""Words that are part of a longer one: who types ``koffie`` means ``zondagkoffie`` too, as Dutch writes it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.publications.search.index import Entry

_WORD = re.compile(r"[^\W\d_]{5,40}")
_FEWEST_BEFORE, _FEWEST_AFTER = 3, 5
"""Letters of the first and of the last part."""


def with_parts(entries: Sequence[Entry]) -> list[Entry]:
    """Return entries that are found by the last part of their compounds too, where that is a word of the site itself."""
    known = set[str]().union(*map(_words, entries))
    parts = {word: part for word in known if (part := _last_part(word, known))}
    return [_with_parts_of(entry, parts) for entry in entries]


def _words(entry: Entry) -> set[str]:
    return set(map(str.lower, _WORD.findall(entry.content)))


def _last_part(word: str, known: set[str]) -> str:
    """Return the longest word that another one ends in."""
    ends = (word[start:] for start in range(_FEWEST_BEFORE, len(word) - _FEWEST_AFTER + 1))
    return next((end for end in ends if end in known), "")


def _with_parts_of(entry: Entry, parts: dict[str, str]) -> Entry:
    found = {parts[word] for word in parts.keys() & _words(entry)}
    return replace(entry, content=" ".join((entry.content, *sorted(found)))) if found else entry
