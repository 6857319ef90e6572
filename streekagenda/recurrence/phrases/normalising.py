"""The many ways in which one character is typed, brought back to one; each keeps its place in the original."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

_DASHES = dict.fromkeys("‐‑‒–—―−⁃﹘﹣－~∼", "-")
_QUOTES = dict.fromkeys('’‘‛ʼʻ´`′＇“”„‟"«»', "'")
_OTHERS = {"½": ",5", "…": "..", "×": "x", "•": ";", "·": ";", "|": ";", "\n": ";", "、": ","}
_REPLACED = _DASHES | _QUOTES | _OTHERS


class Phrase(Struct, frozen=True, kw_only=True):
    """What somebody wrote, and the same in plain lower-case characters."""

    original: str
    """In Unicode's composed form (NFC), without space around it."""
    plain: str
    places: tuple[int, ...]
    """For each character of ``plain``, and for its end, the place in ``original``."""

    def part(self, start: int, end: int) -> str:
        """Return the original text between two places of ``original``."""
        return self.original[start:end]


_BULLET = re.compile(r"^[^\S\n]*[-*+‐‑‒–—−◦▪►‣>][^\S\n]+(?=\S)", re.MULTILINE)
_NUMBERED = re.compile(r"^[^\S\n]*(\d{1,2})[.)][^\S\n]+(?=\S)", re.MULTILINE)


def _bullets(text: str) -> set[int]:
    """The places of what stands before the lines of a list: a dash, a star, or ``1.``, ``2.`` and so on."""
    found = list(_BULLET.finditer(text))
    numbered = list(_NUMBERED.finditer(text))
    lines = sum(bool(line.strip()) for line in text.split("\n"))
    if 1 < len(numbered) == lines and [int(one[1]) for one in numbered] == list(range(1, lines + 1)):
        found += numbered
    return {place for one in found for place in range(*one.span())}


def normalise(text: str) -> Phrase:
    """Fold dashes, quotes, spaces, wide characters, accents and capitals; drop bullets and what cannot be seen."""
    original = unicodedata.normalize("NFC", text).strip()
    bullets = _bullets(original)
    folded = ["" if place in bullets else _fold(character) for place, character in enumerate(original)]
    places = [place for place, characters in enumerate(folded) for _ in characters]
    return Phrase(original=original, plain="".join(folded), places=(*places, len(original)))


@lru_cache(maxsize=1024)
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
