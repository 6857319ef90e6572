"""Events to occurrences: what happens in a window of days, in order of time."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, datetime, timedelta
from heapq import merge
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.calendar import Calendar, Timeline
from streekagenda.model.details import Details, Status
from streekagenda.model.occurrence import Circumstances, Moved, Occurrence
from streekagenda.model.schedule import ONE_DAY, Series
from streekagenda.recurrence.days import LAST_DAY
from streekagenda.recurrence.instances import Moments, instances, is_as_planned, last_touched, planned_moments, touches
from streekagenda.recurrence.planned import planned_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streekagenda.model.event import Event
    from streekagenda.model.schedule import Entry, Moment


FARTHEST = timedelta(days=3653)
"""How far beyond the window dates are sought that have an end of their own: ten years."""


class Change(Struct, frozen=True, kw_only=True):
    """What one timeline has and another of the same days has not, each in order of time."""

    gone: tuple[Occurrence, ...]
    new: tuple[Occurrence, ...]


def timeline(calendar: Calendar, now: datetime, first: date, last: date) -> Timeline:
    """Return all that happens from ``first`` on, in order of time.

    ``last`` is the horizon of what repeats without an end; single dates, and series that end, go on beyond it. What has
    nothing to come within its horizon is there with its first date after it. ``now`` is the moment of the build, naive,
    in the wall-clock time of the region.
    """
    return Timeline(calendar=calendar, now=now, occurrences=tuple(_all_of(calendar.events, now, first, last)))


def changed(before: Timeline, calendar: Calendar, now: datetime, first: date, last: date) -> tuple[Timeline, Change]:
    """Return the same as :func:`timeline`, and what it differs in from a timeline ``before`` of the same days.

    Only of events that are not in both calendars anything is reckoned, and looked up.
    """
    there, known = {id(event) for event in calendar.events}, {id(event) for event in before.calendar.events}
    gone = _all_of((one for one in before.calendar.events if id(one) not in there), now, first, last)
    new = _all_of((one for one in calendar.events if id(one) not in known), now, first, last)
    change = Change(gone=tuple(gone), new=tuple(new))
    found = tuple(spliced(before.occurrences, change))
    return Timeline(calendar=calendar, now=now, occurrences=found), change


def spliced(line: Sequence[Occurrence], change: Change) -> list[Occurrence]:
    """Return a line without what is gone from it, and with what is new; quick where that is little."""
    cuts: list[tuple[int, Occurrence | None]] = []
    begin = 0
    for one in change.gone:
        begin = bisect_left(line, order(one), begin, key=order) + 1
        cuts.append((begin - 1, None))
    begin = 0
    for one in change.new:
        begin = bisect_left(line, order(one), begin, key=order)
        cuts.append((begin, one))
    # what is new stands before what is gone from the same place
    cuts.sort(key=lambda cut: (cut[0], cut[1] is None))
    found, rest, begin = list[Occurrence](), iter(line), 0
    for place, new in cuts:
        found += islice(rest, place - begin)
        begin = place
        if new is not None:
            found.append(new)
        else:
            next(rest)
            begin += 1
    found += rest
    return found


def _all_of(events: Iterable[Event], now: datetime, first: date, last: date) -> list[Occurrence]:
    shared = Moments()
    found: list[Occurrence] = []
    for event in sorted(events, key=lambda one: one.id):
        found += _of_event(event, now.date(), first, last, shared)
    # those of each event are in their order, and the events too: what begins at one time stays so
    found.sort(key=attrgetter("moment.start"))
    return found


def _open_ended(entry: Entry) -> bool:
    return isinstance(entry, Series) and entry.rule.until is None and entry.rule.count is None


def _of_event(event: Event, today: date, first: date, last: date, shared: Moments) -> list[Occurrence]:
    """The dates of an event that belong in a timeline, in their order."""
    entries = event.schedule.entries
    ends = [last if _open_ended(entry) else last + FARTHEST for entry in entries]
    found = [_of_entry(event, entry, today, first, end, shared) for entry, end in zip(entries, ends, strict=True)]
    if len(found) == 1 and is_as_planned(entries[0]):
        return found[0]
    return sorted(chain.from_iterable(found), key=order)


def _of_entry(event: Event, entry: Entry, today: date, first: date, last: date, shared: Moments) -> list[Occurrence]:
    """The dates from ``first`` to ``last``; where none of them is to come, the first one after them too."""
    found = expand_entry(event, entry, first, last, shared)
    if any(one.moved_to is None and last_touched(one.moment) >= today for one in reversed(found)):
        return found
    return [*found, *_first_after(event, entry, last)]


def _first_after(event: Event, entry: Entry, last: date) -> list[Occurrence]:
    """The first date after a day, with the traces of what moved away before it; nothing where there is none."""
    for day in _days_after(entry, last):
        found = [one for one in expand_entry(event, entry, last + ONE_DAY, day) if one.moment.first > last]
        if any(one.moved_to is None for one in found):
            return found
    return []


def _days_after(entry: Entry, last: date) -> Iterator[date]:
    """The days after ``last`` on which a date may begin, as many as are needed to come upon the first that does."""
    if not isinstance(entry, Series):
        return iter([entry.moment.first] if entry.moment.first > last else [])
    single = [*(moment.first for moment in entry.also), *(one.moved_to for one in entry.changes if one.moved_to)]
    planned = planned_days(entry, last + ONE_DAY, LAST_DAY)
    # only a day that a change names can turn out to be left, and only one that a change gives to be empty
    return islice(merge(planned, sorted(day for day in single if day > last)), 2 * len(single) + 1)


def expand(event: Event, first: date, last: date) -> list[Occurrence]:
    """Return the occurrences of an event that touch the days from ``first`` to ``last``, in order of time."""
    found = [one for entry in event.schedule.entries for one in expand_entry(event, entry, first, last)]
    return sorted(found, key=order)


def expand_entry(
    event: Event, entry: Entry, first: date, last: date, shared: Moments | None = None
) -> list[Occurrence]:
    """Return the occurrences of one entry of an event that touch the days from ``first`` to ``last``.

    What a change says goes before what the entry says, and that before what the event says; so a cancelled event
    cancels every date that does not say otherwise. A date that moved to another day counts where it is now; the day
    that it left gets a trace, with the details that it would have had and the note of the change. Moments that are
    ``shared`` with other entries are there once.
    """
    usual = entry.details.over(event.details)
    as_most = _circumstances(event, entry, usual)
    if is_as_planned(entry):
        moments = planned_moments(entry, first, last, shared or Moments())
        return [Occurrence(moment=one, circumstances=as_most) for one in moments]
    found: list[Occurrence] = []
    for instance in instances(entry, first, last):
        planned, moment, change = instance.planned, instance.moment, instance.change
        if touches(moment, first, last):
            own = _circumstances(event, entry, change.details.over(usual)) if change else as_most
            found.append(_at(moment, planned, own))
        if instance.left and touches(planned, first, last):
            trace = Details(note=change.details.note if change else None).over(usual)
            left = _circumstances(event, entry, trace)
            found.append(Moved(moment=planned, planned=planned, moved_to=moment, circumstances=left))
    return found


def as_usual(event: Event, entry: Entry, moment: Moment) -> Occurrence:
    """Return the date of an entry at a moment as its dates usually are, whatever is said of that one."""
    return Occurrence(moment=moment, circumstances=_circumstances(event, entry, entry.details.over(event.details)))


def order(occurrence: Occurrence) -> tuple[datetime, str, str, datetime, bool]:
    """Return the key that sorts occurrences: by time, and those of one time in an order that never changes."""
    return (
        occurrence.moment.start,
        occurrence.event.id,
        occurrence.entry.key,
        occurrence.planned.start,
        occurrence.moved_to is not None,
    )


def _at(moment: Moment, planned: Moment, circumstances: Circumstances) -> Occurrence:
    if moment == planned:
        return Occurrence(moment=moment, circumstances=circumstances)
    return Moved(moment=moment, planned=planned, circumstances=circumstances)


def _circumstances(event: Event, entry: Entry, details: Details) -> Circumstances:
    """Return what holds for all occurrences with the same details."""
    return Circumstances(
        event=event,
        entry=entry,
        title=details.title or event.title,
        place=details.place,
        price=details.price,
        status=details.status or Status.SCHEDULED,
        booking=details.booking,
        note=details.note,
    )
