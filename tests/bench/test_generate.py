"""The region that is measured with: the same for the same seed, valid, and of the size of a real one."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

from bench.generate import generate
from streekagenda import preparing
from streekagenda.builds import Settings
from streekagenda.content.history import FileHistory
from streekagenda.model.details import Status
from streekagenda.model.selection import Selection
from streekagenda.recurrence.selections import Index

NOW = datetime(2026, 11, 22, 12)


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*.*")}


def test_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        generate(tmp_path / name, 60, random.Random(seed))
    assert _files(tmp_path / "one") == _files(tmp_path / "again")
    assert _files(tmp_path / "one").keys() == _files(tmp_path / "other").keys()
    assert _files(tmp_path / "one") != _files(tmp_path / "other")


def test_region_is_valid_and_holds_what_a_real_one_does(tmp_path: Path) -> None:
    generate(tmp_path, 450, random.Random(1))
    settings = Settings(content=tmp_path, layouts=Path("layouts"), output=tmp_path / "site", now=NOW)
    validated = preparing.believed(settings, FileHistory())
    assert validated.diagnostics == ()
    calendar = validated.calendar
    assert calendar is not None
    assert (len(calendar.events), len(calendar.organisations), len(calendar.places)) == (450, 18, 37)

    ruled = sum("every: " in text or "elke: " in text for text in map(Path.read_text, tmp_path.glob("events/*/*.md")))
    assert 0.5 < ruled / 450 < 0.7
    timeline = preparing.expand(calendar, NOW)
    states = Counter(one.status for one in timeline.occurrences)
    assert 0 < states[Status.CANCELLED] < states[Status.SCHEDULED] / 20

    index, monday = Index(timeline), date(2026, 11, 23)
    areas = [area for area in index.ids("area") if "wijk" in area]
    assert len(areas) == 10
    weeks = [len(index.select(Selection(area=area), monday, monday + timedelta(days=6))) for area in areas]
    assert all(2 < week < 30 for week in weeks), weeks
