"""The lists that other sites can take in: as a frame, as a piece of HTML, and by pasting an address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from msgspec.structs import replace

from streekagenda.model.selection import Selection
from streekagenda.publications.editions import listings, selected
from streekagenda.publications.editions.coming import NEAR
from streekagenda.publications.editions.once import once
from streekagenda.recurrence.asked import HELD

if TYPE_CHECKING:
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words

MOST = 20
"""Dates of a list that the server of another site takes in."""

KINDS = ("area", "topic", "audience", "organisation", "place", "campaign")
WAYS_IN = (*KINDS, "event", "changes")
"""Kinds of page that have an embed and list no dates of their own: the index of each kind, and what is new."""


@once
def embedded(site: Site) -> tuple[Listing, ...]:
    """Return every list with an embed: the agenda first, then its periods, what each thing has, and the ready lists."""
    lists = selected.selected_of(site)
    return (
        listings.agenda(),
        *listings.months(site),
        *listings.weeks(site),
        *_subjects(site),
        *lists.ready,
        *lists.pairs,
    )


def _subjects(site: Site) -> list[Listing]:
    return [listing for kind in KINDS for listing in listings.subjects(site, kind)]


def is_over(site: Site, listing: Listing) -> bool:
    """Whether it is a period that lies behind: its frame says so, and does not fill with what nobody can go to."""
    return listing.last is not None and listing.last < site.today


@once
def taken_in(site: Site) -> tuple[Listing, ...]:
    """Return the lists whose next dates a server takes in, without an end: a month would be over one day, and stay.

    Nor two things together: such a list goes when nothing of it is to come, and the page of the other site would break.
    """
    return tuple(one for one in embedded(site) if one.first is None and one.other is None)


def lasting(site: Site, listing: Listing, language: str) -> str:
    """Return the address of an embed that stays when nothing of a list is to come: of a wider list, which is narrowed down.

    The lists of two things together and those below the agenda have a page only while there is anything in them.
    """
    addresses = site.addresses
    if listing.other is None and not listing.ready:
        return addresses.absolute(addresses.embed(listing.path(addresses, language), language))
    wider = replace(listing, other=None, ready="").path(addresses, language)
    chosen = urlencode([(listing.other[0], listing.other[1].id)]) if listing.other else selected.query(listing)
    return f"{addresses.absolute(addresses.embed(wider, language))}?{chosen}"


def is_pasted(site: Site, language: str, path: str) -> bool:
    """Whether the address of the page at a path can be pasted into a CMS: that of a list of which the frame says anything.

    It stays so as long as there is a page at that path, whatever is on: who makes the page has asked nothing here. What
    is on is looked up only where a list is there while it holds anything.
    """
    with site.index.asked.during():
        if path in _ways_in(site, language) or path in _lists(site, language):
            return True
        agenda, areas = (site.addresses.page(kind, language) for kind in ("agenda", "area"))
        if path.startswith(agenda):
            return path in _ready(site, language)
        return path.startswith(areas) and path in _pairs(site, language)


@once
def _lists(site: Site, language: str) -> frozenset[str]:
    """Return the paths of the lists that are there whatever is on: the agenda, its periods to come, and of each thing."""
    lists = (listings.agenda(), *listings.months(site), *listings.weeks(site), *_subjects(site))
    return frozenset(one.path(site.addresses, language) for one in lists if not is_over(site, one))


@once
def _ready(site: Site, language: str) -> frozenset[str]:
    """Return the paths of the lists below the agenda."""
    return frozenset(one.path(site.addresses, language) for one in selected.selected_of(site).ready)


@once
def _pairs(site: Site, language: str) -> frozenset[str]:
    """Return the paths of the lists of two things together."""
    return frozenset(one.path(site.addresses, language) for one in selected.selected_of(site).pairs)


@once
def _ways_in(site: Site, language: str) -> frozenset[str]:
    """Return the paths of pages that are there whatever is on: to know them no list has to be looked at."""
    return frozenset((site.addresses.home(language), *(site.addresses.page(kind, language) for kind in WAYS_IN)))


def title(site: Site, listing: Listing, words: Words) -> str:
    """Return what a list is called among the contents of another site: ``Agenda: Zandweerd``; the whole by its own name."""
    if listing.subject is None and listing.first is None and not listing.ready:
        return words.text(site.region.title).text
    name = selected.title(site, listing.ready, words) if listing.ready else listing.title(words)
    return words.gettext("Agenda: %(name)s") % {"name": name}


def next_dates(site: Site, listing: Listing) -> tuple[Occurrence, ...]:
    """Return the next dates of a list without an end, in the order of time: first those that its page has day by day.

    Where all of these are of the near future, they depend on nothing after the last of them.
    """
    asked = site.index.asked
    with asked.during() as questions:
        found = selected.coming_of(site, listing)
    dates = (*found.shown, *found.later)[:MOST]
    last = max([one.moment.first for one in dates], default=site.today)
    near = len(found.shown) >= MOST and last <= site.today + NEAR
    if near and listing.selection != Selection():
        asked.note((HELD, listing.selection, site.today, last))
    else:
        asked.note_all(questions)
    selected.shows(site, listing, dates)
    return dates
