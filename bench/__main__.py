"""Measure a build, and how its time divides: ``python -m bench --events 1000``.

Each stage is measured in one process, in wall-clock seconds; the whole command again as a process of its own, with its
processor time and its largest memory (getrusage(2)).
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bench.generate import generate
from streekagenda import pipeline, publications
from streekagenda.content.calendar import validate
from streekagenda.content.history import read_history
from streekagenda.content.records import read
from streekagenda.output import Output, publish

NOW = datetime(2026, 11, 22, 12)
ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Read the arguments, measure, and print two tables."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--events", type=int, default=1000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        region = Path(folder) / "content"
        generate(region, arguments.events, random.Random(1))
        print(f"{arguments.events} events\n")
        stages(region, Path(folder) / "stages")
        print()
        for label in ("cold", "nothing changed"):
            whole(label, region, Path(folder) / "site")


class Clock:
    """Adds up wall-clock seconds under names."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def measure(self, name: str) -> Iterator[None]:
        """Add the time of a block."""
        begun = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + time.perf_counter() - begun

    def through(self, name: str, outputs: Iterable[Output]) -> Iterator[Output]:
        """Add the time that it takes to make each output."""
        iterator = iter(outputs)
        while True:
            with self.measure(name):
                output = next(iterator, None)
            if output is None:
                return
            yield output


def stages(region: Path, site_folder: Path) -> None:
    """Run the pipeline step by step and print where its time goes."""
    clock = Clock()
    settings = pipeline.Settings(content=region, layouts=ROOT / "layouts", output=site_folder, now=NOW)
    with clock.measure("history"):
        history = read_history(region)
    with clock.measure("read"):
        records = read(region)
    with clock.measure("validate"):
        validated = validate(records, region, history=history, today=NOW.date())
    if validated.calendar is None or validated.diagnostics:
        sys.exit(f"the made-up region has mistakes: {validated.diagnostics[:3]}")
    with clock.measure("expand"):
        occurrences = pipeline.expand(validated.calendar, NOW)
    with clock.measure("layouts and index"):
        site = pipeline.site_of(occurrences, validated.media, settings)
    made: list[Output] = []
    for once in publications.ONCE:
        made += clock.through(once.__name__.rpartition(".")[2], once.outputs(site))
    for several in publications.IN_EVERY_LANGUAGE:
        for language in site.region.languages:
            made += clock.through(several.__name__.rpartition(".")[2], several.outputs(site, language))
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


def whole(label: str, region: Path, site_folder: Path) -> None:
    """Run the command as a process and print what it took."""
    command = [sys.executable, "build.py", "build", "--content", str(region), "--output", str(site_folder)]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*command, "--now", NOW.isoformat()], cwd=ROOT, check=True, capture_output=True)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{label}: {wall:.2f} s, processor {processor:.2f} s, at most {after.ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
