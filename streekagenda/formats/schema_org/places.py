"""Place and VirtualLocation (schema.org/Place), with address, position, facilities and opening hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.schema_org.opening_hours import opening_hours, special_opening_hours
from streekagenda.formats.schema_org.setting import CONTEXT, Setting
from streekagenda.model.place import Online

if TYPE_CHECKING:
    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.area import Area
    from streekagenda.model.place import Place


def place(setting: Setting, where: Place) -> JsonObject:
    """Return a meeting place as the page about it says it."""
    found: JsonObject = {"@context": CONTEXT, **located(setting, where, None)}
    if where.phone:
        found["telephone"] = where.phone
    if where.website:
        found["sameAs"] = where.website
    if where.facilities:
        found["amenityFeature"] = [
            {"@type": "LocationFeatureSpecification", "name": setting.name(term.name), "value": True}
            for term in where.facilities
        ]
    if where.open and (hours := opening_hours(where.open)):
        found["openingHoursSpecification"] = hours
    if special := special_opening_hours(where.open, where.closed):
        found["specialOpeningHoursSpecification"] = special
    return found


def located(setting: Setting, where: Place | Online, area: Area | None) -> JsonObject:
    """Return where an event is; ``area`` is the neighbourhood for a place that has neither address nor area."""
    if isinstance(where, Online):
        return {"@type": "VirtualLocation", "url": where.url}
    found: JsonObject = {"@type": "Place", "name": setting.name(where.name)}
    if where.id:
        page = setting.page("place", where.id)
        found |= {"@id": page, "url": page}
    found["address"] = _address(setting, where, where.area or area)
    if where.geo:
        latitude, longitude = where.geo
        found["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return found


def in_area(setting: Setting, area: Area) -> JsonObject:
    """Return a neighbourhood as the location of an event that names no place."""
    return {
        "@type": "Place",
        "name": setting.name(area.name),
        "address": {
            "@type": "PostalAddress",
            "addressLocality": setting.name(area.name),
            "addressCountry": setting.country,
        },
    }


def _address(setting: Setting, where: Place, area: Area | None) -> JsonObject:
    """Return the postal address; a square has at least its town or neighbourhood."""
    found: JsonObject = {"@type": "PostalAddress"}
    if where.street:
        found["streetAddress"] = where.street
    if where.postcode:
        found["postalCode"] = where.postcode
    if where.city:
        found["addressLocality"] = where.city
    elif area:
        found["addressLocality"] = setting.name(area.name)
    found["addressCountry"] = setting.country
    return found
