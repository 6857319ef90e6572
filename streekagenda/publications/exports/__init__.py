"""The calendar as data: ``/api/v1/``, for websites and apps of others, with JSON Schemas and an OpenAPI description.

What stands here is a promise to programs that we do not know: version 1 gains fields, and loses or changes none.
"""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING

from streekagenda.formats.json_text import file_of, json_file, json_list, json_object, json_text
from streekagenda.model.selection import Selection
from streekagenda.output import Output, ready
from streekagenda.publications.editions.coming import between, over
from streekagenda.publications.exports.descriptions import FILES, openapi, schema
from streekagenda.publications.exports.shapes import Shapes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from streekagenda.formats.json_text import Json, JsonObject
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.site import Site

FOLDER = "api/v1"
FIRST_DATES = 100
"""So many dates stand in the file that lists the months."""


def outputs(site: Site) -> Iterator[Output]:
    """Yield the data of a site: one file per kind of thing, one per month of dates, and what describes them."""
    shapes = Shapes(site)
    calendar, region = site.calendar, site.region
    documents: dict[str, Json] = {
        "region": shapes.region(),
        "areas": {"areas": [shapes.area(one) for one in region.all_areas()]},
        "organisations": {"organisations": [shapes.organisation(one) for one in calendar.organisations if one.id]},
        "places": {"places": [shapes.place(one) for one in calendar.places if one.id]},
        "campaigns": {"campaigns": [shapes.campaign(one) for one in calendar.campaigns]},
        "events": {"events": [shapes.event(one) for one in calendar.events]},
    }
    for name, document in documents.items():
        yield ready(f"{FOLDER}/{name}.json", json_file(document))
    for name, texts in _occurrences(site, shapes):
        yield ready(f"{FOLDER}/{name}.json", file_of(json_object(texts)))
    folder = site.addresses.absolute(f"{FOLDER}/")
    for file in FILES:
        yield ready(f"{FOLDER}/{file.schema}", json_file(schema(file, folder)))
    yield ready(f"{FOLDER}/openapi.json", json_file(openapi(folder, region.title.first)))


def _occurrences(site: Site, shapes: Shapes) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the files of dates: one for each month in which any begins, and the small one that lists these.

    Their values are JSON as text, since most of a date is what it has in common with others and is written but once. They hold what the lists on pages hold: not the dates of what faded, nor the traces of dates that moved away.
    """
    months: list[JsonObject] = []
    for (year, number), dates in groupby(_dates(site), key=_month):
        month = f"{year:04}-{number:02}"
        name = f"occurrences/{month}"
        written = [shapes.occurrence(one) for one in dates]
        yield name, {"month": json_text(month), "occurrences": json_list(written)}
        url = site.addresses.absolute(f"{FOLDER}/{name}.json")
        months.append({"month": month, "occurrences": len(written), "url": url})
    ahead = (one for one in _dates(site, site.today) if not over(one.moment, site.timeline.now))
    coming = [shapes.occurrence(one) for one in islice(ahead, FIRST_DATES)]
    today = site.today.isoformat()
    yield "occurrences", {"from": json_text(today), "coming": json_list(coming), "months": json_text(months)}


def _dates(site: Site, first: date | None = None) -> Iterator[Occurrence]:
    return (one for one in between(site, Selection(), first) if one.moved_to is None)


def _month(one: Occurrence) -> tuple[int, int]:
    day = one.moment.first
    return day.year, day.month
