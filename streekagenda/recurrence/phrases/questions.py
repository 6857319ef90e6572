"""Questions about a phrase, and the diagnostics that they become: with the phrase as it could be written instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from streekagenda.diagnostics import Diagnostic, Location

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from streekagenda.recurrence.phrases.normalising import Phrase
    from streekagenda.recurrence.phrases.parts import Written

MOST = 8
"""So many questions about one phrase, and no more."""


class Edit(Struct, frozen=True, kw_only=True):
    """Other text in the place of a part of the original."""

    start: int
    end: int
    text: str


class Question(Struct, frozen=True, kw_only=True):
    """Something about a part of a phrase that only its author can answer."""

    code: str
    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    """What is almost surely meant."""
    choices: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    """Two readings by the name of their value: the phrase as each would be written."""


def question(
    code: str,
    about: Written,
    *,
    edits: tuple[Edit, ...] = (),
    choices: Mapping[str, tuple[Edit, ...]] | None = None,
    **values: object,
) -> Question:
    """Ask about a part of a phrase."""
    told = {name: str(value) for name, value in values.items()}
    return Question(code=code, start=about.start, end=about.end, values=told, edits=edits, choices=choices or {})


def diagnostics(
    questions: Iterable[Question], phrase: Phrase, location: Location, unasked: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """Turn questions into diagnostics, in the order of the phrase.

    Each has the value ``text``, the part that it is about. The suggestion and the two readings of a choice are the
    whole phrase, ready to be copied, with all that is almost surely meant put right at once. Of questions of the same
    code with choices the first is asked, for all of them. Those of a code in ``unasked`` are answered with another.
    """
    found = list({(one.code, one.start, one.end): one for one in sorted(questions, key=_place)}.values())
    sure = [edit for one in found for edit in one.edits]
    asked = list(_answered_at_once(one for one in found if one.code not in unasked))[:MOST]
    return tuple(_diagnostic(one, phrase, location, sure) for one in asked)


def _answered_at_once(questions: Iterable[Question]) -> Iterator[Question]:
    """Two dates of which the weekday is wrong are one question, of which each answer puts both right."""
    together: dict[tuple[str, tuple[str, ...]], list[Question]] = {}
    for one in questions:
        key = (one.code, tuple(one.choices)) if one.choices else (f"{one.code} {one.start} {one.end}", ())
        together.setdefault(key, []).append(one)
    for first, *others in together.values():
        if not others:
            yield first
            continue
        choices = {
            name: tuple(dict.fromkeys((*edits, *(edit for other in others for edit in other.choices[name]))))
            for name, edits in first.choices.items()
        }
        yield replace(first, choices=choices)


def _diagnostic(one: Question, phrase: Phrase, location: Location, sure: Sequence[Edit]) -> Diagnostic:
    suggestion = edited(phrase.original, sure) if one.edits else None
    readings = {name: edited(phrase.original, sure, choice) for name, choice in one.choices.items()}
    text = phrase.part(one.start, one.end).strip(_LOOSE)
    values: dict[str, str] = {"text": text, **one.values, **readings}
    return Diagnostic(code=one.code, location=location, values=tuple(sorted(values.items())), suggestion=suggestion)


_LOOSE = " ,;:"


def _place(one: Question) -> tuple[int, int, str]:
    return one.start, one.end, one.code


def edited(text: str, sure: Iterable[Edit], choice: Iterable[Edit] = ()) -> str:
    """Apply edits; where a choice writes something anew, the others are not needed."""
    chosen = list(dict.fromkeys(choice))
    rest = [edit for edit in dict.fromkeys(sure) if not any(_within(edit, other) for other in chosen)]
    for edit in sorted([*chosen, *rest], key=lambda one: (one.start, one.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text.strip(_LOOSE)


def _within(edit: Edit, other: Edit) -> bool:
    return other.start < other.end and other.start <= edit.start and edit.end <= other.end
