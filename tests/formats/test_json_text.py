from __future__ import annotations

import json

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from streekagenda.formats.json_text import (
    file_of,
    file_with,
    json_file,
    json_in_html,
    json_list,
    json_object,
    json_text,
    with_others,
)

TEXT = st.text(st.characters(exclude_categories=("Cs",)))
DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=10,
)


def test_what_means_something_to_html_is_escaped() -> None:
    said = json_in_html({"name": "</script><!--<script>&amp;\u2028é"})
    assert said == r'{"name":"\u003c/script\u003e\u003c!--\u003cscript\u003e\u0026amp;\u2028é"}'


@given(DATA)
def test_a_page_gives_back_the_data_that_was_put_into_it(data: object) -> None:
    page = f'<!doctype html><title>x</title><script type="application/ld+json">{json_in_html(data)}</script><p>after'
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    (script,) = tree.iter("script")
    assert json.loads(script.text) == data
    assert [p.text for p in tree.iter("p")] == ["after"]


@given(DATA)
def test_it_is_written_as_the_library_of_python_does(data: object) -> None:
    assert json_text(data) == json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def test_a_text_that_is_marked_as_html_is_a_text() -> None:
    assert json_text({"a": [Markup("<b>é</b>")]}) == '{"a":["<b>é</b>"]}'


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        json_text([object()])  # type: ignore[list-item]


@given(DATA)
def test_a_file_gives_back_its_data(data: object) -> None:
    assert json.loads(json_file(data)) == data


def test_a_file_is_compact_utf8_and_ends_with_a_line_end() -> None:
    assert json_file({"naam": "één", "b": [1, None]}) == '{"naam":"één","b":[1,null]}\n'.encode()


@given(st.dictionaries(TEXT, st.lists(DATA, max_size=3), max_size=3))
def test_what_is_written_already_is_joined_as_it_would_be_written_at_once(data: dict[str, list[object]]) -> None:
    written = {name: json_list(json_text(one) for one in values) for name, values in data.items()}
    assert file_of(json_object(written)) == json_file(data)


ROWS = [
    b'{"id":"%s","said":"%s"}' % one
    for one in ((b"a", b"x"), (b"b", b'\\",{\\"id\\":\\"b\\",'), (b"b", b"]}"), (b"c", b""))
]


def of(rows: list[bytes]) -> bytes:
    return file_with({"of": "here", "rows": []}, rows)


@pytest.mark.parametrize(
    ("gone", "new", "after"),
    [
        (["b"], {}, [ROWS[0], ROWS[3]]),
        (["a", "c"], {0: ROWS[3], 3: ROWS[0]}, [ROWS[3], ROWS[1], ROWS[2], ROWS[0]]),
        (["b"], {1: ROWS[2]}, [ROWS[0], ROWS[2], ROWS[3]]),
        (["d"], {4: b'{"id":"d"}'}, [*ROWS, b'{"id":"d"}']),
    ],
)
def test_some_objects_of_a_list_in_a_file_become_others(
    gone: list[str], new: dict[int, bytes], after: list[bytes]
) -> None:
    assert with_others(of(ROWS), {"of": "here", "rows": []}, '{"id":', gone, new, len(after)) == of(after)


@pytest.mark.parametrize(
    ("file", "number"),
    [(b"", 4), (of(ROWS), 3), (of(ROWS).replace(b"here", b"there"), 4), (of(ROWS)[:-1], 4), (of([]), 0)],
    ids=["no file", "another number of them", "another head", "an end that is lost", "an empty list"],
)
def test_a_file_that_is_not_as_it_should_be_gets_no_other_objects(file: bytes, number: int) -> None:
    assert with_others(file, {"of": "here", "rows": []}, '{"id":', (), {}, number) is None
