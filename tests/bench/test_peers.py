"""Measuring beside peers: what is promised is held against what was measured, and what was made is counted."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from bench.generate import generate
from bench.peers import eleventy_site, hugo_site, pelican_site, table
from bench.peers.counting import count, dates_in_lists
from bench.peers.material import material
from bench.peers.measuring import cost
from bench.peers.table import CHECKED, COLD, HUGO, ONE, SAME, US, Middle, verdicts


def test_promises_are_kept_or_not() -> None:
    found = verdicts(
        {
            (1000, US, COLD): Middle(wall=1.2, processor=2, megabytes=150),
            (1000, US, SAME): Middle(wall=0.4, processor=0.4, megabytes=201),
            (1000, HUGO, COLD): Middle(wall=1.0),
            (1000, "eleventy", COLD): Middle(wall=1.1),
            (20_000, US, COLD): Middle(wall=24),
            (20_000, US, ONE): Middle(wall=1.4),
            (20_000, US, CHECKED): Middle(wall=1.01),
            (20_000, HUGO, COLD): Middle(wall=30),
            (20_000, HUGO, ONE): Middle(wall=20),
        }
    )
    assert [(one.events, one.promise, one.found, one.kept) for one in found] == [
        (1000, "nothing changed ≤ 0.3 s", "0.40 s", False),
        (1000, "cold ≤ 1.3 × hugo", "1.20", True),
        (1000, "cold ≤ 1 × eleventy", "1.09", False),
        (1000, "memory of all processes ≤ 200 MB", "201 MB", False),
        (20_000, "one event changed ≤ 1.5 s", "1.40 s", True),
        (20_000, "cold ≤ 0.8 × hugo", "0.80", True),
        (20_000, "one event changed ≤ 1/15 × hugo", "0.07", False),
        (20_000, "check of one changed ≤ 1 s", "1.01 s", False),
        (20_000, "grows as events^1.1 at most", "^1.00", True),
    ]


def test_table_is_markdown() -> None:
    measured = {
        (9, US, COLD): Middle(wall=3, processor=4, megabytes=5),
        (9, HUGO, COLD): Middle(wall=2, processor=1, megabytes=7),
    }
    assert table.figures(measured, 9, (US, HUGO)) == (
        "|  | 9 events | seconds | processor | MB | × hugo |\n|---|---|---|---|---|---|\n"
        "| streekagenda | cold | 3.00 | 4.00 | 5 | 1.50 |\n| hugo | cold | 2.00 | 1.00 | 7 | 1.00 |"
    )
    assert table.made({"a": {"Atom": (1, 2_000_000)}, "b": {}}) == (
        "| files, MB | a | b |\n|---|---|---|\n| Atom | 1, 2.0 | – |\n| together | 1, 2.0 | 0, 0.0 |"
    )


def test_what_is_made_is_counted_by_kind(tmp_path: Path) -> None:
    link = '<a href="/activiteiten/a/b/#2026-11-22">'
    for path, text in (
        ("activiteiten/a/b/index.html", link),
        ("wijken/x/index.html", link * 2),
        ("embed/wijken/x/index.html", link),
        ("agenda/2025/w01/index.html", '<a href="../../../activiteiten/a/b/"> <a href="../../../activiteiten/">'),
        ("embed/activiteiten/index.html", link),
        ("feeds/event/a/b.ics", ""),
        ("feeds/wijken/x.ics", ""),
        ("feeds/wijken/x.json", ""),
        ("x.css", "a{}"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    assert {kind: files for kind, (files, _) in count(tmp_path).items()} == {
        "pages of events": 1,
        "embeds": 2,
        "months and weeks": 1,
        "other lists": 1,
        "calendars of events": 1,
        "calendars of selections": 1,
        "JSON Feed": 1,
        "other": 1,
    }
    assert count(tmp_path)["other"] == (1, 3)
    assert dates_in_lists(tmp_path) == 4


def test_memory_of_all_processes_is_added(tmp_path: Path) -> None:
    held = "import time; kept = b'1' * 40_000_000; time.sleep(0.4)"
    twice = f"import subprocess, sys; one = subprocess.Popen([sys.executable, '-c', {held!r}]); {held}; one.wait()"
    found = cost([sys.executable, "-c", twice], tmp_path, dict(os.environ))
    assert 80 < found.megabytes < 160
    assert found.wall > 0.4 > found.processor > 0
    found = cost([sys.executable, "-c", twice], tmp_path, dict(os.environ), memory=False)
    assert (found.megabytes, found.wall > 0.4) == (0, True)


def test_everyone_is_given_every_event(tmp_path: Path) -> None:
    region = tmp_path / "region"
    generate(region, 40, random.Random(1))
    told = material(region, Path("layouts"))
    hugo_site.write(told, Path("bench/peers/hugo"), tmp_path / "hugo")
    eleventy_site.write(told, Path("bench/peers/eleventy"), tmp_path / "eleventy")
    pelican_site.write(told, Path("bench/peers/pelican"), tmp_path / "pelican")
    given = {file.relative_to(region / "events").as_posix() for file in region.glob("events/*/*.md")}
    assert len(given) == 40
    for folder in ("hugo/content/activiteiten", "eleventy/events", "pelican/content/activiteiten"):
        assert {file.relative_to(tmp_path / folder).as_posix() for file in (tmp_path / folder).glob("*/*.md")} == given
    assert all(event["dates"] and event["formal"] for event in told["events"])
