"""A report of limited length: what does not fit is counted, never cut in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


class Block(Struct, frozen=True, kw_only=True):
    """Lines that belong together."""

    lines: Sequence[str]
    things: int = 1
    """How many things they tell, as they are counted where there is no room."""


class Section(Struct, frozen=True, kw_only=True):
    """A part of a report."""

    opening: Sequence[str]
    """Its lines before the first block."""
    blocks: Iterable[Block]
    left_out: Callable[[int], str]
    """Says for how many things there is no room."""


def within(sections: Iterable[Section], characters: int) -> Iterator[str]:
    """Yield the lines of sections that have a block, as far as there is room; the first section goes first.

    What is said of the rest comes on top of ``characters``.
    """
    room = characters
    for section in sections:
        blocks = list(section.blocks)
        if not blocks:
            continue
        yield from section.opening
        left_out = 0
        for block in blocks:
            size = sum(len(line) + 1 for line in block.lines)
            if size > room:
                left_out += block.things
            else:
                room -= size
                yield from block.lines
        if left_out:
            yield section.left_out(left_out)
            yield ""
