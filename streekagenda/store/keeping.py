"""Keeping what was found while other work goes on: what is kept is wanted by the next run, not by this one."""

from __future__ import annotations

import multiprocessing
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def kept_beside(keep: Callable[[], None], jobs: int, *, large: bool = False) -> Iterator[None]:
    """Have something kept by a copy of this process, which has all that it needs; it is kept before the end.

    What is ``large`` is waited for: while this process goes on, each would copy what the other one touches. With one job,
    or where the system cannot fork, it is kept before the beginning.

    Raises:
        ChildProcessError: the other process ended before its work was done.
    """
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        keep()
        yield
        return
    other = multiprocessing.get_context("fork").Process(target=_alone, args=(keep,), daemon=True)
    other.start()
    if large:
        other.join()
    del keep  # and with it what is kept, which takes as much memory as the calendar itself
    try:
        yield
        other.join()
    finally:
        other.kill()
        other.join()
    if other.exitcode:
        raise ChildProcessError("a process that kept what was read ended before its work was done")


def _alone(keep: Callable[[], None]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of a terminal: who began this ends it.
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_DFL)
    keep()
