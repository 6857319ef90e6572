"""Sees that files changed: the door to watchdog, which only says when to look; a scan says what there is.

Events alone are no truth: they are lost on network folders, in containers, and when too many come at once.
"""

from __future__ import annotations

import os
import time
import warnings
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

EVERY = 1.0
"""Seconds between two looks when nothing says to look."""
SETTLED = 0.07
"""Seconds without a change after which a save is taken to be whole."""
PATIENCE = 20
"""Times that we wait for that."""
_CHANGES = frozenset({EVENT_TYPE_CREATED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED, EVENT_TYPE_DELETED})
"""Files are also opened and closed when we read them ourselves."""

Trace = tuple[int, int, int, int]
"""Size, modification time, inode and change time (ns) of a file."""
Traces = dict[str, Trace]
"""Of every file, by its path."""


def scan(folders: Iterable[Path]) -> Traces:
    """Return the trace of every file below some folders; hidden and temporary ones are no content."""
    return dict(trace for folder in folders for trace in _scan(str(folder)))


def _scan(folder: str) -> Iterator[tuple[str, Trace]]:
    try:
        with os.scandir(folder) as entries:
            listed = list(entries)
    except OSError:
        return  # gone, or not there yet
    for entry in listed:
        if entry.name.startswith((".", "~", "#")) or entry.name.endswith("~"):
            continue
        with suppress(OSError):  # gone between the two looks
            if entry.is_dir(follow_symlinks=False):
                yield from _scan(entry.path)
            else:
                yield entry.path, _trace_of(entry.stat(follow_symlinks=False))


def differences(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[str, ...]:
    """Return the paths that appeared, disappeared or changed, in their order."""
    return tuple(sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path)))


def settled(
    folders: Iterable[Path],
    before: Traces,
    seen: Traces,
    look: Event,
    *,
    pause: Callable[[float], None] = time.sleep,
) -> Traces:
    """Return the traces once nothing has changed for a moment, or after a second and a half all the same.

    ``seen`` are those of now, in which something changed since those ``before``. All is scanned again where ``look`` is set,
    or one of the files that changed did so again; a change that neither tells is found at the next look.
    """
    wanted = tuple(folders)
    for _ in range(PATIENCE):
        look.clear()
        pause(SETTLED)
        if not look.is_set() and all(_trace(path) == seen.get(path) for path in differences(before, seen)):
            break
        before, seen = seen, scan(wanted)
    return seen


def _trace(path: str) -> Trace | None:
    try:
        return _trace_of(Path(path).lstat())
    except OSError:
        return None


def _trace_of(status: os.stat_result) -> Trace:
    return status.st_size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns


@contextmanager
def looking(folders: Iterable[Path], look: Event) -> Iterator[None]:
    """Set ``look`` whenever something may have changed below the folders.

    Where the machine cannot watch a folder (it is not there, or there are too many watches), nothing sets it.
    """
    # A folder that appears while watchdog takes up its parent is taken up twice: harmless, and no reader's business.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning, "watchdog")
    observer = Observer()
    handler = _Look(look)
    for folder in folders:
        if folder.is_dir():
            observer.schedule(handler, str(folder.resolve()), recursive=True)
    try:
        observer.start()
    except OSError:
        observer.unschedule_all()
    try:
        yield
    finally:
        if observer.is_alive():
            observer.stop()
            observer.join()


class _Look(FileSystemEventHandler):
    def __init__(self, look: Event) -> None:
        self.look = look

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES:
            self.look.set()
