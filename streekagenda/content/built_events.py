"""What became of the files of events, for another calendar that holds the same files: nothing is done twice."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from streekagenda.content.history import FileHistory
    from streekagenda.content.records import Record, Records
    from streekagenda.content.references import References
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.event import Event
    from streekagenda.model.region import Region

_OTHER_FILES = frozenset({"image", "attachments"})
"""Keys whose values must be looked up in other files."""


class BuiltEvent(Struct, frozen=True, kw_only=True):
    """One event, or why there is none."""

    record: Record
    translations: tuple[Record, ...]
    event: Event | None
    diagnostics: tuple[Diagnostic, ...]
    accepted: Mapping[str, str] | None
    media: Mapping[str, bytes]
    """The files below media/ that it refers to."""
    alone: bool
    """Whether no other file was looked into."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Those of its files, its own first."""
        return (self.record.path, *(one.path for one in self.translations))

    def of(self, event: Event) -> BuiltEvent:
        """Return the same of an event that differs in nothing that these files say."""
        return self if event is self.event else replace(self, event=event)

    def made_of(self, record: Record, translations: tuple[Record, ...]) -> bool:
        """Whether it was made of these very records."""
        return self.record is record and _same(self.translations, translations)


def is_alone(records: Collection[Record]) -> bool:
    """Whether what some records hold is all that an event is made of."""
    return not any(one.document.keys() & _OTHER_FILES for one in records)


class Ground(Struct, frozen=True, kw_only=True):
    """The region, and all that events refer to, as a calendar was made of it."""

    records: tuple[Record, ...]
    """All that it was made of."""
    unread: frozenset[tuple[str, str]]
    """Kind and id of what is there but could not be read."""
    region: Region | None
    references: References
    diagnostics: tuple[Diagnostic, ...]
    broken: frozenset[tuple[str, str]]
    """Kind and id of what has a mistake."""
    accepted: Mapping[str, Mapping[str, str]]
    media: Mapping[str, bytes]
    """The files below media/ that it refers to."""

    def made_of(self, records: tuple[Record, ...], unread: frozenset[tuple[str, str]]) -> bool:
        """Whether it was made of these very records."""
        return _same(self.records, records) and self.unread == unread


class BuiltEvents(Struct, frozen=True, kw_only=True):
    """The events of a calendar by the paths of their files, before those that collide are left out."""

    ground: Ground
    history: FileHistory
    believed: Region
    """The region, or what stands in for it."""
    by_path: Mapping[str, BuiltEvent]

    def with_others(self, events: Mapping[str, BuiltEvent]) -> BuiltEvents:
        """Return the same, but for some events that were built of other records."""
        return replace(self, by_path={**self.by_path, **events}) if events else self

    def under(self, believed: Region, references: References) -> Mapping[str, BuiltEvent]:
        """Return them where all that they refer to is the same; else none."""
        mine = (self.believed, self.ground.references)
        return self.by_path if (believed, references) == mine else {}


class Found(Struct, frozen=True, kw_only=True):
    """What another process found."""

    records: Records
    events: Mapping[str, BuiltEvent] = field(default_factory=dict)
    """By the paths of their files, those that it built of records that are not as they were."""


def _same(some: tuple[Record, ...], others: tuple[Record, ...]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))
