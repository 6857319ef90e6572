"""Content is read by another process while this one brings up what makes a site of it: each takes a tenth of a second and more.

It also reads the phrases that are in it, so that a store knows them.
"""

from __future__ import annotations

import fcntl
import os
import signal
from contextlib import contextmanager, suppress
from enum import Enum
from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.builds import DEFAULT_ZONE, local
from streekagenda.store.packed import pack, unpack
from streekagenda.unchanged import asked_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streekagenda.builds import Settings
    from streekagenda.content.records import Records
    from streekagenda.unchanged import Seen

KEPT = "reread"
"""Of what was read before; where it is there, little is read (:mod:`streekagenda.reread`)."""

_SIZE = 8
"""Bytes in which it is said how many follow."""
_ROOM = 1 << 20
"""Bytes that a pipe holds: the most that pipe(7) grants to everyone."""


def ground(settings: Settings, seen: Seen) -> bytes:
    """Return a digest of all that must be as it was for what was read before: what is no file of an event, and the day."""
    day = local(settings.now, DEFAULT_ZONE).date().isoformat()
    return blake2b(repr((seen.beside, day)).encode("ascii"), digest_size=16).digest()


@contextmanager
def reading(settings: Settings, seen: Seen | None) -> Iterator[Callable[[], Records | None]]:
    """Begin to read where nothing is known of it; give what returns all that was read, or ``None`` where it was not."""
    known = seen and settings.store.blobs.begins(KEPT, asked_for(settings), ground(settings, seen))
    if seen is None or known or settings.jobs < 2 or not hasattr(os, "fork"):
        yield lambda: None
        return
    other = _Other(settings)
    try:
        yield other.found
    finally:
        other.end()


class _Other:
    """A process that reads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        reading, writing = os.pipe()
        with suppress(AttributeError, OSError):  # who has read goes on to what it says, and need not be heard at once
            fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _ROOM)
        self._process = os.fork()
        if self._process:
            os.close(writing)
            self._stream = os.fdopen(reading, "rb")
            return
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as stream:
                for content in _read(settings):
                    stream.write(len(content).to_bytes(_SIZE, "little") + content)
                    stream.flush()
        finally:
            os._exit(0)  # nothing of what this process was to do is done twice; what failed is tried by the other one

    def found(self) -> Records | None:
        """Return what it read; what it then found of the phrases in it comes when the store is asked."""
        try:
            records = unpack(self._received(), _types(), _nothing_apart)
        except ValueError:
            return None
        self._settings.store.expect(self._received)
        return records  # type: ignore[no-any-return]

    def _received(self) -> bytes:
        """Return what it tells next; nothing where it ended before."""
        if self._stream.closed:
            return b""
        size = int.from_bytes(self._stream.read(_SIZE), "little")
        content = self._stream.read(size)
        return content if len(content) == size else b""

    def end(self) -> None:
        self._stream.close()
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _read(settings: Settings) -> Iterator[bytes]:
    """Yield what was read, and then what the store knows of it."""
    from streekagenda.content.records import read  # noqa: PLC0415 -- the other process brings it up too

    records = read(settings.content, store=settings.store)
    yield pack(records, _types(), {})

    from streekagenda.content.foreseen import foresee  # noqa: PLC0415 -- the grammar of phrases, when all is read
    from streekagenda.content.phrases import Phrases  # noqa: PLC0415 -- as above

    foresee(records, Phrases(settings.store), local(settings.now, DEFAULT_ZONE).date())
    yield settings.store.lines()


def _nothing_apart(name: str) -> bytes:
    raise KeyError(name)


def _types() -> frozenset[type]:
    """Return what records are made of."""
    from streekagenda import diagnostics  # noqa: PLC0415 -- as above
    from streekagenda.content import records  # noqa: PLC0415 -- as above

    return frozenset(
        one
        for module in (diagnostics, records)
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == module.__name__ and issubclass(one, (Struct, Enum))
    )
