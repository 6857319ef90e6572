"""XLSX: the first sheet that is shown becomes a table of what its cells show (ECMA-376 part 1, chapter 18).

Values only: of a formula its last outcome, never the formula. Five small parts of the file are read and nothing else of
it. Why no library does this: ``docs/decisions/0041-our-own-reader-of-spreadsheets.md``.
"""

from __future__ import annotations

import re
from posixpath import join, normpath
from typing import TYPE_CHECKING

from streekagenda.diagnostics import Severity
from streekagenda.importing import tables
from streekagenda.importing.archives import Archive, UnsafeArchive
from streekagenda.importing.found import MOST_BYTES, MOST_EVENTS, Reading, left_out
from streekagenda.importing.serial_dates import NUMBER, Format, number_format, shown
from streekagenda.importing.xml_parts import UnsafeXml, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from streekagenda.diagnostics import Diagnostic

WORKBOOK = "xl/workbook.xml"
MOST_FILLED = MOST_EVENTS + tables.LOOKED + tables.MOST_REFUSED + 1
"""Rows in which something stands; what comes after is never looked at."""

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.ASCII)
_INDEX = re.compile(r"[0-9]{1,7}", re.ASCII)
_BY_NUMBER = re.compile(r"_x([0-9A-Fa-f]{4})_", re.ASCII)
_LONGEST_NUMBER = 40
"""Characters."""
_TRUE = frozenset({"1", "true"})


