"""What cannot be: a time that the clock skips, a change on a day that is none, exceptions that leave nothing."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain, islice
from typing import TYPE_CHECKING

from streekagenda.content.faults import Fault
from streekagenda.model.schedule import DateRange, Series, Single
from streekagenda.recurrence.clock_changes import skipped_moment
from streekagenda.recurrence.days import days
from streekagenda.recurrence.planned import first_day, nearest_planned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from streekagenda.content.findings import Findings
    from streekagenda.content.yaml_text import Path
    from streekagenda.model.region import Region
    from streekagenda.model.schedule import Change, Entry, Moment

MOST_DATES = 10_000
"""Of one event, from the start of the archive to the horizon: a bus with sixty stops a week has fewer."""
YEARS_BEYOND = 10
"""How many years later than the horizon a rule may end: what ends later than that was meant to have no end."""
_YEARS_AHEAD = timedelta(days=2 * 366)
"""How far ahead a series that may never end is looked at."""


def check_clock(entry: Entry, zone: str, findings: Findings, path: Path) -> None:
    """Say when an entry has a time that does not exist because the clock goes forward."""
    moment = skipped_moment(entry, zone)
    if moment is not None:
        findings.add("time-does-not-exist", path, day=moment.first, time=f"{moment.start:%H:%M}")


def check_twice(entries: Sequence[Entry], findings: Findings, path: Path) -> None:
    """Say when the same moment stands there twice: in a feed it would be two events."""
    seen: list[tuple[Moment, object]] = []
    for entry in entries:
        if isinstance(entry, Single):
            if (entry.moment, entry.details.place) in seen:
                findings.add("date-twice", path, day=entry.moment.first)
                return
            seen.append((entry.moment, entry.details.place))


def check_number(entries: Sequence[Entry], region: Region, today: date, findings: Findings, path: Path) -> None:
    """Say when there are more dates than a page can hold, before anything is made of them."""
    back, ahead = (timedelta(days=31 * months) for months in (region.archive_months, region.horizon_months))
    series = [entry for entry in entries if isinstance(entry, Series)]
    named = len(entries) - len(series) + sum(len(one.also) for one in series)
    if named + len(series) * (back + ahead).days <= MOST_DATES:
        return  # not even when each rule gave every day: nobody needs to count
    found = chain.from_iterable(days(one.rule, today - back, today + ahead) for one in series)
    if named + sum(1 for _ in islice(found, MOST_DATES + 1)) > MOST_DATES:
        findings.add("too-many-dates", path, limit=MOST_DATES)


def check_end(series: Series, region: Region, today: date, findings: Findings, path: Path) -> None:
    """Say when a rule ends so late that no end was meant: then its calendars would hold a date that nobody chose."""
    latest = today.year + (today.month + region.horizon_months) // 12 + YEARS_BEYOND
    if series.rule.until and series.rule.until.year > latest:
        findings.add("until-too-far", path, last=series.rule.until, limit=latest)


def check_series(series: Series, findings: Findings, path: Path) -> None:
    """Say when a series has no day at all: its dates exclude each other, or its exceptions leave nothing."""
    if first_day(series) is not None:
        return
    rule = series.rule
    end = rule.until or rule.start + _YEARS_AHEAD
    given = next(days(rule, rule.start, end), None)
    if given:
        findings.add("series-all-excepted", path, key=findings.record.key_as_written((*path, "except")))
    else:
        findings.add("series-empty", path, first=rule.start, last=rule.until or "")


def owner_of(change: Change, series: Sequence[Series]) -> int | Fault:
    """Return which of the series a change is about, or what is wrong: about none, or that date has one already.

    A change on a holiday that the series leaves out is about that series: the day takes place after all. A day that the
    author left out by its date is a contradiction.
    """
    for index, one in enumerate(series):
        given = next(days(one.rule, change.on, change.on), None) is not None
        excepted_by_date = any(isinstance(day, DateRange) and change.on in day for day in one.exclusions)
        if (given and not excepted_by_date) or any(moment.first == change.on for moment in one.also):
            if any(other.on == change.on for other in one.changes):
                return Fault(code="change-twice", values={"day": change.on})
            return index
    excepted = any(next(days(one.rule, change.on, change.on), None) for one in series)
    around = sorted(day for one in series for day in nearest_planned(one, change.on) if day is not None)
    before = max((day for day in around if day < change.on), default=None)
    after = min((day for day in around if day > change.on), default=None)
    return Fault(
        code="change-on-exception" if excepted else "change-no-occurrence",
        values={"day": change.on, "before": before or after or "-", "after": after or before or "-"},
    )
