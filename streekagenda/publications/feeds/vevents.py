"""Each entry of each event as VEVENTs, made once for all the feeds that hold it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from streekagenda.formats.ical import VEvent, vevent
from streekagenda.model.place import Online, Place
from streekagenda.model.schedule import Schedule, Series
from streekagenda.publications.feeds.components import Component, Window, components
from streekagenda.publications.feeds.wording import contact, description, location, title
from streekagenda.recurrence.days import LAST_DAY
from streekagenda.recurrence.instances import last_touched
from streekagenda.recurrence.planned import planned_days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Entry
    from streekagenda.publications.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedEntry:
    """One entry of an event, as it stands in every feed that holds it."""

    event: Event
    content: bytes
    """Its VEVENTs."""
    modified: datetime
    recent: tuple[Occurrence, ...]
    """Its dates that are not long past, each kind of date once: what decides which feeds hold it."""


def feed_entries(site: Site, since: date) -> tuple[FeedEntry, ...]:
    """Return the entries of all events, in the order of their ids; ``since`` is the first day that is not long past."""
    window = Window.around(site.today, site.region.horizon_months)
    return tuple(
        _entry(site, event, entry, window, since) for event in site.calendar.events for entry in event.schedule.entries
    )


def _entry(site: Site, event: Event, entry: Entry, window: Window, since: date) -> FeedEntry:
    zone = site.region.timezone
    found = components(event, entry, zone, window)
    return FeedEntry(
        event=event,
        content=b"".join(vevent(_vevent(site, component, entry), zone) for component in found),
        modified=max((component.modified for component in found), default=event.history.modified),
        recent=tuple(_recent(found, since)),
    )


def _recent(found: tuple[Component, ...], since: date) -> Iterator[Occurrence]:
    for component in found:
        occurrence = component.occurrence
        if component.rrule and isinstance(occurrence.entry, Series):
            still_on = any(True for _ in planned_days(occurrence.entry, since, LAST_DAY))
        else:
            still_on = last_touched(occurrence.moment) >= since
        if still_on:
            yield occurrence


def _vevent(site: Site, component: Component, entry: Entry) -> VEvent:
    words = site.words[site.region.language]
    occurrence = component.occurrence
    event, place = occurrence.event, occurrence.place
    schedule = words.schedule(Schedule(entries=(entry,))) if component.rrule else ""
    page = site.addresses.absolute(site.addresses.page("event", words.language, event.id))
    return VEvent(
        uid=component.uid,
        created=event.history.created,
        modified=component.modified,
        sequence=component.sequence,
        moment=occurrence.moment,
        rrule=component.rrule,
        excluded=component.excluded,
        planned=component.planned,
        summary=title(words, occurrence.title, occurrence.status),
        description=description(words, occurrence, schedule, page),
        location=location(words, occurrence),
        geo=place.geo if isinstance(place, Place) else None,
        url=page,
        conference=place.url if isinstance(place, Online) else None,
        categories=tuple(words.text(topic.name).text for topic in event.topics),
        contact=contact(event.contact),
    )
