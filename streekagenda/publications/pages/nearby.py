"""What else there is near an event in the coming days: the same kind of thing, in the same neighbourhood or town."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import between, over
from streekagenda.publications.editions.once import once, told_wordless

if TYPE_CHECKING:
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.site import Site

DAYS = timedelta(days=14)
MOST = 4
ENOUGH = 2 * MOST + 1
"""So many of a neighbourhood on a topic: the event itself and those of a smaller area may be among them."""


class Nearby:
    """Looks up what is near; what is in one neighbourhood on one topic is looked up once for all events there."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def of(self, occurrence: Occurrence) -> tuple[Occurrence, ...]:
        """Return dates of other events on a topic of this one, in order of time; first from the neighbourhood itself.

        Each event once, with the next date that takes place; at most :data:`MOST`, within :data:`DAYS`. Only where there are
        fewer do the areas above the neighbourhood help out.
        """
        chosen: dict[str, Occurrence] = {}
        for area in reversed(occurrence.area.line) if occurrence.area else ():
            there = {
                one.event.id: one for topic in occurrence.event.topics for one in self._next_of_each(area, topic.id)
            }
            for one in sorted(there.values(), key=_turn):
                if one.event.id != occurrence.event.id and len(chosen) < MOST:
                    chosen.setdefault(one.event.id, one)
            if len(chosen) == MOST:
                break
        for one in chosen.values():
            self._site.index.of(one.event)
        return tuple(sorted(chosen.values(), key=_turn))

    def _next_of_each(self, area: str, topic: str) -> tuple[Occurrence, ...]:
        _told_of_next(self._site, area, topic)
        with self._site.index.asked.during():  # of those that are not chosen when they begin is all that counts
            return _next_of_each(self._site, area, topic)


@once
def _next_of_each(site: Site, area: str, topic: str) -> tuple[Occurrence, ...]:
    today, now = site.today, site.timeline.now
    found: dict[str, Occurrence] = {}
    for one in between(site, Selection(area=area, topic=topic), today, today + DAYS):
        if one.takes_place and not over(one.moment, now):
            found.setdefault(one.event.id, one)
        if len(found) == ENOUGH:
            break
    return tuple(found.values())


@told_wordless
def _told_of_next(site: Site, area: str, topic: str) -> tuple[tuple[str, str, str], ...]:
    """Return which they are, and in what order they stand among others."""
    return tuple(
        (one.event.id, one.moment.start.isoformat(), one.moment.end.isoformat())
        for one in _next_of_each(site, area, topic)
    )


def _turn(occurrence: Occurrence) -> tuple[object, ...]:
    return occurrence.moment.start, occurrence.moment.end, occurrence.event.id
