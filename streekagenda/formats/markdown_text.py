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
_SPACE = re.compile(r"\s+")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Controls, and what turns the direction of a text around (CVE-2021-42574)."""
_AT_START = re.compile(r"^(?=[-+=#/])|^\d{1,9}(?=[.)])")
"""What makes a list, a heading, a line or, in GitLab, a command of the line that it begins."""
_AT_END = re.compile(r"#$")
"""What a heading would lose."""
_REFERENCE = re.compile(
    r"""(?<=[@#!%~$\[])(?=[\w"]) | (?<=&amp;)(?=\w)  # people, issues, merge requests, milestones, labels, epics …
    | (?<=\bGH)(?=-\d) | (?<=:)(?=[a-z+-][\w+-]*:)  # issues as GH-12, and :emoji:
    | (?<=:)(?=//) | (?<=\bwww)(?=\.)  # addresses
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NOTHING = "<!-- -->"
_TICKS = re.compile(r"`+")


def as_text(text: str) -> str:
    """Return Markdown that shows this text, on one line; what is hidden in it is shown as ``\N{REPLACEMENT CHARACTER}``."""
    shown = _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text)).strip()
    escaped = _MARKUP.sub(r"\\\g<0>", shown.translate(_ENTITIES))
    escaped = _REFERENCE.sub(_NOTHING, escaped)
    return _AT_END.sub(f"#{_NOTHING}", _AT_START.sub(r"\g<0>\\", escaped))


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
