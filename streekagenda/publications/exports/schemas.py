"""JSON Schemas (draft 2020-12) of the shapes. They say what is certain; later fields are allowed.

The shape of a file stands here beside those of what is in it; its example is made of theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.details import BookingState, Status
from streekagenda.model.organisation import OrganisationKind
from streekagenda.publications.exports.examples import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streekagenda.formats.json_text import JsonObject


def definitions(below: str) -> dict[str, JsonObject]:
    """Return the schema of every shape by its name; ``below`` is where the document holds them (``#/$defs``)."""
    found = _shapes(below)
    return {
        name: {**schema, "examples": [EXAMPLES[name]]} if name in EXAMPLES else schema for name, schema in found.items()
    }


def _shapes(below: str) -> dict[str, JsonObject]:
    def ref(name: str) -> JsonObject:
        return {"$ref": f"{below}/{name}"}

    def listed(name: str, shape: str) -> JsonObject:
        return _object({name: _list(ref(shape))}, (name,))

    dates = _list(ref("Occurrence"))
    where = {"place": _ID, "location": ref("Location"), "online": _URL, "area": _ID}
    return {
        "Text": {
            "description": "A text in one or more languages (BCP 47).",
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {"type": "string"},
        },
        "Term": _object({"id": _ID, "name": ref("Text"), "icon": _STRING}, ("id", "name")),
        "Price": _object({"amount": _AMOUNT, "currency": {"const": "EUR"}, "text": ref("Text")}, ()),
        "Contact": _object({"name": _STRING, "phone": _STRING, "email": _STRING}, ()),
        "Image": _object({"url": _URL, "alt": ref("Text")}, ("url", "alt")),
        "Booking": _object(
            {
                "required": _BOOLEAN,
                "state": _one_of(BookingState),
                "url": _URL,
                "phone": _STRING,
                "email": _STRING,
                "until": _said("The last day to sign up, inclusive.", _DATE),
                "capacity": _COUNT,
                "note": ref("Text"),
            },
            ("required", "state"),
        ),
        "Location": _object(_location(ref("Text")), ("name",)),
        "Region": _object(
            {
                "title": ref("Text"),
                "url": _URL,
                "timezone": _said("The IANA zone of all wall-clock times.", _STRING),
                "languages": _said("BCP 47; the first is the default.", _list(_STRING)),
                "topics": _list(ref("Term")),
                "audiences": _list(ref("Term")),
                "facilities": _list(ref("Term")),
            },
            ("title", "url", "timezone", "languages", "topics", "audiences", "facilities"),
        ),
        "Area": _object(
            {
                "id": _ID,
                "name": ref("Text"),
                "above": _said("The areas that hold it, the municipality first.", _list(_ID)),
                "code": _said("The code of Statistics Netherlands; belongs to code_year.", _STRING),
                "code_year": {"type": "integer"},
                "also_known_as": _list(_STRING),
                "url": _URL,
                "ics": _URL,
            },
            ("id", "name", "url", "ics"),
        ),
        "Organisation": _object(
            {
                "id": _ID,
                "name": ref("Text"),
                "kind": _one_of(OrganisationKind),
                "area": _ID,
                "website": _URL,
                "email": _STRING,
                "phone": _STRING,
                "url": _URL,
                "ics": _URL,
            },
            ("id", "name", "kind", "url", "ics"),
        ),
        "Place": _object(
            {
                "id": _ID,
                **_location(ref("Text")),
                "organisation": _said("Who runs it.", _ID),
                "facilities": _list(_ID),
                "directions": ref("Text"),
                "website": _URL,
                "phone": _STRING,
                "url": _URL,
                "ics": _URL,
            },
            ("id", "name", "url", "ics"),
        ),
        "Campaign": _object(
            {
                "id": _ID,
                "title": ref("Text"),
                "first": _DATE,
                "last": _said("Inclusive.", _DATE),
                "organisers": _list(_ID),
                "url": _URL,
                "ics": _URL,
            },
            ("id", "title", "url", "ics"),
        ),
        "When": _said(
            "When an activity is, in words; all but the full description leave out what lies behind.",
            _object(
                {
                    "badge": _said("Its days, for a chip of 30 characters.", ref("Text")),
                    "line": _said("Days and hours, for a list.", ref("Text")),
                    "sentence": _said("One sentence, of 155 characters where that can be.", ref("Text")),
                    "full": _said("All of it, in several sentences.", ref("Text")),
                    "spoken": _said("All of it, for a voice: without figures.", ref("Text")),
                },
                ("badge", "line", "sentence", "full", "spoken"),
            ),
        ),
        "Event": _object(
            {
                "id": _ID,
                "uid": _said("The UID of its main entry in the feeds.", _STRING),
                "title": ref("Text"),
                "summary": ref("Text"),
                "when": ref("When"),
                "organisers": _list(_ID),
                **where,
                "topics": _list(_ID),
                "audiences": _said("For whom; left out where it is for everyone.", _list(_ID)),
                "campaigns": _list(_ID),
                "status": _one_of(Status),
                "price": ref("Price"),
                "booking": _said("How to sign up; left out where one simply walks in.", ref("Booking")),
                "facilities": _list(_ID),
                "languages": _list(_STRING),
                "contact": ref("Contact"),
                "image": ref("Image"),
                "created": _INSTANT,
                "modified": _INSTANT,
                "sequence": _said("Seconds from created to modified: it never falls.", _COUNT),
                "confirmed": _said("When somebody last looked at it; left out where nothing tells.", _DATE),
                "aliases": _said("Ids that it had before.", _list(_ID)),
                "url": _URL,
                "ics": _URL,
            },
            ("id", "uid", "title", "when", "status", "created", "modified", "sequence", "url", "ics"),
        ),
        "Occurrence": _object(
            {
                "event": _said("The id of the event that this is a date of.", _ID),
                "title": ref("Text"),
                "start": _WHEN,
                "end": _said("Left out where it is not known; the last day, inclusive, for whole days.", _WHEN),
                "all_day": _BOOLEAN,
                "planned": _said("For a moved date: when it was planned.", _WHEN),
                "status": _one_of(Status),
                "note": ref("Text"),
                **where,
                "price": ref("Price"),
                "booking": _one_of(BookingState),
                "url": _URL,
            },
            ("event", "title", "start", "all_day", "status", "url"),
        ),
        "Month": _object({"month": MONTH, "occurrences": _COUNT, "url": _URL}, ("month", "occurrences", "url")),
        "Areas": listed("areas", "Area"),
        "Organisations": listed("organisations", "Organisation"),
        "Places": listed("places", "Place"),
        "Campaigns": listed("campaigns", "Campaign"),
        "Events": listed("events", "Event"),
        "Occurrences": _object(
            {
                "from": _said("The day of this edition of the site.", _DATE),
                "coming": _said("The next dates, at most a hundred: enough for a list on a home page.", dates),
                "months": _said("Every month in which a date begins, the archive first.", _list(ref("Month"))),
            },
            ("from", "coming", "months"),
        ),
        "OccurrencesOfMonth": _object(
            {"month": MONTH, "occurrences": _said("In order of time; each date is in one month only.", dates)},
            ("month", "occurrences"),
        ),
    }


MONTH: JsonObject = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"}

_COUNT: JsonObject = {"type": "integer", "minimum": 0}
_STRING: JsonObject = {"type": "string"}
_BOOLEAN: JsonObject = {"type": "boolean"}
_ID: JsonObject = {"type": "string", "pattern": "^[a-z0-9/-]+$"}
_URL: JsonObject = {"type": "string", "format": "uri"}
_DATE: JsonObject = {"type": "string", "format": "date"}
_INSTANT: JsonObject = {"type": "string", "format": "date-time"}
_WHEN: JsonObject = {"description": "A date for whole days.", "anyOf": [_INSTANT, _DATE]}
_AMOUNT: JsonObject = {"type": "string", "pattern": "^[0-9]+\\.[0-9]{2}$"}


def _location(text: JsonObject) -> JsonObject:
    return {
        "name": text,
        "street": _STRING,
        "postcode": _STRING,
        "city": _STRING,
        "area": _ID,
        "latitude": _said("WGS 84, in degrees.", {"type": "number"}),
        "longitude": {"type": "number"},
    }


def _object(properties: JsonObject, required: Iterable[str]) -> JsonObject:
    return {"type": "object", "properties": properties, "required": list(required)}


def _list(of: JsonObject) -> JsonObject:
    return {"type": "array", "items": of}


def _one_of(values: Iterable[str]) -> JsonObject:
    return {"type": "string", "enum": [str(value) for value in values]}


def _said(description: str, schema: JsonObject) -> JsonObject:
    return {"description": description, **schema}
