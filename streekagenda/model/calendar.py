"""All that is valid, and all that happens in a window of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from streekagenda.diagnostics import Location
    from streekagenda.model.event import Campaign, Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.organisation import Organisation
    from streekagenda.model.place import Place
    from streekagenda.model.region import Region
    from streekagenda.model.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class FreePage:
    """A page of plain text, such as one about the calendar."""

    id: str
    title: Text
    body: Text
    """Markdown."""
    source: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class Calendar:
    """Everything that is valid, each kind in the order of its ids."""

    region: Region
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    events: tuple[Event, ...] = ()
    pages: tuple[FreePage, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """The occurrences of a calendar in a window, in order of time."""

    calendar: Calendar
    now: datetime
    """The moment of the build, in the wall-clock time of the region."""
    occurrences: tuple[Occurrence, ...]
