from __future__ import annotations

import struct
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from streekagenda.importing.found import Found
from streekagenda.importing.spreadsheets import read
from tests.importing.cost import MEMORY, Told, affordable, most_memory, told
from tests.importing.workbooks import MAIN, RELATIONS, RELS, STYLES, WORKBOOK, cell, packed, row, sheet, texts, workbook

HEAD = texts(1, "Titel", "Datum", "Tijd")
KOFFIE = row(2, cell("A2", "Koffie"), cell("B2", "46296", "n", 1), cell("C2", "0.4375", "n", 2))
COFFEE = Found(start=datetime(2026, 10, 1, 10, 30), summary="Koffie", line=2)
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)


def moment(number: str, style: int) -> tuple[list[object], Told]:
    """When a row is that has this number in its column of dates, shown in a style."""
    reading = read(workbook(texts(1, "titel", "datum"), row(2, cell("A2", "x"), cell("B2", number, "n", style))))
    return [found.start for found in reading.found], told(reading)


def test_file_of_xlsxwriter_as_excel_writes_it() -> None:
    """A title above the table, dates as numbers, text of two letters, a formula, a note beside it, a hidden row, two sheets."""
    reading = read(Path("tests/importing/files/xlsxwriter.xlsx").read_bytes())
    assert reading.found == (
        Found(
            start=datetime(2026, 10, 1, 10),
            end=datetime(2026, 10, 1, 12),
            summary="Koffie",
            location="De Linde",
            description="Kom erbij!",
            line=4,
        ),
        Found(start=datetime(2026, 10, 2, 19, 30), summary="=1+1 samen", line=5),
        Found(start=datetime(2026, 10, 3, 9, 30), summary="Kaarten", line=6),
    )
    assert told(reading) == [
        ("import-other-sheets", 1),
        ("import-hidden-rows", 1),
        ("import-not-a-moment", 7),
        ("import-no-first-day", 14),
    ]


def test_file_of_openpyxl_has_no_outcomes_of_formulas() -> None:
    reading = read(Path("tests/importing/files/openpyxl.xlsx").read_bytes())
    assert [(found.summary, found.start, found.location) for found in reading.found] == [
        ("A", datetime(2026, 10, 1, 19, 30), "X"),
        ("B", datetime(2026, 10, 1, 19, 30), "Y"),
        ("C", datetime(2026, 10, 1, 19, 30), "12345"),
    ]
    assert told(reading) == [("import-cell-error", 4)]


@pytest.mark.parametrize(
    ("number", "style", "start"),
    [
        ("46296", 1, None),
        ("46296.4375", 3, datetime(2026, 10, 1, 10, 30)),
        ("46296.437499999999", 3, datetime(2026, 10, 1, 10, 30)),
        ("73050.5", 3, datetime(2099, 12, 31, 12)),
    ],
)
def test_number_is_the_date_that_its_cell_shows(number: str, style: int, start: datetime | None) -> None:
    assert moment(number, style) == (([start], []) if start else ([], [("import-no-time", 2)]))


@pytest.mark.parametrize("number", ["1e308", "-1", "NaN", "Infinity", "9" * 400, "1e999", "60", "2958466", "x", "1e5"])
def test_number_that_is_no_date_of_ours_is_said(number: str) -> None:
    found, [(code, line)] = moment(number, 3)
    assert (found, line) == ([], 2)
    assert code in {"import-not-a-moment", "when-year-range"}


def test_days_may_be_counted_from_1904() -> None:
    later = WORKBOOK.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    rows = HEAD, row(2, cell("A2", "Koffie"), cell("B2", "44834", "n", 1), cell("C2", "0.4375", "n", 2))
    assert read(workbook(*rows, parts={"xl/workbook.xml": later})).found == (COFFEE,)


def test_shared_texts_are_read_without_what_says_how_they_sound() -> None:
    shared = f"<sst {MAIN}><si><r><t>Kof</t></r><r><t>fie_x000D_</t></r><rPh><t>kofie</t></rPh></si></sst>"
    rows = HEAD, KOFFIE.replace('s="0" t="str"><v>Koffie', 's="0" t="s"><v>0')
    assert read(workbook(*rows, parts={"xl/sharedStrings.xml": shared})).found == (COFFEE,)


def test_first_sheet_that_is_shown_is_read_wherever_it_stands() -> None:
    book = (
        f'<x:workbook xmlns:x="urn:x" xmlns:r="{RELATIONS}"><x:sheets><x:sheet name="a" state="hidden" r:id="rId2"/>'
        '<x:sheet name="b" r:id="rId1"/></x:sheets></x:workbook>'
    )
    parts = {
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": RELS.replace("worksheets/sheet1", "/xl/../xl/worksheets/other"),
        "xl/worksheets/other.xml": sheet(HEAD, KOFFIE),
    }
    assert read(workbook(parts=parts)).found == (COFFEE,)


