"""What stands under each UID in every feed that holds it; of an event that is as it was, what the last build remarked."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.json import Decoder, encode

from streekagenda.formats.ical_rules import Broken, refuse
from streekagenda.model.freshness import faded
from streekagenda.publications.editions.months import months_from
from streekagenda.publications.feeds.facets import chosen_by, together
from streekagenda.publications.feeds.series_parts import Window
from streekagenda.publications.feeds.shelf import Shelf, taken
from streekagenda.publications.feeds.vevents import vevents_of
from streekagenda.recurrence.questions import as_text, facets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streekagenda.model.event import Event
    from streekagenda.publications.feeds.facets import Facets
    from streekagenda.publications.feeds.shelf import Piece
    from streekagenda.publications.site import Site

MONTHS_BACK = 3
"""A feed holds what has a date after so many months ago."""


class FeedEntry(Struct, frozen=True, kw_only=True, array_like=True):
    """One UID, a date or a series with its changed dates, as far as feeds need to know of it to say what they hold."""

    event: str
    """The id of its event."""
    uid: str
    size: int
    """How many VEVENTs it is."""
    octets: int
    """How long these are."""
    modified: datetime
    first: date
    last: date
    """The last day that it touches; ``LAST_DAY`` for a series without an end."""
    recent: bool
    """Whether it has a date that is not long past."""
    chosen: tuple[str, ...]
    """By what its recent dates can be chosen, each kind of date once, as one text: of twenty thousand few are asked
    for more than a word of it. Nothing where it faded from the lists."""

    def facets(self) -> Iterable[Facets]:
        """Return what each feed selects by that holds it."""
        return dict.fromkeys(chain.from_iterable(map(_together, self.chosen)))


@lru_cache(maxsize=100)
def _together(chosen: str) -> tuple[Facets, ...]:
    return tuple(together(facets_of(chosen)))


class Entries:
    """The entries of each event, made once for all the feeds that hold them."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._window = Window.around(site.today, site.region.horizon_months)
        self._since = months_from(site.today, -MONTHS_BACK)
        """The first day that is not long past."""
        self._events = {event.id: event for event in site.calendar.events}
        self.place = {event: at for at, event in enumerate(self._events)}
        """Of each event by its id, in the order in which feeds hold them."""
        self._shelf = Shelf()
        self._made: dict[str, tuple[tuple[FeedEntry, ...], dict[str, Piece]]] = {}

    def __iter__(self) -> Iterator[FeedEntry]:
        """Go through those of all events, in the order of their ids.

        Raises:
            BrokenFeed: if two entries have one UID, of which calendars keep but one; that is a mistake of ours.
        """
        former, found = self._site.former, list[FeedEntry]()
        said = dict(former.remarks.items()) if former else {}
        for event in self._events:
            if former is None or event in former.changed:
                found += self._of(event)[0]
            elif event in said:
                found += _read(said[event])
        uids = [entry.uid for entry in found]
        if len(set(uids)) < len(uids):
            times = Counter(uids).items()
            refuse(Broken(rule=1, found=f"UID:{uid} ({number})") for uid, number in times if number > 1)
        return iter(found)

    def of(self, event_id: str) -> tuple[FeedEntry, ...]:
        """Return those of an event; none where there is no such event."""
        former = self._site.former
        if former and event_id not in former.changed:
            return self.remarked(event_id)
        return self._of(event_id)[0]

    def remarked(self, event_id: str) -> tuple[FeedEntry, ...]:
        """Return those that an event had in the former site; an event without a feed is in no other feed either."""
        former = self._site.former
        said = former.remarks.get(event_id) if former else None
        return _read(said) if said else ()

    def content(self, entry: FeedEntry) -> bytes:
        """Return the VEVENTs of an entry."""
        return taken(self._of(entry.event)[1][entry.uid])

    def _of(self, event_id: str) -> tuple[tuple[FeedEntry, ...], dict[str, Piece]]:
        found = self._made.get(event_id)
        if found is None:
            event = self._events.get(event_id)
            made = tuple(self._make(event)) if event else ()
            found = self._made[event_id] = (
                tuple(one for one, _ in made),
                {one.uid: self._shelf.put(content) for one, content in made},
            )
        return found

    def _make(self, event: Event) -> Iterator[tuple[FeedEntry, bytes]]:
        gone = faded(event, self._site.today)
        for found, content in vevents_of(self._site, event, self._window):
            recent = [one.occurrence for one in found if one.last >= self._since]
            entry = FeedEntry(
                event=event.id,
                uid=found[0].uid,
                size=len(found),
                octets=len(content),
                modified=max(one.modified for one in found),
                first=min(one.occurrence.moment.first for one in found),
                last=max(one.last for one in found),
                recent=bool(recent),
                chosen=() if gone else tuple(map(as_text, dict.fromkeys(map(chosen_by, recent)))),
            )
            yield entry, content


# ── as a remark ───────────────────────────────────────────────────────────────────────────────────────────────────────


def remark(found: Sequence[FeedEntry]) -> str:
    """Return the entries of an event as a text, for the next build."""
    return encode(found).decode()


_read = Decoder(tuple[FeedEntry, ...]).decode
