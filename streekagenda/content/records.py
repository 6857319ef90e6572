"""Stage 1: content/ becomes records: parsed, every value with its line, nothing believed yet."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from streekagenda.content.contents import Contents
from streekagenda.content.declarations.key_names import canonical, english_only
from streekagenda.content.faults import Fault
from streekagenda.content.files import decode, name_fault, open_content
from streekagenda.content.folders import FOLDERS, files
from streekagenda.content.pulled import FOLDER, Damaged, event_id, load, source_addresses
from streekagenda.content.snapshots import Snapshot
from streekagenda.content.writing import quoted, scalar
from streekagenda.diagnostics import Correction, Diagnostic, Location, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from streekagenda.content.contents import Shelved
    from streekagenda.content.files import Root
    from streekagenda.content.yaml_text import Path, Positions, Spot, Value
    from streekagenda.store import Store

_NOT_IN_FILE = frozenset({0, "mapping", "text", "phrase", "id", "url"})
"""Parts of a path that may stand there beside the keys: the index of one thing, and the tags of the declarations."""
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_TRANSLATION = re.compile(r"(?P<id>[^.]+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z]{2,4})?)")


class Record(Struct, frozen=True, kw_only=True):
    """A content file that could be read."""

    kind: str
    id: str
    language: str | None = None
    """Set for a translation: ``<id>.<language>.md``."""
    path: str
    contents: Contents | Shelved

    @property
    def document(self) -> Mapping[str, Value]:
        """The YAML as values, by the English names of keys."""
        return self.contents.taken().document

    @property
    def body(self) -> str:
        """What stands below the YAML."""
        return self.contents.taken().body

    @property
    def body_line(self) -> int:
        """The line on which that begins."""
        return self.contents.taken().body_line

    @property
    def yaml(self) -> str:
        """The YAML as it was written."""
        return self.contents.taken().yaml

    @property
    def yaml_line(self) -> int:
        """The line on which that begins."""
        return self.contents.taken().yaml_line

    @property
    def start(self) -> Spot:
        """Where its first key stands."""
        return self.contents.taken().start

    def at(self, path: Path = (), *, key: bool = False) -> Location:
        """Return where a value stands, or its key; without a path, where the first key does."""
        line, column = _positions(self.yaml, self.yaml_line).find(path, key=key) if path else self.start
        return Location(path=self.path, line=line, column=column)

    def end_of(self, path: Path) -> tuple[int, int] | None:
        """Return line and column of what follows a value in the YAML; ``None`` where it is the last."""
        return _positions(self.yaml, self.yaml_line).end(path)

    def correction(self, path: Path, text: str, *, key: bool = False, certain: bool = False) -> Correction | None:
        """Return how ``text`` takes the place of the value at ``path``, or of its key, in quotation marks where it must.

        ``None`` where there is no such value, or it is more than one text on one line.
        """
        found = _positions(self.yaml, self.yaml_line)
        known = found.known(path)
        missing = list(path)
        for part in known:
            missing.remove(part)
        there = (found.key_scalars if key else found.scalars).get(known)
        # One thing may stand where a list of things may: its index is in the path, and not in the file. So is the shape
        # of a value that may have several.
        if (
            any(part not in _NOT_IN_FILE for part in missing)
            or there is None
            or there.style in {"|", ">"}
            or there.start[0] != there.end[0]
            or "\n" in text
        ):
            return None
        written = quoted(text, there.style) if there.style else scalar(text, flow=there.flow)
        return Correction(start=there.start[1], end=there.end[1], text=written, certain=certain)

    def instead_of(self, path: Path, text: str) -> Correction | None:
        """Return how ``text`` takes the place of a key and its value; ``None`` where these are not on one line."""
        found = _positions(self.yaml, self.yaml_line)
        key, value = found.key_scalars.get(path), found.scalars.get(path)
        if key is None or value is None or key.start[0] != value.end[0]:
            return None
        return Correction(start=key.start[1], end=value.end[1], text=text)

    def addition(self, path: Path, text: str) -> Correction | None:
        """Return how ``text`` is added to a mapping between braces; ``None`` where that is not all on one line."""
        found = _positions(self.yaml, self.yaml_line)
        known = found.known(path)
        start, brace = found.values.get(known), found.braces.get(known)
        if start is None or brace is None or start[0] != brace[0]:
            return None
        inside = self.yaml.split("\n")[brace[0] - self.yaml_line][start[1] : brace[1] - 1].rstrip()
        column = start[1] + 1 + len(inside)
        return Correction(start=column, end=column, text=f"{',' if inside.strip() else ''} {text}".lstrip())

    def has_key(self, path: Path) -> bool:
        """Whether a key stands in the file, with or without a value."""
        return path in _positions(self.yaml, self.yaml_line).keys

    def key_as_written(self, path: Path) -> str:
        """Return the last key of ``path`` as its author wrote it, in Dutch or English.

        Parts of the path that are not in the document are passed over.
        """
        found = _positions(self.yaml, self.yaml_line)
        known: Path = ()
        said = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        for part in path:
            if (*known, part) in found.values:
                known = (*known, part)
                said = found.written.get(known, said)
        return said

    @property
    def is_dutch(self) -> bool:
        """Whether more of its keys are written in Dutch than in English; most authors are Dutch."""
        return _is_dutch(self.yaml, self.yaml_line)

    def at_body(self, line: int = 0) -> Location:
        """Return where a line of the body stands, counted from 0."""
        return Location(path=self.path, line=self.body_line + line)


@lru_cache(maxsize=64)
def _positions(yaml: str, first_line: int) -> Positions:
    from streekagenda.content.yaml_text import positions  # noqa: PLC0415 -- as in record_of

    return positions(yaml, canonical=canonical, first_line=first_line)


@lru_cache(maxsize=64)
def _is_dutch(yaml: str, first_line: int) -> bool:
    written = _positions(yaml, first_line).written.values()
    return sum(canonical(said) != said for said in written) >= sum(said in english_only() for said in written)


class PulledSource(Struct, frozen=True, kw_only=True):
    """A source of an organisation."""

    location: Location
    """Of its entry in the file of the organisation."""
    address: str
    good: str | None
    """When it last went well, in ISO 8601; ``None`` when it was never fetched."""
    damaged: bool = False


class PulledEvent(Struct, frozen=True, kw_only=True):
    """An activity that came of a source."""

    source: Location
    """Of the entry of its source."""
    title: str


class Records(Struct, frozen=True, kw_only=True):
    """All that could be read, in the order of the files' names, and what could not."""

    records: tuple[Record, ...]
    diagnostics: tuple[Diagnostic, ...]
    broken: frozenset[tuple[str, str]]
    """Kind and id of what is there but could not be read."""
    sources: tuple[PulledSource, ...] = ()
    """The sources of organisations, and what was kept of them."""
    pulled: Mapping[str, PulledEvent] = field(default_factory=dict)
    """By the path of a record that came of a source: nobody can mend the record itself."""

    def at_or_below(self, paths: Collection[str]) -> frozenset[str]:
        """Return the paths of what stands in files and folders, or is translated there; ``.`` is the content folder."""
        wanted = {
            (record.kind, record.id)
            for record in self.records
            if any(path in {".", record.path} or record.path.startswith(f"{path}/") for path in paths)
        }
        return frozenset(
            record.path for record in self.records if record.language is None and (record.kind, record.id) in wanted
        )

    def with_text(self, path: str, text: str) -> Records:
        """Return the records as they are when one of their files, at ``path``, holds another text."""
        kind, stem, language = identity(path)
        record, faults = record_of(text, path, kind, stem, language)
        diagnostics = (
            *(one for one in self.diagnostics if one.location.path != path),
            *(fault.in_file(path) for fault in faults),
        )
        others = tuple(one for one in self.records if one.path != path)
        return Records(
            records=(*others, record) if record else others,
            diagnostics=diagnostics,
            broken=broken_of(diagnostics),
        )


