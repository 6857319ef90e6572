"""The home page: what can I do today, what is on this weekend, and the ways in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from streekagenda.model.selection import Selection
from streekagenda.publications.editions.afternoons import in_the_afternoon
from streekagenda.publications.editions.coming import between, over, weekend_after
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.running import activities, running_campaigns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from markupsafe import Markup

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition

AT_MOST = 6
"""So many cards of one day; the rest is in the agenda."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekendDay:
    """A Saturday or a Sunday, its afternoon set apart: the hours that are long for who lives alone."""

    day: date
    afternoon: Markup
    more: int
    """How many cards of the afternoon are left out."""
    rest: Markup


def pages(edition: Edition) -> Iterator[Output]:
    """Yield the home page."""
    site, home = edition.site, edition.addresses.home(edition.language)
    everything = Selection()
    now = site.timeline.now
    today = [one for one in between(site, everything, site.today, site.today) if not over(one.moment, now)]
    head = Head(
        title=edition.words.text(site.region.title).text,
        where=edition.addresses.home,
        description=edition.words.gettext("What is on in your neighbourhood: today, this weekend and further on."),
        feed=edition.addresses.feed(everything),
        atom=edition.addresses.feed(everything, "atom"),
    )
    yield edition.page(
        "home.html",
        head,
        cards_today=edition.cards.joined(today[:AT_MOST], home),
        more_today=len(today[AT_MOST:]),
        weekend=[_weekend_day(edition, day, home) for day in weekend_after(site.today)],
        campaigns=running_campaigns(site),
        activities=activities(site),
    )


def _weekend_day(edition: Edition, day: date, page: str) -> WeekendDay:
    now = edition.site.timeline.now
    found = [one for one in between(edition.site, Selection(), day, day) if not over(one.moment, now)]
    afternoon = [one for one in found if in_the_afternoon(one)]
    rest: Sequence[Occurrence] = [one for one in found if not in_the_afternoon(one)]
    return WeekendDay(
        day=day,
        afternoon=edition.cards.joined(afternoon[:AT_MOST], page),
        more=len(afternoon[AT_MOST:]),
        rest=edition.cards.joined(rest[:AT_MOST], page),
    )
