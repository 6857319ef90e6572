"""Spellings are found in phrases as they are written in a lexicon."""

from __future__ import annotations

import pytest

from streekagenda.recurrence.phrases.en import ENGLISH
from streekagenda.recurrence.phrases.lexicon import Lexicon, cut_of
from streekagenda.recurrence.phrases.nl import DUTCH
from streekagenda.recurrence.phrases.normalising import normalise
from streekagenda.recurrence.phrases.scanning import scan


def scanned(spelling: str) -> tuple[str, ...]:
    return tuple(raw.text for raw in scan(normalise(spelling)))


@pytest.mark.parametrize("lexicon", [DUTCH, ENGLISH], ids=["nl", "en"])
def test_spellings_are_cut_as_the_scanner_cuts_them(lexicon: Lexicon) -> None:
    """A cut is found by what it says, joined: so each of them is cut once more."""
    words = [" ".join(cut) for cut, _ in lexicon._spellings()]
    assert len(words) > 500
    assert [cut_of(one) for one in words] == [scanned(one) for one in words]


@pytest.mark.parametrize(
    "spelling", ["t/m", "a.s.", "met uitzondering van", "'s zondags", "één", "1e", "x", "tot en met"]
)
def test_spelling_is_cut_as_the_scanner_cuts_it(spelling: str) -> None:
    assert cut_of(spelling) == scanned(spelling)
