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
        ("4FR,-1FR", ["", "lastfr"]),  # in most months they are the same day
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


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        # not in July and August: the days that are too many are left out by name
        (
            rule("WEEKLY", "2026-09-01", "TU", months=[1, 2, 3, 4, 5, 6, 9, 10, 11, 12]),
            {"": rule("WEEKLY", "2026-09-01", "TU")},
        ),
        (
            rule("MONTHLY", "2026-09-01", "1TU,3TU", months=[1, 2, 3, 4, 5, 6, 9, 10, 11, 12]),
            {"": rule("MONTHLY", "2026-09-01", "1TU"), "3tu": rule("MONTHLY", "2026-09-01", "3TU")},
        ),
        # in summer, and in winter
        (
            rule("WEEKLY", "2026-06-01", "TU", months=[7, 8], until="2027-08-20"),
            {
                "": rule("WEEKLY", "2026-07-07", "TU", until="2026-08-31"),
                "2027-07": rule("WEEKLY", "2027-07-06", "TU", until="2027-08-20"),
            },
        ),
        (
            rule("WEEKLY", "2027-02-01", "MO", months=[1, 2, 11, 12], until="2028-01-10"),
            {
                "": rule("WEEKLY", "2027-02-01", "MO", until="2027-02-28"),
                "2027-11": rule("WEEKLY", "2027-11-01", "MO", until="2028-01-10"),
            },
        ),
        # once or twice a year, for ever
        (
            rule("MONTHLY", "2026-09-01", "1TU", months=[3, 9]),
            {
                "": rule("YEARLY", "2026-09-01", "1TU", months=[3]),
                "month9": rule("YEARLY", "2026-09-01", "1TU", months=[9]),
            },
        ),
        (rule("MONTHLY", "2026-09-01", "1TU", months=[9]), {"": rule("YEARLY", "2026-09-01", "1TU", months=[9])}),
        (
            rule("MONTHLY", "2026-09-01", "1TU", months=[9], count=3),
            {"": rule("YEARLY", "2026-09-01", "1TU", months=[9], count=3)},
        ),
        (
            rule("MONTHLY", "2026-09-01", "2SA", interval=2, months=[1, 3, 5, 9, 11]),
            {"": rule("MONTHLY", "2026-09-01", "2SA", interval=2)},
        ),
        (
            rule("YEARLY", "2026-09-01", month_days=[1], months=[3, 9], interval=2),
            {
                "": rule("YEARLY", "2026-09-01", month_days=[1], months=[3], interval=2),
                "month9": rule("YEARLY", "2026-09-01", month_days=[1], months=[9], interval=2),
            },
        ),
    ],
)
def test_a_rule_of_some_months_is_said_without_a_list_of_months(whole: Rule, parts: dict[str, Rule]) -> None:
    assert {part.key: part.rule for part in rule_parts(whole, LAST)} == parts


@given(rules(parity=True))
@settings(max_examples=300)
def test_the_parts_give_at_least_the_days_of_the_rule(whole: Rule) -> None:
    last = whole.start + timedelta(days=3000)
    parts = rule_parts(whole, last)
    given_days = {day for part in parts for day in days(part.rule, part.rule.start, last)}
    assert given_days >= set(days(whole, whole.start, last))
    assert len({part.key for part in parts}) == len(parts)


@given(st.integers(2000, 2090), st.sampled_from(["even", "odd"]), st.sampled_from(["MO", "SU", "MO,TH"]))
def test_even_and_odd_weeks_hold_for_every_start(year: int, parity: str, on: str) -> None:
    whole = rule("WEEKLY", date(year, 12, 1), on, week_parity=parity)
    last = date(year + 9, 1, 1)
    found = [day for part in rule_parts(whole, last) for day in days(part.rule, part.rule.start, last)]
    assert found == list(days(whole, whole.start, last))
