"""What is wrong with a file that holds a translation, beside what a declaration tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.content.bodies import body_fault
from streekagenda.content.declarations.event import TranslationFile
from streekagenda.content.declarations.keys import dutch_name, names
from streekagenda.diagnostics import diagnostic, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.content.records import Record
    from streekagenda.diagnostics import Diagnostic


def not_of_original(record: Record, written: TranslationFile | None) -> Iterator[Diagnostic]:
    """Say which keys of a translation its original cannot have: nobody would ever read them."""
    from streekagenda.content.declarations.files import FILES  # noqa: PLC0415 -- all kinds, which few translations need

    of_original = names(FILES[record.kind])
    possible = {key: field for key, field in names(TranslationFile).items() if key in of_original}
    for key in sorted(written.model_fields_set - possible.keys() if written else ()):
        where, said = record.at((key,), key=True), record.key_as_written((key,))
        dutch = ", ".join(dutch_name(field) or name for name, field in possible.items())
        yield problem("unknown-key", where, key=said, known=", ".join(possible), dutch=dutch)


def slow(record: Record, written: TranslationFile | None) -> Iterator[Diagnostic]:
    """Say that the description of a translation cannot be converted in a moment."""
    if written and written.description and (fault := body_fault(written.description)):
        yield diagnostic(fault.code, record.at(("description",)), fault.values)
