"""The folders of content/: which files are read, as what, and what is said of those that are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.content.faults import Fault
from streekagenda.content.files import Found, top, walk
from streekagenda.content.nearest import nearest
from streekagenda.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.content.files import Root

FOLDERS = {
    "organisations": "organisation",
    "places": "place",
    "campaigns": "campaign",
    "events": "event",
    "pages": "page",
}
"""The folders of content/ and the kind of record in each."""
_KNOWN = {*FOLDERS, "region.yaml", "media"}
_DUTCH_FOLDERS = {
    "activiteiten": "events",
    "evenementen": "events",
    "organisaties": "organisations",
    "plekken": "places",
    "locaties": "places",
    "campagnes": "campaigns",
    "paginas": "pages",
}
"""What people call those folders, and the folder."""
_ABOUT_THE_FOLDER = re.compile(r"(?:readme|license|licence|changelog|contributing|security)\b.*", re.IGNORECASE)
"""Files that a repository has for who works on it."""


def files(root: Root) -> Iterator[tuple[str, str, str, Fault | None]]:
    """Yield each file of content: its path, its kind, its id with its language, and what is wrong with where it stands."""
    yield "region.yaml", "region", "region", None
    for folder, kind in FOLDERS.items():
        for found in walk(root, folder):
            yield _in_folder(found, folder, kind)
    yield from _not_read(root)


def file_of(found: Found) -> tuple[str, str, str, Fault | None] | None:
    """Return the same of one file; ``None`` where it stands in no folder of ours."""
    folder, slash, _ = found.path.partition("/")
    kind = FOLDERS.get(folder) if slash else None
    return _in_folder(found, folder, kind) if kind else None


def _in_folder(found: Found, folder: str, kind: str) -> tuple[str, str, str, Fault | None]:
    below = found.path.removeprefix(f"{folder}/")
    stem, dot, suffix = below.rpartition(".")
    fault = found.fault
    if fault is None and (not dot or suffix not in {"md", "yaml"}):
        code = "use-yaml-suffix" if suffix == "yml" else "unexpected-file"
        severity = Severity.ERROR if suffix in {"yml", "markdown", "txt"} else Severity.WARNING
        fault = Fault(code=code, values={"folder": folder}, severity=severity)
    return found.path, kind, stem or below, fault


def _not_read(root: Root) -> Iterator[tuple[str, str, str, Fault | None]]:
    """Say of a folder that is no folder of ours, and of a file beside them, that what was written there is not read.

    One file is named of each folder: there may be many, of something else.
    """
    for name in top(root):
        if name in _KNOWN:
            continue
        files = [Found(path=name)] if name.endswith((".md", ".yaml")) else walk(root, name)
        for found in files:
            own = found.path.rpartition("/")[2]
            if found.fault is None and own.endswith((".md", ".yaml")) and not _ABOUT_THE_FOLDER.fullmatch(own):
                known = _DUTCH_FOLDERS.get(name.casefold()) or nearest(name, FOLDERS)
                code = "folder-name" if known and own != name else "outside-folders"
                values = {"name": name, "folder": known, "folders": ", ".join(FOLDERS)}
                yield found.path, "other", found.path, Fault(code=code, values=values, severity=Severity.WARNING)
                break
