"""From times as they were written to times of the day: the clock of 12 hours and the part of the day must agree.

``14`` is two in the afternoon, ``half tien`` may be in the morning or in the evening, and so may ``2 uur`` and ``7 uur``;
in figures ``7.30`` and ``9 uur`` to ``12 uur`` are in the morning, as on any flyer. With a part of the day (``'s middags van 2 tot 5``) the hour
that lies in it is meant. What is left open is asked, with both readings.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.schedule import Hours
from streekagenda.recurrence.phrases.questions import Edit, Question, question
from streekagenda.recurrence.phrases.readings import PartOfDay

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streekagenda.recurrence.phrases.lexicon import Names
    from streekagenda.recurrence.phrases.parts import ClockWritten, HoursWritten

    _Readings = Sequence[tuple[int, int | None]]

_DAY = 24 * 60
_HALF = 12 * 60
_LONGEST = 16 * 60
"""An end before the start is on the next day, but what would last longer than this was probably turned round."""

_WINDOWS = {
    PartOfDay.MORNING: (5 * 60, 12 * 60 - 1),
    PartOfDay.AFTERNOON: (12 * 60, 18 * 60 - 1),
    PartOfDay.EVENING: (17 * 60, _DAY - 1),
    PartOfDay.NIGHT: (21 * 60, _DAY + 6 * 60),
}
"""When something may begin that is said to be in a part of the day, in minutes; the night goes on behind midnight."""


class Told(Struct, frozen=True, kw_only=True):
    """Hours, or what must be asked first."""

    hours: Hours | None = None
    questions: tuple[Question, ...] = ()


def _over_days(written: HoursWritten) -> HoursWritten:
    """Between two days the times stand as they are."""
    if not written.over_days or written.ends is None:
        return written
    return replace(written, ends=replace(written.ends, certain=True))


def tell(written: HoursWritten, parts: Iterable[PartOfDay], names: Names) -> Told:
    """Return the hours that are meant; ``parts`` are the parts of the day said elsewhere, of a weekday for example."""
    written = _over_days(written)
    own = written.part or (written.begins.part if written.begins else None)
    said = frozenset({own} if own else parts)
    wrong = tuple(_asked_of_clocks(written, said, names))
    if written.begins is None or wrong:
        return Told(questions=wrong or (question("when-no-begin", written),))
    begins, ends = _with_meridiem(written.begins, written.ends), written.ends
    another_day = written.over_days or written.next_day
    if ends is not None and not another_day and (_minutes(begins), begins.meridiem) == (_minutes(ends), ends.meridiem):
        return Told(questions=(question("when-same-time", written),))
    either = bool(said) or _bare(begins, ends)
    candidates = _in_parts(_candidates(begins, parted=either), said)
    if not candidates:
        return Told(questions=(question("when-part-of-day", written, part=_part_name(said, names)),))
    readings = _readings(candidates, begins, ends, parted=either)
    if written.next_day and ends is not None:  # within 24 hours: as it stands on the clock
        readings = [(begin, end) for begin, end in readings if end == _minutes(ends) <= begin]
    if not readings:
        return Told(questions=(_no_such_end(written, names),))
    if len(readings) > 1:
        return Told(questions=(_two_readings(written, readings, names),))
    (begin, end), *_ = readings
    if end is not None and end <= begin and not another_day and (end - begin) % _DAY > _LONGEST:
        return Told(questions=(question("when-ends-before", written),))
    return Told(hours=Hours(start=_time(begin), end=None if end is None else _time(end)))


def _asked_of_clocks(written: HoursWritten, said: frozenset[PartOfDay], names: Names) -> Iterator[Question]:
    """What must be asked of a time by itself."""
    for clock in (written.begins, written.ends):
        if clock is None:
            continue
        if not _is_time(clock):
            yield question("when-unknown-time", clock)
        elif clock.hour == _DAY // 60 and clock is written.begins:
            midnight = Edit(start=clock.start, end=clock.end, text=names.clock.format(hour=0, minute=0))
            yield question("when-begins-at-24", clock, choices={"first": (midnight,)})
        elif clock.before_or_past and not clock.meridiem:
            yield _before_or_past(clock, said, names)


def _no_such_end(written: HoursWritten, names: Names) -> Question:
    ends = written.ends
    if ends is None or ends.part is None:
        return question("when-several-days", written)
    return question("when-part-of-day", ends, part=_part_name(frozenset({ends.part}), names))


def _readings(candidates: list[int], begins: ClockWritten, ends: ClockWritten | None, *, parted: bool) -> _Readings:
    """Every beginning with every end that may be meant, in minutes of the day."""
    if ends is None:
        return [(begin, None) for begin in candidates]
    if ends.part is not None:
        own = _in_parts(_candidates(ends, parted=True), frozenset({ends.part}))
        return [(begin, end) for begin in candidates for end in own]
    readings = [(begin, end) for begin in candidates for end in _ends(begin, begins, ends, parted=parted)]
    if ends.certain:  # «van 6 tot 17 uur»: as it stands, where the other reading would last more than half a day
        short = [(begin, end) for begin, end in readings if (end - begin) % _DAY <= _HALF]
        if [begin for begin, _ in short] == [_minutes(begins)]:
            return short
    return readings


def with_doors(hours: Hours, doors: ClockWritten) -> Told:
    """Add when the doors open: at the start, or shortly before it."""
    start = hours.start.hour * 60 + hours.start.minute
    if not _is_time(doors):
        return Told(questions=(question("when-unknown-time", doors),))
    before = [minutes for minutes in _candidates(doors, parted=True) if (start - minutes) % _DAY <= 6 * 60]
    if not before:
        return Told(questions=(question("when-doors", doors),))
    return Told(hours=replace(hours, doors=_time(before[0])))


def with_duration(hours: Hours, duration: timedelta) -> Hours | None:
    """Add an end by how long it lasts; ``None`` where that contradicts the end, or is a day or longer."""
    if not timedelta() < duration < timedelta(days=1):
        return None
    start = hours.start.hour * 60 + hours.start.minute
    end = _time(start + int(duration.total_seconds()) // 60)
    return replace(hours, end=end) if hours.end in {None, end} else None


def _is_time(clock: ClockWritten) -> bool:
    return clock.minute < 60 and (clock.hour < 24 or (clock.hour == 24 and clock.minute == 0))


def _time(minutes: int) -> time:
    return time(minutes % _DAY // 60, minutes % 60)


def _minutes(clock: ClockWritten) -> int:
    return (clock.hour * 60 + clock.minute) % _DAY


def _with_meridiem(begins: ClockWritten, ends: ClockWritten | None) -> ClockWritten:
    """``2-4 pm``: what is said of the end holds for the beginning, unless that would come after it."""
    if ends is None or not ends.meridiem or begins.certain or begins.hour > 12:
        return begins
    half = _HALF if ends.meridiem == "pm" else 0
    minutes = _minutes(begins) % _HALF + half
    if minutes > _minutes(ends):
        minutes = (minutes + _HALF) % _DAY
    return replace(begins, hour=minutes // 60, minute=minutes % 60, certain=True, spoken=False, meridiem=ends.meridiem)


def _candidates(clock: ClockWritten, *, parted: bool) -> list[int]:
    """The minutes of the day that may be meant."""
    minutes = _minutes(clock)
    if clock.certain or clock.hour > 12 or (clock.hour == 0 and not clock.spoken):
        return [minutes]
    either = sorted({minutes % _HALF, minutes % _HALF + _HALF})
    if parted or clock.spoken or clock.hour < 7:
        return either
    return [minutes]


def _in_parts(candidates: list[int], parts: frozenset[PartOfDay]) -> list[int]:
    """The candidates that lie in all parts of the day."""
    return [
        minutes
        for minutes in candidates
        if all(_WINDOWS[part][0] <= at <= _WINDOWS[part][1] for part in parts for at in [_in_night(minutes, part)])
    ]


def _in_night(minutes: int, part: PartOfDay) -> int:
    return minutes + _DAY if part is PartOfDay.NIGHT and minutes < _HALF else minutes


def _ends(begin: int, begins: ClockWritten, ends: ClockWritten, *, parted: bool) -> list[int]:
    """The ends that may be meant for a beginning."""
    literal = _minutes(ends)
    if ends.certain or ends.hour > 12 or (ends.hour == 0 and not ends.spoken):
        return [literal]
    either = sorted({literal % _HALF, literal % _HALF + _HALF}, key=lambda end: (end - begin) % _DAY or _DAY)
    if begins.certain and begin < literal:  # «00.15-12.30»
        return [literal]
    twelve_hours = begins.spoken or bool(begins.meridiem) or begin != _minutes(begins)
    if twelve_hours or _ambiguous(begins) or (parted and not begins.certain):
        return either[:1]  # the one within twelve hours
    if (literal - begin) % _DAY <= _HALF and literal == either[0]:
        return [literal]
    return either


_LATEST = 23 * 60
"""Until when an evening lasts, where no part of the day is said."""


def _bare(begins: ClockWritten, ends: ClockWritten | None) -> bool:
    """``van 7 tot 9 uur``: in the morning or in the evening? ``van 8 tot 12`` would end too late in the evening."""
    if not begins.whole or begins.certain or begins.hour not in {7, 8}:
        return False
    if ends is None:
        return True
    last = _minutes(ends) % _HALF or _HALF
    return ends.whole and not ends.certain and begins.hour * 60 < last <= _LATEST - _HALF


def _before_or_past(clock: ClockWritten, said: frozenset[PartOfDay], names: Names) -> Question:
    """English ``half ten``: half past ten, or half past nine as a Dutch author may mean it."""
    past = (_minutes(clock) + 60) % _HALF
    first, second = (_likely(minutes, said) for minutes in (past, _minutes(clock)))
    choices = {
        name: (Edit(start=clock.start, end=clock.end, text=names.clock.format(hour=at // 60, minute=at % 60)),)
        for name, at in (("first", first), ("second", second))
    }
    return question("when-which-half", clock, choices=choices)


def _likely(minutes: int, said: frozenset[PartOfDay]) -> int:
    """The minute of the day on the clock of 24 hours: in the part of the day that is said, else in daytime."""
    either = [minutes % _HALF, minutes % _HALF + _HALF]
    inside = _in_parts(either, said) if said else [at for at in either if at >= 7 * 60]
    return (inside or either)[0]


def _ambiguous(clock: ClockWritten) -> bool:
    return not clock.certain and (clock.spoken or 0 < clock.hour < 7)


def _two_readings(written: HoursWritten, readings: _Readings, names: Names) -> Question:
    short = [one for one in readings if one[1] is None or (one[1] - one[0]) % _DAY <= _LONGEST]
    if len(short) == 1 and not written.over_days:  # «9 to 5»: the other would be refused
        return question("when-which-end", written, choices={"first": tuple(_clock_edits(written, *short[0], names))})
    choices = {
        name: tuple(_clock_edits(written, begin, end, names))
        for name, (begin, end) in zip(("first", "second"), readings, strict=False)
    }
    return question("when-which-half", written, choices=choices)


def _clock_edits(written: HoursWritten, begin: int, end: int | None, names: Names) -> Iterable[Edit]:
    for clock, minutes in ((written.begins, begin), (written.ends, end)):
        if clock is not None and minutes is not None:
            hour, minute = divmod(minutes, 60)
            yield Edit(start=clock.start, end=clock.end, text=names.clock.format(hour=hour, minute=minute))


def _part_name(parts: frozenset[PartOfDay], names: Names) -> str:
    return f" {names.joined} ".join(names.parts[part].strip() for part in sorted(parts))
