from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streekagenda.model.schedule import Rule
from streekagenda.publications.feeds.rule_parts import RulePart, rule_parts
from streekagenda.recurrence.days import days
from tests.examples import rule
from tests.recurrence.rules import rules

LAST = date(2028, 12, 31)


def test_a_plain_rule_is_its_own_only_part() -> None:
    sundays = rule("WEEKLY", "2026-09-06", "SU")
    assert rule_parts(sundays, LAST) == (RulePart(key="", rule=sundays),)


def test_even_weeks_are_every_second_week_until_a_year_of_53_weeks() -> None:
    even = rule("WEEKLY", "2026-09-01", "WE", week_parity="even")
    assert rule_parts(even, LAST) == (
        RulePart(key="", rule=rule("WEEKLY", "2026-09-02", "WE", interval=2, until="2027-01-03")),
        RulePart(key="2027", rule=rule("WEEKLY", "2027-01-13", "WE", interval=2, until="2033-01-02")),
    )


def test_every_day_of_even_weeks_is_a_week_of_days() -> None:
    (first, _) = rule_parts(rule("DAILY", "2026-09-01", week_parity="even"), LAST)
    assert first.rule == rule("WEEKLY", "2026-09-01", "MO,TU,WE,TH,FR,SA,SU", interval=2, until="2027-01-03")


def test_two_odd_weeks_in_a_row_are_kept() -> None:
    odd = rule("WEEKLY", "2026-12-20", "TH", week_parity="odd")
    found = sorted(day for part in rule_parts(odd, LAST) for day in days(part.rule, part.rule.start, date(2027, 2, 1)))
    assert found == [date(2026, 12, 31), date(2027, 1, 7), date(2027, 1, 21)]


@pytest.mark.parametrize(
    ("on", "keys"),
    [
        ("1TU,3TU", ["", "3tu"]),
        ("1TU,1TH", ["", "1th"]),
        ("1FR,-1FR", ["", "lastfr"]),
        ("4FR,-1FR", [""]),  # in most months they are the same day
        ("TU", [""]),
        ("2SA", [""]),
    ],
)
def test_each_nth_weekday_is_a_series_of_its_own(on: str, keys: list[str]) -> None:
    assert [part.key for part in rule_parts(rule("MONTHLY", "2026-09-01", on), LAST)] == keys


def test_a_part_keeps_its_key_when_another_is_added() -> None:
    two = rule_parts(rule("MONTHLY", "2026-09-01", "1TU,3TU"), LAST)
    three = rule_parts(rule("MONTHLY", "2026-09-01", "1TU,3TU,4TU"), LAST)
    assert three[:2] == two
    assert [part.key for part in rule_parts(rule("MONTHLY", "2026-09-01", month_days=(15, 30)), LAST)] == ["", "day30"]


def test_a_number_of_times_is_shared_as_a_last_day() -> None:
    three_times = rule("MONTHLY", "2026-09-01", "1TU,3TU", count=3)
    assert [part.rule.until for part in rule_parts(three_times, LAST)] == [date(2026, 10, 6)] * 2


@given(rules(parity=True))
@settings(max_examples=300)
def test_the_parts_give_each_day_of_the_rule_once(whole: Rule) -> None:
    last = whole.start + timedelta(days=3000)
    given_days = list(days(whole, whole.start, last))
    parts = rule_parts(whole, last)
    assert sorted(day for part in parts for day in days(part.rule, part.rule.start, last)) == given_days
    assert len({part.key for part in parts}) == len(parts)


@given(st.integers(2000, 2090), st.sampled_from(["even", "odd"]), st.sampled_from(["MO", "SU", "MO,TH"]))
def test_even_and_odd_weeks_hold_for_every_start(year: int, parity: str, on: str) -> None:
    whole = rule("WEEKLY", date(year, 12, 1), on, week_parity=parity)
    last = date(year + 9, 1, 1)
    found = [day for part in rule_parts(whole, last) for day in days(part.rule, part.rule.start, last)]
    assert found == list(days(whole, whole.start, last))
