"""Who organises."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.diagnostics import Location

if TYPE_CHECKING:
    from streekagenda.model.area import Area
    from streekagenda.model.media import Image
    from streekagenda.model.text import Text


class OrganisationKind(StrEnum):
    """What sort of partner this is."""

    WELFARE = "welfare"
    LIBRARY = "library"
    MUNICIPALITY = "municipality"
    MEETING_PLACE = "meeting-place"
    CARE = "care"
    RESIDENTS = "residents"
    CHURCH = "church"
    SPORT = "sport"
    CULTURE = "culture"
    OTHER = "other"


class FeedSource(Struct, frozen=True, kw_only=True, gc=False):
    """A feed of events that the partner already keeps elsewhere; read by ``pull``."""

    ical: str | None = None
    csv: str | None = None
    place: str | None = None
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class Organisation(Struct, frozen=True, kw_only=True, gc=False):
    """A partner (schema.org Organization)."""

    id: str | None
    """``None`` for one whose own file has a mistake: it has a name, but no page."""
    name: Text
    kind: OrganisationKind = OrganisationKind.OTHER
    website: str | None = None
    email: str | None = None
    phone: str | None = None
    area: Area | None = None
    logo: Image | None = None
    sources: tuple[FeedSource, ...] = ()
    body: Text | None = None
    """Markdown."""
    source: Location


class Contact(Struct, frozen=True, kw_only=True, gc=False):
    """Whom to ask: a role, rather than a person."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
