"""Phrases and small values as ``recurrence.phrases`` reads them, each of them once.

What can be read says the same in every file and on every day, so that it is remembered: in this run, and in the store for
the next. Only a question knows the day on which it is asked, and is asked anew; its place in the file is for the caller
to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from streekagenda.diagnostics import Diagnostic, Location
from streekagenda.model.details import Status
from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.model.schedule import DateRange, Frequency, Hours, NamedHoliday, NthWeekday, Weekday, WeekParity
from streekagenda.recurrence import phrases
from streekagenda.recurrence.phrases import ReadChange, Reading, ReadMoment, ReadRule, Timing
from streekagenda.recurrence.phrases.plain import plain_date
from streekagenda.recurrence.phrases.readings import PartOfDay
from streekagenda.store import Store
from streekagenda.store.plain import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, timedelta

    from streekagenda.recurrence.phrases import ReadExclusion

T = TypeVar("T")

_NOWHERE = Location(path="")
_TYPES = {
    kind.__name__: kind
    for kind in (
        *(Location, Reading, ReadMoment, ReadRule, ReadChange, Timing, PartOfDay, Status),
        *(DateRange, Feast, Frequency, Hours, NamedHoliday, NthWeekday, SchoolBreak, Weekday, WeekParity),
    )
}
"""What a reading is made of."""


class Phrases:
    """Reads phrases; questions come back without a place."""

    def __init__(self, store: Store | None = None) -> None:
        """Take from a store what was read before."""
        self.store = store or Store()

    def reading(
        self,
        text: str,
        *,
        today: date,
        start: date | None = None,
        until: date | None = None,
        recurring: bool = False,
        closures: tuple[str, ...] = (),
    ) -> Reading:
        """Read a phrase that says when (:func:`streekagenda.recurrence.phrases.read`).

        "Every Tuesday" stands in many files, each with other days beside it: it is read once for all of them.
        """
        anywhere = ("reading", text, start is not None, recurring, closures)
        here = ("reading", text, start, until, recurring, closures)
        known = self._known(anywhere) or self._known(here)
        if known:
            return known[0]  # type: ignore[no-any-return]
        found = phrases.read(
            text, _NOWHERE, start=start, until=until, today=today, recurring=recurring, closures=closures
        )
        return self._kept(found, anywhere if found.anywhere else here)

    def day(self, text: str, *, today: date | None = None) -> date | Diagnostic:
        """Read one date; that of a program is read sooner than looked up."""
        return plain_date(text) or self._once(lambda: phrases.read_date(text, _NOWHERE, today=today), "day", text)

    def days(self, text: str, *, today: date) -> tuple[DateRange, ...] | Diagnostic:
        """Read a date, several dates or a range."""
        if plain := plain_date(text):
            return (DateRange(first=plain, last=plain),)
        return self._once(lambda: phrases.read_days(text, _NOWHERE, today=today), "days", text)

    def hours(self, text: str) -> Timing | Diagnostic:
        """Read a time of day, or the whole day."""
        return self._once(lambda: phrases.read_hours(text, _NOWHERE), "hours", text)

    def duration(self, text: str) -> timedelta | Diagnostic:
        """Read how long something lasts."""
        return self._once(lambda: phrases.read_duration(text, _NOWHERE), "duration", text)

    def exceptions(
        self, text: str, *, today: date | None, closures: tuple[str, ...]
    ) -> tuple[ReadExclusion, ...] | Diagnostic:
        """Read what does not take place."""

        def read() -> tuple[ReadExclusion, ...] | Diagnostic:
            return phrases.read_exceptions(text, _NOWHERE, today=today, closures=closures)

        return self._once(read, "exceptions", text, closures)

    def names_hours(self, text: str) -> bool:
        """Whether hours stand in a text, or that it lasts all day."""
        return not plain_date(text) and self._once(lambda: phrases.names_hours(text), "names hours", text)

    def _once(self, read: Callable[[], T], *asked: object) -> T:
        """Return what was read before, or read it now; whatever it depends on is among what is ``asked``."""
        known = self._known(asked)
        return known[0] if known else self._kept(read(), asked)

    def _known(self, asked: tuple[object, ...]) -> tuple[Any, ...]:
        """Return what was read before, in this run or a former one, alone in a tuple, or nothing."""
        known = self.store.values.get(asked)
        if known:
            return known
        function, *arguments = asked
        answer = self.store.recall(str(function), repr(tuple(arguments)))
        try:
            found = from_plain(answer, _TYPES)
        except ValueError:
            return ()
        if not isinstance(found, tuple):
            return ()
        self.store.values[asked] = found
        return found

    def _kept(self, found: T, asked: tuple[object, ...]) -> T:
        """Remember what was read, unless it is a question."""
        if not isinstance(found, Diagnostic) and not (isinstance(found, Reading) and found.problems):
            self.store.values[asked] = (found,)
            if self.store.remembers:
                function, *arguments = asked
                self.store.learn(str(function), repr(tuple(arguments)), to_plain((found,)))
        return found
