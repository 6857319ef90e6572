"""Bytes that are made small, and what is damaged of them."""

import zlib

import pytest

from streekagenda.store.zipped import unzipped, zipped


@pytest.mark.parametrize("parts", [[], [b""], [b"a"], [b"een", b"", b"twee" * 10_000]])
def test_what_was_zipped_comes_back(parts: list[bytes]) -> None:
    small = zipped(parts)
    assert unzipped(small) == unzipped(memoryview(small)) == b"".join(parts)


@pytest.mark.parametrize("size", [b"\0" * 8, b"\1" + b"\0" * 7, b"\xff" * 8])
def test_another_size_before_it_does_no_harm(size: bytes) -> None:
    assert unzipped(size + zipped([b"twee" * 10_000])[8:]) == b"twee" * 10_000


def test_what_is_cut_off_is_nothing() -> None:
    small = zipped([b"een"])
    for length in range(len(small)):
        with pytest.raises(zlib.error):
            unzipped(small[:length])
