"""What a build keeps in memory: each process has it, and a region may have half a million dates."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from streekagenda import preparing
from streekagenda.builds import Settings
from tests.regions import written

NOW = datetime(2026, 11, 22, 12)


def test_dates_at_the_same_hours_of_a_day_share_their_moment(tmp_path: Path) -> None:
    written(tmp_path / "content")
    for name in ("een", "twee"):
        (tmp_path / f"content/events/de-brug/{name}.md").write_text(
            f"---\ntitel: {name.title()}\nwanneer: elke maandag van 14.00 tot 16.00 uur vanaf 7 september 2026\n"
            "plek: wijkgebouw\nonderwerpen: [ontmoeten]\n---\nTot dan.\n",
            encoding="utf-8",
        )
    settings = Settings(
        content=tmp_path / "content", layouts=Path("layouts"), output=tmp_path / "site", now=NOW, jobs=1
    )
    site = preparing.prepare(settings).site
    assert site is not None
    one, two = (
        [date.moment for date in site.timeline.occurrences if date.event.id == f"de-brug/{name}"]
        for name in ("een", "twee")
    )
    assert len(one) == len(two) > 50
    assert all(mine is its for mine, its in zip(one, two, strict=True))
