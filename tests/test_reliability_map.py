"""``docs/reliability.md`` says what holds each of fifty promises: those places and tests are there."""

import ast
import re
from functools import cache
from pathlib import Path

MAP = Path("docs/reliability.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in MAP.splitlines() if re.match(r"\| \d+ \|", line)
]
NAMED = re.compile(r"`([^`:]+\.py)::(test_\w+)`")


@cache
def collected(path: str) -> frozenset[str]:
    """The functions of a module that pytest collects."""
    assert Path(path).name.startswith("test_")
    body = ast.parse(Path(path).read_text(encoding="utf-8")).body
    return frozenset(one.name for one in body if isinstance(one, ast.FunctionDef))


def test_all_promises_are_there_once_and_in_order() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, 51))
    assert {len(row) for row in ROWS} == {6}
    assert {row[2] for row in ROWS} <= {"kept", "partly"}


def test_every_promise_has_a_test_of_its_name_which_stands_first() -> None:
    named = {
        name: file.as_posix()
        for file in Path("tests/promises").glob("test_*.py")
        for name in collected(file.as_posix())
        if name.startswith("test_")
    }
    first = [NAMED.findall(row[5])[0] for row in ROWS]
    assert [test[: len("test_promise_00_")] for _, test in first] == [f"test_promise_{n:02}_" for n in range(1, 51)]
    assert {test: path for path, test in first} == named


def test_every_place_is_there() -> None:
    places = [place for row in ROWS for place in re.findall(r"`([^`]+)`", row[4])]
    assert [place for place in places if not Path(place).exists()] == []
    assert [row[0] for row in ROWS if "`" not in row[4]] == []


def test_every_promise_names_tests_that_pytest_collects() -> None:
    for number, _, _, _, _, cell in ROWS:
        named = NAMED.findall(cell)
        assert named, number
        assert [(path, test) for path, test in named if test not in collected(path)] == [], number
        assert cell.count("`") == 2 * len(named), number
