"""The three forms: what each asks. The one home of their fields; words are message ids, in ``issues.po``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.cli.starting.choices import audiences, topics

if TYPE_CHECKING:
    from collections.abc import Callable

    from streekagenda.cli.starting.choices import Choice
    from streekagenda.model.calendar import Calendar


class Shape(StrEnum):
    """What an answer looks like, by its name in the forms of GitHub and Forgejo."""

    LINE = "input"
    LINES = "textarea"
    SEVERAL = "checkboxes"


class Field(Struct, frozen=True, kw_only=True):
    """One question; ``id`` is its key in the query of an address that opens the form."""

    id: str
    label: str
    """The question: a form's heading, by which its answer is found in the issue."""
    hint: str = ""
    example: str = ""
    shape: Shape = Shape.LINE
    required: bool = False
    choices: Callable[[Calendar, str], list[Choice]] | None = None
    """The terms of the region to tick, each with its name."""
    box: str = ""
    """What stands at a single box to tick."""


class Form(Struct, frozen=True, kw_only=True):
    """A form; ``id`` is the name of its file, which addresses of the site name too."""

    id: str
    title: str
    about: str
    fields: tuple[Field, ...]


EVENT = Field(
    id="event",
    label="Which activity is it about?",
    hint="Copy the address of its page on the calendar, or write its title just as it stands there.",
    example="https://www.example.org/agenda/activiteiten/de-brug/koffie/",
    required=True,
)
NEW = Form(
    id="nieuw",
    title="A new activity",
    about="Tell what there is to do. We make a proposal of it, which the editors look at.",
    fields=(
        Field(
            id="organisation",
            label="Which organisation is it of?",
            hint="Write the name as it stands on the calendar.",
            required=True,
        ),
        Field(id="title", label="What is the activity called?", required=True),
        Field(
            id="when",
            label="When is it?",
            hint="With the day, the month, the year and the time. More dates? Write each on a line of its own.",
            example="Thursday 1 October 2026 from 19:30 to 21:00. Or: every Sunday 14:00-16:00 from 6 September 2026",
            shape=Shape.LINES,
            required=True,
        ),
        Field(
            id="place",
            label="Where is it?",
            hint=(
                "The name of the place as it stands on the calendar. Is it not there yet? Then write: name, street and "
                "number, postcode and town. Is it online? Then write the address, with https:// before it."
            ),
            example="Huis van de Wijk. Or: Het Plein, Dorpsstraat 1, 7411 AA Deventer",
            required=True,
        ),
        Field(
            id="area",
            label="In which neighbourhood or village is that?",
            hint="Only when the place is not on the calendar yet.",
        ),
        Field(
            id="description",
            label="What is there to do?",
            hint="In a few sentences, as you would tell it to a neighbour. Who receives people? What is included?",
            shape=Shape.LINES,
            required=True,
        ),
        Field(
            id="topics",
            label="What is it about?",
            hint="Tick at least one.",
            shape=Shape.SEVERAL,
            required=True,
            choices=topics,
        ),
        Field(
            id="audiences",
            label="For whom is it?",
            hint="Tick nothing when everyone is welcome.",
            shape=Shape.SEVERAL,
            choices=audiences,
        ),
        Field(id="price", label="What does it cost?", hint="Write free, an amount in euro, or a sentence."),
        Field(
            id="booking",
            label="Must people sign up?",
            hint="Write where: a telephone number, a mail address or a web address. Leave it empty when one can walk in.",
        ),
        Field(
            id="contact",
            label="Who answers questions?",
            hint="A number or address of the organisation, not of a person at home. Everybody can read it.",
        ),
        Field(
            id="consent",
            label="Is there a person's own number, mail address or name above?",
            hint="Then we only put it on the calendar when that person agrees.",
            shape=Shape.SEVERAL,
            box="Yes, and that person agrees that everybody can read it.",
        ),
    ),
)
CHANGE = Form(
    id="wijzigen",
    title="Something is not right, or changes",
    about="Tell what must be different. What you leave empty stays as it is.",
    fields=(
        EVENT,
        Field(
            id="day",
            label="Is it about one day only? Which?",
            hint="With the month and the year. Leave it empty when the change is for always.",
            example="20 December 2026",
        ),
        Field(id="date", label="To which day does it move?", hint="Only when that one day moves to another day."),
        Field(
            id="time", label="What are the new hours of that day?", hint="Only for that one day.", example="14:00-16:00"
        ),
        Field(
            id="when",
            label="When is it from now on?",
            hint="Write all dates or the whole rule anew, with the year and the time. Only when it changes for always.",
            shape=Shape.LINES,
        ),
        Field(
            id="place",
            label="What is the new place?",
            hint=(
                "The name of the place as it stands on the calendar. Is it not there yet? Then write: name, street and "
                "number, postcode and town."
            ),
        ),
        Field(id="title", label="What is the new title?"),
        Field(id="price", label="What does it cost now?", hint="Write free, an amount in euro, or a sentence."),
        Field(
            id="description",
            label="What is the new text?",
            hint="The whole text: it takes the place of the old one.",
            shape=Shape.LINES,
        ),
        Field(
            id="note", label="What should visitors know of this change?", hint="Only for that one day, in a sentence."
        ),
    ),
)
CANCEL = Form(
    id="afgelasten",
    title="It does not take place",
    about="Something is cancelled: one day, or all of it. It stays on the calendar, struck through, so that nobody comes for nothing.",
    fields=(
        EVENT,
        Field(
            id="day",
            label="Which day does not take place?",
            hint="With the month and the year. More days? Write each on a line of its own. Is all of it cancelled? Write: all",
            example="20 December 2026",
            shape=Shape.LINES,
            required=True,
        ),
        Field(id="note", label="Why does it not take place?", hint="Visitors read this sentence."),
    ),
)
FORMS = (NEW, CHANGE, CANCEL)
"""All forms."""
