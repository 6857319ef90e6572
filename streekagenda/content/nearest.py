"""The word that somebody probably meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 60
"""Characters; comparing is quadratic, so that longer words are not compared."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that looks most like ``word``, or ``None`` when none does."""
    if len(word) > LONGEST:
        return None
    folded = {choice.casefold(): choice for choice in choices if len(choice) <= LONGEST}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None
