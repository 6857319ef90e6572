"""Work that a copy of this process does beside it; what it says comes through a pipe."""

from __future__ import annotations

import fcntl
import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SIZE = 8
"""Bytes in which it is said how many follow."""
_ENDS_WITH_ITS_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""
_ROOM = 1 << 20
"""Bytes that a pipe holds: the most that pipe(7) grants to everyone."""


def can_be_beside() -> bool:
    """Whether the system makes copies of processes."""
    return hasattr(os, "fork")


class Beside:
    """A copy of this process at work, and what it says."""

    def __init__(self, process: int, reading: int) -> None:
        self._process, self._reading = process, reading
        self._ended = False

    def fileno(self) -> int:
        """Return what one can wait for (:mod:`select`)."""
        return self._reading

    def said(self) -> bytes:
        """Wait for the next that it says; nothing where it ended before."""
        size = int.from_bytes(self._read(_SIZE), "little")
        return self._read(size)

    def _read(self, size: int) -> bytes:
        parts = list[bytes]()
        while size and not self._ended:
            part = os.read(self._reading, min(size, _ROOM))
            self._ended = not part
            parts.append(part)
            size -= len(part)
        return b"" if size else b"".join(parts)

    def end(self) -> None:
        """End it, whatever it does."""
        self._ended = True
        os.close(self._reading)
        with suppress(ChildProcessError):  # who ignores SIGCHLD has none to wait for: wait(2)
            if os.waitpid(self._process, os.WNOHANG) == (0, 0):
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)


def begin(work: Callable[[], Iterable[bytes]], others: Iterable[Beside] = ()) -> Beside | None:
    """Have a copy of this process do some work; return it, for who ends it, or ``None`` where the system has no process for it.

    Of ``others`` that are at work it hears nothing.
    """
    reading, writing = os.pipe()
    widen(writing)
    parent = os.getpid()
    try:
        process = os.fork()
    except OSError:  # too many processes, or no memory for one
        os.close(reading)
        os.close(writing)
        return None
    if not process:
        _work(work, (reading, *(one.fileno() for one in others)), writing, parent)
    os.close(writing)
    return Beside(process, reading)


@contextmanager
def beside(work: Callable[[], Iterable[bytes]]) -> Iterator[Callable[[], bytes]]:
    """Have a copy of this process do some work; give what waits for the next that it says: nothing where it ended before.

    It ends with this at the latest, and where it fails, or where the system has no process for it, it says nothing: who
    asked does without. What it does to files stays; of what it learns, this process learns what it says.
    """
    begun = begin(work)
    del work  # and with it what it works with, which may be large
    if begun is None:
        yield bytes
        return
    try:
        yield begun.said
    finally:
        begun.end()


@contextmanager
def sign() -> Iterator[tuple[Callable[[], None], Callable[[], bool]]]:
    """Give what gives a sign, once, and what waits for it in a copy of this process: whether it was given before the end."""
    reading, writing = os.pipe()

    def give() -> None:
        os.write(writing, b"!")

    def given() -> bool:
        os.close(writing)
        return bool(os.read(reading, 1))

    try:
        yield give, given
    finally:
        os.close(reading)
        os.close(writing)


def widen(pipe: int) -> None:
    """Let more be told than is heard, where the system offers that: who is heard late need not wait."""
    with suppress(AttributeError, OSError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)


def _begin_as_copy(parent: int) -> None:
    """Leave it to the process that asked for this one to end it, and end with that one, where the system offers that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal: who asked for the work ends it
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_DFL)
    from ctypes import CDLL  # noqa: PLC0415 -- for a copy alone, not at the start of each command

    prctl = getattr(CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(_ENDS_WITH_ITS_PARENT, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _work(work: Callable[[], Iterable[bytes]], inherited: Iterable[int], writing: int, parent: int) -> None:
    try:
        _begin_as_copy(parent)
        for one in inherited:
            os.close(one)  # else nobody here would notice that the process that asked for the work is gone
        with os.fdopen(writing, "wb") as stream, _mistakes_told():
            for content in work():
                stream.write(len(content).to_bytes(_SIZE, "little") + content)
                stream.flush()
    finally:
        os._exit(0)  # what this process was to do is not done twice


@contextmanager
def _mistakes_told() -> Iterator[None]:
    """Tell of our own mistakes, of which nobody else would hear; what fails of the machine is seen by what is not said."""
    try:
        yield
    except OSError:
        pass
    except Exception:  # noqa: BLE001 -- whatever it is
        import traceback  # noqa: PLC0415 -- for a mistake alone

        traceback.print_exc()
        sys.stderr.flush()
