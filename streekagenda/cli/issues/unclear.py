"""What an issue does not make clear: a diagnostic, and the question of the form that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.diagnostics import Location, diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streekagenda.cli.issues.fields import Field, Form
    from streekagenda.diagnostics import Diagnostic

NOWHERE = Location(path="")
OF_A_PERSON = frozenset({"mobile-number", "personal-mailbox", "person-as-contact"})
"""What a person must agree to: a box of a form, where it has one."""
IN_A_FORM = frozenset(
    {"citizen-number", "when-booking", "when-cancelled", "when-full", "when-places", "when-range-too-long"}
)
"""Codes whose words are about keys of a file: in a form they have other words, under ``issue-<code>``."""


class Unclear(Struct, frozen=True, kw_only=True):
    """Something that is asked back; ``field`` is ``None`` where it is about the whole."""

    diagnostic: Diagnostic
    field: Field | None = None


class Questions:
    """Gathers what is unclear in the answers to a form."""

    def __init__(self, form: Form) -> None:
        """Begin with nothing."""
        self.form = form
        self.asked: list[Unclear] = []

    def ask(self, field: str, code: str, *, suggestion: str | None = None, **values: object) -> None:
        """Ask something about the answer to a field, by its id; an empty id means the whole."""
        self.take(field, [diagnostic(code, NOWHERE, values, suggestion=suggestion)])

    def take(self, field: str, mistakes: Iterable[Diagnostic]) -> bool:
        """Take over what is wrong with an answer, and return whether anything is."""
        about = next((one for one in self.form.fields if one.id == field), None)
        found = [Unclear(diagnostic=self._in_words(one), field=about) for one in mistakes]
        self.asked += found
        return bool(found)

    def _in_words(self, mistake: Diagnostic) -> Diagnostic:
        """Return a mistake under the code whose words speak of the form and not of a file."""
        if mistake.code in OF_A_PERSON:
            boxed = any(one.box for one in self.form.fields)
            return replace(mistake, code=f"issue-{mistake.code}" if boxed else "issue-of-a-person")
        return replace(mistake, code=f"issue-{mistake.code}") if mistake.code in IN_A_FORM else mistake
