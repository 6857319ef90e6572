"""The text of a file: long enough to say everything, short enough to convert in a moment."""

from __future__ import annotations

from streekagenda.content.faults import Fault
from streekagenda.formats.markdown import MOST_BYTES, too_slow


def body_fault(text: str, *, line: int = 1, column: int = 1) -> Fault | None:
    """Return what is wrong with a Markdown text that begins at a line of its file."""
    reason = too_slow(text)
    if reason is None:
        return None
    if reason == "length":
        return Fault(code="body-too-long", line=line, column=column, values={"limit": MOST_BYTES})
    return Fault(code=f"body-{reason}", line=line, column=column)
