"""When a place is open for walking in, and what is on there this week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.schedule import Schedule, Series
from streekagenda.model.selection import Selection
from streekagenda.publications.editions.coming import between, over, until
from streekagenda.recurrence.instances import opening_moments

if TYPE_CHECKING:
    from datetime import date, datetime

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.place import Place
    from streekagenda.model.schedule import Moment
    from streekagenda.publications.site import Site


class OpenDay(Struct, frozen=True, kw_only=True):
    """A day in the week of a place."""

    day: date
    open: tuple[Moment, ...]
    occurrences: tuple[Occurrence, ...]


class OpenPlace(Struct, frozen=True, kw_only=True):
    """A place to walk into today, with the hours that do not lie behind."""

    place: Place
    windows: tuple[Window, ...]


class Window(Struct, frozen=True, kw_only=True):
    """Hours in which a door is open."""

    moment: Moment
    first: datetime
    until: datetime
    """Wall-clock time of the region; an end that is not known is that of the day."""


def open_today(site: Site) -> list[OpenPlace]:
    """Return the places with a page that are open today, now or later; those that open first come first."""
    found = []
    for place in site.calendar.places:
        if place.id is None or place.open is None:
            continue
        moments = opening_moments(place.open, place.closed, site.today, site.today)
        windows = tuple(
            Window(moment=one, first=one.start, until=until(one)) for one in moments if not over(one, site.timeline.now)
        )
        if windows:
            found.append(OpenPlace(place=place, windows=windows))
    return sorted(found, key=lambda one: (one.windows[0].first, one.place.id))


def week_of(site: Site, place: Place) -> tuple[OpenDay, ...]:
    """Return today and the six days after it."""
    days = [site.today + timedelta(days=number) for number in range(7)]
    found = opening_moments(place.open, place.closed, days[0], days[-1]) if place.open else []
    happening = between(site, Selection(place=place.id), days[0], days[-1])
    return tuple(
        OpenDay(
            day=day,
            open=tuple(one for one in found if one.first <= day <= one.last),
            occurrences=tuple(one for one in happening if one.moment.first <= day <= one.moment.last),
        )
        for day in days
    )


def usual_hours(place: Place) -> Schedule | None:
    """Return when a place is open as a rule, with the days on which it is closed, to be said in sentences."""
    if place.open is None:
        return None
    return Schedule(
        entries=tuple(
            replace(entry, exclusions=(*entry.exclusions, *place.closed)) if isinstance(entry, Series) else entry
            for entry in place.open.entries
        )
    )
