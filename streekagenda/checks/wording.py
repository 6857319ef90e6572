"""Words that set people apart, with friendlier ones; those of our own table, and those that the region adds.

Silent on names, on quotations, on the subject of a talk, and on texts for professionals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding
from streekagenda.checks.word_advice import avoided, of_region, replacement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.checks.word_advice import Hit, WordTable

HURTS = "fout"
"""The severity in the table of words that hurt; the others can be said in a friendlier way."""


def hurtful(checked: Checked) -> Iterator[Finding]:
    """Words that hurt, or that set people apart."""
    yield from (_finding(path, hit) for path, hit in _hits(checked, avoided()) if hit.advice.severity == HURTS)


def unfriendly(checked: Checked) -> Iterator[Finding]:
    """Words of organisations, and words for which there is a friendlier one."""
    yield from (_finding(path, hit) for path, hit in _hits(checked, avoided()) if hit.advice.severity != HURTS)


def of_the_region(checked: Checked) -> Iterator[Finding]:
    """Words that the editors of the region would rather not see."""
    phrases = checked.calendar.region.avoid
    if phrases:
        yield from (_finding(path, hit) for path, hit in _hits(checked, of_region(phrases)))


def _hits(checked: Checked, table: WordTable) -> Iterator[tuple[str, Hit]]:
    for texts in checked.texts:
        if not texts.professional:
            yield from ((texts.path, hit) for hit in table.hits(texts, checked.proper_names))


def _finding(path: str, hit: Hit) -> Finding:
    advice, passage = hit.advice, hit.passage
    instead = "; ".join(advice.instead).strip("()")
    return Finding(
        path=path,
        key=passage.key,
        language=passage.language,
        excerpt=hit.words,
        values={"found": " ".join(hit.words.split()), "why": advice.why, "instead": instead},
        suggestion=replacement(hit),
    )
