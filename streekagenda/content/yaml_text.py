"""YAML as authors mean it: every scalar is the text that stands there, every value knows its line.

No tag, no duplicate key (also not by its Dutch name), no reference to itself, at most 20 levels, 20,000 nodes and a million
characters. The
document is read as a stream of events (YAML 1.2, section 3.1.2), since PyYAML's loaders turn ``19:30`` into 1170 and
die of deep nesting.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct, field

from streekagenda.content.characters import FORBIDDEN
from streekagenda.content.faults import Fault
from streekagenda.content.yaml_mistakes import explain
from streekagenda.content.yaml_repairs import with_space, without_curly_quotes
from streekagenda.diagnostics import Correction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

try:
    from yaml import CLoader as Loader
except ImportError:  # PyYAML without libyaml: ten times slower, the same events
    from yaml import Loader  # type: ignore[assignment]

Value = str | list["Value"] | dict[str, "Value"]
"""What a document holds; an empty value is left out of its mapping."""
Path = tuple[str | int, ...]
"""The keys (in English) and indexes that lead to a value."""
Spot = tuple[int, int]
"""Line and column, both counted from 1."""

_NEEDS_NO_QUOTES = re.compile(r"[^\W_](?:[\w ;,./()+–’-]|:(?=\d))*")
DEPTH = 20
NODES = 20_000
CHARACTERS = 1_000_000
"""Of all that is written out: of a text that others refer to, each time."""
_PIECE = re.compile(r"\S{1,500}")
"""A word, or a part of what is none."""


class Document(Struct, frozen=True, kw_only=True):
    """What was read, and what was wrong with it."""

    value: dict[str, Value]
    start: Spot
    """Where its first key stands."""
    faults: tuple[Fault, ...]
    has_anchors: bool
    """Whether a value may be in it more than once: written out, it can be very much longer."""


class Scalar(Struct, frozen=True, kw_only=True):
    """A text as it stands in the file, with its quotation marks."""

    start: Spot
    end: Spot
    """Behind its last character."""
    style: str
    """What YAML sets it off with: a quotation mark, ``|`` or ``>``; empty for plain text."""
    flow: bool
    """Whether it stands between brackets."""


class Positions(Struct, kw_only=True):
    """Where each key and each value of a document stands."""

    keys: dict[Path, Spot] = field(default_factory=dict)
    values: dict[Path, Spot] = field(default_factory=dict)
    written: dict[Path, str] = field(default_factory=dict)
    """Each key as its author wrote it."""
    scalars: dict[Path, Scalar] = field(default_factory=dict)
    """The values that are one text."""
    key_scalars: dict[Path, Scalar] = field(default_factory=dict)
    braces: dict[Path, Spot] = field(default_factory=dict)
    """The closing brace of each mapping that has one."""

    def find(self, path: Path, *, key: bool = False) -> Spot:
        """Return the spot of the value at ``path``, or of its key; where there is none, of the nearest that holds it.

        Parts of the path that are not in the document are passed over.
        """
        known = self.known(path)
        if key and known in self.keys:
            return self.keys[known]
        return self.values.get(known, (1, 1))

    def known(self, path: Path) -> Path:
        """Return the parts of a path that are in the document."""
        known: Path = ()
        for part in path:
            if (*known, part) in self.values:
                known = (*known, part)
        return known

    def end(self, path: Path) -> Spot | None:
        """Return the spot of what follows the value at ``path``; ``None`` where it is the last."""
        known = self.known(path)
        start = self.find(path)
        others = (spot for spots in (self.keys, self.values) for at, spot in spots.items() if at[: len(known)] != known)
        return min((spot for spot in others if spot > start), default=None)


def parse(text: str, *, canonical: Callable[[str], str], first_line: int = 1) -> Document:
    """Read one YAML document that is a mapping; ``first_line`` is the line of the file on which ``text`` begins.

    ``canonical`` turns a key as it was written into its English name.
    """
    reader = _Reader(canonical, None, first_line)
    value = reader.document(text)
    return Document(value=value, start=reader.start, faults=tuple(reader.faults), has_anchors=bool(reader.anchors))


def positions(text: str, *, canonical: Callable[[str], str], first_line: int = 1) -> Positions:
    """Return the places of all keys and values of a document that :func:`parse` could read."""
    found = Positions()
    _Reader(canonical, found, first_line).document(text)
    return found


class _Refused(Exception):
    """The rest of the document is not worth reading; the reason is among the faults."""


class _Reader:
    def __init__(self, canonical: Callable[[str], str], found: Positions | None, first_line: int) -> None:
        self.canonical = canonical
        self.found = found
        self.first_line = first_line
        self.start = (1, 1)
        self.faults: list[Fault] = []
        self.nodes = 0
        self.characters = 0
        self.brackets = 0
        self.anchors: dict[str, Any] = {}
        self.open_anchors: set[str] = set()

    def document(self, text: str) -> dict[str, Value]:
        try:
            events: Iterator[yaml.Event] = iter(Loader(text).get_event, None)
            for event in events:
                if isinstance(event, yaml.NodeEvent):
                    self.start = self._spot(event)
                    value = self._node(event, events, (), 1)
                    self._end(events)
                    if isinstance(value, dict):
                        return value
                    if isinstance(value, str) and (spaced := with_space(value)):
                        self._fault("yaml-space", event, suggestion=spaced, certain=True)
                    elif value != "":
                        self._fault("not-a-mapping", event)
                    return {}
        except yaml.MarkedYAMLError as error:
            self.faults.append(explain(error, text, self.first_line))
        except yaml.reader.ReaderError as error:
            self.faults.append(_unreadable(error, text, self.first_line))
        except _Refused:
            pass
        return {}

    def _end(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._fault("yaml-second-document", event)
                raise _Refused

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path, depth: int) -> Value:
        self._count(event, depth)
        if self.found is not None:
            self.found.values[path] = self._spot(event)
        elif type(event) is yaml.ScalarEvent and event.tag is None and event.anchor is None:
            return self._text(event)  # as nearly all are
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        tag, anchor = getattr(event, "tag", None), getattr(event, "anchor", None)
        if tag not in {None, "!"}:
            self._fault("yaml-tag", event, tag=tag)
        if anchor:
            self.open_anchors.add(anchor)
        nodes, characters = self.nodes, self.characters
        brackets = bool(getattr(event, "flow_style", False))
        self.brackets += brackets
        value: Value
        if isinstance(event, yaml.ScalarEvent):
            value = self._text(event)
            if self.found is not None and not anchor:
                self.found.scalars[path] = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                value.append(self._node(item, events, (*path, len(value)), depth + 1))
        else:
            value = self._mapping(events, path, depth)
        self.brackets -= brackets
        if anchor:
            self.open_anchors.discard(anchor)
            self.anchors[anchor] = (value, self.nodes - nodes + 1, self.characters - characters)
        return value

    def _count(self, event: yaml.Event, depth: int) -> None:
        """Refuse the rest where there is too much, or it lies too deep."""
        self.nodes += 1
        if self.nodes > NODES:
            self._fault("yaml-too-large", event, limit=NODES)
            raise _Refused
        if depth > DEPTH:
            self._fault("yaml-too-deep", event, limit=DEPTH)
            raise _Refused

    def _mapping(self, events: Iterator[yaml.Event], path: Path, depth: int) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        written: dict[str, str] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._fault("yaml-key-not-text", event)
                raise _Refused
            key = self._text(event)
            if not key.strip():
                self._fault("yaml-key-empty", event)
            name = self.canonical(key)
            value_event = next(events)
            here = (*path, name)
            if self.found is not None:
                self.found.keys.setdefault(here, self._spot(event))
                self.found.written.setdefault(here, key)
                self.found.key_scalars.setdefault(here, self._scalar(event))
            value = self._node(value_event, events, here, depth + 1)
            if name in written:
                self._twice(event, name, written[name], None if path else mapping.get(name), value)
                continue
            written[name] = key
            empty = isinstance(value_event, yaml.ScalarEvent) and value_event.implicit[0] and value == ""
            if not empty or path == ("accept",):  # a reason that is lacking is a mistake, not a key to be left out
                mapping[name] = value
            elif spaced := with_space(key):
                self._fault("yaml-space", event, suggestion=spaced, certain=True)
        if self.found is not None and self.brackets:
            self.found.braces[path] = self._spot(event)
        return mapping

    def _twice(self, event: yaml.ScalarEvent, name: str, other: str, first: Value | None, second: Value) -> None:
        """Say that a key stands twice; ``first`` and ``second`` are its values, where it stands at the top."""
        key = self._text(event)
        texts = isinstance(first, str) and isinstance(second, str)
        if (
            not first
            or not second
            or first == second
            or name not in {"when", "place"}
            or (name == "place" and not texts)
        ):
            code = "duplicate-key" if key != other else "duplicate-key-alike"
            self._fault(code, event, key=key, other=other)
        elif name == "place":
            self._fault("place-twice", event, key=key, first=first)
        elif texts and _NEEDS_NO_QUOTES.fullmatch(f"{first}; {second}"):
            self._fault("when-twice", event, key=key, example=f"{key}: {first}; {second}")
        else:
            self._fault("when-twice-blocks", event, key=key)

    def _alias(self, event: yaml.AliasEvent) -> Value:
        if event.anchor in self.open_anchors:
            self._fault("yaml-alias-loop", event, name=event.anchor)
            raise _Refused
        if event.anchor not in self.anchors:
            self._fault("yaml-alias", event, name=event.anchor)
            return ""
        value: Value
        value, nodes, characters = self.anchors[event.anchor]
        self.nodes += nodes
        self.characters += characters
        if self.nodes > NODES or self.characters > CHARACTERS:
            self._fault("yaml-too-large", event, limit=NODES if self.nodes > NODES else CHARACTERS)
            raise _Refused
        return value

    def _text(self, event: yaml.ScalarEvent) -> str:
        text: str = event.value
        if not text.isascii():
            text = composed(text)
            if event.implicit[0] and (bare := without_curly_quotes(text)) is not None:
                self._fault("yaml-curly-quotes", event, suggestion=bare, text=text)
        self.characters += len(text)
        if not text.isprintable() and (found := FORBIDDEN.search(text)):
            self._fault("forbidden-character", event, character=f"U+{ord(found[0]):04X}")
        return text

    def _spot(self, event: yaml.Event) -> Spot:
        mark = event.start_mark
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        end = event.end_mark
        spot = (end.line + self.first_line, end.column + 1) if end else self._spot(event)
        return Scalar(start=self._spot(event), end=spot, style=event.style or "", flow=self.brackets > 0)

    def _fault(
        self,
        code: str,
        event: yaml.Event,
        *,
        suggestion: str | None = None,
        certain: bool = False,
        **values: object,
    ) -> None:
        line, column = self._spot(event)
        correction = None
        if suggestion is not None and isinstance(event, yaml.ScalarEvent):
            end = self._scalar(event).end
            if end[0] == line:
                correction = Correction(start=column, end=end[1], text=suggestion, certain=certain)
        self.faults.append(
            Fault(code=code, line=line, column=column, values=values, suggestion=suggestion, correction=correction)
        )


def composed(text: str) -> str:
    """Return a text in NFC, so that an accent is the same however it was typed.

    Word by word: Python takes the square of the number of accents on one letter.
    """
    return text if text.isascii() else _PIECE.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def _unreadable(error: yaml.reader.ReaderError, text: str, first_line: int) -> Fault:
    # The C reader counts bytes, the Python one characters: the line is found by looking for the character.
    first = FORBIDDEN.search(text)
    found = first.start() if first else 0
    line = text.count("\n", 0, found) + first_line
    column = found - (text.rfind("\n", 0, found) + 1) + 1
    character = f"U+{ord(text[found]):04X}" if found < len(text) else str(error.character)
    return Fault(code="forbidden-character", line=line, column=column, values={"character": character})
