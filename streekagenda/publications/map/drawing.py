"""A picture of the region that needs no map: each municipality with its neighbourhoods, as a tree.

It is so narrow that its letters keep their size on a phone. A circle beside each name has an area as large as the number
of activities; the number stands there in words too.
"""

from __future__ import annotations

from math import sqrt
from textwrap import wrap
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from streekagenda.model.area import Area
    from streekagenda.model.text import Said
    from streekagenda.rendering.words import Words

WIDTH = 280
"""Units, which are CSS pixels where a window is 320 of them wide."""
_INDENT, _TRUNK = 26, 15
_LINE, _BETWEEN = 21, 12
_TEXT = 24
"""From the middle of a circle to its words."""
_LETTERS = 9.2
"""Width of a letter, rather too much than too little."""
_SMALLEST, _LARGEST = 3.0, 14.0


class Twig(Struct, frozen=True, kw_only=True):
    """An area in the drawing; all positions are those of a page from left to right, or mirrored."""

    area: Area
    x: int
    y: int
    radius: float
    text_x: int
    lines: tuple[tuple[int, str], ...]
    """Of its name: where each stands, and what it says."""
    language: str
    """Of its name."""
    count: int
    count_y: int
    branch: str
    """Path data of the line from the area above; empty for the municipality."""


class Drawing(Struct, frozen=True, kw_only=True):
    """A municipality with all that lies in it."""

    area: Area
    height: int
    twigs: tuple[Twig, ...]


def drawing(words: Words, town: Area, counts: Mapping[tuple[str, str], int], most: int) -> Drawing:
    """Return the drawing of one municipality; ``most`` is the number that has the largest circle."""
    twigs: list[Twig] = []
    tops: dict[str, tuple[int, int]] = {}
    top = 4
    for depth, area in _walk(town, 0):
        middle = top + _LINE // 2 + 3
        x = _TRUNK + depth * _INDENT
        text_x = x + _TEXT
        said = words.text(area.name)
        lines = _lines(said, WIDTH - text_x)
        tops[area.id] = (x, middle)
        twigs.append(
            Twig(
                area=area,
                x=_mirrored(x, words),
                y=middle,
                radius=_radius(counts["area", area.id], most),
                text_x=_mirrored(text_x, words),
                lines=tuple((top + 16 + number * _LINE, line) for number, line in enumerate(lines)),
                language=said.language,
                count=counts["area", area.id],
                count_y=top + 16 + len(lines) * _LINE,
                branch=_branch(tops[area.above[-1]], (x, middle), words) if area.above else "",
            )
        )
        top += (len(lines) + 1) * _LINE + _BETWEEN
    return Drawing(area=town, height=top, twigs=tuple(twigs))


def _walk(area: Area, depth: int) -> Iterator[tuple[int, Area]]:
    yield depth, area
    for one in area.areas:
        yield from _walk(one, depth + 1)


def _lines(said: Said, width: int) -> list[str]:
    return wrap(said.text, max(8, int(width / _LETTERS))) or [said.text]


def _radius(count: int, most: int) -> float:
    """Return the radius of a circle whose area grows with the number; where nothing is on, it is a dot."""
    if not count:
        return _SMALLEST
    return round(_SMALLEST + 1 + (_LARGEST - _SMALLEST - 1) * sqrt(count / max(most, count)), 1)


def _branch(above: tuple[int, int], here: tuple[int, int], words: Words) -> str:
    """Return the line that goes down from the area above, and aside to here."""
    return f"M{_mirrored(above[0], words)} {above[1]}V{here[1]}H{_mirrored(here[0], words)}"


def _mirrored(x: int, words: Words) -> int:
    return WIDTH - x if words.direction == "rtl" else x
