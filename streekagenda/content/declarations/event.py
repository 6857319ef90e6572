"""``events/<organisation>/<id>.md``."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from streekagenda.content.declarations.addresses import WebAddress
from streekagenda.content.declarations.fields import (
    AT_LEAST_ONE,
    LanguageCode,
    Line,
    OneOrMany,
    Words,
    Written,
    WrittenProse,
    WrittenText,
    YesNo,
    at_most,
    field,
    mistake,
)
from streekagenda.content.declarations.parts import (
    Accepted,
    Id,
    PlaceValue,
    WrittenAttachment,
    WrittenBooking,
    WrittenContact,
    WrittenImage,
    WrittenLink,
    WrittenPrice,
    WrittenStatus,
)
from streekagenda.content.declarations.when import WrittenWhen
from streekagenda.model.details import Status

LONGEST_UID = 250
"""Characters."""


def _uid(value: str) -> str:
    text = value.strip()
    if not text or not text.isascii() or not text.isprintable() or len(text) > LONGEST_UID:
        raise mistake("bad-uid", limit=LONGEST_UID)
    return text


Uid = Annotated[
    str,
    AfterValidator(_uid),
    WithJsonSchema({"type": "string", "pattern": rf"^\s*[!-~](?:[ -~]{{0,{LONGEST_UID - 2}}}[!-~])?\s*$"}),
]
"""A UID of iCalendar (RFC 5545 section 3.8.4.7) that every calendar program keeps as it is: ASCII, on one line."""


class WrittenWelcome(Written):
    """For who comes alone."""

    who: Annotated[WrittenText, at_most(300)] | None = field("Who receives you.", nl="wie")
    way_in: Annotated[WrittenText, at_most(300)] | None = field("Which door.", nl="ingang")
    included: Annotated[WrittenText, at_most(300)] | None = field("What is included.", nl="inbegrepen")


class WrittenInvitation(Written):
    """A printed letter for the doormat that announces a visit at the door."""

    streets: OneOrMany[Line] = field("Streets that get the letter.", nl="straten", default=())
    visit_from: Line | None = field("First day of the visits.", nl="bezoek vanaf")
    visit_until: Line | None = field("Last day of the visits.", nl="bezoek tot en met")
    sender: Annotated[WrittenText, at_most(200)] | None = field("Who sends it.", nl="afzender")
    text: Annotated[WrittenProse, at_most(3000)] | None = field("What it says.", nl="tekst")


class EventFile(Written):
    """What happens: a single event, a recurring one, or a tour of many dates."""

    title: Annotated[WrittenText, at_most(120)] = field("What it is called.", nl="titel", required=True)
    when: Annotated[WrittenWhen, AT_LEAST_ONE] = field("When it takes place.", nl="wanneer", required=True)
    organiser: OneOrMany[Id] = field(
        "Organisation id, or a list; default the folder that the file stands in.", nl="organisator", default=()
    )
    place: PlaceValue | None = field("Place id, or a place written out.", nl="plek")
    online: WebAddress | None = field("Address on the internet, instead of a place.")
    area: Id | None = field("Neighbourhood, when it cannot follow from the place.", nl="wijk")
    summary: Annotated[WrittenText, at_most(300)] | None = field("In one or two sentences.", nl="samenvatting")
    topics: Annotated[OneOrMany[Id], AT_LEAST_ONE] = field(
        "At least one topic of the region.", nl="onderwerpen", required=True
    )
    audiences: OneOrMany[Id] = field("For whom; nothing means everyone.", nl="doelgroepen", default=())
    price: WrittenPrice | None = field("free, an amount in euro, or a text.", nl="prijs", examples=["free", "2,50"])
    booking: WrittenBooking | None = field(
        "How to sign up; nothing means walking in.",
        nl="aanmelden",
        examples=[{"required": "yes", "phone": "0570 12 34 56"}],
    )
    welcome: WrittenWelcome | None = field(
        "For who comes alone.", nl="welkom", examples=[{"who": "Anja staat bij de deur"}]
    )
    status: WrittenStatus = field("Whether it takes place.", nl="status", default=Status.SCHEDULED)
    facilities: OneOrMany[Id] = field("What this event adds to its place.", nl="voorzieningen", default=())
    languages: OneOrMany[LanguageCode] = field("Languages that are spoken.", nl="talen", default=())
    contact: WrittenContact | None = field(
        "Whom to ask.", nl="contact", examples=[{"name": "de gastvrouw", "phone": "0570 12 34 56"}]
    )
    consent: YesNo = field(
        "Whether the person whose own number, mail address or name stands at contact or booking agreed to that.",
        nl="toestemming",
        default=False,
    )
    campaign: OneOrMany[Id] = field("Campaigns that it belongs to.", nl="campagne", default=())
    image: WrittenImage | None = field(
        "A picture.",
        nl="afbeelding",
        examples=[{"file": "koffie.jpg", "alt": "Beschrijf hier wat er op de foto staat"}],
    )
    attachments: OneOrMany[WrittenAttachment] = field(
        "Flyers.", nl="bijlagen", default=(), examples=[{"file": "flyer.pdf", "title": "Flyer"}]
    )
    links: OneOrMany[WrittenLink] = field(
        "Addresses elsewhere.",
        nl="links",
        default=(),
        examples=[{"url": "https://www.example.org/", "title": "Meer lezen"}],
    )
    invitation: WrittenInvitation | None = field(
        "A letter for the doormat.", nl="uitnodiging", examples=[{"streets": "Dorpsstraat", "sender": "De Kern"}]
    )
    uid: Uid | None = field("Keeps the feed's UID when the file is renamed.")
    aliases: OneOrMany[Id] = field("Former ids of the file.", default=())
    draft: YesNo = field("Checked, never published.", nl="concept", default=False)
    checked: Line | None = field("Day somebody last confirmed this.", nl="gecontroleerd", examples=["2026-09-01"])
    accept: Accepted = field(
        "What a check finds and is meant so: the code of the check, and why.",
        nl="bewust",
        default={},
        examples=[{"unused-place": "Opent in het voorjaar"}],
    )
    description: WrittenProse | None = field("In a .yaml file: the body.", nl="omschrijving")


class TranslationFile(Written):
    """``<id>.<language>.md`` beside a file: its texts in another language."""

    title: Annotated[Words, at_most(120)] | None = field("Title of an event, a campaign or a page.", nl="titel")
    name: Annotated[Words, at_most(200)] | None = field("Name of an organisation or a place.", nl="naam")
    summary: Annotated[Words, at_most(300)] | None = field("Summary of an event.", nl="samenvatting")
    price: Annotated[Words, at_most(300)] | None = field("Price as a text.", nl="prijs")
    directions: Annotated[Words, at_most(500)] | None = field("Directions to a place.")
    description: str | None = field("In place of the body.", nl="omschrijving")
