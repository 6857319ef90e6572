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
    assert {row[2] for row in ROWS} <= {"kept", "partly", "not yet"}


def test_every_place_is_there() -> None:
    places = [place for row in ROWS for place in re.findall(r"`([^`]+)`", row[4])]
    assert [place for place in places if not Path(place).exists()] == []
    assert [row[0] for row in ROWS if row[2] != "not yet" and "`" not in row[4]] == []


def test_every_promise_that_is_kept_names_tests_that_pytest_collects() -> None:
    for number, _, state, _, _, cell in ROWS:
        named = NAMED.findall(cell)
        assert bool(named) == (state != "not yet"), number
        assert [(path, test) for path, test in named if test not in collected(path)] == [], number
        assert cell.count("`") == 2 * len(named) or not named, number
