"""The small values inside ``when``: a phrase, a date, hours, a duration, each with what is wrong with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.diagnostics import Diagnostic
from streekagenda.model.schedule import DateRange, Moment

if TYPE_CHECKING:
    from streekagenda.content.findings import Findings
    from streekagenda.content.yaml_text import Path
    from streekagenda.model.schedule import Hours
    from streekagenda.recurrence.phrases import Reading, Timing

T = TypeVar("T")


class WhenValues(Struct, frozen=True, kw_only=True):
    """Reads values of one record; a value with a mistake is said and comes back as ``None``."""

    findings: Findings
    today: date
    closures: tuple[str, ...] = ()
    """Names of the region's own holiday sets."""

    def since(self, first: date | None) -> WhenValues:
        """Return these values, with a year that is missing reckoned from the first day of a series.

        One that began more than a year ago goes on: what is written now is about its next year.
        """
        recent = first is not None and first > self.today - timedelta(days=366)
        return replace(self, today=first) if first is not None and recent and first != self.today else self

    def reading(
        self,
        text: str,
        path: Path,
        first: date | None = None,
        *,
        until: date | None = None,
        recurring: bool = False,
    ) -> Reading | None:
        """Read a phrase; its rule counts from ``first``, and ends with ``until``, where those are said elsewhere."""
        found = self.findings.phrases.reading(
            text,
            start=first,
            until=until,
            today=self.today,
            recurring=recurring,
            closures=self.closures,
        )
        for diagnostic in found.problems:
            self.findings.take_at(diagnostic, path)
        return None if found.problems else found

    def day(self, text: str | None, path: Path) -> date | None:
        """Read one date."""
        return None if text is None else self._taken(self.findings.phrases.day(text, today=self.today), path)

    def days(self, text: str, path: Path) -> tuple[DateRange, ...]:
        """Read a date, several dates or a range."""
        return self._taken(self.findings.phrases.days(text, today=self.today), path) or ()

    def timing(self, text: str | None, path: Path) -> Timing | None:
        """Read a time of day, or the whole day."""
        return None if text is None else self._taken(self.findings.phrases.hours(text), path)

    def duration(self, text: str, path: Path) -> timedelta | None:
        """Read how long something lasts."""
        return self._taken(self.findings.phrases.duration(text), path)

    def _taken(self, found: T | Diagnostic, path: Path) -> T | None:
        if isinstance(found, Diagnostic):
            self.findings.take_at(found, path)
            return None
        return found

    def with_doors(self, hours: Hours | None, doors: str, path: Path) -> Hours | None:
        """Add when the doors open, to what does not last the whole day."""
        if hours is None:
            self.findings.add("doors-all-day", path)
            return hours
        opening = self.timing(doors, path)
        if opening is None:
            return hours
        if opening.hours is None or opening.hours.end is not None:
            self.findings.add("doors-not-a-time", path, value=doors)
        elif opening.hours.start > hours.start:
            self.findings.add("doors-after-start", path, doors=doors, start=f"{hours.start:%H:%M}")
        elif hours.doors not in (None, opening.hours.start):
            self.findings.add("doors-twice", path, doors=doors, other=f"{hours.doors:%H:%M}")
        else:
            return replace(hours, doors=opening.hours.start)
        return hours

    def moments(self, text: str, path: Path, usual: Timing | None) -> list[Moment]:
        """Read a phrase that names dates; one without a time of day takes the ``usual`` one, or is asked about."""
        reading = self.reading(text, path)
        if reading is None:
            return []
        if reading.rules:
            self.findings.add("also-not-a-moment", path, phrase=text)
            return []
        return self.timed(reading, path, usual)

    def timed(self, reading: Reading, path: Path, usual: Timing | None) -> list[Moment]:
        """Return the moments of a reading, at their own time of day or else at the ``usual`` one."""
        if usual is None and any(moment.timing.lacks_time for moment in reading.moments):
            self.findings.add("when-no-time", path, text=reading.phrase, example=example(reading.phrase))
            return []
        return [
            replace(one, timing=usual).moment() if usual and one.timing.lacks_time else one.moment()
            for one in reading.moments
        ]


def example(phrase: str) -> str:
    """Return a phrase with a time that shows how to write one."""
    return f"{phrase.rstrip(' .,;')} 14:00-16:00"


def said(timing: Timing) -> str:
    """Return hours as they are written."""
    if timing.hours is None:
        return "hele dag"
    return f"{timing.hours.start:%H:%M}" + (f"-{timing.hours.end:%H:%M}" if timing.hours.end else "")
