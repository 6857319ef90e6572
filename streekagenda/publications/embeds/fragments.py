"""The next dates of a list as a piece of plain HTML, which the server of another site takes into a page of its own.

Nothing in it can meet what else stands on that page: no script, no style, no id, and one class. Every date is said in
full, so that a piece that was fetched long ago is old, but not wrong.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from streekagenda.formats.gaps import gap, pattern
from streekagenda.output import Output
from streekagenda.publications.editions.alike import likeness_of
from streekagenda.publications.editions.beginnings import beginning_with_a_day
from streekagenda.publications.editions.embedded import next_dates, taken_in, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site


def outputs(site: Site, language: str) -> Iterator[Output]:
    """Yield a piece for each list that a server takes in."""
    pieces = Pieces(site, language)
    for listing in site.index.asked.each(lambda: taken_in(site), lambda one: f"{language} fragment {one.name}"):
        path = site.addresses.fragment(listing.path(site.addresses, language), language)
        yield Output(path=path, make=partial(pieces.piece, listing, path))


class Pieces:
    """Makes the pieces of one language; what is said of dates that are alike is made once."""

    def __init__(self, site: Site, language: str) -> None:
        self._site = site
        self._words = site.words[language]
        self._alike: dict[tuple[object, ...], str] = {}

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
        likeness, words, day = likeness_of(occurrence), self._words, occurrence.moment.first
        line = self._alike.get(likeness)
        if line is None:
            line = self._alike[likeness] = self._make(occurrence)
        said = words.day(day)
        filling = {"day": day.isoformat(), "said": escape(said), "capital": escape(words.capital(said))}
        return Markup(line % filling)  # noqa: S704 -- from a template

    def _make(self, occurrence: Occurrence) -> str:
        """Return the line of all dates that are like this one, with gaps for the day where it stands for one day."""
        addresses, words, moment = self._site.addresses, self._words, occurrence.moment
        is_one_day = moment.first == moment.last
        line = self._site.renderer.render(
            "fragment_date.html",
            words,
            one=occurrence,
            address=f"{addresses.absolute(addresses.page('event', words.language, occurrence.event.id))}#{gap('day')}",
            day=gap("day"),
            said=beginning_with_a_day(words, moment.hours) if is_one_day else words.capital(words.moment(moment)),
        )
        return pattern(line)
