"""Where the pictures of the map come fro: an address that can be one, or a warning and a map without pictures."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from streekagenda import pipeline, preparing
from streekagenda.content.history import read_history
from streekagenda.model.region import Tiles
from tests.regions import REGION, written

GOOD = "https://tiles.example.org/{z}/{x}/{y}.png"


def read(tmp_path: Path, tiles: str) -> tuple[Tiles | None, list[tuple[str, int | None]]]:
    more = f"kaart:\n  kaartbeelden: '{tiles}'\n  bron: © Kadaster\n"
    settings = pipeline.Settings(
        content=written(tmp_path, {"region.yaml": REGION + more}),
        layouts=Path("layouts"),
        output=tmp_path / "site",
        now=datetime(2026, 11, 22, 12),
    )
    validated = preparing.believed(settings, read_history(settings.content))
    assert validated.calendar is not None
    return validated.calendar.region.tiles, [(one.code, one.location.line) for one in validated.diagnostics]


def test_an_address_with_its_three_gaps_is_taken(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD) == (Tiles(template=GOOD, attribution="© Kadaster"), [])


@pytest.mark.parametrize(
    "wrong",
    [
        "http://tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}.png",
        "https://tiles.example.org/{z}/{x}/{y}/{y}.png",
        "https://{s}.tiles.example.org/{z}/{x}/{y}.png",
        "https://{z}{x}{y}",
        "https:///{z}/{x}/{y}.png",
        "https://me:secret@tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}/{y}.png; script-src *",
        "https://tiles.example.org,evil.example.org/{z}/{x}/{y}",
        "//tiles.example.org/{z}/{x}/{y}.png",
        "tiles/{z}/{x}/{y}.png",
    ],
)
def test_another_address_is_a_warning_and_no_map(tmp_path: Path, wrong: str) -> None:
    assert read(tmp_path, wrong) == (None, [("bad-tiles", REGION.count("\n") + 2)])
