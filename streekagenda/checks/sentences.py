"""Sentences of a Dutch text in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>#|]|\d{1,3}[.)])[ \t])")
_MARKS = re.compile(r"^[ \t]*(?:[-*+>]|#{1,6}|\d{1,3}[.)])[ \t]+")
_END = re.compile(r"[.!?…:;][\"'”’)*_]*\s+(?=[\"'“‘(*_]*[A-ZÀ-Þ0-9'’])")
_SHORT = re.compile(r"\b(?:[a-z]\.[a-z]|blz|nrs?|art|tel|max|min|ong|ca|evt|incl|excl|st)\.$", re.IGNORECASE)
_WORD = re.compile(r"\w[\w'’.,:/-]*")


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, each as it stands there, its line breaks included; tables are passed over.

    A full stop ends nothing where no capital follows, ``a.s. zaterdag``, nor between an abbreviation and a number, ``blz. 5``.
    """
    for block in _BLOCKS.split(text):
        if block.lstrip().startswith("|"):
            continue
        rest = _MARKS.sub("", block)
        begin = 0
        for found in _END.finditer(rest):
            if not _is_abbreviation(
                rest[max(begin, found.start() - 6) : found.start() + 1], rest[found.end() : found.end() + 1]
            ):
                yield rest[begin : found.end()].strip()
                begin = found.end()
        if rest[begin:].strip():
            yield rest[begin:].strip()


def _is_abbreviation(before: str, behind: str) -> bool:
    return behind.isdigit() and _SHORT.search(before) is not None


def words_in(sentence: str) -> int:
    """Count the words of a sentence; a number, a time or an address is one."""
    return len(_WORD.findall(sentence))
