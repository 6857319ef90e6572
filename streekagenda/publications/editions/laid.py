"""What stands ready as bytes and is put into a page at the end: the cards of a list, which are most of it.

As text they would be copied by each template and encoded anew for each page. A template gets a mark, which is gone when
the page is.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

_EDGE = "\x06"
"""A control character, which no text of a partner may hold, and which is one byte."""


class Mark(Markup):
    """Stands in a page for what is put there; what the page is made of keeps it."""

    pieces: tuple[bytes, ...]


class Laid:
    """Gives marks, and puts in their places what they stand for."""

    def __init__(self) -> None:
        self._marks: WeakValueDictionary[int, Mark] = WeakValueDictionary()
        self._numbers = count()

    def mark(self, *pieces: bytes, drawings: Iterable[str] = ()) -> Markup:
        """Return what stands for pieces in a template; it names the drawings to which these refer as the page's own."""
        if not any(pieces):
            return Markup()
        number = next(self._numbers)
        uses = "".join(f'<use href="#{one}"' for one in drawings)
        mark = self._marks[number] = Mark(f"{_EDGE}{number}{_EDGE}{uses}{_EDGE}")
        mark.pieces = pieces
        return mark

    def put_in(self, page: str) -> bytes:
        """Return a page with all that is marked in it in its place."""
        first, *rest = page.encode().split(_EDGE.encode())
        pieces = [first]
        for number, text in zip(rest[::3], rest[2::3], strict=True):
            pieces += (*self._marks[int(number)].pieces, text)
        return b"".join(pieces)
