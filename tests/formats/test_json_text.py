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
    json_bytes,
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


HEAD = {"of": "here", "rows": []}
MANY = [f"{number}\\" for number in range(20)]
"""More than are sought one by one; the sign stands in JSON as two."""


def others(file: bytes, gone: list[str], after: list[bytes], new: set[bytes]) -> bytes | None:
    """Return the file with all rows ``after``, of which some are ``new``."""
    staying = [(at, row) for at, row in enumerate(after) if row not in new]
    given = [
        (row, next((one for place, one in staying if place > at), None)) for at, row in enumerate(after) if row in new
    ]
    return with_others(file, HEAD, '{"id":', gone, given)


@pytest.mark.parametrize("more", [[], MANY], ids=["few", "many"])
@pytest.mark.parametrize(
    ("gone", "new", "after"),
    [
        ([], set(), ROWS),
        (["b"], set(), [ROWS[0], ROWS[3]]),
        (["a", "c"], {ROWS[0], ROWS[3]}, [ROWS[3], ROWS[1], ROWS[2], ROWS[0]]),
        (["b"], {ROWS[2]}, [ROWS[0], ROWS[2], ROWS[3]]),
        (["c"], {ROWS[3]}, [ROWS[3], *ROWS[:3]]),
        (["d"], {b'{"id":"d"}'}, [*ROWS, b'{"id":"d"}']),
        (["a", "b", "c"], {b'{"id":"b"}'}, [b'{"id":"b"}']),
    ],
)
def test_some_objects_of_a_list_in_a_file_become_others(
    gone: list[str], new: set[bytes], after: list[bytes], more: list[str]
) -> None:
    assert others(of(ROWS), [*gone, *more], after, new) == of(after)


@given(st.lists(st.integers(0, 30)), st.lists(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_any_objects_of_a_list_may_become_others(before: list[int], later: list[int], gone: set[int]) -> None:
    """What stays stands in the same order before and after; what is new anywhere among it."""
    old = [(one, json_bytes({"id": str(one), "said": place})) for place, one in enumerate(before)]
    after = [row for one, row in old if one not in gone]
    new = [json_bytes({"id": str(one), "new": place}) for place, one in enumerate(later) if one in gone]
    for place, row in enumerate(new):
        after.insert(later[place] % (len(after) + 1), row)
    given = others(of([row for _, row in old]), [str(one) for one in gone], after, set(new))
    assert given == (of(after) if old and after else None)


@pytest.mark.parametrize(
    ("file", "following"),
    [
        (b"", ROWS[3]),
        (of(ROWS), b'{"id":"d"}'),
        (of(ROWS).replace(b"here", b"there"), ROWS[3]),
        (of(ROWS)[:-1], ROWS[3]),
        (of([]), None),
    ],
    ids=["no file", "a row that is not there", "another head", "an end that is lost", "an empty list"],
)
def test_a_file_that_is_not_as_it_should_be_gets_no_other_objects(file: bytes, following: bytes | None) -> None:
    assert with_others(file, HEAD, '{"id":', (), [(b'{"id":"e"}', following)]) is None


def test_an_object_within_another_is_none_of_the_list() -> None:
    rows = [b'{"id":"a","at":{"id":"b","said":1}}', b'{"id":"b","said":"x"}']
    assert others(of(rows), ["b"], rows[:1], set()) == of(rows[:1])
    new = b'{"id":"c"}'
    assert with_others(of(rows), HEAD, '{"id":', (), [(new, b'{"id":"b",')]) == of([rows[0], new, rows[1]])
    assert with_others(of(rows), HEAD, '{"id":', (), [(new, b'{"id":"a",')]) == of([new, *rows])
