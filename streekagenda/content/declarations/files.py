"""The kinds of content file beside events, and the list of all."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, WithJsonSchema

from streekagenda.content.declarations.addresses import Email, Phone, WebAddress
from streekagenda.content.declarations.event import EventFile, TranslationFile
from streekagenda.content.declarations.fields import (
    AT_LEAST_ONE,
    Choice,
    Colour,
    Geo,
    LanguageCode,
    Line,
    OneOrMany,
    Words,
    Written,
    WrittenProse,
    WrittenText,
    at_most,
    field,
    mistake,
    whole_number,
)
from streekagenda.content.declarations.parts import (
    Accepted,
    Id,
    RepositoryValue,
    WrittenContact,
    WrittenImage,
    WrittenLink,
)
from streekagenda.content.declarations.when import WrittenWhen
from streekagenda.model.organisation import OrganisationKind

SCHOOL_REGIONS = ("noord", "midden", "zuid")


def _school_region(value: str) -> str:
    if value not in SCHOOL_REGIONS:
        choices = ", ".join(SCHOOL_REGIONS)
        raise mistake("unknown-value", value=value, choices=choices, dutch=choices)
    return value


SchoolRegion = Annotated[
    Line, AfterValidator(_school_region), WithJsonSchema({"type": "string", "enum": list(SCHOOL_REGIONS)})
]


class WrittenTerm(Written):
    """A term of a vocabulary."""

    id: Id = field("Short name, in addresses.", required=True)
    name: Annotated[WrittenText, at_most(100)] = field("What people read.", nl="naam", required=True)
    icon: Line | None = field("Name of an icon.")


class WrittenArea(Written):
    """A municipality, neighbourhood or village."""

    id: Id = field("Short name, in addresses; unique in the region.", required=True)
    name: Annotated[WrittenText, at_most(100)] = field("What people call it.", nl="naam", required=True)
    code: Line | None = field("CBS code.", examples=["WK015003"])
    code_year: Annotated[int, whole_number(1990, 2100)] | None = field("Year of the CBS code.")
    school_region: SchoolRegion | None = field("noord, midden or zuid.")
    also_known_as: OneOrMany[Line] = field("Local names.", default=())
    areas: tuple[WrittenArea, ...] = field("The areas in it.", default=())


class WrittenClosure(Written):
    """A holiday set of the region itself."""

    id: Id | None = field("Short name; default made of the name.")
    name: Annotated[WrittenText, at_most(100)] = field("What people call it.", nl="naam", required=True)
    first: Line = field("First day.", nl="vanaf", alias="from", required=True)
    until: Line = field("Last day, inclusive.", nl="tot en met", required=True)


class WrittenTheme(Written):
    """Colours and logo; another key is said and passed over."""

    model_config = ConfigDict(extra="allow", frozen=True)

    primary: Colour | None = field("Main colour, of links and buttons.", nl="hoofdkleur", examples=["#1b5e4b"])
    background: Colour | None = field("Colour of the page.", nl="achtergrond", examples=["#faf6ef"])
    logo: Words | None = field("Path below content/media/.")
    tokens: Words | None = field(
        "A style sheet below content/media/ with the tokens of a house style of NL Design System."
    )


class WrittenMap(Written):
    """Where the pictures of the map come from."""

    tiles: Line = field(
        "Address of the pictures, with {z}, {x} and {y} in it.",
        nl="kaartbeelden",
        required=True,
        examples=["https://tiles.example.org/{z}/{x}/{y}.png"],
    )
    attribution: Annotated[Line, at_most(200)] = field("Who made the map.", nl="bron", required=True)


class WrittenEmbed(Written):
    """Who may frame the embed pages."""

    allowed: OneOrMany[WebAddress] = field("Origins; default anyone.", default=())


class WrittenAvoided(Written):
    """A wording that the region would rather not see."""

    phrase: Line = field("The words.", required=True)
    instead: Line | None = field("Friendlier words.")
    why: Line | None = field("The reason.")


class WrittenWording(Written):
    """Additions to the built-in word list."""

    avoid: OneOrMany[WrittenAvoided] = field("Wordings to avoid.", default=())


class Level(StrEnum):
    """What becomes of what a check finds."""

    OFF = "off"
    ADVICE = "advice"
    WARNING = "warning"
    ERROR = "error"


_LEVELS = {"uit": "off", "advies": "advice", "waarschuwing": "warning", "fout": "error"}
WrittenLevel = Annotated[Level, Choice(Level, _LEVELS)]


class RegionFile(Written):
    """The region."""

    title: Annotated[WrittenText, at_most(120)] = field("Name of the calendar.", nl="titel", required=True)
    url: WebAddress = field("Where the site is published, with https and a trailing slash.", required=True)
    timezone: Line = field("IANA name.", default="Europe/Amsterdam")
    languages: Annotated[OneOrMany[LanguageCode], AT_LEAST_ONE] = field(
        "The first is the default.", nl="talen", default=("nl",)
    )
    country: Line = field("What holidays means: ISO 3166 code.", default="NL")
    school_region: SchoolRegion | None = field("Where an area does not say it itself.")
    closed: OneOrMany[WrittenClosure] = field("Further named holiday sets.", nl="gesloten", default=())
    horizon: Line = field("How far ahead open-ended recurrences are expanded.", default="12 months")
    archive: Line = field("How long past events keep their page.", default="24 months")
    areas: tuple[WrittenArea, ...] = field("Municipalities, then neighbourhoods and villages.", default=())
    topics: tuple[WrittenTerm, ...] = field("Vocabulary of topics.", nl="onderwerpen", default=())
    audiences: tuple[WrittenTerm, ...] = field("Vocabulary of audiences.", nl="doelgroepen", default=())
    facilities: tuple[WrittenTerm, ...] = field("Accessibility features.", nl="voorzieningen", default=())
    contact: WrittenContact | None = field("The calendar's editors.", nl="contact")
    repository: RepositoryValue | None = field(
        "Where the content is kept: the address of the repository on its forge, or a mapping with url, forge, branch, content.",
        nl="opslag",
        examples=["https://github.com/owner/repository"],
    )
    theme: WrittenTheme | None = field("Colours and logo.", nl="huisstijl")
    map: WrittenMap | None = field("Where the pictures of the map come from.", nl="kaart")
    embed: WrittenEmbed | None = field("Who may frame the embed pages.")
    wording: WrittenWording | None = field("Additions to the word list.")
    checks: dict[Line, WrittenLevel] = field(
        "How bad the region finds what a check finds, by the code of the check.",
        nl="controles",
        default={},
        examples=[{"unused-place": "off"}],
    )
    notice: Annotated[WrittenText, at_most(300)] | None = field("A sentence at the top of every page.")


class WrittenSource(Written):
    """A feed that a partner keeps elsewhere."""

    ical: WebAddress | None = field("Address of an iCalendar feed.")
    csv: Line | None = field("Address or path of a CSV file.")
    place: Id | None = field("Place of its events.", nl="plek")
    topics: OneOrMany[Id] = field("Topics of its events.", nl="onderwerpen", default=())
    audiences: OneOrMany[Id] = field("Audiences of its events.", nl="doelgroepen", default=())
    include: OneOrMany[Line] = field("Only events with these words.", default=())
    exclude: OneOrMany[Line] = field("No events with these words.", default=())


_KINDS = {
    "welzijn": "welfare",
    "bibliotheek": "library",
    "gemeente": "municipality",
    "ontmoetingsplek": "meeting-place",
    "zorg": "care",
    "bewoners": "residents",
    "kerk": "church",
    "cultuur": "culture",
    "anders": "other",
}


class OrganisationFile(Written):
    """A partner."""

    name: Annotated[WrittenText, at_most(200)] = field("What it is called.", nl="naam", required=True)
    kind: Annotated[OrganisationKind, Choice(OrganisationKind, _KINDS)] = field(
        "What sort of partner.", nl="soort", default=OrganisationKind.OTHER
    )
    website: WebAddress | None = field("Web site.", nl="website")
    email: Email | None = field("Mail address.", nl="e-mail")
    phone: Phone | None = field("Telephone number.", nl="telefoon")
    area: Id | None = field("Neighbourhood.", nl="wijk")
    logo: Words | None = field("Path below content/media/.")
    logo_alt: Annotated[WrittenText, at_most(300)] | None = field("What the logo shows.")
    sources: OneOrMany[WrittenSource] = field("Feeds to import.", default=())
    accept: Accepted = field(
        "What a check finds and is meant so: the code of the check, and why.",
        nl="bewust",
        default={},
        examples=[{"unused-place": "Opent in het voorjaar"}],
    )
    description: WrittenProse | None = field("In a .yaml file: the body.", nl="omschrijving")


class PlaceFile(Written):
    """A meeting place or venue."""

    name: Annotated[WrittenText, at_most(200)] = field("What people call it.", nl="naam", required=True)
    street: Line | None = field("Street and number.", nl="straat")
    postcode: Line | None = field("Postcode.", nl="postcode")
    city: Line | None = field("Town or village.", nl="woonplaats")
    area: Id = field("Id of the neighbourhood.", nl="wijk", required=True)
    geo: Geo | None = field("Latitude and longitude.")
    organisation: Id | None = field("Who runs it.", nl="organisatie")
    facilities: OneOrMany[Id] = field("Accessibility features.", nl="voorzieningen", default=())
    open: WrittenWhen | None = field("Opening hours for walking in.", nl="open")
    closed: OneOrMany[Line] = field("Days it is closed, as except.", nl="gesloten", default=())
    website: WebAddress | None = field("Web site.", nl="website")
    phone: Phone | None = field("Telephone number.", nl="telefoon")
    directions: Annotated[WrittenText, at_most(500)] | None = field("How to find it.", nl="route")
    checked: Line | None = field("Day somebody last confirmed this.", nl="gecontroleerd")
    accept: Accepted = field(
        "What a check finds and is meant so: the code of the check, and why.",
        nl="bewust",
        default={},
        examples=[{"unused-place": "Opent in het voorjaar"}],
    )
    description: WrittenProse | None = field("In a .yaml file: the body.", nl="omschrijving")


class CampaignFile(Written):
    """A period or theme that gathers events."""

    title: Annotated[WrittenText, at_most(120)] = field("What it is called.", nl="titel", required=True)
    first: Line | None = field("First day.", nl="vanaf", alias="from")
    until: Line | None = field("Last day, inclusive.", nl="tot en met")
    organiser: OneOrMany[Id] = field("Who organises it.", nl="organisator", default=())
    image: WrittenImage | None = field("A picture.", nl="afbeelding")
    links: OneOrMany[WrittenLink] = field("Addresses elsewhere.", nl="links", default=())
    colour: Colour | None = field("Colour that marks it.", nl="kleur", examples=["#8a1f5c"])
    accept: Accepted = field(
        "What a check finds and is meant so: the code of the check, and why.",
        nl="bewust",
        default={},
        examples=[{"unused-place": "Opent in het voorjaar"}],
    )
    description: WrittenProse | None = field("In a .yaml file: the body.", nl="omschrijving")


class PageFile(Written):
    """A free page."""

    title: Annotated[WrittenText, at_most(120)] = field("Title.", nl="titel", required=True)
    description: WrittenProse | None = field("In a .yaml file: the body.", nl="omschrijving")


FILES: dict[str, type[Written]] = {
    "region": RegionFile,
    "organisation": OrganisationFile,
    "place": PlaceFile,
    "campaign": CampaignFile,
    "event": EventFile,
    "page": PageFile,
    "translation": TranslationFile,
}
"""Every kind of content file and its declaration."""
