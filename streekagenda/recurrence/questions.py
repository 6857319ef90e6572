"""Questions as they are kept: rows of texts and numbers, as JSON has them.

There are eighty thousand in a large region. Most of them only need to be looked at, and none of these is made anew.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from streekagenda.model.selection import Selection
from streekagenda.recurrence.asked import HELD, TOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from streekagenda.recurrence.asked import Question
    from streekagenda.recurrence.facets import Facet

Row = tuple[Any, ...]
"""A question, in which ``(HELD, what is chosen by, as one text, first day, last day)`` has the numbers of days
(:meth:`datetime.date.toordinal`), and an answer that was told the numbers of the questions behind it."""


def row_of(question: Question, number: Callable[[Question], int]) -> Row:
    """Return a question as it is kept; ``number`` gives that of another one."""
    if question[0] == HELD:
        _, selection, *days = question
        chosen = [
            (kind, value) for kind in Selection.__struct_fields__ if (value := getattr(selection, kind)) is not None
        ]
        return (HELD, as_text(chosen), *(day.toordinal() if isinstance(day, date) else None for day in days))
    if question[0] == TOLD:
        _, name, given, digest, behind = question
        numbers = sorted(map(number, cast("Iterable[Question]", behind)))
        return (TOLD, name, list(cast("Iterable[object]", given)), digest, numbers)
    return question


def question_of(row: Row, question: Callable[[int], Question]) -> Question:
    """Return what :func:`row_of` wrote; ``question`` gives another one by its number."""
    if row[0] == HELD:
        _, chosen, *days = row
        selection = Selection(**dict(facets_of(chosen)))
        return (HELD, selection, *(None if day is None else date.fromordinal(day) for day in days))
    if row[0] == TOLD:
        _, name, given, digest, behind = row
        return (TOLD, name, tuple(given), digest, frozenset(map(question, behind)))
    return row


def as_text(facets: Iterable[Facet]) -> str:
    """Return what dates are chosen by as one text, of which each line holds a facet: ids have no spaces."""
    return "\n".join([f"{kind} {value}" for kind, value in facets])


def facets_of(text: str) -> tuple[Facet, ...]:
    """Return what :func:`as_text` wrote."""
    found = (one.partition(" ") for one in text.splitlines())
    return tuple((kind, value) for kind, _, value in found)
