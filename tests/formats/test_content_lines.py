from __future__ import annotations

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.formats.content_lines import content_line, escaped, quoted
from streekagenda.formats.plain_text import line, lines

ANY_TEXT = st.text(st.characters(codec=None)) | st.text("\\;,nN\n é😀", min_size=60, max_size=200)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Koffie, thee; taart", "Koffie\\, thee\\; taart"),
        ("een\ntwee", "een\\ntwee"),
        ("C:\\Nieuw", "C:\\\\Nieuw"),  # icalendar makes C:\\nieuw of it
        ('19:30 "uur"', '19:30 "uur"'),
    ],
)
def test_text_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_a_long_line_is_folded_between_characters_and_not_inside_an_escape() -> None:
    assert content_line("X", "a" * 73) == b"X:" + b"a" * 73 + b"\r\n"
    assert content_line("X", "a" * 74) == b"X:" + b"a" * 73 + b"\r\n a\r\n"
    assert content_line("X", "a" * 72 + "é") == b"X:" + b"a" * 72 + b"\r\n \xc3\xa9\r\n"
    assert content_line("X", "a" * 72 + "\\,b") == b"X:" + b"a" * 72 + b"\r\n \\,b\r\n"
    assert content_line("X", "a" * 71 + "\\\\\\,b") == b"X:" + b"a" * 71 + b"\\\\\r\n \\,b\r\n"


@given(ANY_TEXT)
def test_icalendar_reads_back_what_was_written(text: str) -> None:
    clean = lines(text)
    written = content_line("DESCRIPTION", escaped(clean))
    assert all(len(one) <= 75 and (one.decode() or True) for one in written.split(b"\r\n"))
    read = icalendar.Event.from_ical(b"BEGIN:VEVENT\r\n" + written + b"END:VEVENT\r\n")
    assert read["DESCRIPTION"] == clean


@given(ANY_TEXT.map(lambda text: text.replace("\\", "")))  # in a parameter it is an ordinary sign, but not to icalendar
def test_a_parameter_holds_any_text(text: str) -> None:
    written = content_line("X-A", "geo:1,2", (("VALUE", "URI"), ("X-TITLE", quoted(text))))
    read = icalendar.Event.from_ical(b"BEGIN:VEVENT\r\n" + written + b"END:VEVENT\r\n")
    assert read["X-A"].params.get("X-TITLE", "") == line(text)
