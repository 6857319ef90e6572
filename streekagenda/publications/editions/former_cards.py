"""The cards of a page as they stand in its former self: only those of events that changed since are made anew."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.occurrence import first_day
from streekagenda.publications.editions.once import once
from streekagenda.urls import file_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Moment
    from streekagenda.publications.former import Former
    from streekagenda.publications.site import Site

_DAY, _CARDS, _END = b'<section class="day" data-day="', b'<ul class="cards">\n', b"</ul>\n</section>\n"
"""How a day begins in a page, what its cards stand between (``day.html``)."""
_LINK = b'<a href="'
_CARD, _CARD_END = b'<li class="card', b"</div>\n</li>\n"
"""How each of them begins, and nothing else in it; how it ends (``card.html``)."""
_LATER, _LINE, _LINE_END = b'<ul class="later">\n', b"<li", b"</li>\n"
"""How a list begins that has one line for each activity (``list.html``, ``events.html``), how its items begin and end."""
_DRAWING = b'<use href="#'


def former_page(site: Site, path: str) -> bytes:
    """Return the former self of a page; nothing where that is not known, or made of templates that are not ours."""
    return site.former.read(file_of(path)) if site.former and site.renderer.is_ours else b""


class FormerCards:
    """Takes cards from the former self of one page, but where that is not as we write it, or another date may be meant."""

    def __init__(self, site: Site, former: Former, language: str, page: str, *, root: str, first: date) -> None:
        """Take the way from a page to the root of the site, and the first day of its list."""
        self._changed, self._today, self._often = former.changed, site.today, _often(site)
        self._addresses = _addresses(site, language, root)
        self._first = first
        self._read = partial(former_page, site, page)

    def joined(self, day: date, occurrences: Sequence[Occurrence], make: Callable[[Occurrence], bytes]) -> bytes:
        """Return the cards of a day as list items, of which ``make`` gives those that are not taken; nothing where none is."""
        cards = {} if day == self._first < self._today else self._days.get(day.isoformat().encode(), {})
        link = b"" if day < self._today else b"#%b" % day.isoformat().encode()
        addresses, changed, often = self._addresses, self._changed, self._often[day] if cards else ()

        def card(one: Occurrence) -> bytes:
            event = one.circumstances.event.id
            is_known = event not in changed and event not in often and _is_of(day, one)
            return (cards.get(addresses[event] + link) if is_known else None) or make(one)

        return b"".join(map(card, occurrences)) if cards else b""

    def line(self, occurrence: Occurrence, address: bytes) -> bytes:
        """Return the list item of what goes on later, by the address of the date from this page; or nothing."""
        day, event = occurrence.moment.first, occurrence.circumstances.event.id
        return self._lines.get(address, b"") if event not in self._changed and event not in self._often[day] else b""

    @cached_property
    def _page(self) -> bytes:
        return self._read()

    @cached_property
    def _lines(self) -> Mapping[bytes, bytes]:
        return lines_in(self._page)

    @cached_property
    def _days(self) -> Mapping[bytes, dict[bytes, bytes]]:
        """The cards of each day, by what they link to: today what lies behind may stand in a list of its own."""
        found: defaultdict[bytes, dict[bytes, bytes]] = defaultdict(dict)
        for piece in self._page.split(_DAY)[1:]:
            cards, end, _ = piece.partition(_CARDS)[2].partition(_END)
            first, *each = cards.split(_CARD)
            if end and not first:
                of_day = found[piece.partition(b'"')[0]]
                for one in each:
                    link = one.partition(_LINK)[2].partition(b'"')[0]
                    of_day[link] = b"" if link in of_day else _CARD + one  # of two nobody knows which is which
        return found


def _is_of(day: date, one: Occurrence) -> bool:
    """Whether it begins and ends on a day."""
    return one.moment.first == day == one.moment.last


def renewed(
    site: Site,
    language: str,
    path: str,
    card: Callable[[Occurrence], bytes],
    line: Callable[[Occurrence], bytes],
) -> bytes:
    """Return the former self of a page with the cards of events that changed since, as ``card`` gives them, and their lines.

    Nothing where more than the words of events changed, or where the page says more of one than by these.
    """
    former = site.former
    if former is None or not former.same_but_words or file_of(path) not in former.paths:
        return b""
    page = former_page(site, path)
    for event in former.changed:
        page = _with_items(site, language, page, event, card, line)
    return page


def _with_items(
    site: Site,
    language: str,
    page: bytes,
    event: str,
    card: Callable[[Occurrence], bytes],
    line: Callable[[Occurrence], bytes],
) -> bytes:
    """Return a page with the cards and lines of an event made anew; nothing where it is not certain which dates these are of."""
    address = site.addresses.page("event", language, event)
    link = address.removeprefix(site.addresses.home(language)).encode()
    at, pieces, dates = 0, list[bytes](), _dates(site, event)
    while (linked := page.find(link, at)) >= 0:
        named = page.find(b'"', linked)
        day = page[linked + len(link) : named].removeprefix(b"#")
        begin = page.rfind(_LINE, at, linked)
        is_card = page.startswith(_CARD, begin)
        if (
            not day and is_card
        ):  # it lies behind: only the list says when it was, and a run that goes on there began before
            listed = page.rfind(_DAY, 0, begin) + len(_DAY)
            day = page[listed : page.find(b'"', listed)]
            if day in dates.going_on:
                return b""
        last = _CARD_END if is_card else _LINE_END
        end = page.find(last, named) + len(last)
        found = dates.beginning.get(day, ())
        item = (card if is_card else line)(found[0]) if len(found) == 1 else b""
        if begin < at or end < named or page.find(link, named, end) >= 0 or not item.startswith(page[begin:named]):
            return b""
        pieces += (page[at:begin], item)
        at = end
    return b"".join((*pieces, page[at:]))


class _Dates(Struct, frozen=True):
    """The dates of an event, by days as the addresses of dates end."""

    beginning: Mapping[bytes, Sequence[Occurrence]]
    """By the day on which they begin."""
    going_on: AbstractSet[bytes]
    """On which one goes on that began before."""


@once
def _dates(site: Site, event: str) -> _Dates:
    beginning, going_on, shown = defaultdict(list), set[bytes](), site.index.event(event)
    for one in site.index.of(shown) if shown else ():
        first, *others = (day.isoformat().encode() for day in _days(one.moment))
        beginning[first].append(one)
        going_on.update(others)
    return _Dates(beginning, going_on)


def _days(moment: Moment) -> Iterator[date]:
    return map(date.fromordinal, range(moment.first.toordinal(), moment.last.toordinal() + 1))


def lines_in(page: bytes) -> dict[bytes, bytes]:
    """Return the items of lists of one line for each activity, by what they link to first."""
    found: dict[bytes, bytes] = {}
    for piece in page.split(_LATER)[1:]:
        lines = piece.partition(b"</ul>\n")[0]
        *items, end = lines.split(_LINE_END)
        if not end and lines.count(_LINE) == len(items) and all(one.startswith(_LINE) for one in items):
            found |= {one.partition(b'href="')[2].partition(b'"')[0]: one + _LINE_END for one in items}
    return found


def drawings_in(cards: bytes) -> frozenset[str]:
    """Return the drawings that cards refer to as the page's own."""
    return frozenset([piece.partition(b'"')[0].decode() for piece in cards.split(_DRAWING)[1:]])


@once
def _often(site: Site) -> _Often:
    return _Often(site)


class _Often(dict["date", Mapping[str, int]]):
    """How many dates those events have that begin more than once on a day: one of these could stand for another."""

    def __init__(self, site: Site) -> None:
        with site.index.asked.during():  # what is taken from a page is what would be made for it
            self._dates = site.timeline.occurrences

    def __missing__(self, day: date) -> Mapping[str, int]:
        dates = self._dates
        of_day = dates[bisect_left(dates, day, key=first_day) : bisect_right(dates, day, key=first_day)]
        counted = Counter([one.circumstances.event.id for one in of_day])
        found = self[day] = {event: number for event, number in counted.items() if number > 1}
        return found


@once
def _addresses(site: Site, language: str, root: str) -> _Addresses:
    return _Addresses(site, language, root)


class _Addresses(dict[str, bytes]):
    """How cards on a page, from which ``root`` leads to the site's, refer to events."""

    def __init__(self, site: Site, language: str, root: str) -> None:
        self._site, self._language, self._root = site, language, root

    def __missing__(self, event: str) -> bytes:
        address = self._site.addresses.page("event", self._language, event)
        found = self[event] = f"{self._root}{address}".encode()
        return found
