"""Text that a terminal only shows: nothing in it is obeyed, hidden, or turned around (CVE-2021-42574, CWE-150)."""

from __future__ import annotations

import unicodedata

_NOT_SHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""General categories of Unicode: controls, formats, half characters, separators of lines and of paragraphs."""
_JOINERS = "\u200c\u200d"
"""Persian and emoji need them."""
_WIDE = frozenset("WF")


def printable(text: str, *, tab: str = " ") -> str:
    """Return a text on one line, each of its characters as one that can be seen: as itself where it can."""
    return text if text.isprintable() else "".join(_shown(character, tab) for character in text)


def _shown(character: str, tab: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if character == "\t":
        return tab
    if character in "\r\n" or unicodedata.category(character) == "Zs":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) in _NOT_SHOWN else character


def width(text: str) -> int:
    """Return how many columns a printable text takes on a terminal (UAX #11)."""
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
