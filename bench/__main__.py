"""Measure a build, and how its time divides: ``python -m bench --events 1000``.

Each stage of a build is measured in one process, in processor seconds; then commands as processes of their own, with
their processor time and the largest memory so far (getrusage(2)): clean without a store, cold with an empty one, and warm.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from bench.generate import generate
from streekagenda import preparing, publications
from streekagenda.builds import Settings
from streekagenda.content.calendar import validate
from streekagenda.content.history import FileHistory, read_history
from streekagenda.content.phrases import Phrases
from streekagenda.content.records import read
from streekagenda.output import Output, publish, ready
from streekagenda.publications import feeds
from streekagenda.publications.spread import Task, spread
from streekagenda.store import Store

NOW = datetime(2026, 11, 22, 12)
ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Read the arguments, measure, and print two tables."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--feeds", action="store_true", help="only how long all feeds take, by the clock")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        region = Path(folder) / "content"
        generate(region, arguments.events, random.Random(1))
        print(f"{arguments.events} events\n")
        if arguments.feeds:
            feeds_alone(region, Path(folder) / "site")
            return
        stages(region, Path(folder) / "stages")
        print()
        remembered(region)
        print()
        commands(region, Path(folder))


class Clock:
    """Adds up processor seconds of this process under names."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def measure(self, name: str) -> Iterator[None]:
        """Add the time of a block."""
        begun = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + time.process_time() - begun


def stages(region: Path, site_folder: Path) -> None:
    """Run the pipeline step by step and print where its time goes."""
    clock = Clock()
    settings = Settings(content=region, layouts=ROOT / "layouts", output=site_folder, now=NOW)
    with clock.measure("history"):
        history = read_history(region)
    with clock.measure("read"):
        records = read(region)
    with clock.measure("validate"):
        validated = validate(records, region, history=history, today=NOW.date())
    if validated.calendar is None or validated.diagnostics:
        sys.exit(f"the made-up region has mistakes: {validated.diagnostics[:3]}")
    with clock.measure("expand"):
        occurrences = preparing.expand(validated.calendar, NOW)
    with clock.measure("layouts and index"):
        site = preparing.site_of(occurrences, validated.media, settings)
    made: list[Output] = []
    for group in publications.groups(site):
        with clock.measure(group.name):
            made += [ready(one.path, one.make()) for one in group.outputs()]
    with clock.measure("write"):
        publish(made, site_folder)
    total = sum(clock.seconds.values())
    print("| stage | seconds | share |\n|---|---|---|")
    for name, seconds in clock.seconds.items():
        print(f"| {name} | {seconds:.2f} | {seconds / total:.0%} |")
    size = sum(len(output.content) for output in made)
    print(
        f"| together | {total:.2f} | {len(made)} files, {size / 1e6:.0f} MB, {len(occurrences.occurrences)} occurrences |"
    )


def feeds_alone(region: Path, site_folder: Path) -> None:
    """Make and write every feed as a build does, on two processes, and print what it took by the clock."""
    settings = Settings(content=region, layouts=ROOT / "layouts", output=site_folder, now=NOW)
    calendar = preparing.believed(settings, FileHistory()).calendar
    if calendar is None:
        sys.exit("the made-up region has mistakes")
    site = preparing.site_of(preparing.expand(calendar, NOW), {}, settings)
    begun = time.perf_counter()
    kinds = (feeds.calendars, feeds.readers, feeds.one_date)
    tasks = [Task(outputs=partial(kind.outputs, site)) for kind in kinds]
    publish(partial(spread, tasks, 2), site_folder)
    taken = time.perf_counter() - begun
    files = [file for file in site_folder.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    print(f"{len(files)} files, {size / 1e6:.0f} MB, in {taken:.1f} s; load {os.getloadavg()[0]:.1f}")


def remembered(region: Path) -> None:
    """Print what reading and validating take with a store that is empty, and with what that run has found."""
    lines = b""
    for label in ("cold", "warm"):
        store = Store(lines)
        clock = Clock()
        with clock.measure("read"):
            records = read(region, store=store)
        with clock.measure("validate"):
            validate(records, region, history=FileHistory(), today=NOW.date(), phrases=Phrases(store))
        print(f"{label}: read {clock.seconds['read']:.2f} s, validate {clock.seconds['validate']:.2f} s")
        lines = store.lines()
    print(f"{len(lines) / 1e6:.1f} MB remembered")


def commands(region: Path, folder: Path) -> None:
    """Run commands as processes of their own, with a store that is theirs, and print what each took."""
    site = ["--output", str(folder / "site")]
    whole("build, clean", ["build", *site, "--no-cache"], region, folder)
    whole("build, cold", ["build", *site], region, folder)
    whole("build, nothing changed", ["build", *site], region, folder)
    shutil.rmtree(folder / "cache")
    whole("check, clean", ["check", "--no-cache"], region, folder)
    whole("check, cold", ["check"], region, folder)
    whole("check, nothing changed", ["check"], region, folder)
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "all"]):
        who = ["-c", "user.name=bench", "-c", "user.email=bench@example.org"]
        subprocess.run(["git", *who, "-C", str(region), *command], check=True)
    for file in sorted(region.glob("events/*/*.md"))[:3]:
        text = re.sub(r"^(tit\w+): ", r"\1: Anders ", file.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        file.write_text(text, encoding="utf-8")
    whole("check --since, three changed, clean", ["check", "--since", "HEAD", "--no-cache"], region, folder)
    whole("check --since, three changed", ["check", "--since", "HEAD"], region, folder)
    whole("check --since, once more", ["check", "--since", "HEAD"], region, folder)


def whole(label: str, arguments: list[str], region: Path, folder: Path) -> None:
    """Run one command and print what it took."""
    command = [sys.executable, "build.py", *arguments, "--content", str(region), "--now", NOW.isoformat()]
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # it makes each start of the program half a second longer
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=environment)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{label}: {wall:.2f} s, processor {processor:.2f} s, at most {after.ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
