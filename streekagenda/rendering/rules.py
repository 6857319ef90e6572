"""The days of a rule in words: ``elke eerste en derde dinsdag van de maand``.

Rules as people mean them have a natural sentence each. What else RFC 5545 allows is said part by part, so that two rules
with other days never get the same words.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from streekagenda.model.schedule import Frequency, Rule, WeekParity
from streekagenda.recurrence.days import LAST_DAY, days
from streekagenda.rendering.declension import months_after_in
from streekagenda.rendering.rule_parts import (
    dates_of_year,
    every_weekday,
    falling_on,
    month_days,
    months_of,
    months_short,
    nth_weekdays,
    nths_in_words,
    on_weekdays,
    one_of,
    weekday_numbers,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from streekagenda.rendering.dates import Dates

_A_YEAR = timedelta(days=365)


def days_of(rule: Rule, say: Dates) -> str:
    """Say which days a rule gives, without its hours, its season and its first and last day."""
    natural = {
        Frequency.DAILY: _daily,
        Frequency.WEEKLY: _weekly,
        Frequency.MONTHLY: _monthly,
        Frequency.YEARLY: _yearly,
    }[rule.frequency]
    said = natural(rule, say) or _part_by_part(rule, say)
    match rule.week_parity:
        case WeekParity.EVEN:
            return say.gettext("%(days)s in even weeks") % {"days": said}
        case WeekParity.ODD:
            return say.gettext("%(days)s in odd weeks") % {"days": said}
        case None:
            return said


def needs_years(rule: Rule, among: Iterable[date] = ()) -> bool:
    """Whether days need their year: in less than a year a rule has each day of the year once."""
    first, last = start_of(rule), rule.until
    return last is None or last - first >= _A_YEAR or not all(first <= day <= last for day in among)


def start_of(rule: Rule) -> date:
    """Return the first day as it is said: of a step its first time, from which people count."""
    return rule.start if rule.interval == 1 else next(days(rule, rule.start, LAST_DAY), rule.start)


def season_of(rule: Rule, say: Dates) -> tuple[str, str]:
    """Say in which months a rule holds, and in which it does not; one of the two, or neither, where it holds all year.

    ``("van september tot en met mei", "")`` for a season, ``("", "in juli en augustus")`` for a pause.
    """
    months = sorted(set(rule.months))
    if len(months) in {0, 12} or (rule.frequency is Frequency.YEARLY and _names_its_months(rule, say)):
        return "", ""
    without = [month for month in range(1, 13) if month not in months]
    if len(without) <= 2:
        return "", say.gettext("in %(months)s") % {"months": say.join(months_after_in(without, say))}
    season = _as_season(months)
    if len(months) > 2 and season:
        first, last = months_of([season[0], season[-1]], say)
        return say.pgettext("months", "from %(first)s to %(last)s") % {"first": first, "last": last}, ""
    return say.gettext("in %(months)s") % {"months": say.join(months_after_in(months, say))}, ""


def season_in_short(rule: Rule, say: Dates) -> str:
    """``sep t/m mei``; nothing for a rule that holds all year, but for a pause of a month or two."""
    only, _ = season_of(rule, say)
    months = sorted(set(rule.months))
    return months_short(_as_season(months) or months, say) if only else ""


def _as_season(months: Sequence[int]) -> list[int]:
    """Months in a row, also over New Year: September to May begins after its pause. Nothing where there are gaps."""
    first = next(month for month in reversed(months) if (month - 2) % 12 + 1 not in months)
    run = [(first - 1 + step) % 12 + 1 for step in range(len(months))]
    return run if sorted(run) == months else []


# ---------------------------------------------------------------------------- each frequency; nothing for a rare shape


def _daily(rule: Rule, say: Dates) -> str:
    if rule.positions or rule.month_days:
        return ""
    if rule.weekdays:
        return _every_weekday(rule, say) if rule.interval == 1 else ""
    return _every(rule, say)


def _weekly(rule: Rule, say: Dates) -> str:
    if rule.positions:
        if rule.interval == 1:
            return say.gettext("every week on the %(days)s") % {"days": one_of(rule, say)}
        every = say.ngettext("every %(n)s week on the %(days)s", "every %(n)s weeks on the %(days)s", rule.interval)
        return every % {"n": rule.interval, "days": one_of(rule, say)}
    if rule.interval == 1:
        return _every_weekday(rule, say)
    every = say.ngettext("every %(n)s week on %(days)s", "every %(n)s weeks on %(days)s", rule.interval)
    return every % {"n": rule.interval, "days": on_weekdays(rule, say)}


def _every_weekday(rule: Rule, say: Dates) -> str:
    """``elke zondag``, ``maandag tot en met vrijdag``, ``elke dag``."""
    numbers = weekday_numbers(rule)
    return say.gettext("every day") if len(numbers) == 7 else every_weekday(numbers, say)


def _monthly(rule: Rule, say: Dates) -> str:
    match _nths(rule):
        case "all" if not (rule.month_days or rule.positions):
            days = nth_weekdays(rule.weekdays, say)
        case "none" if rule.positions and (rule.weekdays or rule.month_days):
            days = one_of(rule, say)
        case "none" if not rule.positions and rule.weekdays and rule.interval == 1:
            if rule.month_days:
                return say.gettext("every %(days)s") % {"days": falling_on(rule, say)}
            return _every_weekday(rule, say)
        case "none" if not rule.positions and not rule.weekdays:
            days = month_days(rule, say)
        case _:
            return ""
    if rule.interval == 1:
        return say.gettext("every %(days)s of the month") % {"days": days}
    if any(day < 0 for day in rule.month_days):
        days = say.gettext("%(days)s of the month") % {"days": days}
    every = say.ngettext("every %(n)s month on the %(days)s", "every %(n)s months on the %(days)s", rule.interval)
    return every % {"n": rule.interval, "days": days}


def _yearly(rule: Rule, say: Dates) -> str:
    if _nths(rule) == "none" and rule.weekdays and rule.interval == 1 and not (rule.month_days or rule.positions):
        return _every_weekday(rule, say)
    days = _days_of_year(rule, say)
    if not days:
        return ""
    if rule.interval == 1 and rule.month_days and not (rule.months or rule.weekdays):  # in every month
        return say.gettext("every %(days)s of the month") % {"days": month_days(rule, say)}
    if rule.interval == 1:
        return say.gettext("every year on %(days)s") % {"days": days}
    every = say.ngettext("every %(n)s year on %(days)s", "every %(n)s years on %(days)s", rule.interval)
    return every % {"n": rule.interval, "days": days}


def _days_of_year(rule: Rule, say: Dates) -> str:
    """``5 december``, ``de laatste donderdag van september``, ``de eerste maandag van het jaar``."""
    if rule.positions or (rule.weekdays and (rule.month_days or _nths(rule) != "all")):
        return ""
    if rule.weekdays or any(day < 0 for day in rule.month_days):
        days = nth_weekdays(rule.weekdays, say) if rule.weekdays else month_days(rule, say)
        if rule.months:
            months = say.join(months_of(rule.months, say))
            return say.gettext("the %(days)s of %(months)s") % {"days": days, "months": months}
        if rule.weekdays:
            return say.gettext("the %(days)s of the year") % {"days": days}
    if rule.month_days and not rule.months:
        return say.gettext("the %(days)s of every month") % {"days": month_days(rule, say)}
    return say.join(dates_of_year(rule, say))


def _names_its_months(rule: Rule, say: Dates) -> bool:
    return bool(_days_of_year(rule, say))


def _nths(rule: Rule) -> str:
    """Whether weekdays are n-th ones: ``all``, ``none`` or ``some`` of them; ``none`` without weekdays."""
    counted = [day.nth != 0 for day in rule.weekdays]
    return "none" if not any(counted) else "all" if all(counted) else "some"


# ------------------------------------------------------------------------------------------------------ part by part


def _every(rule: Rule, say: Dates) -> str:
    """``elke dag``, ``elke 2 weken``.

    One has words of its own: in Ukrainian the form for one is also that for 21.
    """
    n = rule.interval
    if n == 1:
        return {
            Frequency.DAILY: say.gettext("every day"),
            Frequency.WEEKLY: say.gettext("every week"),
            Frequency.MONTHLY: say.gettext("every month"),
            Frequency.YEARLY: say.gettext("every year"),
        }[rule.frequency]
    return {
        Frequency.DAILY: say.ngettext("every %(n)s day", "every %(n)s days", n),
        Frequency.WEEKLY: say.ngettext("every %(n)s week", "every %(n)s weeks", n),
        Frequency.MONTHLY: say.ngettext("every %(n)s month", "every %(n)s months", n),
        Frequency.YEARLY: say.ngettext("every %(n)s year", "every %(n)s years", n),
    }[rule.frequency] % {"n": n}


def _part_by_part(rule: Rule, say: Dates) -> str:
    """``elke 2 maanden, alleen op maandag, alleen op de 1e van de maand, en daarvan de eerste``."""
    said = [_every(rule, say)]
    if rule.weekdays:
        said.append(_only_on_weekdays(rule, say))
    if rule.month_days:
        said.append(say.gettext("only on the %(days)s of the month") % {"days": month_days(rule, say)})
    if not (rule.weekdays or rule.month_days):
        if rule.frequency is Frequency.YEARLY and not rule.months:
            said.append(say.gettext("only on %(days)s") % {"days": say.date_month(rule.start)})
        elif rule.frequency is not Frequency.DAILY:
            said.append(say.gettext("only on the %(days)s of the month") % {"days": month_days(rule, say)})
    if rule.positions:
        said.append(say.gettext("and of these the %(nths)s") % {"nths": nths_in_words(rule.positions, say)})
    return say.in_a_row(said)


def _only_on_weekdays(rule: Rule, say: Dates) -> str:
    if _nths(rule) == "none":
        return say.gettext("only on %(days)s") % {"days": on_weekdays(rule, say)}
    days = {"days": nth_weekdays(rule.weekdays, say)}
    # Without months an n-th weekday of a yearly rule is that of its year (RFC 5545 section 3.3.10).
    of_the_year = rule.frequency is Frequency.YEARLY and not rule.months
    if _nths(rule) == "some" and of_the_year:
        return say.gettext("only on %(days)s of the year") % days
    if _nths(rule) == "some":
        return say.gettext("only on %(days)s of the month") % days
    if of_the_year:
        return say.gettext("only on the %(days)s of the year") % days
    return say.gettext("only on the %(days)s of the month") % days
