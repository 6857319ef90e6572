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
        (rule("MONTHLY", "2026-09-01", "TU,TH"), rule("WEEKLY", "2026-09-01", "TU,TH")),
        (rule("YEARLY", "2026-09-01", "TU", months=[9, 10]), rule("WEEKLY", "2026-09-01", "TU", months=[9, 10])),
        (rule("YEARLY", "2026-09-01", "1TU", months=[3, 9]), rule("MONTHLY", "2026-09-01", "1TU", months=[3, 9])),
        (rule("YEARLY", "2026-09-01", month_days=[1]), rule("MONTHLY", "2026-09-01", month_days=[1])),
        (rule("YEARLY", "2026-09-03", months=[3, 9]), rule("MONTHLY", "2026-09-03", month_days=[3], months=[3, 9])),
        (rule("DAILY", "2026-09-01", "SA,SU"), rule("WEEKLY", "2026-09-01", "SA,SU")),
        (rule("DAILY", "2026-09-01", count=1000), rule("DAILY", "2026-09-01", until="2029-05-27")),
        (rule("WEEKLY", "2026-08-31"), rule("WEEKLY", "2026-08-31")),
    ],
)
def test_a_rule_gets_plainer_words(given_rule: Rule, plainer: Rule) -> None:
    assert plain(given_rule) == plainer


@pytest.mark.parametrize(
    ("given_rule", "text"),
    [
        (rule("WEEKLY", "2026-09-06", "SU", interval=2), "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"),
        (
            rule("MONTHLY", "2026-09-06", "MO,TU,WE,TH,FR", positions=[-1]),
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        ),
        (rule("MONTHLY", "2026-09-06", "MO,TU", positions=[-1]), None),
        (rule("MONTHLY", "2026-09-06", "5SU"), None),
        (rule("MONTHLY", "2026-09-30", month_days=[30]), None),
        (rule("MONTHLY", "2026-09-30", month_days=[-1]), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (rule("WEEKLY", "2026-09-06", "SU", months=[9, 10]), None),
        (rule("YEARLY", "2026-09-06", months=[9], month_days=[6]), "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=6"),
        (rule("YEARLY", "2026-09-06", "MO", months=[9], positions=[1]), None),
        (rule("DAILY", "2026-09-06", month_days=[6]), None),
    ],
)
def test_what_some_calendar_reads_otherwise_has_no_text(given_rule: Rule, text: str | None) -> None:
    assert read_alike(given_rule, None, "Europe/Amsterdam") == text


@given(rules(parity=True))
@settings(max_examples=300)
def test_plainer_words_give_the_same_days(any_rule: Rule) -> None:
    last = any_rule.start + timedelta(days=2000)
    assert list(days(plain(any_rule), any_rule.start, last)) == list(days(any_rule, any_rule.start, last))
