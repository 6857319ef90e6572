"""When the activity of a row is: a phrase, or a day and hours in columns of their own.

Columns beside a phrase complete it: they are put behind it in words, and the whole is read again.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from streekagenda.diagnostics import Diagnostic, Location
from streekagenda.importing import cleaning
from streekagenda.importing.cells import LONGEST, doubt, reading_of, said
from streekagenda.importing.columns import Role
from streekagenda.importing.found import left_out
from streekagenda.recurrence.phrases import missing_time

if TYPE_CHECKING:
    from streekagenda.importing.columns import Columns
    from streekagenda.importing.found import When
    from streekagenda.recurrence.phrases import Reading, Timing

_YES = frozenset({"true", "waar", "ja", "yes", "x", "1", "j", "y"})
_NO = frozenset({"", "false", "onwaar", "nee", "no", "0", "n", "-"})
_MIDNIGHT = time()
_ONE_DAY = timedelta(days=1)


class Unclear(Exception):
    """Carries what is asked about a row; it never leaves this package."""

    def __init__(self, asked: Diagnostic) -> None:
        super().__init__(asked.code)
        self.asked = asked


class RowTime(Struct, frozen=True, kw_only=True):
    """When it is, as in :class:`streekagenda.importing.found.Found`."""

    start: When
    end: When | None = None
    phrase: str = ""


class Cells(Struct, frozen=True, kw_only=True):
    """The cells of a row below the names of their columns; texts without blanks around them."""

    number: int
    columns: Columns
    texts: list[str] = field(default_factory=list)

    def filled(self, *roles: Role) -> list[int]:
        """Return the columns of some roles in which something stands."""
        return [index for index in self.columns.of(*roles) if self.texts[index]]

    def refuse(self, asked: Diagnostic, index: int) -> Unclear:
        """Return what is asked about the cell in a column, at its place and with its name."""
        here = Location(path="", line=self.number, column=index + 1)
        if asked.code.startswith("import-"):
            named = {**dict(asked.values), "column": self.columns.names[index]}
            named.setdefault("text", cleaning.shortened(self.texts[index], LONGEST))
            asked = replace(asked, values=tuple(sorted(named.items())))
        return Unclear(replace(asked, location=here))

    def about_row(self, code: str) -> Unclear:
        """Return what is asked about the row as a whole."""
        return Unclear(left_out(code, self.number))

    def has_figure(self, index: int) -> bool:
        """Whether a cell of a column for days of the week holds more than one."""
        return any(character.isdigit() for character in self.texts[index])

    def yes(self, index: int) -> bool:
        """Whether a cell says yes.

        Raises:
            Unclear: it says neither yes nor no.
        """
        word = self.texts[index].casefold()
        if word not in _YES | _NO:
            raise self.refuse(left_out("import-yes-or-no"), index)
        return word in _YES


class _Side(Struct, kw_only=True):
    """What the columns of one side, begin or end, say together."""

    day: date | None = None
    timing: Timing | None = None
    said_by: dict[str, int] = field(default_factory=dict)


def row_time(cells: Cells) -> RowTime:
    """Return when the activity of a row is.

    Raises:
        Unclear: it does not say so, or in two ways.
    """
    phrases = [
        *cells.filled(Role.WHEN),
        *(one for one in cells.filled(Role.BEGIN) if _is_phrase(cells.texts[one])),
    ]
    days = [*cells.filled(Role.BEGIN), *(one for one in cells.filled(Role.WEEKDAY) if cells.has_figure(one))]
    begin = _side(cells, [one for one in days if one not in phrases])
    finish = _side(cells, cells.filled(Role.FINISH, Role.FINISH_OPEN))
    for index in cells.filled(Role.FINISH_OPEN):
        if finish.said_by.get("day") == index and finish.timing is None:
            raise cells.refuse(left_out("import-until-open"), index)
    return _of_phrase(cells, phrases, begin, finish) if phrases else _of_columns(cells, begin, finish)


def _side(cells: Cells, filled: list[int]) -> _Side:
    side = _Side()
    for index in filled:
        found = said(cells.texts[index])
        if isinstance(found, Diagnostic):
            raise cells.refuse(found, index)
        for kind in ("day", "timing"):
            value = getattr(found, kind)
            if value is None:
                continue
            if getattr(side, kind) not in {None, value}:
                other = cells.columns.names[side.said_by[kind]]
                raise cells.refuse(left_out("import-said-twice", other=other), index)
            setattr(side, kind, value)
            side.said_by[kind] = index
    return side


# -------------------------------------------------------------------------------------------------------------- phrases


def _is_phrase(text: str) -> bool:
    """Whether more stands in a column for dates than one day or one time."""
    return isinstance(said(text), Diagnostic) and doubt(text) is None and not reading_of(text).problems


def _of_phrase(cells: Cells, phrases: list[int], begin: _Side, finish: _Side) -> RowTime:
    index = phrases[0]
    base = cells.texts[index]
    if asked := doubt(base):
        raise cells.refuse(asked, index)
    pieces = [_in_phrase(begin, _clock_end(cells, begin, finish))]
    pieces += [f"vanaf {begin.day}"] if begin.day else []
    pieces += [f"tot en met {finish.day}"] if finish.day else []
    pieces += [f"behalve {cells.texts[one]}" for one in cells.filled(Role.EXCEPT)]
    beside = " ".join(filter(None, pieces))
    for other in phrases[1:]:
        raise cells.refuse(left_out("import-said-twice", other=cells.columns.names[index]), other)
    reading = _whole(cells, f"{base} {beside}".strip(), index)
    for problem in (*reading.problems, *missing_time(reading)):
        raise cells.refuse(problem, index)
    if any(rule.start is None for rule in reading.rules):
        raise cells.refuse(left_out("import-no-first-day"), index)
    first = min([*(one.first for one in reading.moments), *(one.start for one in reading.rules if one.start)])
    if len(reading.moments) == 1 and not reading.rules:
        moment = reading.moments[0].moment()
        if moment.hours is None:
            return RowTime(start=moment.first, end=moment.last)
        return RowTime(start=moment.start, end=moment.end if moment.hours.end else None)
    return RowTime(start=first, phrase=reading.phrase)


def _whole(cells: Cells, phrase: str, index: int) -> Reading:
    if asked := doubt(phrase):
        raise cells.refuse(asked, index)
    return reading_of(phrase)


def _in_phrase(begin: _Side, end: time | None) -> str:
    """Say the hours of columns in words."""
    hours = begin.timing.hours if begin.timing else None
    if begin.timing and begin.timing.all_day:
        return "hele dag"
    if hours is None:
        return ""
    return f"van {hours.start:%H:%M} tot {end:%H:%M}" if end else f"om {hours.start:%H:%M}"


def _clock_end(cells: Cells, begin: _Side, finish: _Side) -> time | None:
    """Return the time at which it ends, by whichever column says it."""
    own = begin.timing.hours.end if begin.timing and begin.timing.hours else None
    end = finish.timing.hours.start if finish.timing and finish.timing.hours else None
    if own and end and own != end:
        other = cells.columns.names[begin.said_by["timing"]]
        raise cells.refuse(left_out("import-said-twice", other=other), finish.said_by["timing"])
    return end or own


# -------------------------------------------------------------------------------------------------------------- columns


def _of_columns(cells: Cells, begin: _Side, finish: _Side) -> RowTime:
    day = begin.day
    if day is None:
        raise cells.about_row("import-no-date")
    _check_weekday(cells, day)
    if finish.day and finish.day < day:
        raise cells.refuse(left_out("import-end-before-start"), finish.said_by["day"])
    whole_days = any(cells.yes(index) for index in cells.filled(Role.ALL_DAY))
    if whole_days or (begin.timing and begin.timing.all_day):
        return _whole_days(day, finish)
    if begin.timing is None or begin.timing.hours is None:
        if finish.day and finish.timing is None:
            return RowTime(start=day, end=finish.day)
        raise cells.about_row("import-no-time")
    start = datetime.combine(day, begin.timing.hours.start)
    return RowTime(start=start, end=_end(cells, start, _clock_end(cells, begin, finish), finish))


def _check_weekday(cells: Cells, day: date) -> None:
    for index in cells.filled(Role.WEEKDAY):
        if not cells.has_figure(index) and (asked := doubt(cells.texts[index])) is None:
            problems = reading_of(f"{cells.texts[index]} {day}").problems
            asked = problems[0] if problems else None
            if asked:
                raise cells.refuse(asked, index)


def _whole_days(day: date, finish: _Side) -> RowTime:
    """Outlook writes the midnight after the last day; people write the last day."""
    last = finish.day or day
    midnight = finish.timing is not None and finish.timing.hours is not None and finish.timing.hours.start == _MIDNIGHT
    return RowTime(start=day, end=last - _ONE_DAY if midnight and last > day else last)


def _end(cells: Cells, start: datetime, clock: time | None, finish: _Side) -> datetime | None:
    if clock is None:
        if finish.day and finish.day > start.date():
            raise cells.refuse(left_out("import-no-end-time"), finish.said_by["day"])
        return None
    if finish.day is None:
        end = datetime.combine(start.date(), clock)
        return end if end > start else end + _ONE_DAY
    end = datetime.combine(finish.day, clock)
    if end < start:
        raise cells.refuse(left_out("import-end-before-start"), finish.said_by["day"])
    return end if end > start else None
