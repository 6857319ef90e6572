"""Lists of cards, for the pages of one language or for its embeds: as bytes, which a template puts in its place by a mark."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from msgspec import Struct, field

from streekagenda.formats.gaps import gap, pattern
from streekagenda.model.occurrence import first_day
from streekagenda.publications.editions.alike import DRAWINGS, ROOT, Joined, cards_of_dates
from streekagenda.publications.editions.coming import as_attribute, until
from streekagenda.publications.editions.former_cards import FormerCards, drawings_in, renewed
from streekagenda.publications.editions.laid import Laid
from streekagenda.publications.editions.once import once
from streekagenda.urls import relative, to_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.site import Site

_NONE: frozenset[str] = frozenset()
_AT_HAND = 40
"""So many days keep their cards: a month and its weeks are made side by side."""


class Day(Struct, frozen=True, kw_only=True):
    """A day of a list, with the cards of what happens on it."""

    day: date
    cards: bytes
    """As list items."""
    drawings: frozenset[str]
    """The drawings that they refer to, where they are the page's own."""
    count: int
    until: datetime
    """When all of it lies behind."""
    past: bool
    """Whether it does so already: it shows what has been, and stays."""


class Days(Struct, frozen=True):
    """A list by day."""

    days: tuple[Day, ...]
    _mark: Callable[[tuple[Day, ...], int], Markup]
    _marks: list[Markup] = field(default_factory=list)
    """Kept as long as the list itself is."""

    def __len__(self) -> int:
        """Return how many days hold anything."""
        return len(self.days)

    def __iter__(self) -> Iterator[Day]:
        """Yield the days in order."""
        return iter(self.days)

    def sections(self, level: int) -> Markup:
        """Return a section for each day, with a heading of a level."""
        self._marks.append(self._mark(self.days, level))
        return self._marks[-1]


