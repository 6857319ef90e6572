"""Commented starter files: what was answered is filled in, all else stays as an example behind its ``#``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.content.declarations.files import FILES
from streekagenda.content.declarations.key_names import canonical
from streekagenda.content.declarations.keys import names
from streekagenda.content.key_languages import in_language
from streekagenda.content.writing import entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from streekagenda.content.yaml_text import Value

FENCE = "---"
_KEY = re.compile(r"(?P<hash># ?)?(?P<key>\w[\w -]*?):(?:\s|$)")
_BELOW = re.compile(r"#  |\s+\S")
"""A line that belongs to the key above it."""


def filled(starter: str, kind: str, answers: Mapping[str, Value], body: str, language: str, *, schema: str = "") -> str:
    """Return a starter with answers filled in, and with ``body`` under it.

    Args:
        starter: A Markdown file with front matter, in which optional keys stand behind ``# ``.
        kind: The kind of file that it is.
        answers: By English key; those that the starter does not have are added at the end of the front matter.
        body: Markdown.
        language: Of the keys that are written.
        schema: The address of the schema of such files, which editors complete from.
    """
    written = in_language(answers, [FILES[kind]], language)
    todo = {canonical(key): (key, value) for key, value in written.items()}
    _, front, _ = starter.split(f"{FENCE}\n", 2)
    lines = list(_filled(front.splitlines(), kind, todo))
    for key, value in todo.values():
        lines += entry(key, value)
    if schema:
        lines.append(f"# yaml-language-server: $schema={schema}")
    text = "\n".join([FENCE, *lines, FENCE, ""])
    return text + (f"{body.strip()}\n" if body.strip() else "")


def _filled(lines: list[str], kind: str, todo: dict[str, tuple[str, Value]]) -> Iterator[str]:
    """Yield the lines with the answers among them, and take those from ``todo``."""
    inside = False
    for line in lines:
        if inside and _BELOW.match(line):
            continue
        inside = False
        found = _KEY.match(line)
        name = canonical(found["key"]) if found else ""
        if name in todo and name in names(FILES[kind]):
            yield from entry(*todo.pop(name))
            inside = True
        else:
            yield line
