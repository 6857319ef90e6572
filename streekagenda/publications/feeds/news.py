"""Activities as entries of Atom and JSON Feed: for people who follow what is new, and for programs."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.formats import iso8601
from streekagenda.formats.atom import AtomEntry, atom_entry
from streekagenda.formats.json_feed import JsonFeedItem, json_feed_item
from streekagenda.model.details import Status
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import faded_events
from streekagenda.publications.editions.wording import description, location, title
from streekagenda.publications.feeds.facets import chosen_by
from streekagenda.publications.feeds.shelf import Shelf, taken
from streekagenda.recurrence.expansion import order
from streekagenda.recurrence.instances import last_touched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.feeds.facets import Facets
    from streekagenda.publications.feeds.shelf import Piece
    from streekagenda.publications.site import Site

_ALL = Selection()
NEXT_DATES = 10
"""So many dates of an activity are named to programs."""


class News(Struct, frozen=True, kw_only=True, eq=False):
    """One activity with the dates that a selection holds of it; the same one in all that hold all of its dates."""

    event: Event
    dates: tuple[Occurrence, ...]
    """In order of time; not those that only say where a date went."""


def news(site: Site, selection: Selection = _ALL) -> tuple[News, ...]:
    """Return the activities of which a selection holds a date from today on, in the order of their next dates."""
    dates: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for one in site.index.select(selection, site.today):
        if one.moved_to is None:
            dates[one.circumstances.event.id].append(one)
    without = faded_events(site)
    return tuple(News(event=of[0].event, dates=tuple(of)) for event, of in dates.items() if event not in without)


def news_of(site: Site, event: Event) -> News | None:
    """Return an activity as :func:`news` does, where it is among these; who asks for a feed has asked for what it holds."""
    with site.index.asked.during():
        found = site.index.of(event)
    dates = [one for one in found if one.moved_to is None and last_touched(one.moment) >= site.today]
    return News(event=event, dates=tuple(dates)) if dates and event.id not in faded_events(site) else None


def up_to(found: Iterable[News], last: date) -> tuple[News, ...]:
    """Return what there is of some activities up to a day."""
    held = []
    for one in found:
        dates = one.dates if one.dates[-1].moment.first <= last else [d for d in one.dates if d.moment.first <= last]
        if dates:
            held.append(_with(one, dates))
    return tuple(held)


def by_facets(found: Iterable[News]) -> Mapping[Facets, Sequence[News]]:
    """Return what each feed of everything or of one thing holds of some activities, in the order of their next dates there.

    Activities that two hold with all of their dates are the same there.
    """
    held: defaultdict[Facets, list[News]] = defaultdict(list)
    partly = set()
    for one in found:
        # what a date belongs to it shares with all of its event at the same place
        alike: defaultdict[int, list[Occurrence]] = defaultdict(list)
        for date in one.dates:
            alike[id(date.place)].append(date)
        dates_by: defaultdict[Facets, list[Occurrence]] = defaultdict(list)
        for dates in alike.values():
            for facets in ((), *((facet,) for facet in chosen_by(dates[0]))):
                dates_by[facets] += dates
        for facets, dates in dates_by.items():
            if len(dates) < len(one.dates):
                partly.add(facets)
            held[facets].append(_with(one, sorted(dates, key=order) if len(alike) > 1 else dates))
    for facets in partly:
        held[facets].sort(key=lambda one: order(one.dates[0]))
    return held


def held_of(one: News, selection: Selection, last: date | None) -> News | None:
    """Return what a selection holds of an activity up to a day."""
    dates = [date for date in one.dates if selection.holds(date) and (last is None or date.moment.first <= last)]
    return _with(one, dates) if dates else None


def _with(one: News, dates: Sequence[Occurrence]) -> News:
    return one if len(dates) == len(one.dates) else replace(one, dates=tuple(dates))


class Writer:
    """Puts activities into words, once for all the feeds that hold the same dates of them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._words = site.words[site.region.language]
        self._shelf = Shelf()
        self._written: dict[News, tuple[Piece, Piece]] = {}
        self._coming: dict[str, News | None] = {}
        self._pages = site.addresses.absolute(site.addresses.page("event", self._words.language))

    def coming(self, event: Event) -> News | None:
        """Return :func:`news_of` an event, the same one for each feed."""
        if event.id not in self._coming:
            self._coming[event.id] = news_of(self._site, event)
        return self._coming[event.id]

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Each event by its id; as of :func:`news_of`."""
        with self._site.index.asked.during():
            return {event.id: event for event in self._site.calendar.events}

    def page(self, event_id: str) -> str:
        """Return the address of the page of an event."""
        return f"{self._pages}{event_id}/"

    def event_at(self, page: str) -> str:
        """Return the id of the event that has a page."""
        return page.removeprefix(self._pages).removesuffix("/")

    def entry(self, one: News) -> bytes:
        """Return an activity as an entry of an Atom feed."""
        return taken(self.write(one)[0])

    def item(self, one: News) -> bytes:
        """Return an activity as an item of a JSON Feed."""
        return taken(self.write(one)[1])

    def write(self, one: News) -> tuple[Piece, Piece]:
        """Return an activity as an entry of an Atom feed and as an item of a JSON Feed, as they are kept."""
        found = self._written.get(one)
        if found is None:
            when, content = self._when(one.event), self._content(one)
            put = self._shelf.put
            found = put(atom_entry(self._atom(one, when, content))), put(json_feed_item(self._item(one, when, content)))
            self._written[one] = found
        return found

    def _atom(self, one: News, when: str, content: str) -> AtomEntry:
        event, words = one.event, self._words
        return AtomEntry(
            id=self._id(event),
            title=title(words, event.title, event.status),
            url=self.page(event.id),
            published=event.history.created,
            updated=event.history.modified,
            summary=when,
            content=content,
            authors=tuple(words.text(organiser.name).text for organiser in event.organisers),
            categories=tuple((topic.id, words.text(topic.name).text) for topic in event.topics),
        )

    def _item(self, one: News, when: str, content: str) -> JsonFeedItem:
        event, words = one.event, self._words
        first = one.dates[0]
        where = location(words, first)
        return JsonFeedItem(
            id=self._id(event),
            title=title(words, event.title, event.status),
            url=self.page(event.id),
            summary=when,
            content=content,
            published=event.history.created,
            modified=event.history.modified,
            authors=tuple(words.text(organiser.name).text for organiser in event.organisers),
            tags=tuple(words.text(topic.name).text for topic in event.topics),
            streekagenda={
                **self._date(first),
                "place": where,
                "url": self._site.addresses.absolute(self._site.addresses.occurrence(first, words.language)),
                "dates": [
                    self._date(date) | ({} if (other := location(words, date)) == where else {"place": other})
                    for date in one.dates[:NEXT_DATES]
                ],
            },
        )

    def _id(self, event: Event) -> str:
        """Return a ``tag:`` (RFC 4151) that stays when the address of the page changes, since the UID does."""
        name, at, host = event.uid.rpartition("@")
        return f"tag:{host if at else self._site.addresses.host},2026:event/{quote(name or event.uid, safe='/.-_')}"

    def _when(self, event: Event) -> str:
        """Return one sentence on its dates; of what is off as a whole nothing, for then it would say what is not so."""
        off = event.status in {Status.CANCELLED, Status.POSTPONED}
        return "" if off else self._words.schedule_sentence(event.schedule, today=self._site.today)

    def _content(self, one: News) -> str:
        """Return what differs on a coming date, and then the story of a date that is as planned."""
        words, event = self._words, one.event
        usual = next((date for date in one.dates if date.takes_place and not date.moved), one.dates[0])
        changes = [
            " ".join(
                (f"{words.status(date)}: {words.moment(date.moment)}.", words.text(date.note).text if date.note else "")
            )
            for date in one.dates
            if date.moved or date.status is not event.status
        ]
        told = description(words, usual, words.schedule_full(event.schedule), self.page(event.id))
        return "\n\n".join([*(["\n".join(changes)] if changes else []), told])

    def _date(self, date: Occurrence) -> JsonObject:
        zone = self._site.region.timezone
        start, end = iso8601.start_and_end(date.moment, zone)
        return {
            "start": start,
            "end": end,
            "all_day": date.moment.all_day,
            "status": str(date.status),
            **({"planned": iso8601.start(date.planned, zone)} if date.moved else {}),
        }
