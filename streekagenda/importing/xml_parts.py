"""XML of a stranger, read as a stream: no document type and so no entity, no more elements than a table can have.

expat 2.4 and later has a guard of its own against entities that multiply, but which expat a machine has is not ours to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_ELEMENTS = 500_000
"""Of one part: 5,000 rows of fifty filled cells."""
DEEPEST = 50
_STRIDE = 200_000
"""Bytes without any ``<``: a cell holds 32,767 characters, and an element has a handful of attributes."""


class UnsafeXml(ValueError):
    """It is no XML, or holds what no table needs."""


def parse(
    content: bytes,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Tell of each element, by its name without the prefix of its namespace, and of the text between.

    Raises:
        UnsafeXml: see there; what was told so far may be thrown away.
    """
    for at in range(0, len(content) - _STRIDE, _STRIDE):
        if content.find(b"<", at, at + _STRIDE) < 0:
            raise UnsafeXml("long")
    guard = _Guard(start, end)
    parser = ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 65_536
    parser.StartDoctypeDeclHandler = guard.doctype
    parser.EntityDeclHandler = guard.doctype
    parser.StartElementHandler = guard.start
    parser.EndElementHandler = guard.end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(content, True)
    except UnsafeXml:
        raise
    except (ExpatError, ValueError, LookupError) as error:  # no XML, or in characters that nobody knows
        raise UnsafeXml(str(error)) from error


class _Guard:
    def __init__(self, start: Callable[[str, Mapping[str, str]], None], end: Callable[[str], None]) -> None:
        self._start = start
        self._end = end
        self.elements = 0
        self.depth = 0

    def doctype(self, *_: object) -> None:
        raise UnsafeXml("DOCTYPE")

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        if self.elements > MOST_ELEMENTS or self.depth > DEEPEST:
            raise UnsafeXml("large")
        self._start(name.rpartition(":")[2], attributes)

    def end(self, name: str) -> None:
        self.depth -= 1
        self._end(name.rpartition(":")[2])
