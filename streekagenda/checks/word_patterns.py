"""Patterns of words, as the tables of ``checks/dutch`` write them, and the quick way to know that a text has none.

A pattern is one or more ways of saying it with `` | `` between them. A way is words, whatever the white space between
them and their capitals: ``slecht ter been``. ``oude/oudere`` is either, ``[oude]`` may be left out, ``…`` is up to five
other words, ``*`` any letters (``*plussers``), ``~`` a Dutch ending (``wijkbewoner~``), ``{people}`` a word for people.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

PEOPLE = (
    "mens mensen oudere ouderen senior senioren jongere jongeren bewoner bewoners buurtbewoners wijkbewoners inwoners"
    " burgers buurtgenoten dorpsgenoten stadsgenoten buren mannen vrouwen volwassenen kinderen gezinnen personen jeugd"
    " groepen doelgroepen medemens medemensen leeftijdgenoten studenten bejaarden *plussers"
)
_STAR = r"[\w-]*"
_ENDINGS = ("", "e", "n", "en", "s", "es", "er", "ers", "je", "jes", "tje", "tjes")
_ENDING = rf"(?:'s|{'|'.join(_ENDINGS[:0:-1])})?"
_BEFORE, _BEHIND = r"(?<![\w-])", r"(?!\w|-\w)"
_WORD = re.compile(r"[^\W_]+")
_STEM = 6
"""Letters by which a word is looked up."""


class WordPattern(Struct, frozen=True, kw_only=True, dict=True):
    """One way or several of saying something."""

    ways: tuple[tuple[frozenset[str], ...], ...]
    """For each way, the beginnings of the words that it needs: of each set a text that matches has at least one."""
    written: str
    """As a regular expression."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """It, compiled; most texts have none of the words of most patterns, and need no more than those."""
        return re.compile(self.written, re.IGNORECASE)

    @property
    def stems(self) -> frozenset[str]:
        """Beginnings of words, of which any text that matches has at least one: of each way those of its longest word."""
        return frozenset().union(*(max(way, key=lambda stems: min(map(len, stems))) for way in self.ways))

    def may_be_in(self, stems: frozenset[str]) -> bool:
        """Whether a text with words that begin so has all the words of one of the ways, in whatever order."""
        return any(not any(needed.isdisjoint(stems) for needed in way) for way in self.ways)


@cache
def word_pattern(written: str) -> WordPattern:
    """Return a pattern; raises ValueError for one that every text would have to be searched for."""
    ways = [way.split() for way in written.split(" | ")]
    regex = "|".join(_way(way) for way in ways)
    return WordPattern(
        ways=tuple(_needed(way) for way in ways),
        written=f"{_BEFORE}(?:{regex}){_BEHIND}",
    )


@cache
def phrase_pattern(phrase: str) -> WordPattern:
    """Return the words of somebody who knows nothing of patterns; the last may have a Dutch ending."""
    words = phrase.split()
    open_ended = bool(words) and words[-1][-1].isalpha()
    needed = [
        _stems(word, open_ended=open_ended and number == len(words))
        for number, word in enumerate(words, 1)
        if _WORD.search(word)
    ]
    regex = r"\s+".join(map(re.escape, words)) + (_ENDING if open_ended else "")
    return WordPattern(ways=(tuple(needed),) if needed else (), written=f"{_BEFORE}{regex}{_BEHIND}")


def stems_of(text: str) -> frozenset[str]:
    """Return how the words of a text begin, to hold against those of a pattern."""
    return frozenset([word[:_STEM] for word in _WORD.findall(text.lower())])


def _way(parts: Iterable[str]) -> str:
    regex, begun = "", False
    for part in parts:
        if part == "…":
            regex += r"(?:\s+\S+){0,5}?"
        elif part.startswith("["):
            word = _either(part[1:-1])
            regex += rf"(?:\s+{word})?" if begun else rf"(?:{word}\s+)?"
        else:
            regex += (r"\s+" if begun else "") + _either(part)
            begun = True
    return regex


def _either(part: str) -> str:
    words = part.replace("{people}", "/".join(PEOPLE.split())).split("/")
    return f"(?:{'|'.join(_word(word) for word in words)})"


def _word(written: str) -> str:
    return re.escape(written).replace(r"\*", _STAR).replace(re.escape("~"), _ENDING)


def _needed(parts: Iterable[str]) -> tuple[frozenset[str], ...]:
    """How the words that cannot be left out may begin; words with an open beginning are not looked for."""
    needed = [part.split("/") for part in parts if part[0] not in "[…" and "{people}" not in part]
    sure = [words for words in needed if not any(_is_open(word) for word in words)]
    if not sure:
        raise ValueError(f"No word that a text could be looked through for: {' '.join(parts)}")
    return tuple(frozenset().union(*(_stems(word, open_ended=word.endswith("~")) for word in words)) for words in sure)


def _is_open(word: str) -> bool:
    return word.startswith("*") or (word.endswith("*") and len(word) <= _STEM)


def _stems(word: str, *, open_ended: bool) -> frozenset[str]:
    """How the first part of a word, ``m`` of ``m.u.v.``, may begin in a text."""
    first = _WORD.findall(word.lower())[0]
    return frozenset((first + ending)[:_STEM] for ending in (_ENDINGS if open_ended else ("",)))
