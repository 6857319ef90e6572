from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings

from streekagenda.model.schedule import Rule
from streekagenda.publications.feeds.plain_rules import plain, read_alike
from streekagenda.recurrence.days import days
from tests.examples import rule
from tests.recurrence.rules import rules


@pytest.mark.parametrize(
    ("given_rule", "plainer"),
    [
        (rule("YEARLY", "2024-02-29"), rule("YEARLY", "2024-02-29", months=[2], month_days=[29])),
        (rule("MONTHLY", "2026-08-31"), rule("MONTHLY", "2026-08-31", month_days=[31])),
        (
            rule("MONTHLY", "2026-09-01", "2SA", interval=2, months=[1, 3, 4, 9, 10]),
            rule("MONTHLY", "2026-09-01", "2SA", months=[1, 3, 9]),
        ),
        (rule("WEEKLY", "2026-08-31"), rule("WEEKLY", "2026-08-31")),
    ],
)
def test_a_rule_gets_plainer_words(given_rule: Rule, plainer: Rule) -> None:
    assert plain(given_rule) == plainer


@pytest.mark.parametrize(
    ("given_rule", "alike"),
    [
        (rule("WEEKLY", "2026-09-06", "SU", interval=2, months=[9, 10]), True),
        (rule("MONTHLY", "2026-09-06", "MO,TU", positions=[-1]), True),
        (rule("MONTHLY", "2026-09-06", interval=5, months=[2, 7]), False),
        (rule("YEARLY", "2026-09-06", months=[9], month_days=[6]), True),
        (rule("YEARLY", "2026-09-06", month_days=[6]), False),
        (rule("DAILY", "2026-09-06", month_days=[6]), False),
    ],
)
def test_what_some_calendar_reads_otherwise_is_known(given_rule: Rule, *, alike: bool) -> None:
    assert read_alike(given_rule) is alike


@given(rules(parity=True))
@settings(max_examples=300)
def test_plainer_words_give_the_same_days(any_rule: Rule) -> None:
    last = any_rule.start + timedelta(days=2000)
    assert list(days(plain(any_rule), any_rule.start, last)) == list(days(any_rule, any_rule.start, last))
