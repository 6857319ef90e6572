"""The instances of a schedule entry (RFC 5545 section 3.8.4.4): when it is, and when it was planned."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.schedule import MIDNIGHT, ONE_DAY, Change, Entry, Moment, Schedule, Series, Single, moment_on
from streekagenda.recurrence.days import days as rule_days
from streekagenda.recurrence.holiday_sets import excluded_days
from streekagenda.recurrence.planned import planned_days, planned_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streekagenda.model.schedule import Exclusion, Hours


class Instance(Struct, frozen=True, kw_only=True):
    """One date of an entry; ``planned`` names it also when it has moved (RECURRENCE-ID)."""

    planned: Moment
    moment: Moment
    change: Change | None = None

    @property
    def left(self) -> bool:
        """Whether it has gone to another day, so that the planned day should say where it went."""
        return self.moment.first != self.planned.first


def instances(entry: Entry, first: date, last: date) -> Iterator[Instance]:
    """Yield the instances that touch the days from ``first`` to ``last``, where they are or where they were planned.

    They come in the order in which they were planned. A change applies to the planned date of its day, or else to an
    extra moment on that day; a change that names no date of the series does nothing.
    """
    if is_as_planned(entry):
        yield from map(_unchanged, planned_moments(entry, first, last, Moments()))
        return
    found = _series_instances(entry, first, last) if isinstance(entry, Series) else [_unchanged(entry.moment)]
    for instance in found:
        if touches(instance.planned, first, last) or touches(instance.moment, first, last):
            yield instance


class Moments:
    """Each moment once: a region of a thousand events has forty hours at which thousands of its dates begin."""

    def __init__(self) -> None:
        self._days = _Days()
        self._known: dict[Hours | None, _MomentsAt] = {}

    def on(self, numbers: Iterable[int], hours: Hours | None) -> list[Moment]:
        """Return the moment on each of the days, by their numbers, at the same hours."""
        known = self._known.get(hours) or self._known.setdefault(hours, _MomentsAt(hours, self._days))
        return [known[number] for number in numbers]


class _Days(dict[int, date]):
    """The days of numbers, each once."""

    def __missing__(self, number: int) -> date:
        self[number] = day = date.fromordinal(number)
        return day


class _MomentsAt(dict[int, Moment]):
    """The moments at some hours, by the numbers of their days."""

    def __init__(self, hours: Hours | None, days: _Days) -> None:
        self._hours, self._days = hours, days

    def __missing__(self, number: int) -> Moment:
        day = self._days[number]
        self[number] = moment = Moment(first=day, last=day, hours=self._hours)
        return moment


def is_as_planned(entry: Entry) -> bool:
    """Whether nothing is told of single dates of an entry, as of most: each takes place when it is planned."""
    return isinstance(entry, Single) or not (entry.changes or entry.also)


def planned_moments(entry: Entry, first: date, last: date, shared: Moments) -> list[Moment]:
    """Return the moments of an entry that is as planned, in order, as far as they touch the days from first to last."""
    if isinstance(entry, Single):
        return [entry.moment] if touches(entry.moment, first, last) else []
    found = shared.on(planned_numbers(entry, first - ONE_DAY, last), entry.hours)
    # only the first can have begun on the day before
    return found[1:] if found and not touches(found[0], first, last) else found


def opening_moments(opening: Schedule, closed: tuple[Exclusion, ...], first: date, last: date) -> list[Moment]:
    """Return when a place is open from ``first`` to ``last``, in order of time."""
    days_off = excluded_days(closed, first, last)
    found = {
        instance.moment
        for entry in opening.entries
        for instance in instances(entry, first, last)
        if touches(instance.moment, first, last) and instance.moment.first not in days_off
    }
    return sorted(found, key=_order)


def changed_moment(planned: Moment, change: Change) -> Moment:
    """Return when a planned moment is with its change: on another day, at other hours, or as it was."""
    first = change.moved_to or planned.first
    return Moment(first=first, last=first + (planned.last - planned.first), hours=change.hours or planned.hours)


def last_touched(moment: Moment) -> date:
    """Return the last day that a moment touches: the next one for an evening that ends after midnight."""
    if moment.hours is None:
        return moment.last
    end = moment.hours.end
    # at midnight itself it is over
    return moment.first if end is None or end > moment.hours.start or end == MIDNIGHT else moment.first + ONE_DAY


def touches(moment: Moment, first: date, last: date) -> bool:
    """Whether a moment touches any of the days from ``first`` to ``last``."""
    return moment.first <= last and (moment.first >= first or last_touched(moment) >= first)


def _series_instances(series: Series, first: date, last: date) -> list[Instance]:
    """Every instance that may touch the window; what is both planned and extra counts once (section 3.8.5.2)."""
    begin = first - ONE_DAY

    def near(day: date | None) -> bool:
        return day is not None and begin <= day <= last

    changes = {change.on: change for change in series.changes if near(change.on) or near(change.moved_to)}
    # A day with a change of its own is planned wherever the rule gives it: see planned_days.
    planned_changes = {day: changes[day] for day in changes if any(rule_days(series.rule, day, day))}
    days = {*planned_days(series, begin, last), *planned_changes}
    planned = {moment_on(day, series.hours): planned_changes.get(day) for day in days}
    extra = {moment: None if moment.first in planned_changes else changes.get(moment.first) for moment in series.also}
    both = {**extra, **planned}
    return [_changed(moment, both[moment]) for moment in sorted(both, key=_order)]


def _unchanged(moment: Moment) -> Instance:
    return Instance(planned=moment, moment=moment)


def _changed(planned: Moment, change: Change | None) -> Instance:
    if change is None:
        return _unchanged(planned)
    return Instance(planned=planned, moment=changed_moment(planned, change), change=change)


def _order(moment: Moment) -> tuple[datetime, datetime]:
    return moment.start, moment.end
