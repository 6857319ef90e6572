"""Changes in the text of a file that somebody else wrote: comments, order and layout stay as they are.

Each function takes the text of a file with its record, and returns the new text, or ``None`` where the layout does not carry such a change: a value over several
lines between brackets, or a list that is written in another way. What comes out is read again and must hold just what
was meant, so that a layout nobody thought of is refused and never spoilt.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from streekagenda.content.declarations.files import FILES
from streekagenda.content.declarations.keys import mappings_at
from streekagenda.content.key_languages import DUTCH, in_language
from streekagenda.content.records import record_of
from streekagenda.content.writing import entry, flow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from streekagenda.content.records import Record
    from streekagenda.content.yaml_text import Path, Value

_COMMENT = re.compile(r"(?:^|\s)#\s?(?P<said>[^'\"]*)$")


def with_value(text: str, record: Record, key: str, value: Value) -> str | None:
    """Return the text with another value for a key of the file, or with that key at the end of the front matter."""
    lines = text.splitlines()
    ((name, said),) = _localised(record, (), {key: value}).items()
    if key in record.document:
        start = record.at((key,), key=True).line - 1
        end = _end(lines, start, 1)
        lines[start:end] = [*_comments(lines[start:end]), *entry(record.key_as_written((key,)), said)]
    else:
        end = record.yaml_line - 1 + len(record.yaml.splitlines())
        lines[end:end] = entry(name, said)
    return _believed(lines, record, _with(record.document, (), {key: value}))


def with_keys(text: str, record: Record, path: Path, keys: Mapping[str, Value]) -> str | None:
    """Return the text with keys added to the mapping at ``path``, which does not have them yet."""
    lines = text.splitlines()
    spot = record.at(path)
    row, column = spot.line - 1, spot.column - 1
    if lines[row][column : column + 1] == "{":
        end = _closing(lines[row], column)
        if end is None:
            return None
        more = flow(_localised(record, path, keys))[1:-1]
        lines[row] = f"{lines[row][:end].rstrip()}, {more}{lines[row][end:]}"
    else:
        end = _end(lines, row, column)
        said = _localised(record, path, keys)
        lines[end:end] = [line for key, value in said.items() for line in entry(key, value, " " * column)]
    return _believed(lines, record, _with(record.document, path, keys))


def with_item(text: str, record: Record, path: Path, item: Mapping[str, Value]) -> str | None:
    """Return the text with a mapping added to the list of mappings at ``path``, each on lines of their own."""
    lines = text.splitlines()
    known = _at(dict(record.document), path)
    if not isinstance(known, list) or not known:
        return None
    spot = record.at((*path, len(known) - 1))
    row = spot.line - 1
    dash = lines[row][: spot.column - 1].rstrip()
    if dash.strip() != "-":
        return None
    end = _end(lines, row, len(dash))
    lines.insert(end, f"{dash} {flow(_localised(record, (*path, 0), item))}")
    return _believed(lines, record, _with(record.document, path[:-1], {str(path[-1]): [*known, dict(item)]}))


def with_body(text: str, record: Record, body: str) -> str | None:
    """Return the text with another body under the front matter."""
    if not record.path.endswith(".md"):
        return with_value(text, record, "description", body.strip())
    lines = text.splitlines()[: record.body_line - 1]
    return "\n".join([*lines, body.strip(), ""])


# ── lines ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _end(lines: Sequence[str], start: int, column: int) -> int:
    """Return the line after a block: what begins at ``column`` or behind it, and comments between; counted from 0."""
    end = start + 1
    for row in range(start + 1, len(lines)):
        said = lines[row].strip()
        if not said or said.startswith("#"):
            continue
        indent = len(lines[row]) - len(lines[row].lstrip())
        if indent < column and not (column == 1 and said.startswith("- ")):
            break
        end = row + 1
    return end


def _comments(lines: Sequence[str]) -> list[str]:
    """Return the comments in lines that are replaced: they are kept, before what takes their place."""
    return [
        f"# {found['said'].rstrip()}" for line in lines if (found := _COMMENT.search(line)) and found["said"].strip()
    ]


def _closing(line: str, column: int) -> int | None:
    """Return where the bracket at ``column`` closes on its line."""
    depth, quote = 0, ""
    for index in range(column, len(line)):
        character = line[index]
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"" and line[index - 1] in " ,[{:":
            quote = character
        elif character in "{[":
            depth += 1
        elif character in "}]":
            depth -= 1
            if depth == 0:
                return index
    return None


# ── values ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _localised(record: Record, path: Path, keys: Mapping[str, Value]) -> dict[str, Value]:
    """Return keys as the author of the file writes them: in Dutch, or in English."""
    return in_language(keys, mappings_at(FILES[record.kind], path), DUTCH if record.is_dutch else "en")


def _believed(lines: Sequence[str], record: Record, meant: Mapping[str, Value]) -> str | None:
    """Return the text of the lines where it holds what was meant, and the body that it had."""
    text = "\n".join([*lines, ""])
    read, _ = record_of(text, record.path, record.kind, record.id, record.language)
    return text if read and read.document == meant and read.body.rstrip() == record.body.rstrip() else None


def _with(document: Mapping[str, Value], path: Path, keys: Mapping[str, Value]) -> dict[str, Value]:
    """Return a document with other values for some keys of the mapping at ``path``."""
    whole = copy.deepcopy(dict(document))
    here = _at(whole, path)
    if isinstance(here, dict):
        here.update(copy.deepcopy(dict(keys)))
    return whole


def _at(document: dict[str, Value], path: Path) -> Value | None:
    value: Value = document
    for part in path:
        match value, part:
            case list(), int() if part < len(value):
                value = value[part]
            case dict(), str() if part in value:
                value = value[part]
            case _:
                return None
    return value
