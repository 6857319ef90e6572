"""Each entry of each event as VEVENTs, made once for all the feeds that hold it."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from streekagenda.formats.ical import VEvent, vevent
from streekagenda.model.details import Status
from streekagenda.model.place import Online, Place
from streekagenda.model.schedule import Schedule, Series
from streekagenda.publications.editions.wording import contact, description, location, title
from streekagenda.publications.feeds.components import components

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.event import Event
    from streekagenda.publications.feeds.components import Component
    from streekagenda.publications.feeds.series_parts import Window
    from streekagenda.publications.site import Site


_IMAGE_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
}


def vevents_of(site: Site, event: Event, window: Window) -> Iterator[tuple[tuple[Component, ...], bytes]]:
    """Yield what stands under each UID of an event: a date, or a series with its changed dates; and its VEVENTs."""
    zone = site.region.timezone
    whole, words = event.schedule, site.words[site.region.language]
    for entry in whole.entries:
        sentence = ""
        for _, same_uid in groupby(components(event, entry, zone, window), key=attrgetter("uid")):
            found = tuple(same_uid)
            if isinstance(entry, Series) and not sentence:
                alone = whole if len(whole.entries) == 1 else Schedule(entries=(entry,))
                sentence = words.schedule_full(alone)
            yield found, b"".join(vevent(in_words(site, component, sentence), zone) for component in found)


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
