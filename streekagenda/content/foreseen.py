"""What files will ask of phrases, asked before: most files ask the same few things, and a store remembers the answers.

It changes no answer. What is not foreseen, or foreseen otherwise than it is asked, is read when somebody asks.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from streekagenda.content.files import proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.content.phrases import Phrases
    from streekagenda.content.records import Records
    from streekagenda.content.yaml_text import Value


def foresee(records: Records, phrases: Phrases, today: date) -> None:
    """Ask what the ``when`` of each event will ask: :mod:`streekagenda.content.schedules` does."""
    closures = tuple(_closures(records))
    for record in records.records:
        for entry in _several(record.document.get("when")) if record.kind == "event" and not record.language else ():
            if isinstance(entry, str):
                phrases.reading(_words(entry), today=today, closures=closures)
            elif isinstance(entry, dict):
                _foresee_entry(entry, phrases, today, closures)


def _foresee_entry(entry: dict[str, Value], phrases: Phrases, today: date, closures: tuple[str, ...]) -> None:
    said = {key: _words(value) for key, value in entry.items() if isinstance(value, str)}
    first, until = (_day(said.get(key), phrases, today) for key in ("from", "until"))
    if "time" in said:
        phrases.hours(said["time"])
    if "every" in said:
        phrases.reading(said["every"], today=today, start=first, until=until, recurring=True, closures=closures)
    for one in _several(entry.get("except")):
        if isinstance(one, str):
            phrases.exceptions(_words(one), today=first or today, closures=closures)


def _day(text: str | None, phrases: Phrases, today: date) -> date | None:
    found = phrases.day(text, today=today) if text else None
    return found if isinstance(found, date) else None


def _closures(records: Records) -> Iterator[str]:
    """Yield the names of the region's own holiday sets, where each has one name."""
    for region in records.records:
        for one in _several(region.document.get("closed")) if region.kind == "region" else ():
            name = one.get("name") if isinstance(one, dict) else None
            if isinstance(one, dict) and isinstance(name, str):
                yield from dict.fromkeys((str(one.get("id") or proposal(name)), _words(name)))


def _several(value: Value | None) -> Iterable[Value]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _words(text: str) -> str:
    return " ".join(text.split())
