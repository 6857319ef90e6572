"""What the grammar finds in a phrase: parts as they were written, with their place, not yet believed."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from streekagenda.model.holidays import Feast
    from streekagenda.model.schedule import Weekday
    from streekagenda.recurrence.phrases.readings import PartOfDay


class Written(Struct, frozen=True, kw_only=True):
    """Anything written, with its place in the original text."""

    start: int
    end: int


# ------------------------------------------------------------------------------------------------------------ days


class DayWritten(Written, frozen=True, kw_only=True):
    """A day of a month, or a feast; month and year may still have to come from what stands behind it."""

    day: int = 0
    month: int | None = None
    year: int | None = None
    weekday: Weekday | None = None
    part: PartOfDay | None = None
    feast: Feast | None = None
    short_year: bool = False
    """Written in figures with a year of two."""
    in_figures: bool = False
    month_first: bool = False
    month_follows: bool = False
    """Its month was that of the next day in the list."""
    weekday_end: int = 0
    day_at: int = 0
    """Where the words of day, month and year begin, after the weekday."""
    year_at: int = 0
    """Where a year would be written."""
    label: Written | None = None
    """What this one date is called."""
    whole_feast: bool = False
    """Both days of a feast were named: ``paasdagen``."""
    again: Written | None = None
    """Where its weekday is said apart from it: ``op 22 maart; die zaterdag``."""
    said_behind: bool = False
    """Its weekday or feast stands behind the date: ``9 februari 2027 (dinsdag)``."""


class SpanWritten(Written, frozen=True, kw_only=True):
    """From one day to another."""

    first: DayWritten
    last: DayWritten
    link: Written
    """The word or sign between the two."""
    open_end: bool
    """Whether the link leaves it open if the last day is in it."""
    with_clocks: bool = False
    """Each of the two days was written with a time of its own."""
    opener: Written | None = None
    """``tussen``, which goes with ``en`` only."""


class Days(Written, frozen=True, kw_only=True):
    """One or more days and runs of days, in the order in which they were written."""

    items: tuple[DayWritten | SpanWritten, ...]


class Months(Written, frozen=True, kw_only=True):
    """Months of the year: a season, or, with a year, one stretch of time."""

    months: tuple[int, ...]
    first_year: int | None = None
    last_year: int | None = None
    a_run: bool = False
    """Written as a range."""
    introduced: bool = False
    """With a word before it: ``in juli``."""
    open_link: Written | None = None
    """A link that leaves open if the last month is in it."""
    last_at: int = 0
    """Where the last month is written."""


class Since(Written, frozen=True, kw_only=True):
    """The first possible day; ``exact``: said to be the very first time."""

    day: DayWritten | Months
    exact: bool = False


class Until(Written, frozen=True, kw_only=True):
    """The last possible day; ``open_end``: the words leave open if it is in it."""

    day: DayWritten | Months
    link: Written
    open_end: bool = False
    exact: bool = False
    """Said to be the very last time."""


# ------------------------------------------------------------------------------------------------------ recurrence


class WeekdayWritten(Written, frozen=True, kw_only=True):
    """A weekday, with the part of the day that was said with it."""

    weekday: Weekday
    part: PartOfDay | None = None
    habitual: bool = False


class Weekdays(Written, frozen=True, kw_only=True):
    """Weekdays, in a list or a range."""

    items: tuple[WeekdayWritten, ...]
    every: bool
    """Said to recur: ``elke``, a plural, ``de``, or a range or list."""
    that: bool = False
    """``die zaterdag``: says again which weekday a date is."""
    unsure: WeekdayWritten | None = None
    """A weekday of which it is not clear if the part of the day behind the last one is its own."""
    open_link: Written | None = None
    """A link that leaves open if the last weekday is in it."""
    only: bool = False
    """``alleen op …``: of the days that stand before it."""


class NthWeekdays(Written, frozen=True, kw_only=True):
    """The n-th weekdays of the month; negative counts from the end."""

    items: tuple[tuple[int, WeekdayWritten], ...]
    every: bool
    of_month: bool
    """Whether it says of what: ``van de maand``."""
    link: Written | None = None
    """A dash that may make a list or a range: ``1e-3e dinsdag``."""
    without: tuple[WeekdayWritten, ...] = ()
    """Weekdays behind it without a number of their own: ``eerste dinsdag en donderdag``."""
    number_at: Written | None = None
    """The number before the weekday that they stand behind."""
    only: bool = False


class MonthDays(Written, frozen=True, kw_only=True):
    """Days of the month by number."""

    days: tuple[int, ...]
    link: Written | None = None
    """A dash that may make a list or a range: ``1e-15e``."""
    only: bool = False


class Unit(Enum):
    """What a step counts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Step(Written, frozen=True, kw_only=True):
    """Every n days, weeks, months or years."""

    unit: Unit
    interval: int = 1
    once_in: bool = False
    """``één keer in de …``: people also say this of two fixed weekdays of the month."""


