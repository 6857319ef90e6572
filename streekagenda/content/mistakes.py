"""Checks one record against its declaration, and says each mistake in our own codes at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from streekagenda.content.declarations.fields import Written
from streekagenda.content.declarations.keys import dutch_name, mappings_at, mappings_in, names
from streekagenda.content.nearest import nearest
from streekagenda.diagnostics import Diagnostic, problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from streekagenda.content.records import Record

Declared = TypeVar("Declared", bound=Written)

_CODES = {
    "missing": "missing-key",
    "string_type": "not-text",
    "dict_type": "not-a-mapping",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "too_long": "list-too-long",
}
"""pydantic's names of what can be wrong, and our codes."""


def believe(record: Record, declaration: type[Declared]) -> Declared | list[Diagnostic]:
    """Return what the record says, or every mistake in its shape."""
    try:
        return declaration.model_validate(record.document)
    except ValidationError as error:
        found = [
            _diagnostic(details, record, declaration)
            for details in error.errors(include_url=False, include_context=True)
        ]
    meant = {one.suggestion for one in found if one.code == "unknown-key-near"}
    return [one for one in found if one.code != "missing-key" or not meant & {value for _, value in one.values}]


def _diagnostic(details: ErrorDetails, record: Record, declaration: type[Written]) -> Diagnostic:
    path = details["loc"]
    key = str(path[-1]) if path else ""
    if details["type"] == "missing":
        return problem("missing-key", record.at(path[:-1]), key=key, dutch=_dutch(declaration, path))
    if details["type"] == "extra_forbidden":
        return _unknown_key(record, declaration, path)
    values: dict[str, Any] = {"key": _name(path), **details.get("ctx", {})}
    code = str(values.pop("code", _CODES.get(details["type"], "bad-value")))
    if code == "not-text":
        values["value"] = type(details["input"]).__name__
    return problem(code, record.at(path), **values)


def _unknown_key(record: Record, declaration: type[Written], path: tuple[str | int, ...]) -> Diagnostic:
    key, written = str(path[-1]), record.key_as_written(path)
    location = record.at(path, key=True)
    mappings = mappings_at(declaration, path[:-1])
    fields = {name: field for mapping in mappings for name, field in names(mapping).items()}
    holders = [
        f"{dutch_name(field) or name}:"
        for name, field in fields.items()
        if any(key in names(inner) for inner in mappings_in(field.annotation))
    ]
    if holders:
        return problem("misplaced-key", location, key=written, holders=", ".join(holders))
    known = [*fields, *(dutch for field in fields.values() if (dutch := dutch_name(field)))]
    near = nearest(written, known)
    if near is None:
        dutch = ", ".join(dutch_name(field) or name for name, field in fields.items())
        return problem("unknown-key", location, key=written, known=", ".join(fields), dutch=dutch)
    return problem("unknown-key-near", location, key=written, near=near, suggestion=near)


def _dutch(declaration: type[Written], path: tuple[str | int, ...]) -> str:
    key = str(path[-1])
    for mapping in mappings_at(declaration, path[:-1]):
        if key in names(mapping):
            return dutch_name(names(mapping)[key]) or key
    return key


def _name(path: tuple[str | int, ...]) -> str:
    """Return the key that a path ends in, without list positions and the names of alternatives."""
    keys = [part for part in path if isinstance(part, str) and part not in {"text", "mapping", "phrase", "id"}]
    return keys[-1] if keys else ""
