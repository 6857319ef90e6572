"""Last days to sign up that cannot be meant: after the last date, or over before the file was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.checks.checked import last_days
from streekagenda.checks.finding import Finding
from streekagenda.model.details import BookingState
from streekagenda.model.schedule import Series

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.checks.checked import Checked
    from streekagenda.model.event import Event

_LONG_AGO = 2000
"""The year before which no file was made: of one without a commit the day is not known, it is new."""


def too_late(checked: Checked) -> Iterator[Finding]:
    """Signing up goes on after the last date."""
    for event, until in _last_day_to_sign_up(checked):
        ends = [last for entry in event.schedule.entries for last in last_days(entry)]
        known = [one for one in ends if one is not None]
        if len(known) == len(ends) and known and max(known) < until:
            yield _finding(event, until, last=max(known))


def over_from_the_start(checked: Checked) -> Iterator[Finding]:
    """Signing up was over when the file was made, and every date is still to come."""
    for event, until in _last_day_to_sign_up(checked):
        created = event.history.created.date()
        made = created if created.year > _LONG_AGO else checked.today
        starts = [one.rule.start if isinstance(one, Series) else one.moment.first for one in event.schedule.entries]
        if until < made and min(starts, default=made) > checked.today:
            yield _finding(event, until, first=min(starts))


def _last_day_to_sign_up(checked: Checked) -> Iterator[tuple[Event, date]]:
    for event in checked.running:
        if event.booking and event.booking.until and event.booking.state is BookingState.OPEN:
            yield event, event.booking.until


def _finding(event: Event, until: date, **days: date) -> Finding:
    values = {name: day.isoformat() for name, day in {"until": until, **days}.items()}
    return Finding(path=event.source.path, key=("booking", "until"), values=values)
