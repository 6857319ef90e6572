"""Each entry of each event as VEVENTs, made once for all the feeds that hold it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from streekagenda.formats.ical import VEvent, vevent
from streekagenda.formats.ical_rules import Broken, refuse
from streekagenda.model.details import Status
from streekagenda.model.place import Online, Place
from streekagenda.model.schedule import Schedule, Series
from streekagenda.publications.editions.wording import contact, description, location, title
from streekagenda.publications.feeds.components import Component, components
from streekagenda.publications.feeds.series_parts import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Entry
    from streekagenda.publications.site import Site


_IMAGE_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedEntry:
    """One UID as it stands in every feed that holds it: a date, or a series with its changed dates."""

    event: Event
    uid: str
    content: bytes
    """Its VEVENTs."""
    size: int
    """How many they are."""
    modified: datetime
    first: date
    last: date
    """The last day that it touches; ``LAST_DAY`` for a series without an end."""
    recent: tuple[Occurrence, ...]
    """Its dates that are not long past, each kind of date once: what decides which feeds hold it."""


def feed_entries(site: Site, since: date) -> tuple[FeedEntry, ...]:
    """Return the entries of all events, in the order of their ids; ``since`` is the first day that is not long past.

    Raises:
        BrokenFeed: if two entries would have one UID, of which calendars keep but one; that is a mistake of ours.
    """
    window = Window.around(site.today, site.region.horizon_months)
    found_entries = tuple(
        found
        for event in site.calendar.events
        for entry in event.schedule.entries
        for found in _entries(site, event, entry, window, since)
    )
    times = Counter(entry.uid for entry in found_entries)
    refuse(Broken(rule=1, found=f"UID:{uid} ({number})") for uid, number in times.items() if number > 1)
    return found_entries


def _entries(site: Site, event: Event, entry: Entry, window: Window, since: date) -> Iterator[FeedEntry]:
    zone = site.region.timezone
    sentence = ""
    for uid, same_uid in groupby(components(event, entry, zone, window), key=attrgetter("uid")):
        found = tuple(same_uid)
        if isinstance(entry, Series) and not sentence:
            sentence = site.words[site.region.language].schedule_full(Schedule(entries=(entry,)))
        yield FeedEntry(
            event=event,
            uid=uid,
            content=b"".join(vevent(in_words(site, component, sentence), zone) for component in found),
            size=len(found),
            modified=max(component.modified for component in found),
            first=min(component.occurrence.moment.first for component in found),
            last=max(component.last for component in found),
            recent=tuple(component.occurrence for component in found if component.last >= since),
        )


def in_words(site: Site, component: Component, sentence: str) -> VEvent:
    """Return what a component says; ``sentence`` is that of its series, for who sees but one date of it."""
    words = site.words[site.region.language]
    occurrence = component.occurrence
    event, place = occurrence.event, occurrence.place
    # what a changed date says first is what is different
    schedule = "" if component.planned or occurrence.planned != occurrence.moment else sentence
    there = place if isinstance(place, Place) and occurrence.status is not Status.ONLINE else None
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
        geo=there.geo if there else None,
        venue=words.text(there.name).text if there else "",
        url=page,
        conference=place.url if isinstance(place, Online) else None,
        conference_label=words.gettext("Take part online"),
        image=site.addresses.absolute(site.addresses.media(event.image.file)) if event.image else None,
        image_type=_IMAGE_TYPES.get(PurePosixPath(event.image.file).suffix.lower()) if event.image else None,
        categories=tuple(words.text(topic.name).text for topic in event.topics),
        contact=contact(event.contact),
    )
