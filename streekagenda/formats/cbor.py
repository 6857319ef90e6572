"""The part of CBOR (RFC 8949) in which a search index is written: whole numbers, text and lists, of known length."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Cbor = int | str | list["Cbor"]
"""What is read and written here."""

_UNSIGNED, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4
_DIRECT = 24
"""Numbers below this stand in the head itself (section 3)."""
_LONGEST = 4
"""The following bytes of a head are 1, 2, 4 or 8: two to the power of its last bits less 24."""


def read(data: bytes) -> Cbor:
    """Return the one value that stands in data.

    Raises:
        ValueError: it holds something else, or more than one value, or it ends too early.
    """
    value, end = _value(data, 0)
    if end != len(data):
        raise ValueError("more than one value")
    return value


def written(value: Cbor) -> bytes:
    """Return a value in the preferred form: each head as short as it can be (section 4.1)."""
    return b"".join(_parts(value))


def _value(data: bytes, start: int) -> tuple[Cbor, int]:
    kind, number, at = _head(data, start)
    match kind:
        case 0:
            return number, at
        case 1:
            return -1 - number, at
        case 3:
            if at + number > len(data):
                raise ValueError("a text ends too early")
            return data[at : at + number].decode("utf-8"), at + number
        case 4:
            found: list[Cbor] = []
            for _ in range(number):
                one, at = _value(data, at)
                found.append(one)
            return found, at
        case _:
            raise ValueError(f"major type {kind} is not read here")


def _head(data: bytes, start: int) -> tuple[int, int, int]:
    """Return the major type and the number of a head, and where it ends."""
    if start >= len(data):
        raise ValueError("the data ends too early")
    kind, low = divmod(data[start], 32)
    if low < _DIRECT:
        return kind, low, start + 1
    if low >= _DIRECT + _LONGEST:
        raise ValueError("a length that is not known is not read here")
    end = start + 1 + 2 ** (low - _DIRECT)
    if end > len(data):
        raise ValueError("a head ends too early")
    return kind, int.from_bytes(data[start + 1 : end], "big"), end


def _parts(value: Cbor) -> Iterator[bytes]:
    if isinstance(value, str):
        text = value.encode("utf-8")
        yield _written_head(_TEXT, len(text)) + text
    elif isinstance(value, list):
        yield _written_head(_LIST, len(value))
        for one in value:
            yield from _parts(one)
    else:
        yield _written_head(_UNSIGNED, value) if value >= 0 else _written_head(_NEGATIVE, -1 - value)


def _written_head(kind: int, number: int) -> bytes:
    if number < _DIRECT:
        return bytes([kind * 32 + number])
    power = next(power for power in range(_LONGEST) if number < 256 ** (2**power))
    return bytes([kind * 32 + _DIRECT + power]) + number.to_bytes(2**power, "big")
