"""Patterns of words, as the tables of ``checks/dutch`` write them, and the quick way to know that a text has none.

A pattern is one or more ways of saying it with `` | `` between them. A way is words, whatever the white space between
them and their capitals: ``slecht ter been``. ``oude/oudere`` is either, ``[oude]`` may be left out, ``…`` is up to three
other words, ``*`` any letters (``*plussers``), ``~`` a Dutch ending (``wijkbewoner~``), ``{people}`` a word for people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PEOPLE = (
    "mens mensen oudere ouderen senior senioren jongere jongeren bewoner bewoners buurtbewoners wijkbewoners inwoners"
    " burgers buurtgenoten dorpsgenoten stadsgenoten buren mannen vrouwen volwassenen kinderen gezinnen personen jeugd"
    " groepen doelgroepen medemens medemensen leeftijdgenoten studenten bejaarden *plussers"
)
_STAR = r"[\w-]*"
_ENDING = r"(?:en|e|n|'?s|es|er|ers|tje|tjes|je|jes)?"
_BEFORE, _BEHIND = r"(?<![\w-])", r"(?!\w|-\w)"
_WORD = re.compile(r"[^\W_]+")
_STEM = 4
"""Letters by which a word is looked up."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WordPattern:
    """One way or several of saying something."""

    stems: frozenset[str]
    """The first letters of words, of which any text that matches has at least one."""
    regex: re.Pattern[str]


@cache
def word_pattern(written: str) -> WordPattern:
    """Compile a pattern; raises ValueError for one that every text would have to be searched for."""
    ways = [way.split() for way in written.split(" | ")]
    regex = "|".join(_way(way) for way in ways)
    stems = frozenset(stem for way in ways for stem in _rarest(way))
    return WordPattern(stems=stems, regex=re.compile(f"{_BEFORE}(?:{regex}){_BEHIND}", re.IGNORECASE))


@cache
def phrase_pattern(phrase: str) -> WordPattern:
    """Compile the words of somebody who knows nothing of patterns; the last may have a Dutch ending."""
    words = phrase.split()
    regex = r"\s+".join(map(re.escape, words)) + (_ENDING if words and words[-1][-1].isalpha() else "")
    stems = sorted(_WORD.findall(phrase.lower()), key=len)[-1:]
    return WordPattern(
        stems=frozenset(stem[:_STEM] for stem in stems),
        regex=re.compile(f"{_BEFORE}{regex}{_BEHIND}", re.IGNORECASE),
    )


def stems_of(text: str) -> frozenset[str]:
    """Return the first letters of the words of a text, to hold against those of a pattern."""
    return frozenset([word[:_STEM] for word in _WORD.findall(text.lower())])


def _way(parts: Iterable[str]) -> str:
    regex, begun = "", False
    for part in parts:
        if part == "…":
            regex += r"(?:\s+\S+){0,3}?"
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


def _rarest(parts: Iterable[str]) -> Iterator[str]:
    """The beginnings of the word of a way that is most telling: the longest of those that cannot be left out."""
    needed = [part.split("/") for part in parts if part[0] not in "[…" and "{people}" not in part]
    sure = [words for words in needed if not any(word.startswith("*") for word in words)]
    if not sure:
        raise ValueError(f"No word that a text could be looked through for: {' '.join(parts)}")
    for word in max(sure, key=lambda words: min(map(len, words))):
        stem = _WORD.findall(word.lower())[0]
        if stem != word and len(stem) < _STEM and word[len(stem)] in "*~":
            raise ValueError(f"Too few letters before an open ending: {word}")
        yield stem[:_STEM]
