"""A reading in one exact line for each moment and rule, so that a table of phrases can be read."""

from datetime import date, timedelta

from streekagenda.diagnostics import Location
from streekagenda.model.schedule import Hours, NamedHoliday
from streekagenda.recurrence.phrases import (
    ReadChange,
    ReadExclusion,
    Reading,
    ReadMoment,
    ReadRule,
    Timing,
    missing_time,
    read,
)

HERE = Location(path="events/de-kern/koffie.md", line=3)
TODAY = date(2026, 9, 1)
"""A Tuesday."""


def understood(phrase: str, **known: object) -> Reading:
    """Read a phrase on :data:`TODAY`."""
    return read(phrase, HERE, **{"today": TODAY, **known})


def told(reading: Reading) -> list[str]:
    """Tell a reading: ``2026-10-01 19:30-21:00``, ``WEEKLY SU 14:00-16:00``; or ``? code`` for each question."""
    if reading.problems:
        return [f"? {problem.code}" for problem in reading.problems]
    return [*map(_moment, reading.moments), *map(_rule, reading.rules)]


def codes(reading: Reading) -> list[str]:
    """The codes of all that is asked, a missing time too."""
    return [problem.code for problem in (*reading.problems, *missing_time(reading))]


def _moment(moment: ReadMoment) -> str:
    days = str(moment.first) if moment.first == moment.last else f"{moment.first}..{moment.last}"
    label = f" ={moment.label}" if moment.label else ""
    return f"{days} {_timing(moment.timing)}{label}"


def _rule(rule: ReadRule) -> str:
    parts = [
        str(rule.frequency),
        f"/{rule.interval}" if rule.interval > 1 else "",
        ",".join(f"{day.nth or ''}{day.weekday.name}" for day in rule.weekdays),
        f"days={_numbers(rule.month_days)}" if rule.month_days else "",
        f"months={_numbers(rule.months)}" if rule.months else "",
        f"{rule.week_parity}-weeks" if rule.week_parity else "",
        _timing(rule.timing),
        f"from={rule.start}" if rule.start else "",
        f"until={rule.until}" if rule.until else "",
        f"count={rule.count}" if rule.count else "",
        f"not={','.join(_exclusion(one) for one in rule.exclusions)}" if rule.exclusions else "",
        *(f"also={_moment(one).replace(' ', '/')}" for one in rule.also),
        *(f"but={_change(one)}" for one in rule.changes),
    ]
    assert rule.positions == ()
    return " ".join(part for part in parts if part).replace(" /", "/")


def _change(one: ReadChange) -> str:
    """``2026-12-20>2026-12-21/10:00-12:00/cancelled(Kerstdiner):reden``."""
    return (
        f"{one.on}"
        + (f">{one.moved_to}" if one.moved_to else "")
        + (f"/{hours(one.hours)}" if one.hours else "")
        + (f"/{one.status}" if one.status else "")
        + (f"({one.title})" if one.title else "")
        + (f":{one.note}" if one.note else "")
    )


def _numbers(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def _exclusion(one: ReadExclusion) -> str:
    if isinstance(one, NamedHoliday):
        return str(one.feast)
    if isinstance(one, str):
        return one
    return str(one.first) if one.first == one.last else f"{one.first}..{one.last}"


def _timing(timing: Timing) -> str:
    if timing.all_day:
        return "all-day"
    if timing.hours is not None:
        return hours(timing.hours)
    known = [f"({timing.part})" if timing.part else "", _duration(timing.duration)]
    return " ".join(["no-time", *(one for one in known if one)])


def _duration(duration: timedelta | None) -> str:
    return f"({int(duration.total_seconds()) // 60}m)" if duration else ""


def hours(found: Hours) -> str:
    """Tell hours: ``19:30-21:00``, and the doors behind them."""
    end = f"-{found.end:%H:%M}" if found.end else ""
    return f"{found.start:%H:%M}{end}" + (f" doors={found.doors:%H:%M}" if found.doors else "")
