"""Keeping what was found while other work goes on: what is kept is wanted by the next run, not by this one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from streekagenda.beside import beside, can_be_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def kept_beside(keep: Callable[[], None], jobs: int, *, large: bool = False) -> Iterator[None]:
    """Have something kept by a copy of this process, which has all that it needs; it is kept before the end.

    What is ``large`` is waited for: while this process goes on, each would copy what the other one touches. With one job,
    or where the system cannot fork, it is kept before the beginning. Where that process ends before, nothing is kept.
    """
    if jobs < 2 or not can_be_beside():
        keep()
        yield
        return

    def work(keep: Callable[[], None] = keep) -> Iterator[bytes]:
        keep()
        yield b""

    with beside(work) as said:
        del keep, work  # and with it what is kept, which takes as much memory as the calendar itself
        if large:
            said()
        yield
        said()
