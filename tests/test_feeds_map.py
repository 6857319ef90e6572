"""``docs/feeds.md`` says what holds each promise of our feeds: those places and tests are there."""

import re
from pathlib import Path

MAP = Path("docs/feeds.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in MAP.splitlines()
    if line.startswith("| ") and not line.startswith("| promise ")
]


def test_every_promise_has_a_place_and_a_test() -> None:
    assert len(ROWS) > 40
    for promise, place, test in ROWS:
        assert promise
        assert all(Path(path).exists() for path in re.findall(r"`([^`]+)`", place)), place
        assert re.search(r"`([^`]+)`", place)
        assert "::test_" in test or test.startswith("by hand: `"), promise


def test_every_test_that_is_named_is_there() -> None:
    named = 0
    for _, _, cell in ROWS:
        file = ""
        for reference in re.findall(r"`([^`]+)`", cell):
            path, _, test = reference.partition("::")
            file = path or file
            assert Path(file).is_file(), reference
            if test:
                assert f"def {test}(" in Path(file).read_text(encoding="utf-8"), reference
                named += 1
    assert named > 60


def test_links_lead_to_decisions() -> None:
    assert [path for path in re.findall(r"\]\((decisions/[^)]+)\)", MAP) if not Path("docs", path).is_file()] == []
