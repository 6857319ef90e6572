"""The days that a rule gives; dateutil is the independent judge of what RFC 5545 means."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import pytest
from dateutil import rrule as judge
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from streekagenda.model.schedule import Frequency, Rule, WeekParity
from streekagenda.recurrence.days import LAST_DAY, days
from tests.examples import day, rule
from tests.recurrence.day_by_day import by_definition
from tests.recurrence.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

YEAR_BEGIN, YEAR_END = date(2026, 1, 1), date(2026, 12, 31)


def judged(a_rule: Rule, first: date, last: date) -> Iterator[date]:
    """What dateutil gives."""
    found = judge.rrule(
        getattr(judge, a_rule.frequency),
        dtstart=datetime.combine(a_rule.start, time()),
        interval=a_rule.interval,
        wkst=judge.MO,
        until=datetime.combine(min(last, a_rule.until or last), time()),
        bysetpos=a_rule.positions or None,
        bymonth=a_rule.months or None,
        bymonthday=a_rule.month_days or None,
        byweekday=[judge.weekday(one.weekday, one.nth or None) for one in a_rule.weekdays] or None,
    )
    return (moment.date() for moment in islice(found, a_rule.count) if moment.date() >= first)


windows = {"ahead": st.integers(-500, 2500), "length": st.integers(0, 1200)}


@settings(deadline=None)
@given(a_rule=rules(), **windows)
@example(a_rule=rule("YEARLY", "2024-02-29"), ahead=0, length=1500)
@example(a_rule=rule("YEARLY", "2026-01-05", "20MO,-1MO"), ahead=0, length=800)
@example(a_rule=rule("YEARLY", "2026-03-13", "FR", month_days=[13]), ahead=0, length=1500)
@example(a_rule=rule("MONTHLY", "2026-01-31", positions=[-1], on="MO,TU,WE,TH,FR"), ahead=0, length=800)
def test_days_are_those_of_dateutil(a_rule: Rule, ahead: int, length: int) -> None:
    # Where dateutil is no judge: positions in the first week (it counts them from the start, RFC 5545 over the whole
    # period), BYDAY=MO,1TU (it takes both at once, so nothing, RFC 5545 either), and a rule that gives no day any more
    # (it looks for one until the year 9999).
    assume(not (a_rule.frequency is Frequency.WEEKLY and a_rule.positions and a_rule.start.weekday() != 0))
    assume(len({one.nth == 0 for one in a_rule.weekdays}) < 2)
    first = a_rule.start + timedelta(days=ahead)
    last = first + timedelta(days=length)
    assume(any(days(replace(a_rule, until=None, count=None), last, LAST_DAY)))
    assert list(days(a_rule, first, last)) == list(judged(a_rule, first, last))


@settings(deadline=None)
@given(a_rule=rules(parity=True), **windows)
def test_days_are_those_that_the_words_of_rfc_5545_say(a_rule: Rule, ahead: int, length: int) -> None:
    first = a_rule.start + timedelta(days=ahead)
    last = first + timedelta(days=length)
    assert list(days(a_rule, first, last)) == list(by_definition(a_rule, first, last))


@pytest.mark.parametrize(
    ("a_rule", "expected"),
    [
        (rule("DAILY", "2026-03-30"), "2026-03-30 2026-03-31 2026-04-01"),
        (rule("DAILY", "2026-03-30", "MO,FR"), "2026-03-30 2026-04-03 2026-04-06"),
        (rule("WEEKLY", "2026-09-01", "SU"), "2026-09-06 2026-09-13 2026-09-20"),
        (rule("WEEKLY", "2026-09-01"), "2026-09-01 2026-09-08 2026-09-15"),
        # The step counts from the week of the start: Monday 31 August lies in it, but before the start.
        (rule("WEEKLY", "2026-09-01", "MO", interval=2), "2026-09-14 2026-09-28 2026-10-12"),
        (rule("WEEKLY", "2026-06-25", "TH", months=[6, 9]), "2026-06-25 2026-09-03 2026-09-10"),
        (rule("WEEKLY", "2026-09-02", "MO,WE,FR", positions=[1]), "2026-09-07 2026-09-14 2026-09-21"),
        (rule("MONTHLY", "2026-01-31"), "2026-01-31 2026-03-31 2026-05-31"),
        (rule("MONTHLY", "2026-09-01", "1TU,3TU"), "2026-09-01 2026-09-15 2026-10-06"),
        (rule("MONTHLY", "2026-09-01", "-1FR", interval=2), "2026-09-25 2026-11-27 2027-01-29"),
        (rule("MONTHLY", "2026-09-01", "5SA"), "2026-10-31 2027-01-30 2027-05-29"),
        (rule("MONTHLY", "2026-01-01", month_days=[-1]), "2026-01-31 2026-02-28 2026-03-31"),
        (rule("MONTHLY", "2026-09-01", "MO,1TU"), "2026-09-01 2026-09-07 2026-09-14"),
        (rule("MONTHLY", "2026-01-01", "FR", month_days=[13]), "2026-02-13 2026-03-13 2026-11-13"),
        (rule("YEARLY", "2024-02-29"), "2024-02-29 2028-02-29 2032-02-29"),
        (rule("YEARLY", "2026-01-01", "-1TH", months=[9]), "2026-09-24 2027-09-30 2028-09-28"),
        (rule("YEARLY", "2026-01-01", "1MO"), "2026-01-05 2027-01-04 2028-01-03"),
        (rule("YEARLY", "2026-05-04", months=[5]), "2026-05-04 2027-05-04 2028-05-04"),
        (rule("DAILY", "2026-09-01", until="2026-09-02"), "2026-09-01 2026-09-02"),
        (rule("WEEKLY", "2026-09-01", "SU", count=2), "2026-09-06 2026-09-13"),
        (rule("MONTHLY", "2026-01-01", month_days=[30], months=[2]), ""),
    ],
)
def test_days_of_a_rule(a_rule: Rule, expected: str) -> None:
    found = islice(days(a_rule, a_rule.start, date(2040, 1, 1)), 3)
    assert " ".join(one.isoformat() for one in found) == expected


def test_count_is_counted_from_the_start_whatever_the_window() -> None:
    a_rule = rule("WEEKLY", "2026-01-04", "SU", count=5)
    assert list(days(a_rule, day("2026-01-20"), day("2026-12-31"))) == [day("2026-01-25"), day("2026-02-01")]
    assert list(days(a_rule, day("2026-02-02"), day("2026-12-31"))) == []


@pytest.mark.parametrize(("parity", "weeks"), [("odd", {51, 53, 1, 3}), ("even", {52, 2, 4})])
@pytest.mark.parametrize("year", [2026, 2032])
def test_week_parity_follows_iso_weeks_over_a_year_of_53(parity: str, weeks: set[int], year: int) -> None:
    a_rule = rule("WEEKLY", f"{year}-01-07", "WE", week_parity=parity)
    begin = date.fromisocalendar(year, 51, 1)
    found = list(days(a_rule, begin, begin + timedelta(weeks=7, days=-1)))
    assert {one.isocalendar().week for one in found} == weeks
    assert {one.weekday() for one in found} == {2}


def test_odd_weeks_come_two_in_a_row_after_week_53() -> None:
    a_rule = rule("WEEKLY", "2026-12-14", "WE", week_parity="odd")
    found = list(days(a_rule, day("2026-12-14"), day("2027-01-31")))
    assert [one.isoformat() for one in found] == ["2026-12-16", "2026-12-30", "2027-01-06", "2027-01-20"]


@settings(deadline=None)
@given(a_rule=rules(), parity=st.sampled_from(WeekParity), length=st.integers(min_value=0, max_value=2000))
def test_days_of_a_parity_are_the_days_without_it_in_such_weeks(a_rule: Rule, parity: WeekParity, length: int) -> None:
    free = replace(a_rule, count=None, positions=())
    last = a_rule.start + timedelta(days=length)
    odd = parity is WeekParity.ODD
    expected = [one for one in days(free, free.start, last) if one.isocalendar().week % 2 == odd]
    assert list(days(replace(free, week_parity=parity), free.start, last)) == expected


@settings(deadline=None)
@given(a_rule=rules(parity=True), first=st.dates(YEAR_BEGIN, YEAR_END), length=st.integers(0, 400))
def test_a_window_cuts_out_of_all_days_in_order(a_rule: Rule, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    whole = list(days(a_rule, min(a_rule.start, first), last))
    assert all(one < other for one, other in pairwise(whole))
    assert list(days(a_rule, first, last)) == [one for one in whole if one >= first]


@pytest.mark.parametrize(
    "a_rule",
    [
        rule("YEARLY", "2026-01-01", interval=999, months=[2], month_days=[30]),
        rule("DAILY", "2000-01-01", months=[2], month_days=[31]),
        rule("MONTHLY", "2000-01-01", month_days=[31], months=[2], count=1000),
        rule("WEEKLY", "2000-01-01", "MO", positions=[366]),
    ],
)
def test_a_rule_that_never_fits_gives_nothing_and_ends(a_rule: Rule) -> None:
    assert list(days(a_rule, a_rule.start, date.max)) == []


def test_days_end_with_the_year_2100() -> None:
    assert list(days(rule("WEEKLY", "2100-12-20", "MO,SU"), day("2100-12-25"), date.max))[-1] == day("2100-12-27")
    assert list(days(rule("DAILY", "2100-12-20", week_parity="even"), date.min, date.max))[-1] <= LAST_DAY
