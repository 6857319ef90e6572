"""All feeds of a site, held against the ten rules: ``check --feeds``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from streekagenda.formats.ical_rules import Broken, BrokenFeed, broken_in_feed, name_of, vevents_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streekagenda.output import Output


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """A rule that a feed breaks; what several feeds share is told of the first."""

    path: str
    broken: Broken


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """What came of it."""

    feeds: int
    """How many were made."""
    faults: tuple[Fault, ...]


def judged(outputs: Iterable[Output]) -> Judged:
    """Judge the calendars among some outputs, as they are made; when one is not made at all, it is the last."""
    feeds = 0
    faults: dict[Broken, Fault] = {}
    written: dict[tuple[str, str], bytes] = {}
    known: set[bytes] = set()
    path = "feeds/"
    try:
        for output in outputs:
            if not output.path.endswith(".ics"):
                continue
            path, feeds = output.path, feeds + 1
            broken = list(broken_in_feed(output.content, known=known))
            for vevent in vevents_of(output.content):
                name = name_of(vevent)
                if written.setdefault(name, vevent) != vevent:
                    broken.append(Broken(rule=2, found=f"UID:{name[0]} {name[1]}".rstrip()))
                known.add(vevent)
            for one in broken:
                faults.setdefault(one, Fault(path=path, broken=one))
    except BrokenFeed as error:
        faults.setdefault(error.broken, Fault(path=path, broken=error.broken))
    return Judged(feeds=feeds, faults=tuple(faults.values()))
