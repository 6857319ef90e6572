"""What goes on while everybody has the day off: nobody has said whether it does."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding
from streekagenda.model.schedule import Frequency, Series, Weekday
from streekagenda.recurrence.expansion import expand_entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from streekagenda.checks.checked import Checked
    from streekagenda.model.event import Event
    from streekagenda.model.schedule import Entry


def going_on(checked: Checked) -> Iterator[Finding]:
    """A repeating activity that falls on a public holiday before the horizon, of which nothing says that it goes on.

    Of a date that is written out, an extra date and a change somebody knew which day it was; and what is once a year
    is often meant for that day.
    """
    holidays: dict[int, list[date]] = defaultdict(list)
    for day in checked.holidays:
        holidays[day.weekday()].append(day)
    for event in checked.running:
        days = sorted({day for entry in event.schedule.entries for day in _days_of(event, entry, holidays)})
        if days:
            listed = ", ".join(day.isoformat() for day in days)
            yield Finding(path=event.source.path, key=("when",), values={"days": listed})


def _days_of(event: Event, entry: Entry, holidays: Mapping[int, list[date]]) -> Iterator[date]:
    """Yield the holidays, given by weekday, that a rule gives without anybody having spoken of them."""
    if not isinstance(entry, Series) or entry.rule.frequency is Frequency.YEARLY:
        return
    rule = entry.rule
    spoken_of = {change.on for change in entry.changes} | {moment.first for moment in entry.also}
    for weekday in {one.weekday for one in rule.weekdays} or Weekday:
        for day in holidays[weekday]:
            if rule.start <= day <= (rule.until or day) and day not in spoken_of:
                found = expand_entry(event, entry, day, day)
                if any(one.takes_place and not one.moved and one.moment.first == day for one in found):
                    yield day
