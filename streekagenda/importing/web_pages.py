"""A web page of somebody else: the events that it tells search engines of (JSON-LD, schema.org/Event)."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.diagnostics import Severity
from streekagenda.importing import cleaning
from streekagenda.importing.found import MOST_EVENTS, Changed, Found, NotTaken, Reading, left_out
from streekagenda.importing.page_blocks import blocks
from streekagenda.importing.page_events import NotJson, by_id, events, first, is_event, last, nodes, parsed, text
from streekagenda.importing.page_schedules import planned, when

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streekagenda.diagnostics import Diagnostic
    from streekagenda.importing.found import When
    from streekagenda.importing.page_events import Json, Node

MOST_BYTES = 2_000_000
"""Of a page."""
LONGEST = 500
"""Characters of a title and of a location that are kept."""
LONGEST_ADDRESS = 2_000
MOST_DATES = 1_000
"""Dates of one series that a page writes out."""
MOST_TOLD = 50
"""Things that are wrong in one page, after which it is not read on."""

_CANCELLED = "EventCancelled"
_PLACE_KEYS = ("streetAddress", "postalCode", "addressLocality")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z0-9]{2,31});", re.IGNORECASE | re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.ASCII)


def read(content: bytes) -> Reading:
    """Return the events of a page; the same event in two blocks is one."""
    if len(content) > MOST_BYTES:
        return Reading(left_out=(left_out("import-page-too-large", limit=MOST_BYTES // 1_000_000),))
    found: dict[Found, None] = {}
    told: list[Diagnostic] = []
    number, line, counted = 0, 1, 0
    for at, block in blocks(content):
        number += 1
        line += content.count(b"\n", counted, at)
        counted = at
        if len(told) >= MOST_TOLD or len(found) >= MOST_EVENTS:
            break
        try:
            data = parsed(block.decode("utf-8-sig").strip())
        except (NotJson, UnicodeDecodeError):
            told.append(left_out("import-page-broken", line))
            continue
        happenings = tuple(events(data))
        known = by_id(data, happenings)
        for node in happenings:
            if len(told) >= MOST_TOLD or len(found) >= MOST_EVENTS:
                told.append(left_out("import-page-ended", line, limit=MOST_EVENTS, severity=Severity.WARNING))
                break
            try:
                found |= dict.fromkeys(_happenings(node, known, line))
            except NotTaken as not_taken:
                told.append(not_taken.at(line, _title(node)))
    if not found and not told:
        told.append(left_out("import-page-nothing" if number else "import-page-no-data"))
    return Reading(found=tuple(found), left_out=tuple(told))


# ── one event ─────────────────────────────────────────────────────────────────────────────────────────────────────


class _Date(Struct, frozen=True, kw_only=True):
    """One date that a series writes out."""

    planned: When
    start: When
    end: When | None
    cancelled: bool
    summary: str
    location: str


def _happenings(node: Node, known: Mapping[str, Node], line: int) -> list[Found]:
    """Return an event: one for each of its rules, or one of all its dates.

    Raises:
        NotTaken: what it is called, when it is, or how it recurs cannot be taken.
    """
    title = _title(node)
    if not title:
        raise NotTaken("import-no-title")
    schedules = [one for one in nodes(node.get("eventSchedule")) if "repeatFrequency" in one]
    dates = [_date(one, node, known) for one in nodes(node.get("subEvent"))[: MOST_DATES + 1] if is_event(one)]
    if len(dates) > MOST_DATES:
        raise NotTaken("import-too-many-dates", number=len(dates), limit=MOST_DATES)
    begin, finish = when(node.get("startDate")), when(node.get("endDate"))
    if begin is None and not schedules and not dates:
        raise NotTaken("import-no-date")
    address = cleaning.line(text(node.get("url")) or text(node.get("@id")))[:LONGEST_ADDRESS]
    base = Found(
        start=begin or dates[0].start if begin or dates else datetime.min,
        summary=title,
        description=cleaning.lines(_decoded(node.get("description"))),
        location=_location(node, known),
        cancelled=_status(node) == _CANCELLED,
        url=address if _ADDRESS.fullmatch(address) else "",
        geo=_geo(node, known),
        line=line,
    )
    if schedules:
        rules = [planned(one, begin, finish) for one in schedules]
        changed = tuple(_changed(one) for one in dates if one.cancelled or one.planned != one.start)
        return [
            replace(
                base,
                start=one.start,
                end=one.end,
                rule=one.rule,
                exceptions=one.exceptions,
                changed=changed if len(rules) == 1 else (),
            )
            for one in rules
        ]
    if dates:
        return [_of_dates(base, dates)]
    return [replace(base, end=_end(base.start, finish))]


def _title(node: Node) -> str:
    return cleaning.shortened(cleaning.line(cleaning.lines(_decoded(node.get("name")))), LONGEST)


def _decoded(value: Json) -> str:
    """Return a text without the entities of HTML, which WordPress writes into JSON too."""
    return _ENTITY.sub(lambda found: unescape(found[0]), text(value)[: cleaning.MOST])


def _status(node: Node) -> str:
    status = last(text(node.get("eventStatus")))
    if status == "EventPostponed":
        raise NotTaken("import-postponed")
    return status


def _end(start: When, finish: When | None) -> When | None:
    """Return the end; a day at an event with hours says no more than its start, when it is the same day.

    Raises:
        NotTaken: it ends before it begins, or an hour is missing.
    """
    if finish is None:
        return None
    if isinstance(start, datetime) != isinstance(finish, datetime):
        if isinstance(start, datetime) and finish == start.date():
            return None
        raise NotTaken("import-page-hours")
    if isinstance(start, datetime) and isinstance(finish, datetime):
        if (start.tzinfo is None) != (finish.tzinfo is None):
            raise NotTaken("import-page-hours")
        if finish == start:
            return None
    if finish < start:
        raise NotTaken("import-page-backwards")
    return finish


def _date(node: Node, series: Node, known: Mapping[str, Node]) -> _Date:
    start = when(node.get("startDate"))
    if start is None:
        raise NotTaken("import-no-date")
    return _Date(
        planned=when(node.get("previousStartDate")) or start,
        start=start,
        end=_end(start, when(node.get("endDate"))),
        cancelled=_status(node) == _CANCELLED,
        summary=_title(node) or _title(series),
        location=_location(node, known) or _location(series, known),
    )


def _changed(one: _Date) -> Changed:
    return Changed(
        planned=one.planned,
        start=one.start,
        end=one.end,
        cancelled=one.cancelled,
        summary=one.summary,
        location=one.location,
    )


def _of_dates(base: Found, dates: list[_Date]) -> Found:
    """Return one activity of the dates that are written out; those unlike the first are changed dates of it."""
    head, *others = dates
    usual = (_length(head), head.summary, head.location)
    return replace(
        base,
        start=head.planned,
        end=head.end if head.planned == head.start else None,
        extra=tuple(one.planned for one in others),
        location=head.location or base.location,
        changed=tuple(
            _changed(one)
            for one in dates
            if one.cancelled or one.planned != one.start or (_length(one), one.summary, one.location) != usual
        ),
    )


def _length(one: _Date) -> object:
    return one.end - one.start if one.end is not None else None


# ── where ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _place(node: Node, known: Mapping[str, Node]) -> Json:
    """Return what stands as its location; one that is only referred to stands elsewhere in the graph."""
    place = first(node.get("location"))
    if isinstance(place, dict) and len(place) == 1 and "@id" in place:
        return known.get(text(place["@id"]), place)
    return place


def _location(node: Node, known: Mapping[str, Node]) -> str:
    """Return where it is, in words: a name, then its address; an address on the internet for what is online."""
    place = _place(node, known)
    if not isinstance(place, dict):
        return cleaning.shortened(cleaning.line(_decoded(place)), LONGEST)
    if "VirtualLocation" in last(text(place.get("@type"))):
        return cleaning.line(text(place.get("url")))[:LONGEST_ADDRESS]
    address = first(place.get("address"))
    if isinstance(address, dict):
        street, postcode, city = (cleaning.line(_decoded(address.get(key))) for key in _PLACE_KEYS)
        written = [street, f"{postcode} {city}".strip()]
    else:
        written = [cleaning.line(_decoded(address))]
    name = cleaning.line(_decoded(place.get("name")))
    parts = [one for one in (name, *written) if one]
    return cleaning.shortened(", ".join(dict.fromkeys(parts)), LONGEST)


def _geo(node: Node, known: Mapping[str, Node]) -> tuple[float, float] | None:
    place = _place(node, known)
    geo = first(place.get("geo")) if isinstance(place, dict) else None
    if not isinstance(geo, dict):
        return None
    try:
        latitude, longitude = (float(text(geo.get(key))[:30]) for key in ("latitude", "longitude"))
    except ValueError:
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
