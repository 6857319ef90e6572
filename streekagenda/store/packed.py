"""Values of the model as bytes, and back, fast: a whole calendar, in which things stand once however often they are named.

The form is that of pickle, which Python reads five times as fast as anything that could be written here. What makes
pickles dangerous is that they may name any function to be called. These may name a fixed table of types that hold data and do
nothing: whatever else stands in them is refused when they are written, and before anything of it is made when they are read.
"""

from __future__ import annotations

import pickle
import zlib
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from io import BytesIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from streekagenda.store.zipped import Zipping, unzipped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

_PLAIN = (date, datetime, time, timedelta, timezone, Decimal)
"""Types of Python, besides those that pickle writes without a name: texts, numbers, bytes, tuples, lists, mappings, sets."""


Name = Any
"""What something is called that stands apart: a text, a number, or a tuple of these."""


def pack(value: object, types: Collection[type], apart: Mapping[Name, object]) -> bytes:
    """Return a value as compressed bytes, without the structures and bytes that stand ``apart``: of these the name.

    Raises:
        ValueError: where it holds anything but frozen structures and enumerations of these ``types``, and plain values.
    """
    stream = Zipping()
    packer = _PackerBeside if any(isinstance(one, bytes) for one in apart.values()) else _Packer
    try:
        packer(stream, types, {id(one): name for name, one in apart.items()}).dump(value)
    except (pickle.PicklingError, RecursionError, TypeError) as error:
        raise ValueError(str(error)) from error
    return stream.value()


def unpack(content: bytes | memoryview, types: Collection[type], apart: Callable[[Name], object]) -> Any:  # noqa: ANN401 -- the types stand in the content
    """Return the value that :func:`pack` wrote; raises ValueError where it is none, or not of these ``types``."""
    try:
        return _Unpacker(unzipped(content), types, apart).load()
    except (
        zlib.error,
        pickle.UnpicklingError,
        AttributeError,
        EOFError,
        IndexError,
        KeyError,
        RecursionError,
        TypeError,
    ) as error:
        raise ValueError(str(error)) from error


class _Apart:
    """Where this is named, something stands apart."""


class _Packer(pickle.Pickler):
    def __init__(self, stream: Zipping, types: Collection[type], apart: Mapping[int, Name]) -> None:
        super().__init__(stream, protocol=5)
        self._values = {one: _values_of(one) for one in types}
        self._apart = apart

    def reducer_override(self, one: Any) -> Any:  # noqa: ANN401 -- whatever stands in a value
        """Return what to make a thing of: its type and its values, or that it stands apart, and its name."""
        kind = type(one)
        if kind in self._values:
            name = self._apart.get(id(one))
            return (kind, self._values[kind](one)) if name is None else (_Apart, (name,))
        if kind in _PLAIN or one in _PLAIN or one in self._values or one is _Apart:
            return NotImplemented  # as pickle writes it
        raise pickle.PicklingError(kind.__qualname__)


class _PackerBeside(_Packer):
    """Takes twice as long: of bytes it is asked one by one whether they stand apart, and so of all else."""

    def persistent_id(self, one: object) -> Name | None:
        return self._apart.get(id(one)) if type(one) is bytes else None


class _Unpacker(pickle.Unpickler):  # noqa: S301 -- it makes nothing that is not in a table
    def __init__(self, content: bytes, types: Collection[type], apart: Callable[[Name], object]) -> None:
        super().__init__(BytesIO(content))
        self._types = {_name(one): one for one in (*_PLAIN, *types)}
        self._apart = apart

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 -- a type, or what makes values of it
        return self._apart if (module, name) == _APART else _maker_of(self._types[module, name])

    def persistent_load(self, name: Name) -> object:
        return self._apart(name)


def _name(kind: type) -> tuple[str, str]:
    return kind.__module__, kind.__qualname__


_APART = _name(_Apart)


def _maker_of(kind: type) -> Callable[..., object]:
    """Return what makes a value of a type of all its values, in the order of its fields."""
    if not issubclass(kind, Struct):
        return kind
    names = kind.__struct_fields__
    text = f"lambda {', '.join(names)}: make({', '.join(f'{name}={name}' for name in names)})"
    return eval(text, {"make": kind})  # type: ignore[no-any-return]  # noqa: S307 -- a mapping of names takes three times as long


def _values_of(kind: type) -> Callable[[Any], tuple[object, ...]]:
    """Return what gives the values of a type that make another one like it."""
    if issubclass(kind, Enum):
        return lambda one: (one.value,)
    if not issubclass(kind, Struct):
        raise TypeError(kind.__qualname__)
    names = kind.__struct_fields__
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda one: (get(one),)
