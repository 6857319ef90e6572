"""Which paths are taken, and the words for those that are not."""

import re

import pytest

from streekagenda.output.site_paths import SitePaths


def test_site_paths_take_what_stands_side_by_side() -> None:
    paths = SitePaths()
    taken = [
        "index.html",
        "a/index.html",
        "a/b/index.html",
        "a.html",
        "a/b.html",
        ".well-known/security.txt",
        "é/e",
        "e",
    ]
    assert [paths.add(path) for path in taken] == taken


@pytest.mark.parametrize(
    "path",
    ["", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "../a", "./a", "a/.", "a/.."],
)
def test_site_paths_refuse_what_is_not_plain(path: str) -> None:
    message = f"an output's path is not plain and relative: {path!r}"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        SitePaths().add(path)


@pytest.mark.parametrize("path", ["a\\b", "a\0", "a\nb", "a\x7f", "a\x85b", "\ud800", "a/\udcff/b"])
def test_site_paths_refuse_characters(path: str) -> None:
    message = f"an output's path holds a character that it may not: {path!r}"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        SitePaths().add(path)


@pytest.mark.parametrize("path", [".streekagenda", ".streekagenda/a", ".streekagenda.lock", ".streekagenda.new-1-a/b"])
def test_site_paths_refuse_the_names_of_the_program(path: str) -> None:
    message = f"an output takes a name that the program keeps for itself: {path!r}"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        SitePaths().add(path)


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("a/b", "a/b", "two outputs in one place: 'a/b' and 'a/b'"),
        ("a/b", "A/b", "two outputs in one place: 'A/b' and 'a/b'"),
        ("é", "e\u0301", "two outputs in one place: 'e\u0301' and 'é'"),
        ("É", "e\u0301", "two outputs in one place: 'e\u0301' and 'É'"),
        ("straße", "STRASSE", "two outputs in one place: 'STRASSE' and 'straße'"),
        ("a", "a/b", "'a' is both a file and a folder"),
        ("a", "a/b/c/d", "'a' is both a file and a folder"),
        ("A", "a/b", "'A' is both a file and a folder"),
        ("a/b", "c/d", None),
        ("a/b", "A/c", "two spellings of one folder: 'A' and 'a'"),
        ("x/é/b/1", "x/e\u0301/b/2", "two spellings of one folder: 'x/e\u0301/b' and 'x/é/b'"),
    ],
)
@pytest.mark.parametrize("turn", [1, -1])
def test_site_paths_refuse_two_in_each_others_way(one: str, other: str, message: str | None, turn: int) -> None:
    first, second = (one, other)[::turn]
    paths = SitePaths()
    paths.add(first)
    if message is None:
        paths.add(second)
    else:
        with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
            paths.add(second)
