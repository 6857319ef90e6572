"""The gettext catalogues of ``layouts/translations/<language>/*.po``, compiled in memory."""

from __future__ import annotations

import re
from copy import copy
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.rendering.layouts import BrokenLayout, folders, packaged
from streekagenda.store.blobs import Blobs
from streekagenda.store.compiled import file_in, keep, recall

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from streekagenda.diagnostics import Diagnostic

HERE = Path(__file__).parent
FOLDER = "translations"
ENGLISH = "en"
NOT_PROOFREAD = "X-Proofread: no"
"""Stands in the header of a catalogue that no native reader has read yet; whoever has read it removes the line."""
_QUOTATION = re.compile("(“[^”]*”)")
DIAGNOSTIC = "diagnostic"
"""The msgctxt of what diagnostics say; the msgid is the code."""
KEY = "key"
"""The msgctxt of what the keys of the content format mean."""


class Translations(Struct, frozen=True, kw_only=True):
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
                return _filled(sentence, diagnostic.values, language)
        except (KeyError, TypeError, ValueError):
            pass  # a translator's slip must not hide the mistake itself
        values = ", ".join(f"{name}: {value}" for name, value in diagnostic.values)
        return f"{diagnostic.code} ({values})" if values else diagnostic.code


def in_dutch(translations: Translations) -> Callable[[str], str]:
    """Return what says in Dutch what a key of the content format means."""
    catalogue = translations.for_language("nl")
    return lambda said: catalogue.pgettext(KEY, said)


def _filled(sentence: str, given: Collection[tuple[str, str]], language: str) -> str:
    """Return a sentence with its values: what it quotes as it is, since an author wrote or copies that; days around it in its own language."""
    if not given:
        return sentence % {}
    from streekagenda.rendering.day_names import in_language, in_words  # noqa: PLC0415 -- CLDR, where there is nothing to say

    values = {name: in_words(value, language) for name, value in given}
    told = {name: in_language(value, language) for name, value in values.items()}
    return "".join([part % (values if part.startswith("“") else told) for part in _parts(sentence)])


@cache
def _parts(sentence: str) -> list[str]:
    """Return a sentence in parts, each a quotation or without one; there are as many as the program can say."""
    return _QUOTATION.split(sentence)


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
    of_region = set()
    for folder in reversed(folders(layouts, FOLDER)):
        own = folder.resolve() == (packaged() / FOLDER).resolve()
        for file in sorted(folder.glob("*/*.po")):
            if wanted is None or file.parent.name in wanted:
                languages.setdefault(file.parent.name, []).append(file.read_bytes())
                of_region |= set() if own else {file.parent.name}
    blobs = blobs or Blobs()
    english = _catalogue(ENGLISH, languages.pop(ENGLISH), blobs, of_program=ENGLISH not in of_region)
    catalogues: dict[str, NullTranslations] = {ENGLISH: english}
    unread = set()
    for language, sources in sorted(languages.items()):
        catalogues[language] = _catalogue(language, sources, blobs, of_program=language not in of_region)
        catalogues[language].add_fallback(english)
        if any(_is_not_proofread(source) for source in sources):
            unread.add(language)
    return Translations(catalogues=catalogues, not_proofread=frozenset(unread))


def _is_not_proofread(source: bytes) -> bool:
    """Whether the header says so; babel keeps no field that it does not know."""
    header, _, _ = source.decode(errors="replace").partition("\n\n")
    return f'"{NOT_PROOFREAD}\\n"' in header


def _catalogue(language: str, sources: Sequence[bytes], blobs: Blobs, *, of_program: bool) -> GNUTranslations:
    """Return a catalogue of its own, since it is given what it falls back on."""
    try:
        return copy(_read(language, tuple(sources), blobs, of_program=of_program))
    except ValueError as error:
        said = " ".join(str(error).split())
        raise BrokenLayout(f"{FOLDER}/{language}/: {said}") from error


@lru_cache(maxsize=32)
def _read(language: str, sources: tuple[bytes, ...], blobs: Blobs, *, of_program: bool) -> GNUTranslations:
    """Read a catalogue, once: a build asks for the same words for its report and for its pages. Raises ValueError."""
    question = b"".join((language.encode(), *(b"\0%d\0%s" % (len(source), source) for source in sources)))
    compiled = blobs.recall("catalogue", question)
    if compiled is None:
        compiled = _compiled(language, sources, question, of_program=of_program)
        blobs.learn("catalogue", question, compiled)
    return GNUTranslations(BytesIO(compiled))


def _compiled(language: str, sources: tuple[bytes, ...], question: bytes, *, of_program: bool) -> bytes:
    """Return the MO file of a language; where no region added to it, it is kept with the program."""
    file, checksum = file_in(HERE, "catalogue", f"{language}.po"), blake2b(question, digest_size=16).hexdigest()
    kept = recall(file, checksum) if of_program else None
    if kept is not None:
        return kept
    from streekagenda.rendering.catalogues import compiled  # noqa: PLC0415 -- babel; most runs remember

    made = compiled(language, sources)
    if of_program:
        keep(file, checksum, made)
    return made
