"""A schedule in sentences.

``Elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027. Niet op feestdagen en in de
schoolvakanties. Op 20 december tot 18.00 uur (Kerstdiner).``
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from streekagenda.model.schedule import Closure, DateRange, NamedHoliday, PublicHolidays, SchoolHolidays, Series, Single
from streekagenda.rendering import cldr
from streekagenda.rendering.changes import facts, sentence_of
from streekagenda.rendering.holidays import in_school_holidays, on_feast
from streekagenda.rendering.remaining import still_to_come
from streekagenda.rendering.rules import days_of, needs_years, season_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from streekagenda.model.details import Details
    from streekagenda.model.schedule import Exclusion, Hours, Moment, Schedule
    from streekagenda.rendering.dates import Dates

LONGEST_LIST = 6
"""More single moments than this are counted, not listed: the list of dates stands beside the sentence."""


def schedule_in_sentences(schedule: Schedule, say: Dates, *, today: date | None = None) -> tuple[str, ...]:
    """Say a schedule in full; with ``today``, what lies behind is left out unless nothing else remains."""
    coming = still_to_come(schedule, today)
    entries = coming or list(schedule.entries)
    singles = [entry for entry in entries if isinstance(entry, Single)]
    said = _singles(singles, say)
    for entry in entries:
        if isinstance(entry, Series):
            said += _series(entry, say, today if coming else None)
    return tuple(as_sentence(one, say) for one in said)


def as_sentence(words: str, say: Dates) -> str:
    """Begin with a capital, and end with a full stop."""
    return cldr.capital(words, say.language) + ("" if words.endswith((".", "!", "?")) else ".")


# ---------------------------------------------------------------------------------------------------- single moments


def _singles(singles: Sequence[Single], say: Dates) -> list[str]:
    """One sentence for days that share all but their date; many stops only by their number."""
    runs = [list(run) for _, run in groupby(singles, key=lambda one: (one.moment.hours, one.details, _many_days(one)))]
    if len(runs) > LONGEST_LIST or any(len(run) > 2 * LONGEST_LIST for run in runs):
        first = min(one.moment.first for one in singles)
        last = max(one.moment.last for one in singles)
        return [f"{say.times(len(singles))}, {say.days(first, last)}"]
    return [sentence for run in runs for sentence in _alike(run, say)]


def _many_days(single: Single) -> bool:
    return single.moment.first != single.moment.last


def _alike(run: Sequence[Single], say: Dates) -> list[str]:
    one = run[0]
    if _many_days(one):
        return [_with_facts(say.moment(other.moment), other.details, say) for other in run]
    days = say.join(say.dates((other.moment.first for other in run), weekdays=True))
    return [_with_facts(say.with_hours(days, one.moment.hours), one.details, say)]


def _with_facts(said: str, details: Details, say: Dates) -> str:
    """Add the place after a colon, and what else is particular in brackets."""
    where, others = facts(details, say)
    if where:
        said = say.gettext("%(when)s: %(what)s") % {"when": said, "what": where}
    if others:
        said = say.gettext("%(when)s (%(what)s)") % {"when": said, "what": "; ".join(others)}
    return said


# ------------------------------------------------------------------------------------------------------------ series


def _series(series: Series, say: Dates, today: date | None) -> list[str]:
    rule = series.rule
    year = needs_years(rule)
    only, pause = season_of(rule, say)
    said = [_with_facts(rule_with_period(series, say, today), series.details, say)]
    if only:
        said.append(say.gettext("Only %(months)s") % {"months": only})
    without = [pause] if pause else []
    without += exclusions_in_words(series.exclusions, say, today=today, year=year)
    if without:
        # In English "not on Sundays or in the holidays", in Dutch "niet op zondag en in de vakanties".
        style = say.pgettext("how exceptions are joined: standard (and) or or", "or")
        said.append(say.gettext("Not %(when)s") % {"when": say.join(without, style)})
    also = [moment for moment in series.also if today is None or moment.last >= today]
    if also:
        said.append(say.gettext("Also %(when)s") % {"when": say.join(_also(also, series.hours, say))})
    for change in series.changes:
        if today is None or max(change.on, change.moved_to or change.on) >= today:
            said += sentence_of(change, series.hours, say, year=year)
    return said


def rule_with_period(series: Series, say: Dates, today: date | None) -> str:
    """Say days, hours and first and last day; with ``today`` the first day only where that is still to come.

    ``elke zondag van 14.00 tot 16.00 uur, van 6 september 2026 tot en met 27 juni 2027``.
    """
    rule = series.rule
    said = [say.with_hours(days_of(rule, say), series.hours)]
    # A step and a number of times are understood from the first day only.
    began = today is not None and rule.start <= today and rule.interval == 1 and rule.count is None
    if rule.until and began:
        said.append(say.gettext("until %(last)s") % {"last": say.date(rule.until)})
    elif rule.until and rule.until > rule.start:
        said.append(say.days(rule.start, rule.until))
    elif not began:
        said.append(say.gettext("from %(first)s") % {"first": say.date(rule.start)})
    if rule.count is not None:
        said.append(say.times(rule.count))
    return ", ".join(said)


def exclusions_in_words(exclusions: Iterable[Exclusion], say: Dates, *, today: date | None, year: bool) -> list[str]:
    """``op feestdagen``, ``in de schoolvakanties``, ``op 15 november 2026``, ``op Eerste Kerstdag``.

    Feasts come last: before a date its year would be theirs too.
    """
    said: list[str] = []
    days: list[date] = []
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
                    days.append(first)
                else:
                    said.append(say.days(first, last, year=year))
            case Closure() | DateRange():
                pass  # is over
    said += [say.gettext("on %(day)s") % {"day": some} for some in say.dates(days, year=year)]
    return said + feasts


def _also(moments: Iterable[Moment], hours: Hours | None, say: Dates) -> list[str]:
    """``op 26 december 2026 van 14.00 tot 17.00 uur``; hours like those of the series are not said again."""
    said: list[str] = []
    for (same, days), run in groupby(moments, key=lambda moment: (moment.hours, moment.first == moment.last)):
        if not days:
            said += [say.days(moment.first, moment.last) for moment in run]
            continue
        which = [say.gettext("on %(day)s") % {"day": some} for some in say.dates(moment.first for moment in run)]
        said += which if same == hours else [say.with_hours(say.join(which), same)]
    return said
