"""Words, and better ones: the tables of ``checks/dutch``, and where a text has what a row is about."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.checks.dutch import rows
from streekagenda.checks.names_and_quotations import is_name_or_quotation
from streekagenda.checks.word_patterns import WordPattern, phrase_pattern, word_pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from streekagenda.checks.passages import FileTexts, Passage
    from streekagenda.model.region import AvoidedPhrase

DUTCH = "nl"
MOST = 20
"""Times that words are looked at in one text: who used them more often knows by then."""


class Advice(Struct, frozen=True, kw_only=True):
    """Words, and better ones; equal only to itself."""

    pattern: WordPattern
    unless: WordPattern | None = None
    """Ways of saying it in which it is right."""
    instead: tuple[str, ...] = ()
    """Friendlier or simpler words; or, in brackets, what to do."""
    fits: bool = False
    """Whether the first of these can stand in the place of the words in any sentence."""
    why: str = ""
    severity: str = ""
    """``fout``, ``waarschuwing`` or ``tip``, as the table says."""


class Hit(Struct, frozen=True, kw_only=True):
    """Where a file has what a row is about."""

    advice: Advice
    passage: Passage
    words: str


class WordTable:
    """Rows of advice, looked up by the words of a text."""

    def __init__(self, advice: Collection[Advice]) -> None:
        self._order = {id(one): number for number, one in enumerate(advice)}
        self._by_stem: dict[str, list[Advice]] = {}
        for one in advice:
            for stem in one.pattern.stems:
                self._by_stem.setdefault(stem, []).append(one)

    def hits(self, texts: FileTexts, proper_names: Collection[str]) -> Iterator[Hit]:
        """Yield what a file has of this table, in Dutch: each row once, and of two that overlap the one higher up."""
        said: set[int] = set()
        for passage in texts.passages:
            if passage.language != DUTCH or self._by_stem.keys().isdisjoint(passage.stems):
                continue
            stems = passage.stems
            met = (one for stem in stems for one in self._by_stem.get(stem, ()))
            rows_here = {id(one): one for one in met if one.pattern.may_be_in(stems)}
            taken: list[tuple[int, int]] = []
            for key in sorted(rows_here, key=self._order.__getitem__):
                spans = list(_spans(passage.prose, rows_here[key], taken, proper_names))
                taken += spans
                if spans and key not in said:
                    said.add(key)
                    yield Hit(advice=rows_here[key], passage=passage, words=passage.text[slice(*spans[0])])


def replacement(hit: Hit) -> str | None:
    """Return the words that can take the place of a hit, with its capital; ``None`` where the sentence may change with it."""
    if not hit.advice.fits:
        return None
    words = hit.advice.instead[0]
    return words[0].upper() + words[1:] if hit.words[0].isupper() else words


def _spans(
    prose: str, advice: Advice, taken: list[tuple[int, int]], proper_names: Collection[str]
) -> Iterator[tuple[int, int]]:
    for found in islice(advice.pattern.regex.finditer(prose), MOST):
        start, end = found.span()
        if (
            not any(first < end and start < last for first, last in taken)
            and not (advice.unless and _within(advice.unless, prose, start, end))
            and not is_name_or_quotation(prose, start, end, proper_names)
        ):
            yield start, end


def _within(pattern: WordPattern, prose: str, start: int, end: int) -> bool:
    return any(found.start() <= start and end <= found.end() for found in pattern.regex.finditer(prose))


@cache
def avoided() -> WordTable:
    """Return the words that set people apart."""
    return WordTable([_advice(row) for row in rows("avoid.tsv")])


@cache
def difficult() -> WordTable:
    """Return the words that many people find difficult."""
    return WordTable([_advice(row) for row in rows("simple.tsv")])


def of_region(phrases: Collection[AvoidedPhrase]) -> WordTable:
    """Return the words that a region adds: whole words, the last of which may have a Dutch ending."""
    return WordTable(
        [
            Advice(
                pattern=phrase_pattern(one.phrase),
                instead=(one.instead,) if one.instead else (),
                fits=one.instead is not None,
                why=one.why or "",
            )
            for one in phrases
        ]
    )


def _advice(row: Mapping[str, str]) -> Advice:
    return Advice(
        pattern=word_pattern(row["pattern"]),
        unless=word_pattern(row["unless"]) if row["unless"] else None,
        instead=tuple(one.strip() for one in row["instead"].split(";") if one.strip()),
        fits=row["fits"] == "ja",
        why=row.get("why", ""),
        severity=row.get("severity", ""),
    )
