"""Dates and hours in words."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, lru_cache, reduce
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.schedule import ONE_DAY, Hours, Moment
from streekagenda.rendering import cldr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from gettext import NullTranslations

    from streekagenda.rendering.translations import Translations

_MORNING = dt.time(6)
_DAYTIME = dt.time(7)
_HALF_A_DAY = 12 * 60
_CLEAR_WITHOUT_YEAR = dt.timedelta(days=330)


def needs_year(day: dt.date, today: dt.date) -> bool:
    """Whether a day is not understood without its year, as the next one of its name."""
    return not today <= day < today + _CLEAR_WITHOUT_YEAR


def _surprises(start: dt.time, end: dt.time) -> bool:
    """Whether it must be said that an end is on the next day: "van 20.00 tot 01.00 uur" needs no explanation."""
    lasts = (end.hour - start.hour) * 60 + end.minute - start.minute
    return lasts <= 0 and (end >= _MORNING or lasts + 24 * 60 > _HALF_A_DAY)


@lru_cache(maxsize=16_384)
def _translated(catalogue: NullTranslations, message: str) -> str:
    return catalogue.gettext(message)


@lru_cache(maxsize=4_096)
def _translated_in(catalogue: NullTranslations, context: str, message: str) -> str:
    return catalogue.pgettext(context, message)


class Dates(Struct, frozen=True, kw_only=True, dict=True):
    """Says dates and hours in one language; examples are Dutch.

    Patterns (Unicode TR 35) are messages themselves, in the context ``date pattern``: a language has its own order of
    day and month, and its own clock.
    """

    language: str
    """BCP 47."""
    translations: Translations

    @cached_property
    def _catalogue(self) -> NullTranslations:
        """That of the language, looked up once: a page says hundreds of messages."""
        return self.translations.for_language(self.language)

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return cldr.direction(self.language)

    @property
    def proofread(self) -> bool:
        """Whether a native reader has read the words of the language."""
        return self.language not in self.translations.not_proofread

    def gettext(self, message: str) -> str:
        """Translate an English message; fill ``%(name)s`` afterwards with ``%``."""
        return _translated(self._catalogue, message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Translate by number; fill ``%(n)s`` afterwards with ``%``."""
        return self._catalogue.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a message whose meaning depends on a context."""
        return _translated_in(self._catalogue, context, message)

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        """Translate by number in a context; fill ``%(n)s`` afterwards with ``%``."""
        return self._catalogue.npgettext(context, singular, plural, n)

    def capital(self, text: str) -> str:
        """Return a text as it begins a sentence or stands alone: ``Elke zondag``, in Turkish ``İki haftada bir``."""
        return cldr.capital(text, self.language)

    # ------------------------------------------------------------------------------------------------------- days

    def day(self, day: dt.date) -> str:
        """``zondag 6 september 2026``."""
        return cldr.formatted(day, self.pgettext("date pattern", "EEEE d MMMM y"), self.language)

    def day_month(self, day: dt.date) -> str:
        """``zondag 6 september``."""
        return cldr.formatted(day, self.pgettext("date pattern", "EEEE d MMMM"), self.language)

    def day_in_list(self, day: dt.date) -> str:
        """As :meth:`day`, among others: without a comma where a language has one."""
        return cldr.formatted(day, self.pgettext("date pattern in a list", "EEEE d MMMM y"), self.language)

    def day_month_in_list(self, day: dt.date) -> str:
        """As :meth:`day_month`, among others."""
        return cldr.formatted(day, self.pgettext("date pattern in a list", "EEEE d MMMM"), self.language)

    def day_short(self, day: dt.date) -> str:
        """``zo 6 sep``."""
        return cldr.formatted(day, self.pgettext("date pattern", "EEE d MMM"), self.language)

    def day_year_short(self, day: dt.date) -> str:
        """``zo 6 sep 2026``."""
        return cldr.formatted(day, self.pgettext("date pattern", "EEE d MMM y"), self.language)

    def date(self, day: dt.date) -> str:
        """``6 september 2026``."""
        return cldr.formatted(day, self.pgettext("date pattern", "d MMMM y"), self.language)

    def date_month(self, day: dt.date) -> str:
        """``6 september``."""
        return cldr.formatted(day, self.pgettext("date pattern", "d MMMM"), self.language)

    def month(self, day: dt.date) -> str:
        """``september 2026``."""
        return cldr.formatted(day, self.pgettext("date pattern", "LLLL y"), self.language)

    def month_of(self, day: dt.date) -> str:
        """``september``, as it stands behind a day, or behind "from" and "to"."""
        return cldr.formatted(day, self.pgettext("date pattern", "MMMM"), self.language)

    def weekday(self, day: dt.date) -> str:
        """``zondag``."""
        return cldr.formatted(day, self.pgettext("date pattern", "EEEE"), self.language)

    def weekday_short(self, day: dt.date) -> str:
        """``zo``."""
        return cldr.formatted(day, self.pgettext("date pattern", "EEE"), self.language)

    def month_short(self, day: dt.date) -> str:
        """``sep``."""
        return cldr.formatted(day, self.pgettext("date pattern", "LLL"), self.language)

    def week(self, day: dt.date) -> str:
        """``week 36 van 2026``: the ISO 8601 week that a day lies in."""
        year, week, _ = day.isocalendar()
        return self.gettext("week %(week)s of %(year)s") % {"week": week, "year": year}

    def days(self, first: dt.date, last: dt.date, *, year: bool = True) -> str:
        """``van 3 tot en met 5 oktober 2026``; one day: ``3 oktober 2026``."""
        until = self.date(last) if year else self.date_month(last)
        if first == last:
            return until
        if year and first.year != last.year:
            begin = self.date(first)
        elif first.month != last.month:
            begin = self.date_month(first)
        else:
            begin = self._day_number(first)
        return self.gettext("from %(first)s to %(last)s") % {"first": begin, "last": until}

    def dates(self, days: Iterable[dt.date], *, weekdays: bool = False, year: bool = True) -> list[str]:
        """Say days, every year once, and the month once where all are in one: ``["15 en 22 november 2026"]``."""
        said = []
        for _, run in groupby(sorted(days), key=lambda day: day.year):
            *before, last = run
            one_month = all(day.month == last.month for day in before)
            if not weekdays:
                full = self.date if year else self.date_month
                brief = self._day_number if one_month else self.date_month
            elif before:
                full = self.day_in_list if year else self.day_month_in_list
                brief = self._weekday_number if one_month else self.day_month_in_list
            else:
                full = brief = self.day if year else self.day_month
            said.append(self.join([*map(brief, before), full(last)]))
        return said

    def _weekday_number(self, day: dt.date) -> str:
        return cldr.formatted(day, self.pgettext("date pattern", "EEEE d"), self.language)

    def _day_number(self, day: dt.date) -> str:
        return cldr.formatted(day, self.pgettext("date pattern", "d"), self.language)

    def relative_day(self, day: dt.date, today: dt.date) -> str:
        """``vandaag``, ``morgen`` or nothing."""
        if day == today:
            return self.gettext("today")
        return self.gettext("tomorrow") if day - today == ONE_DAY else ""

    # ------------------------------------------------------------------------------------------------------ hours

    def clock(self, clock: dt.time) -> str:
        """``14.00``, ``9.30``; in the small hours ``02.00``, which nobody takes for the afternoon."""
        if clock < _DAYTIME:
            return cldr.formatted(clock, self.pgettext("date pattern of the small hours", "HH:mm"), self.language)
        return cldr.formatted(clock, self.pgettext("date pattern", "HH:mm"), self.language)

    def clock_at(self, clock: dt.time) -> str:
        """As :meth:`clock`, after the word "at", which some languages give another form."""
        return self.clock(clock)

    def clock_after(self, end: dt.time, start: dt.time) -> str:  # noqa: ARG002 -- a voice hears the start with it
        """As :meth:`clock`, for the end of hours that were begun with ``start``."""
        return self.clock(end)

    def hours(self, what: Moment | Hours | None) -> str:
        """``van 14.00 tot 16.00 uur``, ``14.00 uur``, ``hele dag``; with the doors where they are known."""
        hours = what.hours if isinstance(what, Moment) else what
        if hours is None:
            return self.gettext("all day")
        if hours.end is None:
            said = self.pgettext("hours", "%(start)s") % {"start": self.clock(hours.start)}
        else:
            said = self._from_to(hours.start, hours.end)
        return self._with_doors(said, hours)

    def at_hours(self, hours: Hours | None) -> str:
        """As :meth:`hours`, but as it follows a day in a sentence: ``om 14.00 uur``."""
        if hours is None or hours.end is not None:
            return self.hours(hours)
        return self._with_doors(self.gettext("at %(start)s") % {"start": self.clock_at(hours.start)}, hours)

    def _from_to(self, start: dt.time, end: dt.time) -> str:
        values = {"start": self.clock(start), "end": self.clock_after(end, start)}
        if _surprises(start, end):
            return self.gettext("from %(start)s to %(end)s the next day") % values
        return self.gettext("from %(start)s to %(end)s") % values

    def until(self, hours: Hours) -> str:
        """``tot 18.00 uur``; as :meth:`at_hours` where no end is known."""
        if hours.end is None:
            return self.at_hours(hours)
        values = {"end": self.clock_after(hours.end, hours.start)}
        if _surprises(hours.start, hours.end):
            return self.gettext("until %(end)s the next day") % values
        return self.gettext("until %(end)s") % values

    def _with_doors(self, said: str, hours: Hours) -> str:
        if hours.doors is None:
            return said
        values = {"hours": said, "doors": self.clock_at(hours.doors)}
        return self.gettext("%(hours)s (doors open at %(doors)s)") % values

    def hours_short(self, what: Moment | Hours | None) -> str:
        """``14.00–16.00``, ``14.00``, ``hele dag``."""
        hours = what.hours if isinstance(what, Moment) else what
        if hours is None:
            return self.gettext("all day")
        if hours.end is None:
            return self.clock(hours.start)
        values = {"start": self.clock(hours.start), "end": self.clock(hours.end)}
        # Between figures a dash has no direction of its own: a language from right to left has a word there.
        return self.pgettext("hours", "%(start)s–%(end)s") % values

    def with_hours(self, days: str, hours: Hours | None) -> str:
        """Say days and their hours together: ``… van 14.00 tot 16.00 uur``, ``…, de hele dag``."""
        if hours is None:
            return self.gettext("%(days)s, all day") % {"days": days}
        return self.gettext("%(days)s %(hours)s") % {"days": days, "hours": self.at_hours(hours)}

    def moment(self, moment: Moment) -> str:
        """``zondag 6 september 2026 van 14.00 tot 16.00 uur``, ``van 3 tot en met 5 oktober 2026``."""
        if moment.first != moment.last:
            return self.days(moment.first, moment.last)
        return self.with_hours(self.day(moment.first), moment.hours)

    # ---------------------------------------------------------------------------------------------------- numbers

    def times(self, count: int) -> str:
        """``3 keer``."""
        return self.ngettext("%(n)s time", "%(n)s times", count) % {"n": count}

    def ordinal(self, number: int) -> str:
        """``15e``: English has four forms, and CLDR says which one a number takes; two genders are apart by a bar."""
        form = {
            "one": self.pgettext("ordinal", "%(n)sst"),
            "two": self.pgettext("ordinal", "%(n)snd"),
            "few": self.pgettext("ordinal", "%(n)srd"),
        }.get(cldr.ordinal_category(number, self.language), self.pgettext("ordinal", "%(n)sth"))
        return form % {"n": number}

    def day_of_month(self, number: int) -> str:
        """``15e``, of the days of a month."""
        form = {
            "one": self.pgettext("day of the month", "%(n)sst"),
            "two": self.pgettext("day of the month", "%(n)snd"),
            "few": self.pgettext("day of the month", "%(n)srd"),
        }.get(cldr.ordinal_category(number, self.language), self.pgettext("day of the month", "%(n)sth"))
        return form % {"n": number}

    def in_a_row(self, said: Sequence[str]) -> str:
        """``a, b, c``: what belongs together, with the comma of the language."""
        return reduce(lambda one, other: self.gettext("%(when)s, %(what)s") % {"when": one, "what": other}, said)

    def side_by_side(self, said: Sequence[str]) -> str:
        """``a; b``: what stands on its own, with the semicolon of the language."""
        return reduce(lambda one, other: self.gettext("%(when)s; %(what)s") % {"when": one, "what": other}, said)

    def join(self, items: Sequence[str], style: str = "standard") -> str:
        """``a, b en c``; with the style ``or``: ``a, b of c``."""
        return cldr.joined(list(items), self.language, style)