class Often(Written, frozen=True, kw_only=True):
    """So many times a week, month or year, without saying when: ``zes keer per jaar``."""

    times: int
    unit: Unit
    interval: int = 1


class Parity(Written, frozen=True, kw_only=True):
    """Even or odd weeks."""

    even: bool


class Count(Written, frozen=True, kw_only=True):
    """So many times in all."""

    times: int


class Remark(Written, frozen=True, kw_only=True):
    """Something in the phrase that is to be asked about, by the code of the question."""

    code: str
    choices: Mapping[str, tuple[tuple[Written, str], ...]] = field(default_factory=dict)
    """Readings by the name of their value: what to write in which places, with words by their name, as ``{joined}``."""


class HolidaySet(Written, frozen=True, kw_only=True):
    """Public holidays, school holidays, or a set that the region names."""

    name: str


class Except(Written, frozen=True, kw_only=True):
    """Days that do not take place."""

    items: tuple[Days | Months | HolidaySet | Weekdays | NthWeekdays | Remark, ...]


# ----------------------------------------------------------------------------------------------------------- times


class ClockWritten(Written, frozen=True, kw_only=True):
    """A time of day as it was written."""

    hour: int
    minute: int = 0
    certain: bool = False
    """On the clock of 24 hours: a zero in front, 13 or more, am or pm."""
    spoken: bool = False
    """In words, as people say it on the clock of 12 hours: half tien."""
    whole: bool = False
    """The hour alone, in figures: ``7 uur`` may be in the morning or in the evening."""
    before_or_past: bool = False
    """English ``half ten``: with half an hour to go, as in Dutch, or past it."""
    part: PartOfDay | None = None
    """A part of the day that was said of this time alone."""
    meridiem: str = ""


class HoursWritten(Written, frozen=True, kw_only=True):
    """From one time of day to another; one of the two may be missing."""

    begins: ClockWritten | None = None
    ends: ClockWritten | None = None
    part: PartOfDay | None = None
    """A part of the day that was said with it."""
    over_days: bool = False
    """The end was written with a day of its own."""
    next_day: bool = False
    """The end was said to be on the next day."""
    bare: bool = False
    """Two numbers with a dash and nothing that says that they are hours."""


class Doors(Written, frozen=True, kw_only=True):
    """When the doors open."""

    at: ClockWritten


class DayPart(Written, frozen=True, kw_only=True):
    """A part of the day, alone."""

    part: PartOfDay


class Lasting(Written, frozen=True, kw_only=True):
    """How long it lasts."""

    duration: timedelta


class AllDay(Written, frozen=True, kw_only=True):
    """The whole day."""


# ------------------------------------------------------------------------------------------------ one date of a rule


class ChangeWritten(Written, frozen=True, kw_only=True):
    """A date of a rule that differs: ``op 20 december tot 18.00 uur (Kerstdiner)``."""

    days: Days
    moved_to: DayWritten | None = None
    hours: tuple[HoursWritten | Doors | DayPart | AllDay, ...] = ()
    status: str = ""
    """The value of a :class:`streekagenda.model.details.Status`."""
    title: Written | None = None
    note: Written | None = None

    @property
    def of_a_rule(self) -> bool:
        """Whether no date that stands by itself would be said like this."""
        ends_only = any(isinstance(one, HoursWritten) and one.begins is None for one in self.hours)
        return ends_only or bool(self.moved_to or self.status or self.title or self.note)


# ---------------------------------------------------------------------------------------------------------- others


class Listed(Written, frozen=True, kw_only=True):
    """Words that announce a list of dates."""


class Also(Written, frozen=True, kw_only=True):
    """What follows comes on top of what stands before it."""


Piece = (
    Days
    | Months
    | Since
    | Until
    | Weekdays
    | NthWeekdays
    | MonthDays
    | Step
    | Often
    | Parity
    | Count
    | HolidaySet
    | Except
    | HoursWritten
    | Doors
    | DayPart
    | Lasting
    | AllDay
    | ChangeWritten
    | Remark
    | Listed
    | Also
)
