"""OpeningHoursSpecification (schema.org/OpeningHoursSpecification): when one can walk into a place.

It can say days of the week, and single days that differ. What it can't say (every first Monday) is left out here and
stands on the page.
"""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from streekagenda.formats.schema_org.weekdays import day_of_week
from streekagenda.model.schedule import Closure, DateRange, Frequency, Hours, Rule, Series, Single, Weekday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.schedule import Exclusion, Schedule

_ALL_DAY = Hours(start=time(0, 0), end=time(23, 59))
_SHUT = Hours(start=time(0, 0), end=time(0, 0))


def opening_hours(schedule: Schedule) -> list[JsonObject]:
    """Return the hours of the week."""
    found: list[JsonObject] = []
    for entry in schedule.entries:
        if isinstance(entry, Series) and (days := _days_of_week(entry.rule)) and (hours := _known(entry.hours)):
            specification = _specification(hours, entry.rule.start, entry.rule.until)
            found.append({**specification, "dayOfWeek": [day_of_week(day) for day in days]})
    return found


def special_opening_hours(schedule: Schedule | None, closed: Sequence[Exclusion]) -> list[JsonObject]:
    """Return single days that are open, and stretches of days that are closed; holidays are known by their name only."""
    found = [
        _specification(hours, entry.moment.first, entry.moment.last)
        for entry in (schedule.entries if schedule else ())
        if isinstance(entry, Single) and (hours := _known(entry.moment.hours))
    ]
    for exclusion in closed:
        if isinstance(exclusion, DateRange | Closure):
            ranges = exclusion.ranges if isinstance(exclusion, Closure) else (exclusion,)
            found.extend(_specification(_SHUT, days.first, days.last) for days in ranges)
    return found


def _known(hours: Hours | None) -> Hours | None:
    """Return hours with an end; whole days are from midnight to midnight."""
    if hours is None:
        return _ALL_DAY
    return hours if hours.end is not None else None


def _days_of_week(rule: Rule) -> list[Weekday]:
    """Return the days of a rule that holds in every week, else none."""
    plain = rule.interval == 1 and not (rule.week_parity or rule.months or rule.month_days or rule.positions)
    if not plain or rule.count or any(day.nth for day in rule.weekdays):
        return []
    if rule.frequency is Frequency.DAILY:
        return [day.weekday for day in rule.weekdays] or list(Weekday)
    if rule.frequency is Frequency.WEEKLY:
        return [day.weekday for day in rule.weekdays] or [Weekday(rule.start.weekday())]
    return []


def _specification(hours: Hours, first: date, last: date | None) -> JsonObject:
    return {
        "@type": "OpeningHoursSpecification",
        "opens": hours.start.strftime("%H:%M"),
        "closes": hours.end.strftime("%H:%M") if hours.end else None,
        "validFrom": first.isoformat(),
        **({"validThrough": last.isoformat()} if last else {}),
    }
