"""Tries a file that does not exist yet against the content that does: what would be said of it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.content.calendar import validate
from streekagenda.content.folders import FOLDERS
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read, record_of
from streekagenda.content.writing import entry
from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Mapping
    from datetime import date

    from streekagenda.content.yaml_text import Value
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.model.calendar import Calendar
    from streekagenda.model.event import Event

_FOLDER = {kind: folder for folder, kind in FOLDERS.items()}


class Tried(Struct, frozen=True, kw_only=True):
    """What would come of a file."""

    calendar: Calendar | None
    """With the file, where it is right; without events of other files."""
    mistakes: tuple[Diagnostic, ...]
    """Its errors, in the order of their places."""


class Trial:
    """The content as it is, to try files against."""

    def __init__(self, root: pathlib.Path, today: date) -> None:
        """Read all content; raises OSError when the machine fails."""
        everything = read(root)
        self.root = root
        self.today = today
        self.events = tuple(one for one in everything.records if one.kind == "event" and one.language is None)
        """The files of events as they stand, right or wrong."""
        self.taken = {(record.kind, record.id) for record in everything.records} | everything.broken
        referred = tuple(one for one in everything.records if one.kind not in {"event", "page"})
        self.referred = replace(everything, records=referred, diagnostics=())
        validated = validate(self.referred, root, history=FileHistory(), today=today)
        self.calendar = validated.calendar
        """Without events; ``None`` when the region itself has a mistake."""
        self.diagnostics = (*everything.diagnostics, *validated.diagnostics)

    def answers(self, kind: str, content_id: str, answers: Mapping[str, Value]) -> Tried:
        """Try a file that holds some answers."""
        lines = [line for key, value in answers.items() for line in entry(key, value)]
        return self.text(kind, content_id, "\n".join(["---", *lines, "---", ""]))

    def text(self, kind: str, content_id: str, text: str, *, path: str = "") -> Tried:
        """Try the text of a file, which stands at ``path`` when it is not where a new one would come."""
        path = path or path_of(kind, content_id)
        record, faults = record_of(text, path, kind, content_id)
        if record is None:
            return Tried(calendar=None, mistakes=tuple(fault.in_file(path) for fault in faults))
        records = replace(self.referred, records=(*self.referred.records, record))
        tried = validate(records, self.root, history=FileHistory(), today=self.today, drafts=True)
        mistakes = tuple(
            one for one in tried.diagnostics if one.location.path == path and one.severity is Severity.ERROR
        )
        return Tried(calendar=tried.calendar, mistakes=mistakes)

    def event(self, content_id: str, text: str, *, path: str = "") -> Event | None:
        """Return the event that a text makes, where it is right."""
        tried = self.text("event", content_id, text, path=path)
        if tried.calendar is None or tried.mistakes:
            return None
        return next((one for one in tried.calendar.events if one.id == content_id), None)


def path_of(kind: str, content_id: str) -> str:
    """Return where a file of a kind stands, below the content folder."""
    return f"{_FOLDER[kind]}/{content_id}.md"
