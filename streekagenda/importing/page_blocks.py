"""The JSON-LD blocks of a web page (``script type=application/ld+json``), and nothing else of it.

One walk over the bytes, from tag to tag (HTML standard, 13.2.5): no step looks again at what another has passed. A tag
or an element that never ends is the end of the walk, as it is for a browser. Python's ``html.parser`` is quadratic in
3.11 (CVE-2026-15308).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENS = re.compile(rb"<(?:!--|([a-z][^\s/>]*))", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"[\s/]*([^\s/>=]*)\s*")
_VALUE = re.compile(rb"=\s*")
_BARE = re.compile(rb"[^\s>]*")
_TEXT_ONLY = frozenset(
    {b"script", b"style", b"textarea", b"title", b"xmp", b"iframe", b"noembed", b"noframes", b"noscript"}
)
"""Elements whose content is text, up to their own end tag."""
_LONGEST_NAME = 50
_DATA = b"application/ld+json"


def blocks(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield where each block begins, in bytes, and what it holds."""
    lowered = content.lower()  # of bytes: ASCII alone, so that all keeps its place
    at = 0
    while (opened := _OPENS.search(content, at)) is not None:
        name = (opened[1] or b"")[:_LONGEST_NAME].lower()
        if not name:
            at = content.find(b"-->", opened.end()) + 3
            if at < 3:
                return
            continue
        tag = _attributes(content, opened.end())
        if tag is None:
            return
        at, kind = tag
        if name in _TEXT_ONLY:
            end = lowered.find(b"</" + name, at)
            if end < 0:
                return
            if name == b"script" and kind == _DATA:
                yield at, content[at:end]
            at = end


def _attributes(content: bytes, at: int) -> tuple[int, bytes] | None:
    """Return where a tag has ended, and its ``type``; ``None`` where it never ends."""
    kind: bytes | None = None
    while True:
        found = _ATTRIBUTE.match(content, at)
        if found is None or found.end() >= len(content):
            return None
        name, at = found[1], found.end()
        value = b""
        if name or content[at : at + 1] == b"=":
            equals = _VALUE.match(content, at)
            if equals is not None:
                at = equals.end()
                mark = content[at : at + 1]
                if mark in {b'"', b"'"}:
                    end = content.find(mark, at + 1)
                    if end < 0:
                        return None
                    value, at = content[at + 1 : end], end + 1
                else:
                    bare = _BARE.match(content, at)
                    value, at = (bare[0], bare.end()) if bare else (b"", at)
            if kind is None and name.lower() == b"type":
                kind = value.split(b";")[0].strip().lower()
        elif content[at : at + 1] == b">":
            return at + 1, kind or b""