@pytest.mark.parametrize("begin", ["=1+1", "+31 6", "-1", "@naam"])
def test_text_that_would_be_a_formula_is_text(begin: str) -> None:
    [found] = read(workbook(HEAD, KOFFIE.replace("Koffie", begin))).found
    assert found.summary == begin


def test_formula_is_its_last_outcome_and_is_never_reckoned() -> None:
    with_outcome = KOFFIE.replace("<v>Koffie", "<f>WEBSERVICE(&quot;https://example.org/&quot;)</f><v>Koffie")
    assert read(workbook(HEAD, with_outcome)).found == (COFFEE,)
    without = with_outcome.replace("<v>Koffie</v>", "")
    assert told(read(workbook(HEAD, without))) == [("import-cell-error", 2)]


@pytest.mark.parametrize(
    ("text", "title"), [("_xD800_a", "a"), ("_x0000_a_x000B_b", "a b"), ("a_x0041_", "aA"), ("&#x202E;a", "a")]
)
def test_characters_that_no_text_can_have_are_gone(text: str, title: str) -> None:
    [found] = read(workbook(HEAD, KOFFIE.replace("Koffie", text))).found
    assert found.summary == title


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", sheet("&m;", before=LAUGHS)),
        ("xl/worksheets/sheet1.xml", sheet("&x;", before='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
        ("xl/worksheets/sheet1.xml", sheet("", before='<!DOCTYPE w SYSTEM "https://example.org/x.dtd">')),
        ("xl/sharedStrings.xml", f"{LAUGHS}<sst><si><t>&m;</t></si></sst>"),
        ("xl/styles.xml", f"{LAUGHS}<styleSheet/>"),
        ("xl/workbook.xml", f"{LAUGHS}<workbook/>"),
        ("xl/_rels/workbook.xml.rels", f"{LAUGHS}<Relationships/>"),
        ("xl/_rels/workbook.xml.rels", '<R><Relationship Id="rId1" Target="../../../../etc/passwd"/></R>'),
        (
            "xl/_rels/workbook.xml.rels",
            '<R><Relationship Id="rId1" TargetMode="External" Target="worksheets/sheet1.xml"/></R>',
        ),
        ("xl/worksheets/sheet1.xml", sheet(HEAD, "<is>" * 51)),
        ("xl/worksheets/sheet1.xml", sheet("<c/>" * 500_001)),
        ("xl/worksheets/sheet1.xml", sheet("<row " + " ".join(f"a{n}=''" for n in range(300_000)) + "/>")),
        ("xl/worksheets/sheet1.xml", b"<?xml version='1.0' encoding='utf-7'?><worksheet/>"),
        ("xl/worksheets/sheet1.xml", sheet(HEAD, KOFFIE)[:-30]),
        ("xl/worksheets/sheet1.xml", b""),
        ("xl/worksheets/sheet1.xml", b"\xff\xfe\x00\xd8"),
        ("xl/worksheets/sheet1.xml", sheet(HEAD, texts(1, "a"))),
        ("xl/worksheets/sheet1.xml", sheet(HEAD, row(2, cell("A2", "9" * 7, "s")))),
    ],
)
def test_part_that_is_hostile_or_broken_is_not_read(part: str, content: str | bytes) -> None:
    file = workbook(HEAD, KOFFIE, parts={part: content}, how=zipfile.ZIP_STORED)
    reading = affordable(read, file)
    assert (reading.found, told(reading)) == ((), [("import-xlsx-damaged", 1)])


def test_bomb_of_a_gigabyte_is_not_unpacked() -> None:
    """Ten kilobytes that say that they are as little, and unpack to very much more: no more than was said comes out."""
    bomb = packed([("xl/workbook.xml", b"\0" * 10_000_000), ("xl/b", b"\0" * 11_000_000)])
    assert len(bomb) < 25_000
    assert told(affordable(read, bomb)) == [("import-xlsx-too-much", 1)]
    lying = workbook(parts={"xl/worksheets/sheet1.xml": b" " * 10_000_000})
    lying = lying.replace(struct.pack("<L", 10_000_000), struct.pack("<L", 1_000))
    assert told(affordable(read, lying)) == [("import-xlsx-damaged", 1)]
    assert most_memory(read, lying) < MEMORY / 100


