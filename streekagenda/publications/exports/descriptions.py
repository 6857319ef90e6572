"""What describes the data to programs: a JSON Schema of every file, and all of them in terms of OpenAPI 3.1.

Both are made of the shapes in ``schemas`` and of the list of files here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.publications.exports.examples import EXAMPLES
from streekagenda.publications.exports.schemas import MONTH, definitions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.formats.json_text import Json, JsonObject

VERSION = "1.0.0"
"""A later 1.x has more fields, and all of these."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class File(Struct, frozen=True, kw_only=True):
    """One file, or one for each month."""

    name: str
    """Its path below ``/api/v1/``, without ``.json``."""
    shape: str
    """The name of its schema among the definitions."""
    summary: str

    @property
    def schema(self) -> str:
        """The path of its schema below ``/api/v1/``."""
        return f"schema/{self.name.removesuffix('/{month}')}{'-of-month' if self.of_month else ''}.json"

    @property
    def of_month(self) -> bool:
        """Whether there is one for each month."""
        return self.name.endswith("{month}")


FILES = (
    File(name="region", shape="Region", summary="The region, its languages and its vocabularies."),
    File(name="areas", shape="Areas", summary="Municipalities, neighbourhoods and villages."),
    File(name="organisations", shape="Organisations", summary="The partners."),
    File(name="places", shape="Places", summary="Meeting places and venues."),
    File(name="campaigns", shape="Campaigns", summary="Periods and themes that gather activities."),
    File(name="events", shape="Events", summary="Activities, without their dates."),
    File(name="occurrences", shape="Occurrences", summary="The next dates, and which months there are."),
    File(name="occurrences/{month}", shape="OccurrencesOfMonth", summary="All dates that begin in one month."),
)


def schema(file: File, folder: str) -> JsonObject:
    """Return the JSON Schema of a file, with all that it refers to; ``folder`` is the absolute address of the API."""
    whole, reached = definitions("#/$defs"), _reached(file.shape)
    return {
        "$schema": DRAFT,
        "$id": folder + file.schema,
        "title": file.summary,
        "$ref": f"#/$defs/{file.shape}",
        "$defs": {name: whole[name] for name in whole if name in reached},
    }


def openapi(folder: str, title: str) -> JsonObject:
    """Return the description of all files; ``folder`` is their absolute address."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": VERSION,
            "description": "Static files, made anew when the calendar changes; ask with If-None-Match. A text is an "
            "object of languages to words, an id refers to a thing in another file, and what is not known is left out. "
            "Version 1 may gain fields; it loses none.",
        },
        "servers": [{"url": folder.removesuffix("/")}],
        "paths": {f"/{file.name}.json": _path(file) for file in FILES},
        "components": {"schemas": definitions("#/components/schemas")},
    }


def _path(file: File) -> JsonObject:
    found: JsonObject = {
        "operationId": file.shape[:1].lower() + file.shape[1:],
        "summary": file.summary,
        "responses": {
            "200": {
                "description": file.summary,
                "content": {
                    "application/json": {
                        "schema": {"$ref": f"#/components/schemas/{file.shape}"},
                        "examples": {"made-up": {"value": EXAMPLES[file.shape]}},
                    }
                },
            },
            **({"404": {"description": "A month without dates."}} if file.of_month else {}),
        },
    }
    if file.of_month:
        month: JsonObject = {"name": "month", "in": "path", "required": True, "schema": MONTH, "example": "2026-10"}
        found["parameters"] = [month]
    return {"get": found}


def _reached(shape: str) -> set[str]:
    """Return the names of a shape and of all that it refers to."""
    found: set[str] = set()
    ahead = [shape]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += _referred_to()[name]
    return found


@cache
def _referred_to() -> dict[str, frozenset[str]]:
    """Return the names of the shapes that each refers to, by its own."""
    return {name: frozenset(_references(one)) for name, one in definitions("#").items()}


def _references(schema: Json) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref" and isinstance(value, str):
                yield value.rpartition("/")[2]
            else:
                yield from _references(value)
    elif isinstance(schema, list):
        for one in schema:
            yield from _references(one)
