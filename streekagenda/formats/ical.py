"""iCalendar feeds (RFC 5545, RFC 7986), in the way that every known client takes.

An event is serialised once, by :func:`vevent`, and its bytes are joined into every feed that holds it. What is not
here is left out on purpose: METHOD, ORGANIZER and ATTENDEE make an event a meeting that one can decline; an alarm is
the subscriber's own business; RDATE without RRULE loses dates in Outlook and ical.js; nobody shows RELATED-TO, and
libical drops what RFC 9073 and RFC 9253 add.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats.content_lines import content_line, escaped, quoted, repeated_line
from streekagenda.formats.ical_rules import broken_in_head, broken_in_vevent, refuse
from streekagenda.formats.plain_text import line as whole_line
from streekagenda.formats.plain_text import lines, shortened
from streekagenda.formats.vtimezone import vtimezone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.formats.content_lines import Parameters
    from streekagenda.model.schedule import Hours, Moment

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Streekagenda//streekagenda//NL"
REFRESH = timedelta(hours=12)
"""How often a subscriber should ask again; without it Nextcloud asks once a week."""

LONGEST_LINE = 2_000
"""Octets of a text on one line: no field makes an event too large for a feed."""

_ONE_DAY = timedelta(days=1)
_BEGIN_EVENT, _END = b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n"
_UID = re.compile(rb"\r\n(UID:[^\r]*\r\n(?: [^\r]*\r\n)*)")
_PLACES = {
    name: place
    for place, name in enumerate(
        ("FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST")
    )
}
_URI: Parameters = (("VALUE", "URI"),)
_DATE: Parameters = (("VALUE", "DATE"),)


class VEvent(Struct, frozen=True, kw_only=True):
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
    """Latitude and longitude, WGS 84, in degrees."""
    venue: str = ""
    """What the point of ``geo`` is called on Apple's maps."""
    url: str | None = None
    """An absolute address of one page."""
    conference: str | None = None
    """An absolute address where it takes place on the internet (RFC 7986 section 5.11)."""
    conference_label: str = ""
    image: str | None = None
    """The absolute address of a picture (RFC 7986 section 5.10)."""
    image_type: str | None = None
    """Its media type."""
    categories: tuple[str, ...] = ()
    contact: str = ""


class CalendarHead(Struct, frozen=True, kw_only=True):
    """What a feed says of itself (RFC 7986 section 5).

    It has no UID, though section 5.3 has one for calendars: vdirsyncer takes it for that of each event, and keeps only
    the last of them.
    """

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
    """Return one component with its line ends, in an IANA time zone; the same event gives the same bytes.

    Raises:
        BrokenFeed: if it would break a rule that every client counts on; that is a mistake of ours.
    """
    written = b"".join((_BEGIN_EVENT, *_properties(event, zone), b"END:VEVENT\r\n"))
    refuse(broken_in_vevent(written, zone))
    return written


def _properties(event: VEvent, zone: str) -> Iterator[bytes]:
    modified = _utc(event.modified)
    yield content_line("SUMMARY", escaped(line(event.summary)))
    yield from _times(event, zone)
    yield repeated_line("DTSTAMP", modified)
    yield _uid(event.uid)
    if event.planned:
        yield _starts("RECURRENCE-ID", [event.planned.first], event.planned.hours, zone)
    yield repeated_line("SEQUENCE", str(event.sequence))
    if event.rrule:
        yield content_line("RRULE", _in_order(event.rrule))
    if event.excluded:
        yield _starts("EXDATE", sorted(event.excluded), event.moment.hours, zone)
    yield from _texts(event)
    yield repeated_line("CREATED", _utc(event.created))
    yield repeated_line("LAST-MODIFIED", modified)
    # CONFIRMED also when cancelled: Google would remove it, Outlook would not look.
    # TRANSPARENT: nobody is busy because there is coffee in the neighbourhood.
    yield b"STATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\n"
    yield from _addresses(event)


@lru_cache(maxsize=10_000)
def _uid(uid: str) -> bytes:
    return content_line("UID", escaped(line(uid)))


def _texts(event: VEvent) -> Iterator[bytes]:
    if categories := [escaped(category) for one in event.categories if (category := line(one))]:
        yield repeated_line("CATEGORIES", ",".join(categories))
    if contact := line(event.contact):
        yield repeated_line("CONTACT", escaped(contact))
    if description := lines(event.description):
        yield content_line("DESCRIPTION", escaped(description))
    if location := line(event.location):
        yield repeated_line("LOCATION", escaped(location))


