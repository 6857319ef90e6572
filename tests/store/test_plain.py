"""Values as JSON, and back; what is no value is said, and never anything else."""

import json
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.model.schedule import DateRange, Frequency, Hours, NthWeekday, Weekday
from streekagenda.store import Json
from streekagenda.store.plain import from_plain, to_plain
from tests.made_values import made
from tests.store.test_store import JSON

TYPES = {kind.__name__: kind for kind in (DateRange, Frequency, Hours, NthWeekday, Weekday)}

TIMES = st.times().map(lambda one: one.replace(fold=0))
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.text(),
        st.dates(),
        TIMES,
        st.timedeltas().map(lambda one: one - timedelta(microseconds=one.microseconds)),
        st.sampled_from([*Frequency, *Weekday]),
        made(DateRange, first=st.dates(), last=st.dates()),
        made(Hours, start=TIMES, end=st.none() | TIMES),
        made(NthWeekday, nth=st.integers(), weekday=st.sampled_from(Weekday)),
    ),
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=10,
)


@given(VALUES)
def test_value_comes_back_with_its_types(value: object) -> None:
    back = from_plain(json.loads(json.dumps(to_plain(value))), TYPES)
    assert (back, repr(back)) == (value, repr(value))


@given(JSON)
def test_what_is_no_value_is_a_value_error(odd: Json) -> None:
    try:
        from_plain(odd, TYPES)
    except ValueError:
        return


@pytest.mark.parametrize(
    "odd",
    [
        [],
        ["date"],
        ["date", "2026-13-01"],
        ["date", "2026-12-01", "2026-12-02"],
        ["seconds", "a"],
        ["Hours", ["time", "10:00"]],
        ["Hours", 1, 2, 3, 4],
        ["Weekday", 7],
        ["Weekday"],
        ["system", "true"],
        [["tuple"]],
        [{"a": 1}],
    ],
)
def test_odd_value_is_refused(odd: Json) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- its words are for nobody
        from_plain(odd, TYPES)


class Colour(IntEnum):
    RED = 1


@pytest.mark.parametrize(
    "value",
    [
        datetime(2026, 1, 1),
        datetime(2026, 1, 1, tzinfo=UTC).timetz(),
        timedelta(microseconds=1),
        time(2, 30, fold=1),
        1.5,
        [1],
        {"a": 1},
        {1},
        b"x",
        object(),
        (1, [2]),
    ],
)
def test_type_without_a_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        to_plain(value)


def test_enumeration_that_is_not_among_the_types_is_refused() -> None:
    assert to_plain((date(2026, 1, 1), time(9), Colour.RED)) == [
        "tuple",
        ["date", "2026-01-01"],
        ["time", "09:00:00"],
        ["Colour", 1],
    ]
    with pytest.raises(ValueError, match="Colour"):
        from_plain(to_plain(Colour.RED), TYPES)
