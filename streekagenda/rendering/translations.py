"""The gettext catalogues of ``layouts/translations/<language>/*.po``, compiled in memory."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from streekagenda.rendering.cldr import formatted, joined
from streekagenda.rendering.day_names import in_language
from streekagenda.rendering.layouts import BrokenLayout, folders
from streekagenda.store.blobs import Blobs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from streekagenda.diagnostics import Diagnostic

FOLDER = "translations"
ENGLISH = "en"
NOT_PROOFREAD = "X-Proofread: no"
"""Stands in the header of a catalogue that no native reader has read yet; whoever has read it removes the line."""
_ISO_DAYS = re.compile(r"2\d{3}-[01]\d-[0-3]\d(?:, 2\d{3}-[01]\d-[0-3]\d)*")
_QUOTATION = re.compile("(“[^”]*”)")
DIAGNOSTIC = "diagnostic"
"""The msgctxt of what diagnostics say; the msgid is the code."""
KEY = "key"
"""The msgctxt of what the keys of the content format mean."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Translations:
    """The words of every language that has a catalogue; message ids are English."""

    catalogues: Mapping[str, NullTranslations]
    not_proofread: frozenset[str] = frozenset()
    """The languages of which no native reader has read the words yet, as the header of a catalogue says."""

    def for_language(self, language: str) -> NullTranslations:
        """Return the catalogue of a language (BCP 47); for an unknown one English."""
        return self.catalogues.get(language) or self.catalogues[ENGLISH]

    def say(self, diagnostic: Diagnostic, language: str) -> str:
        """Return what a diagnostic says to a partner; an unknown code is shown as it is, with its values."""
        if diagnostic.about:
            return f"“{diagnostic.about}”: {self.say(replace(diagnostic, about=''), language)}"
        sentence = self.for_language(language).pgettext(DIAGNOSTIC, diagnostic.code)
        try:
            if sentence != diagnostic.code:
                return _filled(
                    sentence, {name: _in_words(value, language) for name, value in diagnostic.values}, language
                )
        except (KeyError, TypeError, ValueError):
            pass  # a translator's slip must not hide the mistake itself
        values = ", ".join(f"{name}: {value}" for name, value in diagnostic.values)
        return f"{diagnostic.code} ({values})" if values else diagnostic.code


def in_dutch(translations: Translations) -> Callable[[str], str]:
    """Return what says in Dutch what a key of the content format means."""
    catalogue = translations.for_language("nl")
    return lambda said: catalogue.pgettext(KEY, said)


def _filled(sentence: str, values: Mapping[str, str], language: str) -> str:
    """Return a sentence with its values: what it quotes as it is, since an author wrote or copies that; days around it in its own language."""
    told = {name: in_language(value, language) for name, value in values.items()}
    return "".join(part % (values if part.startswith("“") else told) for part in _QUOTATION.split(sentence))


@lru_cache(maxsize=1024)
def _in_words(value: str, language: str) -> str:
    """Return a value as people read it: a day, or days with commas between, as dates in words; all else as it is."""
    if not _ISO_DAYS.fullmatch(value):
        return value
    try:
        days = [date.fromisoformat(day) for day in value.split(", ")]
    except ValueError:
        return value  # a day that does not exist, which is what the diagnostic is about
    return joined([formatted(day, "EEEE d MMMM y", language) for day in days], language)


def languages(layouts: Path) -> frozenset[str]:
    """Return the languages that have a catalogue."""
    return frozenset(file.parent.name for folder in folders(layouts, FOLDER) for file in folder.glob("*/*.po"))


def load(layouts: Path, *, only: Collection[str] | None = None, blobs: Blobs | None = None) -> Translations:
    """Read all catalogues below a layouts folder, completed by those that come with the program.

    ``only`` are the languages that will be spoken, beside English: most regions speak one or two, and a command one.
    ``blobs`` remember what former runs compiled.

    Raises:
        BrokenLayout: a catalogue is no valid PO file.
    """
    languages: dict[str, list[bytes]] = {ENGLISH: []}
    wanted = None if only is None else {ENGLISH, *only}
    for folder in reversed(folders(layouts, FOLDER)):
        for file in sorted(folder.glob("*/*.po")):
            if wanted is None or file.parent.name in wanted:
                languages.setdefault(file.parent.name, []).append(file.read_bytes())
    blobs = blobs or Blobs()
    english = _catalogue(ENGLISH, languages.pop(ENGLISH), blobs)
    catalogues: dict[str, NullTranslations] = {ENGLISH: english}
    unread = set()
    for language, sources in sorted(languages.items()):
        catalogues[language] = _catalogue(language, sources, blobs)
        catalogues[language].add_fallback(english)
        if any(_is_not_proofread(source) for source in sources):
            unread.add(language)
    return Translations(catalogues=catalogues, not_proofread=frozenset(unread))


def _is_not_proofread(source: bytes) -> bool:
    """Whether the header says so; babel keeps no field that it does not know."""
    header, _, _ = source.decode(errors="replace").partition("\n\n")
    return f'"{NOT_PROOFREAD}\\n"' in header


def _catalogue(language: str, sources: Sequence[bytes], blobs: Blobs) -> GNUTranslations:
    """Return a catalogue of its own, since it is given what it falls back on."""
    question = b"".join((language.encode(), *(b"\0%d\0%s" % (len(source), source) for source in sources)))
    try:
        compiled = blobs.recall("catalogue", question)
        if compiled is None:
            compiled = _compiled(language, tuple(sources))
            blobs.learn("catalogue", question, compiled)
        return copy(_read(compiled))
    except (PoFileError, ValueError) as error:
        said = " ".join(str(error).split())
        raise BrokenLayout(f"{FOLDER}/{language}/: {said}") from error


@lru_cache(maxsize=32)
def _read(compiled: bytes) -> GNUTranslations:
    """Read an MO file: a build asks for the same words for its report and for its pages."""
    return GNUTranslations(BytesIO(compiled))


@lru_cache(maxsize=32)
def _compiled(language: str, sources: tuple[bytes, ...]) -> bytes:
    """Join the catalogues of one language into an MO file; where two have the same message, the later one counts.

    The plural forms are those that the catalogues name, in which their translators wrote. One process often asks for
    the same words again (a report and the pages, a rebuild while a preview is shown), and babel takes a while.
    """
    joined = Catalog(locale=language.replace("-", "_"))
    for source in sources:
        catalogue = read_po(BytesIO(source), locale=joined.locale, abort_invalid=True)
        joined.mime_headers = [("Plural-Forms", catalogue.plural_forms)]
        for message in catalogue:
            if message.id:
                joined.delete(message.id, message.context)
                joined[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, joined)
    return compiled.getvalue()
