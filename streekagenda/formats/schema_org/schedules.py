"""Schedule (schema.org/Schedule): how an activity recurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.schema_org.weekdays import day_of_week
from streekagenda.model.schedule import Frequency

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.schedule import NthWeekday, Series

_UNITS = {Frequency.DAILY: "D", Frequency.WEEKLY: "W", Frequency.MONTHLY: "M", Frequency.YEARLY: "Y"}


def schedule(series: Series, zone: str, excluded: Sequence[date]) -> JsonObject | None:
    """Return a series; ``None`` for one that schema.org has no words for: even weeks, the last workday of a month."""
    rule = series.rule
    if rule.week_parity or rule.positions:
        return None
    found: JsonObject = {
        "@type": "Schedule",
        "startDate": rule.start.isoformat(),
        "repeatFrequency": f"P{rule.interval}{_UNITS[rule.frequency]}",
        "scheduleTimezone": zone,
    }
    if rule.until:
        found["endDate"] = rule.until.isoformat()
    if rule.count:
        found["repeatCount"] = rule.count
    if rule.weekdays:
        found["byDay"] = [_by_day(day) for day in rule.weekdays]
    if rule.month_days:
        found["byMonthDay"] = list(rule.month_days)
    if rule.months:
        found["byMonth"] = list(rule.months)
    if series.hours:
        found["startTime"] = series.hours.start.isoformat()
        if series.hours.end:
            found["endTime"] = series.hours.end.isoformat()
    if excluded:
        found["exceptDate"] = [day.isoformat() for day in sorted(excluded)]
    return found


def _by_day(day: NthWeekday) -> str:
    """Every Sunday by its name; the first Tuesday of the month as iCalendar writes it, as schema.org/byDay allows."""
    return f"{day.nth}{day.weekday.name}" if day.nth else day_of_week(day.weekday)
