"""The home page: what can I do today, near me; what is on tomorrow and in the weekend; and the ways in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.schedule import ONE_DAY
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.afternoons import in_the_afternoon
from streekagenda.publications.editions.coming import NEAR, between, over, weekend_after
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.once import told_wordless
from streekagenda.publications.editions.opening import open_today
from streekagenda.publications.editions.running import activities, running_campaigns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from markupsafe import Markup

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.site import Site

AT_MOST = 6
"""So many cards of one day, and so many open places; the rest is one step away."""


class Shown(Struct, frozen=True, kw_only=True):
    """Cards of one day, or of a part of it."""

    day: date
    cards: Markup
    more: int
    """How many are left out."""


class WeekendDay(Struct, frozen=True, kw_only=True):
    """A Saturday or a Sunday, its afternoon set apart: the hours that are long for who lives alone."""

    day: date
    afternoon: Shown
    rest: Shown


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the home page."""
    yield edition.later_list(edition.addresses.home(edition.language), _home)


def _home(edition: Edition) -> Output:
    site = edition.site
    everything = Selection()
    tomorrow = site.today + ONE_DAY
    weekend = weekend_after(site.today)
    open_places = open_today(site)
    head = Head(
        title=edition.words.text(site.region.title).text,
        where=edition.addresses.home,
        description=edition.words.gettext("What is on in your neighbourhood: today, this weekend and further on."),
        feed=edition.addresses.feed(everything),
        atom=edition.addresses.feed(everything, "atom"),
    )
    return edition.page(
        "home.html",
        head,
        of_today=_shown(edition, site.today, _on(edition, site.today)),
        # a tomorrow in the weekend stands there, its afternoon first; on another day home.js fills it
        of_tomorrow=_shown(edition, tomorrow, () if tomorrow in weekend else _on(edition, tomorrow)),
        tomorrow=tomorrow,
        following=_following(site),
        weekend=[_weekend_day(edition, day) for day in weekend],
        open_places=open_places[:AT_MOST],
        more_open=len(open_places[AT_MOST:]),
        campaigns=running_campaigns(site),
        activities=activities(site),
    )


def _on(edition: Edition, day: date) -> list[Occurrence]:
    """Return what is on that day and not over."""
    now = edition.site.timeline.now
    return [one for one in between(edition.site, Selection(), day, day) if not over(one.moment, now)]


def _shown(edition: Edition, day: date, found: Sequence[Occurrence]) -> Shown:
    cards = edition.cards.joined(found[:AT_MOST], edition.addresses.home(edition.language))
    return Shown(day=day, cards=cards, more=len(found[AT_MOST:]))


def _weekend_day(edition: Edition, day: date) -> WeekendDay:
    found = _on(edition, day)
    return WeekendDay(
        day=day,
        afternoon=_shown(edition, day, [one for one in found if in_the_afternoon(one)]),
        rest=_shown(edition, day, [one for one in found if not in_the_afternoon(one)]),
    )


@told_wordless
def _following(site: Site) -> date | None:
    """Return the first day after today on which something takes place; ``None`` where the near future has none."""
    first = site.today + ONE_DAY
    ahead = between(site, Selection(), first, first + NEAR - timedelta(days=1))
    return next((max(one.moment.first, first) for one in ahead if one.takes_place), None)
