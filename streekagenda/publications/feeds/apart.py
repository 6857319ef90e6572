"""Which dates of a series a calendar cannot keep in it, so that each stands by itself, under a UID with its planned day.

* A date that moved to or past its neighbour, or into its hours: Outlook and Exchange refuse it, since two dates of a series
  lie neither on one day nor across each other (MS-OXOCAL section 2.2.1.44; Graph: ErrorOccurrenceCrossingBoundary).
* A date at an hour in a series of whole days: RECURRENCE-ID would be a day, and DTSTART a time.
* A night over the change of the clock. The end of each date lies as many exact hours after its begin as DTEND after
  DTSTART (RFC 5545 section 3.8.2.2), so that 22:00 to 06:00 would end at 05:00; and half of the programs go by the clock
  on the wall. Begins a series on such a night, then ical.js and libical are an hour off on all its other nights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.schedule import ONE_DAY, moment_on
from streekagenda.recurrence.clock_changes import days_over_change
from streekagenda.recurrence.days import days
from streekagenda.recurrence.instances import changed_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from streekagenda.model.schedule import Change, Rule, Series


def apart(entry: Series, rule: Rule, zone: str, last: date) -> tuple[date, ...]:
    """Return the days of a rule that cannot be dates of its series, in order.

    ``rule`` is the entry's, or that of a part of it; ``last`` is the day up to which an endless one is looked at.
    """
    return tuple(sorted({*_changed_too_far(entry, rule), *_over_change(entry, rule, zone, last)}))


def _over_change(entry: Series, rule: Rule, zone: str, last: date) -> Iterator[date]:
    if entry.hours is None or entry.hours.end is None:
        return
    for year in range(rule.start.year, min(last, rule.until or last).year + 1):
        for day in days_over_change(entry.hours, zone, year):
            if any(days(rule, day, day)):
                yield day


def _changed_too_far(entry: Series, rule: Rule) -> Iterator[date]:
    given = {change.on: change for change in entry.changes if any(days(rule, change.on, change.on))}
    for change in given.values():
        if (change.moved_to or change.hours) and not _fits(entry, rule, change, given):
            yield change.on


def _fits(entry: Series, rule: Rule, change: Change, given: Mapping[date, Change]) -> bool:
    """Whether a changed date is of the kind of its series, and lies between its neighbours.

    These count both where they were planned and where they are now.
    """
    if entry.hours is None and change.hours:
        return False
    moment = changed_moment(moment_on(change.on, entry.hours), change)
    first, last = sorted((change.on, moment.first))
    for day in {*days(rule, first - ONE_DAY, last + ONE_DAY), *given} - {change.on}:
        planned = moment_on(day, entry.hours)
        for other in (planned, changed_moment(planned, given[day]) if day in given else planned):
            before, after = (other, moment) if day < change.on else (moment, other)
            if before.first >= after.first or before.end > after.start:
                return False
    return True
