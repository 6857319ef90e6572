"""The very lines of content files that diagnostics are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.content.faults import Fault
from streekagenda.content.files import decode, open_content

if TYPE_CHECKING:
    from pathlib import Path

    from streekagenda.diagnostics import Location


class SourceLines(Struct, kw_only=True):
    """Reads lines of files; those of the last file are kept for the next diagnostic, most often about the same one."""

    content: Path
    _last: tuple[str, str] = ("", "")

    def line(self, location: Location) -> str | None:
        """Return a line without its end, or ``None`` for one that shows nothing: blank, a fence, or not there."""
        if self._last[0] != location.path:
            self._last = location.path, self._read(location.path)
        lines = self._last[1].split("\n", location.line)  # most are near the top
        line = lines[location.line - 1] if location.line <= len(lines) else ""
        return None if line.strip() in {"", "---"} else line

    def _read(self, path: str) -> str:
        read = open_content(self.content, path)
        if isinstance(read, Fault):
            return ""
        text = decode(read)
        return read.decode("utf-8", errors="replace") if isinstance(text, Fault) else text
