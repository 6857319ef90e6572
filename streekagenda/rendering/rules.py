"""The days of a rule in words: ``elke eerste en derde dinsdag van de maand``."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from streekagenda.model.schedule import Frequency, Rule, Weekday, WeekParity
from streekagenda.rendering import cldr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streekagenda.model.schedule import NthWeekday
    from streekagenda.rendering.dates import Dates

_A_MONDAY = date(2026, 1, 5)
_WORKING_DAYS = tuple(range(5))


def days_of(rule: Rule, say: Dates) -> str:
    """Say which days a rule gives, without its hours, its season and its first and last day."""
    said = {
        Frequency.DAILY: _daily,
        Frequency.WEEKLY: _weekly,
        Frequency.MONTHLY: _monthly,
        Frequency.YEARLY: _yearly,
    }[rule.frequency](rule, say)
    match rule.week_parity:
        case WeekParity.EVEN:
            return say.gettext("%(days)s in even weeks") % {"days": said}
        case WeekParity.ODD:
            return say.gettext("%(days)s in odd weeks") % {"days": said}
        case None:
            return said


def season_of(rule: Rule, say: Dates) -> tuple[str, str]:
    """Say in which months a rule holds, and in which it does not; one of the two, or neither, where it holds all year.

    ``("van september tot en met mei", "")`` for a season, ``("", "in juli en augustus")`` for a pause.
    """
    if not rule.months or _months_are_said(rule) or len(set(rule.months)) == 12:
        return "", ""
    without = [month for month in range(1, 13) if month not in rule.months]
    if len(without) <= 2:
        return "", say.gettext("in %(months)s") % {"months": say.join(_month_names(without, say))}
    # A season that runs over New Year begins after its pause.
    months = sorted(rule.months, key=lambda month: (month < _first_after_pause(rule.months), month))
    run = [(months[0] - 1 + step) % 12 + 1 for step in range(len(months))]
    if len(months) > 2 and months == run:
        names = _month_names([months[0], months[-1]], say)
        return say.gettext("from %(first)s to %(last)s") % {"first": names[0], "last": names[1]}, ""
    return say.gettext("in %(months)s") % {"months": say.join(_month_names(sorted(months), say))}, ""


def _first_after_pause(months: Sequence[int]) -> int:
    starts = [month for month in months if (month - 2) % 12 + 1 not in months]
    return starts[-1] if starts else 1


def _months_are_said(rule: Rule) -> bool:
    """Whether the days of a yearly rule name its months: ``elk jaar op 5 december``."""
    if rule.frequency is not Frequency.YEARLY or rule.positions:
        return False
    return not rule.weekdays or all(day.nth for day in rule.weekdays)


# ------------------------------------------------------------------------------------------------- each frequency


def _daily(rule: Rule, say: Dates) -> str:
    if rule.month_days:
        return _monthly(rule, say)
    if rule.interval == 1 and rule.weekdays:
        return _weekly(rule, say)
    every = say.ngettext("every day", "every %(n)s days", rule.interval) % {"n": rule.interval}
    if rule.weekdays:
        return say.gettext("%(days)s, only on %(weekdays)s") % {"days": every, "weekdays": _weekdays(rule, say)}
    return every


def _weekly(rule: Rule, say: Dates) -> str:
    if rule.positions:
        days = _positions(rule, say)
    elif rule.interval > 1:
        days = _weekdays(rule, say)
    elif len(_numbers(rule)) == 7:
        return say.gettext("every day")
    elif _is_run(_numbers(rule)):
        return _weekdays(rule, say)
    else:
        return say.gettext("every %(days)s") % {"days": _weekdays(rule, say)}
    if rule.positions:
        every = say.ngettext("every week on the %(days)s", "every %(n)s weeks on the %(days)s", rule.interval)
    else:
        every = say.ngettext("every week on %(days)s", "every %(n)s weeks on %(days)s", rule.interval)
    return every % {"n": rule.interval, "days": days}


def _monthly(rule: Rule, say: Dates) -> str:
    nth = [day for day in rule.weekdays if day.nth]
    if rule.positions:
        days = _positions(rule, say)
    elif nth:
        days = _nth_weekdays(nth, say)
    elif rule.weekdays and rule.month_days:
        days = _falling_on(rule, say)
        if rule.interval == 1:
            return say.gettext("every %(days)s") % {"days": days}
    elif rule.weekdays:
        if rule.interval == 1:
            return _weekly(rule, say)
        days = say.gettext("every %(days)s") % {"days": _weekdays(rule, say)}
        every = say.ngettext("every month, %(days)s", "every %(n)s months, %(days)s", rule.interval)
        return every % {"n": rule.interval, "days": days}
    else:
        days = _month_days(rule, say)
    # A daily rule with days of the month gives what a monthly one does.
    if rule.interval == 1 or rule.frequency is Frequency.DAILY:
        return say.gettext("every %(days)s of the month") % {"days": days}
    every = say.ngettext("every month on the %(days)s", "every %(n)s months on the %(days)s", rule.interval)
    return every % {"n": rule.interval, "days": days}


def _yearly(rule: Rule, say: Dates) -> str:
    nth = [day for day in rule.weekdays if day.nth]
    months = say.join(_month_names(rule.months, say))
    if rule.positions:
        days = say.gettext("the %(days)s") % {"days": _positions(rule, say)}
    elif nth and rule.months:
        days = say.gettext("the %(days)s of %(months)s") % {"days": _nth_weekdays(nth, say), "months": months}
    elif nth:
        days = say.gettext("the %(days)s of the year") % {"days": _nth_weekdays(nth, say)}
    elif rule.weekdays and rule.interval == 1:
        return _monthly(rule, say)
    elif rule.weekdays:
        days = say.gettext("every %(days)s") % {"days": _weekdays(rule, say)}
    elif rule.month_days and not rule.months:
        days = say.gettext("the %(days)s of every month") % {"days": _month_days(rule, say)}
    elif any(day < 0 for day in rule.month_days):
        days = say.gettext("the %(days)s of %(months)s") % {"days": _month_days(rule, say), "months": months}
    else:
        days = say.join(_dates(rule, say))
    every = say.ngettext("every year on %(days)s", "every %(n)s years on %(days)s", rule.interval)
    return every % {"n": rule.interval, "days": days}


# ----------------------------------------------------------------------------------------------------------- parts


def _numbers(rule: Rule) -> list[int]:
    return sorted({int(day.weekday) for day in rule.weekdays}) or [rule.start.weekday()]


def _is_run(numbers: Sequence[int]) -> bool:
    return len(numbers) > 2 and list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


def _weekday_names(numbers: Sequence[int], say: Dates) -> list[str]:
    return [say.weekday(_A_MONDAY + timedelta(days=number)) for number in numbers]


def _weekdays(rule: Rule, say: Dates) -> str:
    """``maandag en woensdag``, ``maandag tot en met vrijdag``."""
    numbers = _numbers(rule)
    names = _weekday_names(numbers, say)
    if _is_run(numbers):
        return say.pgettext("weekdays", "%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}
    return say.join(names)


def _month_names(months: Sequence[int], say: Dates) -> list[str]:
    return [say.month_name(date(2026, month, 1)) for month in months]


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
        return _ordinal(nth, say)
    return say.pgettext("nth", "%(nth)s from the end") % {"nth": _ordinal(-nth, say)}


def _ordinal(number: int, say: Dates) -> str:
    """``15e``."""
    form = {
        "one": say.pgettext("ordinal", "%(n)sst"),
        "two": say.pgettext("ordinal", "%(n)snd"),
        "few": say.pgettext("ordinal", "%(n)srd"),
    }.get(cldr.ordinal_category(number, say.language), say.pgettext("ordinal", "%(n)sth"))
    return form % {"n": number}


def _nth_weekdays(days: Sequence[NthWeekday], say: Dates) -> str:
    """``eerste en derde dinsdag``; ``eerste maandag en derde woensdag``."""
    in_order = sorted(days, key=lambda day: (day.weekday, day.nth < 0, day.nth))
    said = []
    for weekday, same in groupby(in_order, key=lambda day: day.weekday):
        which = say.join([_nth(day.nth, say) for day in same])
        said.append(_which_day(which, weekday, say))
    return say.join(said)


def _which_day(which: str, weekday: Weekday, say: Dates) -> str:
    return say.gettext("%(nth)s %(day)s") % {"nth": which, "day": _weekday_names([weekday], say)[0]}


def _month_days(rule: Rule, say: Dates, style: str = "standard") -> str:
    """``1e en 15e``, ``laatste dag``."""
    days = sorted(rule.month_days or (rule.start.day,), key=lambda day: (day < 0, day))
    said = [
        _ordinal(day, say)
        if day > 0
        else say.gettext("%(nth)s %(day)s") % {"nth": _nth(day, say), "day": say.pgettext("which day", "day")}
        for day in days
    ]
    if len(said) > 2 and _is_run(days):
        return say.pgettext("days of the month", "%(first)s to %(last)s") % {"first": said[0], "last": said[-1]}
    return say.join(said, style)


def _falling_on(rule: Rule, say: Dates) -> str:
    """``vrijdag die op de 13e van de maand valt``."""
    values = {"weekday": say.join(_weekday_names(_numbers(rule), say), "or"), "days": _month_days(rule, say, "or")}
    return say.gettext("%(weekday)s that falls on the %(days)s of the month") % values


def _dates(rule: Rule, say: Dates) -> list[str]:
    """``5 mei``, ``5 december``: days of the month in each month of a yearly rule."""
    days = rule.month_days or (rule.start.day,)
    months = rule.months or (rule.start.month,)
    # 2028 is a leap year; what is no date in any year is not said.
    return [say.date_month(date(2028, month, day)) for month in months for day in days if day <= _LENGTHS[month - 1]]


_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _positions(rule: Rule, say: Dates) -> str:
    """BYSETPOS: ``eerste maandag of dinsdag``, ``laatste werkdag``."""
    which = say.join([_nth(position, say) for position in sorted(rule.positions, key=lambda nth: (nth < 0, nth))])
    numbers = _numbers(rule)
    if rule.weekdays and rule.month_days:
        day = _falling_on(rule, say)
    elif rule.month_days:
        day = _month_days(rule, say, "or")
    elif tuple(numbers) == _WORKING_DAYS:
        day = say.pgettext("which day", "working day")
    elif len(numbers) == 7:
        day = say.pgettext("which day", "day")
    else:
        day = say.join(_weekday_names(numbers, say), "or")
    return say.gettext("%(nth)s %(day)s") % {"nth": which, "day": day}
