"""One build at a time writes a site: flock(2) on a file beside it, which stays."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streekagenda.output.destination import Destination

_PAUSE = 0.05
"""Seconds between two tries: flock(2) itself can only wait for ever."""


class SiteBusy(Exception):
    """Another build was writing the same site all the time that we waited."""

    def __init__(self, given: Path, wait: float) -> None:
        super().__init__(f"another build is writing {str(given)!r}; waited {wait:g} s for it")
        self.given = given
        self.wait = wait


@contextmanager
def alone(destination: Destination, *, wait: float) -> Iterator[None]:
    """Hold the lock of a site; wait for it ``wait`` seconds at most. The system frees the lock of a build that dies.

    Raises:
        SiteBusy: when the wait was in vain.
        OSError: from the machine; ENOLCK and the like where a network's file system has no locks.
    """
    lock = destination.workplace / f"{destination.prefix}.lock"
    deadline = time.monotonic() + wait
    while (held := _try(lock)) is None:
        if time.monotonic() >= deadline:
            raise SiteBusy(destination.given, wait)
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        try:
            # Not by closing alone: a process forked meanwhile holds the same lock, until it ends.
            fcntl.flock(held, fcntl.LOCK_UN)
        finally:
            os.close(held)


def _try(lock: Path) -> int | None:
    # For writing, since NFS locks exclusively only what is open for it: flock(2).
    held = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        return None
    except BaseException:
        os.close(held)
        raise
    return held
