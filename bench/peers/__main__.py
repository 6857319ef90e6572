"""Measure us beside peers on the same region: ``python -m bench.peers --events 1000 20000 --runs 5``.

Everyone builds in turn, so that what else goes on here befalls all: cold, with nothing changed, with one event changed.
Before the runs that are timed there is one whose memory is looked at: who looks takes time from who is looked at. Who can check does so
after one more change, when everything was checked before.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from bench.generate import generate
from bench.peers import table
from bench.peers.contestants import PORT, ROOT, Contestant, contestants
from bench.peers.counting import count, dates_in_lists
from bench.peers.material import material
from bench.peers.measuring import Cost, cost, until_shown
from bench.peers.table import CHECKED, COLD, ONE, SAME, SHOWN, Measured, Middle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NAMES = (table.US, table.HUGO, "eleventy", "pelican")
MEMORY = Path("/dev/shm")  # noqa: S108 - creating a file on a disk can cost twenty times as much as at another moment


def main() -> None:
    """Read the arguments, measure, and print tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    parser.add_argument("--events", type=int, nargs="+", default=[1000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--who", nargs="+", choices=NAMES, default=NAMES)
    parser.add_argument("--serve", action="store_true", help="also how long a change takes to be shown")
    arguments = parser.parse_args()
    measured: Measured = {}
    for events in arguments.events:
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            _one_size(events, arguments.runs, list(arguments.who), Path(folder), measured, serve=arguments.serve)
    rows = [(one.events, one.promise, one.found, "yes" if one.kept else "**no**") for one in table.verdicts(measured)]
    print(table.markdown(("events", "promised", "measured", "kept"), rows))


def _one_size(events: int, runs: int, names: list[str], folder: Path, measured: Measured, *, serve: bool) -> None:
    generate(folder / "region", events, random.Random(1))
    told = material(folder / "region", ROOT / "layouts")
    everyone = contestants(told, folder / "region", folder, names)
    costs: defaultdict[tuple[str, str], list[Cost]] = defaultdict(list)
    for run in range(runs + 1):
        for one in everyone:
            one.forget()
            costs[one.name, COLD].append(_cost(one, run))
        for one in everyone:
            costs[one.name, SAME].append(_cost(one, run))
        for one in everyone:
            one.change(run)
            costs[one.name, ONE].append(_cost(one, run))
        for one in everyone:
            if one.check:
                cost(one.check, one.folder, one.environment)
                one.change(runs + 1 + run)
                costs[one.name, CHECKED].append(_cost(one, run, one.check))
    measured |= {(events, *who): table.middle(first, timed) for who, (first, *timed) in costs.items()}
    if serve:
        for one in everyone:
            if one.serve:
                measured[events, one.name, SHOWN] = Middle(wall=_shown(one))
    reading, writing = floor(folder / "region", everyone[0].site, folder / "floor")
    print(f"## {events} events\n\nMedians of {runs} interleaved runs, load {os.getloadavg()[0]:.1f} at the end.\n")
    print(table.figures(measured, events, names))
    print(f"\nFloor: reading our inputs {reading:.2f} s, writing our outputs {writing:.2f} s, nothing else.\n")
    counts = {one.name: count(one.site) for one in everyone}
    print(table.made(counts))
    for one in everyone:
        files, size = (sum(column) for column in zip(*counts[one.name].values(), strict=True))
        print(
            f"\n{one.name}: {files / events:.1f} files and {size / events / 1000:.0f} kB an event,"
            f" {dates_in_lists(one.site)} dates in lists.{' Without: ' if one.lacks else ''}{one.lacks}"
        )
    print(flush=True)


def _cost(one: Contestant, run: int, command: Sequence[str] | None = None) -> Cost:
    return cost(command or one.command, one.folder, one.environment, memory=run == 0)


def _shown(one: Contestant) -> float:
    numbers = iter(range(1000, 2000))
    change: Callable[[], str] = lambda: one.change(next(numbers))  # noqa: E731
    return until_shown(one.serve, one.folder, one.environment, f"http://127.0.0.1:{PORT}/{one.address}", change)


def floor(inputs: Path, outputs: Path, folder: Path) -> tuple[float, float]:
    """Return the seconds that reading all inputs takes, and writing all outputs."""
    found = {file.relative_to(outputs): file.read_bytes() for file in outputs.rglob("*") if file.is_file()}
    begun = time.perf_counter()
    for root, _, files in os.walk(inputs):
        for file in files:
            reader = os.open(f"{root}/{file}", os.O_RDONLY)
            os.read(reader, 1 << 20)
            os.close(reader)
    reading = time.perf_counter() - begun
    begun, known = time.perf_counter(), set()
    for path, content in found.items():
        if path.parent not in known:
            known.add(path.parent)
            (folder / path.parent).mkdir(parents=True, exist_ok=True)
        writer = os.open(folder / path, os.O_WRONLY | os.O_CREAT, 0o644)
        os.write(writer, content)
        os.close(writer)
    return reading, time.perf_counter() - begun


if __name__ == "__main__":
    main()
