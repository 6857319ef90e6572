"""What stands together in a phrase: days with their time, and what is said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

from streekagenda.recurrence.phrases.clauses import Joint
from streekagenda.recurrence.phrases.parts import (
    AllDay,
    Count,
    DayPart,
    Days,
    Doors,
    Except,
    HoursWritten,
    Lasting,
    MonthDays,
    Months,
    NthWeekdays,
    Often,
    Parity,
    Since,
    SpanWritten,
    Step,
    Unit,
    Until,
    Weekdays,
)

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.parts import ChangeWritten, Piece

T = TypeVar("T")

PATTERN = (Weekdays, NthWeekdays, MonthDays, Step, Parity, Often)
"""Parts that say which days recur."""

WHICH = (Weekdays, NthWeekdays, MonthDays)
RHYTHM = (Step, Parity)
TIME = (HoursWritten, AllDay)
WITH_TIME = (DayPart, Doors, Lasting)
BOUNDS = (Since, Until, Months, Count, Except)


class Group(Struct):
    """Days, with what is said about them."""

    joint: Joint = Joint.NONE
    also: bool = False
    """Said to come on top of what stands before."""
    announced: bool = False
    """Announced as a list of dates."""
    pieces: list[Piece] = field(default_factory=list)
    changes: list[ChangeWritten] = field(default_factory=list)
    """Dates of a rule that differ."""

    def of(self, kind: type[T]) -> list[T]:
        """The parts of one kind."""
        return [piece for piece in self.pieces if isinstance(piece, kind)]

    def has(self, *kinds: type) -> bool:
        """Whether there is a part of one of these kinds."""
        return any(isinstance(piece, kinds) for piece in self.pieces)

    @property
    def recurs(self) -> bool:
        """Whether this says which days recur."""
        patterns = [piece for piece in self.pieces if isinstance(piece, PATTERN)]
        again = all(isinstance(piece, Weekdays) and piece.that for piece in patterns)
        return bool(patterns) and not (again and self.has(Days))  # «3 oktober; die zaterdag» is a date

    @property
    def each_year(self) -> Days | None:
        """The dates on which a yearly rule falls: ``elk jaar op 5 december``."""
        yearly = any(step.unit is Unit.YEAR for step in self.of(Step)) and not self.has(*WHICH)
        return next((days for days in self.of(Days) if not is_run(days)), None) if yearly else None

    @property
    def dated(self) -> bool:
        """Whether this names dates, and no more."""
        return self.has(Days) and not self.recurs

    @property
    def lists(self) -> bool:
        """Whether this names the dates of the rule that stands before it, rather than others beside it."""
        several = sum(len(days.items) for days in self.of(Days)) > 1 and self.joint in {
            Joint.COMMA,
            Joint.STRONG,
            Joint.STOP,
        }
        return self.dated and not self.also and (several or self.announced)

    @property
    def timed(self) -> bool:
        """Whether this says a time."""
        return self.has(*TIME)


def is_run(days: Days) -> bool:
    """Whether these are the days from one to another, and no others."""
    return len(days.items) == 1 and isinstance(days.items[0], SpanWritten)
