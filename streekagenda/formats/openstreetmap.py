"""Links to a map of the world that anybody can open without an account; nothing is asked before the reader presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.uris import in_query

if TYPE_CHECKING:
    from streekagenda.model.place import Place

HOST = "www.openstreetmap.org"
CLOSE = 18
"""The zoom level at which one sees houses (wiki.openstreetmap.org/wiki/Zoom_levels)."""


def on_the_map(place: Place) -> str | None:
    """Return the address of a map with a mark at a place, or that looks up its address; ``None`` without either.

    A street alone is not looked up: there are many of one name.
    """
    if place.geo:
        latitude, longitude = (f"{degrees:.6f}".rstrip("0").rstrip(".") for degrees in place.geo)
        return f"https://{HOST}/?mlat={latitude}&mlon={longitude}#map={CLOSE}/{latitude}/{longitude}"
    if place.street and place.city:
        address = " ".join(part for part in (place.street, place.postcode, place.city) if part)
        return f"https://{HOST}/search?query={in_query(address)}"
    return None
