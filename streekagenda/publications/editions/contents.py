"""What stands on a list page, in one language: the same on the page and on its embed."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.occurrence import first_day
from streekagenda.model.schedule import ONE_DAY
from streekagenda.model.selection import Selection
from streekagenda.publications.editions import listings, selected
from streekagenda.publications.editions.coming import MOST, WEEK, Coming, held_between, parted, whole_days
from streekagenda.publications.editions.filters import Filter, filter_of
from streekagenda.publications.editions.once import once, told_wordless
from streekagenda.recurrence.asked import HELD
from streekagenda.urls import file_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.editions.cards import Days
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site

Given = TypeVar("Given")


class Onward(Struct, frozen=True, kw_only=True):
    """Where a list goes on that does not hold all."""

    path: str
    query: str
    """The choice that belongs to the list, as the filter of another list takes it."""
    day: date


class Contents(Struct, frozen=True, kw_only=True):
    """A list, ready to be shown."""

    days: Days
    """By day, from today on; of a period that is over all of it."""
    begins: date
    reaches: date
    """The first and the last day of which all is known here."""
    gone: Days | None = None
    """The days of a running period that lie behind."""
    later: str = ""
    """The next date of what is to come after these days, as list items."""
    until: date | None = None
    """The last day shown, where more is to come after it."""
    cut: bool = False
    """Whether there is more on that day."""
    onward: Onward | None = None
    back: str = ""
    """Path of the part of the same period before this one."""
    jumps: tuple[tuple[date, str], ...] = ()
    """The days of a period, and the paths of the pages that they stand on."""
    filter: Filter | None = None
    otherwise: tuple[Occurrence, ...] = ()
    """In an embed: what of the coming days is not where and when one would expect it; see :func:`_otherwise`."""

    @property
    def empty(self) -> bool:
        """Whether nothing is to be seen or to come."""
        return not (self.days or self.later)

    @property
    def count(self) -> int:
        """How many dates are shown."""
        return sum(day.count for day in self.days)


class Cut(Struct, frozen=True, kw_only=True):
    """What a period holds, in pieces of whole days that fit a page; at least one, which may be empty."""

    first: date
    """The first day that is shown."""
    slices: tuple[Sequence[Occurrence], ...]
    days: tuple[date, ...]
    """The first day of each piece."""
    held: tuple[tuple[date, int], ...]
    """The days that hold anything, each with the piece, from 0, on which it begins."""
    behind: Sequence[Occurrence] = ()
    """What of a running period is over."""
    running: bool


def contents(edition: Edition, listing: Listing, page: str) -> Contents:
    """Return what a list holds, with links from the page at a path; of a period in parts that part."""
    if listing.first is not None:
        return _part(edition, listing, page)
    site = edition.site
    found = selected.coming_of(site, listing)
    # the agenda has a page for each month, but none beyond the horizon
    farthest = listings.months(site)[-1].last if listing.kind == "agenda" else None
    later = tuple(one for one in found.later if farthest is None or one.moment.first > farthest)
    selected.shows(site, listing, (*found.shown, *later))
    return Contents(
        days=edition.cards.days(found.shown, page, first=site.today),
        later=edition.cards.later(later, page),
        until=found.until,
        cut=found.until is not None and found.until == found.following,
        onward=_onward(edition, listing, found),
        filter=filter_of(edition, listing, (*found.shown, *later)),
        otherwise=_otherwise(edition, found.shown),
        begins=site.today,
        reaches=found.following - ONE_DAY if found.following else listings.furthest(site),
    )


def _parts(site: Site, listing: Listing, path: Callable[[Listing], str]) -> Iterator[Listing]:
    """Yield the pages of a period, one or as many as its cards need, but for those that are known to stay."""
    former, first = site.former, path(listing)
    same = former.parts(lambda number: _file_of_part(first, number)) if former and former.same_but_words else ()
    many = len(list(same)) or len(_cut_of(site, listing).slices)  # where only words changed it is cut as it was
    for number in range(1, many + 1):
        if not site.index.asked.passes(_file_of_part(first, number)):
            yield replace(listing, part=number)


def _file_of_part(first: str, number: int) -> str:
    return file_of(listings.path_of_part(first, number))


def parts_of(
    site: Site,
    periods: Callable[[], Iterable[tuple[Listing, Given]]],
    name: Callable[[Listing], str],
    path: Callable[[Listing], str],
) -> Iterator[tuple[Listing, Given]]:
    """Yield the pages of periods, with what is given of each, by their first day: months and weeks that hold the same
    days are made one after the other, while the cards of these are at hand.

    Who makes one asks which there are (:func:`ask_for_parts`).
    """
    asked = site.index.asked

    def own(period: tuple[Listing, Given]) -> str:
        return name(period[0])

    def pages() -> list[tuple[Listing, Given]]:
        left = asked.left(periods(), own)
        found = [(part, given) for listing, given in left for part in _parts(site, listing, path)]
        if site.former and site.former.same_but_words:  # most of them take over their cards
            return found
        return sorted(found, key=lambda page: _cut_of(site, page[0]).days[page[0].part - 1])

    return asked.each(pages, own)


def ask_for_parts(site: Site, listing: Listing) -> tuple[date, ...]:
    """Ask which pages there are of a period; return the first day of each."""
    assert listing.first is not None and listing.last is not None  # noqa: S101, PT018 -- it is a period
    days, *_ = _told_of_pieces(site, listing.first.isoformat(), listing.last.isoformat())
    return days


def _cut_of(site: Site, listing: Listing) -> Cut:
    assert listing.first is not None and listing.last is not None  # noqa: S101, PT018 -- it is a period
    return _cut(site, listing.first, listing.last)


@once
def _cut(site: Site, first: date, last: date) -> Cut:
    held = held_between(site, Selection(), first, last)
    if last < site.today or first > site.today:
        return _in_pieces(held, first, running=last > site.today)
    behind, shown = parted(held, site.timeline.now)
    return _in_pieces(shown, site.today, behind=behind, running=True)


def _in_pieces(shown: Sequence[Occurrence], first: date, *, behind: Sequence[Occurrence] = (), running: bool) -> Cut:
    begun = bisect_left(shown, first, key=first_day)
    days = [*repeat(first, begun), *map(first_day, shown[begun:])]
    pieces = tuple(_pieces(days))
    held: dict[date, int] = {}
    for number, piece in enumerate(pieces):
        for day in dict.fromkeys(days[piece]):
            held.setdefault(day, number)
    return Cut(
        first=first,
        slices=tuple(shown[piece] for piece in pieces),
        days=tuple(days[piece.start] if days else first for piece in pieces),
        held=tuple(held.items()),
        behind=behind,
        running=running,
    )


@told_wordless
def _told_of_pieces(site: Site, first: str, last: str) -> tuple[tuple[date, ...], bool, tuple[tuple[date, int], ...]]:
    """Return what the page of each piece of a period says of all of them.

    Of days in between the piece is all that is held; on a day that is cut itself, what that day holds says where.
    """
    cut = _cut(site, date.fromisoformat(first), date.fromisoformat(last))
    return cut.days, cut.running, cut.held


def _part(edition: Edition, listing: Listing, page: str) -> Contents:
    assert listing.first is not None and listing.last is not None  # noqa: S101, PT018 -- it is a period
    site, number, asked = edition.site, listing.part - 1, edition.site.index.asked
    days = ask_for_parts(site, listing)
    begins, after = days[number] if number else listing.first, days[number + 1] if listing.part < len(days) else None
    with asked.during():  # the rest of the period is nothing to this page
        cut = _cut_of(site, listing)
    shown, following = cut.slices[number], number + 1
    asked.note((HELD, Selection(), begins, _last_held(cut, number) if after else listing.last))

    @cache
    def path(piece: int) -> str:
        return replace(listing, part=piece + 1).path(edition.addresses, edition.language)

    return Contents(
        days=edition.cards.days(shown, page, first=cut.first),
        gone=None if number else edition.cards.days(cut.behind[-MOST:], page, first=listing.first),
        onward=Onward(path=path(following), query="", day=after) if after else None,
        back=path(number - 1) if number else "",
        jumps=tuple((day, path(piece)) for day, piece in cut.held) if len(cut.held) > 1 else (),
        filter=filter_of(edition, listing, shown) if cut.running else None,
        otherwise=_otherwise(edition, shown),
        begins=begins,
        reaches=after - ONE_DAY if after else listing.last,
    )


def _last_held(cut: Cut, number: int) -> date:
    """Return the last day of a piece on which others follow: the first one of the next piece where that day is cut."""
    after, last = cut.days[number + 1], max(cut.slices[number][-1].moment.first, cut.first)
    return after if last >= after else after - ONE_DAY


def _otherwise(edition: Edition, shown: Sequence[Occurrence]) -> tuple[Occurrence, ...]:
    """Return what of the coming week one would stand before a closed door for: off, moved away, or at another time."""
    if not edition.embedded:
        return ()
    last = edition.site.today + WEEK
    return tuple(
        one
        for one in shown
        if one.moment.first <= last and (not one.takes_place or (one.moved and one.moment.first == one.planned.first))
    )


def _pieces(days: Sequence[date]) -> Iterator[slice]:
    """Yield the pieces of a cut, of a list of which the days are given."""
    begin = 0
    while True:
        end = whole_days(days, MOST, begin)
        yield slice(begin, end)
        if end >= len(days):
            return
        begin = end


def _onward(edition: Edition, listing: Listing, found: Coming) -> Onward | None:
    """Return the week in which the list goes on; the choice of the list goes along for who has script."""
    day = found.following
    if day is None or day > listings.furthest(edition.site):
        return None
    return Onward(path=edition.addresses.week(day, edition.language), query=selected.query(listing), day=day)
