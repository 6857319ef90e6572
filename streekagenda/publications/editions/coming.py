"""What is still to come, and how much of it a list shows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import datetime, timedelta
from itertools import compress, islice
from operator import not_
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.freshness import faded
from streekagenda.model.occurrence import first_day
from streekagenda.model.schedule import MIDNIGHT, ONE_DAY
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.once import once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from streekagenda.model.occurrence import Circumstances, Occurrence
    from streekagenda.model.schedule import Moment
    from streekagenda.publications.site import Site

NEAR = timedelta(days=28)
"""How far a list goes day by day, where it is neither short nor long."""
FEW = 6
"""A shorter list goes on until it has so many."""
MANY = 30
"""A longer list stops at the end of the day on which it has so many, though not within a week."""
MOST = 150
"""No page holds more cards: a week that has more is cut at the end of a day, a day that has more anywhere."""
WEEK = timedelta(days=7)


class Coming(Struct, frozen=True, kw_only=True):
    """A list of what is to come: the near future day by day, and what begins after it with its next date."""

    shown: tuple[Occurrence, ...]
    later: tuple[Occurrence, ...]
    """The next date of each event that is not among those shown."""
    until: date | None
    """The last day that is shown; ``None`` where nothing is to come after it."""
    following: date | None = None
    """The day on which it goes on: the next one with anything, or the last one shown where that has more."""


@once
def between(
    site: Site, selection: Selection, first: date | None = None, last: date | None = None
) -> tuple[Occurrence, ...]:
    """Return the same as :func:`held_between`, which many ask for."""
    return tuple(held_between(site, selection, first, last))


def held_between(
    site: Site, selection: Selection, first: date | None = None, last: date | None = None
) -> Sequence[Occurrence]:
    """Return what a selection holds, from one day to another where these are given, without what faded from the lists.

    What has hours stands on the day on which it begins; a run of whole days as long as it lasts.
    """
    today, without = site.today, faded_events(site)
    found: Sequence[Occurrence] = site.index.select(selection, first, last)
    if first is not None:
        begins = bisect_left(found, first, key=first_day)
        found = [*(one for one in found[:begins] if one.moment.all_day), *found[begins:]]
    if without:
        found = [one for one in found if not (one.event.id in without and one.moment.last >= today)]
    return found


@once
def faded_events(site: Site) -> frozenset[str]:
    """Return the ids of the events that faded from the lists."""
    with site.index.asked.during():  # what depends on an event that is looked up here has asked for that event already
        today = site.today
        return frozenset([event.id for event in site.calendar.events if faded(event, today)])


@once
def coming(site: Site, selection: Selection, wanted: Callable[[Occurrence], bool] | None = None) -> Coming:
    """Return what is to come for a selection: the near future, and the next date of what begins after it.

    Of what is ``wanted`` from it, which may be much, only the near future.
    """
    ahead = _all_ahead(site) if selection == Selection() else _ahead(site, selection)
    if wanted is not None:
        ahead = list(islice(filter(wanted, ahead), MOST + 2))
    everything = selection == Selection() and wanted is None
    end = _end(ahead[: MOST + 2], site.today, many=MOST if everything else MANY)
    shown, rest = ahead[:end], ahead[end:]
    return Coming(
        shown=tuple(shown),
        later=() if wanted else _next_of_each(rest, but={one.event.id for one in shown}),
        until=max(shown[-1].moment.first, site.today) if shown and rest else None,
        following=max(rest[0].moment.first, site.today) if shown and rest else None,
    )


@once
def _all_ahead(site: Site) -> Sequence[Occurrence]:
    """Return all that is to come, from which each ready list takes its own."""
    return _ahead(site, Selection())


def _ahead(site: Site, selection: Selection) -> Sequence[Occurrence]:
    return not_over(held_between(site, selection, site.today, None), site.timeline.now)


@once
def to_come(site: Site, since: date) -> Sequence[Circumstances]:
    """Return what holds for any date that does not lie behind, and ends on a day from ``since`` on: each once.

    What faded from the lists is not in it. There are few of these, and many dates: so all that is to come is looked through once.
    """
    now, without = site.timeline.now, faded_events(site)
    later = [one.circumstances for one in site.index.nearest(site.today)]
    with site.index.asked.during():  # that has asked for all
        begun = site.index.select(Selection(), since, now.date())
    found = [one.circumstances for one in begun if one.moment.last >= since and not over(one.moment, now)]
    each = {id(one): one for one in (*found, *later)}.values()
    return [one for one in each if one.event.id not in without] if without else list(each)


def not_over(dates: Sequence[Occurrence], now: datetime) -> Sequence[Occurrence]:
    """Return those of dates in order of time that do not lie behind."""
    return parted(dates, now)[1]


def parted(dates: Sequence[Occurrence], now: datetime) -> tuple[Sequence[Occurrence], Sequence[Occurrence]]:
    """Return dates in order of time as those that lie behind, and the others."""
    today = now.date()
    tomorrow, yesterday = bisect_right(dates, today, key=first_day), today - ONE_DAY
    begun = dates[:tomorrow]
    # what ended earlier than yesterday is over by its days alone, and that is most of it
    behind = [one.moment.last < yesterday or over(one.moment, now) for one in begun]
    return list(compress(begun, behind)), [*compress(begun, map(not_, behind)), *dates[tomorrow:]]


def over(moment: Moment, now: datetime) -> bool:
    """Whether a moment lies behind; one without a known end does so when its day is over."""
    return moment.first <= now.date() and until(moment) <= now


def until(moment: Moment) -> datetime:
    """Return the first instant at which a moment lies behind; without a known end that is the end of its day."""
    if moment.hours is not None and moment.hours.end is None:
        return datetime.combine(moment.first + ONE_DAY, MIDNIGHT)
    return moment.end


def as_attribute(moment: datetime) -> str:
    """Return a moment as ``data-until`` and ``data-from`` say it: wall-clock time, ISO 8601 to the minute."""
    return moment.isoformat(timespec="minutes")


def weekend_after(today: date) -> list[date]:
    """Return the Saturday and the Sunday that come after today; on a Saturday the Sunday alone."""
    monday = today - timedelta(days=today.weekday() - 7 * (today.weekday() == 6))
    return [day for day in (monday + timedelta(days=5), monday + timedelta(days=6)) if day > today]


def _end(ahead: Sequence[Occurrence], today: date, *, many: int) -> int:
    """Return how many of the list are shown: whole days, unless one day has more than a page holds."""
    days = [max(one.moment.first, today) for one in ahead]
    near, this_week = bisect_right(days, today + NEAR), bisect_right(days, today + WEEK)
    return whole_days(days, min(max(near, FEW), max(many, this_week)))


def whole_days(days: Sequence[date], wanted: int, begin: int = 0) -> int:
    """Return how far a list goes, of which the days are given: so many and the rest of that day.

    At most as many whole days as a page holds; it begins where an earlier page stopped.
    """
    last = begin + wanted - 1
    end = bisect_right(days, days[last], begin) if begin <= last < len(days) else min(last + 1, len(days))
    if end - begin <= MOST:
        return end
    cut = bisect_left(days, days[begin + MOST], begin)
    return cut if cut > begin else begin + MOST


def _next_of_each(ahead: Iterable[Occurrence], *, but: set[str]) -> tuple[Occurrence, ...]:
    """Return the next date of each event, for as many as a page holds."""
    found: dict[str, Occurrence] = {}
    for one in ahead:
        event = one.circumstances.event.id
        if event not in but and one.moved_to is None:
            found.setdefault(event, one)
            if len(found) == MOST:
                break
    return tuple(found.values())
