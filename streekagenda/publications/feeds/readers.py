"""The feeds of one-word selections as Atom and as JSON Feed. Of one that holds a changed event all else is taken from its former self."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, cached_property, partial
from heapq import nlargest
from itertools import chain
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from streekagenda.formats.atom import AtomFeed, atom, entries_of
from streekagenda.formats.json_feed import JsonFeed, items_of, json_feed, page_of, without_pages
from streekagenda.output import Output
from streekagenda.publications.editions.months import months_from
from streekagenda.publications.feeds.changes import changes, last_change
from streekagenda.publications.feeds.held import feeds_of
from streekagenda.publications.feeds.news import Writer, by_facets, held_of, news, up_to
from streekagenda.publications.feeds.parts import as_they_were, of_bytes
from streekagenda.recurrence.asked import HELD
from streekagenda.recurrence.expansion import order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from streekagenda.model.event import Event
    from streekagenda.publications.feeds.facets import Facets
    from streekagenda.publications.feeds.held import Feed
    from streekagenda.publications.feeds.news import News
    from streekagenda.publications.site import Site

NEWEST = 200
"""An Atom feed holds so many activities, those that changed last: it is for who follows it."""


def outputs(site: Site) -> Iterator[Output]:
    """Yield the feeds of one-word selections, and of what became different, as Atom and as JSON Feed."""
    asked, former, writer = site.index.asked, site.former, Writer(site)
    of_all = cache(lambda: by_facets(news(site)))
    for feed in asked.each(lambda: feeds_of(site), lambda one: f"news {one.name}"):
        question = (HELD, feed.selection, site.today, None)
        asked.note(question)
        same = former is not None and question not in former.touched
        yield from _News(site=site, feed=feed, of_all=of_all, writer=writer).outputs(same=same)
    yield from changes(site)


class _News(Struct, frozen=True, kw_only=True, dict=True):
    """One of these feeds, in both forms."""

    site: Site
    feed: Feed
    of_all: Callable[[], Mapping[Facets, Sequence[News]]]
    """Gives what each feed holds; of few that are made again each is looked up."""
    writer: Writer

    def outputs(self, *, same: bool) -> Iterator[Output]:
        """Yield it as Atom, and the parts of it as JSON Feed; ``same``: it is what it was in the former site."""
        site, former = self.site, self.site.former
        yield Output(path=site.addresses.feed(self.feed.selection, "atom"), make=self._atom)
        if former and same:
            as_before = [False for _ in former.parts(self._path)]
        else:
            as_before = as_they_were(self._before, self._parts)
        for number, stays in enumerate(as_before, 1):
            yield Output(path=self._path(number), make=partial(self._json, number), stays=stays)

    def _atom(self) -> bytes:
        addresses, language = self.site.addresses, self.site.region.language
        path = addresses.feed(self.feed.selection, "atom")
        newest = self._newest()
        head = AtomFeed(
            id=addresses.absolute(path),
            title=self.feed.title,
            language=language,
            updated=newest[0][0].history.modified if newest else last_change(self.site),
            author=self.site.words[language].text(self.site.region.title).text,
            self_url=addresses.absolute(path),
            page_url=addresses.absolute(self.feed.page),
        )
        return atom(head, [entry for _, entry in newest])

    def _json(self, number: int) -> bytes:
        addresses, language, found = self.site.addresses, self.site.region.language, self._parts
        head = JsonFeed(
            title=self.feed.title,
            language=language,
            author=self.site.words[language].text(self.site.region.title).text,
            feed_url=addresses.absolute(self._path(number)),
            page_url=addresses.absolute(self.feed.page),
            next_url=addresses.absolute(self._path(number + 1)) if number < len(found) else None,
            about=addresses.absolute(f"{addresses.page('subscribe', language)}#data"),
        )
        return json_feed(head, found[number - 1])

    def _path(self, number: int) -> str:
        return self.site.addresses.feed(self.feed.selection, "json", part=number)

    # ── what it holds ─────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _last(self) -> date | None:
        """The last day on which what it holds begins."""
        return None if self.feed.facets else months_from(self.site.today, self.site.region.horizon_months)

    @cached_property
    def _held(self) -> Sequence[News]:
        """All that it holds, in the order of the next dates."""
        with self.site.index.asked.during():  # each feed asks for what it holds itself
            found = (
                news(self.site, self.feed.selection) if self.site.former else self.of_all().get(self.feed.facets, ())
            )
        return up_to(found, self._last) if self._last else found

    @cached_property
    def _changed(self) -> Sequence[News]:
        """What it holds of the events that are other ones than in the former site."""
        former, events = self.site.former, self.writer.events
        changed = filter(None, map(events.get, former.changed)) if former else ()
        return list(filter(None, map(self._of, changed)))

    def _of(self, event: Event) -> News | None:
        coming = self.writer.coming(event)
        return held_of(coming, self.feed.selection, self._last) if coming else None

    # ── as Atom ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _newest(self) -> list[tuple[Event, bytes]]:
        """Return what changed last, the newest first, with the entry of each."""
        former, writer = self.site.former, self.writer
        before = entries_of(former.read(self.site.addresses.feed(self.feed.selection, "atom"))) if former else None
        if former and before is not None:
            ids = {writer.event_at(page): entry for page, entry in before.items()}
            kept = [(writer.events[one], entry) for one, entry in ids.items() if one not in former.changed]
            newest = nlargest(NEWEST, [*kept, *((one.event, writer.entry(one)) for one in self._changed)], key=_age)
            # what did not stand there is older than all that did
            if len(before) < NEWEST or (kept and len(newest) == NEWEST and _age(newest[-1]) >= _age(kept[-1])):
                return newest
        held = nlargest(NEWEST, ((one.event, one) for one in self._held), key=_age)
        return [(event, writer.entry(one)) for event, one in held]

    # ── as JSON Feed ──────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _before(self) -> list[list[bytes]]:
        """The items of each part of its former self; none where that is not known, or not whole."""
        former = self.site.former
        found = [items_of(former.read(one)) for one in former.parts(self._path)] if former else []
        whole = [items for items in found if items is not None]
        return whole if len(whole) == len(found) else []

    @cached_property
    def _parts(self) -> list[list[bytes]]:
        return of_bytes(self._items())

    def _items(self) -> list[bytes]:
        former, writer = self.site.former, self.writer
        if former is None or not self._before:
            return list(map(writer.item, self._held))
        # those of events that are as they were stand in the same order, for nothing of their dates is another one
        items = without_pages(chain.from_iterable(self._before), map(writer.page, former.changed))
        for one in self._changed:
            at = bisect_left(items, order(one.dates[0]), key=self._order_of)
            items.insert(at, writer.item(one))
        return items

    def _order_of(self, item: bytes) -> tuple[datetime, str, str, datetime, bool]:
        held = cast("News", self._of(self.writer.events[self.writer.event_at(page_of(item))]))
        return order(held.dates[0])


def _age(one: tuple[Event, object]) -> tuple[datetime, str]:
    return one[0].history.modified, one[0].id
