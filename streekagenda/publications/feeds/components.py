"""The entries of an event as iCalendar components: each a series with its changed dates, or a single date.

They are a function of the content alone, not of the day of the build, but for one thing: the holidays on which an
endless series does not take place are written some years ahead. When a new year brings new ones, the components
count as changed on the first of January, since subscribers look at nothing that did not change.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.schedule import Moment, Series, moment_on
from streekagenda.publications.feeds.plain_rules import read_alike
from streekagenda.publications.feeds.series_parts import Part, Window, grew, in_series, parts
from streekagenda.recurrence.days import days
from streekagenda.recurrence.expansion import as_usual, expand_entry
from streekagenda.recurrence.instances import last_touched
from streekagenda.recurrence.planned import first_day, planned_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Change, Entry

MOST_CHANGES = 80
"""A series of which more dates differ is written out, since a feed can be parted between UIDs only."""

_SECOND = timedelta(seconds=1)


class Component(Struct, frozen=True, kw_only=True):
    """What one VEVENT says, before it is put into words."""

    uid: str
    occurrence: Occurrence
    """The date itself; for a series its first, with all that holds for every date."""
    rrule: str | None = None
    excluded: tuple[date, ...] = ()
    planned: Moment | None = None
    """For a changed date of a series: when the series gave it."""
    last: date
    """The last day that it touches; ``LAST_DAY`` for a series without an end."""
    modified: datetime
    sequence: int


def components(event: Event, entry: Entry, zone: str, window: Window) -> tuple[Component, ...]:
    """Return the components of one entry of an event: first the series, then dates that differ, then extra dates."""
    if not isinstance(entry, Series):
        (occurrence,) = expand_entry(event, entry, entry.moment.first, entry.moment.last)
        return (_component(event, _uid(event, entry.key), occurrence),)
    return (*_series(event, entry, zone, window), *_extra_dates(event, entry))


def alone(occurrence: Occurrence) -> Component:
    """Return one date as an entry by itself, under a name that no feed has."""
    return _component(
        occurrence.event,
        _uid(occurrence.event, occurrence.entry.key, _named(occurrence.moment.first), "once"),
        occurrence,
    )


def _uid(event: Event, *keys: str) -> str:
    """Return the UID of an event with the keys of a part of it: ``koffie.1tu@host``."""
    name, at, host = event.uid.rpartition("@")
    if not at:
        name, host = host, ""
    return ".".join((name, *(key for key in keys if key))) + at + host


def _named(day: date) -> str:
    """Return what a date of a series adds to its UID: ``20261231``, never the key of a loose date (``2026-12-31``)."""
    return f"{day:%Y%m%d}"


def _component(event: Event, uid: str, occurrence: Occurrence) -> Component:
    return Component(
        uid=uid,
        occurrence=occurrence,
        last=last_touched(occurrence.moment),
        modified=event.history.modified,
        sequence=event.history.sequence,
    )


# ---------------------------------------------------------------------------------------------------------- series


def _series(event: Event, entry: Series, zone: str, window: Window) -> Iterator[Component]:
    first = first_day(entry)
    if first is None:
        return
    seen = window.seen_from(first)
    for whole in parts(entry, first, seen):
        part = in_series(entry, whole, zone, seen)
        rrule = read_alike(part.rule, entry.hours, zone) if part else None
        if part is None or rrule is None or part.rule.start == part.last or len(entry.changes) > MOST_CHANGES:
            yield from _written_out(event, entry, whole, seen)
            continue
        found = (*_recurring(event, entry, part, rrule), *_by_themselves(event, entry, part))
        year = grew(entry, part, first, window)
        yield from (_as_of(one, year) for one in found) if year else found


def _recurring(event: Event, entry: Series, part: Part, rrule: str) -> Iterator[Component]:
    uid = _uid(event, entry.key, part.key)
    yield Component(
        uid=uid,
        occurrence=as_usual(event, entry, moment_on(part.rule.start, entry.hours)),
        rrule=rrule,
        excluded=part.excluded,
        last=part.last,
        modified=event.history.modified,
        sequence=event.history.sequence,
    )
    for change in entry.changes:
        if part.gives(change.on):
            moment = moment_on(change.on, entry.hours)
            yield replace(_component(event, uid, _planned(event, entry, moment, change)), planned=moment)


def _written_out(event: Event, entry: Series, part: Part, window: Window) -> Iterator[Component]:
    """The dates of a rule for which iCalendar has no words that all calendars read alike, each by itself."""
    changes = {change.on: change for change in entry.changes}
    own = part.own if part.own is not None else tuple(days(part.rule, part.rule.start, window.last))
    only = part.rule.start == part.last
    for day in own:
        occurrence = _planned(event, entry, moment_on(day, entry.hours), changes.get(day))
        yield _component(event, _uid(event, entry.key, part.key, "" if only else _named(day)), occurrence)


def _by_themselves(event: Event, entry: Series, part: Part) -> Iterator[Component]:
    """The dates of a series that are apart from it."""
    changes = {change.on: change for change in entry.changes}
    for day in part.apart:
        occurrence = _planned(event, entry, moment_on(day, entry.hours), changes.get(day))
        yield _component(event, _uid(event, entry.key, part.key, _named(day)), occurrence)


def _as_of(component: Component, year: int) -> Component:
    """Return a component that counts as changed on the first of January of a year, if it has not changed since."""
    new_year = datetime(year, 1, 1, tzinfo=UTC)
    if component.modified >= new_year:
        return component
    grown = component.sequence + (new_year - component.modified) // _SECOND
    return replace(component, modified=new_year, sequence=grown)


# ------------------------------------------------------------------------------------------------------ single dates


def _extra_dates(event: Event, entry: Series) -> Iterator[Component]:
    """The moments of ``also``, each by itself: RDATE loses the first date in Outlook and ical.js."""
    changes = {change.on: change for change in entry.changes}
    on_days = [moment.first for moment in entry.also]
    for moment in sorted(set(entry.also), key=lambda moment: (moment.start, moment.end)):
        planned = any(planned_days(entry, moment.first, moment.first))
        if planned and moment == moment_on(moment.first, entry.hours):
            continue  # given twice, it counts once
        change = None if planned else changes.get(moment.first)
        hour = f"-{moment.start:%H%M}" if planned or on_days.count(moment.first) > 1 else ""
        uid = _uid(event, entry.key, _named(moment.first) + hour)
        yield _component(event, uid, _planned(event, entry, moment, change))


def _planned(event: Event, series: Series, moment: Moment, change: Change | None = None) -> Occurrence:
    """Return the occurrence that was planned at a moment; with its change, wherever that put it."""
    around = [moment.first, moment.last, *([change.moved_to] if change and change.moved_to else [])]
    found = expand_entry(event, series, min(around), max(around))
    return next(one for one in found if one.planned == moment and one.moved_to is None)
