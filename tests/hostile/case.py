"""What a hostile case is: files that somebody hands in, and what must hold when the site is built with them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from tests.content_files import GOOD


class Link(Struct, frozen=True, kw_only=True):
    """A symbolic link."""

    to: str


class Pipe(Struct, frozen=True, kw_only=True):
    """A FIFO: who reads it waits for ever."""


class Folder(Struct, frozen=True, kw_only=True):
    """An empty folder where a file is wanted."""


File = str | bytes | Link | Pipe | Folder


class Case(Struct, frozen=True, kw_only=True):
    """One attack, or one accident."""

    name: str
    """Stands in the names of its files, so that many cases fit in one region."""
    files: Mapping[str, File]
    """By their paths below the content folder."""
    says: tuple[str, ...] = ()
    """The codes of all that is said of its files, each once, in alphabetical order."""
    page: str | None = None
    """The file of the site that must be there, or, where ``says`` names an error, must not be."""
    shows: tuple[str, ...] = ()
    """What stands in that file, byte for byte."""
    most: int = 250
    """So many diagnostics at most."""
    extra: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What stands in other files of the site."""


DEFAULTS = {
    "titel": "Koffie",
    "wanneer": "2027-01-15 10:00-12:00",
    "plek": "de-linde",
    "onderwerpen": "[ontmoeten]",
}


def front_matter(**keys: str | None) -> str:
    """Return an event's keys as an author writes them; a value of ``None`` leaves the key out."""
    said = {**DEFAULTS, **keys}
    return "".join(f"{key.replace('_', ' ')}: {value}\n" for key, value in said.items() if value is not None)


def event(
    name: str,
    *says: str,
    shows: tuple[str, ...] = (),
    body: str = "Kom erbij!",
    files: Mapping[str, File] | None = None,
    most: int = 250,
    extra: Mapping[str, tuple[str, ...]] | None = None,
    **keys: Any,
) -> Case:
    """Return a case of one event; ``keys`` are the raw YAML of its values, by their Dutch names."""
    return raw(
        name, f"---\n{front_matter(**keys)}---\n{body}\n", *says, shows=shows, files=files, most=most, extra=extra
    )


def raw(
    name: str,
    content: File,
    *says: str,
    shows: tuple[str, ...] = (),
    files: Mapping[str, File] | None = None,
    most: int = 250,
    extra: Mapping[str, tuple[str, ...]] | None = None,
) -> Case:
    """Return a case of one event's file, as it stands there."""
    return Case(
        name=name,
        files={f"events/de-kern/{name}.md": content, **(files or {})},
        says=says,
        page=f"activiteiten/de-kern/{name}/index.html",
        shows=shows,
        most=most,
        extra=extra or {},
    )


def region(name: str, old: str, new: str, *says: str, files: Mapping[str, File] | None = None) -> Case:
    """Return a case of a region of its own, in which ``new`` stands in the place of ``old``."""
    assert old in GOOD["region.yaml"], old
    content = GOOD["region.yaml"].replace(old, new, 1)
    return Case(name=name, files={"region.yaml": content, **(files or {})}, says=says)


def put(folder: Path, files: Mapping[str, File]) -> None:
    """Write files, links and what else there is below a folder, in the place of what may be there."""
    for path, content in files.items():
        place = folder / path
        _make_folders(place if isinstance(content, Folder) else place.parent)
        match content:
            case Link():
                place.unlink(missing_ok=True)
                place.symlink_to(content.to)
            case Pipe():
                os.mkfifo(place)
            case Folder():
                pass
            case _:
                place.write_bytes(content if isinstance(content, bytes) else content.encode())


def _make_folders(folder: Path) -> None:
    """Make a folder and those above it, without a call for each as Path.mkdir does: there may be a thousand."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir()
