"""Spreads the making of outputs over processes.

Each process is a fork of this one, so that it has the site without copying it; this one works too. Each makes outputs and
puts them where they belong, and tells this one what it did. They go through the same tasks, half of them from the first
to the last and half from the last to the first, so that a process meets tasks of one kind, which share what they find;
where two come upon the same task they divide it, and end together. One that has come to hold much ends, and a new fork
of this one goes on. Where the system cannot fork, or one process is enough, everything is made here. The order of outputs
differs from run to run; the outputs do not.
"""

from __future__ import annotations

import ctypes
import fcntl
import gc
import os
import pickle
import resource
import sys
import time
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count
from select import POLLIN, poll
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from streekagenda.beside import begin, can_be_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from streekagenda.beside import Beside
    from streekagenda.output import Output

Made = TypeVar("Made")

BATCH = 32
"""Outputs that are told of at once."""
_EVERY = 0.005
"""Seconds: a hundred times what it takes to listen."""
_WHOLE = 1 << 40
_NUMBER = 8
"""Bytes."""
_MUCH = 100_000
"""kB of its own, most of them copies of what it only counted references to, with which a process ends and another goes on."""
_MUCH_TO_BEGIN_WITH = 40_000
"""The same, where it would begin with other things."""
_LOOK = 5_000
"""Pages of memory that it missed, and so took or copied, between two looks: one takes some milliseconds."""


class Task(Struct, frozen=True, kw_only=True):
    """Outputs that share what they find."""

    outputs: Callable[[], Iterator[Output]]
    part: int | None = None
    """So many of them can be made apart from the others. ``None``: saying which there are is most of the work."""


def spread(
    tasks: Sequence[Task], jobs: int, place: Callable[[Output], Made], *, little: bool = False
) -> Iterator[Made]:
    """Place all outputs of the tasks, by at most ``jobs`` processes, and yield what came of each.

    The processes begin when the first is asked for. They hold what is open by then, such as the lock on the site, until
    they have ended: nobody writes there beside them. Where ``little`` is to be made, none of them ends before it has much
    of its own: the next one would copy the same again.

    Raises:
        ChildProcessError: when a process ended before its work was done.
    """
    shared = jobs if any(one.part for one in tasks) else min(jobs, len(tasks))
    others = shared - 1 if can_be_beside() else 0
    claims = _Claims.of(len(tasks)) if others > 0 else None
    with _shared():
        if claims is None:
            for task in tasks:
                yield from map(place, task.outputs())
            return
        try:
            yield from _together(tasks, claims, others, place, _MUCH if little else _MUCH_TO_BEGIN_WITH)
        finally:
            claims.close()


