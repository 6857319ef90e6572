"""What is packed comes back as it was, and what could be run is neither written nor read."""

import os
import pickle
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from streekagenda.store.packed import pack, unpack
from streekagenda.store.zipped import unzipped, zipped


class Colour(StrEnum):
    RED = "red"


class Leaf(Struct, frozen=True, kw_only=True):
    colour: Colour
    day: date | None = None


class Tree(Struct, frozen=True, kw_only=True):
    leaves: tuple[Leaf, ...]
    picture: bytes = b""


TYPES = (Colour, Leaf, Tree)
LEAF = Leaf(colour=Colour.RED, day=date(2026, 11, 22))


def again(value: object, apart: dict[str, bytes] | None = None) -> Any:
    there = apart or {}
    return unpack(pack(value, TYPES, there), TYPES, there.__getitem__)


def test_values_come_back_and_what_stood_once_stands_once() -> None:
    value = (
        Tree(leaves=(LEAF, LEAF, Leaf(colour=Colour.RED))),
        {"x": [1, None, True, 2.5, "é"], "y": frozenset({("a", "b")})},
        (time(14, 30), datetime(2026, 11, 22, 12, tzinfo=UTC), Decimal("2.50"), b"\0"),
    )
    found = again(value)
    assert found == value
    one, other, last = found[0].leaves
    assert one is other
    assert one.colour is last.colour is Colour.RED


def test_what_stands_apart_is_not_in_it() -> None:
    picture = b"RIFF" * 99
    assert picture not in unzipped(pack(Tree(leaves=(), picture=picture), TYPES, {"a.webp": picture}))
    assert again(Tree(leaves=(), picture=picture), {"a.webp": picture}).picture is picture


@pytest.mark.parametrize("value", [len, Path(), os.system, int, {"a": (1, object())}, 1j])
def test_what_is_no_data_is_not_written(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        pack(value, TYPES, {})


class _Runs:
    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.file),)


def test_what_could_be_run_is_not_read(tmp_path: Path) -> None:
    there = tmp_path / "there"
    for value in (_Runs(there), (LEAF, _Runs(there)), os.mkdir, eval, Path("x"), getattr):
        with pytest.raises(ValueError, match=r"."):
            unpack(zipped((pickle.dumps(value),)), TYPES, {}.__getitem__)
    assert not there.exists()
    pickle.loads(pickle.dumps(_Runs(there)))
    assert there.exists()


def test_what_is_cut_off_or_of_other_types_is_no_value() -> None:
    content = pack((LEAF, LEAF), TYPES, {})
    whole = unzipped(content)
    for cut in (
        *(content[:length] for length in range(len(content))),
        *(zipped((whole[:length],)) for length in range(len(whole))),
    ):
        with pytest.raises(ValueError, match=r"."):
            unpack(cut, TYPES, {}.__getitem__)
    with pytest.raises(ValueError, match="Leaf"):
        unpack(content, (Colour, Tree), {}.__getitem__)
