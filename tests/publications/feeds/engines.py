"""What a feed means, as five engines that know nothing of each other say: ours, and those of four subscribers."""

from __future__ import annotations

import json
import subprocess
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

from streekagenda.model.details import Status
from streekagenda.publications.site import Site
from streekagenda.recurrence.expansion import expand
from tests.publications.feeds import libical

ZONE = ZoneInfo("Europe/Amsterdam")
PREFIXES = {Status.CANCELLED: "AFGELAST: ", Status.POSTPONED: "UITGESTELD: ", Status.ONLINE: "ONLINE: "}

Dates = list[tuple[datetime, datetime, str]]
"""Begin and end in the wall-clock time of the region, and the title; sorted."""


def ours(site: Site, first: date, last: date) -> Dates:
    """The dates that the pages show: those that begin on one of these days."""
    return sorted(
        (one.moment.start, one.moment.end, PREFIXES.get(one.status, "") + one.title.first)
        for event in site.calendar.events
        for one in expand(event, first, last)
        if one.moved_to is None and first <= one.moment.first <= last
    )


def recurring(feed: bytes, first: date, last: date) -> Dates:
    """The dates as recurring-ical-events sees them, which asks dateutil."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(feed)).between(first, last + timedelta(days=1))
    dates = [(_wall_clock(one["DTSTART"].dt), _end(one), str(one["SUMMARY"])) for one in found]
    return sorted(one for one in dates if first <= one[0].date() <= last)


def home_assistant(feed: bytes, first: date, last: date) -> Dates:
    """The dates as ``ical`` sees them, the strict reader of Home Assistant with recurrences of its own."""
    calendar = IcsCalendarStream.calendar_from_ics(feed.decode())
    begin = datetime.combine(first, time(), ZONE)
    end = datetime.combine(last + timedelta(days=1), time(), ZONE)
    found = calendar.timeline_tz(ZONE).overlapping(begin, end)
    dates = [(_wall_clock(one.dtstart), _wall_clock(one.end), one.summary) for one in found]
    return sorted(one for one in dates if first <= one[0].date() <= last)


def thunderbird(feed: bytes, first: date, last: date) -> Dates:
    """The dates as ical.js sees them."""
    script = Path(__file__).with_name("ical_js.mjs")
    after = last + timedelta(days=1)
    run = subprocess.run(
        ["node", str(script), first.isoformat(), after.isoformat()], input=feed, capture_output=True, check=True
    )
    found = json.loads(run.stdout)
    return sorted((_without_zone(begin), _without_zone(end), title) for begin, end, title in found)


def evolution(feed: bytes, first: date, last: date) -> Dates:
    """The dates as libical sees them."""
    return libical.dates(feed, first, last)


def _without_zone(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=None)


def _end(event: icalendar.Event) -> datetime:
    end = event.get("DTEND")
    return _wall_clock((end or event["DTSTART"]).dt)


def _wall_clock(moment: date) -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(ZONE).replace(tzinfo=None, fold=0)
    return datetime.combine(moment, time())
