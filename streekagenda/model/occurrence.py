"""One event at one moment: what people go to."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.model.details import Status
from streekagenda.model.place import Online, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from streekagenda.model.area import Area
    from streekagenda.model.details import Booking, Price
    from streekagenda.model.event import Event
    from streekagenda.model.schedule import Entry, Moment
    from streekagenda.model.text import Text


class Circumstances(Struct, frozen=True, kw_only=True, gc=False):
    """All that holds for a date but when it is: the same for all dates of an entry of which nothing else is said."""

    event: Event
    entry: Entry
    title: Text
    place: Place | Online | None
    price: Price | None
    status: Status
    booking: Booking | None
    note: Text | None = None

    @property
    def area(self) -> Area | None:
        """The neighbourhood where it happens."""
        if isinstance(self.place, Place) and self.place.area is not None:
            return self.place.area
        return self.event.area


class Occurrence(Struct, frozen=True, gc=False):
    """One date of an event, with all that holds for it: when it was planned, unless it is :class:`Moved`.

    There are half a million in a large region: they share what they can.
    """

    moment: Moment
    circumstances: Circumstances

    @property
    def planned(self) -> Moment:
        """The moment that the series gives; names the date in feeds (RECURRENCE-ID)."""
        return self.moment

    @property
    def moved_to(self) -> Moment | None:
        """Where it went, of a trace."""
        return None

    @property
    def event(self) -> Event:
        """What it is a date of."""
        return self.circumstances.event

    @property
    def entry(self) -> Entry:
        """What of the schedule gives it."""
        return self.circumstances.entry

    @property
    def title(self) -> Text:
        """What it is called."""
        return self.circumstances.title

    @property
    def place(self) -> Place | Online | None:
        """Where it is."""
        return self.circumstances.place

    @property
    def price(self) -> Price | None:
        """What it costs."""
        return self.circumstances.price

    @property
    def status(self) -> Status:
        """Whether it goes on."""
        return self.circumstances.status

    @property
    def booking(self) -> Booking | None:
        """How to sign up; ``None``: one simply walks in."""
        return self.circumstances.booking

    @property
    def note(self) -> Text | None:
        """What is said of this date alone."""
        return self.circumstances.note

    @property
    def takes_place(self) -> bool:
        """Whether one can go there: not cancelled, not postponed, not moved away."""
        status = self.circumstances.status
        return status is Status.SCHEDULED or status is Status.ONLINE

    @property
    def moved(self) -> bool:
        """Whether it takes place on another day or at another hour than planned."""
        return False

    @property
    def area(self) -> Area | None:
        """The neighbourhood where it happens."""
        return self.circumstances.area

    @property
    def online(self) -> str | None:
        """The address on the internet, where there is no place to go to."""
        place = self.circumstances.place
        return place.url if isinstance(place, Online) else None


class Moved(Occurrence, frozen=True, kw_only=True, gc=False):
    """A date that is not when it was planned. There are two: the one that takes place, and a trace on the day that it left.

    The trace (``moved_to`` is set) only says where it went.
    """

    planned: Moment
    moved_to: Moment | None = None

    @property
    def takes_place(self) -> bool:
        """As of any date, but of a trace: there is nothing to go to."""
        return self.moved_to is None and super().takes_place

    @property
    def moved(self) -> bool:
        """Whether it takes place on another day or at another hour than planned."""
        return self.moved_to is None and self.planned != self.moment


first_day: Callable[[Occurrence], date] = attrgetter("moment.first")
"""Returns the day on which an occurrence begins, by which lines of them are looked through."""


def without_traces(dates: Iterable[Occurrence]) -> list[Occurrence]:
    """Return dates without the traces of those that moved away."""
    return [one for one in dates if type(one) is Occurrence or one.moved_to is None]
