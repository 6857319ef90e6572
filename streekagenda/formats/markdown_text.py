"""Any text written into Markdown so that every forge shows that text: no mark-up, no link, no mention of somebody.

CommonMark 0.31 section 2.4 (backslash escapes) and 4.5 (fenced code); GitHub Flavored Markdown section 6.9 (bare
addresses). Forges look for ``@name`` and ``#12`` after Markdown is done, so that no escape helps: an empty comment does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_AT_START = re.compile(r"^(\s*)([-+=#/]|\d+(?=[.)]))")
"""What makes a list, a heading, a line or, in GitLab, a command of the line that it begins."""
_REFERENCE = re.compile(r"(?<=[@#!%])(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=&amp;)(?=\w)", re.IGNORECASE)
_NOTHING = "<!-- -->"
_TICKS = re.compile(r"`+")


def as_text(text: str) -> str:
    """Return Markdown that shows this text of one line."""
    escaped = _MARKUP.sub(r"\\\g<0>", text.translate(_ENTITIES))
    escaped = _REFERENCE.sub(_NOTHING, escaped)
    return _AT_START.sub(lambda found: f"{found[1]}{_NOTHING}{found[2]}", escaped)


def code_span(text: str) -> str:
    """Return Markdown that shows this text of one line as code."""
    ticks = "`" * (_longest(text) + 1)
    space = " " if "`" in text or not text.strip() else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def fenced(lines: Iterable[str], language: str = "text") -> Iterator[str]:
    """Yield the lines of a block of code; ``language`` is how it is coloured."""
    shown = list(lines)
    ticks = "`" * max([3, *(_longest(line) + 1 for line in shown)])
    yield f"{ticks}{language}"
    yield from shown
    yield ticks


def _longest(text: str) -> int:
    return max((len(run) for run in _TICKS.findall(text)), default=0)
