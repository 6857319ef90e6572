"""CSV as Excel, Google and Outlook save it: ``;``, ``,`` or tab between cells, UTF-8 (RFC 4180).

What stands between the cells is not guessed: it is that by which the names of the columns are understood. Old character
sets are not guessed either; how to save as UTF-8 is said.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from streekagenda.content.faults import Fault
from streekagenda.content.files import decode
from streekagenda.importing import tables
from streekagenda.importing.found import MOST_BYTES, Reading, left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.diagnostics import Diagnostic

BETWEEN = (";", ",", "\t")
"""What can stand between cells; the first in a Dutch Excel."""
_TOLD = "sep="
"""The first line by which Excel is told what stands between cells."""
_FAR_TOO_MANY = 10_000
"""Marks between cells on one line, of a file that is no table."""


def read(content: bytes) -> Reading:
    """Return the activities of a CSV file; a row from which on its quotation marks are not right ends it."""
    if len(content) > MOST_BYTES:
        return Reading(left_out=(left_out("import-too-large", limit=MOST_BYTES // 1_000_000),))
    text = decode(content)
    if isinstance(text, Fault):
        return Reading(left_out=(left_out("import-not-utf8", text.line),))
    if "\0" in text:
        return Reading(left_out=(left_out("import-not-text", text.count("\n", 0, text.index("\0")) + 1),))
    rows = [_Rows(text, between) for between in BETWEEN]
    chosen = next((one for one in rows if tables.has_headers(one)), rows[0])
    reading = tables.read(chosen)
    return tables.ended(reading, *chosen.ended)


class _TooWide(csv.Error):
    pass


class _Rows:
    """The rows of a text, numbered as Excel shows them; after reading, ``ended`` says why they ended too early."""

    def __init__(self, text: str, between: str) -> None:
        self.text = text
        self.between = between
        self.ended: tuple[Diagnostic, ...] = ()

    def __iter__(self) -> Iterator[tables.Row]:
        number = 0
        reader = csv.reader(self._lines(), delimiter=self.between, strict=True)
        try:
            for number, cells in enumerate(reader, start=1):
                if cells or number > tables.MOST_ROWS:
                    yield tables.Row(number=number, cells=cells)
        except _TooWide:
            self.ended = (left_out("import-too-many-columns", number + 1, limit=tables.MOST_COLUMNS),)
        except csv.Error:
            self.ended = (left_out("import-csv-quotes", number + 1),)

    def _lines(self) -> Iterator[str]:
        begin = self.text.find("\n") + 1 if self.text[: len(_TOLD)].casefold() == _TOLD else 0
        while begin < len(self.text):
            end = self.text.find("\n", begin) + 1 or len(self.text)
            if self.text.count(self.between, begin, end) > _FAR_TOO_MANY:
                raise _TooWide
            yield self.text[begin:end]
            begin = end
