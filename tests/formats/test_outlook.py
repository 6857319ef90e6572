from __future__ import annotations

import pytest
from hypothesis import given, settings

from streekagenda.formats.outlook import fits_outlook
from streekagenda.formats.rrule import rule_text
from streekagenda.model.schedule import Rule
from tests.recurrence.rules import rules

ZONE = "Europe/Amsterdam"


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3;COUNT=30",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=SU,MO;INTERVAL=2;WKST=MO",
        "FREQ=WEEKLY;UNTIL=20270627T120000Z;BYDAY=SU",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=10",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=1TU",
        "FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=2",
        "FREQ=MONTHLY;BYDAY=SU;BYSETPOS=3",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=999",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=6",
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=6;BYDAY=3SU",
        "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYMONTH=4",
    ],
)
def test_a_template_holds_it(rrule: str) -> None:
    assert fits_outlook(rrule)


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY;BYDAY=MO,TU",
        "FREQ=DAILY;BYMONTH=7",
        "FREQ=DAILY;COUNT=1000",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3,4,5,6,9,10,11,12",
        "FREQ=MONTHLY;BYDAY=1TU,3TU",
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=5TU",  # is stored as the last
        "FREQ=MONTHLY;BYDAY=1TU;BYMONTH=9",
        "FREQ=MONTHLY;BYMONTHDAY=15,30",
        "FREQ=MONTHLY;BYMONTHDAY=31",  # is stored as the last day
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,3",
        "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1TU",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",  # is stored as the last of February
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYMONTHDAY=1",
        "FREQ=HOURLY",
    ],
)
def test_no_template_holds_it(rrule: str) -> None:
    assert not fits_outlook(rrule)


@given(rules())
@settings(max_examples=200)
def test_every_rule_gets_an_answer(any_rule: Rule) -> None:
    text = rule_text(any_rule, None, ZONE)
    assert text is None or fits_outlook(text) in {True, False}
