"""The new file: what it is called, what stands in it, and that it is right before anybody is told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from streekagenda.content.editing import with_value
from streekagenda.content.files import name_fault, proposal
from streekagenda.content.records import record_of
from streekagenda.content.starters import filled
from streekagenda.content.trial import path_of
from streekagenda.diagnostics import Location, problem
from streekagenda.rendering.layouts import files_in
from streekagenda.urls import Addresses

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from streekagenda.cli.starting.draft import Draft
    from streekagenda.content.yaml_text import Value
    from streekagenda.diagnostics import Diagnostic

STARTERS = "starters"
ENGLISH = "en"


def name_of_file(draft: Draft, given: str, title: str, folder: str = "") -> str:
    """Return the id of the new file: as it was given, else as its title proposes, agreed with who is there.

    Raises:
        click.UsageError: the id that was given cannot be, or is taken.
    """
    asker = draft.asker
    if given:
        content_id = given if "/" in given or not folder else f"{folder}/{given}"
        if mistakes := _wrong(draft, content_id):
            raise asker.refuse("--id", mistakes)
        return content_id
    proposed = _free(draft, proposal(title), folder)
    if asker.answered:
        where = path_of(draft.kind, f"{folder}/…" if folder else "…")
        ask = asker.gettext("What is the file to be called? It comes at %(path)s") % {"path": where}
        proposed = asker.line(
            ask, required=True, default=proposed, check=lambda name: _wrong(draft, f"{folder}/{name}".lstrip("/"))
        )
    return f"{folder}/{proposed}" if folder else proposed


def write(draft: Draft, content_id: str, body: str, content: Path, layouts: Path) -> Path:
    """Write the starter file with the answers in it, and return where.

    Raises:
        click.UsageError: there is such a file.
        click.ClickException: the whole would not be right, although its parts were; nothing is written then.
        OSError: from the machine.
    """
    starters = files_in(layouts, STARTERS)
    language = draft.asker.language if f"{draft.asker.language}/{draft.kind}.md" in starters else ENGLISH
    starter = starters[f"{language}/{draft.kind}.md"].read_text(encoding="utf-8")
    region = draft.calendar.region
    addresses = Addresses(url=region.url, languages=region.languages)
    schema = addresses.absolute(addresses.schema(draft.kind))
    text = filled(starter, draft.kind, draft.answers, body, language, schema=schema)
    if mistakes := draft.trial.text(draft.kind, content_id, text).mistakes:
        draft.asker.explain(mistakes)
        raise click.ClickException(draft.asker.gettext("Nothing was written."))
    file = content / path_of(draft.kind, content_id)
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise draft.asker.refuse("--id", [_taken(content_id, file.name)]) from None
    return file


def add_keys(file: Path, content: Path, draft: Draft, keys: Mapping[str, Value]) -> None:
    """Add keys to a new file."""
    text = file.read_text(encoding="utf-8")
    path = file.relative_to(content)
    content_id = path.with_suffix("").as_posix().partition("/")[2]
    for key, value in keys.items():
        record, _ = record_of(text, path.as_posix(), draft.kind, content_id)
        text = (with_value(text, record, key, value) if record else None) or text
    file.write_text(text, encoding="utf-8", newline="\n")


def _wrong(draft: Draft, content_id: str) -> Sequence[Diagnostic]:
    path = path_of(draft.kind, content_id)
    if fault := name_fault(content_id):
        return [fault.in_file(path)]
    if (draft.kind, content_id) in draft.trial.taken or (draft.trial.root / path).exists():
        return [_taken(content_id, path)]
    return []


def _taken(content_id: str, path: str) -> Diagnostic:
    return problem("new-file-exists", Location(path=path), id=content_id, path=path)


def _free(draft: Draft, name: str, folder: str) -> str:
    """Return a name that no file has, with a number where it must be."""
    number, tried = 1, name
    while _wrong(draft, f"{folder}/{tried}".lstrip("/")) and number < 100:
        number += 1
        tried = f"{name}-{number}"
    return tried
