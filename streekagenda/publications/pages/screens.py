"""The display in a hall: what is on today and this week in large letters, of the region, an area, a place or an organisation.

A screen holds a week, since its network may be gone for as long; ``layouts/static/screen.js`` shows what of it is to come.
"""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial
from itertools import chain, groupby
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from streekagenda.formats.qr_code import qr_code
from streekagenda.model.schedule import ONE_DAY, Hours
from streekagenda.publications.editions import listings
from streekagenda.publications.editions.coming import as_attribute, between, over, until
from streekagenda.publications.editions.filters import area_names, spoken, wishes
from streekagenda.publications.editions.former_cards import former_page
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.once import once
from streekagenda.recurrence.asked import HELD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.selection import Selection
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.editions.listings import Listing
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words
    from streekagenda.urls import Addresses

KINDS = ("area", "place", "organisation")
"""What has a screen of its own, beside the whole region."""
DAYS = 8
"""Today, and a week after it."""
MOST = 300
"""A screen with more rows ends on the day before, though not before tomorrow: nobody waits an hour for a page."""

HALF_PAST_NINE = time(9, 30)
"""Shows how a language writes the hour."""


class Day(Struct, frozen=True, kw_only=True):
    """A day of a screen."""

    day: date
    rows: Markup


class Rows:
    """Makes the rows of one language; that of a date is the same on every screen."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._made: dict[int, str] = {}

    def joined(self, occurrences: Sequence[Occurrence]) -> Markup:
        """Return dates as list items."""
        return Markup("".join(map(self._row, occurrences)))  # noqa: S704 -- from a template

    def _row(self, occurrence: Occurrence) -> str:
        made = self._made.get(id(occurrence))
        if made is None:
            made = self._made[id(occurrence)] = self._make(occurrence)
        return made

    def _make(self, occurrence: Occurrence) -> str:
        site = self._edition.site
        return site.renderer.render(
            "screen_row.html",
            self._edition.words,
            occurrence=occurrence,
            facets=self._edition.facets.as_attribute(occurrence),
            until=as_attribute(until(occurrence.moment)),
            today=site.today,
        )


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the screen of the region, and one for each area, place and organisation with a page."""
    rows = Rows(edition)

    def lists() -> Iterator[Listing]:
        yield listings.agenda()
        yield from chain.from_iterable(listings.subjects(edition.site, kind) for kind in KINDS)

    for listing in edition.site.index.asked.each(lists, lambda one: f"{edition.language} screen {one.name}"):
        yield edition.later(_where(edition.addresses, listing, edition.language), _screen, listing, rows)


def _screen(edition: Edition, listing: Listing, rows: Rows) -> Output:
    site, words, language = edition.site, edition.words, edition.language
    title = words.text(site.region.title).text if listing.subject is None else listing.title(words)
    head = Head(
        title=words.gettext("Screen: %(title)s") % {"title": title}, where=partial(_where, site.addresses, listing)
    )
    page = listing.path(site.addresses, language)
    address = site.addresses.absolute(page)
    held = _held(site, listing.selection)
    before = _Former(site, listing.selection, head.where(language))
    now = site.timeline.now.replace(minute=0, second=0, microsecond=0, fold=0)  # so that builds of an hour are alike
    return edition.page(
        "screen.html",
        head,
        title=title,
        full=page,
        read_on=address.partition("://")[2].rstrip("/"),
        code=before.code or _code(address, words.gettext("QR code that leads to %(address)s") % {"address": address}),
        now=now,
        made=words.with_hours(words.day_month(now.date()), Hours(start=now.time())),
        days=[Day(day=day, rows=before.rows(day) or rows.joined(found)) for day, found in held],
        data={"names": _names(edition, listing), "say": _say(words)},
    )


class _Former:
    """The former self of a screen, where it is known: of it is taken what no event that changed since can have changed."""

    def __init__(self, site: Site, selection: Selection, path: str) -> None:
        self._selection, self._today = selection, site.today
        self._touched = site.former.touched if site.former else ()
        self._page = former_page(site, path).decode()

    @property
    def code(self) -> Markup:
        """The QR code, which is that of an address alone."""
        code = _between(self._page, '<footer class="foot">\n', '\n<div>\n<p class="read-on">')
        return code if code.startswith("<svg") and code.count("<svg") == 1 else Markup()

    def rows(self, day: date) -> Markup:
        """Return the rows of a day, as list items; on the first day also those of what began earlier."""
        since = day - ONE_DAY if day == self._today else day
        if not self._page or (HELD, self._selection, since, day) in self._touched:
            return Markup()
        begin = f'<section class="part" data-day="{day.isoformat()}">'
        return _between(_between(self._page, begin, "\n</section>"), '<ol class="rows">\n', "</ol>")


def _between(page: str, begin: str, end: str) -> Markup:
    """Return what stands in a page that was published; nothing where that is not there, or more than once."""
    *_, rest = page.partition(begin)
    found, there, _ = rest.partition(end)
    return Markup(found if there and begin not in rest else "")  # noqa: S704 -- as it was published


def _where(addresses: Addresses, listing: Listing, language: str) -> str:
    return addresses.screen(listing.path(addresses, language), language)


@once
def _held(site: Site, selection: Selection) -> tuple[tuple[date, tuple[Occurrence, ...]], ...]:
    """Return the days of a screen with what is on them and not over; a run of days stands on the first of them."""
    last = site.today + timedelta(days=DAYS - 1)
    found = (
        one
        for one in between(site, selection, site.today - ONE_DAY, last)  # an evening may last past midnight
        if not over(one.moment, site.timeline.now)
    )
    by_day = {day: tuple(some) for day, some in groupby(found, key=lambda one: max(one.moment.first, site.today))}
    held, count = [], 0
    for number in range(DAYS):
        day = site.today + number * ONE_DAY
        count += len(by_day.get(day, ()))
        if number > 1 and count > MOST:
            break
        held.append((day, by_day.get(day, ())))
    return tuple(held)


def _names(edition: Edition, listing: Listing) -> JsonObject:
    """Return what an address may narrow the screen down to, as ``data-is`` says it, with the words for it."""
    own = listing.selection.area
    below = [one for one in edition.site.region.all_areas() if (own in one.above if own else listing.subject is None)]
    words = edition.words
    areas = ((f"area:{area}", name) for area, name in area_names(edition.site.region, words, below).items())
    others = (options for _, _, options in wishes(edition.site.region, words, spoken(edition.site)))
    return dict(chain(areas, *others))


def _say(words: Words) -> JsonObject:
    """Return the words of the script, which fills in ``%(number)s`` and the like."""
    _ = words.gettext
    return {
        "clock": words.clock(HALF_PAST_NINE),
        "today": _("Today"),
        "tomorrow": _("Tomorrow"),
        "now": _("Going on now"),
        "begun": _("Has begun"),
        "next": _("Coming up next"),
        "page": _("Page %(number)s of %(total)s"),
        "only": _("Only: %(choices)s"),
        "pause": _("Pause"),
        "goOn": _("Go on"),
        "paused": _("Paused. Press the space bar or touch the screen to go on."),
    }


def _code(address: str, title: str) -> Markup:
    return Markup(qr_code(address, title))  # noqa: S704 -- drawn here, its title escaped
