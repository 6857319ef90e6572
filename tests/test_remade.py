"""What stays when events change is what a clean build makes: after each of many random changes, byte for byte."""

from __future__ import annotations

import os
import random
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bench.generate import generate
from streekagenda import pipeline, remade, unchanged
from streekagenda.builds import Built, Settings
from streekagenda.store import open_store
from tests.git_repositories import committed, repository

NOON = datetime(2026, 11, 22, 12)
BUILDS = 200 if os.environ.get("ENDURE") else 6
"""How many builds a run compares; ``make endure`` does it more often."""

Edit = Callable[[Path, random.Random], None]


def built(settings: Settings) -> Built:
    seen = unchanged.see(settings, time.time_ns() + unchanged.RACY_NS)
    return unchanged.recall(settings, seen) or pipeline.build(settings, seen=seen)


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files stayed in each build that made only a part of them."""
    found: list[int] = []
    known_of = remade.known_of

    def counted(*args: Any) -> remade.Known:
        if args[2] is not None:
            found.append(len(args[3]))
        return known_of(*args)

    monkeypatch.setattr(remade, "known_of", counted)
    return found


@pytest.mark.parametrize("seed", [1])
def test_what_stays_is_what_a_clean_build_makes(tmp_path: Path, kept: list[int], seed: int) -> None:
    chance = random.Random(seed)
    top = repository(tmp_path / "repository")
    generate(top / "content", 14, chance)
    shutil.copytree("layouts", top / "layouts")
    committed(top, {}, day="2026-11-10")
    clean = Settings(content=top / "content", layouts=top / "layouts", output=tmp_path / "clean", now=NOON)
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    of_events = 0
    for number in range(BUILDS):
        done = [] if number == 0 else [_edited(top, chance) for _ in range(chance.choice((1, 1, 1, 2, 5)))]
        with open_store(clean.content, environment) as store:
            warm = built(replace(clean, output=tmp_path / "warm", store=store))
        wanted = pipeline.build(clean)
        assert warm.diagnostics == wanted.diagnostics, (number, done)
        found, expected = files(tmp_path / "warm"), files(tmp_path / "clean")
        assert found.keys() ^ expected.keys() == set(), (number, done)
        assert [path for path in sorted(found) if found[path] != expected[path]] == [], (number, done)
        of_events += bool(done) and all(name in OF_EVENTS for name in done)
    assert len(kept) >= of_events
    assert sum(many > 100 for many in kept) > of_events // 2


def _edited(top: Path, chance: random.Random) -> str:
    name = chance.choice([*OF_EVENTS, *OF_EVENTS, *OF_EVENTS, *OF_OTHERS])
    ({**OF_EVENTS, **OF_OTHERS})[name](top, chance)
    return name


def _one(top: Path, folder: str, chance: random.Random) -> Path:
    return chance.choice(sorted((top / "content" / folder).rglob("*.md")))


def _event(pattern: str, put: Callable[[random.Random], str]) -> Edit:
    """Change the first line of an event that fits."""

    def edit(top: Path, chance: random.Random) -> None:
        file = _one(top, "events", chance)
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(pattern, lambda _: put(chance), text, count=1, flags=re.MULTILINE), encoding="utf-8")

    return edit


def _changed_day(top: Path, chance: random.Random) -> None:
    """Write a single date into an event instead of all its dates."""
    file = _one(top, "events", chance)
    day = date(2026, 11, 1) + timedelta(days=chance.randrange(200))
    head, _, rest = file.read_text(encoding="utf-8").partition("\n---\n")
    kept = re.sub(r"^(?:when|wanneer):.*\n(?:[ -].*\n?)*", "", head + "\n", flags=re.MULTILINE).rstrip("\n")
    off = chance.choice(("", "status: cancelled\n"))
    file.write_text(f"{kept}\n{off}when: {day.isoformat()} 14:00-16:00\n---\n{rest}", encoding="utf-8")


def _title(_: Path, chance: random.Random) -> str:
    return f"title: Samen {chance.choice(('koken', 'wandelen', 'zingen'))} {chance.randrange(50)}"


def _to_another(kind: str, dutch: str) -> Edit:
    def edit(top: Path, chance: random.Random) -> None:
        file, other = _one(top, "events", chance), _one(top, f"{kind}s", chance).stem
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(rf"^(?:{kind}|{dutch}): .*$", f"{kind}: {other}", text, flags=re.MULTILINE), encoding="utf-8"
        )

    return edit


def _longer(top: Path, chance: random.Random) -> None:
    file = _one(top, "events", chance)
    file.write_text(f"{file.read_text(encoding='utf-8')}\nEn meer.\n", encoding="utf-8")


def _copied(top: Path, chance: random.Random) -> None:
    file = _one(top, "events", chance)
    file.with_name(f"{file.stem}-{chance.randrange(100)}.md").write_bytes(file.read_bytes())


def _renamed(top: Path, chance: random.Random) -> None:
    file = _one(top, "events", chance)
    file.rename(file.with_name(f"anders-{chance.randrange(1000)}.md"))


def _gone(top: Path, chance: random.Random) -> None:
    if len(list((top / "content/events").rglob("*.md"))) > 8:
        _one(top, "events", chance).unlink()


def _aliased(top: Path, chance: random.Random) -> None:
    """Give an event a former address: sometimes one that another event has."""
    other = chance.choice((_one(top, "events", chance).stem.partition(".")[0], f"oud-{chance.randrange(9)}"))
    file = _one(top, "events", chance)
    file.write_text(
        file.read_text(encoding="utf-8").replace("---\n", f"---\naliases: [{other}]\n", 1), encoding="utf-8"
    )


def _translated(top: Path, chance: random.Random) -> None:
    file = _one(top, "events", chance)
    to = file.with_name(f"{file.name.partition('.')[0]}.{chance.choice(('en', 'tr'))}.md")
    to.write_text(f"---\ntitle: Together {chance.randrange(9)}\n---\nCome along.\n", encoding="utf-8")


def _committed(top: Path, chance: random.Random) -> None:
    committed(top, {}, day=f"2026-11-{chance.randrange(11, 22)}")


def _of_other(folder: str, old: str, new: str) -> Edit:
    def edit(top: Path, chance: random.Random) -> None:
        file = _one(top, folder, chance)
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(old, f"{new} {chance.randrange(9)}", text, count=1, flags=re.MULTILINE), encoding="utf-8"
        )

    return edit


def _in(path: str, old: str, new: str) -> Edit:
    def edit(top: Path, chance: random.Random) -> None:
        text = (top / path).read_text(encoding="utf-8")
        assert old in text
        (top / path).write_text(text.replace(old, new.replace("%", str(chance.randrange(99))), 1), encoding="utf-8")

    return edit


OF_EVENTS: dict[str, Edit] = {
    "its title": _event(r"^(?:title|titel): .*$", lambda chance: f"title: Samen {chance.choice('abcdef')}"),
    "its day": _changed_day,
    "its body": _longer,
    "its place": _to_another("place", "plek"),
    "its topics": _event(r"^(?:topics|onderwerpen): .*$", lambda chance: f"topics: [{chance.choice(TOPICS)}]"),
    "not to be read": _event(r"^(?:topics|onderwerpen): .*$", lambda _: "topics: [nergens]"),
    "its former address": _aliased,
    "another event": _copied,
    "another name": _renamed,
    "gone": _gone,
    "a translation": _translated,
    "nothing": lambda _, __: None,
}  # fmt: skip
OF_OTHERS: dict[str, Edit] = {
    "an organisation": _of_other("organisations", r"^(?:name|naam): .*$", "name: De Club"),
    "a place": _of_other("places", r"^(?:name|naam): .*$", "name: Het Huis"),
    "the region": _in("content/region.yaml", "title: ", "title: Nieuw % "),
    "a template": _in("layouts/templates/event.html", "<h1", '<h1 data-n="%"'),
    "a commit": _committed,
}
TOPICS = ("ontmoeten", "bewegen-sport", "natuur-tuin")
