"""The word that somebody probably meant."""

from __future__ import annotations

import difflib
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
    found = difflib.get_close_matches(wanted, folded, n=1, cutoff=CLOSE)
    longer = sorted(choice for choice in folded if len(wanted) >= SHORTEST_START and choice.startswith(wanted))
    best = [*found, *longer]
    return folded[best[0]] if best else None
