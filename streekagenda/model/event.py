"""What happens."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.diagnostics import Location
from streekagenda.model.details import Booking, Details, Price, Status

if TYPE_CHECKING:
    from streekagenda.model.area import Area
    from streekagenda.model.media import Attachment, Image, Link
    from streekagenda.model.organisation import Contact, Organisation
    from streekagenda.model.place import Online, Place
    from streekagenda.model.schedule import Schedule
    from streekagenda.model.text import Text
    from streekagenda.model.vocabulary import Term


class History(Struct, frozen=True, kw_only=True, gc=False):
    """When the content of a file was made and last changed (RFC 5545 section 3.8.7), in UTC."""

    created: datetime
    modified: datetime
    sequence: int
    """Seconds from the first to the last change: it never falls."""
    confirmed: date | None
    """The last sign that somebody looked at it: ``checked``, else the last commit, else unknown."""


class Welcome(Struct, frozen=True, kw_only=True, gc=False):
    """For who comes alone."""

    who: Text | None = None
    way_in: Text | None = None
    included: Text | None = None


class Invitation(Struct, frozen=True, kw_only=True, gc=False):
    """A printed letter for the doormat that announces a visit at the door."""

    streets: tuple[str, ...] = ()
    visit_from: date | None = None
    visit_until: date | None = None
    sender: Text | None = None
    text: Text | None = None


class Campaign(Struct, frozen=True, kw_only=True, gc=False):
    """A period or theme that gathers events (schema.org superEvent)."""

    id: str
    title: Text
    first: date | None = None
    last: date | None = None
    organisers: tuple[Organisation, ...] = ()
    image: Image | None = None
    links: tuple[Link, ...] = ()
    colour: str | None = None
    """What marks it on light pages: a CSS colour in hexadecimals."""
    body: Text | None = None
    """Markdown."""
    source: Location


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """An activity with its dates (VEVENT; schema.org Event or EventSeries)."""

    id: str
    title: Text
    schedule: Schedule
    organisers: tuple[Organisation, ...]
    place: Place | Online | None = None
    area: Area | None = None
    """Where it counts when its place does not say so."""
    summary: Text | None = None
    body: Text | None = None
    """Markdown."""
    topics: tuple[Term, ...]
    audiences: tuple[Term, ...] = ()
    """Empty: everyone."""
    price: Price | None = None
    booking: Booking | None = None
    """``None``: one simply walks in."""
    welcome: Welcome | None = None
    status: Status = Status.SCHEDULED
    facilities: tuple[Term, ...] = ()
    languages: tuple[str, ...] = ()
    contact: Contact | None = None
    consent: bool = False
    """Whether who is named at ``contact`` and ``booking`` agreed to be public as a person."""
    campaigns: tuple[Campaign, ...] = ()
    image: Image | None = None
    attachments: tuple[Attachment, ...] = ()
    links: tuple[Link, ...] = ()
    invitation: Invitation | None = None
    uid: str
    """The UID of its main entry in feeds (RFC 5545 section 3.8.4.7)."""
    aliases: tuple[str, ...] = ()
    draft: bool = False
    """Only there when drafts were asked for."""
    checked: date | None = None
    history: History
    source: Location

    @property
    def details(self) -> Details:
        """What holds for every date that does not say otherwise."""
        return Details(
            title=self.title, place=self.place, price=self.price, status=self.status, booking=self.booking, note=None
        )
