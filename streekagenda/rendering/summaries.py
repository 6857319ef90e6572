"""A schedule in one sentence: days, hours, first and last day, and that there are exceptions.

``Elke zondag van 14.00 tot 16.00 uur, tot en met 27 juni 2027, behalve op feestdagen; op sommige dagen anders.``
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.schedule import DateRange, Series, Single
from streekagenda.rendering.changes import sentence_of, with_status
from streekagenda.rendering.closed_doors import ClosedDoor, closed_doors
from streekagenda.rendering.dates import needs_year
from streekagenda.rendering.remaining import OFF, still_to_come
from streekagenda.rendering.rules import needs_years, season_of
from streekagenda.rendering.sentences import as_sentence, exclusions_in_words, rule_with_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from streekagenda.model.schedule import Change, Entry, Moment, Schedule
    from streekagenda.rendering.dates import Dates

FITS = 155
"""Characters that search engines and messengers show of a description."""
TOO_LONG = 250
"""Rather than a longer sentence it is one that leaves rules or dates out, and says so."""


def schedule_in_one_sentence(schedule: Schedule, say: Dates, *, today: date | None = None) -> str:
    """Say a schedule in one sentence, of at most 155 characters wherever that can be.

    Exceptions are said where there is room, and otherwise that there are some. With ``today``, what lies behind is left
    out unless nothing else remains, and dates that are off or moved are said by name if they come next.
    """
    if not schedule.entries:
        return ""
    coming = still_to_come(schedule, today)
    summary = _Summary(
        entries=coming or list(schedule.entries),
        say=say,
        today=today if coming else None,
        doors=closed_doors(coming, today) if coming and today else (),
    )
    ways = (summary.said(exceptions=one, dates=other) for one, other in ((True, True), (False, True)))
    for said in ways:
        if len(said) <= FITS:
            return said
    said = summary.said(exceptions=False, dates=False)
    return said if len(said) <= TOO_LONG else summary.said(exceptions=False, dates=False, all_entries=False)


class _Summary(Struct, frozen=True, kw_only=True):
    """What there is to say; the ways to say it differ in what they only hint at."""

    entries: Sequence[Entry]
    say: Dates
    today: date | None
    doors: Sequence[ClosedDoor]

    def said(self, *, exceptions: bool, dates: bool, all_entries: bool = True) -> str:
        """Return the sentence, with its exceptions, with each of several dates, with each entry; or without."""
        say = self.say
        series = [entry for entry in self.entries if isinstance(entry, Series)]
        singles = [entry for entry in self.entries if isinstance(entry, Single)]
        told = series
        if not all_entries:
            first = [] if singles else series[:1]
            told = [*first, *(one for one in series[len(first) :] if _is_off(one))]
        clauses = [*self._singles(singles, dates=dates), *(self._series(one, exceptions=exceptions) for one in told)]
        said = say.side_by_side(clauses)
        if len(told) < len(series):
            said = say.gettext("%(when)s; also at other times") % {"when": said}
        said = self._with_doors(said, singles if dates else [])
        if any(self._has_more(one) for one in series):
            said = say.gettext("%(when)s; also on other days") % {"when": said}
        off = (not dates and _off_among(singles)) or (not exceptions and any(map(self._is_left_out, series)))
        other = any(map(self._differs, series))
        if off and other:
            said = say.gettext("%(when)s; not or different on some dates") % {"when": said}
        elif off:
            said = say.gettext("%(when)s; not on some dates") % {"when": said}
        elif other:
            said = say.gettext("%(when)s; different on some dates") % {"when": said}
        return as_sentence(said, say)

    # ------------------------------------------------------------------------------------------------------- series

    def _series(self, series: Series, *, exceptions: bool) -> str:
        say, rule = self.say, series.rule
        said = with_status(rule_with_period(series, say, self.today), series.details, say)
        only, pause = season_of(rule, say)
        without = [pause] if pause else []
        if exceptions:
            off = (DateRange(first=change.on, last=change.on) for change in self._changes(series) if _is_off(change))
            year = needs_years(rule)
            without += exclusions_in_words((*series.exclusions, *off), say, today=self.today, year=year)
        if only:
            said = say.gettext("%(when)s, only %(months)s") % {"when": said, "months": only}
        if without:
            said = say.gettext("%(when)s, except %(what)s") % {"when": said, "what": say.join(without)}
        return said

    def _changes(self, series: Series) -> Iterator[Change]:
        """Yield the changes that are still to come and are not said by name."""
        named = {door.planned.first for door in self.doors}
        for change in series.changes:
            if change.on not in named and (self.today is None or (change.moved_to or change.on) >= self.today):
                yield change

    def _is_left_out(self, series: Series) -> bool:
        """Whether some of its dates do not take place."""
        return any(map(_is_off, self._changes(series))) or bool(
            exclusions_in_words(series.exclusions, self.say, today=self.today, year=False)
        )

    def _differs(self, series: Series) -> bool:
        """Whether some of its dates are otherwise."""
        return any(sentence_of(one, series, self.say) for one in self._changes(series) if not _is_off(one))

    def _has_more(self, series: Series) -> bool:
        """Whether there are dates beside those of its rule."""
        return any(self.today is None or moment.last >= self.today for moment in series.also)

    # ------------------------------------------------------------------------------------------------------ singles

    def _singles(self, singles: Sequence[Single], *, dates: bool) -> list[str]:
        say = self.say
        going = [one for one in singles if one.details.status not in OFF] or singles
        if len(going) > 1 and not dates:
            return [with_status(self._counted([one.moment for one in going]), going[0].details, say)]
        runs = [
            list(run)
            for _, run in groupby(going, key=lambda one: (one.moment.hours, _is_long(one), one.details.status))
        ]
        return [said for run in runs for said in self._alike(run)]

    def _alike(self, run: Sequence[Single]) -> list[str]:
        say, one = self.say, run[0]
        if _is_long(one) or len(run) == 1:
            return [with_status(say.moment(other.moment), other.details, say) for other in run]
        days = say.join(say.dates((other.moment.first for other in run), weekdays=True))
        return [with_status(say.with_hours(days, one.moment.hours), one.details, say)]

    def _counted(self, moments: Sequence[Moment]) -> str:
        """``4 keer van 10.00 tot 12.00 uur, van 28 september tot en met 2 oktober 2026``."""
        say, hours = self.say, {moment.hours for moment in moments}
        times = say.times(len(moments))
        (some, *others) = hours
        said = [times if others or some is None else say.with_hours(times, some)]
        said.append(say.days(min(moment.first for moment in moments), max(moment.last for moment in moments)))
        if others:
            said.append(say.gettext("at different times"))
        return say.in_a_row(said)

    # -------------------------------------------------------------------------------------------------------- both

    def _with_doors(self, said: str, singles: Sequence[Single]) -> str:
        """Add the coming dates on which one would stand before a closed door, and those of several that are off."""
        say = self.say
        going = {one.moment.first for one in singles if not _is_off(one)}
        off = {one.moment: one.moment.first not in going for one in _off_among(singles)}
        off |= {door.planned: door.alone for door in self.doors if door.moved_to is None}
        if off:
            known_by_day = [moment.first for moment, alone in off.items() if alone and moment.first == moment.last]
            year = self.today is None or any(needs_year(day, self.today) for day in known_by_day)
            named = say.dates(known_by_day, weekdays=True, year=year)
            days = [say.gettext("on %(day)s") % {"day": day} for day in named]
            days += [say.days(moment.first, moment.last) for moment in off if moment.first != moment.last]
            known_by_hours = [moment for moment, alone in off.items() if not alone and moment.first == moment.last]
            days += [say.gettext("on %(day)s") % {"day": say.moment(moment)} for moment in known_by_hours]
            said = say.gettext("%(when)s; it does not take place %(days)s") % {"when": said, "days": say.join(days)}
        for door in self.doors:
            if door.moved_to is not None:
                values = {"when": said, "day": self._day(door.planned.first), "other_day": self._day(door.moved_to)}
                said = say.gettext("%(when)s; not on %(day)s, but on %(other_day)s") % values
        return said

    def _day(self, day: date) -> str:
        return self.say.day(day) if self.today is None or needs_year(day, self.today) else self.say.day_month(day)


def _is_off(one: Entry | Change) -> bool:
    return one.details.status in OFF


def _off_among(singles: Sequence[Single]) -> list[Single]:
    """Return those that are off while others are not."""
    off = [one for one in singles if _is_off(one)]
    return off if len(off) < len(singles) else []


def _is_long(single: Single) -> bool:
    return single.moment.first != single.moment.last
