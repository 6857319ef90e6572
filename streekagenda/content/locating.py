"""Where in which file something stands that is known by its key and its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.diagnostics import Location

if TYPE_CHECKING:
    from streekagenda.content.records import Record, Records
    from streekagenda.content.yaml_text import Path, Spot, Value

BODY = "description"
"""The key that stands for the body of a Markdown file too."""


class Locator:
    """Finds line and column in the files that were read."""

    def __init__(self, records: Records) -> None:
        self._records = {record.path: record for record in records.records}
        self._translations = {
            (record.kind, record.id, record.language): record for record in records.records if record.language
        }

    def find(self, path: str, key: Path = (), *, excerpt: str = "", language: str | None = None) -> Location:
        """Return where the excerpt begins within the value at ``key``; where it is not found, where the value begins.

        A text in another language is sought in the mapping of languages, and then in the translation beside the file.
        """
        record = self._records.get(path)
        if record is None:
            return Location(path=path)
        if language is not None:
            record, key = self._in_language(record, key, language)
        if key[:1] == (BODY,) and record.body.strip():
            return (
                _in_text(record, record.body, record.body_line, (record.body_line, 1), None, excerpt)
                or record.at_body()
            )
        start = record.at(key)
        spot, end = (start.line, start.column), record.end_of(key)
        return _in_text(record, record.yaml, record.yaml_line, spot, end, excerpt) or start

    def _in_language(self, record: Record, key: Path, language: str) -> tuple[Record, Path]:
        value: Value = dict(record.document)
        for part in key:
            value = value.get(str(part), "") if isinstance(value, dict) else ""
        if isinstance(value, dict) and language in value:
            return record, (*key, language)
        return self._translations.get((record.kind, record.id, language), record), key


def _in_text(
    record: Record, text: str, first_line: int, start: Spot, end: Spot | None, excerpt: str
) -> Location | None:
    """Find an excerpt between two spots of the file in a text that begins at a line of it; any space is any other."""
    if not excerpt.split():
        return None
    first, last = _offset(text, first_line, start), _offset(text, first_line, end) if end else len(text)
    at = text.find(excerpt, first, last)
    if at < 0:
        found = re.compile(r"\s+".join(map(re.escape, excerpt.split()))).search(text, first, last)
        if found is None:
            return None
        at = found.start()
    line = text.count("\n", 0, at)
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    return Location(path=record.path, line=first_line + line, column=column)


def _offset(text: str, first_line: int, spot: Spot) -> int:
    line, column = spot
    offset = 0
    for _ in range(line - first_line):
        offset = text.find("\n", offset) + 1
    return offset + column - 1
