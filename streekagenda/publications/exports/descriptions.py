"""What describes the data to programs: a JSON Schema of every shape, and the files in terms of OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.publications.exports.schemas import definitions, reference

if TYPE_CHECKING:
    from streekagenda.formats.json_text import JsonObject

VERSION = "1.0"
"""A later 1.x has more fields, and all of these."""

FILES = {
    "areas": ("Area", "Municipalities, neighbourhoods and villages."),
    "organisations": ("Organisation", "The partners."),
    "places": ("Place", "Meeting places and venues."),
    "campaigns": ("Campaign", "Periods and themes that gather activities."),
    "events": ("Event", "Activities, without their dates."),
    "occurrences": (
        "Occurrence",
        "The dates from today on, in order of time: of what repeats without an end those up to the horizon, at least one.",
    ),
}
"""The files that hold a list under their own name: the shape of its members, and what it is."""


def schema(address: str) -> JsonObject:
    """Return the schemas of all shapes as one document, which stands at an absolute address."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "Streekagenda API 1",
        "$defs": definitions("#/$defs"),
    }


def openapi(folder: str, title: str) -> JsonObject:
    """Return the description of all files; ``folder`` is their absolute address."""
    below = "#/components/schemas"
    paths: JsonObject = {
        "/region.json": _path("region", "The region and its vocabularies.", reference("Region", below))
    }
    for name, (shape, description) in FILES.items():
        listed: JsonObject = {
            "type": "object",
            "properties": {name: {"type": "array", "items": reference(shape, below)}},
            "required": [name],
        }
        paths[f"/{name}.json"] = _path(name, description, listed)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": VERSION,
            "description": "Files that change when the site does. Ask with If-None-Match. Fields may be added.",
        },
        "servers": [{"url": folder.removesuffix("/")}],
        "paths": paths,
        "components": {"schemas": definitions(below)},
    }


def _path(name: str, description: str, schema: JsonObject) -> JsonObject:
    return {
        "get": {
            "operationId": name,
            "summary": description,
            "responses": {"200": {"description": description, "content": {"application/json": {"schema": schema}}}},
        }
    }
