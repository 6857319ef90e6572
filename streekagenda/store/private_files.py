"""Files that are the user's own and open to nobody else: who can write them decides what is believed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

LARGEST = 64_000_000
"""Bytes of one that is read."""


def private_bytes(file: Path) -> bytes:
    """Return a file; raises OSError as :func:`private_parts`."""
    return private_parts(file, 0)[1]


def private_parts(file: Path, head: int, most: int = -1) -> tuple[bytes, bytes]:
    """Return the first bytes of a file, so many, and the rest of it, or so many bytes of that: there may be 15 MB, which are not copied.

    Raises OSError for any that is not the user's own, is open to anybody else, or is a link.
    """
    descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb", buffering=0) as stream:
        found = os.fstat(stream.fileno())
        foreign = found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) & 0o077
        if foreign or not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            raise PermissionError
        return stream.read(head), stream.read(most)


def put_in_place(file: Path, *parts: bytes) -> None:
    """Write a file in one step; of two processes at once the last one's stays. Raises OSError."""
    # as tempfile does, which takes 3 ms to bring up
    new = file.with_name(f"{os.urandom(8).hex()}.new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(parts)
        new.replace(file)
    except BaseException:
        new.unlink()
        raise
