"""From when to when a rule holds, in which months, and how many times."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, field

from streekagenda.recurrence.phrases.parts import (
    Count,
    Days,
    DayWritten,
    Months,
    Since,
    SpanWritten,
    Until,
    Written,
)
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.resolving import resolve, resolve_day, resolve_months, until_or_before
from streekagenda.recurrence.phrases.years import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.context import Context
    from streekagenda.recurrence.phrases.group import Group

MOST_TIMES = 1000


class Bounds(Struct):
    """The bounds of a rule as far as they are said."""

    start: date | None = None
    to_the_day: bool = False
    """Whether the start was said to the day, not to the month."""
    exact: bool = False
    """Whether the start was said to be the very first time."""
    until: date | None = None
    last_time: Written | None = None
    """Where the end stands, if it was said to be the very last time."""
    months: tuple[int, ...] = ()
    """Months of every year."""
    count: int | None = None
    written: Written | None = None
    """Where the start stands."""
    said: bool = False
    """Whether anything was said at all."""
    questions: list[Question] = field(default_factory=list)


def bounds_of(group: Group, context: Context) -> Bounds:
    """Return the bounds of a group that recurs."""
    bounds = Bounds()
    _since(bounds, group.of(Since), context)
    _until(bounds, group.of(Until), context)
    for days in group.of(Days):
        if days is not group.each_year:
            _run(bounds, days, context)
    for months in group.of(Months):
        _months(bounds, months, context)
    counts = group.of(Count)
    for count in counts:
        bounds.said = True
        if bounds.count is not None or not 1 <= count.times <= MOST_TIMES:
            bounds.questions.append(question("when-loose-end", count))
        bounds.count = count.times
    return bounds


def _since(bounds: Bounds, found: list[Since], context: Context) -> None:
    for since in found:
        bounds.said = True
        if bounds.start is not None:
            bounds.questions.append(question("when-loose-end", since))
        elif isinstance(since.day, Months):
            stretch = resolve_months(since.day)
            if stretch is None:
                bounds.questions.append(_year_of(since.day, since))
            else:
                bounds.start = stretch[0]
        else:
            resolved = resolve_day(since.day, context.names, context.today)
            bounds.questions += resolved.questions
            if resolved.stretches:
                bounds.start, bounds.to_the_day = resolved.stretches[0].first, True
        bounds.exact = since.exact
        bounds.written = since


def _year_of(months: Months, about: Written) -> Question:
    """Ask for the year of a month that has none, or one too far away."""
    if months.last_year is None:
        return question("when-which-year", about)
    return question("when-year-range", months, first=FIRST_YEAR, last=LAST_YEAR)


def _until(bounds: Bounds, found: list[Until], context: Context) -> None:
    for until in found:
        bounds.said = True
        if bounds.until is not None:
            bounds.questions.append(question("when-loose-end", until))
        elif isinstance(until.day, Months):
            _until_month(bounds, until, until.day, context)
        else:
            _until_day(bounds, until, until.day, context)


def _until_day(bounds: Bounds, until: Until, day: DayWritten, context: Context) -> None:
    resolved = resolve_day(day, context.names, context.today)
    bounds.questions += resolved.questions
    if resolved.stretches:
        last = resolved.stretches[0].last
        bounds.until = last
        bounds.last_time = until if until.exact else None
        if until.open_end:
            bounds.questions.append(until_or_before(until, until.link, day, last, context.names))


def _until_month(bounds: Bounds, until: Until, months: Months, context: Context) -> None:
    stretch = resolve_months(months)
    if stretch is None:
        bounds.questions.append(_year_of(months, until))
        return
    bounds.until = stretch[1]
    if until.open_end:
        bounds.questions.append(_open_month(until, until.link, months, stretch[1], context))


def _run(bounds: Bounds, days: Days, context: Context) -> None:
    """``van 6 september 2026 t/m 27 juni 2027``, where something else says on which days."""
    bounds.said = True
    a_run = len(days.items) == 1 and isinstance(days.items[0], SpanWritten) and not days.items[0].with_clocks
    if bounds.start is not None or bounds.until is not None or not a_run:
        bounds.questions.append(question("when-loose-end", days))
        return
    resolved = resolve(days, context.names, context.today)
    bounds.questions += resolved.questions
    for stretch in resolved.stretches:
        bounds.start, bounds.until, bounds.to_the_day = stretch.first, stretch.last, True
        bounds.written = days


def _months(bounds: Bounds, months: Months, context: Context) -> None:
    bounds.said = bounds.said or months.a_run  # «vrijdag oktober 2026» may be a date that lacks its day
    stretch = resolve_months(months)
    if bounds.months or (stretch is not None and (bounds.start or bounds.until)):
        bounds.questions.append(question("when-loose-end", months))
    elif stretch is not None and _in_a_row(months.months):
        bounds.start, bounds.until = stretch
        bounds.written = months
    elif months.last_year is not None or months.first_year is not None:
        bounds.questions.append(question("when-loose-end", months))
    else:
        bounds.months = tuple(sorted(set(months.months)))
    if months.open_link is not None:
        year = months.last_year
        last = date(year, months.months[-1], monthrange(year, months.months[-1])[1]) if stretch and year else None
        bounds.questions.append(_open_month(months, months.open_link, months, last, context))


def _in_a_row(months: tuple[int, ...]) -> bool:
    return all(after == before % 12 + 1 for before, after in pairwise(months))


def _open_month(about: Written, link: Written, months: Months, last: date | None, context: Context) -> Question:
    """``van oktober tot april``: is April in it?"""
    names = context.names
    closed = Edit(start=link.start, end=link.end, text=names.through)
    before = (months.months[-1] - 2) % 12
    text = names.months[before]
    if last is not None:
        text += f" {(last.replace(day=1) - timedelta(days=1)).year}"
    return question(
        "when-until-open",
        about,
        link=names.through,
        day=names.months[months.months[-1] - 1],
        choices={"first": (closed,), "second": (closed, Edit(start=months.last_at, end=months.end, text=text))},
    )
