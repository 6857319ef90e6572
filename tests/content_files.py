"""A content folder from a dictionary, so that a test states only the files that matter to it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from streekagenda.content.calendar import Validated, validate
from streekagenda.content.history import FileHistory
from streekagenda.content.records import read
from streekagenda.model.event import Event

TODAY = date(2026, 11, 22)

REGION = """\
title: Proefagenda
url: https://agenda.example.org/
languages: [nl, en]
school_region: noord
areas:
  - id: deventer
    name: Deventer
    areas:
      - {id: zandweerd, name: Zandweerd}
      - {id: rivierenwijk, name: Rivierenwijk, school_region: midden}
topics:
  - {id: ontmoeten, name: Ontmoeten}
  - {id: samen-eten, name: {nl: Samen eten, en: Eating together}}
audiences:
  - {id: ouderen, name: Ouderen}
facilities:
  - {id: rolstoel, name: Rolstoel}
"""
IN_DUTCH = REGION.replace("[nl, en]", "[nl]").replace("{nl: Samen eten, en: Eating together}", "Samen eten")
"""The same in one language: half the files, where nothing is asked of the others."""
GOOD: Mapping[str, str] = {
    "region.yaml": REGION,
    "organisations/de-kern.md": "---\nname: De Kern\nkind: welfare\n---\n",
    "places/de-linde.md": "---\nname: De Linde\narea: zandweerd\n---\n",
}
"""A region in which one event more is a good calendar."""

EVENT = """\
---
titel: Koffie
wanneer: 2027-01-15 10:00-12:00
plek: de-linde
onderwerpen: [ontmoeten]
---
Kom erbij!
"""


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, and return it."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def validated(folder: Path, files: Mapping[str, str | bytes], *, drafts: bool = False) -> Validated:
    """Write the good region and these files, then read and validate them."""
    written(folder, {**GOOD, **files})
    return validate(read(folder), folder, history=FileHistory(), today=TODAY, drafts=drafts)


def codes(result: Validated) -> list[tuple[str, int, str]]:
    """Return path, line and code of each diagnostic."""
    return [(one.location.path, one.location.line, one.code) for one in result.diagnostics]


def only_event(folder: Path, event: str, **files: str) -> Event:
    """Return the event that a file makes in the good region."""
    result = validated(folder, {"events/de-kern/koffie.md": event, **files})
    assert codes(result) == []
    assert result.calendar is not None
    (found,) = result.calendar.events
    return found
