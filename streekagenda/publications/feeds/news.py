"""Activities as entries of Atom and JSON Feed: for people who follow what is new, and for programs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.formats import iso8601
from streekagenda.formats.atom import AtomEntry, atom_entry
from streekagenda.formats.json_feed import JsonFeedItem, json_feed_item
from streekagenda.model.details import Status
from streekagenda.model.freshness import faded
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.wording import description, location, title
from streekagenda.publications.feeds.facets import chosen_by
from streekagenda.publications.feeds.shelf import Shelf, taken
from streekagenda.recurrence.expansion import order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from streekagenda.formats.atom import CutEntries
    from streekagenda.formats.json_feed import CutItems
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
    """Return the activities of a selection with a date from today on, in the order of their next dates there."""
    dates: defaultdict[str, list[Occurrence]] = defaultdict(list)
    today = site.today
    for one in site.index.select(selection, today):
        if one.moved_to is None:
            dates[one.circumstances.event.id].append(one)
    found = (News(event=of_event[0].event, dates=tuple(of_event)) for of_event in dates.values())
    return tuple(one for one in found if not faded(one.event, today))


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

    It is what :func:`news` says of its selection; activities that two hold with all of their dates are the same there.
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


def _with(one: News, dates: Sequence[Occurrence]) -> News:
    return one if len(dates) == len(one.dates) else replace(one, dates=tuple(dates))


class Writer:
    """Puts activities into words, once for all the feeds that hold the same dates of them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._words = site.words[site.region.language]
        self._shelf = Shelf()
        self._written: dict[News, tuple[Piece, Piece]] = {}

    def entry(self, one: News, before: CutEntries) -> bytes:
        """Return an activity as an entry of an Atom feed; that of the feed as it was before where it is the same."""
        return (before.of(self._id(one.event)) if self._is_same(one) else None) or taken(self.write(one)[0])

    def item(self, one: News, before: CutItems) -> bytes:
        """Return an activity as an item of a JSON Feed, in the same way."""
        return (before.of(self._id(one.event)) if self._is_same(one) else None) or taken(self.write(one)[1])

    def _is_same(self, one: News) -> bool:
        former = self._site.former
        return former is not None and one.event.id not in former.changed

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
            url=self._page(event),
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
            url=self._page(event),
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

    def _page(self, event: Event) -> str:
        addresses = self._site.addresses
        return addresses.absolute(addresses.page("event", self._words.language, event.id))

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
        told = description(words, usual, words.schedule_full(event.schedule), self._page(event))
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
