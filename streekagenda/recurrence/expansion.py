"""Events to occurrences: what happens in a window of days, in order of time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from streekagenda.model.calendar import Calendar, Timeline
from streekagenda.model.details import Details, Status
from streekagenda.model.occurrence import Occurrence
from streekagenda.model.schedule import Series
from streekagenda.recurrence.instances import instances, touches

if TYPE_CHECKING:
    from streekagenda.model.event import Event
    from streekagenda.model.schedule import Entry, Moment


FARTHEST = timedelta(days=3653)
"""How far beyond the window dates are sought that have an end of their own: ten years."""


def timeline(calendar: Calendar, now: datetime, first: date, last: date) -> Timeline:
    """Return all that happens from ``first`` on, in order of time.

    ``last`` is the horizon of what repeats without an end; single dates, and series that end, go on beyond it. ``now``
    is the moment of the build, naive, in the wall-clock time of the region.
    """
    found = [
        occurrence
        for event in calendar.events
        for entry in event.schedule.entries
        for occurrence in expand_entry(event, entry, first, last if _open_ended(entry) else last + FARTHEST)
    ]
    return Timeline(calendar=calendar, now=now, occurrences=tuple(sorted(found, key=order)))


def _open_ended(entry: Entry) -> bool:
    return isinstance(entry, Series) and entry.rule.until is None and entry.rule.count is None


def expand(event: Event, first: date, last: date) -> list[Occurrence]:
    """Return the occurrences of an event that touch the days from ``first`` to ``last``, in order of time."""
    found = [one for entry in event.schedule.entries for one in expand_entry(event, entry, first, last)]
    return sorted(found, key=order)


def expand_entry(event: Event, entry: Entry, first: date, last: date) -> list[Occurrence]:
    """Return the occurrences of one entry of an event that touch the days from ``first`` to ``last``.

    What a change says goes before what the entry says, and that before what the event says; so a cancelled event
    cancels every date that does not say otherwise. A date that moved to another day counts where it is now; the day
    that it left gets a trace, with the details that it would have had and the note of the change.
    """
    usual = entry.details.over(event.details)
    found: list[Occurrence] = []
    for instance in instances(entry, first, last):
        planned, moment, change = instance.planned, instance.moment, instance.change
        details = change.details.over(usual) if change else usual
        if touches(moment, first, last):
            found.append(_occurrence(event, entry, details, moment=moment, planned=planned))
        if instance.left and touches(planned, first, last):
            trace = Details(note=details.note).over(usual)
            found.append(_occurrence(event, entry, trace, moment=planned, planned=planned, moved_to=moment))
    return sorted(found, key=order)


def order(occurrence: Occurrence) -> tuple[datetime, str, str, datetime, bool]:
    """Return the key that sorts occurrences: by time, and those of one time in an order that never changes."""
    return (
        occurrence.moment.start,
        occurrence.event.id,
        occurrence.entry.key,
        occurrence.planned.start,
        occurrence.moved_to is not None,
    )


def _occurrence(
    event: Event, entry: Entry, details: Details, *, moment: Moment, planned: Moment, moved_to: Moment | None = None
) -> Occurrence:
    return Occurrence(
        event=event,
        entry=entry,
        moment=moment,
        planned=planned,
        moved_to=moved_to,
        title=details.title or event.title,
        place=details.place,
        price=details.price,
        status=details.status or Status.SCHEDULED,
        booking=details.booking,
        note=details.note,
    )
