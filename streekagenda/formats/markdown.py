"""What a Markdown text may be, so that turning it into HTML takes no longer than a moment.

Markdown has no syntax errors, but converters meet texts on which they take minutes: thousands of brackets that never
close, lists in lists in lists. The models are the pathological tests of cmark (``test/pathological_tests.py``); the
limits were found by measuring Python-Markdown. No real text comes near them.
"""

from __future__ import annotations

import re
from typing import Literal

MOST_BYTES = 20_000
MOST_LINES = 1_500
MOST_TAGS = 400
MOST_BRACKETS = 400
MOST_BACKTICKS = 800
MOST_BRACKET_WORK = 300_000
"""Characters that a converter passes in search of closing brackets."""

_RUN = re.compile(r"([\[\]<>*_`!()|~\\&])\1{49}")
_NESTED = re.compile(r"^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])[ \t]+){20}", re.MULTILINE)
_BRACKET_OR_GAP = re.compile(r"[\[\]]|\n[ \t]*\n")

TooSlow = Literal["length", "lines", "run", "nesting", "tags", "brackets", "backticks"]


def too_slow(text: str) -> TooSlow | None:
    """Return what is too much in a Markdown text, or ``None`` for a text that is safe to convert.

    ``length`` more than 20 kB, a tab for four spaces; ``lines`` more than 1,500 of them; ``run`` one mark fifty times in a row; ``nesting``
    twenty list or quotation marks before one line; ``tags``, ``brackets``, ``backticks`` more of them than any text needs,
    or brackets that never close.
    """
    if len(text.expandtabs(4).encode(errors="replace")) > MOST_BYTES:  # as a converter writes them out
        return "length"
    if text.count("\n") > MOST_LINES:
        return "lines"
    if _RUN.search(text):
        return "run"
    if _NESTED.search(text):
        return "nesting"
    if text.count("<") > MOST_TAGS:
        return "tags"
    if text.count("`") > MOST_BACKTICKS:
        return "backticks"
    if text.count("[") > MOST_BRACKETS or _bracket_work(text) > MOST_BRACKET_WORK:
        return "brackets"
    return None


def _bracket_work(text: str) -> int:
    """Add up the way from each opening bracket to the one that closes it, or to the end of its paragraph."""
    if "[" not in text:
        return 0
    work = 0
    opened: list[int] = []
    for found in _BRACKET_OR_GAP.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]":
            if opened:
                work += found.start() - opened.pop()
        else:
            work += sum(found.start() - start for start in opened)
            opened.clear()
    return work + sum(len(text) - start for start in opened)
