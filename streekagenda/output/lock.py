"""One build at a time writes a site: flock(2) on a file beside it, which stays."""

import fcntl
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from streekagenda.output.destination import Destination, UnsafeOutput, find_destination

_PAUSE = 0.05
"""Seconds between two tries: flock(2) itself can only wait for ever."""


class SiteBusy(Exception):
    """Another build was writing the same site all the time that we waited."""

    def __init__(self, given: Path, wait: float) -> None:
        super().__init__(f"another build is writing {str(given)!r}; waited {wait:g} s for it")
        self.given = given
        self.wait = wait


class Held(Struct, frozen=True):
    """The lock of a site, while it is held."""

    lock: Path


@contextmanager
def held_early(folder: Path, protected: Sequence[Path]) -> Iterator[Held | None]:
    """Hold the lock of a site before it is published, where nobody else has it just now and one may publish there.

    A site that is a mount point has none: what is done there is not done in one step.
    """
    with ExitStack() as stack:
        held = None
        with suppress(UnsafeOutput, SiteBusy, OSError):
            destination = find_destination(folder, protected)
            held = None if destination.mounted else stack.enter_context(alone(destination, wait=0))
        yield held


@contextmanager
def alone(destination: Destination, *, wait: float, held: Held | None = None) -> Iterator[Held]:
    """Hold the lock of a site; wait for it ``wait`` seconds at most. The system frees the lock of a build that dies.

    One that is ``held`` already is held on.

    Raises:
        SiteBusy: when the wait was in vain.
        OSError: from the machine; ENOLCK and the like where a network's file system has no locks.
    """
    lock = destination.workplace / f"{destination.prefix}.lock"
    if held and held.lock == lock:
        yield held
        return
    deadline = time.monotonic() + wait
    while (opened := _try(lock)) is None:
        if time.monotonic() >= deadline:
            raise SiteBusy(destination.given, wait)
        time.sleep(_PAUSE)
    try:
        yield Held(lock)
    finally:
        try:
            # Not by closing alone: a process forked meanwhile holds the same lock, until it ends.
            fcntl.flock(opened, fcntl.LOCK_UN)
        finally:
            os.close(opened)


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
