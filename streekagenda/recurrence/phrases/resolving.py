"""From days as they were written to dates: the year, the weekday and the calendar must agree, or it is asked."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.recurrence.feasts import feast_in
from streekagenda.recurrence.phrases.missing_years import ask_years
from streekagenda.recurrence.phrases.parts import Days, DayWritten, Months, SpanWritten
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.weekday_repairs import by_date, by_weekday, like
from streekagenda.recurrence.phrases.years import (
    FIRST_YEAR,
    LAST_YEAR,
    date_of,
    each_day,
    full,
    with_weekday,
    with_years,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.holidays import Feast
    from streekagenda.model.schedule import Weekday
    from streekagenda.recurrence.phrases.lexicon import Names
    from streekagenda.recurrence.phrases.parts import Written


class Stretch(Struct, frozen=True, kw_only=True):
    """Days from the first to the last."""

    first: date
    last: date
    run: bool
    """Written as a run of days."""
    written: DayWritten | SpanWritten


class Resolved(Struct, frozen=True, kw_only=True):
    """Dates, or what must be asked first."""

    stretches: tuple[Stretch, ...] = ()
    questions: tuple[Question, ...] = ()


def resolve(days: Days, names: Names, today: date | None) -> Resolved:
    """Return the dates of days; a year that is missing is guessed from ``today`` on, for the question only."""
    items = with_years(days.items)
    questions: list[Question] = []
    if any(day.year is None for day in each_day(items)):
        guessed, asked = ask_years(days, items, names, today)
        if guessed is None:
            return Resolved(questions=(asked,))
        items = guessed
        questions.append(asked)
    else:
        questions += [asked for day in each_day(items) for asked in _checked(day, names)]
        if questions:
            return Resolved(questions=tuple(questions))
    stretches: list[Stretch] = []
    for item in items:
        stretch = _stretch(item)
        if stretch is not None:
            stretches.append(stretch)
            questions += _asked_of_span(stretch, names)
    return Resolved(stretches=tuple(stretches), questions=tuple(questions))


def resolve_day(day: DayWritten, names: Names, today: date | None) -> Resolved:
    """Return the date of one day."""
    return resolve(Days(start=day.start, end=day.end, items=(day,)), names, today)


# ------------------------------------------------------------------------------------------------------------ checks


def _checked(day: DayWritten, names: Names) -> Iterator[Question]:
    year = day.year
    found = date_of(day)
    if year is None:
        return
    if day.short_year:
        if found is None:
            yield _unknown_date(day, year, names)
        else:
            edit = Edit(start=day.day_at, end=day.end, text=like(day, found, names))
            yield question("when-short-year", day, edits=(edit,))
    elif not FIRST_YEAR <= year <= LAST_YEAR:
        yield question("when-year-range", day, year=year, first=FIRST_YEAR, last=LAST_YEAR)
    elif found is None:
        yield _unknown_date(day, year, names)
    elif day.weekday is not None and found.weekday() != day.weekday:
        yield _wrong_weekday(day, day.weekday, found, names)
    elif day.feast is not None and day.month is not None and not _within(found, feast_in(day.feast, year)):
        yield _wrong_feast(day, day.feast, found, names)


def _within(day: date, bounds: tuple[date, date]) -> bool:
    return bounds[0] <= day <= bounds[1]


def _wrong_feast(day: DayWritten, feast: Feast, found: date, names: Names) -> Question:
    """``Hemelvaartsdag 7 mei 2027``: the date may be right, or the feast."""
    meant = feast_in(feast, found.year)[0]
    dates = [with_weekday(one, names) for one in (found, meant)]
    by_date_alone = Edit(start=day.start, end=day.end, text=dates[0])
    by_feast = Edit(start=day.start, end=day.end, text=f"{dates[1]} ({names.feasts[feast]})")
    return question(
        "when-wrong-feast",
        day,
        date=full(meant, names),
        year=found.year,
        choices={"first": (by_date_alone,), "second": (by_feast,)},
    )


def _unknown_date(day: DayWritten, year: int, names: Names) -> Question:
    month = day.month or 0
    if 1 <= month <= 12:
        last = date(year, month, monthrange(year, month)[1])
        return question("when-unknown-date", day, last=full(last, names))
    if 1 <= day.day <= 12 and 1 <= month <= 31:
        swapped = f"{month}-{day.day}-{year}"
        return question(
            "when-month-day", day, edits=(Edit(start=day.day_at, end=day.end, text=swapped),), meant=swapped
        )
    return question("when-no-such-month", day, month=month)


def _wrong_weekday(day: DayWritten, said: Weekday, found: date, names: Names) -> Question:
    """The date may be right, or the weekday: then the nearest such day is meant."""
    return question(
        "when-wrong-weekday",
        day,
        date=full(found, names),
        weekday=names.weekdays[found.weekday()],
        said=names.weekdays[said],
        choices={"first": (by_date(day, found, names),), "second": (by_weekday(day, said, found, names),)},
    )


# ------------------------------------------------------------------------------------------------------------- spans


def _stretch(item: DayWritten | SpanWritten) -> Stretch | None:
    first_day, last_day = (item.first, item.last) if isinstance(item, SpanWritten) else (item, item)
    first, last = date_of(first_day), date_of(last_day)
    if first is None or last is None:
        return None
    if last_day.feast is not None and last_day.month is None:
        last = feast_in(last_day.feast, last.year)[1]
    return Stretch(first=first, last=last, run=first != last, written=item)


def _asked_of_span(stretch: Stretch, names: Names) -> Iterator[Question]:
    span = stretch.written
    if not isinstance(span, SpanWritten):
        return
    if stretch.last < stretch.first:
        yield question("when-order", span, first=full(stretch.first, names), last=full(stretch.last, names))
    elif span.open_end:
        yield until_or_before(span, span.link, span.last, stretch.last, names, opener=span.opener)


def until_or_before(
    about: Written, link: Written, last: DayWritten, day: date, names: Names, *, opener: Written | None = None
) -> Question:
    """Ask if the last day is in it, with both written out."""
    closed = [Edit(start=link.start, end=link.end, text=names.through)]
    if opener is not None:
        closed.append(Edit(start=opener.start, end=opener.end, text=""))
    before = day - timedelta(days=1)
    weekday_too = last.weekday is not None and last.weekday_end > last.start
    start = last.start if weekday_too else last.day_at
    text = with_weekday(before, names) if weekday_too else like(last, before, names)
    return question(
        "when-until-open",
        about,
        link=names.through,
        day=full(day, names),
        choices={"first": tuple(closed), "second": (*closed, Edit(start=start, end=last.end, text=text))},
    )


# ------------------------------------------------------------------------------------------------------------ months


def resolve_months(months: Months) -> tuple[date, date] | None:
    """Return the first and the last day of months with a year; ``None`` for those of every year."""
    if months.last_year is None:
        return None
    first, last = months.months[0], months.months[-1]
    first_year = months.first_year or (months.last_year if first <= last else months.last_year - 1)
    if not all(FIRST_YEAR <= year <= LAST_YEAR for year in (first_year, months.last_year)):
        return None
    return date(first_year, first, 1), date(months.last_year, last, monthrange(months.last_year, last)[1])
