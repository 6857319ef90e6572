"""What may be said of a whole event, of one entry of its schedule, or of one date alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from streekagenda.model.place import Online, Place
    from streekagenda.model.text import Text


class Status(StrEnum):
    """Whether it takes place (schema.org EventStatusType)."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    ONLINE = "online"
    """Moved online: it takes place, but not at the place."""


class BookingState(StrEnum):
    """Whether one can still sign up."""

    OPEN = "open"
    FULL = "full"
    CLOSED = "closed"


class Price(Struct, frozen=True, kw_only=True, gc=False):
    """What it costs: an amount in euro (0 is free), or a text that says it."""

    amount: Decimal | None = None
    text: Text | None = None

    @property
    def free(self) -> bool:
        """Whether it costs nothing."""
        return self.amount == 0


class Booking(Struct, frozen=True, kw_only=True, gc=False):
    """How to sign up; an event without it is one to walk into."""

    required: bool = True
    url: str | None = None
    phone: str | None = None
    email: str | None = None
    until: date | None = None
    """The last day to sign up, inclusive."""
    capacity: int | None = None
    state: BookingState = BookingState.OPEN
    note: Text | None = None


class Details(Struct, frozen=True, kw_only=True, gc=False):
    """What one entry or one date says for itself; ``None`` leaves it as it is said one level up."""

    title: Text | None = None
    place: Place | Online | None = None
    price: Price | None = None
    status: Status | None = None
    booking: Booking | None = None
    note: Text | None = None

    def over(self, below: Details) -> Details:
        """Return these details, completed by those one level up."""
        if self == NOTHING_SAID:  # as of most entries
            return below
        chosen = {name: value for name in self.__struct_fields__ if (value := getattr(self, name)) is not None}
        rest = {name: getattr(below, name) for name in below.__struct_fields__}
        return Details(**{**rest, **chosen})


NOTHING_SAID = Details()
"""As most entries do, which share it."""
