"""What has been running for long: whether anybody still stands behind it, and whether it ends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding
from streekagenda.model import freshness
from streekagenda.model.schedule import Series
from streekagenda.recurrence.planned import last_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.checks.checked import Checked
    from streekagenda.model.event import Event

SOON = timedelta(days=28)
SEASON = timedelta(weeks=20)
"""What lasts at least so long may go on after its last day; what is shorter is a course."""


def unconfirmed(checked: Checked) -> Iterator[Finding]:
    """A running activity that nobody confirmed for 6 months: its page says so."""
    for event in checked.running:
        if freshness.unconfirmed(event, checked.today) and not freshness.faded(event, checked.today):
            yield _since(event, checked.today)


def faded(checked: Checked) -> Iterator[Finding]:
    """A running activity that nobody confirmed for 12 months: it has left the lists."""
    for event in checked.running:
        if freshness.faded(event, checked.today):
            yield _since(event, checked.today)


def _since(event: Event, today: date) -> Finding:
    values = {"day": str(event.history.confirmed), "today": today.isoformat()}
    suggestion = today.isoformat() if event.checked else None
    return Finding(path=event.source.path, key=("checked",), values=values, suggestion=suggestion)


def ends_soon(checked: Checked) -> Iterator[Finding]:
    """An activity of a season or more whose last date is near, with nothing after it."""
    for event in checked.running:
        days = [_last_of(entry) for entry in event.schedule.entries if isinstance(entry, Series)]
        if len(days) < len(event.schedule.entries) or not all(days):
            continue
        last = max(day for day in days if day)
        if checked.today <= last <= checked.today + SOON:
            yield Finding(path=event.source.path, key=("when",), values={"day": last.isoformat()})


def _last_of(series: Series) -> date | None:
    """The last date of what was given a last day; ``None`` for what has none, and for what is over within a season."""
    rule = series.rule
    if rule.until is None or rule.until - rule.start < SEASON:
        return None
    return max((last_day(series) or rule.until, *(moment.first for moment in series.also)))
