"""XLSX files of our own making, as small as a test needs them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = (
    f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets><sheet name="Agenda" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELS = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
STYLES = (
    f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="[$-413]dddd d mmmm yyyy h:mm;@"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)
"""Style 1 shows a day, 2 a time, 3 both."""


def cell(place: str, value: str, kind: str = "str", style: int = 0) -> str:
    """One cell, of a kind of ECMA-376."""
    return f'<c r="{place}" s="{style}" t="{kind}"><v>{value}</v></c>'


def texts(number: int, *values: str) -> str:
    """A row of texts."""
    return row(number, *(cell(f"{chr(65 + at)}{number}", value) for at, value in enumerate(values) if value))


def row(number: int, *cells: str, more: str = "") -> str:
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def sheet(*rows: str, before: str = "") -> str:
    return f"<?xml version='1.0'?>{before}<worksheet {MAIN}><sheetData>{''.join(rows)}</sheetData></worksheet>"


def packed(
    entries: Sequence[tuple[str, str | bytes]], how: int = zipfile.ZIP_DEFLATED, *, level: int | None = None
) -> bytes:
    """A zip file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", how, compresslevel=level) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return file.getvalue()


def workbook(*rows: str, parts: Mapping[str, str | bytes] | None = None, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook of one sheet; ``parts`` take the place of its parts."""
    usual: Mapping[str, str | bytes] = {
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELS,
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet(*rows),
    }
    return packed(list({**usual, **(parts or {})}.items()), how)
