"""Which program this is: an answer of another one is not believed."""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.util import cache_from_source
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from streekagenda.store.private_files import private_bytes, put_in_place

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parent.parent
_FACTS = attrgetter("st_size", "st_dev", "st_ino", "st_mode", "st_mtime_ns", "st_ctime_ns")
"""What of a file is another number after each change of it; no program can set the last one."""
_TRACE = struct.Struct("=QQQQqq")
_RACY_NS = 50_000_000
"""A file that changed so shortly before it was looked at may change once more within the same tick of the clock."""
_COARSE_NS = 10_000_000
"""Times of a file system that knows seconds only, or of an image in which all files have one, are multiples of this."""
_COMPILED = "__pycache__"
"""The folders in which Python, and we (:mod:`streekagenda.store.compiled`), keep what can be made anew: as many files as there are others."""
_DIGITS = 32
"""Of a digest."""


def running(kept: Path | None = None, clock_ns: int = 0) -> bytes:
    """Return the version of the program as this process found it; raises OSError as :func:`version` does.

    The first to ask may say in which folder it may be ``kept``, as of :func:`known_version`.
    """
    once = _once()
    if not once:
        once.append(known_version(kept, clock_ns) if kept else version())
    return once[0]


@cache
def _once() -> list[bytes]:
    return []


def known_version(kept: Path, clock_ns: int, package: Path = PACKAGE) -> bytes:
    """Return the :func:`version`; the one that was kept where no file changed since, by size, inode and times.

    It is kept where a later change can be told, beside the program's compiled modules, as these are: who can write there can
    write the program. Where that cannot be, it is ``kept`` in a folder of the user's own. ``clock_ns`` is the time of the
    machine's file systems.
    """
    trace, certain = _trace(package, clock_ns)
    # no module can be called so
    beside = Path(cache_from_source(str(package / "which-program.py")))
    own = kept / f"program-{blake2b(os.fsencode(package), digest_size=8).hexdigest()}"
    for file, read in ((beside, Path.read_bytes), (own, private_bytes)):
        with suppress(OSError):
            known = read(file)
            if len(known) == 2 * _DIGITS and known.startswith(trace):
                return known[_DIGITS:]
    found = version(package)
    if certain and _trace(package, clock_ns) == (trace, certain):
        for file in (own,) if sys.dont_write_bytecode else (beside, own):
            with suppress(OSError):
                file.parent.mkdir(mode=0o700, exist_ok=True)
                put_in_place(file, trace, found)
                break
    return found


def version(package: Path = PACKAGE) -> bytes:
    """Return hexadecimal digits that change with each file of the program, with Python, and with what is installed.

    Raises OSError where the program cannot be read, as from an archive.
    """
    digest = blake2b(sys.version.encode(), digest_size=_DIGITS // 2)
    top = os.fspath(package)
    for file in sorted(one.path for one in _files(top)):
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123 -- 500 files: each step of pathlib counts
            content = stream.read()
        digest.update(b"\0%s\0%d\0" % (os.fsencode(file[len(top) :]), len(content)))
        digest.update(content)
    digest.update(b"".join(_installed()))
    return digest.hexdigest().encode("ascii")


def _trace(package: Path, clock_ns: int) -> tuple[bytes, bool]:
    """Return a digest of how all stands that the version is made of, and whether a later change of it can be told."""
    entries = sorted(_files(os.fspath(package)), key=attrgetter("path"))
    found = [_FACTS(one.stat()) for one in entries]
    changed = [facts[-1] for facts in found]
    certain = max(changed, default=0) + _RACY_NS < clock_ns and all(one % _COARSE_NS for one in changed)
    digest = blake2b(sys.version.encode(), digest_size=_DIGITS // 2)
    digest.update(os.fsencode("\0".join([str(len(entries)), *(one.path for one in entries), ""])))
    digest.update(b"".join([_TRACE.pack(*facts) for facts in found]))
    digest.update(b"".join(_installed()))
    return digest.hexdigest().encode("ascii"), certain


def _installed() -> Iterator[bytes]:
    """Yield the names of what is installed, which hold its version (PEP 376)."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or os.curdir) as scan:
            yield from sorted(b"\0" + os.fsencode(one.name) for one in scan if one.name.endswith(".dist-info"))


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield all files below a folder, but for what Python compiled."""
    folders = [folder]
    while folders:
        with os.scandir(folders.pop()) as scan:
            for entry in scan:
                if entry.is_dir(follow_symlinks=False):
                    folders += [entry.path] * (entry.name != _COMPILED)
                elif entry.is_file() and not entry.name.endswith(".pyc"):
                    yield entry
