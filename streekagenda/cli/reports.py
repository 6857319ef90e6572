"""Diagnostics for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from streekagenda.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from streekagenda.rendering.translations import Translations

LIMIT = 5000
"""Diagnostics in one report; the rest is counted."""


def text_report(diagnostics: Sequence[Diagnostic], content: Path, words: Translations, language: str) -> Iterator[str]:
    """Yield the lines of a report for people: where, what, the line itself with a caret, and what to write instead."""
    catalogue = words.for_language(language)
    for found in diagnostics[:LIMIT]:
        place = found.location
        severity = catalogue.pgettext("severity", found.severity.value)
        where = f"{content / place.path}:{place.line}:{place.column}"
        yield f"{where}: {severity}: {words.say(found, language)}"
        yield from _excerpt(found, content)
        if found.suggestion:
            first, *rest = found.suggestion.splitlines() or [""]
            yield f"    → {first}"
            yield from (f"      {line}" for line in rest)
    if len(diagnostics) > LIMIT:
        yield f"… {len(diagnostics) - LIMIT}"


def _excerpt(found: Diagnostic, content: Path) -> Iterator[str]:
    """Yield the line of the file that a diagnostic is about, and a caret under its column."""
    file = content / found.location.path
    if not file.is_file() or file.is_symlink():
        return
    with file.open(encoding="utf-8-sig", errors="replace", newline=None) as stream:
        for number, line in enumerate(stream, 1):
            if number == found.location.line:
                shown = "".join(character if character.isprintable() else " " for character in line.rstrip("\n"))
                if shown.strip() not in {"", "---"}:
                    yield f"    {shown[:160].rstrip()}"
                    yield f"    {' ' * min(found.location.column - 1, 160)}^"
                return


def json_report(diagnostics: Sequence[Diagnostic], content: Path, words: Translations, language: str) -> str:
    """Return the report for programs (output-and-commands, ``check --format json``)."""
    report = {
        "diagnostics": [_object(found, content, words, language) for found in diagnostics],
        "errors": sum(found.severity is Severity.ERROR for found in diagnostics),
        "warnings": sum(found.severity is Severity.WARNING for found in diagnostics),
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _object(found: Diagnostic, content: Path, words: Translations, language: str) -> dict[str, Any]:
    item = {
        "file": (content / found.location.path).as_posix(),
        "line": found.location.line,
        "column": found.location.column,
        "code": found.code,
        "severity": found.severity.value,
        "message": words.say(found, language),
    }
    return {**item, "suggestion": found.suggestion} if found.suggestion else item
