"""The cards of one language: an occurrence as it stands in a list.

A card stands in many lists: of its neighbourhood, its topics, its month. So it is made once for all dates that are
alike, with gaps for what differs: the link to the site's home, and the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from streekagenda.publications.colours import accent_class
from streekagenda.publications.editions.coming import until
from streekagenda.publications.editions.facets import days_of_the_week, facets, facets_of
from streekagenda.urls import relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

# Control characters, which no text of a partner may hold.
_ROOT, _FRAGMENT, _DAY, _UNTIL, _WEEKDAYS = "\x01", "\x02", "\x03", "\x04", "\x05"
_NEVER_ASKED = ("place:", "organisation:", "campaign:")
_GAPS = {_FRAGMENT: "fragment", _DAY: "day", _UNTIL: "until", _WEEKDAYS: "weekdays"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """A day of a list, with the cards of what happens on it."""

    day: date
    cards: Markup
    count: int
    until: datetime
    """When all of it lies behind."""
    past: bool
    """Whether it does so already: it shows what has been, and stays."""


class Cards:
    """Makes the cards of one language, for pages or for embeds."""

    def __init__(self, site: Site, words: Words, *, embedded: bool) -> None:
        self._site = site
        self._words = words
        self._embedded = embedded
        self._made: dict[tuple[object, ...], str] = {}
        self._later: dict[int, str] = {}
        self._named: dict[date, Markup] = {}

    def days(self, occurrences: Iterable[Occurrence], page: str, *, first: date) -> tuple[Day, ...]:
        """Return occurrences by day, for a list on ``page``; what began before ``first`` stands on that day."""
        found, now = [], self._site.timeline.now
        for day, group in groupby(occurrences, key=lambda one: max(one.moment.first, first)):
            on_day = [(one, until(one.moment)) for one in group]
            end = max(ends for _, ends in on_day)
            found.append(Day(day=day, cards=self._joined(on_day, page), count=len(on_day), until=end, past=end <= now))
        return tuple(found)

    def joined(self, occurrences: Iterable[Occurrence], page: str) -> Markup:
        """Return the cards of occurrences as list items, for a list on ``page``."""
        return self._joined([(one, until(one.moment)) for one in occurrences], page)

    def later(self, occurrences: Iterable[Occurrence], page: str) -> Markup:
        """Return the next dates of what goes on after the days of a list on ``page``, as list items."""
        addresses, language = self._site.addresses, self._words.language
        lines = [
            self._line(one).replace(_ROOT, escape(relative(addresses.occurrence(one, language), page)))
            for one in occurrences
        ]
        return Markup("".join(lines))  # noqa: S704 -- from a template

    def _line(self, occurrence: Occurrence) -> str:
        line = self._later.get(id(occurrence))  # by identity: the dates are those of the timeline, which stays
        if line is None:
            line = self._later[id(occurrence)] = self._site.renderer.render(
                "later.html",
                self._words,
                one=occurrence,
                today=self._site.today,
                address=_ROOT,
                until=as_attribute(until(occurrence.moment)),
                facets=facets_of(self._site).as_attribute(occurrence),
            )
        return line

    def day_name(self, day: date) -> Markup:
        """Return the name of a day, before it today and tomorrow in words, which page.js keeps right within ``data-day``."""
        name = self._named.get(day)
        if name is None:
            words, today = self._words, self._site.today
            near = escape(words.capital(words.relative_day(day, today)))
            said = escape(words.capital(words.day_month(day) if day.year == today.year else words.day(day)))
            name = self._named[day] = Markup(f'<span class="is-near">{near}</span> {said}')  # noqa: S704 -- escaped
        return name

    def _joined(self, occurrences: Iterable[tuple[Occurrence, datetime]], page: str) -> Markup:
        cards = "".join([self._card(one, ends) for one, ends in occurrences])
        return Markup(cards.replace(_ROOT, relative("", page)))  # noqa: S704 -- from a template

    def _card(self, occurrence: Occurrence, ends: datetime) -> str:
        likeness = _likeness(occurrence)
        card = self._made.get(likeness)
        if card is None:
            card = self._made[likeness] = self._make(occurrence)
        moment = occurrence.moment
        day = moment.first.isoformat()
        return card % {
            "fragment": "" if moment.last < self._site.today else f"#{day}",
            "day": day,
            "until": as_attribute(ends),
            "weekdays": " ".join(days_of_the_week(occurrence)),
        }

    def _make(self, occurrence: Occurrence) -> str:
        card = self._site.renderer.render(
            "card.html",
            self._words,
            occurrence=occurrence,
            today=self._site.today,
            address=self._site.addresses.page("event", self._words.language, occurrence.event.id),
            embedded=self._embedded,
            root=_ROOT,
            fragment=_FRAGMENT,
            day=_DAY,
            until=_UNTIL,
            facets=" ".join((*self._facets(occurrence), _WEEKDAYS)),
            accent=accent_class,
        )
        card = card.replace("%", "%%")
        for gap, name in _GAPS.items():
            card = card.replace(gap, f"%({name})s")
        return card

    def _facets(self, occurrence: Occurrence) -> Iterator[str]:
        """Yield what a card can be chosen by; in an embed without what no address asks for, so that it is light."""
        return (one for one in facets(occurrence) if not (self._embedded and one.startswith(_NEVER_ASKED)))


def as_attribute(moment: datetime) -> str:
    """Return a moment as ``data-until`` and ``data-from`` say it: wall-clock time, ISO 8601 to the minute."""
    return moment.isoformat(timespec="minutes")


def _likeness(occurrence: Occurrence) -> tuple[object, ...]:
    """Return what two occurrences share if their cards differ by their day alone.

    By identity where that will do: hashing an event would read all of it.
    """
    alone = occurrence.moved or occurrence.moved_to is not None or occurrence.moment.first != occurrence.moment.last
    return (
        occurrence.event.id,
        id(occurrence.moment.hours),
        occurrence.status,
        id(occurrence.title),
        id(occurrence.place),
        id(occurrence.price),
        id(occurrence.booking),
        id(occurrence.note),
        (occurrence.planned, occurrence.moment, occurrence.moved_to) if alone else None,
    )
