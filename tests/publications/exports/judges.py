"""Independent judges of JSON against JSON Schema, and of OpenAPI against its meta-schema."""

from __future__ import annotations

from typing import Any

import jsonschema
import openapi_spec_validator

FORMATS = jsonschema.Draft202012Validator.FORMAT_CHECKER


def complaints(data: Any, schema: dict[str, Any]) -> list[str]:
    """What is wrong with the data; keys that a schema does not name are complained of too."""
    jsonschema.Draft202012Validator.check_schema(schema)
    judge = jsonschema.Draft202012Validator(closed(schema), format_checker=FORMATS)
    return sorted(f"{error.json_path}: {error.message}" for error in judge.iter_errors(data))


def closed(schema: Any) -> Any:
    """The same schema, in which an object has no other keys than those that are named."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: value if key in {"examples", "example", "enum"} else closed(value) for key, value in schema.items()}
    return {"additionalProperties": False, **inner} if schema.get("type") == "object" else inner


def openapi_complaints(description: dict[str, Any]) -> list[str]:
    """What is wrong with an OpenAPI 3.1 description."""
    return [error.message for error in openapi_spec_validator.OpenAPIV31SpecValidator(description).iter_errors()]
