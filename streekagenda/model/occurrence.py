"""One event at one moment: what people go to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from streekagenda.model.details import Status
from streekagenda.model.place import Online, Place

if TYPE_CHECKING:
    from streekagenda.model.area import Area
    from streekagenda.model.details import Booking, Price
    from streekagenda.model.event import Event
    from streekagenda.model.schedule import Entry, Moment
    from streekagenda.model.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """One date of an event, with all that holds for it.

    A moved date gives two: the one that takes place (``planned`` differs from ``moment``), and a trace on the old day
    (``moved_to`` is set) that only says where it went.
    """

    event: Event
    entry: Entry
    moment: Moment
    planned: Moment
    """The moment that the series gives; names the date in feeds (RECURRENCE-ID)."""
    moved_to: Moment | None = None
    title: Text
    place: Place | Online | None
    price: Price | None
    status: Status
    booking: Booking | None
    note: Text | None = None

    @property
    def takes_place(self) -> bool:
        """Whether one can go there: not cancelled, not postponed, not moved away."""
        return self.moved_to is None and (self.status is Status.SCHEDULED or self.status is Status.ONLINE)

    @property
    def moved(self) -> bool:
        """Whether it takes place on another day or at another hour than planned."""
        return self.planned is not self.moment and self.moved_to is None and self.planned != self.moment

    @property
    def area(self) -> Area | None:
        """The neighbourhood where it happens."""
        if isinstance(self.place, Place) and self.place.area is not None:
            return self.place.area
        return self.event.area

    @property
    def online(self) -> str | None:
        """The address on the internet, where there is no place to go to."""
        return self.place.url if isinstance(self.place, Online) else None
