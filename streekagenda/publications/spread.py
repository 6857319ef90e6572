"""Spreads the making of outputs over processes.

Each process is a fork of this one, so that it has the site without copying it; this one works too. Each makes outputs and
puts them where they belong, and tells this one what it did. They go through the same tasks, half of them from the first
to the last and half from the last to the first, so that a process meets tasks of one kind, which share what they find;
where two come upon the same task they divide it, and end together. Where the system cannot fork, or one process is
enough, everything is made here. The order of outputs differs from run to run; the outputs do not.
"""

from __future__ import annotations

import ctypes
import fcntl
import gc
import multiprocessing
import os
import signal
import sys
from contextlib import contextmanager, suppress
from itertools import count
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.context import ForkProcess

    from streekagenda.output import Output

Made = TypeVar("Made")

BATCH = 32
"""Outputs that are told of at once."""
_WHOLE = 1 << 40
_NUMBER = 8
"""Bytes."""
_ROOM = 1 << 20
"""Bytes that a pipe holds: the most that pipe(7) grants to everyone."""
_ENDS_WITH_ITS_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""
_OFTEN = (5_000, 10, 10)
"""Things that are made between two looks for rubbish, as gc.set_threshold takes them: those of some thirty pages."""


class Task(Struct, frozen=True, kw_only=True):
    """Outputs that share what they find."""

    outputs: Callable[[], Iterator[Output]]
    part: int | None = None
    """So many of them can be made apart from the others. ``None``: saying which there are is most of the work."""


def spread(tasks: Sequence[Task], jobs: int, place: Callable[[Output], Made]) -> Iterator[Made]:
    """Place all outputs of the tasks, by at most ``jobs`` processes, and yield what came of each.

    The processes begin when the first is asked for. They hold what is open by then, such as the lock on the site, until
    they have ended: nobody writes there beside them.

    Raises:
        ChildProcessError: when a process ended before its work was done.
    """
    shared = jobs if any(one.part for one in tasks) else min(jobs, len(tasks))
    others = shared - 1 if "fork" in multiprocessing.get_all_start_methods() else 0
    claims = _Claims.of(len(tasks)) if others > 0 else None
    with _little_rubbish():
        if claims is None:
            for task in tasks:
                yield from map(place, task.outputs())
            return
        try:
            yield from _together(tasks, claims, others, place)
        finally:
            claims.close()


@contextmanager
def _little_rubbish() -> Iterator[None]:
    """Look often for rubbish among what is made meanwhile, and never among what is there: all processes share that."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_OFTEN)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


class _Claims:
    """How far each task has been given away. It is a file, so that a lock on it ends with the process that has it."""

    def __init__(self, opened: int, tasks: int) -> None:
        self._opened = opened
        os.ftruncate(opened, tasks * _NUMBER)

    @classmethod
    def of(cls, tasks: int) -> _Claims | None:
        """Return the claims of so many tasks; ``None`` where the system has no such files."""
        try:
            return cls(os.memfd_create("claims"), tasks)
        except (AttributeError, OSError):
            return None

    def claim(self, task: int, part: int | None) -> range:
        """Take the next part of a task, by the numbers of its outputs."""
        fcntl.lockf(self._opened, fcntl.LOCK_EX)
        try:
            first = int.from_bytes(os.pread(self._opened, _NUMBER, task * _NUMBER), sys.byteorder)
            end = _WHOLE if part is None else first + part
            os.pwrite(self._opened, end.to_bytes(_NUMBER, sys.byteorder), task * _NUMBER)
        finally:
            fcntl.lockf(self._opened, fcntl.LOCK_UN)
        return range(first, end)

    def close(self) -> None:
        os.close(self._opened)


def _together(tasks: Sequence[Task], claims: _Claims, others: int, place: Callable[[Output], Made]) -> Iterator[Made]:
    context = multiprocessing.get_context("fork")
    workers: dict[Connection, ForkProcess] = {}
    try:
        for number in range(1, others + 1):
            receiver, sender = context.Pipe(duplex=False)
            _widen(sender)
            order = _order(tasks, number)
            given = (_made(order, claims, place), sender, (*workers, receiver), os.getpid())
            worker = context.Process(target=_work, args=given, daemon=True)
            worker.start()
            sender.close()
            workers[receiver] = worker
        running = set(workers)
        for batch in _batches(_made(_order(tasks, 0), claims, place)):
            yield from batch
            while ready := _ready(running, timeout=0):
                yield from _told(running, ready)
        while running:
            yield from _told(running, _ready(running, timeout=None))
    finally:
        for worker in workers.values():
            worker.kill()  # What SIGTERM raises in it could get lost: then it would write for ever to who waits for it.
            worker.join()


def _widen(pipe: Connection) -> None:
    """Let more be told than is heard, where the system offers that: who is heard late need not wait."""
    with suppress(AttributeError, OSError):
        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _ROOM)


def _order(tasks: Sequence[Task], process: int) -> list[tuple[int, Task]]:
    """Who asked for the work begins with the last, which can be divided: so it hears often what the others tell."""
    return list(enumerate(tasks))[:: 1 if process % 2 else -1]


def _made(order: Iterable[tuple[int, Task]], claims: _Claims, place: Callable[[Output], Made]) -> Iterator[Made]:
    """Take parts of tasks until there are none."""
    for number, task in order:
        mine = claims.claim(number, task.part)
        if mine.start >= _WHOLE:
            continue
        for output, at in zip(task.outputs(), count()):
            if at >= mine.stop:
                mine = claims.claim(number, task.part)
            if at >= mine.start:
                yield place(output)
        claims.claim(number, None)  # all of it is given away


def _batches(made: Iterator[Made]) -> Iterator[list[Made]]:
    batch = []
    for one in made:
        batch.append(one)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    yield batch


def _ready(running: set[Connection], timeout: float | None) -> list[Connection]:
    """Return who of the others has something to tell; who is not heard soon waits, for a pipe holds little."""
    return [one for one in wait(list(running), timeout) if isinstance(one, Connection)]


def _told(running: set[Connection], ready: Iterable[Connection]) -> Iterator[Any]:
    """Yield what other processes tell of; who has told all is not running any more."""
    for receiver in ready:
        try:
            batch = receiver.recv()
        except EOFError:
            batch = ChildProcessError("a process that made pages ended before its work was done")
        if isinstance(batch, BaseException):
            raise batch
        if batch is None:
            running.remove(receiver)
        else:
            yield from batch


def _work(made: Iterator[Made], sender: Connection, inherited: Iterable[Connection], parent: int) -> None:
    """Make what is to be made, and tell of it; ``None`` says that all is told."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal: who asked for the work ends it.
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_DFL)
    for receiver in inherited:
        receiver.close()  # Else nobody here would notice that the process that asked for the work is gone.
    _end_with(parent)
    try:
        for batch in _batches(made):
            sender.send(batch)
        sender.send(None)
    except BrokenPipeError:
        return
    except Exception as error:  # noqa: BLE001 -- it is raised again in the process that asked for the work
        sender.send(error)


def _end_with(parent: int) -> None:
    """End as soon as the process that asked for the work does, where the system offers that; else at the next batch."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(_ENDS_WITH_ITS_PARENT, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)
