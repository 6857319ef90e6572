"""A schedule in sentences.

``Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. Niet op feestdagen en in de
schoolvakanties. Op 20 december tot 18.00 uur (Kerstdiner).``
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from streekagenda.model.schedule import (
    Closure,
    DateRange,
    Frequency,
    NamedHoliday,
    PublicHolidays,
    SchoolHolidays,
    Series,
    Single,
)
from streekagenda.rendering.changes import facts, sentence_of
from streekagenda.rendering.holidays import in_school_holidays, on_feast
from streekagenda.rendering.remaining import still_to_come
from streekagenda.rendering.rule_parts import weekday_numbers
from streekagenda.rendering.rules import days_of, needs_years, season_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from streekagenda.model.details import Details
    from streekagenda.model.schedule import Entry, Exclusion, Hours, Moment, Schedule
    from streekagenda.rendering.dates import Dates

LONGEST_LIST = 6
"""More single moments than this are counted, not listed, where the list of those to come stands beside the sentence."""


def schedule_in_sentences(schedule: Schedule, say: Dates, *, today: date | None = None) -> tuple[str, ...]:
    """Say a schedule in full; with ``today``, what lies behind is left out unless nothing else remains.

    Without ``today`` it is said so that :mod:`streekagenda.recurrence.phrases` reads the same schedule back, as far as a
    phrase can say it: not where it is, what it costs or how one signs up, nor what else an entry says of itself.
    """
    coming = still_to_come(schedule, today)
    entries = coming or list(schedule.entries)
    singles = [entry for entry in entries if isinstance(entry, Single)]
    series = [entry for entry in entries if isinstance(entry, Series)]
    said = _singles(singles, say, counted=today is not None)
    weekdays = {day for single in singles for day in _weekdays_of(single)}
    for entry in series:
        first, *others = _series(entry, say, today if coming else None, alone=len(series) == 1)
        if weekdays & _weekdays_of(entry):  # what may meet on a day does not come instead of each other
            first = say.gettext("also %(when)s") % {"when": first}
        said += [first, *others]
        weekdays |= _weekdays_of(entry)
    return tuple(as_sentence(one, say) for one in said)


def _weekdays_of(entry: Entry) -> set[int]:
    """The weekdays on which an entry may be, Monday as 0."""
    if isinstance(entry, Single):
        return set(range(7)) if _many_days(entry) else {entry.moment.first.weekday()}
    rule = entry.rule
    of_weekdays = bool(rule.weekdays) or rule.frequency is Frequency.WEEKLY
    return set(weekday_numbers(rule)) if of_weekdays else set(range(7))


def as_sentence(words: str, say: Dates) -> str:
    """Begin with a capital, and end with a full stop."""
    return say.capital(words) + ("" if words.endswith((".", "!", "?")) else ".")


# ---------------------------------------------------------------------------------------------------- single moments


def _singles(singles: Sequence[Single], say: Dates, *, counted: bool) -> list[str]:
    """One sentence for days that share all but their date; ``counted``: many stops only by their number."""
    runs = [list(run) for _, run in groupby(singles, key=lambda one: (one.moment.hours, one.details, _many_days(one)))]
    if counted and (len(runs) > LONGEST_LIST or any(len(run) > 2 * LONGEST_LIST for run in runs)):
        first = min(one.moment.first for one in singles)
        last = max(one.moment.last for one in singles)
        return [say.in_a_row([say.times(len(singles)), say.days(first, last)])]
    clear = all(one.moment.hours is None for one in singles)
    return [sentence for run in runs for sentence in _alike(run, say, clear=clear)]


def _many_days(single: Single) -> bool:
    return single.moment.first != single.moment.last


def _alike(run: Sequence[Single], say: Dates, *, clear: bool) -> list[str]:
    one = run[0]
    if _many_days(one):
        return [_with_facts(_whole_days(other.moment, say, clear=clear), other.details, say) for other in run]
    days = say.join(say.dates((other.moment.first for other in run), weekdays=True))
    return [_with_facts(say.with_hours(days, one.moment.hours), one.details, say)]


def _whole_days(moment: Moment, say: Dates, *, clear: bool) -> str:
    """A run of days; beside hours it says that they are whole days, where that is not ``clear``."""
    said = say.days(moment.first, moment.last)
    return said if clear else say.with_hours(said, None)


def _with_facts(said: str, details: Details, say: Dates) -> str:
    """Add the place after a colon, and what else is particular in brackets."""
    where, others = facts(details, say)
    if where:
        said = say.gettext("%(when)s: %(what)s") % {"when": said, "what": where}
    if others:
        said = say.gettext("%(when)s (%(what)s)") % {"when": said, "what": say.side_by_side(others)}
    return said


# ------------------------------------------------------------------------------------------------------------ series


def _series(series: Series, say: Dates, today: date | None, *, alone: bool) -> list[str]:
    """A series in sentences; beside another one it says in its first sentence in which months and when not.

    A sentence such as "Not in July" behind two rules would seem to be about both.
    """
    rule = series.rule
    only, pause = season_of(rule, say)
    days_off = [day for one in series.exclusions if isinstance(one, DateRange) for day in (one.first, one.last)]
    year = needs_years(rule, days_off)
    without = [pause] if pause else []
    without += exclusions_in_words(series.exclusions, say, today=today, year=year)
    said = rule_with_period(series, say, today)
    if only and not alone:
        said = say.gettext("%(when)s, only %(months)s") % {"when": said, "months": only}
    if without and not alone:
        said = say.gettext("%(when)s, except %(what)s") % {"when": said, "what": say.join(without)}
    sentences = [_with_facts(said, series.details, say)]
    if only and alone:
        sentences.append(say.gettext("Only %(months)s") % {"months": only})
    if without and alone:
        # In English "not on Sundays or in the holidays", in Dutch "niet op zondag en in de vakanties".
        style = say.pgettext("how exceptions are joined: standard (and) or or", "or")
        sentences.append(say.gettext("Not %(when)s") % {"when": say.join(without, style)})
    also = [moment for moment in series.also if today is None or moment.last >= today]
    sentences += [say.gettext("Also %(when)s") % {"when": one} for one in _also(also, series.hours, say)]
    for change in series.changes:
        if today is None or max(change.on, change.moved_to or change.on) >= today:
            sentences += sentence_of(change, series, say)
    return sentences


def rule_with_period(series: Series, say: Dates, today: date | None) -> str:
    """Say days, hours and first and last day; with ``today`` the first day only where that is still to come.

    ``elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027``.
    """
    rule = series.rule
    said = [say.with_hours(days_of(rule, say), series.hours)]
    # A step and a number of times are understood from the first day only, and a step from its first time.
    began = today is not None and rule.start <= today and rule.interval == 1 and rule.count is None
    start = start_of(rule)
    if rule.until and began:
        said.append(say.gettext("until %(last)s") % {"last": say.date(rule.until)})
    elif rule.until and rule.until > start:
        said.append(say.days(start, rule.until))
    elif rule.until:
        period = {"first": say.date(start), "last": say.date(rule.until)}
        said.append(say.gettext("from %(first)s to %(last)s") % period)
    elif not began:
        said.append(say.gettext("from %(first)s") % {"first": say.date(start)})
    if rule.count is not None:
        said.append(say.times(rule.count))
    return say.in_a_row(said)


def exclusions_in_words(exclusions: Iterable[Exclusion], say: Dates, *, today: date | None, year: bool) -> list[str]:
    """``op feestdagen``, ``in de schoolvakanties``, ``op 15 november 2026``, ``op Eerste Kerstdag``.

    Feasts come last: before a date its year would be theirs too.
    """
    said: list[str] = []
    single: list[date] = []
    feasts: list[str] = []
    for exclusion in exclusions:
        match exclusion:
            case PublicHolidays():
                said.append(say.gettext("on public holidays"))
            case SchoolHolidays():
                said.append(in_school_holidays(exclusion.name, say))
            case NamedHoliday():
                feasts.append(on_feast(exclusion.feast, say))
            case Closure(ranges=ranges) if today is None or any(one.last >= today for one in ranges):
                name = exclusion.name.in_language(say.language).text
                said.append(say.gettext("during %(closure)s") % {"closure": name})
            case DateRange(first=first, last=last) if today is None or last >= today:
                if first == last:
                    single.append(first)
                else:
                    said.append(say.days(first, last, year=year))
            case Closure() | DateRange():
                pass  # is over
    said += [say.gettext("on %(day)s") % {"day": some} for some in say.dates(single, year=year)]
    return said + feasts


def _also(moments: Iterable[Moment], hours: Hours | None, say: Dates) -> list[str]:
    """``op 26 december 2026 van 14.00 tot 17.00 uur``; hours like those of the series are not said again."""
    said: list[str] = []
    for (same, one_day), run in groupby(moments, key=lambda moment: (moment.hours, moment.first == moment.last)):
        if one_day:
            which = say.join(
                [say.gettext("on %(day)s") % {"day": some} for some in say.dates(one.first for one in run)]
            )
            said.append(which if same == hours else say.with_hours(which, same))
        else:
            said += [_whole_days(moment, say, clear=hours is None) for moment in run]
    return said
