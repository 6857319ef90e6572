"""The cards of one language: an occurrence as it stands in a list.

A card stands in many lists: of its neighbourhood, its topics, its month, and in their embeds. So it is made once for all
dates that are alike, with gaps for what differs: the day, and the ways from a page. All cards of a day are filled in at once.
"""

from __future__ import annotations

import re
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from streekagenda.formats.gaps import gap, pattern
from streekagenda.model.occurrence import Occurrence, first_day
from streekagenda.model.schedule import MIDNIGHT, ONE_DAY
from streekagenda.publications.colours import accent_class
from streekagenda.publications.editions.coming import as_attribute, until
from streekagenda.publications.editions.facets import days_of_the_week, facets_of
from streekagenda.publications.editions.once import once
from streekagenda.urls import relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, timedelta

    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

ROOT, DRAWINGS = "root", "drawings"
"""Gaps of cards: the way from a page to the site's root, or to the home page, and to the file of drawings."""
_DRAWING = re.compile('<use href="#([^"]+)"')
_NONE: frozenset[str] = frozenset()


class Joined(NamedTuple):
    """The cards of some dates."""

    cards: bytes
    drawings: frozenset[str]
    """The drawings that they refer to."""
    ends: datetime
    """When all of these dates lie behind."""


class _Alike(NamedTuple):
    """What the dates of one likeness share."""

    card: bytes
    """With gaps for the day, where it stands for one day."""
    drawings: frozenset[str]
    lasts: timedelta
    """When a date lies behind, from the midnight with which it begins."""


class CardsOfDates:
    """Makes the cards of dates in one language, for its pages and its embeds."""

    def __init__(self, site: Site, words: Words) -> None:
        self._site = site
        self._words = words
        self._home = site.addresses.home(words.language)
        self._alike: dict[tuple[object, ...], _Alike] = {}
        self._drawings: dict[frozenset[str], frozenset[str]] = {}
        # by identity: the dates are those of the timeline, which stays
        self._usual: dict[tuple[int, int], _Alike] = {}
        self._later: dict[int, bytes] = {}
        self._of_days: dict[date, tuple[dict[bytes, bytes], datetime]] = {}

    def joined(self, occurrences: Iterable[Occurrence], ways: Mapping[bytes, bytes]) -> Joined:
        """Return the cards of dates, of which there is one at least, as list items; ``ways`` are those from their page."""
        cards, ends = [], []
        drawings: set[frozenset[str]] = set()
        for day, some in groupby(occurrences, key=first_day):
            alike, named, last = zip(*map(self._card, some), strict=True)
            filling, midnight = self._of_day(day)
            cards.append(b"".join(alike) % {**filling, **ways})
            drawings.update(named)
            ends.append(midnight + max(last))
        return Joined(b"".join(cards), _NONE.union(*drawings), max(ends))

    def _card(self, occurrence: Occurrence) -> _Alike:
        moment = occurrence.moment
        if type(occurrence) is not Occurrence or moment.first != moment.last:
            return self._of_likeness(occurrence)
        key = (id(occurrence.circumstances), id(moment.hours))
        found = self._usual.get(key)
        if found is None:
            found = self._usual[key] = self._of_likeness(occurrence)
        return found

    def _of_likeness(self, occurrence: Occurrence) -> _Alike:
        likeness = likeness_of(occurrence)
        found = self._alike.get(likeness)
        if found is None:
            found = self._alike[likeness] = self._make(occurrence)
        return found

    def line(self, occurrence: Occurrence) -> bytes:
        """Return the next date of what goes on after the days of a list, as a list item with a gap for the way home."""
        line = self._later.get(id(occurrence))
        if line is None:
            address = self._site.addresses.occurrence(occurrence, self._words.language)
            text = self._site.renderer.render(
                "later.html",
                self._words,
                one=occurrence,
                today=self._site.today,
                address=gap(ROOT) + relative(address, self._home),
                until=as_attribute(until(occurrence.moment)),
                facets=facets_of(self._site).as_attribute(occurrence),
            )
            line = self._later[id(occurrence)] = pattern(text).encode()
        return line

    def _of_day(self, day: date) -> tuple[dict[bytes, bytes], datetime]:
        """Return what fills the gaps of a card that stands for one day, and when that day begins."""
        found = self._of_days.get(day)
        if found is None:
            iso = day.isoformat()
            filling = {
                "day": iso,
                "next": (day + ONE_DAY).isoformat(),
                "fragment": "" if day < self._site.today else f"#{iso}",
                "weekdays": " ".join(days_of_the_week(day, day)),
            }
            in_bytes = {name.encode(): filled.encode() for name, filled in filling.items()}
            found = self._of_days[day] = in_bytes, datetime.combine(day, MIDNIGHT)
        return found

    def _make(self, occurrence: Occurrence) -> _Alike:
        """Return the card of all dates that are like this one, with gaps for the day where it stands for one day."""
        first, last, ends = occurrence.moment.first, occurrence.moment.last, until(occurrence.moment)
        if first == last:
            fragment, weekdays = gap("fragment"), gap("weekdays")
            ended = f"{gap('day' if ends.date() == first else 'next')}T{ends:%H:%M}"
        else:
            fragment = "" if last < self._site.today else f"#{first.isoformat()}"
            weekdays, ended = " ".join(days_of_the_week(first, last)), as_attribute(ends)
        card = self._site.renderer.render(
            "card.html",
            self._words,
            occurrence=occurrence,
            today=self._site.today,
            address=self._site.addresses.page("event", self._words.language, occurrence.event.id),
            root=gap(ROOT),
            fragment=fragment,
            until=ended,
            facets=" ".join((*facets_of(self._site).of(occurrence), weekdays)),
            accent=accent_class,
            embedded=True,  # it refers to drawings as an embed does
        )
        drawings = frozenset(_DRAWING.findall(card))
        return _Alike(
            card=pattern(card.replace('<use href="#', f'<use href="{gap(DRAWINGS)}#')).encode(),
            drawings=self._drawings.setdefault(drawings, drawings),
            lasts=ends - datetime.combine(first, MIDNIGHT),
        )


@once
def cards_of_dates(site: Site, language: str) -> CardsOfDates:
    """Return what makes the cards of a language."""
    return CardsOfDates(site, site.words[language])


def likeness_of(occurrence: Occurrence) -> tuple[object, ...]:
    """Return what two occurrences share if what is said of them differs by their day alone.

    By identity where that will do: hashing an event would read all of it.
    """
    moment, circumstances = occurrence.moment, occurrence.circumstances
    usual = occurrence.planned is moment and moment.first == moment.last and occurrence.moved_to is None
    return (
        circumstances.event.id,
        id(moment.hours),
        circumstances.status,
        id(circumstances.title),
        id(circumstances.place),
        id(circumstances.price),
        id(circumstances.booking),
        id(circumstances.note),
        None if usual else (occurrence.planned, moment, occurrence.moved_to),
    )