@contextmanager
def _shared() -> Iterator[None]:
    """Never look for rubbish among what is there: all processes share that. What is made meanwhile leaves hardly any."""
    _give_back()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _give_back() -> None:
    """Have the system take back what was read and let go, where it offers that: each process would have its own copy."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


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


def _together(
    tasks: Sequence[Task], claims: _Claims, others: int, place: Callable[[Output], Made], to_begin_with: int
) -> Iterator[Made]:
    workers = _Workers(lambda number, enough: _made(_order(tasks, number), claims, place, enough, to_begin_with))
    try:
        for number in range(1, others + 1):
            workers.begin(number)
        left = True
        while left:
            for made in _made(_order(tasks, 0), claims, place):
                yield made
                yield from workers.heard()
            while workers.running:
                yield from workers.told(workers.ready(timeout=None))
            left, workers.refused = workers.refused, False  # what nobody else goes on with is made here
    finally:
        workers.end()


class _Workers:
    """The other processes."""

    def __init__(self, made: Callable[[int, Callable[[int], bool]], Iterator[Any]]) -> None:
        self._made = made
        self.running: dict[int, tuple[int, Beside]] = {}
        """By what they tell, with their numbers."""
        self.refused = False
        """Whether the system had no process for one."""
        self._listened = 0.0

    def begin(self, number: int) -> None:
        """Have another process work, which knows all that this one knows by now."""
        worker = begin(partial(_told, partial(self._made, number)), [one for _, one in self.running.values()])
        if worker is None:
            self.refused = True
        else:
            self.running[worker.fileno()] = number, worker

    def ready(self, timeout: float | None) -> list[int]:
        """Return who has something to tell, within so many milliseconds; who is not heard soon waits, for a pipe holds little."""
        waiting = poll()
        for one in self.running:
            waiting.register(one, POLLIN)
        return [one for one, _ in waiting.poll(timeout)]

    def heard(self) -> Iterator[Any]:
        """Yield what they told since somebody listened last, which was a while ago: where one has ended another goes on soon."""
        if time.monotonic() < self._listened + _EVERY:
            return
        while ready := self.ready(timeout=0):
            yield from self.told(ready)
        self._listened = time.monotonic()

    def told(self, ready: Iterable[int]) -> Iterator[Any]:
        """Yield what they tell; who has told all is not running any more, and where he left some another goes on."""
        for one in ready:
            number, worker = self.running[one]
            said = worker.said()
            if not said:
                raise ChildProcessError("a process that made pages ended before its work was done")
            batch = pickle.loads(said)  # noqa: S301 -- a copy of this process said it
            if isinstance(batch, BaseException):
                raise batch
            if isinstance(batch, bool):
                del self.running[one]
                worker.end()  # what it held is free before another takes some
                if batch:
                    self.begin(number)
            else:
                yield from batch

    def end(self) -> None:
        """End those that have not told all."""
        for _, worker in self.running.values():
            worker.end()


def _order(tasks: Sequence[Task], process: int) -> list[tuple[int, Task]]:
    """Who asked for the work begins with the last, which can be divided: so it hears often what the others tell."""
    return list(enumerate(tasks))[:: 1 if process % 2 else -1]


def _made(
    order: Iterable[tuple[int, Task]],
    claims: _Claims,
    place: Callable[[Output], Made],
    enough: Callable[[int], bool] = lambda _: False,
    to_begin_with: int = _MUCH_TO_BEGIN_WITH,
) -> Iterator[Made]:
    """Take parts of tasks until there are none, or it is enough."""
    for number, task in order:
        mine = claims.claim(number, task.part)
        if mine.start >= _WHOLE:
            continue
        for output, at in zip(task.outputs(), count()):
            if at >= mine.stop:
                if enough(_MUCH):
                    return
                mine = claims.claim(number, task.part)
            if at >= mine.start:
                yield place(output)
        claims.claim(number, None)  # all of it is given away
        if enough(to_begin_with):
            return


def _batches(made: Iterator[Made]) -> Iterator[list[Made]]:
    batch = []
    for one in made:
        batch.append(one)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    yield batch


def _told(made: Callable[[Callable[[int], bool]], Iterator[Any]]) -> Iterator[bytes]:
    """Make what is to be made, and tell of it; last whether something may be left, for another to make."""
    gc.freeze()  # also what was made since the first process began: to look at it would be to copy it
    own = _Own()
    try:
        for batch in _batches(made(own.is_much)):
            yield pickle.dumps(batch)
        yield pickle.dumps(own.much)
    except Exception as error:  # noqa: BLE001 -- it is raised again in the process that asked for the work
        yield pickle.dumps(error)


class _Own:
    """The memory that a process has for itself since it was forked."""

    def __init__(self) -> None:
        self.much = False
        """Whether it was too much when somebody last asked."""
        self._own = self._missed = 0

    def is_much(self, much: int) -> bool:
        """Whether it is more than so much, in kB, as far as the system tells (proc_pid_smaps(5))."""
        missed = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        if missed - self._missed >= _LOOK:
            self._missed = missed
            with suppress(OSError, ValueError), open("/proc/self/smaps_rollup", "rb") as told:  # noqa: PTH123 -- no path of ours
                self._own = sum(int(line.split()[1]) for line in told if line.startswith(b"Private_"))
        self.much = self._own > much
        return self.much