def broken_of(diagnostics: Iterable[Diagnostic]) -> frozenset[tuple[str, str]]:
    """Return kind and id of what cannot be read, by what is said of it."""
    wrong = {one.location.path for one in diagnostics if one.severity is Severity.ERROR}
    return frozenset(identity(one)[:2] for one in wrong)


def identity(path: str) -> tuple[str, str, str | None]:
    """Return kind, id and language of the file at a path below the content folder."""
    folder, _, below = path.partition("/")
    kind = FOLDERS.get(folder, "region")
    stem = below.rpartition(".")[0] or below
    return ("region", "region", None) if kind == "region" else (kind, *_language(stem))


def read(
    root: Root,
    *,
    alike: Records | None = None,
    kept: Collection[str] = (),
    store: Store | None = None,
    pulled: bool = True,
) -> Records:
    """Read every file below the content folder, and what was ``pulled``; raises OSError only when the machine fails.

    ``alike`` is what was read before: of files that are still as they were, at the paths in ``kept`` or by what a
    snapshot knows of them, nothing is read twice.
    ``store`` knows files that were read in former runs.
    """
    kept = root.kept if isinstance(root, Snapshot) else kept
    known = {record.path: record for record in alike.records if record.path in kept} if alike else {}
    records: list[Record] = []
    diagnostics: list[Diagnostic] = []
    broken: set[tuple[str, str]] = set()
    taken: dict[tuple[str, str, str | None], str] = {}
    for path, kind, content_id, fault in files(root):
        faults = [fault] if fault else []
        stem, language = _language(content_id)
        if not faults and (wrong := name_fault(stem)):
            faults = [wrong]
        if not faults and (other := taken.setdefault((kind, stem, language), path)) != path:
            faults = [Fault(code="duplicate-id", values={"id": stem, "other": other})]
        if not faults:
            read_before = known.get(path)
            record, faults = (read_before, []) if read_before else read_one(root, path, kind, stem, language, store)
            if record:
                records.append(record)
        diagnostics += [fault.in_file(path) for fault in faults]
        if any(fault.severity is Severity.ERROR for fault in faults):
            broken.add((kind, stem))
    found = Records(records=tuple(records), diagnostics=tuple(diagnostics), broken=frozenset(broken))
    return with_pulled(found, root, store, alike) if pulled else found


