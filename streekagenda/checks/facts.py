"""What residents need to know before they come, and the file does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding
from streekagenda.model.details import BookingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.model.details import Booking
    from streekagenda.model.event import Event

_TELEPHONE = re.compile(r"\d(?:[\s()-]{0,3}\d){8}")
_SIGN_UP = re.compile(
    r"\b(?:meld(?:en)?\s+(?:je|u|jezelf|uzelf)\s+(?:\w+\s+){0,2}aan|aanmelden|aanmelding"
    r"|geef\s+(?:je|u|jezelf)\s+(?:\w+\s+){0,2}op|opgave|schrijf\s+(?:je|u)\s+(?:\w+\s+){0,2}in|inschrijven|inschrijving"
    r"|reserveer|reserveren|reservering|sign\s+up|register|book\s+(?:a|your)\s+(?:place|seat|spot)|rsvp)\b",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"\b(?:niet|geen|zonder|hoef\w*|vrijwilliger\w*|nieuwsbrief|no|not|without|need\w*|newsletter)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?\n]+")


def price(checked: Checked) -> Iterator[Finding]:
    """An activity of which nothing says what it costs."""
    for event in checked.running:
        if event.price is None:
            yield Finding(path=event.source.path, key=("title",))


def way_to_sign_up(checked: Checked) -> Iterator[Finding]:
    """An activity for which one must sign up, without a telephone number, an address or a word on how."""
    for event in checked.running:
        if (booking := _open_booking(event)) and booking.required and booking.note is None:
            ways = (booking.url, booking.phone, booking.email)
            if not any(ways) and not (event.contact and (event.contact.phone or event.contact.email)):
                yield Finding(path=event.source.path, key=("booking",))


def sign_up_in_text(checked: Checked) -> Iterator[Finding]:
    """A text that asks people to sign up, while the page says that they can walk in."""
    without = {one.source.path for one in checked.running if not _speaks_of_booking(one)}
    for texts in checked.texts:
        if texts.path not in without:
            continue
        asked = (
            Finding(path=texts.path, key=passage.key, language=passage.language, excerpt=found, values={"words": found})
            for passage in texts.passages
            if passage.key in {("description",), ("summary",), ("price",)}
            for sentence in _SENTENCE.findall(passage.prose)
            if not _NOT_NEEDED.search(sentence)
            for found in _SIGN_UP.findall(sentence)
        )
        yield from list(asked)[:1]


def phone(checked: Checked) -> Iterator[Finding]:
    """A web form or a mail address to sign up, and no telephone number: not everybody is on the internet."""
    for_work = {texts.path for texts in checked.texts if texts.professional}
    for event in checked.running:
        booking = _open_booking(event)
        if (
            booking
            and booking.required
            and (booking.url or booking.email)
            and not booking.phone
            and event.source.path not in for_work
        ):
            told = " ".join(said.text for said in booking.note.versions) if booking.note else ""
            if not (event.contact and event.contact.phone) and not _TELEPHONE.search(told):
                yield Finding(path=event.source.path, key=("booking",))


def accessibility(checked: Checked) -> Iterator[Finding]:
    """A building of which nothing says whether one can enter it in a wheelchair."""
    if not checked.calendar.region.facilities:
        return
    for place in checked.places:
        if place.street and not place.facilities:
            yield Finding(path=place.source.path, key=("name",))


def _open_booking(event: Event) -> Booking | None:
    return event.booking if event.booking and event.booking.state is BookingState.OPEN else None


def _speaks_of_booking(event: Event) -> bool:
    return event.booking is not None or any(entry.details.booking for entry in event.schedule.entries)
