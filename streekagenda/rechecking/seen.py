"""What a check looks at, by the traces that files leave when they change: size, inode, mode and both times."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from streekagenda.content.files import passed_over
from streekagenda.content.history import checked_out
from streekagenda.rendering.layouts import packaged
from streekagenda.unchanged import settles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from streekagenda.builds import Settings

EVENTS = "events/"
"""How the path of a file of an event begins."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What a check looks at, before it begins."""

    events: Mapping[str, str]
    """The trace of each file of an event, by its path below the content folder."""
    others: tuple[str, ...]
    """The other files of the content, by their paths."""
    rest: str
    """A digest of the traces of all but the files of events, and of the commit that is checked out."""
    unsettled: frozenset[str]
    """Files of events that changed so shortly before that one more change might not be told."""
    certain: bool
    """Whether a later change of any other file can be told."""


def see(settings: Settings, clock_ns: int) -> Seen | None:
    """Look at all that a check reads; ``clock_ns`` is the time of the machine's file systems. ``None``: it cannot be told."""
    commit = checked_out(settings.content) or b""
    try:
        found = dict(_files(settings.content, ""))
        layouts = {
            f"{folder}/{path}": status
            for folder in dict.fromkeys((settings.layouts, packaged()))
            if folder.is_dir()
            for path, status in _files(folder, "", linked=True)
        }
    except OSError:  # somebody takes a file away just now, or a folder cannot be listed, which a check can say better
        return None
    unsettled = {path for path, status in (*found.items(), *layouts.items()) if settles(status.st_ctime_ns) >= clock_ns}
    events = {path: _trace(status) for path, status in found.items() if path.startswith(EVENTS)}
    others = {path: status for path, status in found.items() if path not in events}
    rest = blake2b(commit, digest_size=16)
    for path, status in (*others.items(), *layouts.items()):
        rest.update(f"\0{path}\0{_trace(status)}".encode("utf-8", "surrogateescape"))
    return Seen(
        events=events,
        others=tuple(others),
        rest=rest.hexdigest(),
        unsettled=frozenset(unsettled & events.keys()),
        certain=not unsettled - events.keys(),
    )


def _files(top: Path, folder: str, *, linked: bool = False) -> Iterator[tuple[str, os.stat_result]]:
    """Yield each file below a folder that is not passed over, in the order of their names."""
    with os.scandir(f"{top}/{folder}") as scan:
        entries = sorted(scan, key=lambda one: one.name)
    for entry in entries:
        if passed_over(entry.name):
            continue
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_dir(follow_symlinks=linked and not folder):
            yield from _files(top, path)
        else:
            yield path, entry.stat(follow_symlinks=False)


def _trace(found: os.stat_result) -> str:
    return f"{found.st_mode} {found.st_size} {found.st_dev} {found.st_ino} {found.st_mtime_ns} {found.st_ctime_ns}"
