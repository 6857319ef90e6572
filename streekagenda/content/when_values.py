"""The small values inside ``when``: a phrase, a date, hours, a duration, each with what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from streekagenda.diagnostics import Diagnostic
from streekagenda.model.schedule import DateRange, Hours, moment_on
from streekagenda.recurrence.phrases import (
    ALL_DAY,
    AllDay,
    Reading,
    read,
    read_date,
    read_days,
    read_duration,
    read_hours,
)

if TYPE_CHECKING:
    from streekagenda.content.findings import Findings
    from streekagenda.content.yaml_text import Path
    from streekagenda.model.schedule import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class WhenValues:
    """Reads values of one record; a value with a mistake is said and comes back as ``None``."""

    findings: Findings
    today: date

    def reading(self, text: str, path: Path, first: date | None = None) -> Reading | None:
        """Read a phrase; ``first`` is the day from which its rule counts."""
        found = read(text, self.findings.at(path), start=first, today=self.today)
        for diagnostic in found.problems:
            self.findings.take(diagnostic)
        return None if found.problems else found

    def day(self, text: str | None, path: Path) -> date | None:
        """Read one date."""
        if text is None:
            return None
        found = read_date(text, self.findings.at(path), today=self.today)
        if isinstance(found, Diagnostic):
            self.findings.take(found)
            return None
        return found

    def days(self, text: str, path: Path) -> tuple[DateRange, ...]:
        """Read a date, several dates or a range."""
        found = read_days(text, self.findings.at(path), today=self.today)
        if isinstance(found, Diagnostic):
            self.findings.take(found)
            return ()
        return found

    def hours(self, text: str | None, path: Path) -> Hours | AllDay | None:
        """Read a time of day."""
        if text is None:
            return None
        found = read_hours(text, self.findings.at(path))
        if isinstance(found, Diagnostic):
            self.findings.take(found)
            return None
        return found

    def duration(self, text: str, path: Path) -> timedelta | None:
        """Read how long something lasts."""
        found = read_duration(text, self.findings.at(path))
        if isinstance(found, Diagnostic):
            self.findings.take(found)
            return None
        return found

    def with_doors(self, hours: Hours, doors: str | None, path: Path) -> Hours:
        """Add when the doors open."""
        read_doors = self.hours(doors, path)
        if read_doors is None:
            return hours
        if not isinstance(read_doors, Hours) or read_doors.end is not None:
            self.findings.add("doors-not-a-time", path, value=doors)
        elif read_doors.start > hours.start:
            self.findings.add("doors-after-start", path, doors=doors, start=f"{hours.start:%H:%M}")
        else:
            return replace(hours, doors=read_doors.start)
        return hours

    def moments(self, text: str, path: Path, default: Hours | AllDay | None) -> list[Moment]:
        """Read a phrase that names dates; one without a time of day takes ``default``, or is asked about."""
        reading = self.reading(text, path)
        if reading is None:
            return []
        if reading.rules:
            self.findings.add("also-not-a-moment", path, phrase=text)
            return []
        return self.timed(reading, text, path, default)

    def timed(self, reading: Reading, text: str, path: Path, default: Hours | AllDay | None) -> list[Moment]:
        """Return the moments of a reading."""
        return list(reading.moments)


__all__ = ["ALL_DAY", "AllDay", "WhenValues", "moment_on"]
