"""A region as plain data that any generator can read: rules as their dates, before any clock runs.

No peer can expand a rule or say a date in words, so that they are given what our own model says. What they are given they
do not pay for; we do, in each build.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from streekagenda import preparing
from streekagenda.builds import Settings
from streekagenda.content.history import FileHistory
from streekagenda.model.place import Place
from streekagenda.publications import feeds

if TYPE_CHECKING:
    from pathlib import Path

    from streekagenda.model.calendar import Calendar
    from streekagenda.model.occurrence import Occurrence

NOW = datetime(2026, 11, 22, 12)
SOON = 28
"""Lists of a place, a topic and so on show so many days; ours do too, but for what is short or long (``editions/coming.py``)."""
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = tuple("januari februari maart april mei juni juli augustus september oktober november december".split())
FORMAL = ("DTSTART", "DTEND", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "UID", "SEQUENCE", "DTSTAMP", "STATUS")
Json = dict[str, Any]


def material(content: Path, layouts: Path) -> Json:
    """Return a region's events, things to choose by, and periods."""
    settings = Settings(content=content, layouts=layouts, output=content / "none", now=NOW)
    validated = preparing.believed(settings, FileHistory())
    if validated.calendar is None or validated.diagnostics:
        message = f"the region has mistakes: {validated.diagnostics[:3]}"
        raise ValueError(message)
    timeline = preparing.expand(validated.calendar, NOW)
    site = preparing.site_of(timeline, validated.media, settings)
    formal = {
        output.path.removeprefix("feeds/event/").removesuffix(".ics"): _formal(output.content)
        for output in feeds.calendars.outputs(site)
        if output.path.startswith("feeds/event/")
    }
    dates: defaultdict[str, list[Json]] = defaultdict(list)
    for one in timeline.occurrences:
        if one.moved_to is None:
            dates[one.event.id].append(_date(one))
    months = sorted({str(one.moment.first)[:7] for one in timeline.occurrences})
    weeks = sorted({_week(one.moment.first) for one in timeline.occurrences})
    this_month, this_week = str(NOW)[:7], _week(NOW.date())
    return {
        "url": validated.calendar.region.url,
        "title": validated.calendar.region.title.first,
        "today": str(NOW.date()),
        "soon": str(NOW.date() + timedelta(days=SOON)),
        "recent": str(NOW.date() - timedelta(days=92)),
        "periods": [
            *(
                {
                    "path": one.replace("-", "/"),
                    "key": one,
                    "title": _month(one),
                    "month": True,
                    "over": one < this_month,
                }
                for one in months
            ),
            *(
                {
                    "path": one,
                    "key": one,
                    "title": f"Week {one[6:]} van {one[:4]}",
                    "month": False,
                    "over": one < this_week,
                }
                for one in weeks
            ),
        ],
        "terms": _terms(validated.calendar),
        "events": [
            {
                "id": event.id,
                "title": event.title.first,
                "body": event.body.first if event.body else "",
                "organisation": event.organisers[0].id,
                "organiser": event.organisers[0].name.first,
                "topics": [term.id for term in event.topics],
                "audiences": [term.id for term in event.audiences],
                "price": str(event.price.amount if event.price and event.price.amount is not None else ""),
                "booking": event.booking is not None,
                "formal": formal[event.id],
                "dates": dates[event.id],
                "last": dates[event.id][-1]["day"] if dates[event.id] else "",
            }
            for event in validated.calendar.events
        ],
    }


def _terms(calendar: Calendar) -> list[Json]:
    kinds: dict[str, list[tuple[str | None, str, str]]] = {
        "organisaties": [
            (one.id, one.name.first, one.body.first if one.body else "") for one in calendar.organisations
        ],
        "plekken": [(one.id, one.name.first, one.body.first if one.body else "") for one in calendar.places],
        "wijken": [(one.id, one.name.first, "") for one in calendar.region.all_areas()],
        "onderwerpen": [(one.id, one.name.first, "") for one in calendar.region.topics],
        "doelgroepen": [(one.id, one.name.first, "") for one in calendar.region.audiences],
    }
    return [
        {"kind": kind, "id": name, "title": title, "body": body}
        for kind, terms in kinds.items()
        for name, title, body in terms
    ]


def _date(one: Occurrence) -> Json:
    """Return a date as lists show it."""
    place = one.place if isinstance(one.place, Place) else None
    first, start, end = one.moment.first, one.moment.start, one.moment.end
    return {
        "day": str(first),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "said": f"{DAYS[first.weekday()]} {first.day} {MONTHS[first.month - 1]} {first.year}",
        "hours": f"{start:%H.%M}–{end:%H.%M}",
        "month": str(first)[:7],
        "week": _week(first),
        "title": one.title.first,
        "status": str(one.status.value),
        "note": one.note.first if one.note else "",
        "place": place.id if place else None,
        "where": place.name.first if place else "",
        "address": f"{place.street}, {place.postcode} {place.city}" if place else "",
        "geo": list(place.geo) if place and place.geo else [],
        "areas": list(one.area.line) if one.area else [],
        "area": one.area.name.first if one.area else "",
    }


def _formal(calendar: bytes) -> list[list[str]]:
    """Return, for each VEVENT, the lines that say when (RFC 5545), unfolded: what no peer can find out."""
    lines = calendar.decode().replace("\r\n ", "").split("\r\n")
    found: list[list[str]] = []
    for line in lines:
        if line == "BEGIN:VEVENT":
            found.append([])
        elif found and line.partition(":")[0].partition(";")[0] in FORMAL:
            found[-1].append(line)
    return found


def _week(day: date) -> str:
    return "{}/w{:02}".format(*day.isocalendar())


def _month(key: str) -> str:
    day = date.fromisoformat(f"{key}-01")
    return f"{MONTHS[day.month - 1].capitalize()} {day.year}"


def pairs(event: Json) -> dict[str, list[str]]:
    """Return the combinations of two that an event is chosen by, as ``area_topic``."""
    areas = facets(event, "areas")
    topics, audiences = event["topics"], event["audiences"]
    return {
        "wijkonderwerp": [f"{area}_{topic}" for area in areas for topic in topics],
        "wijkdoelgroep": [f"{area}_{audience}" for area in areas for audience in audiences],
        "onderwerpdoelgroep": [f"{topic}_{audience}" for topic in topics for audience in audiences],
    }


def facets(event: Json, key: str) -> list[str]:
    """Return the places or areas of all dates of an event, each once."""
    found: set[str] = set()
    for one in event["dates"]:
        value = one[key]
        found.update(value if isinstance(value, list) else [value] if value else [])
    return sorted(found)


def written(file: Path, value: object) -> None:
    """Write a text, or anything else as JSON."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), encoding="utf-8")
