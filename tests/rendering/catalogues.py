"""What the catalogues must say: the messages of code and templates, and which of them a site in a language needs.

``python -m tests.rendering.catalogues uk`` prints what Ukrainian still lacks as entries of PO files, by the file that
holds them in Dutch: ``docs/translating.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Message as Entry
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po

import streekagenda
from streekagenda.rendering.layouts import packaged

PACKAGE = Path(streekagenda.__file__).parent
TEMPLATES = sorted((packaged() / "templates").rglob("*.*"))
TRANSLATIONS = packaged() / "translations"
CATALOGUES = sorted(TRANSLATIONS.glob("*/*.po"))

LANGUAGE_OF_THE_PROGRAM = "nl"
"""The language, beside English, in which the commands and the messages about mistakes speak."""
LANGUAGES_OF_SITES = ("nl", "ar", "pl", "tr", "uk")
"""Languages whose catalogue has all that a site says; English has it too, since its words are the messages themselves."""

SITE = ("rendering", "publications")
"""The packages that make what visitors read."""
NOT_OF_SITES = ("publications/change_report",)
"""What only editors read, in the language of the program."""
VOICE = "spoken"
"""The context of what a voice says: a language need not speak."""

Message = tuple[str | None, tuple[str, ...]]
"""Context, and the message: one text, or singular and plural."""


@cache
def messages_used() -> dict[Message, tuple[str, ...]]:
    """Return every message of code and templates, with the files that use it."""
    used: dict[Message, dict[str, None]] = {}
    sources = [("python", path) for path in sorted(PACKAGE.rglob("*.py"))]
    templates = [("jinja2.ext:babel_extract", path) for path in TEMPLATES]
    for method, path in [*sources, *templates]:
        options = {"trimmed": "true", "silent": "false"} if method != "python" else {}
        root = PACKAGE if method == "python" else TRANSLATIONS.parent
        for _, found, _, context in extract_from_file(method, path, keywords=DEFAULT_KEYWORDS, options=options):
            message = (found,) if isinstance(found, str) else tuple(found)
            used.setdefault((context, message), {})[path.relative_to(root).as_posix()] = None
    return {message: tuple(places) for message, places in used.items()}


def of_a_site() -> dict[Message, tuple[str, ...]]:
    """Return the messages that visitors of a site read."""
    return {
        message: places
        for message, places in messages_used().items()
        if message[0] != VOICE and any(_is_of_sites(place) for place in places)
    }


def _is_of_sites(place: str) -> bool:
    return place.startswith(("templates/", *SITE)) and not place.startswith(NOT_OF_SITES)


def needed(language: str) -> dict[Message, tuple[str, ...]]:
    """Return the messages that a language must have."""
    return messages_used() if language == LANGUAGE_OF_THE_PROGRAM else of_a_site()


def entries(language: str) -> Iterator[tuple[Path, Entry]]:
    """Yield the entries of the catalogues of a language, with their files."""
    for path in CATALOGUES:
        if path.parent.name == language:
            with path.open("rb") as file:
                yield from ((path, entry) for entry in read_po(file, locale=language, abort_invalid=True) if entry.id)


def key(entry: Entry) -> tuple[str | None, str]:
    """Return what tells a message from all others: its context and its (first) text."""
    return entry.context, entry.id if isinstance(entry.id, str) else entry.id[0]


def missing(language: str) -> dict[Message, tuple[str, ...]]:
    """Return the messages that a language must have and has not."""
    known = {key(entry) for _, entry in entries(language) if all(strings(entry))}
    return {
        (context, message): places
        for (context, message), places in needed(language).items()
        if (context, message[0]) not in known
    }


def not_needed(language: str) -> list[tuple[Path, str]]:
    """Return the messages of a language that no site asks for (any more), with their files."""
    asked = {(context, message[0]) for context, message in of_a_site()}
    found = [(path, key(entry)) for path, entry in entries(language)]
    return [(path, text) for path, (context, text) in found if (context, text) not in asked and context != VOICE]


def strings(entry: Entry) -> list[str]:
    """Return what an entry says in the language: one text, or one for each plural form."""
    return [entry.string] if isinstance(entry.string, str) else list(entry.string or ())


def _as_po(context: str | None, message: tuple[str, ...], places: tuple[str, ...], dutch: Entry | None) -> str:
    lines = [f"#: {', '.join(places)}"]
    if dutch is not None:
        lines += [f"# nl: {said}" for said in strings(dutch)]
    if any("%(" in text for text in message):
        lines.append("#, python-format")
    lines += [f"msgctxt {_quoted(context)}"] if context else []
    lines.append(f"msgid {_quoted(message[0])}")
    lines += [f"msgid_plural {_quoted(message[1])}", 'msgstr[0] ""'] if len(message) > 1 else ['msgstr ""']
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def report(language: str) -> str:
    """Return what a language lacks, and what it has for nothing, as a translator reads it."""
    dutch = {key(entry): (path, entry) for path, entry in entries("nl")}
    by_file: dict[str, list[str]] = {}
    for (context, message), places in missing(language).items():
        path, entry = dutch.get((context, message[0]), (None, None))
        by_file.setdefault(path.name if path else "?.po", []).append(_as_po(context, message, places, entry))
    parts = [f"# ---- {language}/{name}\n\n" + "\n\n".join(found) for name, found in sorted(by_file.items())]
    idle = []
    if language != LANGUAGE_OF_THE_PROGRAM:
        idle = [f"# ---- {language}/{path.name} does not need: {text}" for path, text in not_needed(language)]
    return "\n\n".join([*parts, *idle]) or f"# {language} is complete."


if __name__ == "__main__":
    for each in sys.argv[1:] or LANGUAGES_OF_SITES:
        sys.stdout.write(report(each) + "\n")