def _addresses(event: VEvent) -> Iterator[bytes]:
    if event.conference:
        label = line(event.conference_label)
        yield content_line("CONFERENCE", event.conference, (*_URI, *((("LABEL", quoted(label)),) if label else ())))
    if event.image:
        kind = (("FMTTYPE", event.image_type),) if event.image_type else ()
        yield content_line("IMAGE", event.image, (*_URI, *kind))
    if event.url:
        yield content_line("URL", event.url)
    if event.geo:
        yield repeated_line("GEO", ";".join(map(_degrees, event.geo)))
        if venue := line(event.venue):
            # No X-ADDRESS, which broke the import of Nextcloud: LOCATION has it.
            title = (*_URI, ("X-TITLE", quoted(venue)))
            yield repeated_line("X-APPLE-STRUCTURED-LOCATION", f"geo:{','.join(map(_degrees, event.geo))}", title)


@lru_cache(maxsize=20_000)
def line(text: str) -> str:
    """Return a text as one line that is not too long."""
    return shortened(whole_line(text), LONGEST_LINE)


def _times(event: VEvent, zone: str) -> Iterator[bytes]:
    moment = event.moment
    yield _starts("DTSTART", [moment.first], moment.hours, zone)
    if moment.hours is None:
        yield content_line("DTEND", f"{moment.last + _ONE_DAY:%Y%m%d}", _DATE)  # exclusive
    elif moment.hours.end is not None:
        yield content_line("DTEND", f"{moment.end:%Y%m%dT%H%M%S}", (("TZID", zone),))


def _starts(name: str, days: list[date], hours: Hours | None, zone: str) -> bytes:
    """Write the beginning on each of the days, in the one form that DTSTART, EXDATE and RECURRENCE-ID share."""
    at = "" if hours is None else f"T{hours.start:%H%M%S}"
    parameters = _DATE if hours is None else (("TZID", zone),)
    return content_line(name, ",".join([f"{day}{at}" for day in days]).replace("-", ""), parameters)


@lru_cache(maxsize=10_000)
def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _degrees(number: float) -> str:
    """To a decimetre; never as 1e-05, which is no FLOAT of section 3.3.7."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def _in_order(rrule: str) -> str:
    """Return a rule with its parts in the order in which icalendar writes them; one that it does not know comes last."""
    parts = rrule.split(";")
    parts.sort(key=lambda part: _PLACES.get(part.partition("=")[0], len(_PLACES)))
    return ";".join(parts)


def calendar(head: CalendarHead, vevents: Iterable[bytes], zone: str) -> bytes:
    """Return a whole feed: its head, the one time zone, and components that :func:`vevent` made.

    Without events it is still a feed: the VTIMEZONE is the one component that a VCALENDAR needs.

    Raises:
        BrokenFeed: if its head would break a rule that every client counts on; that is a mistake of ours.
    """
    opened = b"".join((b"BEGIN:VCALENDAR\r\n", *_head(head)))
    refuse(broken_in_head(opened))
    return b"".join((opened, vtimezone(zone), *vevents, _END))


class Cut:
    """The VEVENTs of feeds that :func:`calendar` made, by their UIDs, to be joined into others."""

    def __init__(self, feeds: Iterable[bytes]) -> None:
        self._found: dict[bytes, bytes] = {}
        for feed in feeds:
            # at the begin of a line: no line of a text begins so, where it is folded
            _, *vevents = feed.removesuffix(b"\r\n" + _END).split(b"\r\n" + _BEGIN_EVENT)
            for one in vevents:
                if uid := _UID.search(one):
                    former = self._found.get(uid[1])
                    self._found[uid[1]] = one if former is None else b"%s\r\n%s%s" % (former, _BEGIN_EVENT, one)

    def of(self, uid: str) -> bytes | None:
        """Return what stands there under a UID, with line ends."""
        found = self._found.get(_uid(uid))
        return None if found is None else b"%s%s\r\n" % (_BEGIN_EVENT, found)


def _head(head: CalendarHead) -> Iterator[bytes]:
    name, description, refresh = line(head.name), lines(head.description), f"PT{REFRESH // timedelta(hours=1)}H"
    yield b"VERSION:2.0\r\n"
    yield content_line("PRODID", PRODUCT)
    if description:
        yield repeated_line("DESCRIPTION", escaped(description))
        yield repeated_line("X-WR-CALDESC", escaped(description))
    yield content_line("NAME", escaped(name))
    yield content_line("X-WR-CALNAME", escaped(name))
    if head.colour_name:
        yield repeated_line("COLOR", head.colour_name)
    if head.modified:
        yield repeated_line("LAST-MODIFIED", _utc(head.modified))
    yield repeated_line("REFRESH-INTERVAL", refresh, (("VALUE", "DURATION"),))
    yield content_line("SOURCE", head.source, _URI)
    yield content_line("URL", head.url)
    if head.colour:
        yield repeated_line("X-APPLE-CALENDAR-COLOR", escaped(line(head.colour)))
    yield repeated_line("X-PUBLISHED-TTL", refresh)