class Cards:
    """Makes lists of cards."""

    def __init__(self, site: Site, language: str, *, embedded: bool) -> None:
        self.laid = Laid()
        self._site = site
        self._words = site.words[language]
        self._dates = cards_of_dates(site, language)
        self._embedded = embedded
        # Within the frame of a CMS a file of drawings is a stranger's: those of an embed are its own.
        self._drawings = None if embedded else site.renderer.asset("icons.svg")
        self._home = site.addresses.home(language)
        self._days: dict[tuple[date, str, tuple[int, ...]], Day] = {}
        self._named: dict[date, Markup] = {}
        self._sections: dict[tuple[int, bool], tuple[bytes, bytes]] = {}

    def days(self, occurrences: Iterable[Occurrence], page: str, *, first: date) -> Days:
        """Return occurrences by day, for a list on ``page``; what began before ``first`` stands on that day."""
        by_day: dict[date, list[Occurrence]] = {}
        for day, some in groupby(occurrences, key=first_day):
            by_day.setdefault(max(day, first), []).extend(some)
        root, before = to_root(page), self._before(page, first)
        return Days(tuple([self._day(day, root, before, tuple(some)) for day, some in by_day.items()]), self._marked)

    def joined(self, occurrences: Sequence[Occurrence], page: str) -> Markup:
        """Return the cards of occurrences as list items, for a list on ``page``."""
        if not occurrences:
            return self.laid.mark()
        made = self._dates.joined(occurrences, self._ways(to_root(page)))
        return self._mark([made.cards], [made.drawings])

    def later(self, occurrences: Iterable[Occurrence], page: str) -> Markup:
        """Return the next dates of what goes on after the days of a list on ``page``, as list items."""
        before, home = self._before(page, self._site.today), relative(self._home, page)
        ways, line = self._ways(home), self._dates.line
        if before is None:
            return self.laid.mark(b"".join(map(line, occurrences)) % ways)
        return self.laid.mark(*(before.line(one, self._from(home, one)) or line(one) % ways for one in occurrences))

    def renewed(self, page: str) -> bytes:
        """Return a page as it stands, with the cards and the later dates of events of which the words changed; else nothing."""
        root, home = self._ways(to_root(page)), self._ways(relative(self._home, page))
        dates = self._dates
        return renewed(
            self._site,
            self._words.language,
            page,
            card=lambda one: dates.joined([one], root).cards,
            line=lambda one: dates.line(one) % home,
        )

    def _from(self, home: str, one: Occurrence) -> bytes:
        """Return the address of a date on a page, from which that leads to the home page."""
        address = self._site.addresses.occurrence(one, self._words.language)
        return (home + relative(address, self._home)).encode()

    def _before(self, page: str, first: date) -> FormerCards | None:
        """Return what stands in the former self of a page, whose list begins with a day."""
        former, language = self._site.former, self._words.language
        return FormerCards(self._site, former, language, page, root=to_root(page), first=first) if former else None

    def day_name(self, day: date) -> Markup:
        """Return the name of a day, before it today and tomorrow in words, which page.js keeps right within ``data-day``."""
        name = self._named.get(day)
        if name is None:
            words, today = self._words, self._site.today
            near = escape(words.capital(words.relative_day(day, today)))
            said = escape(words.capital(words.day_month(day) if day.year == today.year else words.day(day)))
            name = self._named[day] = Markup(f'<span class="is-near">{near}</span> {said}')  # noqa: S704 -- escaped
        return name

    def _marked(self, days: Iterable[Day], level: int) -> Markup:
        pieces = [piece for one in days for piece in self._section(one, level)]
        return self._mark(pieces, {one.drawings for one in days})

    def _mark(self, pieces: Iterable[bytes], drawings: Iterable[frozenset[str]]) -> Markup:
        held = sorted(_NONE.union(*drawings)) if self._embedded else ()
        return self.laid.mark(*pieces, drawings=held)

    def _ways(self, root: str) -> dict[bytes, bytes]:
        """Return what links of cards begin with on a page, from which that leads to the site's root."""
        drawings = "" if self._drawings is None else root + self._drawings
        return {ROOT.encode(): root.encode(), DRAWINGS.encode(): drawings.encode()}

    def _day(self, day: date, root: str, before: FormerCards | None, occurrences: tuple[Occurrence, ...]) -> Day:
        # by identity: the dates are those of the timeline, which stays
        key = (day, root, tuple(map(id, occurrences)))
        found = self._days.get(key)
        if found is None:
            if len(self._days) >= _AT_HAND:
                self._days.clear()
            made = (before and self._taken(day, root, before, occurrences)) or self._dates.joined(
                occurrences, self._ways(root)
            )
            found = self._days[key] = Day(
                day=day,
                cards=made.cards,
                drawings=made.drawings,
                count=len(occurrences),
                until=made.ends,
                past=made.ends <= self._site.timeline.now,
            )
        return found

    def _taken(self, day: date, root: str, before: FormerCards, occurrences: tuple[Occurrence, ...]) -> Joined | None:
        """Return cards as they stand in the former self of a page, where they do."""
        cards = before.joined(day, occurrences, lambda one: self._dates.joined([one], self._ways(root)).cards)
        if not cards:
            return None
        drawings = drawings_in(cards) if self._embedded else _NONE
        return Joined(cards, drawings, max(until(one.moment) for one in occurrences))

    def _section(self, one: Day, level: int) -> tuple[bytes, bytes, bytes]:
        """Return the section of a day, in pieces: what stands before its cards, these, and what stands behind them."""
        key = (level, one.past)
        around = self._sections.get(key)
        if around is None:
            gaps = {name: gap(name) for name in ("day", "until", "name", "cards")}
            text = self._site.renderer.render("day.html", self._words, level=level, past=one.past, **gaps)
            before, _, after = text.partition(gaps["cards"])
            around = self._sections[key] = pattern(before).encode(), after.encode()
        begins = around[0] % {
            b"day": one.day.isoformat().encode(),
            b"until": as_attribute(one.until).encode(),
            b"name": self.day_name(one.day).encode(),
        }
        return begins, one.cards, around[1]


@once
def cards_of(site: Site, language: str, *, embedded: bool) -> Cards:
    """Return what makes the lists of cards of a language, for all its pages or all its embeds."""
    return Cards(site, language, embedded=embedded)
