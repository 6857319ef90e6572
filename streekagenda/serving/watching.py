"""Sees that files changed: the door to watchdog, which only says when to look; a scan says what there is.

Events alone are no truth: they are lost on network folders, in containers, and when too many come at once.
"""

from __future__ import annotations

import os
import stat
import time
import warnings
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Lock
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
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

EVERY = 1.0
"""Seconds between two looks at all files when nothing says to look."""
SHARE = 20
"""So many times as long as such a look takes is waited for the next: of 20,000 files it takes a tenth of a second."""
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


def scan_again(folders: Iterable[Path], before: Traces, told: Collection[str] | None) -> Traces:
    """Return the same as :func:`scan`, where only at the paths ``told`` anything is not as it was ``before``; ``None`` is all."""
    wanted = tuple(folders)
    found = dict(before)
    for path in told or ():
        folder = max((f"{one}{os.sep}" for one in wanted if path.startswith(f"{one}{os.sep}")), key=len, default=None)
        if folder is None or any(map(_passed_over, Path(path.removeprefix(folder)).parts)):
            continue
        try:
            status = os.lstat(path)
        except OSError:
            found.pop(path, None)
            continue
        if stat.S_ISDIR(status.st_mode):
            return scan(wanted)
        found[path] = _trace_of(status)
    return found if told is not None else scan(wanted)


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~", "#")) or name.endswith("~")


def _scan(folder: str) -> Iterator[tuple[str, Trace]]:
    try:
        with os.scandir(folder) as entries:
            listed = list(entries)
    except OSError:
        return  # gone, or not there yet
    for entry in listed:
        if _passed_over(entry.name):
            continue
        with suppress(OSError):  # gone between the two looks
            if entry.is_dir(follow_symlinks=False):
                yield from _scan(entry.path)
            else:
                yield entry.path, _trace_of(entry.stat(follow_symlinks=False))


def differences(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[str, ...]:
    """Return the paths that appeared, disappeared or changed, in their order."""
    there = {path for path, trace in after.items() if before.get(path) != trace}
    return tuple(sorted(there | (before.keys() - after.keys())))


def settled(
    folders: Iterable[Path],
    before: Traces,
    seen: Traces,
    look: Look,
    *,
    pause: Callable[[float], None] = time.sleep,
) -> Traces:
    """Return the traces once nothing has changed for a moment, or after a second and a half all the same.

    ``seen`` are those of now, in which something changed since those ``before``. Looked at again is what changed, and what
    ``look`` tells of; a change that neither tells is found at the next look at all files.
    """
    wanted = tuple(folders)
    for _ in range(PATIENCE):
        told = look.taken()
        pause(SETTLED)
        again = scan_again(wanted, seen, None if told is None else {*told, *differences(before, seen)})
        if again == seen and not look.is_set():
            break
        before, seen = seen, again
    return seen


def _trace_of(status: os.stat_result) -> Trace:
    return status.st_size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns


class Look:
    """Of which files the system tells that something may have changed; one thread tells, another takes it."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: set[str] = set()
        self._all = False
        self._any = Event()
        self._lock = Lock()

    def tell(self, *paths: str) -> None:
        """Tell of files."""
        with self._lock:
            self._told.update(paths)
            self._any.set()

    def set(self) -> None:
        """Tell that any file may have changed."""
        with self._lock:
            self._all = True
            self._any.set()

    def is_set(self) -> bool:
        """Whether anything was told that nobody took."""
        return self._any.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait until something is told; return whether it was."""
        return self._any.wait(seconds)

    def taken(self) -> frozenset[str] | None:
        """Return the paths that were told since the last time; ``None`` where it may be any."""
        with self._lock:
            told = None if self._all else frozenset(self._told)
            self._told, self._all = set(), False
            self._any.clear()
        return told


@contextmanager
def looking(folders: Iterable[Path], look: Look) -> Iterator[OSError | None]:
    """Tell ``look`` whenever something may have changed below the folders.

    Gives why the machine cannot watch them, which is when there are too many watches; then nothing is told. Nor is of a
    folder that is not there.
    """
    # A folder that appears while watchdog takes up its parent is taken up twice: harmless, and no reader's business.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning, "watchdog")
    observer = Observer()
    failure = None
    for folder in folders:
        if folder.is_dir():
            there = folder.resolve()
            observer.schedule(_Handler(look, f"{there}{os.sep}", f"{folder}{os.sep}"), str(there), recursive=True)
    try:
        observer.start()
    except OSError as error:
        failure = error
        observer.unschedule_all()
    try:
        yield failure
    finally:
        if observer.is_alive():
            observer.stop()
            observer.join()


class _Handler(FileSystemEventHandler):
    """Tells of files by the names that the folder was given by, which may be a link."""

    def __init__(self, look: Look, there: str, given: str) -> None:
        self.look = look
        self.there = there
        self.given = given

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _CHANGES:
            return
        if not event.is_directory:
            paths = (os.fsdecode(one) for one in (event.src_path, event.dest_path) if one)
            self.look.tell(*(self.given + one.removeprefix(self.there) for one in paths))
        elif event.event_type != EVENT_TYPE_MODIFIED:  # what came or went in it is told too
            self.look.set()
