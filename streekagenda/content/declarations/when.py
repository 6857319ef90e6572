"""``when``: a phrase, or a mapping with dates, hours or a rule."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Tag

from streekagenda.content.declarations.addresses import WebAddress
from streekagenda.content.declarations.fields import (
    AT_LEAST_ONE,
    OneOrMany,
    Words,
    Written,
    WrittenText,
    at_most,
    field,
    whole_number,
)
from streekagenda.content.declarations.parts import PlaceValue, WrittenBooking, WrittenPrice, WrittenStatus


class WrittenChange(Written):
    """One occurrence that differs."""

    on: Words = field("The day, as the series gives it.", nl="op", required=True, examples=["2026-12-20"])
    time: Words | None = field("Other hours.", nl="tijd", examples=["14:00-18:00"])
    date: Words | None = field("The day it moves to.", nl="datum", examples=["2026-12-21"])
    place: PlaceValue | None = field("Another place.", nl="plek")
    online: WebAddress | None = field("Address on the internet, instead of a place.")
    title: Annotated[WrittenText, at_most(120)] | None = field("Another title.", nl="titel")
    price: WrittenPrice | None = field("Another price.", nl="prijs")
    status: WrittenStatus | None = field("Whether it takes place.")
    booking: WrittenBooking | None = field("Another way to sign up.", nl="aanmelden")
    note: Annotated[WrittenText, at_most(500)] | None = field("Why, in a sentence.", nl="opmerking")


class WrittenEntry(Written):
    """One entry of ``when``: dates with their hours, or a rule."""

    on: Annotated[OneOrMany[Words], AT_LEAST_ONE] | None = field(
        "Date, list of dates, or a range a..b (each day); the hours may stand behind it.",
        nl="op",
        examples=["2026-10-01", "6 oktober 2026 14.00-16.00"],
    )
    time: Words | None = field("Hours, or 'hele dag'.", nl="tijd", examples=["19:30-21:00", "hele dag"])
    doors: Words | None = field("When the doors open.", nl="inloop vanaf", examples=["14:15"])
    every: Words | None = field("A recurrence phrase.", nl="elke", examples=["zondag 14.00-16.00 uur"])
    first: Words | None = field("First possible day.", nl="vanaf", alias="from", examples=["2026-09-06"])
    until: Words | None = field("Last possible day, inclusive.", nl="tot en met", examples=["2027-06-27"])
    count: Annotated[int, whole_number(1, 1000)] | None = field("Number of times.", nl="aantal keer")
    exclusions: OneOrMany[Words] = field(
        "Dates, ranges, holidays, school-holidays, or holidays by their name: eerste kerstdag, kerstvakantie.",
        nl="behalve",
        alias="except",
        default=(),
        examples=[["holidays", "2026-11-15"], ["eerste kerstdag", "zomervakantie"]],
    )
    also: OneOrMany[Words] = field("Extra moments.", nl="ook", default=(), examples=["2026-12-26 14:00-17:00"])
    changes: OneOrMany[WrittenChange] = field("Occurrences that differ.", nl="wijzigingen", default=())
    rrule: Words | None = field("RFC 5545 recurrence rule.", examples=["FREQ=MONTHLY;BYDAY=1TU"])
    start: Words | None = field("First date and time of an rrule.", examples=["2026-09-01 10:00"])
    end: Words | None = field("End of the first occurrence of an rrule.", examples=["2026-09-01 12:00"])
    duration: Words | None = field("Length of each occurrence of an rrule.", examples=["2 hours"])
    place: PlaceValue | None = field("Where, for this entry alone.", nl="plek")
    online: WebAddress | None = field("Address on the internet, instead of a place.")
    note: Annotated[WrittenText, at_most(500)] | None = field("A remark for this entry alone.", nl="opmerking")
    title: Annotated[WrittenText, at_most(120)] | None = field("A title for this entry alone.", nl="titel")
    status: WrittenStatus | None = field("Whether this entry takes place.")
    booking: WrittenBooking | None = field("How to sign up for this entry alone.", nl="aanmelden")


def _entry_shape(value: object) -> str:
    return "mapping" if isinstance(value, dict) else "phrase"


WrittenWhen = OneOrMany[
    Annotated[Annotated[Words, Tag("phrase")] | Annotated[WrittenEntry, Tag("mapping")], Discriminator(_entry_shape)]
]
