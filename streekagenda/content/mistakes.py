"""Checks one record against its declaration, and says each mistake in our own codes at its line."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct
from pydantic import ValidationError

from streekagenda.content.declarations.fields import Written
from streekagenda.content.declarations.key_names import canonical
from streekagenda.content.declarations.keys import dutch_name, mappings_at, names
from streekagenda.content.examples import example_at
from streekagenda.content.unknown_keys import unknown_key
from streekagenda.diagnostics import Diagnostic, diagnostic, problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

    from streekagenda.content.records import Record
    from streekagenda.content.yaml_text import Value

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


class Believed(Struct, Generic[Declared], frozen=True, kw_only=True):
    """What a record says, as far as it could be believed."""

    written: Declared | None
    """``None`` when nothing could be made of it."""
    diagnostics: tuple[Diagnostic, ...] = ()
    passed_over: frozenset[str] = frozenset()
    """Keys whose value in ``written`` is not what the author wrote, since that was wrong or missing."""


def believe(record: Record, declaration: type[Declared]) -> Believed[Declared]:
    """Return what the record says, and every mistake in its shape.

    What is right in it is returned beside the mistakes, so that all others can be found in the same run.
    """
    try:
        return Believed(written=declaration.model_validate(record.document))
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=True)
    found = [_diagnostic(details, record, declaration) for details in errors]
    meant = {one.suggestion for one in found if one.code == "unknown-key-near"}
    kept = [
        one for one in found if not one.code.startswith("missing-key") or not meant & {value for _, value in one.values}
    ]
    rest = _without_mistakes(record, errors)
    fields = names(declaration)
    stand_ins = {
        key: value
        for key, value in _STAND_INS.items()
        if key in fields and fields[key].is_required() and key not in rest
    }
    try:
        written = declaration.model_validate({**stand_ins, **rest})
    except ValidationError:
        return Believed(written=None, diagnostics=tuple(kept))
    passed_over = {str(details["loc"][0]) for details in errors if details["loc"]}
    passed_over |= stand_ins.keys() | {canonical(one) for one in meant if one}
    return Believed(written=written, diagnostics=tuple(kept), passed_over=frozenset(passed_over))


_STAND_INS: dict[str, Value] = {
    "title": "?",
    "name": "?",
    "when": "2000-01-01 10:00-11:00",
    "topics": ["?"],
    "area": "?",
    "url": "https://example.org/",
}
"""Stand in for a required value that is missing or wrong, while the rest of its file is looked at."""


def _without_mistakes(record: Record, errors: Sequence[ErrorDetails]) -> dict[str, Value]:
    """Return the document without its unknown keys, and without the keys of which the value is wrong."""
    rest = copy.deepcopy(dict(record.document))
    for details in errors:
        path = details["loc"]
        holder: Value = rest
        for part in path[:-1] if details["type"] == "extra_forbidden" else ():
            if (isinstance(holder, dict) and isinstance(part, str) and part in holder) or (
                isinstance(holder, list) and isinstance(part, int)
            ):
                holder = holder[part]  # type: ignore[index]
        if path and isinstance(holder, dict):
            holder.pop(str(path[-1] if details["type"] == "extra_forbidden" else path[0]), None)
    return rest


def _diagnostic(details: ErrorDetails, record: Record, declaration: type[Written]) -> Diagnostic:
    path = details["loc"]
    key = str(path[-1]) if path else ""
    if details["type"] == "missing":
        dutch = _dutch(declaration, path)
        code = "missing-key" if dutch != key else "missing-key-alike"
        said = dutch if record.is_dutch else key
        if correction := record.addition(path[:-1], f"{said}: …"):
            return problem("missing-key-in-braces", record.at(path[:-1]), correction=correction, said=said, key=key)
        if record.has_key(path):
            return problem("missing-key-empty", record.at(path, key=True), said=record.key_as_written(path), key=key)
        return problem(code, record.at(path[:-1]), key=key, dutch=dutch)
    if details["type"] == "extra_forbidden":
        return unknown_key(record, declaration, path)
    values: dict[str, Any] = {"key": record.key_as_written(path), **details.get("ctx", {})}
    code = str(values.pop("code", _CODES.get(details["type"], "bad-value")))
    if code == "not-a-mapping" and (example := example_at(declaration, path, details["input"])):
        code, (values["example"], values["dutch"]) = "not-a-mapping-such-as", example
    if code == "not-text":
        values["value"] = type(details["input"]).__name__
    suggestion, certain = values.pop("suggestion", None), bool(values.pop("certain", ""))
    correction = record.correction(path, suggestion, certain=certain) if suggestion else None
    return diagnostic(code, record.at(path), values, suggestion=suggestion, correction=correction)


def _dutch(declaration: type[Written], path: tuple[str | int, ...]) -> str:
    key = str(path[-1])
    for mapping in mappings_at(declaration, path[:-1]):
        if key in names(mapping):
            return dutch_name(names(mapping)[key]) or key
    return key
