"""The words of a site, for who writes one of them otherwise: a list that a browser asks for when nothing was found."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from streekagenda.publications.search.entry import Entry

MOST = 6_000
"""Words; with ten letters each that is some 25 kB when compressed, however large the region."""

_WORD = re.compile(r"[^\W\d_]{4,30}")


def counted(entries: Iterable[Entry]) -> Counter[str]:
    """Return the words of entries, in small letters, and in how many of them each stands."""
    return Counter(chain.from_iterable(_words_of(entry) for entry in entries))


def words(counts: Mapping[str, int]) -> list[str]:
    """Return counted words: those that stand in the most entries first."""
    return sorted(counts, key=lambda word: (-counts[word], word))[:MOST]


def _words_of(entry: Entry) -> set[str]:
    return set().union(*map(_words_in, set(entry.meta["title"].split()).union(entry.content.split())))


@lru_cache(maxsize=50_000)
def _words_in(text: str) -> frozenset[str]:
    """Return the words in what stands between two spaces; most of it stands in many entries."""
    return frozenset(map(str.lower, _WORD.findall(text)))