def test_hundred_thousand_entries_are_not_listed() -> None:
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    for number, size in ((65_535, len(entry) * 100_000), (3, len(entry) * 100_000), (3, 0xFFFFFFFF)):
        end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, number, number, size, 0, 0)
        assert told(affordable(read, entry * 100_000 + end, 0.2)) == [("import-xlsx-entries", 1)]
    many = [(f"xl/{number}", b"") for number in range(1_001)]
    assert told(affordable(read, packed(many))) == [("import-xlsx-entries", 1)]


def test_directory_of_zip64_beside_the_other_is_not_believed() -> None:
    good = workbook(HEAD, KOFFIE)
    end = good.rindex(b"PK\x05\x06")
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    assert told(read(good[:end] + locator + good[end:])) == [("import-xlsx-damaged", 1)]


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_cannot_be_stopped_halfway_are_not_read(how: int) -> None:
    assert told(read(workbook(HEAD, KOFFIE, how=how))) == [("import-xlsx-damaged", 1)]


def test_part_that_is_there_twice_is_not_chosen_from() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        file = packed([("xl/workbook.xml", WORKBOOK), ("xl/workbook.xml", WORKBOOK)])
    assert told(read(file)) == [("import-xlsx-damaged", 1)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04", "import-xlsx-damaged"),
        (b"PK\x05\x06", "import-xlsx-damaged"),
        (workbook(HEAD, KOFFIE)[:-50], "import-xlsx-damaged"),
        (workbook(HEAD, KOFFIE).replace(b"xl/styles.xml", b"xl/styles\xff\xfe\x00\x00", 1), "import-xlsx-damaged"),
        (packed([("word/document.xml", "<w/>")]), "import-xlsx-other"),
        (packed([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]), "import-xlsx-other"),
        (workbook(texts(1, "naam"), texts(2, "Piet")), "import-no-headers"),
        (workbook(), "import-no-headers"),
        (b"x" * 10_000_001, "import-too-large"),
    ],
)
def test_file_that_is_no_table_is_said(content: bytes, code: str) -> None:
    reading = affordable(read, content)
    assert (reading.found, told(reading)) == ((), [(code, 1)])


def test_every_cut_and_every_byte_that_is_changed_ends_well() -> None:
    good = workbook(HEAD, KOFFIE)
    for at in range(0, len(good), 7):
        affordable(read, good[:at])
        affordable(read, good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :])


def test_encrypted_entry_asks_to_take_the_password_off() -> None:
    file = bytearray(workbook(HEAD, KOFFIE))
    at = file.find(b"PK\x01\x02")
    while at >= 0:
        file[at + 8] |= 1
        at = file.find(b"PK\x01\x02", at + 1)
    assert told(read(bytes(file))) == [("import-xlsx-password", 1)]


def test_five_thousand_rows_are_read_and_no_more() -> None:
    rows = [
        row(n, cell(f"A{n}", f"Koffie {n}"), cell(f"B{n}", str(46_000 + n % 900), "n", 1), cell(f"C{n}", "0.5", "n", 2))
        for n in range(2, 5_010)
    ]
    reading = affordable(read, workbook(HEAD, *rows))
    assert len(reading.found) == 5_000
    assert told(reading) == [("import-too-many-rows", 5_002)]


def test_remarks_beside_a_table_push_no_row_out_of_it_in_silence() -> None:
    remarks = [row(n, cell(f"J{n}", "x")) for n in range(2, 6_000)]
    [(code, line)] = told(read(workbook(HEAD, *remarks, texts(6_000, "Koffie", "1-10-2026", "10:00"))))
    assert (code, line) == ("import-too-many-rows", 5_072)


def test_cell_far_to_the_right_is_said() -> None:
    assert told(read(workbook(HEAD, KOFFIE, row(3, cell("XFD3", "x"))))) == [("import-too-many-columns", 3)]


def test_whole_days_of_a_date_without_a_time_are_said_in_a_column() -> None:
    rows = (
        texts(1, "titel", "datum", "hele dag"),
        row(2, cell("A2", "x"), cell("B2", "46296", "n", 1), cell("C2", "1", "b")),
    )
    [found] = read(workbook(*rows)).found
    assert (found.start, found.end) == (date(2026, 10, 1), date(2026, 10, 1))


def test_styles_of_a_file_without_styles_are_numbers() -> None:
    file = packed(
        [
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", RELS),
            ("xl/worksheets/sheet1.xml", sheet(HEAD, KOFFIE)),
        ]
    )
    assert told(read(file)) == [("import-not-a-moment", 2)]
    assert STYLES
