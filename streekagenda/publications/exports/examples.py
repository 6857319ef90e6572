"""One made-up example of every shape, as it stands in the schemas and in the OpenAPI description; a test holds them right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streekagenda.formats.json_text import JsonObject

_SITE = "https://agenda.example.nl/"

_TEXT: JsonObject = {"nl": "Koffie-inloop", "en": "Coffee morning"}
_TERM: JsonObject = {"id": "ontmoeten", "name": {"nl": "Ontmoeten", "en": "Meeting people"}, "icon": "kop"}
_PRICE: JsonObject = {"amount": "2.50", "currency": "EUR"}
_CONTACT: JsonObject = {"name": "De gastvrouw", "phone": "0570 00 00 10", "email": "koffie@example.org"}
_IMAGE: JsonObject = {"url": f"{_SITE}media/koffie.jpg", "alt": {"nl": "Een kop koffie"}}
_BOOKING: JsonObject = {
    "required": True,
    "state": "open",
    "phone": "0570 00 00 11",
    "until": "2026-10-09",
    "capacity": 20,
}
_LOCATION: JsonObject = {
    "name": {"nl": "Zaaltje achter de kerk"},
    "street": "Kerkstraat 1",
    "postcode": "7411 AA",
    "city": "Deventer",
    "latitude": 52.2512,
    "longitude": 6.1601,
}
_REGION: JsonObject = {
    "title": {"nl": "Streekagenda"},
    "url": _SITE,
    "timezone": "Europe/Amsterdam",
    "languages": ["nl", "en"],
    "topics": [_TERM],
    "audiences": [{"id": "ouderen", "name": {"nl": "Ouderen"}}],
    "facilities": [{"id": "rolstoel", "name": {"nl": "Toegankelijk met een rolstoel"}}],
}
_AREA: JsonObject = {
    "id": "zandweerd",
    "name": {"nl": "Zandweerd"},
    "above": ["deventer"],
    "code": "WK015003",
    "code_year": 2024,
    "url": f"{_SITE}wijken/zandweerd/",
    "ics": f"{_SITE}feeds/area/zandweerd.ics",
}
_ORGANISATION: JsonObject = {
    "id": "de-kern",
    "name": {"nl": "De Kern"},
    "kind": "welfare",
    "area": "deventer",
    "website": "https://dekern.example.org/",
    "url": f"{_SITE}organisaties/de-kern/",
    "ics": f"{_SITE}feeds/organisation/de-kern.ics",
}
_PLACE: JsonObject = {
    "id": "huis-van-de-wijk",
    "name": {"nl": "Huis van de wijk"},
    "street": "Dorpsplein 1",
    "postcode": "7411 AA",
    "city": "Deventer",
    "area": "zandweerd",
    "facilities": ["rolstoel"],
    "directions": {"nl": "De ingang is aan de achterkant."},
    "url": f"{_SITE}plekken/huis-van-de-wijk/",
    "ics": f"{_SITE}feeds/place/huis-van-de-wijk.ics",
}
_CAMPAIGN: JsonObject = {
    "id": "week-tegen-eenzaamheid",
    "title": {"nl": "Week tegen Eenzaamheid"},
    "first": "2026-10-01",
    "last": "2026-10-08",
    "organisers": ["de-kern"],
    "url": f"{_SITE}campagnes/week-tegen-eenzaamheid/",
    "ics": f"{_SITE}feeds/campaign/week-tegen-eenzaamheid.ics",
}
_WHEN: JsonObject = {
    "badge": {"nl": "elke maandag", "en": "every Monday"},
    "line": {"nl": "elke maandag 10.00–12.00", "en": "every Monday 10:00–12:00"},
    "sentence": {
        "nl": (
            "Elke maandag van 10.00 tot 12.00 uur, behalve in juli en augustus; "
            "niet op maandag 12 oktober, maar op dinsdag 13 oktober."
        ),
        "en": (
            "Every Monday from 10:00 to 12:00, except in July and August; "
            "not on Monday 12 October, but on Tuesday 13 October."
        ),
    },
    "full": {
        "nl": (
            "Elke maandag van 10.00 tot 12.00 uur, vanaf 5 januari 2026. Niet in juli en augustus. "
            "Niet op 12 oktober 2026, maar op 13 oktober 2026."
        ),
        "en": (
            "Every Monday from 10:00 to 12:00, from 5 January 2026. Not in July and August. "
            "Not on 12 October 2026, but on 13 October 2026."
        ),
    },
    "spoken": {
        "nl": (
            "Elke maandag van tien uur 's ochtends tot twaalf uur 's middags. Niet in juli en augustus. "
            "Niet op twaalf oktober, maar op dertien oktober."
        ),
        "en": (
            "Every Monday from ten o'clock in the morning to noon. Not in July and August. "
            "Not on the twelfth of October, but on the thirteenth of October."
        ),
    },
}
_EVENT: JsonObject = {
    "id": "de-kern/koffie",
    "uid": "de-kern/koffie@agenda.example.nl",
    "title": _TEXT,
    "summary": {"nl": "Kom erbij. De koffie staat klaar.", "en": "Join us. Coffee is ready."},
    "when": _WHEN,
    "organisers": ["de-kern"],
    "place": "huis-van-de-wijk",
    "area": "zandweerd",
    "topics": ["ontmoeten"],
    "audiences": ["ouderen"],
    "status": "scheduled",
    "price": _PRICE,
    "booking": _BOOKING,
    "created": "2026-01-05T09:00:00Z",
    "modified": "2026-08-20T13:30:00Z",
    "sequence": 19629000,
    "confirmed": "2026-08-20",
    "url": f"{_SITE}activiteiten/de-kern/koffie/",
    "ics": f"{_SITE}feeds/event/de-kern/koffie.ics",
}
_OCCURRENCE: JsonObject = {
    "event": "de-kern/koffie",
    "title": _TEXT,
    "start": "2026-10-13T10:00:00+02:00",
    "end": "2026-10-13T12:00:00+02:00",
    "all_day": False,
    "planned": "2026-10-12T10:00:00+02:00",
    "status": "scheduled",
    "note": {"nl": "Een dag later dan anders."},
    "place": "huis-van-de-wijk",
    "area": "zandweerd",
    "price": _PRICE,
    "booking": "open",
    "url": f"{_SITE}activiteiten/de-kern/koffie/#2026-10-13",
}
_MONTH: JsonObject = {"month": "2026-10", "occurrences": 1, "url": f"{_SITE}api/v1/occurrences/2026-10.json"}

EXAMPLES: Mapping[str, JsonObject] = {
    "Text": _TEXT,
    "Term": _TERM,
    "Price": _PRICE,
    "Contact": _CONTACT,
    "Image": _IMAGE,
    "Booking": _BOOKING,
    "Location": _LOCATION,
    "Region": _REGION,
    "Area": _AREA,
    "Organisation": _ORGANISATION,
    "Place": _PLACE,
    "Campaign": _CAMPAIGN,
    "When": _WHEN,
    "Event": _EVENT,
    "Occurrence": _OCCURRENCE,
    "Month": _MONTH,
    "Areas": {"areas": [_AREA]},
    "Organisations": {"organisations": [_ORGANISATION]},
    "Places": {"places": [_PLACE]},
    "Campaigns": {"campaigns": [_CAMPAIGN]},
    "Events": {"events": [_EVENT]},
    "Occurrences": {"from": "2026-10-12", "coming": [_OCCURRENCE], "months": [_MONTH]},
    "OccurrencesOfMonth": {"month": "2026-10", "occurrences": [_OCCURRENCE]},
}
"""By the names of the shapes."""
