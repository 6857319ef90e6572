"""The words of a site, for who writes one of them otherwise: a list that a browser asks for when nothing was found."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streekagenda.publications.search.index import Entry

MOST = 6_000
"""Words; with ten letters each that is some 25 kB when compressed, however large the region."""

_WORD = re.compile(r"[^\W\d_]{4,30}")


def words(entries: Iterable[Entry]) -> list[str]:
    """Return the words of entries, in small letters: those that stand in the most of them first."""
    counts = Counter(chain.from_iterable(_words_of(entry) for entry in entries))
    return sorted(counts, key=lambda word: (-counts[word], word))[:MOST]


def _words_of(entry: Entry) -> set[str]:
    return set(map(str.lower, _WORD.findall(entry.meta["title"]) + _WORD.findall(entry.content)))
