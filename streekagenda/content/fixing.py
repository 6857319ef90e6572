"""Tries the corrections of which nothing else can be meant, and keeps those that take a mistake away and bring none.

A question about a date is never among them. All is tried in memory; ``rewriting`` writes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.content.faults import Fault
from streekagenda.content.files import decode, open_content
from streekagenda.content.rewriting import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from streekagenda.content.records import Records
    from streekagenda.diagnostics import Diagnostic

    Judge = Callable[[Records], tuple[Diagnostic, ...]]
    """Says what is wrong with records."""

ROUNDS = 6
"""A mistake can hide another: so often is looked again."""
ALONE = 40
"""Corrections that are tried one by one, when together they bring a mistake; each is a validation of everything."""


class Fixed(Struct, frozen=True, kw_only=True):
    """A file with its certain corrections, which is not written yet."""

    path: str
    before: bytes
    after: bytes
    corrected: tuple[Diagnostic, ...]


class _Draft(Struct, frozen=True, kw_only=True, dict=True):
    """What has been corrected so far."""

    records: Records
    diagnostics: tuple[Diagnostic, ...]
    contents: Mapping[str, bytes]
    corrected: tuple[Diagnostic, ...] = ()


def fixes(
    root: Path, records: Records, diagnostics: tuple[Diagnostic, ...], judge: Judge, wanted: Callable[[str], bool]
) -> tuple[Fixed, ...]:
    """Return the files that become better, with ``diagnostics`` what ``judge`` says of ``records``; only ``wanted`` paths.

    Raises OSError only when the machine fails.
    """
    paths = sorted({one.location.path for one in diagnostics if _certain(one) and wanted(one.location.path)})
    originals = {path: content for path in paths if (content := _content(root, path)) is not None}
    if not originals:
        return ()
    for path, (_, text) in originals.items():
        records = records.with_text(path, text)  # these very bytes are corrected, not what was read a moment ago
    draft = _Draft(records=records, diagnostics=judge(records), contents={})
    refused: set[tuple[object, ...]] = set()
    for _ in range(ROUNDS):
        certain = [one for one in draft.diagnostics if _certain(one) and one.location.path in originals]
        todo = [one for one in certain if _name(one) not in refused]
        if not todo:
            break
        better = _tried(draft, todo, originals, judge)
        if better is not None:
            draft = better
            continue
        moved: set[tuple[str, int]] = set()
        for one in todo[:ALONE]:
            line = one.location.path, one.location.line
            better = None if line in moved else _tried(draft, [one], originals, judge)
            if better is not None:
                draft = better
                moved.add(line)  # the columns behind it are others now: the next round knows them
            elif line not in moved:
                refused.add(_name(one))
    return tuple(
        Fixed(
            path=path,
            before=originals[path][0],
            after=after,
            corrected=tuple(one for one in draft.corrected if one.location.path == path),
        )
        for path, after in sorted(draft.contents.items())
    )


def _certain(found: Diagnostic) -> bool:
    return found.correction is not None and found.correction.certain


def _name(found: Diagnostic) -> tuple[object, ...]:
    return found.location, found.code, found.correction


def _said(found: Diagnostic) -> tuple[object, ...]:
    """What makes a diagnostic the same one after a correction on its line has moved it to another column."""
    return found.location.path, found.location.line, found.code, found.values


def _content(root: Path, path: str) -> tuple[bytes, str] | None:
    """Return the bytes and the text of a file that can be read."""
    read = open_content(root, path)
    text = read if isinstance(read, Fault) else decode(read)
    return None if isinstance(read, Fault) or isinstance(text, Fault) else (read, text)


def _tried(
    draft: _Draft, todo: Iterable[Diagnostic], originals: Mapping[str, tuple[bytes, str]], judge: Judge
) -> _Draft | None:
    """Return what becomes of a draft with corrections, or ``None`` where it is no better."""
    by_path: dict[str, list[Diagnostic]] = {}
    for one in todo:
        by_path.setdefault(one.location.path, []).append(one)
    contents = dict(draft.contents)
    records = draft.records
    for path, found in by_path.items():
        pairs = [(one.location.line, one.correction) for one in found if one.correction]
        content = rewritten(contents.get(path, originals[path][0]), pairs)
        text = decode(content) if content is not None else None
        if content is None or not isinstance(text, str):
            return None
        contents[path] = content
        records = records.with_text(path, text)
    tried = replace(
        draft, records=records, diagnostics=judge(records), contents=contents, corrected=(*draft.corrected, *todo)
    )
    return tried if _better(draft, tried, [one for found in by_path.values() for one in found]) else None


def _better(before: _Draft, after: _Draft, todo: list[Diagnostic]) -> bool:
    """Whether what was to be corrected is gone, and nothing new has come.

    In a file that could not be read, other mistakes were there before, unseen; and what can be corrected in its turn
    was hidden too.
    """
    old = Counter(map(_said, before.diagnostics))
    new = Counter(map(_said, after.diagnostics))
    if any(new[_said(one)] >= old[_said(one)] for one in todo):
        return False
    readable = {record.path for record in before.records.records}
    lines = {(one.location.path, one.location.line) for one in todo}
    touched = {path for path, _ in lines}
    for one in after.diagnostics:
        path, line = one.location.path, one.location.line
        unseen = path in touched and path not in readable and (path, line) not in lines
        if new[_said(one)] > old[_said(one)] and not unseen and not _certain(one):
            return False
    return True
