"""Feasts that are left out: in one year, or in every year? Where a phrase can mean both, it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from streekagenda.model.holidays import Feast
from streekagenda.recurrence.feasts import FEAST_ON
from streekagenda.recurrence.phrases.parts import Days, DayWritten, SpanWritten
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.years import with_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.recurrence.phrases.context import Context


def of_every_year(day: DayWritten | SpanWritten) -> bool:
    """Whether a day is a feast without a year, which is left out in every year."""
    return isinstance(day, DayWritten) and day.month is None and day.year is None and day.weekday is None


def or_every_year(asked: Question, days: Sequence[DayWritten | SpanWritten], context: Context) -> Question:
    """``behalve 25 december``: in one year, or on Christmas Day in every year?"""
    every = [edit for one in days if (edit := _as_feast(one, context))]
    if asked.code != "when-no-year" or len(every) < len(days):
        return asked
    choices = {"first": asked.edits, "second": tuple(every)}
    return replace(asked, code="when-year-or-every-year", edits=(), choices=choices)


def _as_feast(one: DayWritten | SpanWritten, context: Context) -> Edit | None:
    """Write a day by the name of its feast, or 25 and 26 December by that of both."""
    first, last = (one.first, one.last) if isinstance(one, SpanWritten) else (one, one)
    if any(day.year or day.weekday is not None or day.feast for day in (first, last)):
        return None
    found = [FEAST_ON.get((day.month or 0, day.day)) for day in (first, last)]
    both = Feast.CHRISTMAS if found == [Feast.CHRISTMAS_DAY, Feast.BOXING_DAY] else None
    feast = both if isinstance(one, SpanWritten) else found[0]
    return Edit(start=one.start, end=one.end, text=context.names.feasts[feast]) if feast else None


def of_that_year(days: Days, context: Context) -> list[Question]:
    """``Koningsdag en 5 mei 2027``: King's Day of 2027, or of every year?"""
    years = [
        (one, day.year)
        for one, day in zip(days.items, with_years(days.items), strict=True)
        if of_every_year(one) and isinstance(day, DayWritten) and day.year
    ]
    if not years:
        return []
    that_year = tuple(Edit(start=one.end, end=one.end, text=f" {year}") for one, year in years)
    in_order = [context.phrase[one.start : one.end] for one in sorted(days.items, key=of_every_year)]
    listed = context.names.listed(in_order)
    every_year = (Edit(start=days.start, end=days.end, text=listed),)
    asked = question("when-year-or-every-year", years[0][0], choices={"first": that_year, "second": every_year})
    return [replace(asked, end=years[-1][0].end)]
