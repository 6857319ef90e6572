"""CBOR, by the examples of RFC 8949 (appendix A), and there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streekagenda.formats import cbor

EXAMPLES: list[tuple[cbor.Cbor, str]] = [
    (0, "00"),
    (23, "17"),
    (24, "1818"),
    (100, "1864"),
    (1000, "1903e8"),
    (1000000, "1a000f4240"),
    (1000000000000, "1b000000e8d4a51000"),
    (-1, "20"),
    (-1000, "3903e7"),
    ("", "60"),
    ("IETF", "6449455446"),
    ("ü", "62c3bc"),
    ([], "80"),
    ([1, [2, 3], [4, 5]], "8301820203820405"),
    (list(range(1, 26)), "98190102030405060708090a0b0c0d0e0f101112131415161718181819"),
]


@pytest.mark.parametrize(("value", "written"), EXAMPLES)
def test_values_are_written_as_the_standard_shows(value: cbor.Cbor, written: str) -> None:
    assert cbor.written(value).hex() == written
    assert cbor.read(bytes.fromhex(written)) == value


@given(
    st.recursive(
        st.integers(-(2**64), 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=60
    )
)
def test_what_is_written_is_read_again(value: cbor.Cbor) -> None:
    assert cbor.read(cbor.written(value)) == value


@pytest.mark.parametrize("broken", ["", "18", "62c3", "8201", "9f00ff", "a0", "0000", "4101", "f6"])
def test_what_is_broken_or_of_another_kind_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        cbor.read(bytes.fromhex(broken))
