"""The entries of an event as iCalendar components: each a series with its changed dates, or a single date.

They are a function of the content alone, not of the day of the build, but for one thing: the holidays on which an
endless series does not take place are written some years ahead. When a new year brings new ones, the components
count as changed on the first of January, since subscribers look at nothing that did not change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from streekagenda.formats.rrule import rule_text
from streekagenda.model.schedule import Moment, NamedHoliday, PublicHolidays, SchoolHolidays, Series, moment_on
from streekagenda.publications.feeds.plain_rules import read_alike
from streekagenda.publications.feeds.rule_parts import RulePart, rule_parts
from streekagenda.recurrence.days import LAST_DAY, days
from streekagenda.recurrence.expansion import expand_entry
from streekagenda.recurrence.planned import first_day, planned_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Change, Entry, Rule

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Component:
    """What one VEVENT says, before it is put into words."""

    uid: str
    occurrence: Occurrence
    """The date itself; for a series its first, with all that holds for every date."""
    rrule: str | None = None
    excluded: tuple[date, ...] = ()
    planned: Moment | None = None
    """For a changed date of a series: when the series gave it."""
    modified: datetime
    sequence: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """The years for which endless series are written out where they must be."""

    year: int
    """The year of the build: in the next one the window reaches a year further."""
    last: date

    @classmethod
    def around(cls, today: date, horizon_months: int) -> Window:
        """Return a window that reaches at least a year beyond the horizon, and changes once a year."""
        return cls(year=today.year, last=date(today.year + 1 + -(-horizon_months // 12), 12, 31))


def components(event: Event, entry: Entry, zone: str, window: Window) -> tuple[Component, ...]:
    """Return the components of one entry of an event: first the series, then dates that differ, then extra dates."""
    if not isinstance(entry, Series):
        (occurrence,) = expand_entry(event, entry, entry.moment.first, entry.moment.last)
        return (_component(event, _uid(event, entry.key), occurrence),)
    found: list[Component] = []
    for part in rule_parts(entry.rule, window.last):
        found.extend(_series(event, entry, part, zone, window))
    return (*found, *_extra_dates(event, entry))


def _uid(event: Event, *keys: str) -> str:
    """Return the UID of an event with the keys of a part of it: ``koffie.1tu@host``."""
    name, at, host = event.uid.rpartition("@")
    if not at:
        name, host = host, ""
    return ".".join((name, *(key for key in keys if key))) + at + host


def _component(event: Event, uid: str, occurrence: Occurrence) -> Component:
    return Component(uid=uid, occurrence=occurrence, modified=event.history.modified, sequence=event.history.sequence)


# ---------------------------------------------------------------------------------------------------------- series


def _series(event: Event, entry: Series, part: RulePart, zone: str, window: Window) -> Iterator[Component]:
    whole = replace(entry, rule=part.rule, also=())
    first = first_day(whole)
    if first is None:
        return
    rule = _from(part.rule, first)
    rrule = rule_text(rule, entry.hours, zone) if read_alike(rule) else None
    if rrule is None:
        yield from _written_out(event, whole, part, window)
        return
    # a first day in a holiday is there for its change alone: without the one it must be without the other
    plain = replace(whole, changes=(), exclusions=())
    uid = _uid(event, entry.key, part.key)
    as_usual = replace(_planned(event, plain, moment_on(first, entry.hours)), entry=whole)
    master = _component(event, uid, as_usual)
    master = replace(master, rrule=rrule, excluded=_excluded(whole, rule, window))
    found = [master]
    for change in entry.changes:
        if any(planned_days(whole, change.on, change.on)):
            moment = moment_on(change.on, entry.hours)
            changed = _component(event, uid, _planned(event, whole, moment, change))
            found.append(replace(changed, planned=moment))
    growing = _endless(rule, window) and any(
        isinstance(one, PublicHolidays | SchoolHolidays | NamedHoliday) for one in entry.exclusions
    )
    yield from (_as_of_this_year(one, window) for one in found) if growing else found


def _from(rule: Rule, first: date) -> Rule:
    """Return a rule that begins on one of its own days, so that DTSTART is the first instance and not excluded."""
    if rule.count is None:
        return replace(rule, start=first)
    skipped = sum(1 for day in days(rule, rule.start, first) if day < first)
    return replace(rule, start=first, count=rule.count - skipped)


def _excluded(series: Series, rule: Rule, window: Window) -> tuple[date, ...]:
    if not series.exclusions:
        return ()
    last = LAST_DAY if rule.count else min(rule.until or window.last, window.last)
    kept = set(planned_days(series, rule.start, last))
    return tuple(day for day in days(rule, rule.start, last) if day not in kept)


def _written_out(event: Event, series: Series, part: RulePart, window: Window) -> Iterator[Component]:
    """The dates of a rule for which iCalendar has no words that all calendars read alike, each by itself."""
    changes = {change.on: change for change in series.changes}
    last = LAST_DAY if part.rule.count else min(part.rule.until or window.last, window.last)
    for day in planned_days(series, part.rule.start, last):
        moment = moment_on(day, series.hours)
        occurrence = _planned(event, series, moment, changes.get(day))
        yield _component(event, _uid(event, series.key, part.key, day.isoformat()), occurrence)


def _endless(rule: Rule, window: Window) -> bool:
    return rule.count is None and (rule.until is None or rule.until > window.last)


def _as_of_this_year(component: Component, window: Window) -> Component:
    """Return a component that counts as changed on the first of January, if it has not changed since."""
    new_year = datetime(window.year, 1, 1, tzinfo=UTC)
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
        uid = _uid(event, entry.key, moment.first.isoformat() + hour)
        yield _component(event, uid, _planned(event, entry, moment, change))


def _planned(event: Event, series: Series, moment: Moment, change: Change | None = None) -> Occurrence:
    """Return the occurrence that was planned at a moment; with its change, wherever that put it."""
    around = [moment.first, moment.last, *([change.moved_to] if change and change.moved_to else [])]
    found = expand_entry(event, series, min(around), max(around))
    return next(one for one in found if one.planned == moment and one.moved_to is None)
