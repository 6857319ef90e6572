"""Bytes between one run and the next, each answer in a file of its own: a picture is too large for a line of a store.

They lie in a folder beside the stores, that is as private as they are. A file holds the version of the program that wrote
it and a checksum; what is damaged, of another version, or others could have written is an answer that nobody gave.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from streekagenda.store.private_files import LARGEST, private_parts, put_in_place

MOST_BYTES = 256_000_000
"""That are kept: those that were asked for last."""
_CHECKSUM = 32


class Blobs:
    """The answers in one folder; with ``None`` nothing is remembered."""

    def __init__(self, folder: Path | None = None, version: bytes = b"") -> None:
        """Take a folder, made when it is needed, in one that is the user's own; and what says which program this is."""
        self._folder = folder
        self._version = version
        self._learnt = False

    def recall(self, function: str, question: bytes) -> bytes | None:
        """Return what a function gave when it was asked this, or ``None`` where that is not known."""
        if self._folder is None:
            return None
        file = self._folder / self._key(function, question)
        with suppress(OSError):
            checksum, answer = private_parts(file, _CHECKSUM)
            if checksum == self._checksum(file.name, answer):
                os.utime(file)
                return answer
        return None

    def begins(self, function: str, question: bytes, beginning: bytes) -> bool:
        """Whether there is an answer that begins so; whether it is undamaged is seen when it is recalled."""
        if self._folder is None:
            return False
        with suppress(OSError):
            _, found = private_parts(self._folder / self._key(function, question), _CHECKSUM, len(beginning))
            return found == beginning
        return False

    def learn(self, function: str, question: bytes, answer: bytes) -> None:
        """Remember what a function gave, at once; a failure of the machine is no matter."""
        if self._folder is None or len(answer) > LARGEST - _CHECKSUM:
            return
        name = self._key(function, question)
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            put_in_place(self._folder / name, self._checksum(name, answer), answer)
            self._learnt = True

    def tidy(self) -> None:
        """Forget what was not asked for longest, where there is too much."""
        if self._folder is None or not self._learnt:
            return
        with suppress(OSError):
            with os.scandir(self._folder) as scan:  # another build may take a file away meanwhile
                found = [(one.stat(follow_symlinks=False), Path(one.path)) for one in scan]
            kept = 0
            for seen, file in sorted(found, key=lambda one: -one[0].st_mtime_ns):
                kept += seen.st_size
                if kept > MOST_BYTES:
                    file.unlink()

    def _key(self, function: str, question: bytes) -> str:
        asked = b"%s\0%s\0" % (self._version, function.encode())
        return blake2b(asked + question, digest_size=16).hexdigest()

    def _checksum(self, name: str, answer: bytes) -> bytes:
        digest = blake2b(name.encode("ascii"), digest_size=_CHECKSUM // 2)
        digest.update(answer)
        return digest.hexdigest().encode("ascii")
