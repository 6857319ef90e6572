"""The next date of each event that has more of them, as a calendar file of its own, to be put into a calendar once.

It is no feed: its UID is its own, so that who adds another date later, or subscribes to the series, loses nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from streekagenda.formats.ical import CalendarHead, calendar, vevent
from streekagenda.output import Output
from streekagenda.publications.editions.one_date import file_of_date, has_one_date, next_date
from streekagenda.publications.feeds.components import alone
from streekagenda.publications.feeds.vevents import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.site import Site


def outputs(site: Site) -> Iterator[Output]:
    """Yield a file for each event that has a next date, but for those whose feed is that date already."""
    asked, former = site.index.asked, site.former

    def events() -> list[Event]:
        found = site.calendar.events
        if former and asked.staying:  # of one that is as it was the file stays, or there is none
            found = tuple([one for one in found if _name(one) in asked.staying or one.id in former.changed])
        return [one for one in found if not has_one_date(one)]

    for event in asked.each(events, _name):
        following = next_date(site.index.of(event, site.today), site.timeline.now)
        if following:
            yield Output(path=file_of_date(site.addresses, following), make=partial(_file, site, following))


def _name(event: Event) -> str:
    return f"date of {event.id}"


def _file(site: Site, occurrence: Occurrence) -> bytes:
    addresses, zone = site.addresses, site.region.timezone
    words = site.words[site.region.language]
    path = file_of_date(addresses, occurrence)
    head = CalendarHead(
        name=words.text(occurrence.title).text,
        source=addresses.absolute(path),
        url=addresses.absolute(addresses.page("event", words.language, occurrence.event.id)),
    )
    written = vevent(in_words(site, alone(occurrence), ""), zone)
    return calendar(head, [written], zone)
