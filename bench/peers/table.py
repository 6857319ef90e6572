"""What was promised (issue 9), held against what was measured; and all of it as Markdown."""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bench.peers.measuring import Cost

US, HUGO = "streekagenda", "hugo"
COLD, SAME, ONE, SHOWN = "cold", "nothing changed", "one event changed", "one changed, in serve"
CHECKED = "check of one changed"
STATES = (COLD, SAME, ONE, SHOWN, CHECKED)
SMALL, LARGE = 1000, 20_000
GROWTH = 1.1


class Middle(Struct, frozen=True, kw_only=True):
    """What the runs of one generator in one state come to."""

    wall: float
    processor: float = math.nan
    megabytes: float = math.nan


Measured = dict[tuple[int, str, str], Middle]
"""By number of events, generator and state."""


class Verdict(Struct, frozen=True, kw_only=True):
    """One promise: what it says, what was found, whether it holds."""

    events: int
    promise: str
    found: str
    kept: bool


def middle(looked_at: Cost, timed: Sequence[Cost]) -> Middle:
    """Return the medians of runs that were timed, and the memory of one that was looked at."""
    return Middle(
        wall=median(one.wall for one in timed),
        processor=median(one.processor for one in timed),
        megabytes=looked_at.megabytes,
    )


def verdicts(measured: Measured) -> list[Verdict]:
    """Return what became of each promise for which there are figures."""
    found = []
    for events in (SMALL, LARGE):
        small = events == SMALL
        found += [
            *_seconds(measured, events, SAME, 0.3 if small else 1),
            *_seconds(measured, events, ONE, 0.5 if small else 1.5),
            *_seconds(measured, events, SHOWN, 0.2 if small else 0.3),
            *_ratio(measured, events, COLD, HUGO, 1.3 if small else 0.8),
        ]
        if small:
            found += [*_ratio(measured, events, COLD, "eleventy", 1), *_ratio(measured, events, COLD, "pelican", 1)]
        else:
            found += [*_ratio(measured, events, SAME, HUGO, 1 / 20), *_ratio(measured, events, ONE, HUGO, 1 / 15)]
            found += _seconds(measured, events, CHECKED, 1)
        found += _memory(measured, events, 200 if small else 600)
    return [*found, *_growth(measured)]


def _seconds(measured: Measured, events: int, state: str, most: float) -> list[Verdict]:
    ours = measured.get((events, US, state))
    if ours is None:
        return []
    return [Verdict(events=events, promise=f"{state} ≤ {most} s", found=f"{ours.wall:.2f} s", kept=ours.wall <= most)]


def _ratio(measured: Measured, events: int, state: str, peer: str, most: float) -> list[Verdict]:
    ours, theirs = measured.get((events, US, state)), measured.get((events, peer, state))
    if ours is None or theirs is None:
        return []
    ratio = ours.wall / theirs.wall
    said = f"{most:.3g}" if most >= 0.1 else f"1/{1 / most:.0f}"
    return [
        Verdict(events=events, promise=f"{state} ≤ {said} × {peer}", found=f"{ratio:.2f}", kept=ratio <= most),
    ]


def _memory(measured: Measured, events: int, most: int) -> list[Verdict]:
    held = [one.megabytes for (number, who, _), one in measured.items() if (number, who) == (events, US)]
    held = [one for one in held if not math.isnan(one)]
    if not held:
        return []
    promise = f"memory of all processes ≤ {most} MB"
    return [Verdict(events=events, promise=promise, found=f"{max(held):.0f} MB", kept=max(held) <= most)]


def _growth(measured: Measured) -> list[Verdict]:
    few, many = measured.get((SMALL, US, COLD)), measured.get((LARGE, US, COLD))
    if few is None or many is None:
        return []
    power = exponent(SMALL, few.wall, LARGE, many.wall)
    return [
        Verdict(events=LARGE, promise=f"grows as events^{GROWTH} at most", found=f"^{power:.2f}", kept=power <= GROWTH)
    ]


def exponent(few: int, seconds: float, many: int, more_seconds: float) -> float:
    """Return the power of the number of events by which time grows."""
    return math.log(more_seconds / seconds) / math.log(many / few)


def markdown(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows)])


def figures(measured: Measured, events: int, names: Sequence[str]) -> str:
    """Return a table of all figures of one size, with their ratio to Hugo's by the clock."""
    rows = []
    for name in names:
        for state in STATES:
            one = measured.get((events, name, state))
            if one is None:
                continue
            peer = measured.get((events, HUGO, state))
            ratio = f"{one.wall / peer.wall:.2f}" if peer else ""
            rows.append((name, state, f"{one.wall:.2f}", _said(one.processor, 2), _said(one.megabytes, 0), ratio))
    return markdown(("", f"{events} events", "seconds", "processor", "MB", "× hugo"), rows)


def made(counts: Mapping[str, Mapping[str, tuple[int, int]]]) -> str:
    """Return a table of what each made: files and megabytes of each kind."""
    kinds = list(dict.fromkeys(kind for one in counts.values() for kind in one))
    rows: list[list[str]] = [[kind, *(_amount(one.get(kind)) for one in counts.values())] for kind in kinds]
    sums = ((sum(n for n, _ in one.values()), sum(size for _, size in one.values())) for one in counts.values())
    return markdown(("files, MB", *counts), [*rows, ["together", *map(_amount, sums)]])


def _amount(one: tuple[int, int] | None) -> str:
    return f"{one[0]}, {one[1] / 1e6:.1f}" if one else "–"


def _said(number: float, digits: int) -> str:
    return "" if math.isnan(number) else f"{number:.{digits}f}"
