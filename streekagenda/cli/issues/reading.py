"""The answers in an issue, as the forges put a filled-in form into its text.

Each answer stands under a heading, ``### What is the activity called?``; an empty one is ``_No response_`` on GitHub,
Forgejo and Gitea; a ticked box is ``- [x] Reading``. On GitLab the same headings stand in a text to fill in, with
hints between ``<!--`` and ``-->``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from streekagenda.cli.issues.fields import Field, Form

LONGEST = 60_000
"""Characters of an issue that becomes a file; GitHub takes 65,536."""
NOTHING = "_no response_"
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<label>.*)")
_HINT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TICKED = re.compile(r"[-*] +\[[xX]\] +(?P<label>.+)")


class Filled(Struct, frozen=True, kw_only=True):
    """A form with its answers, by the ids of the fields; fields that were left empty are not there."""

    form: Form
    answers: Mapping[str, str]
    twice: tuple[Field, ...] = ()
    """Fields whose heading stands more than once, so that nobody knows which answer counts."""


def filled_in(text: str, forms: tuple[Form, ...], says: Callable[[str], frozenset[str]]) -> Filled | None:
    """Return the form that an issue is, with its answers; ``None`` where it is none of the forms.

    ``says`` returns what a message is in every language. The form is the one of whose required fields all headings
    are there.
    """
    sections = _sections(_without_hints(text))
    for form in sorted(forms, key=lambda one: -sum(field.required for field in one.fields)):
        labels = {_plain(said): field for field in form.fields for said in says(field.label)}
        there = [labels[label] for label, _ in sections if label in labels]
        if {field.id for field in form.fields if field.required} <= {field.id for field in there}:
            return _answers(form, labels, sections)
    return None


def has_question(text: str, forms: tuple[Form, ...], says: Callable[[str], frozenset[str]]) -> bool:
    """Whether any question of the forms stands in a text, which may have been cut off."""
    labels = {_plain(said) for form in forms for field in form.fields for said in says(field.label)}
    return any(label in labels for label, _ in _sections(_without_hints(text)))


def ticked(answer: str) -> list[str]:
    """Return the labels of the boxes that are ticked."""
    return [found["label"] for line in answer.splitlines() if (found := _TICKED.fullmatch(line.strip()))]


def _answers(form: Form, labels: Mapping[str, Field], sections: list[tuple[str, list[str]]]) -> Filled:
    """Put each section under its field; a heading that is none of the form's is part of the answer above it."""
    found: dict[str, list[str]] = {}
    twice: list[Field] = []
    open_field: Field | None = None
    for label, lines in sections:
        field = labels.get(label)
        if field is None:
            if open_field is not None:
                found[open_field.id] += lines
            continue
        if field.id in found:
            twice.append(field)
        found[field.id] = lines[1:]
        open_field = field
    said = {field: "\n".join(lines).strip() for field, lines in found.items()}
    answers = {field: answer for field, answer in said.items() if answer and answer.casefold() != NOTHING}
    return Filled(form=form, answers=answers, twice=tuple(dict.fromkeys(twice)))


def _without_hints(text: str) -> str:
    return _HINT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _sections(text: str) -> list[tuple[str, list[str]]]:
    """Return each heading with its lines, the heading's own first."""
    sections: list[tuple[str, list[str]]] = [("", [])]
    for line in text.split("\n"):
        heading = _HEADING.fullmatch(line)
        if heading:
            sections.append((_plain(heading["label"].rstrip("# \t")), []))
        sections[-1][1].append(line)
    return sections


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()
