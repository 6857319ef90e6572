"""A store saves time and nothing else: after each of many random edits a warm run and a clean one do the same."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bench.generate import generate
from streekagenda import pipeline
from streekagenda.builds import Settings
from streekagenda.comparison import compare
from streekagenda.store import open_store
from tests.content.test_phrases import PHRASES
from tests.git_repositories import committed, repository

NOW = datetime(2026, 11, 22, 12)
EDITS, BUILDS = (200, range(200)) if os.environ.get("ENDURE") else (24, (23,))
"""How many edits a run makes, and after which of them a site is built too; `make endure` does it more often."""


@pytest.mark.parametrize("seed", [1])
def test_warm_runs_do_what_clean_runs_do(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = _region(tmp_path / "content", chance)
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    clean = Settings(content=content, layouts=Path("layouts"), output=tmp_path / "clean", now=NOW)
    for number in range(EDITS):
        edit = _edit(content, chance)
        with open_store(content, environment) as store:
            warm = replace(clean, output=tmp_path / "warm", store=store)
            assert pipeline.check(warm) == pipeline.check(clean), (number, edit)
            assert store.values
            if number in BUILDS:
                assert pipeline.build(warm) == pipeline.build(clean), (number, edit)
                assert _files(warm.output) == _files(clean.output), (number, edit)


def test_warm_comparison_is_the_clean_one(tmp_path: Path) -> None:
    chance = random.Random(3)
    content = _region(repository(tmp_path / "repository") / "content", chance)
    committed(tmp_path / "repository", {})
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    clean = Settings(content=content, layouts=Path("layouts"), output=tmp_path / "site", now=NOW)
    for number in range(EDITS // 4):
        edit = _edit(content, chance)
        with open_store(content, environment) as store:
            assert compare(replace(clean, store=store), "HEAD") == compare(clean, "HEAD"), (number, edit)


def _region(content: Path, chance: random.Random) -> Path:
    generate(content, 16, chance)
    return content


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _edit(content: Path, chance: random.Random) -> str:
    """Change one file at random; return what was done to which."""
    files = sorted(file for file in content.rglob("*") if file.is_file() and file.name != "region.yaml")
    file = chance.choice(files)
    name = chance.choice(list(_EDITS))
    _EDITS[name](file, chance)
    return f"{name}: {file}"


def _with(change: Callable[[str, random.Random], str]) -> Callable[[Path, random.Random], None]:
    def edit(file: Path, chance: random.Random) -> None:
        text = file.read_bytes().decode("utf-8", "replace")
        file.write_bytes(change(text, chance).encode())

    return edit


def _without_a_piece(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randrange(1, 4) :]


def _with_a_character(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice("aé0:-\n\t \"'&*#[]{}\u202e") + text[at:]


def _with_another_phrase(text: str, chance: random.Random) -> str:
    phrase = chance.choice(PHRASES).replace('"', "")
    lines = text.split("\n")
    return "\n".join(f'  every: "{phrase}"' if one.startswith("  every:") else one for one in lines)


def _with_a_line_twice(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at:]])


def _with_an_anchor(text: str, _: random.Random) -> str:
    return text.replace("title: ", "title: &a ", 1).replace("\nprice: ", "\nsummary: *a\nprice: ", 1)


def _with_another_region(file: Path, chance: random.Random) -> None:
    region = next(above / "region.yaml" for above in file.parents if (above / "region.yaml").exists())
    text = region.read_text(encoding="utf-8").partition("closed:")[0]
    name = chance.choice(["zomerstop", "verbouwing", "elke dinsdag"])
    region.write_text(f"{text}closed:\n  - {{name: {name}, from: 2027-07-01, until: 2027-08-31}}\n", "utf-8")


def _beside(file: Path, suffix: str) -> Path:
    return file.with_name(f"{file.name.partition('.')[0]}{suffix}")


_EDITS: dict[str, Callable[[Path, random.Random], object]] = {
    "a piece less": _with(_without_a_piece),
    "a character more": _with(_with_a_character),
    "another phrase": _with(_with_another_phrase),
    "a line twice": _with(_with_a_line_twice),
    "an anchor": _with(_with_an_anchor),
    "another body": _with(lambda text, _: f"{text}\nEn nog iets.\n"),
    "line ends of Windows": _with(lambda text, _: text.replace("\n", "\r\n")),
    "another region": _with_another_region,
    "a translation": lambda file, _: _beside(file, ".en.md").write_text("---\ntitle: Coffee\n---\n", "utf-8"),
    "a copy": lambda file, _: _beside(file, "-2.md").write_bytes(file.read_bytes()),
    "a copy that is another kind of file": lambda file, _: _beside(file, "-3.yaml").write_bytes(file.read_bytes()),
    "another name": lambda file, chance: file.rename(_beside(file, f"-{chance.randrange(100)}.md")),
    "no UTF-8": lambda file, _: file.write_bytes(b"\xff" + file.read_bytes()),
    "gone": lambda file, _: file.unlink(),
}
