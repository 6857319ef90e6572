"""Feeds: a selection of the calendar in one's own calendar, feed reader or program.

A feed is the same for every language: its texts are in the default language of the region.
"""

from __future__ import annotations

from functools import cache, partial
from heapq import nlargest
from itertools import chain
from typing import TYPE_CHECKING

from streekagenda.formats.atom import AtomFeed, CutEntries, atom
from streekagenda.formats.json_feed import JsonFeed, items_of, json_feed
from streekagenda.output import Output
from streekagenda.publications.editions.months import months_from
from streekagenda.publications.feeds import calendars, one_date
from streekagenda.publications.feeds.changes import changes, last_change
from streekagenda.publications.feeds.held import feeds_of
from streekagenda.publications.feeds.news import Writer, by_facets, first_dates, held_again, held_of, news, up_to
from streekagenda.publications.feeds.parts import as_they_were, of_bytes
from streekagenda.recurrence.asked import HELD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from streekagenda.publications.feeds.facets import Facets
    from streekagenda.publications.feeds.held import Feed
    from streekagenda.publications.feeds.news import Held, News
    from streekagenda.publications.site import Site

NEWEST = 200
"""An Atom feed holds so many activities, those that changed last: it is for who follows it."""


def outputs(site: Site) -> Iterator[Output]:
    """Yield every feed of the table of addresses, and the index of them all."""
    yield from calendars.outputs(site)
    yield from for_readers(site)


def for_readers(site: Site) -> Iterator[Output]:
    """Yield the feeds of one-word selections, and of what became different, as Atom and as JSON Feed."""
    asked, former, writer = site.index.asked, site.former, Writer(site)

    coming = cache(partial(first_dates, site))

    @cache
    def of_all() -> Mapping[Facets, Sequence[News]]:
        return by_facets(news(site))

    def held(feed: Feed) -> Held:
        last = None if feed.facets else months_from(site.today, site.region.horizon_months)
        with asked.during():  # each feed asks for what it holds itself
            if former:  # of few feeds that are made again each is looked up, and not what all hold
                return held_again(site, coming(), feed.selection, last)
            found = of_all().get(feed.facets, ())
        return held_of(up_to(found, last) if last else found)

    for feed in asked.each(lambda: feeds_of(site), lambda one: f"news {one.name}"):
        question = (HELD, feed.selection, site.today, None)
        asked.note(question)
        same = former is not None and question not in former.touched
        yield from _news(site, feed, cache(partial(held, feed)), writer, same=same)
    yield from changes(site)


def single_dates(site: Site) -> Iterator[Output]:
    """Yield the next date of each event as a file of its own, which is no feed."""
    yield from one_date.outputs(site)


def _news(site: Site, feed: Feed, held: Callable[[], Held], writer: Writer, *, same: bool) -> Iterator[Output]:
    """Yield a feed as Atom and as JSON Feed; ``same``: it is what it was in the former site."""
    former = site.former
    yield Output(path=site.addresses.feed(feed.selection, "atom"), make=partial(_atom, site, feed, held, writer))

    def path(number: int) -> str:
        return site.addresses.feed(feed.selection, "json", part=number)

    @cache
    def before() -> list[list[bytes]]:
        return [items_of(former.read(one)) for one in former.parts(path)] if former else []

    @cache
    def parts() -> list[list[bytes]]:
        return of_bytes(writer.items(held(), list(chain.from_iterable(before()))))

    as_before = [False for _ in former.parts(path)] if former and same else as_they_were(before(), parts())
    for number, stays in enumerate(as_before, 1):
        yield Output(path=path(number), make=partial(_json, site, feed, path, parts, number), stays=stays)


def _atom(site: Site, feed: Feed, find: Callable[[], Held], writer: Writer) -> bytes:
    addresses, language, held = site.addresses, site.region.language, find()
    events = held.events
    newest = nlargest(NEWEST, range(len(events)), key=lambda at: (events[at].history.modified, events[at].id))
    path = addresses.feed(feed.selection, "atom")
    before = CutEntries(site.former.read(path) if site.former else b"")
    head = AtomFeed(
        id=addresses.absolute(path),
        title=feed.title,
        language=language,
        updated=events[newest[0]].history.modified if newest else last_change(site),
        author=site.words[language].text(site.region.title).text,
        self_url=addresses.absolute(path),
        page_url=addresses.absolute(feed.page),
    )
    return atom(head, [writer.entry(held, at, before) for at in newest])


def _json(
    site: Site, feed: Feed, path: Callable[[int], str], parts: Callable[[], Sequence[Sequence[bytes]]], number: int
) -> bytes:
    addresses, language, found = site.addresses, site.region.language, parts()
    head = JsonFeed(
        title=feed.title,
        language=language,
        author=site.words[language].text(site.region.title).text,
        feed_url=addresses.absolute(path(number)),
        page_url=addresses.absolute(feed.page),
        next_url=addresses.absolute(path(number + 1)) if number < len(found) else None,
        about=addresses.absolute(f"{addresses.page('subscribe', language)}#data"),
    )
    return json_feed(head, found[number - 1])
