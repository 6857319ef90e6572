"""Links that open one's own calendar on the web with one date filled in; nothing is asked before the reader presses.

Neither Google nor Microsoft describes its form in full; both are described, and followed for years, at
https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs (``services/google.md``,
``services/outlook-web.md``). What a form may misread is not used: Google gets wall-clock time with the name of its
zone, Outlook the same instant in UTC, since it takes any other time for one in the zone of the reader. Both insist on an end: where
none is known it is the begin, which is no guess. Days are whole where hours are missing, and end on the day after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct

from streekagenda.formats import iso8601
from streekagenda.formats.uris import in_query

if TYPE_CHECKING:
    from datetime import datetime

    from streekagenda.model.schedule import Moment


class DateToAdd(Struct, frozen=True, kw_only=True):
    """One date, as it is to stand in a calendar."""

    title: str
    moment: Moment
    """Wall-clock time."""
    zone: str
    """IANA."""
    location: str
    details: str


def google(one: DateToAdd) -> str:
    """Return the address at which Google Calendar proposes a date."""
    moment = one.moment
    if moment.all_day:
        dates = f"{moment.start:%Y%m%d}/{moment.end:%Y%m%d}"
    else:
        dates = f"{moment.start:%Y%m%dT%H%M%S}/{moment.end:%Y%m%dT%H%M%S}"
    asked = {"action": "TEMPLATE", "text": one.title, "dates": dates, "ctz": one.zone}
    return _address(
        "https://calendar.google.com/calendar/render", {**asked, "details": one.details, "location": one.location}
    )


def outlook(one: DateToAdd) -> tuple[str, str]:
    """Return the addresses at which Outlook on the web proposes a date: for private people, and for work and school."""
    moment = one.moment
    if moment.all_day:
        times = {"startdt": f"{moment.start:%Y-%m-%d}", "enddt": f"{moment.end:%Y-%m-%d}", "allday": "true"}
    else:
        zone = ZoneInfo(one.zone)
        times = {"startdt": _in_utc(moment.start, zone), "enddt": _in_utc(moment.end, zone)}
    asked = {"path": "/calendar/action/compose", "rru": "addevent", **times}
    form = _address(
        "/calendar/deeplink/compose", {**asked, "subject": one.title, "body": one.details, "location": one.location}
    )
    return f"https://outlook.live.com{form}", f"https://outlook.office.com{form}"


def _in_utc(wall_clock: datetime, zone: ZoneInfo) -> str:
    return iso8601.utc(wall_clock.replace(tzinfo=zone))


def _address(form: str, asked: dict[str, str]) -> str:
    """Return a form's address with what is asked."""
    return f"{form}?{'&'.join([f'{name}={in_query(value)}' for name, value in asked.items() if value])}"
