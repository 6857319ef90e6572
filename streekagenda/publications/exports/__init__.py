"""The calendar as data: ``/api/v1/``, for websites and apps of others, with a JSON Schema and an OpenAPI description.

What stands here is a promise to programs that we do not know: version 1 gains fields, and loses or changes none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.json_text import json_file
from streekagenda.model.selection import Selection
from streekagenda.output import Output
from streekagenda.publications.exports.descriptions import openapi, schema
from streekagenda.publications.exports.shapes import Shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.formats.json_text import Json
    from streekagenda.publications.site import Site

FOLDER = "api/v1"


def outputs(site: Site) -> Iterator[Output]:
    """Yield the data of a site: one file per kind of thing, and what describes them."""
    shapes = Shapes(site)
    calendar, region = site.calendar, site.region
    ahead = site.index.select(Selection(), site.today)
    documents: dict[str, Json] = {
        "region": shapes.region(),
        "areas": {"areas": [shapes.area(one) for one in region.all_areas()]},
        "organisations": {"organisations": [shapes.organisation(one) for one in calendar.organisations if one.id]},
        "places": {"places": [shapes.place(one) for one in calendar.places if one.id]},
        "campaigns": {"campaigns": [shapes.campaign(one) for one in calendar.campaigns]},
        "events": {"events": [shapes.event(one) for one in calendar.events]},
        "occurrences": {"occurrences": [shapes.occurrence(one) for one in ahead if one.moved_to is None]},
        "schema": schema(site.addresses.absolute(f"{FOLDER}/schema.json")),
        "openapi": openapi(site.addresses.absolute(f"{FOLDER}/"), site.region.title.first),
    }
    for name, document in documents.items():
        yield Output(path=f"{FOLDER}/{name}.json", content=json_file(document))
