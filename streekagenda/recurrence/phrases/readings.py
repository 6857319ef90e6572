"""What a phrase says, as far as it says it: the caller adds a time, a first day or a place from elsewhere."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

from streekagenda.model.details import Details
from streekagenda.model.holidays import SchoolBreak
from streekagenda.model.schedule import (
    Change,
    DateRange,
    Frequency,
    Hours,
    Moment,
    NamedHoliday,
    NthWeekday,
    Rule,
    WeekParity,
)
from streekagenda.model.text import Said, Text

if TYPE_CHECKING:
    from datetime import date, timedelta

    from streekagenda.diagnostics import Diagnostic, Location
    from streekagenda.model.details import Status

HOLIDAYS = "holidays"
SCHOOL_HOLIDAYS = "school-holidays"

ReadExclusion = DateRange | NamedHoliday | SchoolBreak | str
"""Days, a feast, one of the school holidays, :data:`HOLIDAYS`, :data:`SCHOOL_HOLIDAYS`, or else the name of a closure as
it was given to ``read``."""


class PartOfDay(StrEnum):
    """Morning, afternoon, evening, night."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Timing(Struct, frozen=True, kw_only=True):
    """The time of day, as far as it was said: hours, the whole day, or neither."""

    hours: Hours | None = None
    all_day: bool = False
    duration: timedelta | None = None
    """How long it lasts, where a start is not said."""
    part: PartOfDay | None = None
    """A part of the day, where no hours are said."""

    @property
    def lacks_time(self) -> bool:
        """Whether the time must come from elsewhere, or be asked."""
        return self.hours is None and not self.all_day


class ReadMoment(Struct, frozen=True, kw_only=True):
    """One stretch of time, of which the time of day may still have to be said."""

    first: date
    last: date
    timing: Timing
    label: str | None = None
    """What this one date was called: ``kerstdiner`` in ``15 december 2026=kerstdiner``."""

    def moment(self) -> Moment:
        """Return the moment; without hours it is whole days."""
        return Moment(first=self.first, last=self.last, hours=self.timing.hours)


class ReadChange(Struct, frozen=True, kw_only=True):
    """One date of a rule that differs (:class:`streekagenda.model.schedule.Change`)."""

    on: date
    moved_to: date | None = None
    hours: Hours | None = None
    status: Status | None = None
    title: str | None = None
    note: str | None = None

    def change(self, language: str) -> Change:
        """Return the change; its texts are in ``language``."""
        title, note = (
            Text(versions=(Said(text=text, language=language),)) if text else None for text in (self.title, self.note)
        )
        details = Details(title=title, status=self.status, note=note)
        return Change(on=self.on, moved_to=self.moved_to, hours=self.hours, details=details)


class ReadRule(Struct, frozen=True, kw_only=True):
    """A recurrence rule (:class:`streekagenda.model.schedule.Rule`), of which the first day may still have to be said."""

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[NthWeekday, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_parity: WeekParity | None = None
    start: date | None = None
    """The first possible day, where the phrase says it."""
    until: date | None = None
    count: int | None = None
    timing: Timing = field(default_factory=Timing)
    exclusions: tuple[ReadExclusion, ...] = ()

    also: tuple[ReadMoment, ...] = ()
    """Extra moments; one without a time of day takes that of the rule."""
    changes: tuple[ReadChange, ...] = ()

    def ends_otherwise(self, until: date | None, count: int | None) -> bool:
        """Whether it has an end of its own, and another is said beside it; one rule has one (RFC 5545 3.3.10)."""
        own, beside = (self.until, self.count), (until, count)
        return any(own) and any(beside) and own != beside

    def rule(self, start: date) -> Rule:
        """Return the rule with its first possible day."""
        return Rule(
            frequency=self.frequency,
            start=start,
            interval=self.interval,
            weekdays=self.weekdays,
            month_days=self.month_days,
            months=self.months,
            positions=self.positions,
            week_parity=self.week_parity,
            until=self.until,
            count=self.count,
        )


class Reading(Struct, frozen=True, kw_only=True):
    """All that a phrase says; with problems there are no moments and no rules."""

    phrase: str
    location: Location
    language: str
    """The language that the phrase is in."""
    moments: tuple[ReadMoment, ...] = ()
    rules: tuple[ReadRule, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    anywhere: bool = False
    """Whether it says the same beside any other first and last day."""

    @property
    def lacks_time(self) -> bool:
        """Whether some moment or rule has no time of day."""
        return any(timing.lacks_time for timing in self.timings)

    @property
    def timings(self) -> tuple[Timing, ...]:
        """The time of day of each moment and of each rule."""
        return (*(moment.timing for moment in self.moments), *(rule.timing for rule in self.rules))
