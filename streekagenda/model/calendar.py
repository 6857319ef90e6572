"""All that is valid, and all that happens in a window of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime

    from streekagenda.diagnostics import Location
    from streekagenda.model.event import Campaign, Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.organisation import Organisation
    from streekagenda.model.place import Place
    from streekagenda.model.region import Region
    from streekagenda.model.text import Text


class FreePage(Struct, frozen=True, kw_only=True, gc=False):
    """A page of plain text, such as one about the calendar."""

    id: str
    title: Text
    body: Text
    """Markdown."""
    source: Location


class Calendar(Struct, frozen=True, kw_only=True, gc=False):
    """Everything that is valid, each kind in the order of its ids."""

    region: Region
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    events: tuple[Event, ...] = ()
    pages: tuple[FreePage, ...] = ()


class Timeline(Struct, frozen=True, kw_only=True, gc=False):
    """The occurrences of a calendar in a window, in order of time."""

    calendar: Calendar
    now: datetime
    """The moment of the build, in the wall-clock time of the region."""
    occurrences: tuple[Occurrence, ...]
