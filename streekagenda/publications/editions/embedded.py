"""The lists that other sites can take in: as a frame, as a piece of HTML, and by pasting an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.editions import listings
from streekagenda.publications.editions.once import once
from streekagenda.publications.editions.selected import selected_of

if TYPE_CHECKING:
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site

KINDS = ("area", "topic", "audience", "organisation", "place", "campaign")


@once
def embedded(site: Site) -> tuple[Listing, ...]:
    """Return every list with an embed: the agenda first, then its periods, what each thing has, and the ready lists."""
    selected = selected_of(site)
    of_things = [listing for kind in KINDS for listing in listings.subjects(site, kind)]
    return (
        listings.agenda(),
        *listings.months(site),
        *listings.weeks(site),
        *of_things,
        *selected.ready,
        *selected.pairs,
    )
