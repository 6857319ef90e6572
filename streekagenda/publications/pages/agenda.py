"""The agenda: all that is to come, and its months and weeks."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.publications.editions import listings
from streekagenda.publications.editions.contents import contents, parts_of
from streekagenda.publications.editions.heads import Head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing

    _Beside = tuple[Listing | None, Listing | None]
    """The periods before and after one."""


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the agenda, and a page for each month and each week."""
    months, weeks = listings.months(edition.site), listings.weeks(edition.site)
    path = listings.agenda().path(edition.addresses, edition.language)
    yield edition.later_list(path, _agenda, months, weeks)
    periods = chain(_with_neighbours(months), _with_neighbours(weeks))
    yield from _parts(edition, periods)


def page_at(edition: Edition, path: str) -> Output | None:
    """Return the page of a month or a week that has its file at a path, where there is one: without looking at others."""
    site = edition.site
    for periods in (listings.months(site), listings.weeks(site)):
        for listing, beside in _with_neighbours(periods):
            if path.startswith(listing.path(edition.addresses, edition.language)):
                return next((one for one in _parts(edition, [(listing, beside)]) if one.path == path), None)
    return None


def _parts(edition: Edition, periods: Iterable[tuple[Listing, _Beside]]) -> Iterator[Output]:
    def name(listing: Listing) -> str:
        return f"{edition.language} page {listing.name}"

    for part, (before, after) in parts_of(edition.site, lambda: periods, name):
        yield edition.later_list(part.path(edition.addresses, edition.language), _period, part, before, after)


def _agenda(edition: Edition, months: Sequence[Listing], weeks: Sequence[Listing]) -> Output:
    listing, today = listings.agenda(), edition.site.today
    addresses = edition.addresses
    head = Head(
        title=listing.title(edition.words),
        where=partial(listing.path, addresses),
        description=edition.words.gettext("All that is on in the coming weeks, day by day."),
        section="agenda",
        feed=addresses.feed(listing.selection),
        atom=addresses.feed(listing.selection, "atom"),
    )
    return edition.page(
        "agenda.html",
        head,
        contents=contents(edition, listing, listing.path(addresses, edition.language)),
        months=[one for one in months if one.last is not None and one.last >= today],
        weeks=[one for one in weeks if one.last is not None and one.last >= today][:6],
        archive=[one for one in months if one.last is not None and one.last < today][::-1],
    )


def _with_neighbours(periods: Sequence[Listing]) -> Iterator[tuple[Listing, _Beside]]:
    """Yield periods with the one before and the one after."""
    yield from zip(periods, zip((None, *periods[:-1]), (*periods[1:], None), strict=True), strict=True)


def _period(edition: Edition, part: Listing, before: Listing | None, after: Listing | None) -> Output:
    agenda, listing = listings.agenda(), replace(part, part=1)
    addresses, words = edition.addresses, edition.words
    title = own = words.gettext("Agenda of %(period)s") % {"period": listing.period(words)}
    crumbs: tuple[tuple[str, str], ...] = ((agenda.title(words), agenda.path(addresses, edition.language)),)
    if part.part > 1:
        own = words.gettext("%(title)s, part %(number)s") % {"title": title, "number": part.part}
        crumbs = (*crumbs, (title, listing.path(addresses, edition.language)))
    head = Head(title=own, where=partial(part.path, addresses), crumbs=crumbs, section="agenda")
    held = contents(edition, part, part.path(addresses, edition.language))
    return edition.page("period.html", head, listing=listing, contents=held, before=before, after=after)
