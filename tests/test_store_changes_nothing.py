"""A store saves time and nothing else: after each of many random edits a warm run and a clean one do the same."""

import os
import random
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from streekagenda import pipeline
from streekagenda.builds import Settings
from streekagenda.comparison import compare
from streekagenda.store import open_store
from tests.git_repositories import committed, repository
from tests.random_edits import edit, made_up

NOW = datetime(2026, 11, 22, 12)
EDITS, BUILDS = (200, range(200)) if os.environ.get("ENDURE") else (24, (23,))
"""How many edits a run makes, and after which of them a site is built too; `make endure` does it more often."""


@pytest.mark.parametrize("seed", [1])
def test_warm_runs_do_what_clean_runs_do(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = made_up(tmp_path / "content", chance)
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    clean = Settings(content=content, layouts=Path("layouts"), output=tmp_path / "clean", now=NOW)
    for number in range(EDITS):
        done = edit(content, chance)
        with open_store(content, environment) as store:
            warm = replace(clean, output=tmp_path / "warm", store=store)
            assert pipeline.check(warm) == pipeline.check(clean), (number, done)
            assert store.values
            if number in BUILDS:
                assert pipeline.build(warm) == pipeline.build(clean), (number, done)
                assert _files(warm.output) == _files(clean.output), (number, done)


def test_warm_comparison_is_the_clean_one(tmp_path: Path) -> None:
    chance = random.Random(3)
    content = made_up(repository(tmp_path / "repository") / "content", chance)
    committed(tmp_path / "repository", {})
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    clean = Settings(content=content, layouts=Path("layouts"), output=tmp_path / "site", now=NOW)
    for number in range(EDITS // 4):
        done = edit(content, chance)
        with open_store(content, environment) as store:
            assert compare(replace(clean, store=store), "HEAD") == compare(clean, "HEAD"), (number, done)


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
