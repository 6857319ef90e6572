"""What became of the files of events, for another calendar that holds the same files: nothing is done twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streekagenda.content.records import Record
    from streekagenda.content.references import References
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.event import Event
    from streekagenda.model.region import Region

_OTHER_FILES = frozenset({"image", "attachments"})
"""Keys whose values must be looked up in other files."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BuiltEvent:
    """One event, or why there is none."""

    record: Record
    translations: tuple[Record, ...]
    event: Event | None
    diagnostics: tuple[Diagnostic, ...]
    accepted: Mapping[str, str] | None

    def made_of(self, record: Record, translations: tuple[Record, ...]) -> bool:
        """Whether it was made of these very records, and of nothing else that may have changed."""
        made_of = (self.record, *self.translations)
        return (
            len(made_of) == 1 + len(translations)
            and all(one is other for one, other in zip(made_of, (record, *translations), strict=True))
            and not any(one.document.keys() & _OTHER_FILES for one in made_of)
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class BuiltEvents:
    """The events of a calendar by the paths of their files, before those that collide are left out."""

    region: Region
    references: References
    by_path: Mapping[str, BuiltEvent]

    def under(self, region: Region, references: References) -> Mapping[str, BuiltEvent]:
        """Return them where all that they refer to is the same; else none."""
        return self.by_path if (region, references) == (self.region, self.references) else {}
