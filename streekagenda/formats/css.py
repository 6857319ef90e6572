"""A style sheet without what only its writers read: comments, line ends and indentation (CSS Syntax Level 3, section 4).

Whitespace that parts two words, as in a selector or ``calc(1rem + 2px)``, stays as one space; texts stay as they are.
"""

from __future__ import annotations

import re

_COMMENT = r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/"
_PIECE = re.compile(
    rf"""
    (?P<text> "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | url\([^)]*\) )
  | (?P<mark> (?: \s | {_COMMENT} )* [{{}};] (?: \s | {_COMMENT} )* )
  | (?P<after> [:,] (?: \s | {_COMMENT} )+ )
  | (?P<space> (?: \s | {_COMMENT} )+ )
    """,
    re.VERBOSE | re.DOTALL,
)


def slim(style: str) -> str:
    """Return a style sheet that means the same, in fewer bytes."""
    pieces: list[str] = []
    end = 0
    for found in _PIECE.finditer(style):
        pieces += [style[end : found.start()], _shortened(found)]
        end = found.end()
        if pieces[-1] == "}" and pieces[-3:-1] == [";", ""]:
            del pieces[-3]
    return "".join([*pieces, style[end:]]).strip()


def _shortened(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "text":
            return found[0]
        case "space":
            return " "
        case _:
            return re.sub(_COMMENT, "", found[0]).strip()
