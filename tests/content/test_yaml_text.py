"""YAML as authors mean it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.content.yaml_text import DEPTH, NODES, parse, positions


def english(key: str) -> str:
    return {"titel": "title", "tot en met": "until"}.get(key, key)


@pytest.mark.parametrize(
    "written",
    ["19:30", "0612345678", "+31 6 12", "no", "on", "2026-10-01", "007", "=", "1e3", "~", "null", "2026-13-45", ".5"],
)
def test_scalar_is_the_text_that_stands_there(written: str) -> None:
    document = parse(f"key: {written}\n", canonical=english)
    assert document.value == {"key": written}
    assert document.faults == ()


def test_keys_are_read_in_dutch_and_english_also_when_they_look_like_a_boolean() -> None:
    document = parse("titel: a\ntot en met: b\non: c\nno: d\n", canonical=english)
    assert document.value == {"title": "a", "until": "b", "on": "c", "no": "d"}


def test_empty_value_is_left_out_but_an_empty_text_stays() -> None:
    assert parse("a:\nb: ''\n", canonical=english).value == {"b": ""}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("titel: a\ntitle: b\n", "duplicate-key", 2),
        ("titel: a\ntitel: b\n", "duplicate-key-alike", 2),
        ("when: a\nwhen: b\n", "when-twice", 2),
        ("when: a\nwhen: {on: b}\n", "when-twice-blocks", 2),
        ('when: a\nwhen: "b: c"\n', "when-twice-blocks", 2),
        ("when: a\nwhen: a\n", "duplicate-key-alike", 2),
        ("when:\nwhen: a\n", "duplicate-key-alike", 2),
        ("a: {when: b, when: c}\n", "duplicate-key-alike", 1),
        ("place: a\nplace: b\n", "place-twice", 2),
        ("place: a\nplace: {name: b}\n", "duplicate-key-alike", 2),
        ("a: &x [*x]\n", "yaml-alias-loop", 1),
        ("a: *x\n", "yaml-alias", 1),
        ("a: !!python/object:os.system x\n", "yaml-tag", 1),
        ("a: " + "[" * (DEPTH + 5), "yaml-too-deep", 1),
        ("a: b: c\n", "yaml-colon", 1),
        ("a: 1\n b: 2\n", "yaml-indent", 2),
        ("ab\nc: 1\n", "yaml-no-colon", 1),
        ("a: 'b\nc: d\n", "yaml-quote", 1),
        ("a: [b\nc: d\n", "yaml-bracket", 1),
        ("a:\n\tb: c\n", "yaml-tab", 2),
        ("a:\n\tb: c\n\td: e\n", "yaml-tabs", 2),
        ("a: @b\n", "yaml-character", 1),
        ("a: b\n---\nc: d\n", "yaml-second-document", 2),
        ("? [a]\n: b\n", "yaml-key-not-text", 1),
        ("- a\n", "not-a-mapping", 1),
        ("a: b\n\nc: d\x0b\n", "forbidden-character", 3),
        ('a: "\\u202e"\n', "forbidden-character", 1),
    ],
)
def test_mistake_has_its_code_and_line(text: str, code: str, line: int) -> None:
    (fault,) = parse(text, canonical=english).faults
    assert (fault.code, fault.line) == (code, line)


def test_colon_in_a_text_comes_with_the_line_in_quotation_marks() -> None:
    (fault,) = parse("title: Koffie: met taart\n", canonical=english).faults
    assert fault.suggestion == 'title: "Koffie: met taart"'


@pytest.mark.parametrize(
    ("text", "line", "suggestion"),
    [
        ("titel: a\nprijs:gratis\n", 2, "prijs: gratis"),
        ("titel: a\nprijs:gratis\nc: d\n", 2, "prijs: gratis"),
        ("titel:a\nc: d\n", 1, "titel: a"),
        ("titel:a\n", 1, "titel: a"),
        ("a:\n  b:c\n  d: e\n", 2, "b: c"),
        ("a: {telefoon:0570 12 34 56}\n", 1, "telefoon: 0570 12 34 56"),
    ],
)
def test_space_that_is_missing_behind_a_colon_is_said_at_its_line(text: str, line: int, suggestion: str) -> None:
    (fault,) = parse(text, canonical=english).faults
    assert (fault.code, fault.line, fault.suggestion) == ("yaml-space", line, suggestion)


@pytest.mark.parametrize("value", ["https://example.org", "10:30", "a:b", "'x:y'", "wie:wat:waar"])
def test_colon_within_a_value_is_no_key(value: str) -> None:
    assert parse(f"a: {value}\n", canonical=english).faults == ()


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("a: “Koffie”\n", "Koffie"),
        ("a: „Koffie”\n", "Koffie"),
        ("a: „Koffie“\n", "Koffie"),
        ("a: ‘Foto’s kijken’\n", "Foto’s kijken"),
        ("a: [“b”]\n", "b"),
        ("“titel”: a\n", "titel"),
    ],
)
def test_curly_quotation_marks_around_a_value_are_asked_about(text: str, suggestion: str) -> None:
    (fault,) = parse(text, canonical=english).faults
    assert (fault.code, fault.suggestion) == ("yaml-curly-quotes", suggestion)


@pytest.mark.parametrize(
    "value", ["’t Koffiehuis", "“Koffie” en “thee”", "'“Koffie”'", '"‘Koffie’"', "“Koffie", "‘s avonds"]
)
def test_curly_quotation_marks_within_a_text_stay(value: str) -> None:
    assert parse(f"a: {value}\n", canonical=english).faults == ()


def test_colon_between_curly_quotation_marks_comes_with_straight_ones() -> None:
    (fault,) = parse("title: “Koffie: met taart”\n", canonical=english).faults
    assert fault.suggestion == 'title: "Koffie: met taart"'


def test_alias_that_multiplies_is_stopped_by_the_number_of_nodes() -> None:
    laughs = "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    for one, before in zip("bcdefgh", "abcdefg", strict=True):
        laughs += f"{one}: &{one} [{','.join([f'*{before}'] * 10)}]\n"
    (fault,) = parse(laughs, canonical=english).faults
    assert (fault.code, fault.values) == ("yaml-too-large", {"limit": NODES})


def test_positions_count_from_one_and_from_the_line_that_the_yaml_begins_on() -> None:
    found = positions("titel: a\nwhen:\n  - {on: x, time: 3}\n", canonical=english, first_line=2)
    assert found.find(("title",)) == (2, 8)
    assert found.find(("title",), key=True) == (2, 1)
    assert found.find(("when", 0, "mapping", "time")) == (4, 19)
    assert found.find(("when", 0, "nothing")) == (4, 5)
    assert found.written[("title",)] == "titel"


@given(st.text(max_size=200))
def test_reading_any_text_never_raises(text: str) -> None:
    parse(text, canonical=english)
