"""One date of an event into one's own calendar: Google, Outlook, or a file for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats import calendar_links
from streekagenda.formats.calendar_links import DateToAdd
from streekagenda.publications.editions.one_date import file_of_date
from streekagenda.publications.editions.wording import description, location, title

if TYPE_CHECKING:
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.editions.edition import Edition

LONGEST = 400
"""Octets of what a link says of a date besides its page: browsers and calendars cut addresses that are very long."""


class Adding(Struct, frozen=True, kw_only=True):
    """The ways to put a date into a calendar once."""

    occurrence: Occurrence
    google: str
    outlook: str
    office: str
    file: str
    """A path."""


def adding(edition: Edition, occurrence: Occurrence) -> Adding:
    """Return the ways for one date."""
    words, addresses = edition.words, edition.addresses
    page = addresses.absolute(addresses.occurrence(occurrence, edition.language))
    date = DateToAdd(
        title=title(words, occurrence.title, occurrence.status),
        moment=occurrence.moment,
        zone=edition.site.region.timezone,
        location=location(words, occurrence),
        details=description(words, occurrence, "", page, LONGEST),
    )
    outlook, office = calendar_links.outlook(date)
    return Adding(
        occurrence=occurrence,
        google=calendar_links.google(date),
        outlook=outlook,
        office=office,
        file=file_of_date(addresses, occurrence),
    )
