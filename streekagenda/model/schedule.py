"""When an event takes place, as data: single moments and rules, in the wall-clock time of the region.

All dates and times are naive: the region has one time zone, and 14:00 stays 14:00 when the clock changes.
The terms are those of RFC 5545 (iCalendar), section 3.3.10.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from streekagenda.model.details import Details
    from streekagenda.model.holidays import Feast, SchoolBreak
    from streekagenda.model.text import Text

MIDNIGHT = time()
ONE_DAY = timedelta(days=1)


class Weekday(IntEnum):
    """A day of the week, numbered as :meth:`datetime.date.weekday` does."""

    MO = 0
    TU = 1
    WE = 2
    TH = 3
    FR = 4
    SA = 5
    SU = 6


class Frequency(StrEnum):
    """FREQ of a rule; nothing in a calendar of meetings repeats more often than daily."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class WeekParity(StrEnum):
    """Even or odd ISO 8601 weeks; RFC 5545 cannot say this (a 53-week year has two odd weeks in a row)."""

    EVEN = "even"
    ODD = "odd"


class Hours(Struct, frozen=True, kw_only=True, gc=False, order=True):
    """A time of day; an end at or before the start is on the next day; no end means that it is not known."""

    start: time
    end: time | None = None
    doors: time | None = None


class Moment(Struct, frozen=True, kw_only=True, gc=False):
    """One stretch of time: hours on one day, or, without hours, whole days from ``first`` to ``last`` inclusive."""

    first: date
    last: date
    hours: Hours | None = None

    @property
    def all_day(self) -> bool:
        """Whether this is whole days."""
        return self.hours is None

    @property
    def start(self) -> datetime:
        """The beginning; midnight for whole days."""
        return datetime.combine(self.first, self.hours.start if self.hours else MIDNIGHT)

    @property
    def end(self) -> datetime:
        """The first instant after it; the start itself where no end is known."""
        if self.hours is None:
            return datetime.combine(self.last + ONE_DAY, MIDNIGHT)
        if self.hours.end is None:
            return self.start
        day = self.first if self.hours.end > self.hours.start else self.first + ONE_DAY
        return datetime.combine(day, self.hours.end)


def moment_on(day: date, hours: Hours | None) -> Moment:
    """Return the moment on one day: at ``hours``, or the whole day."""
    return Moment(first=day, last=day, hours=hours)


class NthWeekday(Struct, frozen=True, kw_only=True, gc=False, order=True):
    """A weekday of BYDAY: every one (``nth`` 0), the n-th of its month (1 to 5) or counted from the end (-1 is last)."""

    nth: int = 0
    weekday: Weekday


class Rule(Struct, frozen=True, kw_only=True, gc=False):
    """Which days: RFC 5545 section 3.3.10, and the parity of ISO weeks beside it. Lists are sorted."""

    frequency: Frequency
    start: date
    """The first possible day; a step counts from the week, month or year that it lies in."""
    interval: int = 1
    weekdays: tuple[NthWeekday, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    """BYSETPOS."""
    week_parity: WeekParity | None = None
    until: date | None = None
    """The last possible day, inclusive."""
    count: int | None = None
    """COUNT: days that the rule gives, before exceptions are taken away."""


class DateRange(Struct, frozen=True, kw_only=True, gc=False, order=True):
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        """Whether a day lies in it."""
        return isinstance(day, date) and self.first <= day <= self.last


class PublicHolidays(Struct, frozen=True, kw_only=True, gc=False):
    """The public holidays of a country (ISO 3166 code); for NL with 5 May in every year."""

    country: str


class SchoolHolidays(Struct, frozen=True, kw_only=True, gc=False):
    """The school holidays of a Dutch region: ``noord``, ``midden`` or ``zuid``; all of them, or those of one name."""

    region: str
    name: SchoolBreak | None = None


class NamedHoliday(Struct, frozen=True, kw_only=True, gc=False):
    """A feast that is called by its name: its day, or its two days, in every year."""

    feast: Feast


class Closure(Struct, frozen=True, kw_only=True, gc=False):
    """A holiday set that the region names itself, such as a summer stop."""

    id: str
    name: Text
    ranges: tuple[DateRange, ...]


Exclusion = DateRange | PublicHolidays | SchoolHolidays | NamedHoliday | Closure
"""What ``except`` may hold; days in it do not take place."""


class Change(Struct, frozen=True, kw_only=True, gc=False):
    """One occurrence of a series that differs: ``on`` is its planned day (RECURRENCE-ID)."""

    on: date
    moved_to: date | None = None
    hours: Hours | None = None
    """Other hours; ``None`` keeps those of the series."""
    details: Details


class Single(Struct, frozen=True, kw_only=True, gc=False):
    """One moment: a single event, one of several dates, or a stop of a tour."""

    key: str
    """Tells the entries of an event apart in its UIDs; empty for the main one."""
    moment: Moment
    details: Details


class Series(Struct, frozen=True, kw_only=True, gc=False):
    """A recurring activity."""

    key: str
    rule: Rule
    hours: Hours | None
    exclusions: tuple[Exclusion, ...] = ()
    also: tuple[Moment, ...] = ()
    changes: tuple[Change, ...] = ()
    details: Details


Entry = Single | Series


class Schedule(Struct, frozen=True, kw_only=True, gc=False):
    """All that ``when`` says."""

    entries: tuple[Entry, ...]
