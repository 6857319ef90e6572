"""Spreads the making of outputs over processes.

Each process is a fork of this one, so that it has the site without copying it; it takes task after task and sends what it
made in batches. A batch waits until it is taken, so that no more than a few are in memory. Where the system cannot fork,
has no memory to share, or one process is enough, everything is made here. The order of outputs differs from run to run;
the outputs do not.
"""

from __future__ import annotations

import multiprocessing
import signal
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from streekagenda.output import Output

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    Task = Callable[[], Generator[Output, None, object]]
    """Yields outputs, and returns what there is to tell of them."""
    Tell = Callable[[object], None]

BATCH = 32
"""Outputs that are sent at once."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a task told when it was done."""

    told: object


def spread(tasks: Sequence[Task], jobs: int, tell: Tell) -> Iterator[Output]:
    """Return all outputs of the tasks, made by at most ``jobs`` processes; ``tell`` is given what each task returns.

    The processes begin at once, before anybody takes an output: they must not inherit what is opened later, such as the
    lock on the site, which a killed build would then leave behind in them.

    Raises:
        ChildProcessError: while taking outputs, when a process ended before its work was done.
    """
    here = chain.from_iterable(_telling(task, tell) for task in tasks)
    if min(jobs, len(tasks)) <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        return here
    context = multiprocessing.get_context("fork")
    try:
        following = context.Value("i", 0)
    except OSError:  # /dev/shm is full, or not there, as in some containers
        return here
    workers: dict[Connection, multiprocessing.context.ForkProcess] = {}
    for _ in range(min(jobs, len(tasks))):
        receiver, sender = context.Pipe(duplex=False)
        worker = context.Process(target=_work, args=(tasks, following, sender, (*workers, receiver)), daemon=True)
        worker.start()
        sender.close()
        workers[receiver] = worker
    return _until_done(workers, tell)


def _telling(task: Task, tell: Tell) -> Iterator[Output]:
    tell((yield from task()))


def _until_done(workers: dict[Connection, multiprocessing.context.ForkProcess], tell: Tell) -> Iterator[Output]:
    try:
        yield from _received(workers, tell)
    finally:
        for worker in workers.values():
            worker.kill()  # What SIGTERM raises in it could get lost: then it would write for ever to who waits for it.
            worker.join()


def _received(workers: dict[Connection, multiprocessing.context.ForkProcess], tell: Tell) -> Iterator[Output]:
    running = dict(workers)
    while running:
        for receiver in wait(list(running)):
            assert isinstance(receiver, Connection)  # noqa: S101 -- wait() gives back what it was given
            try:
                batch = receiver.recv()
            except EOFError:
                batch = ChildProcessError("a process that made pages ended before its work was done")
            if isinstance(batch, BaseException):
                raise batch
            if batch is None:
                del running[receiver]
            elif isinstance(batch, _Told):
                tell(batch.told)
            else:
                yield from (Output(path=path, make=partial(_made, made), stays=made is None) for path, made in batch)


def _made(content: bytes | None) -> bytes:
    assert content is not None  # noqa: S101 -- nobody makes a file that stays
    return content


def _work(
    tasks: Sequence[Task],
    following: multiprocessing.sharedctypes.Synchronized[int],
    sender: Connection,
    inherited: Iterable[Connection],
) -> None:
    """Take tasks until there are none, and send what they make; ``None`` says that all is sent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal: who asked for the work ends it.
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_DFL)
    for receiver in inherited:
        receiver.close()  # Else nobody here would notice that the process that asked for the work is gone.
    try:
        while True:
            with following.get_lock():
                number = following.value
                following.value += 1
            if number >= len(tasks):
                break
            outputs = _telling(tasks[number], lambda told: sender.send(_Told(told)))
            while batch := [(one.path, None if one.stays else one.make()) for one in islice(outputs, BATCH)]:
                sender.send(batch)
        sender.send(None)
    except BrokenPipeError:
        return
    except Exception as error:  # noqa: BLE001 -- it is raised again in the process that asked for the work
        sender.send(error)
