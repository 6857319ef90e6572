"""Which word was probably meant: for slips of one or two letters in words that matter."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from streekagenda.recurrence.phrases.lexicon import Kind

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.lexicon import Lexicon

_CORRECTED = (
    Kind.WEEKDAY,
    Kind.MONTH,
    Kind.EVERY,
    Kind.EXCEPT,
    Kind.HOLIDAYS,
    Kind.FEAST,
    Kind.FREQUENCY,
    Kind.WORKDAYS,
    Kind.ORDINAL,
    Kind.PART,
    Kind.UNIT,
    Kind.BETWEEN,
    Kind.SINCE,
)

_SHORTEST, _LONGEST = 4, 24
_TWO_SLIPS = 8
"""From so many letters on, a word may hold two slips."""


@lru_cache(maxsize=8)
def _words(lexicon: Lexicon) -> dict[int, list[str]]:
    """The words that we correct, by length."""
    by_length: dict[int, list[str]] = {}
    for word in sorted(lexicon.words_of(*_CORRECTED)):
        if len(word) >= _SHORTEST and word.isalpha():
            by_length.setdefault(len(word), []).append(word)
    return by_length


@lru_cache(maxsize=8)
def _days(lexicon: Lexicon) -> frozenset[str]:
    """The weekdays and months: what a phrase needs before all other words."""
    return lexicon.words_of(Kind.WEEKDAY, Kind.MONTH)


@lru_cache(maxsize=4096)
def probable(word: str, lexicon: Lexicon) -> str | None:
    """Return the one known word nearest to an unknown one: one slip away, or two in a word of eight letters or more.

    A weekday or a month is also found in a word of one letter less, and goes before other words that are as near. Of
    words equally near the one that begins all others is taken (``zondag`` and ``zondags``); else none is.
    """
    if not _SHORTEST - 1 <= len(word) <= _LONGEST:
        return None
    days = _days(lexicon)
    allowed = 2 if len(word) >= _TWO_SLIPS - 1 else 1
    best: list[str] = []
    for length in range(len(word) - allowed, len(word) + allowed + 1):
        for known in _words(lexicon).get(length, ()):
            slips = _slips(word, known, allowed) if known[0] == word[0] or known[1] == word[1] else None
            shorter = len(word) < (_TWO_SLIPS if slips == 2 else _SHORTEST)
            if slips is None or (shorter and known not in days):
                continue
            if slips < allowed:
                allowed, best = slips, []
            best.append(known)
    nearest = [known for known in best if known in days] or best
    return nearest[0] if nearest and all(other.startswith(nearest[0]) for other in nearest) else None


def _slips(one: str, other: str, allowed: int) -> int | None:
    """The number of letters left out, added, replaced or swapped with the next; ``None`` above ``allowed``."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        two_before, before, row = before, row, [place]
        for column, against in enumerate(other, 1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != against))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == against:
                cost = min(cost, two_before[column - 2] + 1)
            row.append(cost)
        if min(row) > allowed:
            return None
    return row[-1] if row[-1] <= allowed else None
