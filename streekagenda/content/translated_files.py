"""What files hold that are a translation, and what is wrong with one beside what a declaration tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.content.bodies import body_fault
from streekagenda.content.declarations.event import TranslationFile
from streekagenda.content.declarations.keys import dutch_name, names
from streekagenda.content.mistakes import believe
from streekagenda.content.nearest import nearest
from streekagenda.content.texts import Translated
from streekagenda.diagnostics import diagnostic, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.content.records import Record
    from streekagenda.content.texts import Languages
    from streekagenda.diagnostics import Diagnostic


def translated(beside: Iterable[Record], languages: Languages) -> tuple[Languages, list[Diagnostic]]:
    """Return the languages with the translations ``beside`` a record, and what is wrong with these."""
    found: dict[str, Translated] = {}
    told: list[Diagnostic] = []
    for one in beside:
        believed = believe(one, TranslationFile)
        written = believed.written
        mistakes = (*believed.diagnostics, *_not_of_original(one, written), *_slow(one, written))
        told += mistakes
        if written is None or mistakes or one.language is None:
            continue
        if one.language not in languages.languages:
            near = nearest(one.language, languages.languages)
            known = ", ".join(languages.languages)
            told.append(problem("unknown-language", one.at(), language=one.language, known=known, suggestion=near))
        else:
            found[one.language] = Translated(file=written, body=one.body)
    return replace(languages, translations=found) if found else languages, told


def _not_of_original(record: Record, written: TranslationFile | None) -> Iterator[Diagnostic]:
    """Say which keys of a translation its original cannot have: nobody would ever read them."""
    from streekagenda.content.declarations.files import FILES  # noqa: PLC0415 -- all kinds, which few translations need

    of_original = names(FILES[record.kind])
    possible = {key: field for key, field in names(TranslationFile).items() if key in of_original}
    for key in sorted(written.model_fields_set - possible.keys() if written else ()):
        where, said = record.at((key,), key=True), record.key_as_written((key,))
        dutch = ", ".join(dutch_name(field) or name for name, field in possible.items())
        yield problem("unknown-key", where, key=said, known=", ".join(possible), dutch=dutch)


def _slow(record: Record, written: TranslationFile | None) -> Iterator[Diagnostic]:
    """Say that the description of a translation cannot be converted in a moment."""
    if written and written.description and (fault := body_fault(written.description)):
        yield diagnostic(fault.code, record.at(("description",)), fault.values)
