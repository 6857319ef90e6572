"""Dates and hours as a voice says them: no figures, no dashes, no abbreviations.

A language speaks by its catalogue alone (``spoken.po``): lists of words, apart by commas, in the context ``spoken``.
The same context may hold another form of any message of a sentence, for who hears it instead of reading it. What is not
in a list is said in figures.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from streekagenda.rendering.dates import Dates

FIRST_YEAR = 2020
"""Where the list of years begins."""
_HALF_A_DAY = 12
_HALF_A_YEAR = dt.timedelta(days=182)


class Voice(Dates, frozen=True, kw_only=True):
    """Says dates and hours aloud, in a language that speaks; examples are Dutch."""

    today: dt.date | None = None
    """Days of its year, and of the half year that follows it, are said without their year."""

    @property
    def speaks(self) -> bool:
        """Whether the language has spoken words of its own: without them those at hand are the English ones."""
        return self.pgettext("spoken", "code of the language (BCP 47)") == self.language

    # ---------------------------------------------------------------------------------------------------- messages

    def gettext(self, message: str) -> str:
        """Translate a message as it is heard, where that differs from how it is read."""
        heard = self.pgettext("spoken", message)
        return Dates.gettext(self, message) if heard == message else heard

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Translate by number, with the number in words."""
        return Dates.ngettext(self, singular, plural, n).replace("%(n)s", self.number(n))

    def _list(self, name: str) -> str:
        """Return the words of a list, apart by commas; nothing where no catalogue has it."""
        listed = self.pgettext("spoken", name)
        return "" if listed == name else listed

    def _word(self, name: str, index: int) -> str:
        """Return a word of a list; nothing where the list does not have it."""
        return _word(self._list(name), index)

    # ----------------------------------------------------------------------------------------------------- numbers

    def number(self, number: int) -> str:
        """``tien``, ``honderdvijf``; from ten thousand in figures."""
        hundreds, rest = number // 100 % 10, number % 100
        thousand = self._word("thousands from 1000", number // 1000 - 1)
        hundred = self._word("hundreds from 100", hundreds - 1)
        said = self._word("numbers from 0", rest)
        if (number >= 1000 and not thousand) or (hundreds and not hundred) or not said:
            return str(number)
        if hundreds:
            pattern = self.pgettext("spoken", "%(hundreds)s and %(rest)s")
            said = pattern % {"hundreds": hundred, "rest": said} if rest else hundred
        if thousand:
            pattern = self.pgettext("spoken", "%(thousands)s %(rest)s")
            said = pattern % {"thousands": thousand, "rest": said} if rest or hundreds else thousand
        return said

    def ordinal(self, number: int) -> str:
        """``vijftiende``; beyond the list in figures."""
        return self._word("ordinals from 1", number - 1) or Dates.ordinal(self, number)

    def day_of_month(self, number: int) -> str:
        """``vijftiende``; beyond the list in figures."""
        return self._word("ordinals from 1", number - 1) or Dates.day_of_month(self, number)

    # -------------------------------------------------------------------------------------------------------- days

    def day(self, day: dt.date) -> str:
        """``zondag zes september``, with its year where that is not clear."""
        return self._with_year(self.day_month(day), day)

    def day_month(self, day: dt.date) -> str:
        """``zondag zes september``."""
        return self._with_weekday(day, self.date_month(day))

    def day_in_list(self, day: dt.date) -> str:
        """As :meth:`day`: a voice says no comma."""
        return self.day(day)

    def day_month_in_list(self, day: dt.date) -> str:
        """As :meth:`day_month`."""
        return self.day_month(day)

    def date(self, day: dt.date) -> str:
        """``zes september``, with its year where that is not clear."""
        return self._with_year(self.date_month(day), day)

    def date_month(self, day: dt.date) -> str:
        """``zes september``."""
        values = {"day": self._day_number(day), "month": self.month_of(day)}
        return self.pgettext("spoken", "%(day)s of %(month)s") % values

    def _weekday_number(self, day: dt.date) -> str:
        return self._with_weekday(day, self._day_number(day))

    def _day_number(self, day: dt.date) -> str:
        return self._word("days of the month from 1", day.day - 1) or Dates._day_number(self, day)

    def _with_weekday(self, day: dt.date, date: str) -> str:
        return self.pgettext("spoken", "%(weekday)s %(date)s") % {"weekday": self.weekday(day), "date": date}

    def _with_year(self, said: str, day: dt.date) -> str:
        if self.today and (day.year == self.today.year or self.today < day < self.today + _HALF_A_YEAR):
            return said
        year = self._word("years from 2020", day.year - FIRST_YEAR) or self.number(day.year)
        return self.pgettext("spoken", "%(date)s %(year)s") % {"date": said, "year": year}

    # ------------------------------------------------------------------------------------------------------- hours

    def clock(self, clock: dt.time) -> str:
        """``half drie 's middags``, ``middernacht``."""
        return self._with_part(*self._clock_and_part(clock, "hours from 0")) or Dates.clock(self, clock)

    def clock_at(self, clock: dt.time) -> str:
        """As :meth:`clock`, in the form that follows the word "at" where a language has one."""
        return self._with_part(*self._clock_and_part(clock, "hours from 0 after the word at")) or self.clock(clock)

    def clock_after(self, end: dt.time, start: dt.time) -> str:
        """``vier uur``: the part of the day is not said again while it is the same."""
        said, part = self._clock_and_part(end, "hours from 0")
        same = part == self._clock_and_part(start, "hours from 0")[1]
        return said if said and same and start < end and end.hour - start.hour < _HALF_A_DAY else self.clock(end)

    def _clock_and_part(self, clock: dt.time, hours: str) -> tuple[str, str]:
        """Return ``half drie`` and ``'s middags``; the second is empty where the first says all."""
        return _clock_and_part(
            clock,
            named=self._list("times with a name"),
            hours=self._list(hours),
            minutes=self._list("minutes from 0"),
            parts=self._list("parts of the day from hour 0"),
        )

    def _with_part(self, clock: str, part: str) -> str:
        return self.pgettext("spoken", "%(clock)s %(part)s") % {"clock": clock, "part": part} if part else clock


@lru_cache(maxsize=4096)
def _clock_and_part(clock: dt.time, *, named: str, hours: str, minutes: str, parts: str) -> tuple[str, str]:
    name = f"{clock.hour}:{clock.minute:02} "
    for word in _words(named):
        if word.startswith(name):
            return word.removeprefix(name), ""
    hour, after, said = _word(hours, clock.hour), _word(hours, (clock.hour + 1) % 24), _word(minutes, clock.minute)
    if not (hour and after and said):
        return "", ""
    return said.replace("{hour}", hour).replace("{next}", after), _word(parts, clock.hour)


def _word(listed: str, index: int) -> str:
    words = _words(listed)
    return words[index] if 0 <= index < len(words) else ""


@lru_cache(maxsize=1024)
def _words(listed: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in listed.split(",")) if listed else ()
