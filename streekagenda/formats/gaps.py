"""What is written once and filled in many times: a text, such as a piece of HTML or JSON, with gaps for what differs."""

from __future__ import annotations

_EDGE = "\x7f"
"""A control character, which no text of a partner may hold, and which JSON writes as it is."""


def gap(name: str) -> str:
    """Return what stands for something that is not known yet."""
    return f"{_EDGE}{name}{_EDGE}"


def pattern(written: str) -> str:
    """Return a text as the left side of ``%``: a mapping by the names of its gaps fills them."""
    pieces = written.replace("%", "%%").split(_EDGE)
    pieces[1::2] = [f"%({name})s" for name in pieces[1::2]]
    return "".join(pieces)
