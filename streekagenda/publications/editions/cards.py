"""The cards of one language: an occurrence as it stands in a list.

A card stands in many lists: of its neighbourhood, its topics, its month. So it is made once for all dates that are
alike, with gaps for what differs: the day, filled in once for a date, and the way to the site's root.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from streekagenda.model.schedule import MIDNIGHT, ONE_DAY
from streekagenda.publications.colours import accent_class
from streekagenda.publications.editions.coming import until
from streekagenda.publications.editions.facets import days_of_the_week, facets_of
from streekagenda.publications.editions.laid import Laid
from streekagenda.publications.editions.once import once
from streekagenda.urls import relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, timedelta

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

# Control characters, which no text of a partner may hold.
_ROOT, _FRAGMENT, _DAY, _UNTIL, _WEEKDAYS = "\x01", "\x02", "\x03", "\x04", "\x05"
_NEVER_ASKED = (b"place:", b"organisation:", b"campaign:")
_NONE: frozenset[str] = frozenset()
_DRAWING = re.compile(b'<use href="[^"#]*#([^"]+)"')
_FACETS = re.compile(b'(?<= data-is=")[^"]*')
_TIME = re.compile(b"<time [^>]*>(.*?)</time>")
_AT_HAND = 4_000
"""So many dates keep their cards, of 2 kB at most: those of the days that are being worked on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """A day of a list, with the cards of what happens on it."""

    day: date
    cards: Markup
    """As list items; a mark of :class:`streekagenda.publications.editions.laid.Laid`."""
    count: int
    until: datetime
    """When all of it lies behind."""
    past: bool
    """Whether it does so already: it shows what has been, and stays."""


class _Alike(NamedTuple):
    """What the dates of one likeness share."""

    card: bytes
    """With gaps for the day, where it stands for one day."""
    drawings: frozenset[str]
    """The drawings that it refers to as the page's own."""
    lasts: timedelta
    """When a date lies behind, from the midnight with which it begins."""


class _Card(NamedTuple):
    """The card of one date, with the way to the site's root still open."""

    card: bytes
    drawings: frozenset[str]
    ends: datetime
    """When the date lies behind."""


