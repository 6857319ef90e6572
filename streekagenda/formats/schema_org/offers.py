"""Offer (schema.org/Offer): what it costs, and whether there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.details import BookingState

if TYPE_CHECKING:
    from streekagenda.formats.json_text import JsonObject
    from streekagenda.formats.schema_org.setting import Setting
    from streekagenda.model.details import Booking, Price

CURRENCY = "EUR"


def offer(setting: Setting, price: Price | None, booking: Booking | None, page: str) -> JsonObject | None:
    """Return the offer, or ``None`` where nothing is said of price or booking; ``page`` is where one reads more."""
    if price is None and booking is None:
        return None
    full = booking is not None and booking.state is not BookingState.OPEN
    found: JsonObject = {
        "@type": "Offer",
        "url": booking.url if booking and booking.url else page,
        "availability": "https://schema.org/SoldOut" if full else "https://schema.org/InStock",
    }
    if price and price.amount is not None:
        found |= {"price": f"{price.amount:.2f}", "priceCurrency": CURRENCY}
    elif price and price.text:
        found["description"] = setting.name(price.text)
    if booking and booking.until:
        found["availabilityEnds"] = booking.until.isoformat()
    return found


def free(price: Price | None) -> bool | None:
    """Return whether it is free (isAccessibleForFree); ``None`` where nobody said."""
    return None if price is None or price.amount is None else price.free


def room(booking: Booking | None) -> JsonObject:
    """Return how many people there is room for."""
    if booking is None or booking.capacity is None:
        return {}
    found: JsonObject = {"maximumAttendeeCapacity": booking.capacity}
    if booking.state is BookingState.FULL:
        found["remainingAttendeeCapacity"] = 0
    return found
