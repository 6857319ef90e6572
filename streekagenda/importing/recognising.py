"""What a file is, by what stands in it: its name, and what a server calls it, are somebody else's word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.importing import calendars, csv_files, spreadsheets, web_pages
from streekagenda.importing.found import MOST_BYTES, Reading, left_out

if TYPE_CHECKING:
    from streekagenda.importing.found import Reader

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Excel saved before 2007, and saves with a password (MS-CFB section 2.2)."""
_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_UTF_8 = b"\xef\xbb\xbf"
_CALENDAR = re.compile(rb"\s*BEGIN\s*:\s*VCALENDAR", re.IGNORECASE)
_MARKUP = re.compile(rb"\s*<[!?a-z]", re.IGNORECASE)
_NO_TABLE = (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")


def read(content: bytes) -> Reading:
    """Return the activities of a file of any kind that we know, or what is said of one that we do not."""
    if len(content) > MOST_BYTES:
        return Reading(left_out=(left_out("import-too-large", limit=MOST_BYTES // 1_000_000),))
    known = reader(content)
    return Reading(left_out=(left_out(known),)) if isinstance(known, str) else known(content)


def reader(content: bytes) -> Reader | str:
    """Return what reads a file, or the code of what is said of it."""
    if content.startswith(_ZIP):
        return spreadsheets.read
    if content.startswith(_COMPOUND):
        return "import-old-spreadsheet"
    if content.startswith(_NO_TABLE):
        return "import-unknown-kind"
    if content.startswith(_UTF_16_OR_32):
        return "import-utf16"
    begin = content[:10_000].removeprefix(_UTF_8)
    if not begin.strip():
        return "import-empty"
    if _CALENDAR.match(begin):
        return calendars.read
    if _MARKUP.match(begin):
        return web_pages.read
    return "import-unknown-kind" if b"\0" in begin else csv_files.read
