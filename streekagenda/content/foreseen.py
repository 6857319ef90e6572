"""What files will ask of phrases, asked before: most files ask the same few things, and a store remembers the answers.

It changes no answer. What is not foreseen, or foreseen otherwise than it is asked, is read when somebody asks: the first time
that brings up the grammar there, which takes as long as a hundred events.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from streekagenda.content.files import proposal
from streekagenda.model.place import ALWAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.content.phrases import Phrases
    from streekagenda.content.records import Records
    from streekagenda.content.yaml_text import Value

_SAID_WHEN = {"event": ("when", None), "place": ("open", ALWAYS)}
"""Where it stands when something is, by kinds of files, and the first day of a rule that names none."""


def foresee(records: Records, phrases: Phrases, today: date) -> None:
    """Ask what events, and places that open, will ask: :mod:`streekagenda.content.schedules` does."""
    closures = _closures(records)
    for record in records.records:
        if record.language or record.kind not in _SAID_WHEN:
            continue
        key, always = _SAID_WHEN[record.kind]
        for entry in _several(record.document.get(key)):
            if isinstance(entry, str):
                phrases.reading(_words(entry), today=today, start=always, closures=closures)
            elif isinstance(entry, dict):
                _foresee_entry(entry, phrases, today, always, closures)
        for text in _texts(record.document.get("closed")):
            phrases.exceptions(text, today=today, closures=closures)


def _foresee_entry(
    entry: dict[str, Value], phrases: Phrases, today: date, always: date | None, closures: tuple[str, ...]
) -> None:
    said = {key: _words(value) for key, value in entry.items() if isinstance(value, str)}
    first, until = (_day(said.get(key), phrases, today) for key in ("from", "until"))
    changes = [one for one in _several(entry.get("changes")) if isinstance(one, dict)]
    for text in _texts([one[key] for one in (entry, *changes) for key in ("time", "doors") if key in one]):
        phrases.hours(text)
    if "every" in said:
        phrases.reading(
            said["every"], today=today, start=first or always, until=until, recurring=True, closures=closures
        )
    for text in _texts(entry.get("on")):
        if phrases.names_hours(text):
            phrases.reading(text, today=today, closures=closures)
        else:
            phrases.days(text, today=today)
    ends = (text for text in _texts(entry.get("end")) if " " in text)  # else it is a time of day
    for text in (*_texts(entry.get("also")), *_texts(entry.get("start")), *ends):
        phrases.reading(text, today=today, closures=closures)
    for text in _texts(entry.get("duration")):
        phrases.duration(text)
    for text in _texts(entry.get("except")):
        phrases.exceptions(text, today=first or today, closures=closures)


def _day(text: str | None, phrases: Phrases, today: date) -> date | None:
    found = phrases.day(text, today=today) if text else None
    return found if isinstance(found, date) else None


def _closures(records: Records) -> tuple[str, ...]:
    """Return the names of the region's own holiday sets, as :func:`~streekagenda.content.exclusions.closure_names` does."""
    found: dict[str, list[str]] = {}
    for region in records.records:
        if region.kind != "region" or region.language:
            continue
        main = next(_texts(region.document.get("languages")), "")
        for one in _several(region.document.get("closed")):
            if isinstance(one, dict) and (names := list(_names(one.get("name"), main))):
                own = str(one.get("id") or proposal(names[0]))
                found[own] = [own, *names]
    return tuple(name for names in found.values() for name in dict.fromkeys(names))


def _names(written: Value | None, main: str) -> Iterator[str]:
    """Yield a name in its languages, the ``main`` one first."""
    versions = written.items() if isinstance(written, dict) else [(main, written)]
    return _texts([text for _, text in sorted(versions, key=lambda one: (one[0] != main, one[0])) if text is not None])


def _texts(value: Value | None) -> Iterator[str]:
    return (_words(one) for one in _several(value) if isinstance(one, str))


def _several(value: Value | None) -> Iterable[Value]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _words(text: str) -> str:
    return " ".join(text.split())
