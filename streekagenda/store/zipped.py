"""Bytes made small, quickly, with their size before them: who makes them large again takes room for them once, and all of it."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIZE = 8
"""Bytes in which it is said how many there were."""
_MOST = 1 << 28
"""For more no room is taken before they are there: what is damaged may say any size."""


class Zipping:
    """What is written becomes small at once: of 20,000 activities it would be 100 MB."""

    def __init__(self) -> None:
        self._zipping, self._parts, self._size = zlib.compressobj(1), list[bytes](), 0

    def write(self, content: bytes) -> None:
        """Take what follows."""
        self._size += len(content)
        self._parts.append(self._zipping.compress(content))

    def value(self) -> bytes:
        """Return all that was written, small; nothing is written any more."""
        return b"".join((self._size.to_bytes(_SIZE, "little"), *self._parts, self._zipping.flush()))


def zipped(parts: Iterable[bytes]) -> bytes:
    """Return parts as one, small; each is let go when it is."""
    zipping = Zipping()
    for one in parts:
        zipping.write(one)
    return zipping.value()


def unzipped(content: bytes | memoryview) -> bytes:
    """Return what was zipped; raises zlib.error where it is something else."""
    size = int.from_bytes(content[:_SIZE], "little")
    return zlib.decompress(memoryview(content)[_SIZE:], bufsize=min(size, _MOST) or 1)
