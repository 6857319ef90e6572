"""Work that a copy of this process does beside it; what it says comes through a pipe."""

from __future__ import annotations

import fcntl
import os
import signal
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SIZE = 8
"""Bytes in which it is said how many follow."""
_ROOM = 1 << 20
"""Bytes that a pipe holds: the most that pipe(7) grants to everyone."""


def can_be_beside() -> bool:
    """Whether the system makes copies of processes."""
    return hasattr(os, "fork")


@contextmanager
def beside(work: Callable[[], Iterable[bytes]]) -> Iterator[Callable[[], bytes]]:
    """Have a copy of this process do some work; give what waits for the next that it says: nothing where it ended before.

    Its exceptions are not told, and it ends with this at the latest. What it does to files stays; of what it learns,
    this process learns what it says.
    """
    reading, writing = os.pipe()
    widen(writing)
    if not (process := os.fork()):
        _work(work, reading, writing)
    del work  # and with it what it works with, which may be large
    os.close(writing)
    stream = os.fdopen(reading, "rb")

    def said() -> bytes:
        if stream.closed:
            return b""
        size = int.from_bytes(stream.read(_SIZE), "little")
        content = stream.read(size)
        return content if len(content) == size else b""

    try:
        yield said
    finally:
        stream.close()
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def widen(pipe: int) -> None:
    """Let more be told than is heard, where the system offers that: who is heard late need not wait."""
    with suppress(AttributeError, OSError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)


def _work(work: Callable[[], Iterable[bytes]], reading: int, writing: int) -> None:
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal: who began this ends it
        for ending in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(ending, signal.SIG_DFL)
        os.close(reading)
        with os.fdopen(writing, "wb") as stream:
            for content in work():
                stream.write(len(content).to_bytes(_SIZE, "little") + content)
                stream.flush()
    finally:
        os._exit(0)  # what this process was to do is not done twice
