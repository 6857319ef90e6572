"""iCalendar (RFC 5545) of others, as it comes: components, properties and values, each with its line.

Nothing here raises on what stands in a file, and nothing takes longer than its length: a calendar program's own reader
stops at the first broken line, or works out the time zones that a stranger wrote down (icalendar does both).
"""

from __future__ import annotations

import codecs
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct, field

from streekagenda.formats.rrule import YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import tzinfo

DEEPEST = 4
"""Components in each other: an alarm in an event in a calendar is three."""
LONGEST_DURATION = timedelta(days=366)

_LINE_END = re.compile(rb"\r\n|\n|\r")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*(?=[;:])")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)(?:,(?:"[^"]*"|[^";:,]*))*')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MOMENT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})(?:[0-9]{2})?(Z?)")
_DURATION = re.compile(
    r"\+?P(?:([0-9]{1,3})W)?(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,4})H)?(?:([0-9]{1,5})M)?(?:([0-9]{1,6})S)?)?"
)


class Property(Struct, frozen=True, kw_only=True):
    """One content line (section 3.1); the name is in capitals."""

    name: str
    parameters: Mapping[str, str]
    """Of each the first value, without its quotation marks."""
    value: str
    """As it stands there, escaped."""
    line: int

    @property
    def text(self) -> str:
        """The value as TEXT (section 3.3.11)."""
        return unescaped(self.value)


class Component(Struct, kw_only=True):
    """What stands between BEGIN and END (section 3.4); filled while it is read, and not after."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    inside: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """Return the first property of a name."""
        return next((one for one in self.properties if one.name == name), None)

    def all(self, name: str) -> Iterator[Property]:
        """Yield the properties of a name."""
        return (one for one in self.properties if one.name == name)

    def below(self, name: str) -> Iterator[Component]:
        """Yield the components of a name in it, at any depth."""
        for one in self.inside:
            if one.name == name:
                yield one
            yield from one.below(name)


class Parsed(Struct, frozen=True, kw_only=True):
    """What a file holds."""

    root: Component
    """Holds all that stands in no other component."""
    broken: tuple[int, ...]
    """Lines that are no content line."""


class Unreadable(Exception):
    """A value that says no date or no length of time; it never leaves who reads one property."""


def parse(content: bytes) -> Parsed:
    """Read a file of any number of calendars; a component that is not ended ends where the one around it does."""
    root = Component(name="", line=1)
    opened = [root]
    broken: list[int] = []
    too_deep = 0
    for number, text in _content_lines(content):
        found = _property(text, number)
        if found is None:
            if text.strip():
                broken.append(number)
        elif found.name == "BEGIN":
            too_deep += len(opened) > DEEPEST
            if len(opened) <= DEEPEST:
                component = Component(name=found.value.strip().upper(), line=number)
                opened[-1].inside.append(component)
                opened.append(component)
        elif found.name == "END" and too_deep:
            too_deep -= 1
        elif found.name == "END":
            name = found.value.strip().upper()
            depths = [depth for depth, one in enumerate(opened) if depth and one.name == name]
            if depths:
                del opened[depths[-1] :]
        elif not too_deep:
            opened[-1].properties.append(found)
    return Parsed(root=root, broken=tuple(broken))


def _content_lines(content: bytes) -> Iterator[tuple[int, str]]:
    """Unfold (section 3.1) before decoding: a fold may stand in the middle of a character."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = content.decode("utf-16", "replace").encode()
    pieces: list[bytes] = []
    begun = 1
    for number, line in enumerate(_LINE_END.split(content.removeprefix(codecs.BOM_UTF8)), 1):
        if line[:1] in {b" ", b"\t"} and pieces:
            pieces.append(line[1:])
            continue
        if pieces:
            yield begun, _decoded(b"".join(pieces))
        pieces, begun = [line], number
    if pieces:
        yield begun, _decoded(b"".join(pieces))


def _decoded(line: bytes) -> str:
    """UTF-8 (section 3.1.4), or as programs of Windows wrote before."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _property(text: str, line: int) -> Property | None:
    name = _NAME.match(text)
    if name is None:
        return None
    parameters: dict[str, str] = {}
    place = name.end()
    while found := _PARAMETER.match(text, place):
        parameters.setdefault(found[1].upper(), found[2].strip('"'))
        place = found.end()
    if text[place : place + 1] != ":":
        return None
    return Property(name=name[0].upper(), parameters=parameters, value=text[place + 1 :], line=line)


def unescaped(value: str) -> str:
    """Return a TEXT as it was before it was escaped; a backslash before anything else stays."""
    return _ESCAPED.sub(lambda found: _meant(found[1]), value)


def _meant(character: str) -> str:
    if character in "nN":
        return "\n"
    return character if character in "\\;," else f"\\{character}"


def listed(value: str) -> list[str]:
    """Return the texts of a list with commas between them, as CATEGORIES has."""
    return [unescaped(one) for one in re.split(r"(?<!\\),", value)]


def moment(value: str, zone: tzinfo | None) -> date | datetime:
    """Return a DATE, or a DATE-TIME of a zone (``None``: floating); seconds are left off.

    Raises:
        Unreadable: it is neither, or lies outside the years of a calendar.
    """
    value = value.strip()
    whole_day, timed = _DATE.fullmatch(value), _MOMENT.fullmatch(value)
    try:
        if whole_day:
            found = date(*map(int, whole_day.groups()))
        elif timed:
            *numbers, utc = timed.groups()
            found = datetime(*map(int, numbers), tzinfo=UTC if utc else zone)  # type: ignore[misc,arg-type]  # five numbers
        else:
            raise Unreadable(value)
    except ValueError:
        raise Unreadable(value) from None
    if found.year not in YEARS:
        raise Unreadable(value)
    return found


def duration(value: str) -> timedelta:
    """Return a DURATION (section 3.3.6) of at most a year.

    Raises:
        Unreadable: it is none, or is negative or longer.
    """
    found = _DURATION.fullmatch(value.strip())
    if found is None or not any(found.groups()):
        raise Unreadable(value)
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in found.groups())
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    if length > LONGEST_DURATION:
        raise Unreadable(value)
    return length
