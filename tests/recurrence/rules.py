"""Rules at random, as RFC 5545 allows them (section 3.3.10), for Hypothesis."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from streekagenda.model.schedule import Frequency, NthWeekday, Rule, Weekday, WeekParity
from tests.made_values import made

NTHS = {Frequency.MONTHLY: 5, Frequency.YEARLY: 53}
"""The highest n of an n-th weekday; a daily or a weekly rule takes none."""


@st.composite
def rules(draw: st.DrawFn, *, parity: bool = False) -> Rule:
    """Any rule whose parts RFC 5545 lets stand together, with its lists sorted."""
    frequency = draw(st.sampled_from(Frequency))
    months = draw(st.just(()) | _lists(st.integers(1, 12)))
    highest = min(NTHS.get(frequency, 0), 5 if months else 53)
    weekdays = draw(st.just(()) | _lists(_nth_weekdays(highest)))
    # Month days have no meaning in a weekly rule; an n-th weekday beside them means little, but is allowed.
    month_days = draw(_lists(_signed(31))) if frequency is not Frequency.WEEKLY and draw(st.booleans()) else ()
    positions = draw(st.just(()) | _lists(_signed(8))) if weekdays or month_days or months else ()
    start = draw(st.dates(date(2020, 1, 1), date(2034, 12, 31)))
    ending = draw(st.sampled_from(["open", "until", "count"]))
    return Rule(
        frequency=frequency,
        start=start,
        interval=draw(st.integers(1, 5)),
        weekdays=weekdays,
        month_days=month_days,
        months=months,
        positions=positions,
        week_parity=draw(st.none() | st.sampled_from(WeekParity)) if parity else None,
        until=draw(st.dates(start, date(2040, 12, 31))) if ending == "until" else None,
        count=draw(st.integers(1, 1000)) if ending == "count" else None,
    )


def _nth_weekdays(highest: int) -> st.SearchStrategy[NthWeekday]:
    nth = st.just(0) | _signed(highest) if highest else st.just(0)
    return made(NthWeekday, nth=nth, weekday=st.sampled_from(Weekday))


def _signed(highest: int) -> st.SearchStrategy[int]:
    return st.integers(1, highest) | st.integers(-highest, -1)


def _lists(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, min_size=1, max_size=4, unique=True).map(lambda found: tuple(sorted(found)))
