"""Where in which file something stands that is known by its key and its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.diagnostics import Correction, Location

if TYPE_CHECKING:
    from streekagenda.content.records import Record, Records
    from streekagenda.content.yaml_text import Path, Spot, Value

_NEEDS_NO_QUOTES = re.compile(r"[\w(][\w ()/’.–-]*")
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
        record, key = self._meant(path, key, language)
        if record is None:
            return Location(path=path)
        start = record.at_body() if _is_body(record, key) else record.at(key)
        return _excerpt(record, key, start, excerpt) or start

    def correction(
        self, path: str, key: Path, text: str, *, excerpt: str = "", language: str | None = None
    ) -> Correction | None:
        """Return how ``text`` takes the place of the excerpt, or without one of the whole value.

        ``None`` where that is not on one line, or might need quotation marks that the file does not have.
        """
        record, key = self._meant(path, key, language)
        if record is None or "\n" in text:
            return None
        if not excerpt:
            return None if _is_body(record, key) else record.correction(key, text)
        start = record.at_body() if _is_body(record, key) else record.at(key)
        there = _excerpt(record, key, start, excerpt, exact=True)
        if there is None or not (_is_body(record, key) or _NEEDS_NO_QUOTES.fullmatch(text)):
            return None
        return Correction(start=there.column, end=there.column + len(excerpt), text=text)

    def _meant(self, path: str, key: Path, language: str | None) -> tuple[Record | None, Path]:
        record = self._records.get(path)
        return self._in_language(record, key, language) if record and language is not None else (record, key)

    def _in_language(self, record: Record, key: Path, language: str) -> tuple[Record, Path]:
        value: Value = dict(record.document)
        for part in key:
            value = value.get(str(part), "") if isinstance(value, dict) else ""
        if isinstance(value, dict) and language in value:
            return record, (*key, language)
        return self._translations.get((record.kind, record.id, language), record), key


def _is_body(record: Record, key: Path) -> bool:
    return key[:1] == (BODY,) and bool(record.body.strip())


def _excerpt(record: Record, key: Path, start: Location, excerpt: str, *, exact: bool = False) -> Location | None:
    """Find an excerpt in the value that begins at ``start``; any white space is any other, unless it is to be exact."""
    if not excerpt.split():
        return None
    body = _is_body(record, key)
    text, first_line = (record.body, record.body_line) if body else (record.yaml, record.yaml_line)
    end = None if body else record.end_of(key)
    first, last = _offset(text, first_line, (start.line, start.column)), _offset(text, first_line, end)
    at = _whole(text, excerpt, first, last)
    if at < 0 or (exact and "\n" in excerpt):
        found = None if exact else re.compile(r"\s+".join(map(re.escape, excerpt.split()))).search(text, first, last)
        if found is None:
            return None
        at = found.start()
    line = text.count("\n", 0, at)
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    return Location(path=record.path, line=first_line + line, column=column)


def _whole(text: str, words: str, first: int, last: int) -> int:
    """Return where words stand that are not part of longer ones, else where they stand at all; -1 for nowhere."""
    at = anywhere = text.find(words, first, last)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() and words[0].isalnum()) and not (behind.isalnum() and words[-1].isalnum()):
            return at
        at = text.find(words, at + 1, last)
    return anywhere


def _offset(text: str, first_line: int, spot: Spot | None) -> int:
    if spot is None:
        return len(text)
    line, column = spot
    offset = 0
    for _ in range(line - first_line):
        offset = text.find("\n", offset) + 1
    return offset + column - 1
