"""JSON Schemas of content files (draft 2020-12), made from the declarations.

Each key stands in them twice, in English and by its Dutch name. Editors read YAML numbers as numbers where we read the
text that stands there, so that a text may be a number too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from streekagenda.content.declarations.files import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_LIST_LIMIT = 1000
"""Marks a list that may also be written as one item, see ``declarations.fields.one_or_list``."""


def schemas() -> dict[str, str]:
    """Return the JSON text of the schema of each kind of file, by its kind."""
    return {kind: _text(kind) for kind in FILES}


def _text(kind: str) -> str:
    schema = FILES[kind].model_json_schema(by_alias=True)
    for part in _objects(schema):
        _finish(part)
    whole = {"$schema": DRAFT, **schema, "title": kind}
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 -- JSON
    if isinstance(value, dict):
        inner = list(value.values())
        yield value
        for one in inner:
            yield from _objects(one)
    elif isinstance(value, list):
        for one in value:
            yield from _objects(one)


def _finish(schema: dict[str, Any]) -> None:
    """Change one schema object in place: both names, one or a list, text that looks like a number."""
    properties = schema.get("properties")
    if isinstance(properties, dict) and schema.get("type") == "object":
        dutch = {name: one["nl"] for name, one in properties.items() if isinstance(one, dict) and one.get("nl")}
        for one in properties.values():
            one.pop("nl", None)
        for name, twin in dutch.items():
            if twin != name:
                properties[twin] = {**properties[name], "description": f"Dutch for {name}."}
        required = schema.pop("required", [])
        both = [
            {"anyOf": [{"required": [name]}, {"required": [dutch[name]]}]}
            if dutch.get(name, name) != name
            else {"required": [name]}
            for name in required
        ]
        if both:
            schema["allOf"] = both
    if schema.get("type") == "array" and "maxLength" in schema:
        schema["maxItems"] = schema.pop("maxLength")  # pydantic's word for the length of a tuple too
    if schema.get("type") == "array" and schema.get("maxItems") == _LIST_LIMIT:
        as_list = {key: schema.pop(key) for key in ("type", "maxItems", "items") if key in schema}
        schema["anyOf"] = [as_list["items"], as_list]
    if schema.get("type") == "string" and "enum" not in schema and "format" not in schema:
        schema["type"] = ["string", "number"]
