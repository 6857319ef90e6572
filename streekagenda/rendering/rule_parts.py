"""The parts of a rule in words: weekdays, n-th weekdays, days of the month, months."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from streekagenda.rendering.declension import (
    of_gender,
    weekday_after_first,
    weekdays_after_every,
    weekdays_after_on,
    weekdays_of_a_run,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.model.schedule import NthWeekday, Rule
    from streekagenda.rendering.dates import Dates

_A_MONDAY = date(2026, 1, 5)
_A_LEAP_YEAR = 2028
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WORKING_DAYS = [0, 1, 2, 3, 4]


def weekday_numbers(rule: Rule) -> list[int]:
    """Return the weekdays of a rule, Monday as 0; without any it is that of its first day."""
    return sorted({int(day.weekday) for day in rule.weekdays}) or [rule.start.weekday()]


def is_run(numbers: Sequence[int]) -> bool:
    """Whether there are three or more numbers, one after the other."""
    return len(numbers) > 2 and list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


def on_weekdays(rule: Rule, say: Dates, style: str = "standard") -> str:
    """``maandag en woensdag``, ``maandag tot en met vrijdag``, as it follows the word "on"."""
    numbers = weekday_numbers(rule)
    return _run(numbers, say) if is_run(numbers) else say.join(weekdays_after_on(numbers, say), style)


def every_weekday(numbers: Sequence[int], say: Dates) -> str:
    """``elke maandag en woensdag``, ``maandag tot en met vrijdag``; Monday is 0."""
    if is_run(numbers):
        return _run(numbers, say)
    return say.pgettext("weekdays", "every %(days)s") % {"days": say.join(weekdays_after_every(numbers, say))}


def _run(numbers: Sequence[int], say: Dates) -> str:
    first, last = weekdays_of_a_run([numbers[0], numbers[-1]], say)
    return say.pgettext("weekdays", "%(first)s to %(last)s") % {"first": first, "last": last}


def weekday_names(numbers: Sequence[int], say: Dates) -> list[str]:
    """``maandag``, ``woensdag``, as they stand alone; Monday is 0."""
    return [say.weekday(_A_MONDAY + timedelta(days=number)) for number in numbers]


def weekdays_short(numbers: Sequence[int], say: Dates) -> str:
    """``ma en wo``, ``ma t/m vr``."""
    names = [say.weekday_short(_A_MONDAY + timedelta(days=number)) for number in numbers]
    if is_run(numbers):
        return say.pgettext("short", "%(first)s–%(last)s") % {"first": names[0], "last": names[-1]}
    return say.join(names)


def nth_weekdays(days: Sequence[NthWeekday], say: Dates) -> str:
    """``eerste en derde dinsdag``; ``eerste maandag en derde woensdag``."""
    in_order = sorted(days, key=lambda day: (day.weekday, *_from_begin_to_end(day.nth)))
    said = []
    for weekday, same in groupby(in_order, key=lambda day: int(day.weekday)):
        nths = [day.nth for day in same]
        # Every one: what else is said of this weekday adds nothing.
        said.append(every_weekday([weekday], say) if 0 in nths else _nth_weekday(nths, weekday, say))
    return say.join(said)


def _nth_weekday(nths: Sequence[int], weekday: int, say: Dates) -> str:
    values = {"nth": nths_in_words(nths, say, weekday), "day": weekday_after_first(weekday, say)}
    return say.gettext("%(nth)s %(day)s") % values


def month_days(rule: Rule, say: Dates, style: str = "standard") -> str:
    """``1e en 15e``, ``laatste dag``."""
    days = sorted(rule.month_days or (rule.start.day,), key=_from_begin_to_end)
    said = [_month_day(day, say) for day in days]
    if is_run(days) and days[0] > 0:
        return say.pgettext("days of the month", "%(first)s to %(last)s") % {"first": said[0], "last": said[-1]}
    return say.join(said, style)


def falling_on(rule: Rule, say: Dates) -> str:
    """``vrijdag die op de 13e van de maand valt``."""
    names = say.join(weekdays_after_on(weekday_numbers(rule), say), "or")
    values = {"weekday": names, "days": month_days(rule, say, "or")}
    return say.gettext("%(weekday)s that falls on the %(days)s of the month") % values


def one_of(rule: Rule, say: Dates) -> str:
    """BYSETPOS (RFC 5545 section 3.3.10) over weekdays or days of the month: ``laatste werkdag``."""
    numbers = weekday_numbers(rule)
    if rule.weekdays and rule.month_days:
        days = falling_on(rule, say)
    elif rule.month_days:
        days = month_days(rule, say, "or")
    elif len(numbers) == 1:
        return _nth_weekday(rule.positions, numbers[0], say)
    elif numbers == _WORKING_DAYS:
        return _nth_day(rule.positions, say.pgettext("which day", "working day"), say)
    elif len(numbers) == 7:
        return _nth_day(rule.positions, say.pgettext("which day", "day"), say)
    else:
        days = say.join(weekday_names(numbers, say), "or")
    values = {"nth": nths_in_words(rule.positions, say), "days": days}
    return say.pgettext("one of several days", "%(nth)s %(days)s") % values


def _nth_day(nths: Sequence[int], day: str, say: Dates) -> str:
    return say.gettext("%(nth)s %(day)s") % {"nth": nths_in_words(nths, say), "day": day}


def dates_of_year(rule: Rule, say: Dates) -> list[str]:
    """``5 mei``, ``5 december``: days of the month in each month of a yearly rule, those that exist."""
    days = rule.month_days or (rule.start.day,)
    months = rule.months or (rule.start.month,)
    return [
        say.date_month(date(_A_LEAP_YEAR, month, day)) for month in months for day in days if day <= _LENGTHS[month - 1]
    ]


def months_short(months: Sequence[int], say: Dates) -> str:
    """``jul en aug``; a run, also one over New Year, ``sep t/m mei``: its months are in the order of the run."""
    names = [say.month_short(date(_A_LEAP_YEAR, month, 1)) for month in months]
    if len(months) > 2 and all(later == before % 12 + 1 for before, later in pairwise(months)):
        return say.pgettext("short", "%(first)s–%(last)s") % {"first": names[0], "last": names[-1]}
    return say.join(names)


def months_of(months: Sequence[int], say: Dates) -> list[str]:
    """``juli``, ``augustus``, behind a day, or behind "from" and "to"."""
    return [say.month_of(date(_A_LEAP_YEAR, month, 1)) for month in months]


def nths_in_words(nths: Sequence[int], say: Dates, weekday: int | None = None) -> str:
    """``eerste en laatste``, of a weekday (Monday is 0) or of a day."""
    return say.join([_nth(nth, weekday, say) for nth in sorted(nths, key=_from_begin_to_end)])


def _from_begin_to_end(nth: int) -> tuple[bool, int]:
    """Sort 1, 2, 3 before -2, -1: those counted from the end come last."""
    return nth < 0, nth


def _month_day(day: int, say: Dates) -> str:
    return say.day_of_month(day) if day > 0 else _nth_day([day], say.pgettext("which day", "day"), say)


def _nth(nth: int, weekday: int | None, say: Dates) -> str:
    """``eerste``, ``laatste``, ``op één na laatste``, of a weekday or of a day."""
    named = {
        1: say.pgettext("nth", "first"),
        2: say.pgettext("nth", "second"),
        3: say.pgettext("nth", "third"),
        4: say.pgettext("nth", "fourth"),
        5: say.pgettext("nth", "fifth"),
        -1: say.pgettext("nth", "last"),
        -2: say.pgettext("nth", "last but one"),
        -3: say.pgettext("nth", "last but two"),
    }
    if nth in named:
        return of_gender(named[nth], weekday, say)
    ordinal = of_gender(say.ordinal(abs(nth)), weekday, say)
    return ordinal if nth > 0 else say.pgettext("nth", "%(nth)s from the end") % {"nth": ordinal}
