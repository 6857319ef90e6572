"""iCalendar feeds (RFC 5545, RFC 7986), in the way that every known client takes; the door to the icalendar library.

An event is serialised once, by :func:`vevent`, and its bytes are joined into every feed that holds it. What is not
here is left out on purpose: METHOD, ORGANIZER and ATTENDEE make an event a meeting that one can decline; an alarm is
the subscriber's own business; RDATE without RRULE loses dates in Outlook and ical.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event, vRecur, vText

from streekagenda.formats.plain_text import line, lines
from streekagenda.formats.vtimezone import vtimezone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streekagenda.model.schedule import Hours, Moment

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Streekagenda//streekagenda//NL"
REFRESH = timedelta(hours=12)
"""How often a subscriber should ask again; without it Nextcloud asks once a week."""

_ONE_DAY = timedelta(days=1)
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class VEvent:
    """One VEVENT (RFC 5545 section 3.6.1): a single event, the master of a series, or one changed date of it."""

    uid: str
    created: datetime
    """In UTC, as is ``modified``."""
    modified: datetime
    """Written as LAST-MODIFIED and as DTSTAMP, never the moment of the build."""
    sequence: int
    moment: Moment
    """Wall-clock time; the first instance of a series."""
    summary: str
    rrule: str | None = None
    """The value of RRULE."""
    excluded: tuple[date, ...] = ()
    """Days that the rule gives and that do not take place (EXDATE), at the hour of ``moment``."""
    planned: Moment | None = None
    """For a changed date: when the series gave it (RECURRENCE-ID)."""
    description: str = ""
    location: str = ""
    geo: tuple[float, float] | None = None
    url: str | None = None
    """An absolute address of one page."""
    conference: str | None = None
    """An absolute address where it takes place on the internet (RFC 7986 section 5.11)."""
    categories: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarHead:
    """What a feed says of itself (RFC 7986 section 5)."""

    uid: str
    name: str
    description: str = ""
    source: str
    """The absolute address of the feed."""
    url: str
    """The absolute address of the page for people."""
    colour: str | None = None
    """A hexadecimal colour, such as ``#1b5e4b``."""
    colour_name: str | None = None
    """The CSS name that comes nearest to it: COLOR takes no other."""
    modified: datetime | None = None
    """When the newest of its events changed; in UTC."""


def vevent(event: VEvent, zone: str) -> bytes:
    """Return one component with its line ends, in an IANA time zone; the same event gives the same bytes."""
    component = Event()
    component.add("uid", line(event.uid))
    component.add("dtstamp", event.modified)
    component.add("created", event.created)
    component.add("last-modified", event.modified)
    component.add("sequence", event.sequence)
    _add_times(component, event, zone)
    component.add("summary", line(event.summary))
    component.add("status", "CONFIRMED")  # also when cancelled: Google would remove it, Outlook would not look
    component.add("transp", "TRANSPARENT")  # nobody is busy because there is coffee in the neighbourhood
    for name, text in (
        ("description", lines(event.description)),
        ("location", line(event.location)),
        ("contact", line(event.contact)),
    ):
        if text:
            component.add(name, text)
    if event.geo:
        component.add("geo", event.geo)
    if event.url:
        component.add("url", event.url)
    if event.conference:
        component.add("conference", event.conference, parameters={"VALUE": "URI"})
    if categories := [category for one in event.categories if (category := line(one))]:
        component.add("categories", categories)
    return bytes(component.to_ical())


def _add_times(component: Event, event: VEvent, zone: str) -> None:
    moment = event.moment
    _add_start(component, "dtstart", [moment.first], moment.hours, zone)
    if moment.hours is None:
        component.add("dtend", moment.last + _ONE_DAY)  # exclusive; icalendar adds VALUE=DATE
    elif moment.hours.end is not None:
        component.add("dtend", moment.end, parameters={"TZID": zone})
    if event.rrule:
        component.add("rrule", vRecur.from_ical(event.rrule))
    if event.excluded:
        _add_start(component, "exdate", sorted(event.excluded), moment.hours, zone)
    if event.planned:
        _add_start(component, "recurrence-id", [event.planned.first], event.planned.hours, zone)


def _add_start(component: Event, name: str, days: list[date], hours: Hours | None, zone: str) -> None:
    """Add the beginning on each of the days, in the one form that DTSTART, EXDATE and RECURRENCE-ID share."""
    values = [day if hours is None else datetime.combine(day, hours.start) for day in days]
    parameters = {"VALUE": "DATE"} if hours is None else {"TZID": zone}
    component.add(name, values if name == "exdate" else values[0], parameters=parameters)


def calendar(head: CalendarHead, vevents: Iterable[bytes], zone: str) -> bytes:
    """Return a whole feed: its head, the one time zone, and components that :func:`vevent` made.

    Without events it is still a feed: the VTIMEZONE is the one component that a VCALENDAR needs.
    """
    component = Calendar()
    component.add("version", "2.0")
    component.add("prodid", PRODUCT)
    component.add("uid", line(head.uid))
    # icalendar 7.3 escapes no property that it does not know: vText does
    for name in ("name", "x-wr-calname"):
        component.add(name, vText(line(head.name)))
    if head.description:
        for name in ("description", "x-wr-caldesc"):
            component.add(name, vText(lines(head.description)))
    component.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    component.add("x-published-ttl", vText(f"PT{REFRESH // timedelta(hours=1)}H"))
    component.add("source", head.source, parameters={"VALUE": "URI"})
    component.add("url", head.url)
    if head.modified:
        component.add("last-modified", head.modified)
    if head.colour_name:
        component.add("color", head.colour_name)
    if head.colour:
        component.add("x-apple-calendar-color", vText(line(head.colour)))
    opened = bytes(component.to_ical()).removesuffix(_END)
    return b"".join((opened, vtimezone(zone), *vevents, _END))
