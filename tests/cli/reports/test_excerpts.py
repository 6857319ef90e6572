"""The line of a file in the report for people: the mark stands under what is wrong, whatever stands before it."""

from pathlib import Path

import pytest

from streekagenda.cli.reports import in_form
from streekagenda.cli.reports.report import Report
from streekagenda.diagnostics import Correction, Location, problem
from tests.cli.reports.region import TRANSLATIONS

PATH = "events/x.md"


def shown(folder: Path, content: bytes, *, line: int, column: int, correction: Correction | None = None) -> list[str]:
    """Return what stands between the message and the summary."""
    (folder / "events").mkdir(exist_ok=True)
    (folder / PATH).write_bytes(content)
    found = problem("empty-text", Location(path=PATH, line=line, column=column), correction=correction)
    report = Report(diagnostics=(found,), content=folder, translations=TRANSLATIONS, language="nl")
    return list(in_form("text", report))[1:-2]


@pytest.mark.parametrize(("text", "column", "expected"), [
    ("titel: fout", 8, ["    titel: fout", "           ^^^^", "  → titel: goed"]),
    ("  - fout", 5, ["      - fout", "        ^^^^", "  →   - goed"]),
    ("東京: fout", 5, ["    東京: fout", "          ^^^^", "  → 東京: goed"]),
    ("cafe\u0301: fout", 8, ["    cafe\u0301: fout", "          ^^^^", "  → cafe\u0301: goed"]),
    ("\tx: fout", 5, ["    ⇥x: fout", "        ^^^^", "  → ⇥x: goed"]),
    ("x\u00a0y: fout", 6, ["    x y: fout", "         ^^^^", "  → x y: goed"]),
    ("\x1b[1m: fout", 7, ["    �[1m: fout", "          ^^^^", "  → �[1m: goed"]),
    ("👨\u200d👩: fout", 6, ["    👨\u200d👩: fout", "          ^^^^", "  → 👨\u200d👩: goed"]),
])  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_mark_stands_under_the_columns(text: str, column: int, expected: list[str], end: str, tmp_path: Path) -> None:
    correction = Correction(start=column, end=column + 4, text="goed")
    content = f"---{end}{text}{end}---{end}".encode()
    assert shown(tmp_path, content, line=2, column=column, correction=correction) == expected


def test_byte_order_mark_takes_no_column(tmp_path: Path) -> None:
    assert shown(tmp_path, b"\xef\xbb\xbftitel: x\n", line=1, column=8) == ["    titel: x", "           ^"]


def test_of_a_long_line_the_part_around_the_mistake_is_shown(tmp_path: Path) -> None:
    text = "a" * 300 + "fout" + "b" * 300
    correction = Correction(start=301, end=305, text="goed")
    assert shown(tmp_path, text.encode(), line=1, column=301, correction=correction) == [
        f"    …{'a' * 60}fout{'b' * 96}…",
        f"    {' ' * 61}^^^^",
        f"  → …{'a' * 60}goed{'b' * 96}…",
    ]


def test_mark_goes_no_further_than_what_is_shown(tmp_path: Path) -> None:
    correction = Correction(start=1, end=301, text="kort")
    assert shown(tmp_path, b"a" * 300, line=1, column=1, correction=correction) == [
        f"    {'a' * 160}…",
        f"    {'^' * 160}",
        "  → kort",
    ]


def test_mark_stands_at_the_mistake_when_the_whole_line_is_corrected(tmp_path: Path) -> None:
    correction = Correction(start=1, end=14, text='titel: "a: b"')
    assert shown(tmp_path, b"titel: a: bcd\n", line=1, column=9, correction=correction) == [
        "    titel: a: bcd",
        "            ^",
        '  → titel: "a: b"',
    ]


@pytest.mark.parametrize("content", [b"", b"---\n", b"   \n", b"\xff\xfe"])
def test_line_that_shows_nothing_is_left_out(content: bytes, tmp_path: Path) -> None:
    expected = ["    \ufffd\ufffd", "    ^"] if content == b"\xff\xfe" else []
    assert shown(tmp_path, content, line=1, column=1) == expected


def test_correction_of_a_line_that_has_changed_is_not_shown(tmp_path: Path) -> None:
    correction = Correction(start=8, end=60, text="goed")
    assert shown(tmp_path, b"titel: x\n", line=1, column=8, correction=correction) == ["    titel: x", "           ^"]


def test_file_behind_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "geheim").write_text("wachtwoord\n", encoding="utf-8")
    (tmp_path / PATH).symlink_to(tmp_path / "geheim")
    found = problem("file-is-link", Location(path=PATH))
    report = Report(diagnostics=(found,), content=tmp_path, translations=TRANSLATIONS, language="nl")
    assert "wachtwoord" not in "\n".join(in_form("text", report))


def test_colours_are_only_there_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / PATH).write_text("titel: fout\n", encoding="utf-8")
    found = problem("empty-text", Location(path=PATH, column=8), correction=Correction(start=8, end=12, text="goed"))
    report = Report(diagnostics=(found,), content=tmp_path, translations=TRANSLATIONS, language="nl", colour=True)
    assert list(in_form("text", report))[:4] == [
        f"{tmp_path}/{PATH}:1:8: \x1b[31m\x1b[1mfout\x1b[0m: Hier staat geen tekst. Vul iets in, of haal de regel weg.",
        "    titel: fout",
        "    \x1b[31m\x1b[1m       ^^^^\x1b[0m",
        "  → \x1b[32m\x1b[1mtitel: goed\x1b[0m",
    ]
