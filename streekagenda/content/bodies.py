"""The text of a file: long enough to say everything, short enough to convert in a moment."""

from __future__ import annotations

import re

from streekagenda.content.characters import FORBIDDEN
from streekagenda.content.faults import Fault
from streekagenda.formats.markdown import MOST_BYTES, too_slow


def body_fault(text: str, *, line: int = 1, column: int = 1) -> Fault | None:
    """Return what is wrong with a Markdown text that begins at a line of its file."""
    reason = too_slow(text)
    if reason is None:
        return _character_fault(text, line)
    if reason == "length":
        return Fault(code="body-too-long", line=line, column=column, values={"limit": MOST_BYTES})
    return Fault(code=f"body-{reason}", line=line, column=column)


def _character_fault(text: str, line: int) -> Fault | None:
    found = None if text.replace("\n", "").isprintable() else FORBIDDEN.search(text)
    if found is None:
        return None
    before = text[: found.start()]
    return Fault(
        code="forbidden-character",
        line=line + before.count("\n"),
        column=len(before) - before.rfind("\n"),
        values={"character": f"U+{ord(found[0]):04X}"},
    )


_SECOND = re.compile(r"^---[ \t]*\n(?P<lines>(?:(?!---[ \t]*$).*\n)+?)(?=---[ \t]*$)", re.MULTILINE)
_TITLE, _WHEN = (re.compile(rf"^(?:{names})[ \t]*:", re.MULTILINE) for names in ("titel|title", "wanneer|when"))


def second_event(text: str, *, line: int = 1) -> Fault | None:
    """Say where the data of another event stand in a body that begins at ``line``: else that event would be lost."""
    for found in _SECOND.finditer(text):
        if _TITLE.search(found["lines"]) and _WHEN.search(found["lines"]):
            there = line + text.count("\n", 0, found.start())
            return Fault(code="two-events", line=there, values={"line": there})
    return None
