from __future__ import annotations

import re
from pathlib import Path

import pytest

from streekagenda.importing import calendars, csv_files, recognising, spreadsheets, web_pages
from streekagenda.importing.found import Reader
from streekagenda.rendering.layouts import packaged
from streekagenda.rendering.translations import DIAGNOSTIC, load
from tests.importing.cost import affordable, told
from tests.importing.workbooks import workbook


@pytest.mark.parametrize(
    ("content", "reader"),
    [
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", calendars.read),
        (b"\xef\xbb\xbf\r\n begin : vcalendar\n", calendars.read),
        (workbook(), spreadsheets.read),
        (b"<!DOCTYPE html>", web_pages.read),
        (b"\xef\xbb\xbf\n<html>", web_pages.read),
        (b"<?xml version='1.0'?><html/>", web_pages.read),
        (b"titel;datum\n", csv_files.read),
        (b"Caf\xe9;datum\n", csv_files.read),
        (b"<3;titel;datum\n", csv_files.read),
    ],
)
def test_file_is_known_by_what_stands_in_it(content: bytes, reader: Reader) -> None:
    assert recognising.reader(content) is reader


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import-empty"),
        (b"\xef\xbb\xbf \r\n", "import-empty"),
        ("titel;datum".encode("utf-16"), "import-utf16"),
        ("titel;datum".encode("utf-32"), "import-utf16"),
        (b"\xfe\xff" + "titel".encode("utf-16-be"), "import-utf16"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "import-old-spreadsheet"),
        (b"%PDF-1.7", "import-unknown-kind"),
        (b"\x89PNG\r\n", "import-unknown-kind"),
        (b"\0" * 100, "import-unknown-kind"),
        (b"x" * 10_000_001, "import-too-large"),
    ],
)
def test_file_that_we_do_not_read_is_said(content: bytes, code: str) -> None:
    reading = affordable(recognising.read, content)
    assert (reading.found, told(reading)) == ((), [(code, 1)])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_that_is_said_of_a_file_has_words(language: str) -> None:
    said = {
        code
        for file in Path("streekagenda/importing").glob("*.py")
        for code in re.findall(r'"(import-[a-z0-9-]+)"', file.read_text(encoding="utf-8"))
    }
    words = load(packaged()).for_language(language)
    assert {code for code in said if words.pgettext(DIAGNOSTIC, code) == code} == set()
    assert "import-xlsx-too-much" in said
