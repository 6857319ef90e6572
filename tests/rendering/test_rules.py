"""Every shape of a rule in words; ``tests.recurrence`` is the judge of which days a rule means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from streekagenda.model.schedule import Frequency, Rule
from streekagenda.rendering.rules import days_of, season_of
from tests.examples import rule
from tests.recurrence.day_by_day import by_definition
from tests.recurrence.rules import rules
from tests.rendering.languages import EN, NL

START = "2026-09-15"
SEPTEMBER_TO_MAY = (1, 2, 3, 4, 5, 9, 10, 11, 12)
SHAPES = [
    (rule("DAILY", START), "elke dag", "every day"),
    (rule("DAILY", START, interval=3), "elke 3 dagen", "every 3 days"),
    (rule("DAILY", START, "MO,TU,WE,TH,FR"), "maandag tot en met vrijdag", "Monday to Friday"),
    (rule("DAILY", START, "SA", interval=2), "elke 2 dagen, alleen op zaterdag", "every 2 days, only on Saturday"),
    (rule("WEEKLY", START), "elke dinsdag", "every Tuesday"),
    (rule("WEEKLY", START, "SU"), "elke zondag", "every Sunday"),
    (rule("WEEKLY", START, "MO,WE"), "elke maandag en woensdag", "every Monday and Wednesday"),
    (rule("WEEKLY", START, "TU,TH,SA"), "elke dinsdag, donderdag en zaterdag", "every Tuesday, Thursday and Saturday"),
    (rule("WEEKLY", START, "MO,TU,WE"), "maandag tot en met woensdag", "Monday to Wednesday"),
    (rule("WEEKLY", START, "MO,TU,WE,TH,FR,SA,SU"), "elke dag", "every day"),
    (rule("WEEKLY", START, "WE", interval=2), "elke 2 weken op woensdag", "every 2 weeks on Wednesday"),
    (rule("WEEKLY", START, "WE", week_parity="even"), "elke woensdag in even weken", "every Wednesday in even weeks"),
    (rule("WEEKLY", START, "WE", week_parity="odd"), "elke woensdag in oneven weken", "every Wednesday in odd weeks"),
    (
        rule("WEEKLY", START, "MO,WE,FR", positions=[1]),
        "elke week op de eerste maandag, woensdag of vrijdag",
        "every week on the first Monday, Wednesday or Friday",
    ),
    (rule("MONTHLY", START, "1TU"), "elke eerste dinsdag van de maand", "every first Tuesday of the month"),
    (
        rule("MONTHLY", START, "1TU,3TU"),
        "elke eerste en derde dinsdag van de maand",
        "every first and third Tuesday of the month",
    ),
    (
        rule("MONTHLY", START, "1MO,3WE"),
        "elke eerste maandag en derde woensdag van de maand",
        "every first Monday and third Wednesday of the month",
    ),
    (rule("MONTHLY", START, "-1FR"), "elke laatste vrijdag van de maand", "every last Friday of the month"),
    (
        rule("MONTHLY", START, "1FR,-2FR"),
        "elke eerste en op één na laatste vrijdag van de maand",
        "every first and last but one Friday of the month",
    ),
    (
        rule("MONTHLY", START, "1TU", interval=2),
        "elke 2 maanden op de eerste dinsdag",
        "every 2 months on the first Tuesday",
    ),
    (rule("MONTHLY", START), "elke 15e van de maand", "every 15th of the month"),
    (
        rule("MONTHLY", START, month_days=[-1, 1, 22]),
        "elke 1e, 22e en laatste dag van de maand",
        "every 1st, 22nd and last day of the month",
    ),
    (rule("MONTHLY", START, month_days=[3], interval=6), "elke 6 maanden op de 3e", "every 6 months on the 3rd"),
    (
        rule("MONTHLY", START, "FR", month_days=[13]),
        "elke vrijdag die op de 13e van de maand valt",
        "every Friday that falls on the 13th of the month",
    ),
    (
        rule("MONTHLY", START, "SA", month_days=[1, 2, 3, 4, 5, 6, 7]),
        "elke zaterdag die op de 1e tot en met 7e van de maand valt",
        "every Saturday that falls on the 1st to 7th of the month",
    ),
    (rule("MONTHLY", START, "MO"), "elke maandag", "every Monday"),
    (rule("MONTHLY", START, "MO", interval=2), "elke 2 maanden, alleen op maandag", "every 2 months, only on Monday"),
    (
        rule("MONTHLY", START, "MO,TU,WE,TH,FR", positions=[-1]),
        "elke laatste werkdag van de maand",
        "every last working day of the month",
    ),
    (
        rule("MONTHLY", START, "MO,TU", positions=[1]),
        "elke eerste maandag of dinsdag van de maand",
        "every first Monday or Tuesday of the month",
    ),
    (rule("YEARLY", START), "elk jaar op 15 september", "every year on 15 September"),
    (
        rule("YEARLY", START, months=[5, 12], month_days=[5]),
        "elk jaar op 5 mei en 5 december",
        "every year on 5 May and 5 December",
    ),
    (
        rule("YEARLY", START, "-1TH", months=[9]),
        "elk jaar op de laatste donderdag van september",
        "every year on the last Thursday of September",
    ),
    (
        rule("YEARLY", START, "1MO"),
        "elk jaar op de eerste maandag van het jaar",
        "every year on the first Monday of the year",
    ),
    (
        rule("YEARLY", START, months=[2], month_days=[-1], interval=4),
        "elke 4 jaar op de laatste dag van februari",
        "every 4 years on the last day of February",
    ),
    (
        rule("YEARLY", START, month_days=[1]),
        "elke 1e van de maand",
        "every 1st of the month",
    ),
    (
        rule("YEARLY", START, month_days=[1], interval=2),
        "elke 2 jaar op de 1e van elke maand",
        "every 2 years on the 1st of every month",
    ),
    (rule("YEARLY", START, "MO", months=[7, 8]), "elke maandag", "every Monday"),
    (
        rule("MONTHLY", START, "MO,1TU", positions=[1, -1]),
        "elke maand, alleen op elke maandag en eerste dinsdag van de maand, en daarvan de eerste en laatste",
        "every month, only on every Monday and first Tuesday of the month, and of these the first and last",
    ),
]


@pytest.mark.parametrize(("a_rule", "nl", "en"), SHAPES, ids=[shape[2] for shape in SHAPES])
def test_each_shape_of_a_rule_has_its_words(a_rule: Rule, nl: str, en: str) -> None:
    assert (days_of(a_rule, NL), days_of(a_rule, EN)) == (nl, en)


@pytest.mark.parametrize(
    ("months", "only", "pause"),
    [
        ((), "", ""),
        (tuple(range(1, 13)), "", ""),
        (SEPTEMBER_TO_MAY, "van september tot en met mei", ""),
        ((4, 5, 6), "van april tot en met juni", ""),
        ((1, 2, 3, 4, 5, 6, 9, 10, 11, 12), "", "in juli en augustus"),
        ((1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12), "", "in juli"),
        ((7,), "in juli", ""),
        ((7, 8), "in juli en augustus", ""),
        ((1, 3, 5), "in januari, maart en mei", ""),
        ((1, 2, 6, 7, 12), "in januari, februari, juni, juli en december", ""),
    ],
)
def test_a_season_is_said_in_the_shortest_way(months: tuple[int, ...], only: str, pause: str) -> None:
    assert season_of(rule("WEEKLY", START, "SU", months=months), NL) == (only, pause)


def test_a_yearly_date_names_its_months_itself() -> None:
    assert season_of(rule("YEARLY", START, "-1TH", months=[9]), NL) == ("", "")
    assert season_of(rule("YEARLY", START, "TH", months=[9]), NL) == ("in september", "")


@settings(max_examples=300, deadline=None)
@given(
    rules(parity=True),
    rules(parity=True),
    st.sampled_from(["interval", "weekdays", "month_days", "months", "positions", "week_parity"]),
)
def test_rules_that_give_other_days_get_other_words(one: Rule, source: Rule, part: str) -> None:
    one = replace(one, count=None, until=None)
    other = replace(one, **{part: getattr(source, part)})
    assume(one != other)
    # What RFC 5545 section 3.3.10 does not allow.
    assume(one.frequency is not Frequency.WEEKLY or not other.month_days)
    assume(one.frequency in {Frequency.MONTHLY, Frequency.YEARLY} or all(day.nth == 0 for day in other.weekdays))
    if (days_of(one, NL), season_of(one, NL)) == (days_of(other, NL), season_of(other, NL)):
        last = date(one.start.year + 4, 12, 31)
        assert list(by_definition(one, one.start, last)) == list(by_definition(other, one.start, last))
