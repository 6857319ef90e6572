"""Feeds: a selection of the calendar in one's own calendar, feed reader or program.

A feed is the same for every language: its texts are in the default language of the region.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from streekagenda.formats.atom import AtomFeed, atom
from streekagenda.formats.css_colours import nearest_name
from streekagenda.formats.ical import CalendarHead, calendar
from streekagenda.formats.json_feed import JsonFeed, json_feed
from streekagenda.formats.json_text import json_file
from streekagenda.output import Output, ready
from streekagenda.publications.editions.months import months_from
from streekagenda.publications.feeds import one_date
from streekagenda.publications.feeds.changes import changes
from streekagenda.publications.feeds.held import Feed, feeds_of
from streekagenda.publications.feeds.listing import listing
from streekagenda.publications.feeds.news import News, Writer, by_facets, news, up_to
from streekagenda.publications.feeds.parts import in_parts, of_bytes
from streekagenda.publications.feeds.vevents import FeedEntry, feed_entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.publications.site import Site

MONTHS_BACK = 3
"""A feed holds what has a date after so many months ago."""
NEWEST = 200
"""An Atom feed holds so many activities, those that changed last: it is for who follows it."""


def outputs(site: Site) -> Iterator[Output]:
    """Yield every feed of the table of addresses, and the index of them all."""
    yield from calendars(site)
    yield from for_readers(site)


def calendars(site: Site) -> Iterator[Output]:
    """Yield the feeds that are calendars, and the index of all feeds."""
    entries = feed_entries(site, months_from(site.today, -MONTHS_BACK))
    found = tuple(feeds_of(site, entries))
    yield from _calendars(site, entries, found)
    yield ready("feeds/index.json", json_file(listing(site, found)))


def for_readers(site: Site) -> Iterator[Output]:
    """Yield the feeds of one-word selections, and of what became different, as Atom and as JSON Feed."""
    writer, held = Writer(site), by_facets(news(site))
    for feed in feeds_of(site, ()):
        of_feed = held.get(feed.facets, ())
        if not feed.facets:
            of_feed = up_to(of_feed, months_from(site.today, site.region.horizon_months))
        yield from _news(site, feed, of_feed, writer)
    yield from changes(site, _last_change(site))


def single_dates(site: Site) -> Iterator[Output]:
    """Yield the next date of each event as a file of its own, which is no feed."""
    yield from one_date.outputs(site)


def _calendars(site: Site, entries: Sequence[FeedEntry], found: Sequence[Feed]) -> Iterator[Output]:
    for feed in found:
        for number, part in enumerate(feed.parts, 1):
            path = site.addresses.feed(feed.selection, part=number)
            yield _calendar(site, part, path, feed.title, feed.page, number, len(feed.parts))
    yield from _event_calendars(site, entries)


def _calendar(
    site: Site, entries: Sequence[FeedEntry], path: str, title: str, page: str, number: int = 1, parts: int = 1
) -> Output:
    region = site.region
    words = site.words[region.language]
    colour = region.theme.primary
    about = [words.text(region.notice).text] if region.notice else []
    if parts > 1:
        subscribe = site.addresses.absolute(site.addresses.page("subscribe", words.language))
        said = words.gettext("This is part %(number)s of %(parts)s. You find the others at %(address)s")
        about.append(said % {"number": number, "parts": parts, "address": subscribe})
    head = CalendarHead(
        name=title if number == 1 else f"{title} ({number})",
        description="\n".join(about),
        source=site.addresses.absolute(path),
        url=site.addresses.absolute(page),
        colour=colour,
        colour_name=nearest_name(colour) if colour else None,
        modified=max((entry.modified for entry in entries), default=None),
    )
    return ready(path, calendar(head, (entry.content for entry in entries), region.timezone))


def _event_calendars(site: Site, entries: Sequence[FeedEntry]) -> Iterator[Output]:
    """Yield the feed of each event that has a page or a place in another feed, also at its former addresses."""
    with_page = {occurrence.event.id for occurrence in site.timeline.occurrences}
    words = site.words[site.region.language]
    for event, of_event in groupby(entries, key=attrgetter("event")):
        all_dates = list(of_event)
        recent = [entry for entry in all_dates if entry.recent]
        if recent or event.id in with_page:
            page = site.addresses.page("event", words.language, event.id)
            title = words.text(event.title).text
            parts = in_parts(recent or all_dates, site.today)
            for number, part in enumerate(parts, 1):
                path = site.addresses.event_feed(event.id, part=number)
                feed = _calendar(site, part, path, title, page, number, len(parts))
                yield feed
                for alias in event.aliases:
                    yield replace(feed, path=site.addresses.event_feed(alias, part=number))


def _news(site: Site, feed: Feed, held: Sequence[News], writer: Writer) -> Iterator[Output]:
    """Yield a feed as Atom and as JSON Feed."""
    addresses, language = site.addresses, site.region.language
    written = [writer.write(one) for one in held]
    changed = [(one.event.history.modified, one.event.id, entry) for one, (entry, _) in zip(held, written, strict=True)]
    newest = sorted(changed, reverse=True)[:NEWEST]
    publisher = site.words[language].text(site.region.title).text
    path, page = addresses.feed(feed.selection, "atom"), addresses.absolute(feed.page)
    as_atom = AtomFeed(
        id=addresses.absolute(path),
        title=feed.title,
        language=language,
        updated=newest[0][0] if newest else _last_change(site),
        author=publisher,
        self_url=addresses.absolute(path),
        page_url=page,
    )
    yield ready(path, atom(as_atom, [entry for _, _, entry in newest]))
    parts = of_bytes([item for _, item in written])
    for number, part in enumerate(parts, 1):
        path = addresses.feed(feed.selection, "json", part=number)
        following = addresses.feed(feed.selection, "json", part=number + 1)
        as_json = JsonFeed(
            title=feed.title,
            language=language,
            author=publisher,
            feed_url=addresses.absolute(path),
            page_url=page,
            next_url=addresses.absolute(following) if number < len(parts) else None,
            about=addresses.absolute(f"{addresses.page('subscribe', language)}#data"),
        )
        yield ready(path, json_feed(as_json, part))


def _last_change(site: Site) -> datetime:
    """Return when any event changed last: what an empty feed says, which may not ask the clock."""
    changes = (event.history.modified for event in site.calendar.events)
    return max(changes, default=datetime(2026, 1, 1, tzinfo=UTC))
