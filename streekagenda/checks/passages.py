"""The texts that people read, each with the place where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.checks.word_patterns import stems_of
from streekagenda.model.schedule import Series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.model.details import Details
    from streekagenda.model.event import Event
    from streekagenda.model.place import Place
    from streekagenda.model.text import Text

    Key = tuple[str | int, ...]

DESCRIPTION = ("description",)
_NOT_PROSE = re.compile(
    r"`[^`\n]*`|<[^<>\n]*>|(?<=\])\([^()\s]*\)|https?://\S+|www\.\S+|(?<![\w.+'-])[\w.+'-]+@[\w.-]+", re.ASCII
)
_SIGNS = ("`", "<", "@", "](", "://", "www.")
"""One of these stands in whatever is no prose."""


class Passage(Struct, frozen=True, kw_only=True):
    """One text in one language."""

    key: Key
    language: str
    text: str
    """As its author wrote it; of a body, Markdown."""
    prose: str
    """The same, character for character, with blanks for what is no prose: addresses, code, tags."""
    stems: frozenset[str]
    """The first letters of its words, see :mod:`streekagenda.checks.word_patterns`."""


class FileTexts(Struct, frozen=True, kw_only=True):
    """The texts of one file, its translations included."""

    path: str
    passages: tuple[Passage, ...]
    professional: bool = False
    """Whether it is for people who do this for a living: they know each other's words."""


def of_event(event: Event) -> FileTexts:
    """Return the texts of an event."""
    audiences = {one.id for one in event.audiences}
    return FileTexts(
        path=event.source.path,
        passages=tuple(_passages(_texts_of_event(event))),
        professional="professionals" in audiences and audiences <= {"professionals", "vrijwilligers"},
    )


def of_place(place: Place) -> FileTexts:
    """Return the texts of a place, without its name."""
    return of_body(place.source.path, (("directions",), place.directions), (DESCRIPTION, place.body))


def of_body(path: str, *texts: tuple[Key, Text | None]) -> FileTexts:
    """Return the texts of a file that has few of them."""
    return FileTexts(path=path, passages=tuple(_passages(texts)))


def _texts_of_event(event: Event) -> Iterator[tuple[Key, Text | None]]:
    yield ("title",), event.title
    yield ("summary",), event.summary
    if event.price:
        yield ("price",), event.price.text
    if event.booking:
        yield ("booking", "note"), event.booking.note
    if event.welcome:
        yield ("welcome", "who"), event.welcome.who
        yield ("welcome", "way_in"), event.welcome.way_in
        yield ("welcome", "included"), event.welcome.included
    if event.invitation:
        yield ("invitation", "text"), event.invitation.text
    if event.image:
        yield ("image", "alt"), event.image.alt
    for entry in event.schedule.entries:
        yield from _of_details(entry.details)
        for change in entry.changes if isinstance(entry, Series) else ():
            yield from _of_details(change.details)
    yield DESCRIPTION, event.body


def _of_details(details: Details) -> Iterator[tuple[Key, Text | None]]:
    """The texts of an entry or a date: where in ``when`` they stand is found by their words."""
    yield ("when",), details.title
    yield ("when",), details.note
    if details.booking:
        yield ("when",), details.booking.note


def _passages(texts: Iterable[tuple[Key, Text | None]]) -> Iterator[Passage]:
    for key, text in texts:
        for said in text.versions if text else ():
            prose = _prose(said.text)
            yield Passage(key=key, language=said.language, text=said.text, prose=prose, stems=stems_of(prose))


def _prose(text: str) -> str:
    if not any(sign in text for sign in _SIGNS):
        return text
    return _NOT_PROSE.sub(lambda found: " " * len(found[0]), text)
