"""A whole feed: its head (rules 8 and 9), its time zone (4), what its events are together (1, 6), its size (10)."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from streekagenda.formats.css_colours import NAMES
from streekagenda.formats.ical_rules.lines import Broken, broken_bytes, properties, shown, unfolded
from streekagenda.formats.ical_rules.vevents import MEETING, broken_in_vevent

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

MOST_BYTES = 1_000_000
MOST_EVENTS = 1_000
"""Above these Google loses events without a word, and others refuse the feed."""

_REFRESH = re.compile(r"PT?[0-9]+[DHM]")


def broken_in_head(content: bytes) -> Iterator[Broken]:
    """Yield what breaks a rule in the lines of a feed before its first component."""
    yield from broken_bytes(content)
    lines = unfolded(content)
    found, broken = properties(lines[1:])
    yield from broken
    if lines[:1] != ["BEGIN:VCALENDAR"]:
        yield Broken(rule=10, found=shown(content))
    for name in found.keys() & MEETING:
        yield Broken(rule=8, found=name)
    for name in ("VERSION", "PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "SOURCE", "URL"):
        if len(found.get(name, ())) != 1:
            yield Broken(rule=9, found=f"{name}: {len(found.get(name, ()))}")
            return
    said = {name: values[0][1] for name, values in found.items()}
    interval = found["REFRESH-INTERVAL"][0]
    wrong = [
        name
        for name, right in {
            "VERSION": said["VERSION"] == "2.0",
            "X-WR-CALNAME": said["X-WR-CALNAME"] == said["NAME"],
            "X-WR-CALDESC": said.get("X-WR-CALDESC") == said.get("DESCRIPTION"),
            "REFRESH-INTERVAL": interval[0] == ";VALUE=DURATION" and bool(_REFRESH.fullmatch(interval[1])),
            "X-PUBLISHED-TTL": said["X-PUBLISHED-TTL"] == interval[1],
            "SOURCE": found["SOURCE"][0][0] == ";VALUE=URI",
            "COLOR": said.get("COLOR", "black") in NAMES,
            "UID": "UID" not in said,  # vdirsyncer would take it for that of each event
        }.items()
        if not right
    ]
    for name in wrong:
        yield Broken(rule=9, found=shown(f"{name}{found[name][0][0]}:{said[name]}" if name in found else name))


_COMPONENT = re.compile(rb"BEGIN:(VEVENT|VTIMEZONE)\r\n.*?\r\nEND:\1\r\n", re.DOTALL)
_TZID = re.compile(rb"\r\nTZID:([^\r]+)\r\n")


def vevents_of(feed: bytes) -> list[bytes]:
    """Return the VEVENTs of a feed, each with its line ends."""
    return [match[0] for match in _COMPONENT.finditer(feed) if match[1] == b"VEVENT"]


@lru_cache(maxsize=100_000)
def name_of(vevent: bytes) -> tuple[str, str]:
    """Return what names a VEVENT: its UID, and its RECURRENCE-ID or nothing."""
    found, _ = properties(unfolded(vevent)[1:-1])
    return found.get("UID", [("", "")])[0][1], found.get("RECURRENCE-ID", [("", "")])[0][1]


def broken_in_feed(content: bytes, *, known: Container[bytes] = ()) -> Iterator[Broken]:
    """Yield what breaks a rule in a whole feed: its head, time zone, events, and what they are together.

    VEVENTs that are ``known`` are not judged again.
    """
    components = list(_COMPONENT.finditer(content))
    opened = content[: components[0].start()] if components else content
    yield from broken_in_head(opened)
    zones = [match[0] for match in components if match[1] == b"VTIMEZONE"]
    vevents = [match[0] for match in components if match[1] == b"VEVENT"]
    rest = content[len(opened) :]
    if rest != b"".join((*zones, *vevents, b"END:VCALENDAR\r\n")):
        yield Broken(rule=10, found="END:VCALENDAR")
    zone = _TZID.search(zones[0]) if len(zones) == 1 else None
    if zone is None or b"RDATE" in zones[0]:
        yield Broken(rule=4, found=f"VTIMEZONE: {len(zones)}")
        return
    for vevent in vevents:
        if vevent not in known:
            yield from broken_in_vevent(vevent, zone[1].decode("utf-8", "replace"))
    yield from _together(vevents)
    if len(content) >= MOST_BYTES or len(vevents) > MOST_EVENTS:
        yield Broken(rule=10, found=f"{len(content)} bytes, {len(vevents)} VEVENTs")


def _together(vevents: list[bytes]) -> Iterator[Broken]:
    names = Counter(name_of(vevent) for vevent in vevents)
    for (uid, planned), times in names.items():
        if times > 1:
            yield Broken(rule=1, found=f"UID:{uid} {planned} ({times})")
        if planned and (uid, "") not in names:
            yield Broken(rule=6, found=f"UID:{uid} RECURRENCE-ID:{planned}")
