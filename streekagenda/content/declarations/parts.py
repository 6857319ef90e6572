"""Mappings that several kinds of file share."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Discriminator, GetJsonSchemaHandler, Tag, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from streekagenda.content.declarations.addresses import Email, Phone, WebAddress
from streekagenda.content.declarations.fields import (
    Choice,
    Geo,
    Line,
    Words,
    Written,
    WrittenText,
    YesNo,
    at_most,
    field,
    mistake,
    whole_number,
)
from streekagenda.model.details import BookingState, Status
from streekagenda.model.repository import Forge

_NAME = "[a-z0-9]+(?:-+[a-z0-9]+)*"
Id = Annotated[Line, WithJsonSchema({"type": "string", "pattern": f"^{_NAME}(?:/{_NAME})*$"})]
"""The id of something else: its path below its folder, without suffix."""

_FULL = ("volgeboekt", "uitverkocht", "fully booked", "booked up", "sold out")
_CANCELLED = (
    "gaat niet door",
    "geannuleerd",
    "vervalt",
    "vervallen",
    "komt te vervallen",
    "canceled",
    "called off",
    "off",
)
WrittenStatus = Annotated[
    Status,
    Choice(
        Status,
        {"gaat door": "scheduled", "afgelast": "cancelled", "uitgesteld": "postponed"},
        also=dict.fromkeys(_CANCELLED, "cancelled"),
        elsewhere=dict.fromkeys(("vol", "full", *_FULL), "full-is-booking"),
    ),
]
WrittenBookingState = Annotated[
    BookingState,
    Choice(BookingState, {"vol": "full", "gesloten": "closed"}, also=dict.fromkeys(_FULL, "full")),
]


class WrittenContact(Written):
    """Whom to ask; public: a role, rather than a person."""

    name: Line | None = field("A role, such as 'de gastvrouw'.", nl="naam")
    phone: Phone | None = field("Telephone number.", nl="telefoon")
    email: Email | None = field("Mail address.", nl="e-mail")


class WrittenImage(Written):
    """A picture below content/media/."""

    file: Words = field("Path below content/media/.", nl="bestand", required=True)
    alt: Annotated[WrittenText, at_most(500)] = field(
        "What there is to see, for who cannot see it.", nl="beschrijving", required=True
    )


class WrittenAttachment(Written):
    """A flyer below content/media/."""

    file: Words = field("Path below content/media/.", nl="bestand", required=True)
    title: Annotated[WrittenText, at_most(200)] = field("What it is.", nl="titel", required=True)


class WrittenLink(Written):
    """An address elsewhere."""

    url: WebAddress = field("Address, with https://.", required=True)
    title: Annotated[WrittenText, at_most(200)] = field("What one finds there.", nl="titel", required=True)


class WrittenBooking(Written):
    """How to sign up."""

    required: YesNo = field("Whether one must sign up.", nl="verplicht", default=True)
    url: WebAddress | None = field("Page on which to sign up.")
    phone: Phone | None = field("Telephone number on which to sign up.", nl="telefoon")
    email: Email | None = field("Mail address to sign up.", nl="e-mail")
    until: Line | None = field("Last day to sign up.", nl="tot en met", examples=["2026-10-01"])
    capacity: Annotated[int, whole_number(1, 100_000)] | None = field("How many people can come.", nl="plekken")
    state: WrittenBookingState = field("open, full or closed.", nl="stand", default=BookingState.OPEN)
    note: Annotated[WrittenText, at_most(500)] | None = field("Anything else about signing up.", nl="opmerking")


class WrittenInlinePlace(Written):
    """A place that is written out inside an event, or an address on the internet."""

    name: Annotated[WrittenText, at_most(200)] | None = field("What people call it.", nl="naam")
    street: Line | None = field("Street and number.", nl="straat")
    postcode: Line | None = field("Postcode.", nl="postcode")
    city: Line | None = field("Town or village.", nl="woonplaats")
    area: Id | None = field("Id of the neighbourhood.", nl="wijk")
    geo: Geo | None = field("Latitude and longitude.")
    online: WebAddress | None = field("Address on the internet, instead of a place.")


def _place_shape(value: object) -> str:
    return "mapping" if isinstance(value, dict) else "id"


PlaceValue = Annotated[
    Annotated[Id, Tag("id")] | Annotated[WrittenInlinePlace, Tag("mapping")], Discriminator(_place_shape)
]


def _reason(value: str) -> str:
    if not any(letter.isalpha() for letter in value):
        raise mistake("no-reason")
    return value


Accepted = dict[
    Line,
    Annotated[
        str,
        at_most(500),
        AfterValidator(_reason),
        WithJsonSchema({"type": "string", "pattern": r"\S", "maxLength": 500}),
    ],
]
"""What checks find and the author did on purpose: the code of the check, and the reason."""


class _Amount:
    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say that an amount is not negative, which the schema can tell of a number only."""
        return {**handler(core), "minimum": 0}


WrittenPrice = Annotated[WrittenText, at_most(300), _Amount()]
"""``free``, an amount in euro, or a text; told apart in ``content/prices.py``."""


class WrittenRepository(Written):
    """Where the content is kept, when more has to be said of it than its address."""

    url: WebAddress = field(
        "Address of the repository on its forge.", required=True, examples=["https://github.com/owner/repository"]
    )
    forge: Annotated[Forge, Choice(Forge, {}, also={"gitea": "forgejo", "codeberg": "forgejo"})] | None = field(
        "Program of the forge: github, gitlab or forgejo (also for Gitea)."
    )
    branch: Line = field("Branch that the site is made of.", default="main")
    content: Line = field(
        "Folder of the content in the repository; a dot for the repository itself.", default="content"
    )


def _repository_shape(value: object) -> str:
    return "mapping" if isinstance(value, dict) else "url"


RepositoryValue = Annotated[
    Annotated[WebAddress, Tag("url")] | Annotated[WrittenRepository, Tag("mapping")], Discriminator(_repository_shape)
]
