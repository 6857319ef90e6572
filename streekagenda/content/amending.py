"""What was read a moment ago, with the few files in it that changed since: the names of all others are not read again."""

from __future__ import annotations

import os
from bisect import bisect_left
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.content.files import look, name_fault
from streekagenda.content.folders import FOLDERS, file_of
from streekagenda.content.records import broken_of, identity, read, read_one, with_pulled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from streekagenda.content.records import Record, Records
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.store import Store

MOST = 500
"""So many files that changed are looked at one by one; where more did, all are read."""
_NO_RECORDS = ("media/", ".")
"""How the paths begin of what is no content file: pictures, and what came of sources."""
_OTHER_SUFFIX = {"md": "yaml", "yaml": "md"}
_PLACE = {folder: place for place, folder in enumerate(FOLDERS)}


Again = dict[str, tuple["Record | None", "tuple[Diagnostic, ...]"]]
"""What some files hold now, by their paths: a record, or what is wrong; neither where there is no file any more."""


def read_again(root: Path, before: Records, changed: Collection[str], store: Store | None) -> Records:
    """Return the same as :func:`~streekagenda.content.records.read`, where only the files at ``changed`` are not as they were."""
    again = read_some(root, before.diagnostics, changed, store)
    if again is None:
        kept = {one.path for one in before.records} - set(changed)
        return read(root, alike=before, kept=kept, store=store)
    return amended(root, before, again, store)


def read_some(root: Path, told: Iterable[Diagnostic], paths: Collection[str], store: Store | None) -> Again | None:
    """Return what the files at some paths hold now, in their order; ``told`` is what was wrong with any before.

    ``None`` where that takes a look at all of them: a file whose id another file has too, one that is not in a folder of
    ours, and whatever else one file alone does not tell.
    """
    paths = [path for path in paths if not path.startswith(_NO_RECORDS)]
    if len(paths) > MOST:
        return None
    others = {one.location.path for one in told}.difference(paths)
    if not all(_alone(root, path, others) for path in paths):
        return None
    return {path: _read(root, path, store) for path in sorted(paths, key=_order)}


def amended(root: Path, before: Records, again: Again, store: Store | None) -> Records:
    """Return what all files hold, of which some hold something else ``again``, or are gone."""
    records = [one for one in before.records if one.path not in before.pulled] if before.pulled else [*before.records]
    diagnostics = [one for one in before.diagnostics if one.location.path not in again]
    for path, (record, faults) in again.items():
        place = bisect_left(records, _order(path), key=lambda one: _order(one.path))
        there = place < len(records) and records[place].path == path
        records[place : place + there] = [record] if record else []
        diagnostics += faults
    found = replace(
        before,
        records=tuple(records),
        diagnostics=tuple(diagnostics),
        broken=broken_of(diagnostics),
        sources=(),
        pulled={},
    )
    return with_pulled(found, root, store, before)


def _alone(root: Path, path: str, told: Collection[str]) -> bool:
    """Whether a file says by itself what became of it."""
    if path == "region.yaml":
        return (root / path).is_file()
    stem, _, suffix = path.rpartition(".")
    folder = (root / path).parent
    others = (f"{stem}.{_OTHER_SUFFIX[suffix]}",) if suffix in _OTHER_SUFFIX else ()
    return (
        path.partition("/")[0] in FOLDERS
        and not (root / path).is_dir()
        and not any(os.path.lexists(root / other) or other in told for other in others)
        # a folder that cannot be read is told as one
        and (not folder.exists() or os.access(folder, os.R_OK | os.X_OK))
        and not any(parent.as_posix() in told for parent in PurePosixPath(path).parents)
    )


def _read(root: Path, path: str, store: Store | None) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    kind, stem, language = identity(path)
    found = look(root, path) if path != "region.yaml" else None
    if path != "region.yaml":
        if found is None:
            return None, ()
        placed = file_of(found)
        fault = (placed[3] if placed else None) or name_fault(stem)
        if fault:
            return None, (fault.in_file(path),)
    record, faults = read_one(root, path, kind, stem, language, store)
    return record, tuple([one.in_file(path) for one in faults])


def _order(path: str) -> tuple[int, list[str]]:
    """Return the key by which files are read: folder by folder, in each by the names of folders and files."""
    parts = path.split("/")
    return _PLACE.get(parts[0], -1), parts
