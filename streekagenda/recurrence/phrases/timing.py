"""The time of a group: one or more stretches of the day, when the doors open, how long it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.recurrence.phrases.clocks import tell, with_doors, with_duration
from streekagenda.recurrence.phrases.parts import (
    AllDay,
    DayPart,
    Days,
    DayWritten,
    Doors,
    HoursWritten,
    Lasting,
    NthWeekdays,
    Weekdays,
)
from streekagenda.recurrence.phrases.questions import Question, question
from streekagenda.recurrence.phrases.readings import Timing

if TYPE_CHECKING:
    from streekagenda.recurrence.phrases.group import Group
    from streekagenda.recurrence.phrases.lexicon import Names
    from streekagenda.recurrence.phrases.readings import PartOfDay


class Timings(Struct, frozen=True, kw_only=True):
    """The times of a group, one after another on each of its days; or what must be asked first."""

    timings: tuple[Timing, ...] = ()
    questions: tuple[Question, ...] = ()


def timings_of(group: Group, names: Names) -> Timings:
    """Return the times of a group; none said is one :class:`Timing` that lacks its time."""
    parts = _parts(group)
    doors, lasting = group.of(Doors), group.of(Lasting)
    twice = [*group.of(AllDay)[1:], *doors[1:], *lasting[1:]]
    if twice or (group.has(AllDay) and group.has(HoursWritten, Doors)):
        about = twice[0] if twice else group.of(AllDay)[0]
        return Timings(questions=(question("when-two-times", about),))
    if group.has(AllDay):
        return Timings(timings=(Timing(all_day=True),))
    written = _together(group.of(HoursWritten))
    if isinstance(written, Question):
        return Timings(questions=(written,))
    if not written:
        if doors:
            return Timings(questions=(question("when-only-doors", doors[0]),))
        part = next(iter(parts)) if len(parts) == 1 else None
        return Timings(timings=(Timing(duration=lasting[0].duration if lasting else None, part=part),))
    told = [_told(one, parts, doors if one is written[0] else [], lasting, names) for one in written]
    questions = tuple(asked for one in told for asked in one.questions)
    return Timings(questions=questions) if questions else _apart(written, [one.timings[0] for one in told])


def _parts(group: Group) -> frozenset[PartOfDay]:
    """The parts of the day that are said of the days of a group."""
    said = [item.part for days in group.of(Days) for item in days.items if isinstance(item, DayWritten)]
    said += [item.part for weekdays in group.of(Weekdays) for item in weekdays.items]
    said += [weekday.part for nths in group.of(NthWeekdays) for _, weekday in nths.items]
    said += [alone.part for alone in group.of(DayPart)]
    return frozenset(part for part in said if part is not None)


def _together(written: list[HoursWritten]) -> list[HoursWritten] | Question:
    """Join a beginning and an end that were written apart: ``aanvang 19.30, einde 21.00 uur``."""
    whole = [one for one in written if one.begins and one.ends]
    begins = [one for one in written if not one.ends]
    ends = [one for one in written if not one.begins]
    if (whole and (begins or ends)) or len(ends) > 1 or (ends and len(begins) > 1):
        return question("when-two-times", written[1])
    if begins and ends:
        first, last = begins[0], ends[0]
        start, end = min(first.start, last.start), max(first.end, last.end)
        return [replace(first, ends=last.ends, part=first.part or last.part, start=start, end=end)]
    return written


def _told(
    written: HoursWritten, parts: frozenset[PartOfDay], doors: list[Doors], lasting: list[Lasting], names: Names
) -> Timings:
    told = tell(written, parts, names)
    hours = told.hours
    if hours is None:
        return Timings(questions=told.questions)
    if doors:
        opened = with_doors(hours, doors[0].at)
        if opened.hours is None:
            return Timings(questions=opened.questions)
        hours = opened.hours
    if lasting:
        longer = with_duration(hours, lasting[0].duration)
        if longer is None:
            return Timings(questions=(question("when-duration", lasting[0]),))
        hours = longer
    return Timings(timings=(Timing(hours=hours),))


def _apart(written: list[HoursWritten], timings: list[Timing]) -> Timings:
    """Several times on one day must come one after another."""
    for place in range(1, len(timings)):
        before, after = timings[place - 1].hours, timings[place].hours
        if before is None or after is None or not before.start <= (before.end or before.start) <= after.start:
            return Timings(questions=(question("when-two-times", written[place]),))
    return Timings(timings=tuple(timings))
