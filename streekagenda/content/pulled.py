"""What ``pull`` fetched from the sources of organisations and a build reads: one file for each source, in ``.sources/``.

A file holds the content files that came of a source and nothing else of it, when that last went well, and a checksum.
What is damaged is as if it were not there, and is said.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.content.faults import Fault
from streekagenda.content.files import is_link, open_content
from streekagenda.content.snapshots import Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path as Folder

    from streekagenda.content.files import Root
    from streekagenda.content.yaml_text import Path, Value

FOLDER = ".sources"
LARGEST = 40_000_000
"""Bytes of what came of one source."""
ABANDONED = 3600
"""Seconds: what a pull that was killed had begun to write."""
_OURS = re.compile(r"[0-9a-f]{32}\.json(?P<begun>\.[0-9a-f]{16}\.new)?")
_FILE = re.compile(r"events/(?P<id>[a-z0-9/-]+)\.md")


class Kept(Struct, frozen=True, kw_only=True):
    """What came of a source when it last went well."""

    good: str
    """When that was: ISO 8601, with a zone."""
    files: tuple[tuple[str, str], ...]
    """Path below the content folder, were it a content file, and text."""


class Damaged(Exception):
    """What was kept of a source cannot be believed."""


def source_addresses(document: Mapping[str, Value]) -> Iterator[tuple[Path, str]]:
    """Yield where each source of an organisation stands in its file, and its address, right or wrong."""
    sources = document.get("sources")
    for index, one in enumerate(sources if isinstance(sources, list) else [sources]):
        address = (one.get("ical") or one.get("csv")) if isinstance(one, dict) else None
        if isinstance(address, str):
            yield ("sources", index), address.strip()


def load(root: Root, organisation: str, address: str) -> Kept | None:
    """Return what was kept of a source; ``None`` when it was never fetched; raises Damaged."""
    folder = root.folder if isinstance(root, Snapshot) else root  # what was fetched has no history
    if is_link(folder, FOLDER):
        raise Damaged
    content = open_content(folder, _path(organisation, address), largest=LARGEST)
    if isinstance(content, Fault):
        if content.code == "file-gone":
            return None
        raise Damaged
    checksum, _, told = content.partition(b"\n")
    if checksum != _checksum(told):
        raise Damaged
    match json.loads(told):
        case {"good": str(good), "files": list(files)}:
            kept = tuple((str(path), str(text)) for path, text in files)
            if all(path.startswith(f"events/{organisation}/") and _FILE.fullmatch(path) for path, _ in kept):
                return Kept(good=good, files=kept)
    raise Damaged


def save(root: Folder, organisation: str, address: str, kept: Kept) -> None:
    """Keep what came of a source, in one step; raises OSError, and what was kept stays."""
    if is_link(root, FOLDER):
        raise OSError(0, "a link, where a folder should be", FOLDER)
    (root / FOLDER).mkdir(exist_ok=True)
    told = json.dumps({"good": kept.good, "files": kept.files}, ensure_ascii=True).encode()
    target = root / _path(organisation, address)
    new = target.with_name(f"{target.name}.{os.urandom(8).hex()}.new")
    try:
        with new.open("xb") as stream:
            stream.write(_checksum(told) + b"\n" + told)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def tidy(root: Folder, sources: Iterable[tuple[str, str]]) -> None:
    """Remove what was kept of other sources than these, by organisation and address, and what a killed pull left.

    Raises OSError.
    """
    if is_link(root, FOLDER) or not (root / FOLDER).is_dir():
        return
    kept = {_path(organisation, address) for organisation, address in sources}
    long_ago = time.time() - ABANDONED
    with os.scandir(root / FOLDER) as entries:
        for entry in entries:
            ours = _OURS.fullmatch(entry.name)
            if ours is None or not entry.is_file(follow_symlinks=False):
                continue
            begun = ours["begun"] is not None
            if entry.stat(follow_symlinks=False).st_mtime < long_ago if begun else f"{FOLDER}/{entry.name}" not in kept:
                (root / FOLDER / entry.name).unlink(missing_ok=True)


def event_id(path: str) -> str:
    """Return the id of an event that was kept at ``path``."""
    return path.removeprefix("events/").removesuffix(".md")


def _path(organisation: str, address: str) -> str:
    name = hashlib.sha256(f"{organisation}\n{address}".encode()).hexdigest()[:32]
    return f"{FOLDER}/{name}.json"


def _checksum(told: bytes) -> bytes:
    return hashlib.sha256(told).hexdigest().encode()
