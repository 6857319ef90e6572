"""What it costs, how to sign up and whether it goes on, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.details import BookingState, Status
from streekagenda.rendering import cldr

if TYPE_CHECKING:
    from streekagenda.model.details import Booking, Price
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.rendering.dates import Dates


def price_in_words(price: Price | None, say: Dates) -> str:
    """``Gratis``, ``€ 5``, ``€ 12,50``, or the text of the price; nothing where it is not stated."""
    if price is None:
        return ""
    if price.free:
        return say.gettext("Free")
    if price.amount is None:
        return price.text.in_language(say.language).text if price.text else ""
    whole = price.amount == price.amount.to_integral_value()
    amount = cldr.number(price.amount, "#,##0" if whole else "#,##0.00", say.language)
    return say.pgettext("price", "€%(amount)s") % {"amount": amount}


def booking_in_words(booking: Booking | None, say: Dates) -> str:
    """Whether one signs up, in one or more sentences; ``None`` says that one simply walks in."""
    if booking is None:
        return say.gettext("Just walk in. You do not need to sign up.")
    if booking.state is BookingState.FULL:
        return say.gettext("Full. You can no longer sign up.")
    if booking.state is BookingState.CLOSED:
        return say.gettext("You can no longer sign up.")
    if not booking.required:
        said = say.gettext("You can sign up, but you do not have to.")
    elif booking.until is None:
        said = say.gettext("Please sign up first.")
    else:
        said = say.gettext("Please sign up first, by %(day)s at the latest.") % {"day": say.day(booking.until)}
    if booking.capacity is not None:
        room = say.ngettext("There is room for %(n)s person.", "There is room for %(n)s people.", booking.capacity)
        said = f"{said} {room % {'n': booking.capacity}}"
    return said


def status_name(status: Status, say: Dates) -> str:
    """``Gaat door``, ``Afgelast``, ``Uitgesteld``, ``Online``."""
    return {
        Status.SCHEDULED: say.pgettext("status", "Takes place"),
        Status.CANCELLED: say.pgettext("status", "Cancelled"),
        Status.POSTPONED: say.pgettext("status", "Postponed"),
        Status.ONLINE: say.pgettext("status", "Online"),
    }[status]


def status_in_words(occurrence: Occurrence, say: Dates) -> str:
    """Say what is not as planned: off, postponed, online, moved; nothing when all is."""
    if occurrence.moved_to is not None:
        return say.gettext("Moved to %(day)s") % {"day": say.day(occurrence.moved_to.first)}
    if occurrence.status is not Status.SCHEDULED:
        return status_name(occurrence.status, say)
    if occurrence.planned.first != occurrence.moment.first:
        return say.gettext("Moved from %(day)s") % {"day": say.day(occurrence.planned.first)}
    return say.gettext("Other hours") if occurrence.moved else ""
