"""The word that somebody probably meant."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 60
"""Characters; comparing is quadratic, so that longer words are not compared."""

CLOSE = 0.72
"""How much two words must share to be taken for one another (difflib's ratio, from 0 to 1)."""
SHORTEST_START = 4
"""Characters that the start of a longer word must have."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that looks most like ``word``, or ``None`` when none does."""
    if len(word) > LONGEST:
        return None
    folded = {choice.casefold(): choice for choice in choices if len(choice) <= LONGEST}
    wanted = word.casefold()
    import difflib  # noqa: PLC0415 -- which only a slip needs; who looks whether anything changed has none

    found = difflib.get_close_matches(wanted, folded, n=1, cutoff=CLOSE)
    longer = sorted(choice for choice in folded if len(wanted) >= SHORTEST_START and choice.startswith(wanted))
    best = [*found, *longer]
    return folded[best[0]] if best else None


def alike(word: str, near: str, choices: Iterable[str]) -> bool:
    """Whether ``word`` is spelled as ``near`` and as no other choice, but for capitals, accents, spaces and dashes."""
    return _plain(word) == _plain(near) and sum(_plain(one) == _plain(word) for one in choices) <= 1


def slip(word: str, near: str, others: Iterable[str]) -> bool:
    """Whether ``word`` is ``near`` with one slip of the fingers, and nothing else that can stand there looks like it.

    For ordinary words only: of two names that differ in one letter both can be names.
    """
    if alike(word, near, [near]):
        return not any(alike(word, other, [other]) for other in others if other != near)
    figures = any(character.isdigit() for character in word + near)
    if figures or len(word) < SHORTEST_START or len(near) <= SHORTEST_START or len(word) > LONGEST:
        return False
    said = word.casefold()
    return _slips(said, near) == 1 and all(_slips(said, other) > 2 for other in others if other != near)


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in decomposed if not unicodedata.combining(one) and one not in " -_")


def _slips(word: str, other: str) -> int:
    """Count the letters that are more, fewer, other or swapped: the optimal string alignment distance."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        two_before, before, row = before, row, [i]
        for j, its in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == its:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
    return row[-1]