def read(content: bytes) -> Reading:
    """Return the activities of a spreadsheet; what is not read of it (other sheets, hidden rows) is said."""
    if len(content) > MOST_BYTES:
        return Reading(left_out=(left_out("import-too-large", limit=MOST_BYTES // 1_000_000),))
    try:
        archive = Archive(content)
        if WORKBOOK not in archive:
            return Reading(left_out=(left_out("import-xlsx-other"),))
        return _read(archive)
    except UnsafeArchive as unsafe:
        return Reading(left_out=(left_out(unsafe.code, limit=unsafe.limit),))
    except UnsafeXml:
        return Reading(left_out=(left_out("import-xlsx-damaged"),))


def _read(archive: Archive) -> Reading:
    workbook = _Workbook()
    parse(archive.read(WORKBOOK), workbook.start, _nothing, _nothing)
    relations = _Relations()
    parse(archive.read("xl/_rels/workbook.xml.rels"), relations.start, _nothing, _nothing)
    shown_sheets = [name for name, _, hidden in workbook.sheets if not hidden]
    part = next((relations.targets.get(relation, "") for _, relation, hidden in workbook.sheets if not hidden), "")
    if part not in archive:
        return Reading(left_out=(left_out("import-xlsx-damaged"),))
    strings, styles = _Texts("si"), _Styles()
    for name, start, end, text in (
        ("xl/sharedStrings.xml", strings.start, strings.end, strings.text),
        ("xl/styles.xml", styles.start, styles.end, _nothing),
    ):
        if name in archive:
            parse(archive.read(name), start, end, text)
    sheet = _Sheet([_with_characters(one) for one in strings.found], styles, from_1904=workbook.from_1904)
    parse(archive.read(part), sheet.start, sheet.end, sheet.text)
    beside: list[Diagnostic] = []
    if len(shown_sheets) > 1:
        beside.append(left_out("import-other-sheets", severity=Severity.WARNING, sheet=shown_sheets[0]))
    if sheet.hidden:
        beside.append(left_out("import-hidden-rows", severity=Severity.WARNING, count=sheet.hidden))
    if sheet.too_wide:
        return Reading(left_out=(left_out("import-too-many-columns", sheet.too_wide, limit=tables.MOST_COLUMNS),))
    reading = tables.read(sheet.table())
    too_many = {"import-too-many-rows", "import-too-many-mistakes"} & {one.code for one in reading.left_out}
    cut = [left_out("import-too-many-rows", sheet.cut, limit=MOST_EVENTS)] if sheet.cut and not too_many else []
    reading = tables.ended(reading, *cut)
    return Reading(found=reading.found, left_out=(*beside, *reading.left_out))


def _nothing(_: object) -> None:
    pass


class _Workbook:
    """Which sheets there are, and from when days are counted."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        """The name, the id of the relation, and whether it is hidden."""
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            relation = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            self.sheets.append((attributes.get("name", ""), relation, hidden))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "") in _TRUE


class _Relations:
    """Which part of the file each relation of the workbook leads to."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = normpath(join("/xl", attributes.get("Target", "")))
            self.targets[attributes.get("Id", "")] = target.lstrip("/")


class _Texts:
    """The text within each element of one name; what only says how to pronounce it (``rPh``) is not of it."""

    def __init__(self, element: str, holders: tuple[str, ...] = ("t",)) -> None:
        self.element = element
        self.holders = holders
        self.found: list[str] = []
        self._parts: list[str] = []
        self._open = False
        self._aside = 0

    def start(self, name: str, _: Mapping[str, str]) -> None:
        self._aside += name == "rPh"
        self._open = name in self.holders and not self._aside

    def end(self, name: str) -> None:
        self._open = False
        self._aside -= name == "rPh"
        if name == self.element:
            self.found.append("".join(self._parts))
            self._parts = []

    def text(self, text: str) -> None:
        if self._open:
            self._parts.append(text)


class _Styles:
    """What each style of cells shows of a number."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._formats: list[str] = []
        self._in_cells = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self._formats.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def format(self, style: str) -> Format:
        index = int(style) if _INDEX.fullmatch(style) else -1
        if not 0 <= index < len(self._formats):
            return NUMBER
        number = self._formats[index]
        if not _INDEX.fullmatch(number):
            return NUMBER
        return number_format(int(number), self._codes.get(number))


class _Sheet:
    """The rows of a sheet in which something stands that is shown."""

    def __init__(self, strings: list[str], styles: _Styles, *, from_1904: bool) -> None:
        self.hidden = 0
        """Rows that somebody hid."""
        self.too_wide = 0
        """The first row that goes on too far to the right."""
        self.cut = 0
        """The first row that is not kept."""
        self._strings = strings
        self._styles = styles
        self._from_1904 = from_1904
        self._rows: list[tuple[int, dict[int, str]]] = []
        self._number = 0
        self._hides = False
        self._row: dict[int, str] = {}
        self._column = -1
        self._cell: Mapping[str, str] = {}
        self._formula = False
        self._texts = _Texts("c", ("v", "t"))

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            given = attributes.get("r", "")
            number = int(given) if _INDEX.fullmatch(given) else self._number + 1
            if number <= self._number:
                raise UnsafeXml("row")
            self._number, self._column, self._row = number, -1, {}
            self._hides = attributes.get("hidden", "") in _TRUE
        elif name == "c":
            place = _REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = _column(place[1]) if place else self._column + 1
            self._cell, self._formula = attributes, False
        elif name == "f":
            self._formula = True
        self._texts.start(name, attributes)

    def text(self, text: str) -> None:
        self._texts.text(text)

    def end(self, name: str) -> None:
        self._texts.end(name)
        if name == "c":
            value = self._value(self._texts.found.pop())
            if value and self._column >= tables.MOST_COLUMNS:
                self.too_wide = self.too_wide or self._number
            elif value:
                self._row[self._column] = value
        elif name == "row" and self._row:
            self.hidden += self._hides
            if self._hides:
                return
            if len(self._rows) < MOST_FILLED:
                self._rows.append((self._number, self._row))
            else:
                self.cut = self.cut or self._number

    def _value(self, text: str) -> str:
        """Return what a cell shows (ECMA-376 part 1, 18.18.11): dates and times as ISO 8601 writes them."""
        if not text:
            return tables.NO_OUTCOME if self._formula else ""
        match self._cell.get("t", "n"):
            case "s":
                index = int(text) if _INDEX.fullmatch(text) else len(self._strings)
                if index >= len(self._strings):
                    raise UnsafeXml("string")
                return self._strings[index]
            case "inlineStr" | "str":
                return _with_characters(text)
            case "d":
                return text.replace("T", " ")
            case "n":
                return self._number_shown(text)
            case _:
                return text

    def _number_shown(self, text: str) -> str:
        try:
            number = float(text[:_LONGEST_NUMBER])
        except ValueError:
            return text
        form = self._styles.format(self._cell.get("s", "0"))
        return shown(number, form, from_1904=self._from_1904) or f"{number:.15g}"

    def table(self) -> Iterator[tables.Row]:
        """Yield the rows, all of one width: what stands beside a table breaks no row of it."""
        width = max((max(row) + 1 for _, row in self._rows), default=0)
        for number, row in self._rows:
            yield tables.Row(number=number, cells=[row.get(column, "") for column in range(width)])


def _column(letters: str) -> int:
    """Return the number of a column from 0: A, B, … Z, AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _with_characters(text: str) -> str:
    """Return a text with what it says by number (ECMA-376 part 1, 22.9.2.19): ``_x000D_`` is a line break."""
    return _BY_NUMBER.sub(lambda found: chr(int(found[1], 16)), text)
