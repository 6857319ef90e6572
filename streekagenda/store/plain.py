"""Values of the model as JSON, and back: what a store can hold.

Text, numbers, truth values and ``None`` are themselves. Everything else is a list that begins with its type: a tuple its
items, a date or a time its ISO 8601 form, an enumeration its value, a structure a mapping
of the fields that are not as they are by default.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

from msgspec import NODEFAULT, Struct

if TYPE_CHECKING:
    from streekagenda.store.store import Json

TUPLE, DATE, TIME, SECONDS = "tuple", "date", "time", "seconds"


def to_plain(value: object) -> Json:
    """Return a value as JSON; raises TypeError for a type that has no form here."""
    if value is None or type(value) in {str, int, bool}:
        return value  # type: ignore[return-value]
    if isinstance(value, tuple):
        return [TUPLE, *map(to_plain, value)]
    if type(value) is date:
        return [DATE, value.isoformat()]
    if type(value) is time and value.tzinfo is None and not value.fold:
        return [TIME, value.isoformat()]
    if type(value) is timedelta and not value.microseconds:
        return [SECONDS, value.days * 86_400 + value.seconds]
    if isinstance(value, Enum):
        return [type(value).__name__, to_plain(value.value)]
    if isinstance(value, Struct):
        names, defaults = value.__struct_fields__, value.__struct_defaults__
        by_default = dict(zip(reversed(names), reversed(defaults), strict=False))
        said = ((name, getattr(value, name)) for name in names)
        return [
            type(value).__name__,
            {name: to_plain(one) for name, one in said if one is not by_default.get(name, NODEFAULT)},
        ]
    raise TypeError(type(value).__name__)


def from_plain(value: Json, types: Mapping[str, type]) -> Any:  # noqa: ANN401 -- the type stands in the value
    """Return the value that :func:`to_plain` wrote; raises ValueError where it is none, or not of these ``types``."""
    try:
        return _from_plain(value, {**_FORMS, **types})
    except (AttributeError, KeyError, OverflowError, RecursionError, TypeError) as error:
        raise ValueError(str(error)) from error


def _from_plain(value: Json, makers: Mapping[str, Callable[..., object]]) -> object:
    if not isinstance(value, list):
        return value
    name, *rest = value
    if name == TUPLE:
        return tuple([_from_plain(one, makers) for one in rest])
    if rest and isinstance(rest[0], dict):
        return makers[name](**{key: _from_plain(one, makers) for key, one in rest[0].items()})
    return makers[name](*rest)


_FORMS: Mapping[str, Callable[..., object]] = {
    DATE: date.fromisoformat,
    TIME: time.fromisoformat,
    SECONDS: lambda seconds: timedelta(seconds=seconds),
}