def with_pulled(records: Records, root: Root, store: Store | None, alike: Records | None = None) -> Records:
    """Add what was kept of the sources of organisations; a file that somebody wrote stays, by its id and its UID.

    Of ``alike`` the records are taken over that are the same.
    """
    organisations = [one for one in records.records if one.kind == "organisation" and one.language is None]
    if not any(True for one in organisations for _ in source_addresses(one.document)):
        return records
    known = {one.path: one for one in alike.records if one.path in alike.pulled} if alike else {}
    events = [one for one in records.records if one.kind == "event" and one.language is None]
    ids = {one.id for one in events} | {name for kind, name in records.broken if kind == "event"}
    uids = {uid for one in events if isinstance(uid := one.document.get("uid"), str)}
    sources: list[PulledSource] = []
    added: list[Record] = []
    events_of: dict[str, PulledEvent] = {}
    for organisation in organisations:
        for where, address in source_addresses(organisation.document):
            location = organisation.at(where)
            try:
                kept = load(root, organisation.id, address)
            except (Damaged, ValueError, TypeError):
                sources.append(PulledSource(location=location, address=address, good=None, damaged=True))
                continue
            sources.append(PulledSource(location=location, address=address, good=kept.good if kept else None))
            for path, text in kept.files if kept else ():
                name = event_id(path)
                record, _ = record_of(text, f"{FOLDER}/{path}", "event", name, store=store)
                uid = str(record.document.get("uid", name)) if record else ""
                if record and name not in ids and uid not in uids:
                    ids.add(name)
                    uids.add(uid)
                    before = known.get(record.path)
                    added.append(before if before == record else record)
                    title = record.document.get("title", name)
                    events_of[record.path] = PulledEvent(source=location, title=str(title))
    return replace(records, records=(*records.records, *added), sources=tuple(sources), pulled=events_of)


def _language(stem: str) -> tuple[str, str | None]:
    folder, slash, name = stem.rpartition("/")
    found = _TRANSLATION.fullmatch(name)
    return (folder + slash + found["id"], found["language"]) if found else (stem, None)


def read_one(
    root: Root, path: str, kind: str, content_id: str, language: str | None, store: Store | None
) -> tuple[Record | None, list[Fault]]:
    """Return what the file at a path holds, or what is wrong with it."""
    content = open_content(root, path)
    if isinstance(content, Fault):
        missing_region = kind == "region" and content.code == "file-gone"
        return None, [Fault(code="no-region") if missing_region else content]
    text = decode(content)
    if isinstance(text, Fault):
        return None, [text]
    return record_of(text, path, kind, content_id, language, store)


def record_of(
    text: str, path: str, kind: str, content_id: str, language: str | None = None, store: Store | None = None
) -> tuple[Record | None, list[Fault]]:
    """Return the record that a text makes which stands, or may come to stand, at ``path``, or what is wrong with it."""
    from streekagenda.content.bodies import body_fault, second_event  # noqa: PLC0415 -- YAML, which is not read where all is known
    from streekagenda.content.yaml_text import parse  # noqa: PLC0415 -- as above

    suffix = path.rpartition(".")[2]
    split = _split(text) if suffix == "md" else (text, 1, "", 1)
    if isinstance(split, Fault):
        return None, [split]
    yaml, yaml_line, body, body_line = split
    if kind == "event" and language is None and (fault := second_event(body, line=body_line)):
        return None, [fault]
    match store.recall(suffix, text) if store else None:
        case [dict() as document, [int() as line, int() as column]]:
            pass
        case _:
            read_now = parse(yaml, canonical=canonical, first_line=yaml_line)
            faults = [*read_now.faults, *filter(None, [body_fault(body, line=body_line)])]
            if faults:
                return None, faults
            document, (line, column) = read_now.value, read_now.start
            if store and not read_now.has_anchors:
                store.learn(suffix, text, [document, [line, column]])
    return Record(
        kind=kind,
        id=content_id,
        language=language,
        path=path,
        contents=Contents(
            document=document,
            body=body,
            body_line=body_line,
            yaml=yaml,
            yaml_line=yaml_line,
            start=(line, column),
        ),
    ), []


def _split(text: str) -> tuple[str, int, str, int] | Fault:
    """Split a Markdown file into its YAML, the line that begins on, its body, and the line that begins on."""
    first = _FENCE.match(text)
    if first is None:
        return Fault(code="no-front-matter")
    second = _FENCE.search(text, first.end())
    if second is None:
        return Fault(code="front-matter-open")
    yaml, body = text[first.end() + 1 : second.start()], text[second.end() + 1 :]
    return yaml, 2, body, text.count("\n", 0, second.end()) + 2
