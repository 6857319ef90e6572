"""iCalendar of Outlook, Google, Nextcloud and others (RFC 5545): what happens when, and nothing of who comes."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from streekagenda.diagnostics import Severity
from streekagenda.formats.foreign_zones import described_zone, named_zone
from streekagenda.formats.ical_reading import Unreadable, duration, listed, moment, parse
from streekagenda.importing import cleaning
from streekagenda.importing.found import MOST_BYTES, MOST_EVENTS, Changed, Found, NotTaken, Reading, left_out
from streekagenda.model.schedule import MIDNIGHT, ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from streekagenda.diagnostics import Diagnostic
    from streekagenda.formats.ical_reading import Component, Property
    from streekagenda.importing.found import When

LONGEST_TITLE = 500
"""Characters of a title and of a location that are kept: what a file takes is for who writes it."""
LONGEST_UID = 1_000
MOST_PARTS = 1_000
"""Of a list of days, and of a list of categories."""

Zones = dict[str, ZoneInfo]
"""By TZID: the zones that a file describes itself."""

_GEO = re.compile(r"\s*(-?[0-9]{1,3}(?:\.[0-9]{1,20})?)\s*;\s*(-?[0-9]{1,3}(?:\.[0-9]{1,20})?)\s*")


def read(content: bytes) -> Reading:
    """Return the activities of a calendar; what is private is only counted."""
    if len(content) > MOST_BYTES:
        return Reading(left_out=(left_out("import-too-large", limit=MOST_BYTES // 1_000_000),))
    parsed = parse(content)
    events = list(parsed.root.below("VEVENT"))
    if not any(parsed.root.below("VCALENDAR")) and not events:
        return Reading(left_out=(left_out("import-no-calendar"),))
    if len(events) > MOST_EVENTS:
        return Reading(left_out=(left_out("import-too-many", number=len(events), limit=MOST_EVENTS),))
    told: list[Diagnostic] = []
    if parsed.broken:
        told.append(
            left_out("import-broken-lines", parsed.broken[0], severity=Severity.WARNING, number=len(parsed.broken))
        )
    called_off = {
        id(event)
        for calendar in parsed.root.below("VCALENDAR")
        if _value(calendar, "METHOD").upper() == "CANCEL"
        for event in calendar.below("VEVENT")
    }
    shown, private = _public(events)
    if private:
        told.append(left_out("import-private", severity=Severity.ADVICE, number=private))
    zones = _described(parsed.root.below("VTIMEZONE"))
    found: list[Found] = []
    for series in shown:
        for one, uid in _apart(series):
            try:
                taken = _found(one, uid[:LONGEST_UID], zones, told)
            except NotTaken as not_taken:
                told.append(not_taken.at(one[0].line, _title(one[0])))
            else:
                found.append(replace(taken, cancelled=True) if id(one[0]) in called_off else taken)
    return Reading(found=tuple(found), left_out=tuple(told))


# ── which components are one activity ─────────────────────────────────────────────────────────────────────────────


def _public(events: Iterable[Component]) -> tuple[list[list[Component]], int]:
    """Return the components of each UID, without those of which one is not public, and how many such there are.

    CLASS that nobody knows is private (RFC 5545 section 3.8.1.3). What is private in one date of a series may stand in
    the others too.
    """
    by_uid: dict[str, list[Component]] = {}
    for event in events:
        by_uid.setdefault(_value(event, "UID")[:LONGEST_UID] or f" {event.line}", []).append(event)
    hidden = {
        uid for uid, ones in by_uid.items() if any(_value(one, "CLASS").upper() not in {"", "PUBLIC"} for one in ones)
    }
    return [ones for uid, ones in by_uid.items() if uid not in hidden], len(hidden)


def _apart(components: list[Component]) -> Iterator[tuple[list[Component], str]]:
    """Yield each activity, first itself and then its changed dates, with its UID.

    Some programs write a former version beside the newest (SEQUENCE), others one UID for all that they have: then only
    the first keeps it. A changed date without its series, as of an invitation to one date, is an activity by itself.
    """
    masters = [one for one in components if one.first("RECURRENCE-ID") is None]
    changed = [one for one in components if one.first("RECURRENCE-ID") is not None]
    newest = max((_sequence(one) for one in masters), default=0)
    told: set[tuple[str, str]] = set()
    for number, master in enumerate(one for one in masters if _sequence(one) == newest):
        same = (_value(master, "DTSTART"), _value(master, "SUMMARY"))
        if same not in told:
            yield ([master, *changed], _value(master, "UID")) if number == 0 else ([master], "")
        told.add(same)
    if not masters:
        yield from (([one], "") for one in changed)


def _sequence(component: Component) -> int:
    said = _value(component, "SEQUENCE")
    return int(said) if re.fullmatch(r"[0-9]{1,9}", said) else 0


# ── one activity ──────────────────────────────────────────────────────────────────────────────────────────────────


def _found(components: list[Component], uid: str, zones: Mapping[str, ZoneInfo], told: list[Diagnostic]) -> Found:
    master, *changes = components
    title = _title(master)
    if not title:
        raise NotTaken("import-no-title")
    if master.first("EXRULE"):
        raise NotTaken("import-old-rule")
    start = _start(master, zones)
    rules = [one.value.strip() for one in master.all("RRULE")]
    if len(rules) > 1:
        raise NotTaken("import-two-rules")
    changed = tuple(one for change in changes if (one := _changed(change, master, zones, told)))
    location = _said(master, "LOCATION")
    return Found(
        uid=uid,
        start=start,
        end=_end(master, start, zones),
        rule=rules[0] if rules else "",
        exceptions=tuple(_days(master, "EXDATE", zones)),
        extra=tuple(_days(master, "RDATE", zones)),
        changed=changed,
        summary=title,
        description=cleaning.lines(_text(master, "DESCRIPTION")),
        location=location,
        cancelled=_value(master, "STATUS").upper() == "CANCELLED",
        tentative=_value(master, "STATUS").upper() == "TENTATIVE",
        categories=_categories(master),
        url=_value(master, "URL")[:LONGEST_UID],
        geo=_geo(master),
        line=master.line,
    )


def _changed(
    component: Component, master: Component, zones: Mapping[str, ZoneInfo], told: list[Diagnostic]
) -> Changed | None:
    """Return one date that differs; what cannot be read of it is told, and the date stays as it was planned."""
    planned = component.first("RECURRENCE-ID")
    try:
        if planned is None or "RANGE" in planned.parameters:
            raise NotTaken("import-from-then-on")
        start = _start(component, zones)
        return Changed(
            planned=_when(planned, zones),
            start=start,
            end=_end(component, start, zones),
            cancelled=_value(component, "STATUS").upper() == "CANCELLED",
            summary=_title(component) or _title(master),
            location=_said(component, "LOCATION"),
        )
    except NotTaken as not_taken:
        told.append(not_taken.at(component.line, _title(component) or _title(master)))
        return None


def _start(component: Component, zones: Mapping[str, ZoneInfo]) -> When:
    said = component.first("DTSTART")
    if said is None:
        raise NotTaken("import-no-start")
    return _when(said, zones)


def _end(component: Component, start: When, zones: Mapping[str, ZoneInfo]) -> When | None:
    """The end of a day is the day after it in iCalendar: of whole days the last one is returned."""
    said, lasting = component.first("DTEND"), component.first("DURATION")
    if said is not None:
        end = _when(said, zones)
    elif lasting is not None:
        try:
            length = duration(lasting.value)
        except Unreadable:
            raise NotTaken("import-bad-date", value=lasting.value[:100]) from None
        end = start + (timedelta(days=length.days) if not isinstance(start, datetime) else length)
    else:
        return None
    if isinstance(start, datetime):
        if not isinstance(end, datetime):
            end = datetime.combine(end, MIDNIGHT, start.tzinfo)
        if (end.tzinfo is None) != (start.tzinfo is None):
            end = end.replace(tzinfo=start.tzinfo)
        return end if end > start else None
    last = end.date() if isinstance(end, datetime) else end - ONE_DAY
    return max(start, last)


def _days(component: Component, name: str, zones: Mapping[str, ZoneInfo]) -> Iterator[When]:
    """EXDATE or RDATE: of a period its start."""
    values = [(said, one) for said in component.all(name) for one in said.value.split(",") if one.strip()]
    if len(values) > MOST_PARTS:
        raise NotTaken("import-too-many-days", limit=MOST_PARTS)
    for said, value in values:
        yield _when(replace(said, value=value.partition("/")[0]), zones)


def _when(said: Property, zones: Mapping[str, ZoneInfo]) -> When:
    name = said.parameters.get("TZID", "")
    zone = (zones.get(name) or named_zone(name)) if name else None
    timed = "T" in said.value.strip()[:9]
    if name and zone is None and timed and not said.value.strip().endswith("Z"):
        raise NotTaken("import-unknown-zone", zone=cleaning.line(name[:100]))
    try:
        return moment(said.value, zone)
    except Unreadable:
        raise NotTaken("import-bad-date", value=cleaning.line(said.value[:100])) from None


def _described(components: Iterable[Component]) -> Zones:
    zones: Zones = {}
    for one in components:
        name, zone = _value(one, "TZID").strip('"'), described_zone(one)
        if name and zone:
            zones.setdefault(name, zone)
    return zones


# ── texts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _value(component: Component, name: str) -> str:
    said = component.first(name)
    return said.value.strip() if said else ""


def _text(component: Component, name: str) -> str:
    said = component.first(name)
    return said.text if said else ""


def _title(component: Component) -> str:
    return cleaning.shortened(cleaning.line(_text(component, "SUMMARY")), LONGEST_TITLE)


def _said(component: Component, name: str) -> str:
    return cleaning.lines(_text(component, name)[:LONGEST_TITLE])


def _categories(component: Component) -> tuple[str, ...]:
    texts = [cleaning.line(one) for said in component.all("CATEGORIES") for one in listed(said.value[:LONGEST_UID])]
    return tuple(dict.fromkeys(filter(None, texts[:MOST_PARTS])))


def _geo(component: Component) -> tuple[float, float] | None:
    found = _GEO.fullmatch(_value(component, "GEO")[:100])
    if found is None:
        return None
    latitude, longitude = float(found[1]), float(found[2])
    return (
        (latitude, longitude)
        if abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude, longitude) != (0, 0)
        else None
    )
