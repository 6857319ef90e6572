"""The bytes and content lines of a feed (RFC 5545 section 3.1): rule 10."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Broken(Struct, frozen=True, kw_only=True):
    """A rule that does not hold."""

    rule: int
    """1 to 10."""
    found: str
    """The content line, or what else shows it."""


_LINES = re.compile(rb"(?:[^\x00-\x1f\x7f]{1,75}\r\n)+")
_LINE_ENDS = re.compile(rb"\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\r\n [\x80-\xbf]|\xef\xbb\xbf")
"""C1 controls and line separators that some parsers split on, a character that a fold cuts, a byte order mark."""
_NAMED = re.compile(r'([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*)')
_PARSED = re.compile(f"{_NAMED.pattern}:(.*)")
_TEXT = re.compile(r"[^\\;,]*(?:\\[\\;,n][^\\;,]*)*")
_LIST = re.compile(r"[^\\;]*(?:\\[\\;,n][^\\;]*)*")
_LISTS = {"CATEGORIES"}
_TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "CONTACT", "UID", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", *_LISTS}
_URIS = {"URL", "SOURCE", "CONFERENCE", "IMAGE", "X-APPLE-STRUCTURED-LOCATION"}
_URI = re.compile(r"[a-z][a-z0-9+.-]*:[!-~]+")
_VALUES = dict.fromkeys(_TEXTS, _TEXT) | dict.fromkeys(_LISTS, _LIST) | dict.fromkeys(_URIS, _URI)
"""What a value must look like, by the name of its property."""

Properties = dict[str, list[tuple[str, str]]]
"""Parameters, with their first semicolon, and value of each property; by name."""


def broken_bytes(content: bytes) -> Iterator[Broken]:
    if not _LINES.fullmatch(content):
        for line in content.split(b"\r\n")[:-1]:
            if not _LINES.fullmatch(line + b"\r\n"):
                yield Broken(rule=10, found=shown(line))
        if not content.endswith(b"\r\n"):
            yield Broken(rule=10, found=shown(content.rpartition(b"\r\n")[2]))
    if not content.isascii():
        for match in _LINE_ENDS.finditer(content):
            yield Broken(rule=10, found=shown(content[match.start() :]))


def shown(content: bytes | str) -> str:
    text = content.decode("utf-8", "backslashreplace") if isinstance(content, bytes) else content
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text[:100])


def unfolded(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").replace("\r\n ", "").split("\r\n")[:-1]


def properties(lines: Iterable[str]) -> tuple[Properties, list[Broken]]:
    found: Properties = {}
    broken: list[Broken] = []
    for line in lines:
        named, _, value = line.partition(":")
        name, parameters = _named(named)
        if not name:  # there is a colon in a parameter, or nothing is right
            parsed = _PARSED.fullmatch(line)
            if parsed is None:
                broken.append(Broken(rule=10, found=shown(line)))
                continue
            name, parameters, value = parsed.groups()
        found.setdefault(name, []).append((parameters, value))
        if (judge := _VALUES.get(name)) and not judge.fullmatch(value):
            broken.append(Broken(rule=10, found=shown(line)))
    return found, broken


@lru_cache(maxsize=1_000)
def _named(text: str) -> tuple[str, str]:
    """Return a name and its parameters, where a text is these and nothing else; nearly all lines begin in one of 20 ways."""
    named = _NAMED.fullmatch(text)
    return (named[1], named[2]) if named else ("", "")
