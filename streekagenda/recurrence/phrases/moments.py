"""A group of dates to moments."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.holidays import Feast
from streekagenda.recurrence.phrases.crossings import asked_of_crossing
from streekagenda.recurrence.phrases.parts import (
    Count,
    Days,
    DayWritten,
    Except,
    HoursWritten,
    Months,
    Since,
    SpanWritten,
    Until,
    Weekdays,
)
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.readings import ReadMoment, Timing
from streekagenda.recurrence.phrases.resolving import Resolved, Stretch, resolve
from streekagenda.recurrence.phrases.timing import timings_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.recurrence.phrases.group import Group
    from streekagenda.recurrence.phrases.lexicon import Names

WHOLE_FEASTS = {
    Feast.EASTER: (Feast.EASTER_SUNDAY, Feast.EASTER_MONDAY),
    Feast.WHITSUN: (Feast.WHIT_SUNDAY, Feast.WHIT_MONDAY),
    Feast.CHRISTMAS: (Feast.CHRISTMAS_DAY, Feast.BOXING_DAY),
}
"""Feasts of two days, with the name of each."""

MOST_DAYS = 370
"""The longest run of days that a phrase may give hours to: a year, with a few days to spare."""


class Moments(Struct, frozen=True, kw_only=True):
    """The moments of a group, or what must be asked first."""

    moments: tuple[ReadMoment, ...] = ()
    questions: tuple[Question, ...] = ()


def moments_of(group: Group, names: Names, today: date | None, phrase: str) -> Moments:
    """Return the moments of a group of dates; ``phrase`` is the original text, for what dates are called."""
    if group.has(Until) and group.has(HoursWritten):
        first, last = group.pieces[0], group.pieces[-1]
        return Moments(questions=(Question(code="when-several-days", start=first.start, end=last.end),))
    days = [_with_weekday(one, group) for one in group.of(Days)]
    resolved = [_of_one_day(one, resolve(one, names, today), names) for one in days]
    timings = timings_of(group, names)
    loose = [piece for kind in (Since, Until, Months, Except) for piece in group.of(kind)]
    questions = [
        *(asked for one in resolved for asked in one.questions),
        *timings.questions,
        *(question("when-loose-end", piece) for piece in loose),
    ]
    stretches = [stretch for one in resolved for stretch in one.stretches]
    questions += [
        question("when-count-off-list", one, number=len(stretches))
        for one in group.of(Count)
        if stretches and one.times != len(stretches)
    ]
    if any(timing.hours for timing in timings.timings):
        questions += [question("when-long-run", one.written) for one in stretches if _is_long(one)]
        questions += [asked for one in stretches for asked in _each_day_or_week(one, names)]
    clocked = [(one, timing.hours) for one in stretches for timing in timings.timings if timing.hours is not None]
    crossings = [asked_of_crossing(one, hours, names) for one, hours in clocked]
    questions += [asked for asked in crossings if asked is not None]
    if questions:
        return Moments(questions=tuple(questions))
    read = [one for timing in timings.timings for stretch in stretches for one in _read(stretch, timing, phrase)]
    return Moments(moments=tuple(dict.fromkeys(sorted(read, key=_by_time))))


def _of_one_day(days: Days, resolved: Resolved, names: Names) -> Resolved:
    """``Pasen 2027``: on the first day, on the second, or on both?"""
    asked = []
    for stretch in resolved.stretches:
        written = stretch.written
        feast = WHOLE_FEASTS.get(written.feast) if isinstance(written, DayWritten) and written.feast else None
        if feast is None or not isinstance(written, DayWritten) or written.month or written.whole_feast:
            continue
        each = [f"{names.feasts[one]} {stretch.first.year}" for one in feast]
        choices = {
            name: (Edit(start=written.start, end=written.end, text=text),)
            for name, text in (("first", each[0]), ("second", each[1]), ("both", f" {names.joined} ".join(each)))
        }
        asked.append(question("when-which-feast-day", written, choices=choices))
    if not asked:
        return resolved
    years = [one for one in resolved.questions if one.code != "when-no-year" or len(days.items) > 1]
    return Resolved(questions=(*years, *asked))


def _with_weekday(days: Days, group: Group) -> Days:
    """``op 22 maart; die zaterdag van 10 tot 13 uur``: the weekday is said behind the date."""
    that = next((weekdays for weekdays in group.of(Weekdays) if weekdays.that), None)
    if that is None:
        return days
    said = that.items[0]
    items = tuple(
        replace(one, weekday=said.weekday, again=said) if isinstance(one, DayWritten) else one for one in days.items
    )
    return replace(days, items=items)


def _each_day_or_week(stretch: Stretch, names: Names) -> Iterator[Question]:
    """``dinsdag 6 oktober t/m dinsdag 15 december van 10 tot 12 uur``: each day, or each Tuesday?"""
    span = stretch.written
    if not isinstance(span, SpanWritten) or span.with_clocks:
        return
    if span.first.weekday is None or span.first.weekday != span.last.weekday:
        return
    if _is_long(stretch) or span.first.weekday_end <= span.first.start:
        return
    weekday = names.every.format(day=names.weekdays[span.first.weekday])
    daily = Edit(start=span.start, end=span.start, text=f"{names.daily} ")
    weekly = Edit(start=span.first.start, end=span.first.weekday_end, text=weekday)
    yield question("when-each-day-or-week", span, choices={"first": (weekly,), "second": (daily,)})


def _is_long(stretch: Stretch) -> bool:
    return (stretch.last - stretch.first).days > MOST_DAYS


def _read(stretch: Stretch, timing: Timing, phrase: str) -> Iterator[ReadMoment]:
    written = stretch.written
    label = None
    if isinstance(written, DayWritten) and written.label is not None:
        label = phrase[written.label.start : written.label.end].strip()
    if timing.hours is not None:
        crossing = isinstance(written, SpanWritten) and written.with_clocks
        for count in range(1 if crossing else (stretch.last - stretch.first).days + 1):
            day = stretch.first + timedelta(days=count)
            yield ReadMoment(first=day, last=day, timing=timing, label=label)
    else:
        if stretch.run and not timing.duration:
            timing = Timing(all_day=True)
        yield ReadMoment(first=stretch.first, last=stretch.last, timing=timing, label=label)


def _by_time(moment: ReadMoment) -> tuple[date, str]:
    hours = moment.timing.hours
    return moment.first, hours.start.isoformat() if hours else ""
