"""What tells the entries of one event apart in its UIDs, so that they stay when an entry is added before them.

An event with one entry needs nothing. Among several, a stop of a tour is named after its place, a date after its day,
a rule after its days: never after its position in the list. The one rule among loose dates is the event itself.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.model.place import Place
from streekagenda.model.schedule import Series, Single

if TYPE_CHECKING:
    from streekagenda.model.schedule import Entry, Rule


def keyed(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries with their keys; each key is used once."""
    if len(entries) == 1:
        return entries
    rules = [entry for entry in entries if isinstance(entry, Series)]
    short = Counter(_short(entry) for entry in entries)
    taken: set[str] = set()
    result: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Series) and len(rules) == 1:
            key = ""
        else:
            key = _short(entry) if short[_short(entry)] == 1 else _long(entry)
            while key in taken:
                key += "-x"
        taken.add(key)
        result.append(replace(entry, key=key))
    return tuple(result)


def _short(entry: Entry) -> str:
    if isinstance(entry, Series):
        return _days(entry.rule)
    place = entry.details.place
    if isinstance(place, Place) and place.id:
        return place.id.replace("/", "-")
    return entry.moment.first.isoformat()


def _long(entry: Entry) -> str:
    hours = entry.hours if isinstance(entry, Series) else entry.moment.hours
    day = entry.moment.first if isinstance(entry, Single) else entry.rule.start
    place = entry.details.place
    name = place.id.replace("/", "-") + "-" if isinstance(place, Place) and place.id else ""
    time = f"-{hours.start:%H%M}" if hours else ""
    shape = f"{_days(entry.rule)}-" if isinstance(entry, Series) else ""
    return f"{name}{shape}{day.isoformat()}{time if not name else ''}"


def _days(rule: Rule) -> str:
    parts = [rule.frequency.value.lower()]
    parts += [f"{one.nth or ''}{one.weekday.name.lower()}".replace("-1", "last") for one in rule.weekdays]
    parts += [f"{day}".replace("-", "last") for day in rule.month_days]
    return "-".join(parts)
