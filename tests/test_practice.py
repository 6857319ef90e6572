"""The table of the practice points at files, pages and feeds that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLE = (ROOT / "docs/practice.md").read_text(encoding="utf-8").split("## Row by row")[1].split("\n## ")[0]
NAMED = re.findall(r"`([^`\s]+)`", TABLE)
LATER = ("/print/", "/nieuwsbrief/")
"""Addresses of a later issue."""


def test_practice_has_every_row_with_a_file_a_page_and_a_feed(example_site: Path) -> None:
    rows = [line for line in TABLE.splitlines() if line.startswith("| **")]
    assert len(rows) >= 11
    for row in rows:
        _, _, _, files, page, feed, _ = row.split("|")
        assert ".md`" in files, row
        assert "`/" in page, row
        assert ".ics`" in feed, row


def test_practice_names_files_that_are_there() -> None:
    files = [name for name in NAMED if re.match(r"(events|places|organisations|campaigns|media)/.*\.\w+$", name)]
    assert len(files) > 40
    assert [name for name in files if not (ROOT / "content" / name).is_file()] == []


def test_practice_names_pages_and_feeds_that_are_there(example_site: Path) -> None:
    addresses = [name for name in NAMED if name.startswith("/") and not name.startswith(LATER)]
    assert len(addresses) > 40
    missing = [
        name
        for name in addresses
        if not (example_site / name.lstrip("/") / ("index.html" if name.endswith("/") else "")).is_file()
    ]
    assert missing == []
