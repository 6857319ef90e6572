"""How a lexicon is written: tables of spellings, each table one text with a bar between the spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.model.schedule import Weekday
from streekagenda.recurrence.phrases.lexicon import Kind, Meaning
from streekagenda.recurrence.phrases.readings import PartOfDay

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streekagenda.model.holidays import Feast


def spellings(table: str) -> list[str]:
    """Cut a table into its spellings."""
    return [" ".join(spelling.split()) for spelling in table.split("|")]


def said(kind: Kind, table: str) -> dict[str, Meaning]:
    """Give spellings a kind."""
    return dict.fromkeys(spellings(table), Meaning(kind=kind))


def counted(kind: Kind, table: str, *, first: int = 1) -> dict[str, Meaning]:
    """Give spellings a kind and a number: the first, and one more for each that follows."""
    return {
        spelling: Meaning(kind=kind, number=number, spoken=True)
        for number, spelling in enumerate(spellings(table), first)
    }


def numbered(kind: Kind, tables: Mapping[int, str]) -> dict[str, Meaning]:
    """Give spellings a kind and the number that they stand under."""
    return {
        spelling: Meaning(kind=kind, number=number, spoken=True)
        for number, table in tables.items()
        for spelling in spellings(table)
    }


def named(kind: Kind, tables: Mapping[str, str], *, number: int = 0) -> dict[str, Meaning]:
    """Give spellings a kind and the name that they stand under."""
    return {
        spelling: Meaning(kind=kind, name=name, number=number)
        for name, table in tables.items()
        for spelling in spellings(table)
    }


def feasts(tables: Mapping[Feast, str], *, days: int = 0) -> dict[str, Meaning]:
    """Give spellings the feast that they name; ``days``: so many of its days are named, such as both."""
    return {
        spelling: Meaning(kind=Kind.FEAST, feast=feast, number=days)
        for feast, table in tables.items()
        for spelling in spellings(table)
    }


def feast_names(tables: Mapping[Feast, str]) -> dict[Feast, str]:
    """Give feasts their name: the first of their spellings."""
    return {feast: spellings(table)[0] for feast, table in tables.items()}


def parts_of_day(tables: Mapping[PartOfDay, str]) -> dict[str, Meaning]:
    """Give spellings the part of the day that they name."""
    return {
        spelling: Meaning(kind=Kind.PART, part=part) for part, table in tables.items() for spelling in spellings(table)
    }


def short(meanings: Mapping[str, Meaning]) -> dict[str, Meaning]:
    """Mark spellings as abbreviations: a full stop behind them ends no sentence."""
    return {spelling: replace(meaning, short=True) for spelling, meaning in meanings.items()}


def weekdays(table: str, *, parts: Mapping[PartOfDay, str] | None = None, habits: str = "{}") -> dict[str, Meaning]:
    """Spell seven weekdays, Monday first: alone, with a part of the day, and as a habit.

    ``parts`` and ``habits`` are patterns with ``{}`` for the day: ``{}middag``, ``{}s`` and ``'s {}s``.
    """
    patterns: list[tuple[str, PartOfDay | None]] = [("{}", None)]
    patterns += [(pattern, part) for part, endings in (parts or {}).items() for pattern in spellings(endings)]
    words: dict[str, Meaning] = {}
    for weekday, name in zip(Weekday, spellings(table), strict=True):
        for pattern, part in patterns:
            spelling = pattern.format(name)
            once = Meaning(kind=Kind.WEEKDAY, weekday=weekday, part=part)
            words |= {habit.format(spelling): replace(once, habitual=True) for habit in spellings(habits)}
            words[spelling] = once
    return words
