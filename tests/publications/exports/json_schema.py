"""A small judge of JSON against a JSON Schema: the keywords that our schemas use, and an error for any other."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}
_ANNOTATIONS = {"description", "title", "$schema", "$id", "$defs"}


def complaints(data: Any, schema: dict[str, Any], whole: dict[str, Any], at: str = "$") -> list[str]:
    """What is wrong with the data; keys that a schema does not name are complained of too."""
    found: list[str] = []
    for keyword, wanted in schema.items():
        match keyword:
            case "$ref":
                found += complaints(data, resolve(wanted, whole), whole, at)
            case "type":
                if not isinstance(data, _TYPES[wanted]) or (wanted != "boolean" and isinstance(data, bool)):
                    return [f"{at}: {data!r} is no {wanted}"]
            case "required":
                found += [f"{at}: no {name}" for name in wanted if name not in data]
            case "properties":
                for name, value in data.items():
                    if name in wanted:
                        found += complaints(value, wanted[name], whole, f"{at}.{name}")
                    else:
                        found.append(f"{at}: what is {name}?")
            case "additionalProperties":
                for name, value in data.items():
                    found += complaints(value, wanted, whole, f"{at}.{name}")
            case "minProperties":
                found += [f"{at}: too few"] if len(data) < wanted else []
            case "items":
                for number, item in enumerate(data):
                    found += complaints(item, wanted, whole, f"{at}[{number}]")
            case "enum":
                found += [] if data in wanted else [f"{at}: {data!r} is none of {wanted}"]
            case "const":
                found += [] if data == wanted else [f"{at}: {data!r}"]
            case "pattern":
                found += [] if re.search(wanted, data) else [f"{at}: {data!r} does not fit"]
            case "minimum":
                found += [] if data >= wanted else [f"{at}: {data} is too small"]
            case "anyOf":
                if all(complaints(data, one, whole, at) for one in wanted):
                    found.append(f"{at}: {data!r} fits nothing")
            case "format":
                found += [] if _has_format(data, wanted) else [f"{at}: {data!r} is no {wanted}"]
            case _ if keyword not in _ANNOTATIONS:
                found.append(f"{at}: unknown keyword {keyword}")
    return found


def resolve(reference: str, whole: dict[str, Any]) -> dict[str, Any]:
    """What a reference within the document points at."""
    found: Any = whole
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return found


def _has_format(data: str, name: str) -> bool:
    try:
        if name == "date":
            return date.fromisoformat(data).isoformat() == data
        if name == "date-time":
            return datetime.fromisoformat(data).tzinfo is not None and "T" in data
    except ValueError:
        return False
    assert name == "uri"
    return bool(urlsplit(data).scheme and urlsplit(data).netloc) and " " not in data
