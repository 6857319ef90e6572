"""From one date and time to another: ``2026-10-08 19:30 - 2026-10-09 02:00``.

Within 24 hours that is one moment, whose end may be past midnight. What lasts longer is asked: is it each day at these
hours, or does it go on day and night?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.recurrence.phrases.lexicon import Kind
from streekagenda.recurrence.phrases.parts import ClockWritten, Days, HoursWritten, SpanWritten, Written
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.single_days import LINKS, one_day
from streekagenda.recurrence.phrases.times import any_clock, clock
from streekagenda.recurrence.phrases.years import full

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.model.schedule import Hours
    from streekagenda.recurrence.phrases.lexicon import Names
    from streekagenda.recurrence.phrases.resolving import Stretch
    from streekagenda.recurrence.phrases.tokens import Cursor


class Crossing(Written, frozen=True, kw_only=True):
    """From a time on one day to a time on another."""

    days: Days
    hours: HoursWritten


def crossing(cursor: Cursor) -> Crossing | None:
    """Find two days with a time each, and a link between them."""
    begin = cursor.peek().start
    cursor.take(Kind.FROM, Kind.SINCE)
    first = one_day(cursor)
    begins = _clock_behind(cursor) if first else None
    link = cursor.take(*LINKS)
    last = one_day(cursor) if begins and link else None
    ends = _clock_behind(cursor) if last else None
    if first is None or begins is None or link is None or last is None or ends is None or cursor.at(*LINKS):
        return None
    end = cursor.behind
    span = SpanWritten(
        start=begin,
        end=end,
        first=first,
        last=last,
        link=Written(start=link.start, end=link.end),
        open_end=False,
        with_clocks=True,
    )
    days = Days(start=begin, end=end, items=(span,))
    hours = HoursWritten(start=begin, end=end, begins=begins, ends=ends, over_days=True)
    return Crossing(start=begin, end=end, days=days, hours=hours)


def _clock_behind(cursor: Cursor) -> ClockWritten | None:
    cursor.take(Kind.COMMA)
    at = cursor.take(Kind.AT)
    found = cursor.attempt(any_clock if at else clock)  # «1 oktober 2026, 10 t/m 12 november 2026»: a day
    part = cursor.take(Kind.PART) if found else None
    return replace(found, part=part.part) if found and part else found


def asked_of_crossing(stretch: Stretch, hours: Hours, names: Names) -> Question | None:
    """Return what must be asked where the end does not come within 24 hours after the start."""
    span = stretch.written
    if not isinstance(span, SpanWritten) or not span.with_clocks or hours.end is None:
        return None
    days = (stretch.last - stretch.first).days
    past_midnight = hours.end <= hours.start
    if days < 0:
        return None  # asked already: the days are in the wrong order
    if days == 0:
        return question("when-ends-before", span) if past_midnight else None
    if days == 1 and past_midnight:
        return None
    first, last = _named(stretch.first, stretch, names), _named(stretch.last, stretch, names)
    begins, ends = (names.clock.format(hour=at.hour, minute=at.minute) for at in (hours.start, hours.end))
    daily = f"{first} {names.through} {last} {names.hours.format(start=begins, end=ends)}"
    through = f"{first} {names.through} {last}, {names.all_day}"
    choices = {
        name: (Edit(start=span.start, end=span.end, text=text),)
        for name, text in (("first", daily), ("second", through))
    }
    if past_midnight:  # «vrijdag 19.00 uur tot zondag 16.00 uur»: these are not the hours of each day
        return question("when-day-and-night", span, choices={"first": choices["second"]})
    return question("when-over-days", span, choices=choices)


def _named(day: date, stretch: Stretch, names: Names) -> str:
    """Write a day with its weekday, unless the same one at both ends would ask if it is each week."""
    weekday = "" if stretch.first.weekday() == stretch.last.weekday() else f"{names.weekdays[day.weekday()]} "
    return f"{weekday}{full(day, names)}"
