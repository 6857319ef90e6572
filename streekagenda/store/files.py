"""The file that holds a store, in the user's cache folder, and whether to believe it.

XDG Base Directory Specification: ``$XDG_CACHE_HOME``, else ``$HOME/.cache``. What stands there must be the user's own and
open to nobody else, and must not have come with a repository: who can write the answers decides what the site says.
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from streekagenda.store.blobs import Blobs
from streekagenda.store.private_files import put_in_place
from streekagenda.store.program import running
from streekagenda.store.store import LARGEST, Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BLOBS = "blobs"
"""The folder, beside the stores, of what is too large for them."""
MOST = 8
"""Stores that are kept: those of the content folders that were worked on last."""


@contextmanager
def open_store(content: Path, environment: Mapping[str, str], clock_ns: int = 0) -> Iterator[Store]:
    """Lend the store that belongs to a content folder, and write what it learnt; a failure of the machine is no matter.

    Where there can be no store that is to be trusted, it is one that remembers nothing. ``clock_ns`` is the time of the
    machine's file systems, by which it is told whether the program can change unseen.
    """
    store = Store()
    with suppress(OSError):
        folder = _folder(environment)
        file = folder / blake2b(os.fsencode(os.path.realpath(content)), digest_size=16).hexdigest()
        program = running(folder / BLOBS, clock_ns)
        first_line = b"streekagenda store 1 %s\n" % program

        def keep(lines: bytes) -> None:
            with suppress(OSError):
                _write(file, first_line + lines)

        store = Store(_lines(file, first_line), blobs=Blobs(file.parent / BLOBS, program), keep=keep)
    yield store
    store.blobs.tidy()
    store.let_go()


def _folder(environment: Mapping[str, str]) -> Path:
    """Return the folder of all stores, made where it is missing; raises OSError where there can be none."""
    asked, home = Path(environment.get("XDG_CACHE_HOME", "")), Path(environment.get("HOME", ""))
    base = asked if asked.is_absolute() else home / ".cache"
    if not base.is_absolute():
        raise FileNotFoundError
    folder = Path(os.path.realpath(base), "streekagenda")
    if any((above / ".git").exists() for above in folder.parents):
        raise PermissionError
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or not _private(found):
        raise PermissionError
    return folder


def _private(found: os.stat_result) -> bool:
    """Whether a file or folder is the user's own and open to nobody else."""
    return found.st_uid == os.geteuid() and not stat.S_IMODE(found.st_mode) & 0o077


def _lines(file: Path, first_line: bytes) -> bytes:
    """Return the lines of a store that this version of the program wrote; none where anything is odd."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return b""
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or not _private(found) or found.st_size > LARGEST + len(first_line):
            return b""
        with os.fdopen(os.dup(descriptor), "rb") as stream:
            return stream.read() if stream.readline(len(first_line)) == first_line else b""
    finally:
        os.close(descriptor)


def _write(file: Path, content: bytes) -> None:
    """Put a store in place in one step; of two processes at once the last one's stays."""
    put_in_place(file, content)
    # What a process that was killed has left is among the oldest too.
    stores = [one for one in file.parent.iterdir() if one.is_file()]
    for old in sorted(stores, key=lambda one: -one.lstat().st_mtime_ns)[MOST:]:
        old.unlink()
