"""The many ways in which one character is typed, brought back to one; each keeps its place in the original."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_DASHES = dict.fromkeys("‐‑‒–—―−⁃﹘﹣－~∼", "-")
_QUOTES = dict.fromkeys('’‘‛ʼʻ´`′＇“”„‟"«»', "'")
_OTHERS = {"½": ",5", "…": "..", "×": "x", "•": ";", "·": ";", "|": ";", "\n": ";", "、": ","}
_REPLACED = _DASHES | _QUOTES | _OTHERS


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """What somebody wrote, and the same in plain lower-case characters."""

    original: str
    """In Unicode's composed form (NFC), without space around it."""
    plain: str
    places: tuple[int, ...]
    """For each character of ``plain``, and for its end, the place in ``original``."""

    def part(self, start: int, end: int) -> str:
        """Return the original text between two places of ``original``."""
        return self.original[start:end]


def normalise(text: str) -> Phrase:
    """Fold dashes, quotes, spaces, wide characters, accents and capitals; drop what cannot be seen."""
    original = unicodedata.normalize("NFC", text).strip()
    plain: list[str] = []
    places: list[int] = []
    for place, character in enumerate(original):
        for folded in _fold(character):
            plain.append(folded)
            places.append(place)
    return Phrase(original=original, plain="".join(plain), places=(*places, len(original)))


def _fold(character: str) -> str:
    """Return the plain characters for one character: none, one or a few."""
    if (replaced := _REPLACED.get(character)) is not None:
        return replaced
    if character.isspace():
        return " "
    if "a" <= character <= "z" or "0" <= character <= "9":
        return character
    # NFKD takes the accents apart (é) and makes wide and raised characters plain (２, ᵉ).
    apart = unicodedata.normalize("NFKD", character).casefold()
    return "".join(_digit(one) for one in apart if unicodedata.category(one)[0] not in "MC")


def _digit(character: str) -> str:
    """Return a digit of any script as ours."""
    return str(unicodedata.decimal(character)) if character.isdecimal() else character
