"""Where: a place to go to, or the internet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.diagnostics import Location

if TYPE_CHECKING:
    from streekagenda.model.area import Area
    from streekagenda.model.organisation import Organisation
    from streekagenda.model.schedule import Exclusion, Schedule
    from streekagenda.model.text import Text
    from streekagenda.model.vocabulary import Term

ALWAYS = date(2000, 1, 1)
"""First day of opening hours that do not name one."""


class Place(Struct, frozen=True, kw_only=True, gc=False):
    """A meeting place or venue; a square or a street corner has no address (schema.org Place)."""

    id: str | None
    """``None`` for a place that is written out inside an event, or whose own file has a mistake: it has no page."""
    name: Text
    area: Area | None = None
    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    geo: tuple[float, float] | None = None
    """Latitude and longitude, WGS 84, in degrees."""
    organisation: Organisation | None = None
    facilities: tuple[Term, ...] = ()
    open: Schedule | None = None
    """Opening hours for walking in."""
    closed: tuple[Exclusion, ...] = ()
    website: str | None = None
    phone: str | None = None
    directions: Text | None = None
    checked: date | None = None
    body: Text | None = None
    """Markdown."""
    source: Location


class Online(Struct, frozen=True, kw_only=True, gc=False):
    """An address on the internet instead of a place (schema.org VirtualLocation)."""

    url: str
