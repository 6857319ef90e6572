"""Values to YAML text that reads back as the same values: quoted where it must be, and nowhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.content.yaml_text import Value

INDENT = "  "

_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f:#\"`|>\\]|:(?=\S))*")
"""Begins with a letter or a digit, and has nothing in it that YAML takes for its own in a block."""
_FLOW = re.compile(r"[,\[\]{}]|:(?=[,\[\]{}])|\?$")
"""What it takes for its own between brackets."""
_OTHER_MEANING = re.compile(r"y|n|yes|no|true|false|on|off|null|0[0-9]+", re.IGNORECASE)
"""What other readers of YAML take for something else than text."""


def entry(key: str, value: Value, indent: str = "") -> Iterator[str]:
    """Yield the lines of a key of the format and its value; a mapping stands below its key, a list of texts beside it.

    Lists hold texts and mappings: the format has no lists in lists.
    """
    match value:
        case str():
            yield f"{indent}{key}: {scalar(value)}"
        case dict():
            yield f"{indent}{key}:"
            for inner, one in value.items():
                yield from entry(inner, one, indent + INDENT)
        case list() if all(isinstance(one, str) for one in value):
            yield f"{indent}{key}: [{', '.join(scalar(str(one), flow=True) for one in value)}]"
        case _:
            yield f"{indent}{key}:"
            yield from _items(value, indent + INDENT)


def _items(values: Iterable[Value], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict):
            lines = [line for key, one in value.items() for line in entry(key, one, indent + INDENT)]
            yield f"{indent}- {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield f"{indent}- {scalar(str(value))}"


def scalar(text: str, *, flow: bool = False) -> str:
    """Return one line of YAML that is this text; ``flow`` says that it stands between brackets."""
    plain = _PLAIN.fullmatch(text) and text.isprintable() and text == text.strip()
    if plain and not _OTHER_MEANING.fullmatch(text) and not (flow and _FLOW.search(text)):
        return text
    return quoted(text, "'" if text.isprintable() else '"')


def quoted(text: str, mark: str) -> str:
    """Return a text between quotation marks; only the double ones can hold what is not printable."""
    if mark == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"


def flow(value: Value) -> str:
    """Return a value on one line, between brackets where it holds others."""
    match value:
        case str():
            return scalar(value, flow=True)
        case dict():
            return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
        case _:
            return "[" + ", ".join(map(flow, value)) + "]"
