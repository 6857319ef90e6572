"""Schedules at random that a phrase can say, for Hypothesis; they shrink to a weekly rule, or one moment, without more.

Every rule has the form in which a phrase gives it: a weekly one names its weekdays, a step begins on one of its own days.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import islice

from hypothesis import assume
from hypothesis import strategies as st
from msgspec.structs import replace

from streekagenda.model.details import Details, Status
from streekagenda.model.holidays import Feast, SchoolBreak
from streekagenda.model.schedule import (
    Change,
    DateRange,
    Exclusion,
    Frequency,
    Hours,
    Moment,
    NamedHoliday,
    NthWeekday,
    PublicHolidays,
    Rule,
    Schedule,
    SchoolHolidays,
    Series,
    Single,
    Weekday,
    WeekParity,
    moment_on,
)
from streekagenda.recurrence.days import days
from streekagenda.recurrence.planned import planned_days
from tests.examples import closure, details
from tests.made_values import made

CLOSURES = (closure("Zomerstop", "2027-07-01..2027-08-31"), closure("Week van de Buurt", "2027-03-08..2027-03-14"))
"""Sets of days off that a region names itself."""

DAYS = st.dates(date(2026, 9, 1), date(2031, 12, 31))
LAST = date(2033, 12, 31)
MINUTES = (
    st.integers(0, 22 * 60 + 59)
    .map(lambda minute: (minute + 9 * 60) % (23 * 60))
    .map(lambda minute: minute if minute < 2 * 60 else minute + 60)
)
"""Minutes of the day but those from two to three, which do not exist on one day in March."""
CLOCKS = MINUTES.map(lambda minutes: time(minutes // 60, minutes % 60))


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    """Any hours of less than or just a day; doors open up to six hours before, on the same day."""
    start = draw(CLOCKS)
    ahead = draw(st.none() | st.integers(0, min(6 * 60, start.hour * 60 + start.minute)))
    opened = start.hour * 60 + start.minute - ahead if ahead is not None else None
    doors = time(opened // 60, opened % 60) if opened is not None else None
    return Hours(start=start, end=draw(st.none() | CLOCKS), doors=doors)


HOURS = st.none() | hours()


# -------------------------------------------------------------------------------------------------------------- texts

WORDS = st.sampled_from(
    ["Kerstdiner", "Concert", "Open dag", "Neem een jas mee", "De beheerder is ziek", "Geen koffie", "Kerst",
     "om 15.00 uur is de zaal bezet", "vol", "55+ bingo", "’s Avonds: soep", "Niet op zondag", "“Welkom”, zei hij"]
)  # fmt: skip
TEXTS = (
    (WORDS | st.text("abcdefgh ÉABC0123 -,.:;!?()«»‘’\"'&+/", min_size=1, max_size=40))
    .map(lambda text: text.strip().rstrip(".").strip())
    .filter(bool)
)
"""Titles and notes; a closing full stop is that of the sentence that they stand in."""


# -------------------------------------------------------------------------------------------------------------- rules


def _some(values: st.SearchStrategy[int], most: int) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(values, min_size=1, max_size=most, unique=True).map(lambda found: tuple(sorted(found)))


MONTHS = _some(st.integers(1, 12), 11)
INTERVALS = st.integers(1, 6)
NTHS = st.sampled_from([1, 2, 3, 4, 5, -1, -2])
NTH_WEEKDAYS = st.lists(
    made(NthWeekday, nth=NTHS, weekday=st.sampled_from(Weekday)), min_size=1, max_size=4, unique=True
).map(lambda found: tuple(sorted(found)))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """A rule as people mean them, with its first and last day, or a number of times."""
    shape = draw(st.sampled_from([weekly, daily, monthly_weekdays, monthly_days, yearly_date, yearly_weekday]))
    rule = draw(shape(draw(DAYS)))
    first = next(days(rule, rule.start, LAST), None)
    assume(first is not None)  # such as a fifth Monday of February
    if first is not None and rule.interval > 1:
        rule = replace(rule, start=first)
    ending = draw(st.sampled_from(["open", "until", "count"]))
    if ending == "until":
        some = list(islice(days(rule, rule.start, LAST), 60))
        until = draw(st.sampled_from(some)) + timedelta(days=draw(st.integers(0, 6)))
        return replace(rule, until=until)
    return replace(rule, count=draw(st.integers(1, 60))) if ending == "count" else rule


@st.composite
def weekly(draw: st.DrawFn, start: date) -> Rule:
    """Some weekdays, every so many weeks; in even or odd weeks; in some months."""
    parity = draw(st.none() | st.sampled_from(WeekParity))
    numbers = draw(_some(st.integers(0, 6), 6))
    return Rule(
        frequency=Frequency.WEEKLY,
        start=start,
        interval=1 if parity else draw(INTERVALS),
        weekdays=tuple(NthWeekday(weekday=Weekday(number)) for number in numbers),
        week_parity=parity,
        months=draw(st.just(()) | MONTHS),
    )


@st.composite
def daily(draw: st.DrawFn, start: date) -> Rule:
    """Every so many days; seven of them are a week."""
    return Rule(frequency=Frequency.DAILY, start=start, interval=draw(INTERVALS), months=draw(st.just(()) | MONTHS))


@st.composite
def monthly_weekdays(draw: st.DrawFn, start: date) -> Rule:
    """N-th weekdays, every so many months."""
    interval = draw(INTERVALS)
    return Rule(
        frequency=Frequency.MONTHLY,
        start=start,
        interval=interval,
        weekdays=draw(NTH_WEEKDAYS),
        months=draw(st.just(()) | MONTHS) if interval == 1 else (),
    )


@st.composite
def monthly_days(draw: st.DrawFn, start: date) -> Rule:
    """Days of the month, the last among them, every so many months."""
    interval = draw(INTERVALS)
    return Rule(
        frequency=Frequency.MONTHLY,
        start=start,
        interval=interval,
        month_days=draw(_some(st.integers(1, 28) | st.sampled_from([-1, 31]), 4)),
        months=draw(st.just(()) | MONTHS) if interval == 1 else (),
    )


@st.composite
def yearly_date(draw: st.DrawFn, start: date) -> Rule:
    """A date of the year, or the same day of several months, the last one too."""
    return Rule(
        frequency=Frequency.YEARLY,
        start=start,
        interval=draw(st.integers(1, 3)),
        month_days=draw(_some(st.integers(1, 28), 2) | st.just((-1,))),
        months=draw(_some(st.integers(1, 12), 3)),
    )


@st.composite
def yearly_weekday(draw: st.DrawFn, start: date) -> Rule:
    """N-th weekdays of some months of the year."""
    return Rule(
        frequency=Frequency.YEARLY,
        start=start,
        interval=draw(st.integers(1, 3)),
        weekdays=draw(NTH_WEEKDAYS),
        months=draw(_some(st.integers(1, 12), 3)),
    )


# ------------------------------------------------------------------------------------------------- series and moments


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """Hours on a day, a whole day, or a run of whole days."""
    first = draw(DAYS)
    length = draw(st.just(0) | st.integers(1, 20))
    return moment_on(first, draw(HOURS)) if not length else Moment(first=first, last=first + timedelta(days=length))


SINGLES = made(Single, key=st.just(""), moment=moments(), details=st.just(Details()))


@st.composite
def series(draw: st.DrawFn) -> Series:
    """A rule with exceptions, extra moments and dates that differ."""
    one = Series(key="", rule=draw(rules()), hours=draw(HOURS), details=Details())
    given = list(islice(days(one.rule, one.rule.start, LAST), 80))
    one = replace(one, exclusions=tuple(draw(st.lists(_exclusions(given), max_size=3, unique=True))))
    one = replace(one, also=tuple(draw(st.lists(moments(), max_size=2, unique_by=lambda moment: moment.first))))
    planned = list(islice(planned_days(one, one.rule.start, LAST), 40))
    assume(planned)
    differing = planned + [moment.first for moment in one.also if moment.first == moment.last]
    changes = _changes(differing) if differing else st.nothing()
    most = 3 if differing else 0
    return replace(one, changes=tuple(draw(st.lists(changes, max_size=most, unique_by=lambda change: change.on))))


def _exclusions(given: list[date]) -> st.SearchStrategy[Exclusion]:
    """Holidays of every kind, runs of days, and single days of the rule itself."""
    runs = st.builds(
        lambda first, length: DateRange(first=first, last=first + timedelta(days=length)),
        st.sampled_from(given),
        st.integers(1, 40),
    )
    return (
        st.sampled_from(given).map(lambda day: DateRange(first=day, last=day))
        | runs
        | st.just(PublicHolidays(country="NL"))
        | made(SchoolHolidays, region=st.just("noord"), name=st.none() | st.sampled_from(SchoolBreak))
        | made(NamedHoliday, feast=st.sampled_from(Feast))
        | st.sampled_from(CLOSURES)
    )


@st.composite
def _changes(draw: st.DrawFn, planned: list[date]) -> Change:
    """Called off, with a reason; or at other hours, on another day, with a title, a note, postponed or online."""
    on = draw(st.sampled_from(planned))
    title, note = draw(st.none() | TEXTS), draw(st.none() | TEXTS)
    if draw(st.booleans()):
        return Change(on=on, details=details(title=title, note=note, status=Status.CANCELLED))
    status = draw(st.none() | st.sampled_from([Status.POSTPONED, Status.ONLINE]))
    moved_to = draw(st.none() | DAYS.filter(lambda day: day != on))
    changed = draw(st.none() | hours())
    if not (title or note or status or moved_to or changed):
        title = "Concert"
    return Change(on=on, moved_to=moved_to, hours=changed, details=details(title=title, note=note, status=status))


SCHEDULES = (
    st.tuples(st.lists(SINGLES, max_size=8, unique_by=lambda one: one.moment), st.lists(series(), max_size=2))
    .filter(lambda both: bool(both[0] or both[1]))
    .map(lambda both: Schedule(entries=(*both[0], *both[1])))
)
