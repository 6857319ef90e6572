"""What stands on a list page, in one language: the same on the page and on its embed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from streekagenda.publications.editions import listings
from streekagenda.publications.editions.coming import between, coming, over

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.editions.cards import Day
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing


@dataclass(frozen=True, kw_only=True, slots=True)
class Contents:
    """A list, ready to be shown."""

    days: tuple[Day, ...]
    """By day, from today on; of a period that is over all of it."""
    gone: tuple[Day, ...] = ()
    """The days of a running period that lie behind."""
    later: tuple[Occurrence, ...] = ()
    """The next date of what is to come after these days."""
    until: date | None = None
    """The last day shown, where more is to come after it."""

    @property
    def empty(self) -> bool:
        """Whether nothing is to be seen or to come."""
        return not (self.days or self.later)

    @property
    def count(self) -> int:
        """How many dates are shown."""
        return sum(day.count for day in self.days)


def contents(edition: Edition, listing: Listing, page: str) -> Contents:
    """Return what a list holds, with links from the page at a path."""
    site, cards = edition.site, edition.cards
    if listing.first is None:
        found = coming(site, listing.selection)
        days = cards.days(found.shown, page, first=site.today)
        # the agenda has a page for each month, but none beyond the horizon
        farthest = listings.months(site)[-1].last if listing.subject is None else None
        later = tuple(one for one in found.later if farthest is None or one.moment.first > farthest)
        return Contents(days=days, later=later, until=found.until)
    held = between(site, listing.selection, listing.first, listing.last)
    if listing.last is None or listing.last < site.today:
        return Contents(days=cards.days(held, page, first=listing.first))
    behind = [one for one in held if over(one.moment, site.timeline.now)]
    ahead = [one for one in held if not over(one.moment, site.timeline.now)]
    return Contents(
        days=cards.days(ahead, page, first=max(listing.first, site.today)),
        gone=cards.days(behind, page, first=listing.first),
    )
