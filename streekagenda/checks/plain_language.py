"""Help in writing, as advice and a little at a time: it says nothing of who is able to read a text.

Silent on texts for professionals. The sources of the words stand in the tables of ``checks/dutch``; of the length of
sentences, guides of Dutch governments name 12 to 20 words at most.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from streekagenda.checks.dutch import listed
from streekagenda.checks.finding import Finding
from streekagenda.checks.sentences import sentences, words_in
from streekagenda.checks.word_advice import DUTCH, difficult, replacement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.checks.passages import FileTexts, Passage

MOST = 2
"""Advices of one kind in one file: who mends these will see others like it."""
LONGEST_SENTENCE = 25
"""Words."""

_CAPITALS = re.compile(r"(?<![\w.@/&-])(?<!\d )[A-Z]{2,5}(?![\w@&/]|-?\d|\.\w)")
_TWO_CAPITALS = re.compile(r"[A-Z][A-Z]")
_SHOUTED_BESIDE = re.compile(r"[A-Z]{2,}[^\w\n]+$"), re.compile(r"[^\w\n]+[A-Z]{2,}\b")
_NEARBY = 20
"""Characters."""
_ROMAN = re.compile(r"[IVX]+")


def difficult_words(checked: Checked) -> Iterator[Finding]:
    """Words for which there are simpler ones."""
    table = difficult()
    for texts in _for_everybody(checked):
        for hit in islice(table.hits(texts, checked.proper_names), MOST):
            values = {"found": " ".join(hit.words.split()), "instead": "; ".join(hit.advice.instead)}
            yield _at(texts, hit.passage, hit.words, values, replacement(hit))


def long_sentences(checked: Checked) -> Iterator[Finding]:
    """Sentences of more than 25 words."""
    for texts in _for_everybody(checked):
        yield from islice(_long_sentences(texts), MOST)


def _long_sentences(texts: FileTexts) -> Iterator[Finding]:
    for passage in _dutch(texts):
        if passage.prose.count(" ") < LONGEST_SENTENCE - passage.prose.count("\n"):
            continue
        for sentence in sentences(passage.prose):
            count = words_in(sentence) if len(sentence.split()) > LONGEST_SENTENCE else 0
            if count > LONGEST_SENTENCE:
                begin = " ".join(sentence.split()[:5])
                yield _at(texts, passage, begin, {"begin": begin, "count": str(count), "most": str(LONGEST_SENTENCE)})


def unknown_abbreviations(checked: Checked) -> Iterator[Finding]:
    """Abbreviations in capitals that are not everybody's, and that the text does not write in full."""
    for texts in _for_everybody(checked):
        written = "\n".join(passage.text for passage in texts.passages)
        yield from islice(_unknown_abbreviations(texts, checked.proper_names, written), MOST)


@lru_cache(maxsize=1)
def _known_letters(names: frozenset[str]) -> frozenset[str]:
    return listed("known_letters.txt") | {letters for name in names for letters in _letters_of(name)}


def _letters_of(name: str) -> Iterator[str]:
    """The abbreviations in a name, and its own: ``OVA`` of Ouderen Vereniging Almelo."""
    yield from re.findall(r"[A-Z]{2,}", name)
    yield "".join(word[0] for word in name.split() if word[0].isupper())


def _unknown_abbreviations(texts: FileTexts, names: frozenset[str], written: str) -> Iterator[Finding]:
    said: set[str] = set()
    for passage in _dutch(texts):
        for found in _CAPITALS.finditer(passage.prose) if _TWO_CAPITALS.search(passage.prose) else ():
            letters = found[0]
            if letters in said or _ROMAN.fullmatch(letters) or _shouted(passage.prose, found):
                continue
            if (
                letters not in _known_letters(names)
                and f"({letters})" not in written
                and not re.search(rf"\b{letters} \(", written)
            ):
                said.add(letters)
                yield _at(texts, passage, letters, {"letters": letters})


def _shouted(prose: str, found: re.Match[str]) -> bool:
    """Whether a word beside it is in capitals too: ``LET OP``."""
    before, behind = _SHOUTED_BESIDE
    return (
        before.search(prose[max(0, found.start() - _NEARBY) : found.start()]) is not None
        or behind.match(prose, found.end()) is not None
    )


def _for_everybody(checked: Checked) -> Iterator[FileTexts]:
    return (texts for texts in checked.texts if not texts.professional)


def _dutch(texts: FileTexts) -> Iterator[Passage]:
    return (passage for passage in texts.passages if passage.language == DUTCH)


def _at(
    texts: FileTexts, passage: Passage, words: str, values: dict[str, str], suggestion: str | None = None
) -> Finding:
    return Finding(
        path=texts.path,
        key=passage.key,
        language=passage.language,
        excerpt=words,
        values=values,
        suggestion=suggestion,
    )
