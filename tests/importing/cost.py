"""What reading a file may cost, and what a test sees of what was read."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

from streekagenda.importing.found import Reading

SECONDS = 2.0
"""Of processor."""
MEMORY = 200_000_000
"""Bytes."""

Told = list[tuple[str, int]]


def told(reading: Reading) -> Told:
    """The code of each thing that was said, with its line or row."""
    return [(one.code, one.location.line) for one in reading.left_out]


def affordable(read: Callable[[bytes], Reading], content: bytes, seconds: float = SECONDS) -> Reading:
    """Read it within the time and the memory that a hostile file may cost."""
    begin = time.process_time()
    reading = read(content)
    took = time.process_time() - begin
    assert took < seconds, took
    return reading


def most_memory(read: Callable[[bytes], Reading], content: bytes) -> int:
    """Bytes of Python's own at once."""
    tracemalloc.start()
    try:
        read(content)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
