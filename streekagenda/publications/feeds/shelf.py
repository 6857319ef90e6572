"""Pieces of feeds that are wanted again and again: but for the first ones they lie on the disk, and take no memory."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Piece = bytes | tuple["_File", int, int]
    """Itself, or where it lies: in which file, from which byte, and how many."""

ROOM = 6 << 20
"""So many bytes stay in memory: those of some 1,500 activities."""


class _File:
    """A file without a name, which is there as long as a piece of it."""

    def __init__(self) -> None:
        from tempfile import TemporaryFile  # noqa: PLC0415 -- few feeds take so much

        with TemporaryFile(buffering=0) as file:
            self.opened = os.dup(file.fileno())

    def __del__(self) -> None:
        with suppress(AttributeError, OSError):  # it was not opened
            os.close(self.opened)


class Shelf:
    """Keeps pieces; where there is no room on the disk, in memory."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._file: _File | None = None
        self._end = 0
        self._owner = os.getpid()

    def put(self, content: bytes) -> Piece:
        """Keep a piece, and return what to get it by."""
        if len(content) <= self._room:
            self._room -= len(content)
            return content
        if self._owner != os.getpid():  # a fork writes into a file of its own
            self._file, self._end, self._owner = None, 0, os.getpid()
        with suppress(OSError):
            self._file = self._file or _File()
            if os.pwrite(self._file.opened, content, self._end) == len(content):
                self._end += len(content)
                return self._file, self._end - len(content), len(content)
        return content


def taken(piece: Piece) -> bytes:
    """Return a piece that was kept; raises OSError from the machine."""
    if isinstance(piece, bytes):
        return piece
    file, first, length = piece
    return os.pread(file.opened, length, first)
