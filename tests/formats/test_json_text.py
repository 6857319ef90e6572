from __future__ import annotations

import json

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from streekagenda.formats.json_text import file_of, json_file, json_in_html, json_list, json_object, json_text

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
