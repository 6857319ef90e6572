"""What becomes of a reading: the files that are right, and what is said of all else. Nothing is written here.

Each file is read back and validated as a build does before it is one of them. What the format or a check refuses in a
part that a file can do without (its text, its links) costs that part; anything else costs that activity, and no other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.content.declarations.key_names import canonical
from streekagenda.content.records import record_of
from streekagenda.content.trial import path_of
from streekagenda.diagnostics import Location, Severity
from streekagenda.importing import cleaning
from streekagenda.importing.found import TITLE, NotTaken, left_out
from streekagenda.importing.wheres import LONGEST_NAME
from streekagenda.importing.writing import name_of, sheet, text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from streekagenda.content.records import Record
    from streekagenda.content.yaml_text import Value
    from streekagenda.diagnostics import Diagnostic
    from streekagenda.importing.found import Reading
    from streekagenda.importing.writing import Setting, Sheet

Judge = Callable[["Sequence[Record]"], "Sequence[Diagnostic]"]
"""Says what is wrong with files beside all that is there."""

KIND = "event"
DESCRIPTION = "description"
"""Stands for the text below the front matter."""
WITHOUT = {DESCRIPTION: "import-without-description", "links": "import-without-link"}
"""Parts that a file can do without, and what is said then."""
PLACE = frozenset({"place", "online"})
CUT = {DESCRIPTION: "import-description-cut", "title": "import-title-cut"}


class NewFile(Struct, frozen=True, kw_only=True):
    """A file that is right, and not there yet."""

    path: str
    """Below the content folder."""
    text: str
    title: str
    draft: bool


class Plan(Struct, frozen=True, kw_only=True):
    """What is to be written, and what is said."""

    files: tuple[NewFile, ...] = ()
    told: tuple[Diagnostic, ...] = ()
    """As in :class:`Reading`, in the order of the lines."""
    there: int = 0
    """How many activities have a file already."""
    over: int = 0
    """How many were over before what the region keeps."""


class _Candidate(Struct, frozen=True, kw_only=True):
    sheet: Sheet
    content_id: str
    record: Record
    text: str

    @property
    def line(self) -> int:
        return self.sheet.found.line


def plan(reading: Reading, setting: Setting, records: Iterable[Record], taken: Collection[str], judge: Judge) -> Plan:
    """Return what becomes of what was read.

    Args:
        reading: What somebody else's file holds.
        setting: The region, and what its editor says.
        records: What stands in the content folder.
        taken: Ids of events of which there is a file, right or wrong.
        judge: Says what is wrong with new files.
    """
    told = list(reading.left_out)
    if not reading.found and not told:
        told.append(left_out("import-no-events"))
    uids = known_uids(records, setting.calendar.region.url)
    names = set(taken)
    candidates: list[_Candidate] = []
    there = over = 0
    for found in reading.found:
        try:
            made = sheet(found, setting)
        except NotTaken as not_taken:
            told.append(not_taken.at(found.line, found.summary))
            continue
        if made.uid in uids:
            there += 1
            continue
        if made.dates.last is not None and made.dates.last < setting.first:
            over += 1
            continue
        uids.add(made.uid)
        candidate = _candidate(made, name_of(made, setting.organisation, names), setting)
        if isinstance(candidate, NotTaken):
            told.append(candidate.at(found.line, found.summary))
            continue
        names.add(candidate.content_id)
        candidates.append(candidate)
        told += _said(made)
    right = _judged(candidates, setting, judge, told)
    files = tuple(
        NewFile(path=one.record.path, text=one.text, title=one.sheet.title, draft=bool(one.sheet.asked))
        for one in right
    )
    return Plan(files=files, told=tuple(sorted(told, key=lambda one: one.location)), there=there, over=over)


def known_uids(records: Iterable[Record], url: str) -> set[str]:
    """Return the UIDs of the events that have a file: their own, and those of our feeds."""
    host = urlsplit(url).hostname or ""
    uids: set[str] = set()
    for one in records:
        if one.kind == KIND and one.language is None:
            uids.add(f"{one.id}@{host}")
            if isinstance(uid := one.document.get("uid"), str):
                uids.add(uid.strip())
    return uids


def _candidate(made: Sheet, content_id: str, setting: Setting) -> _Candidate | NotTaken:
    text = text_of(made, setting)
    record, faults = record_of(text, path_of(KIND, content_id), KIND, content_id)
    if record is None:
        without = replace(made, body="")
        if not made.body:
            return NotTaken(faults[0].code, **faults[0].values)
        return _candidate(replace(without, cut=(*made.cut, DESCRIPTION)), content_id, setting)
    return _Candidate(sheet=made, content_id=content_id, record=record, text=text)


def _judged(
    candidates: Sequence[_Candidate], setting: Setting, judge: Judge, told: list[Diagnostic]
) -> list[_Candidate]:
    """Return the candidates that are right, without the parts in which something was wrong."""
    for _ in range(len(WITHOUT) + 2):
        wrong: dict[str, list[Diagnostic]] = {}
        for one in judge([candidate.record for candidate in candidates]) if candidates else ():
            if one.severity is Severity.ERROR:
                wrong.setdefault(one.location.path, []).append(one)
        if not wrong:
            break
        kept: list[_Candidate] = []
        for candidate in candidates:
            mistakes = wrong.get(candidate.record.path, [])
            better = _without(candidate, mistakes, setting, told) if mistakes else candidate
            if better:
                kept.append(better)
        candidates = kept
    return list(candidates)


def _without(
    candidate: _Candidate, mistakes: Sequence[Diagnostic], setting: Setting, told: list[Diagnostic]
) -> _Candidate | None:
    """Return a file without the parts that have mistakes; ``None`` where it cannot do without one of them."""
    made = candidate.sheet
    parts = dict.fromkeys(_part(candidate, one.location) for one in mistakes)
    simple: Value = {"name": cleaning.shortened(cleaning.line(made.found.location), LONGEST_NAME)}
    if parts.keys() & PLACE and made.values.get("place") != simple and made.found.location:
        # A postcode or an address that cannot be is still what the source says of where it is.
        values = {
            "place" if key == "online" else key: simple if key in PLACE else value for key, value in made.values.items()
        }
        again = _candidate(replace(made, values=values), candidate.content_id, setting)
        return None if isinstance(again, NotTaken) else again
    if not parts.keys() <= WITHOUT.keys():
        told += [_about(one, made, one.severity) for one in mistakes if _part(candidate, one.location) not in WITHOUT]
        return None
    told += [_about(one, made, Severity.WARNING) for one in mistakes]
    told += [_warning(WITHOUT[part], made) for part in parts]
    values = {key: value for key, value in made.values.items() if key not in parts}
    less = replace(made, values=values, body="" if DESCRIPTION in parts else made.body)
    again = _candidate(less, candidate.content_id, setting)
    return None if isinstance(again, NotTaken) else again


def _part(candidate: _Candidate, location: Location) -> str:
    """Return the key at the top of a file in which a place lies."""
    lines = candidate.text.split("\n")
    if location.line >= candidate.record.body_line:
        return DESCRIPTION
    for line in reversed(lines[1 : location.line]):
        key, colon, _ = line.partition(":")
        if colon and key[:1] not in {" ", "#", "-"}:
            return canonical(key)
    return ""


def _said(made: Sheet) -> list[Diagnostic]:
    told = [_warning(CUT[key], made) for key in made.cut if key in CUT]
    if made.dates.stops:
        told.append(_warning("import-dates-until", made, last=made.dates.stops))
    return told


def _warning(code: str, made: Sheet, **values: object) -> Diagnostic:
    said = {TITLE: made.title, **{name: str(value) for name, value in values.items()}}
    return replace(left_out(code, made.found.line, severity=Severity.WARNING), values=tuple(sorted(said.items())))


def _about(mistake: Diagnostic, made: Sheet, severity: Severity) -> Diagnostic:
    """Return what is wrong with a file that was not written, at the line of its source."""
    values = dict(mistake.values)
    values.setdefault(TITLE, made.title)
    return replace(
        mistake,
        location=Location(path="", line=made.found.line),
        severity=severity,
        values=tuple(sorted(values.items())),
        suggestion=None,
        correction=None,
    )
