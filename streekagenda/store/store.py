"""Questions and answers: which function, asked what, gave which value."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from streekagenda.store.blobs import Blobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]

LARGEST = 64_000_000
"""Bytes that a store may take."""
_KEY, _CHECKSUM = 32, 16
"""Hexadecimal digits."""


class Store:
    """The answers of former runs and of this one.

    In its file every answer is a line: the digest of its question, a checksum, and JSON. Nothing in it can be run, and a
    damaged line is an answer that nobody gave.
    """

    def __init__(
        self,
        lines: bytes | None = None,
        *,
        largest: int = LARGEST,
        blobs: Blobs | None = None,
        keep: Callable[[bytes], None] | None = None,
    ) -> None:
        """Start with the lines of a former run; with ``None`` nothing is remembered at all.

        The lines for the next run are given to ``keep`` when there are others.
        """
        self.remembers = lines is not None
        self.largest = largest
        self.blobs = blobs or Blobs()
        """Answers that are bytes, such as pictures."""
        self.values: dict[tuple[object, ...], tuple[Any, ...]] = {}
        """What was asked in this run, with the answer as it is, alone in a tuple; for who needs it often."""
        self.learnt = False
        """Whether there is more in it than in the lines that it started with."""
        self._lines = lines or b""
        self._used: dict[bytes, None] = {}
        self._keep = keep
        self._closed = False
        self._expected: Callable[[], bytes] | None = None

    @cached_property
    def _answers(self) -> dict[bytes, bytes]:
        """By the digest of their question; found when somebody asks: a build of nothing new does not."""
        return {line[:_KEY]: line[_KEY:] for line in self._lines.split(b"\n") if line}

    def recall(self, function: str, question: str) -> Json:
        """Return what a function gave when it was asked this, or ``None`` where that is not known."""
        if not self.remembers or self._closed:
            return None
        if self._expected:
            self._take_expected()
        key = _key(function, question)
        answer = self._answers.get(key)
        if answer is None or answer[1 : _CHECKSUM + 1] != _checksum(key, answer[_CHECKSUM + 2 :]):
            return None
        try:
            value: Json = json.loads(answer[_CHECKSUM + 2 :])
        except (ValueError, RecursionError):
            return None
        self._used[key] = None
        return value

    def learn(self, function: str, question: str, value: Json) -> None:
        """Remember what a function gave."""
        if not self.remembers or self._closed:
            return
        key, content = _key(function, question), json.dumps(value, separators=(",", ":")).encode("ascii")
        self._answers[key] = b" %s %s" % (_checksum(key, content), content)
        self._used[key] = None
        self.learnt = True

    def expect(self, lines: Callable[[], bytes]) -> None:
        """Know what a copy of this store :attr:`used`, by its lines; they are waited for when somebody asks."""
        self._expected = lines

    def used(self) -> bytes:
        """Return the lines that were asked for or learnt: what who :meth:`expect` s them does not know yet, or would let go."""
        return b"\n".join([key + self._answers[key] for key in self._used])

    def _take_expected(self) -> None:
        lines, self._expected = self._expected, None
        content = lines() if lines and self.remembers and not self._closed else b""
        if content:
            taken = {line[:_KEY]: line[_KEY:] for line in content.split(b"\n")}
            self.learnt = self.learnt or not taken.keys() <= self._answers.keys()
            self._answers.update(taken)
            self._used.update(dict.fromkeys(taken))

    def let_go(self) -> None:
        """Have what it learnt kept, and forget all: from now on it knows and learns nothing, but for its blobs.

        Where nobody keeps it, it stays as it is.
        """
        if self._keep is None:
            return
        self._take_expected()
        if self.learnt:
            self._keep(self.lines())
        self._closed, self.learnt, self._lines = True, False, b""
        self.__dict__.pop("_answers", None)
        self._used.clear()
        self.values.clear()

    def lines(self) -> bytes:
        """Return the lines for the next run: what was not used for longest goes first when there is too much."""
        self._take_expected()
        return b"\n".join(reversed([key + self._answers[key] for key in self._kept()]))

    def _kept(self) -> Iterator[bytes]:
        """Yield the keys of what is kept, the last used first."""
        size = 0
        unused = (key for key in reversed(self._answers) if key not in self._used)
        for key in (*reversed(self._used), *unused):
            size += _KEY + len(self._answers[key]) + 1
            if size > self.largest:
                return
            yield key


def _key(function: str, question: str) -> bytes:
    asked = f"{function}\n{question}".encode("utf-8", "surrogatepass")
    return blake2b(asked, digest_size=_KEY // 2).hexdigest().encode("ascii")


def _checksum(key: bytes, content: bytes) -> bytes:
    return blake2b(key + content, digest_size=_CHECKSUM // 2).hexdigest().encode("ascii")
