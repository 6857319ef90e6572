from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.formats.plain_text import line, lines

ANYTHING = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("Koffie", "Koffie"),
        ("één\r\ntwee\rdrie\nvier", "één\ntwee\ndrie\nvier"),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("\x00\x07Kof\x1bfie\x7f\x9f", "Koffie"),
        ("half\ud800 teken", "half teken"),
        ("geen\ufffe teken\uffff", "geen teken"),
        ("tab\there", "tab here"),
        ("  een regel  \n tweede \n\n", "een regel\n tweede"),
        ("👩\u200d👩\u200d👧 en فارسی\u200cها", "👩\u200d👩\u200d👧 en فارسی\u200cها"),
    ],
)
def test_lines_keeps_text_and_turns_every_break_into_one_kind(pasted: str, clean: str) -> None:
    assert lines(pasted) == clean


def test_line_makes_one_line() -> None:
    assert line(" Koffie\r\nEND:VEVENT\u2028 \x0b en\tthee ") == "Koffie END:VEVENT en thee"


@given(ANYTHING)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert lines(lines(text)) == lines(text)
    assert line(line(text)) == line(text)


@given(ANYTHING)
def test_clean_text_can_be_written_as_utf8_and_has_no_line_breaks_of_other_kinds(text: str) -> None:
    clean = lines(text)
    clean.encode("utf-8")
    assert clean.splitlines() == clean.split("\n") or clean == ""
    assert len(line(text).splitlines()) <= 1
