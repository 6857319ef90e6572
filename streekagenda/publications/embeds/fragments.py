"""The next dates of a list as a piece of plain HTML, which the server of another site takes into a page of its own.

Nothing in it can meet what else stands on that page: no script, no style, no id, and one class. Every date is said in
full, so that a piece that was fetched long ago is old, but not wrong.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from streekagenda.output import Output
from streekagenda.publications.editions.embedded import next_dates, taken_in, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield a piece for each list that a server takes in."""
    pieces = Pieces(site, language)
    for listing in site.index.asked.each(lambda: taken_in(site)):
        path = site.addresses.fragment(listing.path(site.addresses, language), language)
        yield Output(path=path, make=partial(pieces.piece, listing, path))


class Pieces:
    """Makes the pieces of one language; a date stands in many of them, and is made once."""

    def __init__(self, site: Site, language: str) -> None:
        self._site = site
        self._words = site.words[language]
        self._made: dict[int, Markup] = {}

    def piece(self, listing: Listing, path: str) -> bytes:
        """Return the piece of a list, which stands at a path."""
        site, words, addresses = self._site, self._words, self._site.addresses
        full = listing.path(addresses, words.language)
        text = site.renderer.render(
            "fragment.html",
            words,
            path=path,
            title=title(site, listing, words),
            dates=[self._date(one) for one in next_dates(site, listing)],
            page=addresses.absolute(full),
            addresses=addresses,
            region=site.region,
            today=site.today,
        )
        return text.encode()

    def _date(self, occurrence: Occurrence) -> Markup:
        # by identity: the dates are those of the timeline, which stays
        made = self._made.get(id(occurrence))
        if made is None:
            text = self._site.renderer.render(
                "fragment_date.html", self._words, one=occurrence, addresses=self._site.addresses
            )
            made = self._made[id(occurrence)] = Markup(text)  # noqa: S704 -- from a template
        return made
