"""The parts of a rule in words: weekdays, n-th weekdays, days of the month, months."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

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


def weekdays(rule: Rule, say: Dates) -> str:
    """``maandag en woensdag``, ``maandag tot en met vrijdag``."""
    numbers = weekday_numbers(rule)
    names = weekday_names(numbers, say)
    if is_run(numbers):
        return say.pgettext("weekdays", "%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    return say.join(names)


def weekday_names(numbers: Sequence[int], say: Dates) -> list[str]:
    """``maandag``, ``woensdag``; Monday is 0."""
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
    for weekday, same in groupby(in_order, key=lambda day: day.weekday):
        name = weekday_names([weekday], say)[0]
        nths = [day.nth for day in same]
        if 0 in nths:  # every one; what else is said of this weekday adds nothing
            said.append(say.gettext("every %(days)s") % {"days": name})
        else:
            said.append(say.gettext("%(nth)s %(day)s") % {"nth": nths_in_words(nths, say), "day": name})
    return say.join(said)


def month_days(rule: Rule, say: Dates, style: str = "standard") -> str:
    """``1e en 15e``, ``laatste dag``."""
    days = sorted(rule.month_days or (rule.start.day,), key=_from_begin_to_end)
    said = [_month_day(day, say) for day in days]
    if is_run(days):
        return say.pgettext("days of the month", "%(first)s to %(last)s") % {"first": said[0], "last": said[-1]}
    return say.join(said, style)


def falling_on(rule: Rule, say: Dates) -> str:
    """``vrijdag die op de 13e van de maand valt``."""
    names = say.join(weekday_names(weekday_numbers(rule), say), "or")
    values = {"weekday": names, "days": month_days(rule, say, "or")}
    return say.gettext("%(weekday)s that falls on the %(days)s of the month") % values


def one_of(rule: Rule, say: Dates) -> str:
    """BYSETPOS (RFC 5545 section 3.3.10) over weekdays or days of the month: ``laatste werkdag``."""
    numbers = weekday_numbers(rule)
    if rule.weekdays and rule.month_days:
        day = falling_on(rule, say)
    elif rule.month_days:
        day = month_days(rule, say, "or")
    elif numbers == _WORKING_DAYS:
        day = say.pgettext("which day", "working day")
    elif len(numbers) == 7:
        day = say.pgettext("which day", "day")
    else:
        day = say.join(weekday_names(numbers, say), "or")
    return say.gettext("%(nth)s %(day)s") % {"nth": nths_in_words(rule.positions, say), "day": day}


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


def month_names(months: Sequence[int], say: Dates) -> list[str]:
    """``juli``, ``augustus``."""
    return [say.month_name(date(_A_LEAP_YEAR, month, 1)) for month in months]


def nths_in_words(nths: Sequence[int], say: Dates) -> str:
    """``eerste en laatste``."""
    return say.join([_nth(nth, say) for nth in sorted(nths, key=_from_begin_to_end)])


def _from_begin_to_end(nth: int) -> tuple[bool, int]:
    """Sort 1, 2, 3 before -2, -1: those counted from the end come last."""
    return nth < 0, nth


def _month_day(day: int, say: Dates) -> str:
    if day > 0:
        return say.ordinal(day)
    return say.gettext("%(nth)s %(day)s") % {"nth": _nth(day, say), "day": say.pgettext("which day", "day")}


def _nth(nth: int, say: Dates) -> str:
    """``eerste``, ``laatste``, ``op één na laatste``."""
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
        return named[nth]
    if nth > 0:
        return say.ordinal(nth)
    return say.pgettext("nth", "%(nth)s from the end") % {"nth": say.ordinal(-nth)}