class Cards:
    """Makes the cards of one language, for pages or for embeds; these take theirs from those of the pages."""

    def __init__(self, site: Site, words: Words, of_pages: Cards | None = None) -> None:
        self.laid = Laid()
        self._site = site
        self._words = words
        self._of_pages = of_pages
        self._home = site.addresses.home(words.language)
        self._alike: dict[tuple[object, ...], _Alike] = {}
        # by identity: the dates are those of the timeline, which stays
        self._made: dict[int, _Card] = {}
        self._later: dict[int, bytes] = {}
        self._of_days: dict[date, tuple[dict[bytes, bytes], datetime]] = {}
        self._named: dict[date, Markup] = {}

    def days(self, occurrences: Iterable[Occurrence], page: str, *, first: date) -> tuple[Day, ...]:
        """Return occurrences by day, for a list on ``page``; what began before ``first`` stands on that day."""
        found, now, root = [], self._site.timeline.now, relative("", page)
        for day, group in groupby(occurrences, key=lambda one: max(one.moment.first, first)):
            made = [self._card(one) for one in group]
            end = max(one.ends for one in made)
            found.append(Day(day=day, cards=self._mark(made, root), count=len(made), until=end, past=end <= now))
        return tuple(found)

    def joined(self, occurrences: Iterable[Occurrence], page: str) -> Markup:
        """Return the cards of occurrences as list items, for a list on ``page``."""
        return self._mark([self._card(one) for one in occurrences], relative("", page))

    def later(self, occurrences: Iterable[Occurrence], page: str) -> Markup:
        """Return the next dates of what goes on after the days of a list on ``page``, as list items."""
        lines = b"".join([self._line(one) for one in occurrences])
        return self.laid.mark(lines.replace(_ROOT.encode(), relative(self._home, page).encode()))

    def _mark(self, made: Sequence[_Card], root: str) -> Markup:
        cards = b"".join([one.card for one in made]).replace(_ROOT.encode(), root.encode())
        return self.laid.mark(cards, sorted(_NONE.union(*{one.drawings for one in made})))

    def _line(self, occurrence: Occurrence) -> bytes:
        if self._of_pages is not None:
            return self._of_pages._line(occurrence)  # nothing in it is heavy
        line = self._later.get(id(occurrence))
        if line is None:
            address = self._site.addresses.occurrence(occurrence, self._words.language)
            text = self._site.renderer.render(
                "later.html",
                self._words,
                one=occurrence,
                today=self._site.today,
                address=_ROOT + relative(address, self._home),
                until=as_attribute(until(occurrence.moment)),
                facets=facets_of(self._site).as_attribute(occurrence),
            )
            line = self._later[id(occurrence)] = text.encode()
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

    def _card(self, occurrence: Occurrence) -> _Card:
        made = self._made.get(id(occurrence))
        if made is None:
            if len(self._made) >= _AT_HAND:
                self._made.clear()
            alike = self._alike_to(occurrence, _likeness(occurrence))
            filling, midnight = self._of_day(occurrence.moment.first)
            made = self._made[id(occurrence)] = _Card(alike.card % filling, alike.drawings, midnight + alike.lasts)
        return made

    def _alike_to(self, occurrence: Occurrence, likeness: tuple[object, ...]) -> _Alike:
        """Return what the dates of the likeness of this one share."""
        alike = self._alike.get(likeness)
        if alike is None:
            pages = self._of_pages
            alike = _light(pages._alike_to(occurrence, likeness)) if pages else self._make(occurrence)
            self._alike[likeness] = alike
        return alike

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
            in_bytes = {gap.encode(): filled.encode() for gap, filled in filling.items()}
            found = self._of_days[day] = in_bytes, datetime.combine(day, MIDNIGHT)
        return found

    def _make(self, occurrence: Occurrence) -> _Alike:
        """Return the card of all dates that are like this one, with gaps for the day where it stands for one day."""
        card = self._site.renderer.render(
            "card.html",
            self._words,
            occurrence=occurrence,
            today=self._site.today,
            address=self._site.addresses.page("event", self._words.language, occurrence.event.id),
            root=_ROOT,
            fragment=_FRAGMENT,
            day=_DAY,
            until=_UNTIL,
            facets=" ".join((*facets_of(self._site).of(occurrence), _WEEKDAYS)),
            accent=accent_class,
        )
        first, last, ends = occurrence.moment.first, occurrence.moment.last, until(occurrence.moment)
        filling = {_FRAGMENT: "%(fragment)s", _DAY: "%(day)s", _UNTIL: as_attribute(ends), _WEEKDAYS: "%(weekdays)s"}
        if first != last:
            filling[_FRAGMENT] = "" if last < self._site.today else f"#{first.isoformat()}"
            filling[_WEEKDAYS] = " ".join(days_of_the_week(first, last))
        else:
            day = "day" if ends.date() == first else "next"
            filling[_UNTIL] = f"%({day})sT{ends:%H:%M}"
        card = card.replace("%", "%%")
        for gap, filled in filling.items():
            card = card.replace(gap, filled)
        return _Alike(card=card.encode(), drawings=_NONE, lasts=ends - datetime.combine(first, MIDNIGHT))


@once
def cards_of(site: Site, language: str, *, embedded: bool) -> Cards:
    """Return what makes the cards of a language, for all its pages or all its embeds."""
    return Cards(site, site.words[language], cards_of(site, language, embedded=False) if embedded else None)


def _light(alike: _Alike) -> _Alike:
    """Return what stands in embeds of a card of pages: without what no address asks for and no script there reads.

    Its drawings are those of the embed itself: within the frame of a CMS a file of drawings is a stranger's.
    """
    card = _FACETS.sub(_asked_for, alike.card, 1)
    card = _DRAWING.sub(rb'<use href="#\1"', _TIME.sub(rb"<span>\1</span>", card))
    return _Alike(card=card, drawings=frozenset(name.decode() for name in _DRAWING.findall(card)), lasts=alike.lasts)


def _asked_for(found: re.Match[bytes]) -> bytes:
    return b" ".join([one for one in found[0].split(b" ") if not one.startswith(_NEVER_ASKED)])


def as_attribute(moment: datetime) -> str:
    """Return a moment as ``data-until`` and ``data-from`` say it: wall-clock time, ISO 8601 to the minute."""
    return moment.isoformat(timespec="minutes")


def _likeness(occurrence: Occurrence) -> tuple[object, ...]:
    """Return what two occurrences share if their cards differ by their day alone.

    By identity where that will do: hashing an event would read all of it.
    """
    moment = occurrence.moment
    usual = occurrence.planned is moment and moment.first == moment.last and occurrence.moved_to is None
    return (
        occurrence.event.id,
        id(moment.hours),
        occurrence.status,
        id(occurrence.title),
        id(occurrence.place),
        id(occurrence.price),
        id(occurrence.booking),
        id(occurrence.note),
        None if usual else (occurrence.planned, moment, occurrence.moved_to),
    )
