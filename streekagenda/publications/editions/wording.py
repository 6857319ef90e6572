"""What is said of a date away from the site, in plain text: in feeds, and in what one puts into one's own calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.formats.plain_text import shortened
from streekagenda.model.details import Status
from streekagenda.model.place import Online, Place
from streekagenda.rendering.prose import first_paragraph
from streekagenda.rendering.sentences import as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streekagenda.model.details import Booking
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.organisation import Contact
    from streekagenda.model.schedule import Moment
    from streekagenda.model.text import Text
    from streekagenda.rendering.words import Words


LONGEST = 8_000
"""Octets of a description; what is longer stands on the page."""


def title(words: Words, text: Text, status: Status) -> str:
    """Return a title; one that does not take place as planned says so first, which is all that reaches everybody."""
    named = words.text(text).text
    match status:
        case Status.SCHEDULED:
            return named
        case Status.CANCELLED:
            return words.gettext("CANCELLED: %(title)s") % {"title": named}
        case Status.POSTPONED:
            return words.gettext("POSTPONED: %(title)s") % {"title": named}
        case Status.ONLINE:
            return words.gettext("ONLINE: %(title)s") % {"title": named}


def description(words: Words, occurrence: Occurrence, schedule: str, page: str, longest: int = LONGEST) -> str:
    """Return the whole story of a date, as paragraphs.

    ``schedule`` is the sentence of its dates, where they are not clear by themselves; ``page`` the absolute address of
    more, which is said however few octets (``longest``) there are for the story.
    """
    event = occurrence.event
    said = [
        what_changed(words, occurrence),
        _story(words, event),
        schedule or _hours(words, occurrence),
        "\n".join(_where(words, occurrence)),
        "\n".join(_conditions(words, occurrence)),
        "\n".join(_who(words, event)),
    ]
    return "\n\n".join((shortened("\n\n".join(part for part in said if part), longest), page))


def location(words: Words, occurrence: Occurrence) -> str:
    """Return where it is, on one line: name, street, town; or its address on the internet."""
    place = occurrence.place
    if occurrence.status is Status.ONLINE and not isinstance(place, Online):
        return words.status_name(Status.ONLINE)
    if isinstance(place, Place):
        parts = [words.text(place.name).text, place.street or "", place.city or ""]
        if not place.city and occurrence.area:
            parts.append(words.text(occurrence.area.name).text)
        return ", ".join(dict.fromkeys(part for part in parts if part))
    if place is not None:
        return place.url
    return words.text(occurrence.area.name).text if occurrence.area else ""


def contact(contact: Contact | None) -> str:
    """Return whom to ask, on one line."""
    if contact is None:
        return ""
    return ", ".join(part for part in (contact.name, contact.phone, contact.email) if part)


def _story(words: Words, event: Event) -> str:
    """Return what it is in a few words: its summary, else how its body begins."""
    if event.summary:
        return words.text(event.summary).text
    return first_paragraph(words.text(event.body).text) if event.body else ""


def what_changed(words: Words, occurrence: Occurrence) -> str:
    """Return first of all what is not as planned, with the reason."""
    said = [words.status(occurrence)] if occurrence.status is not Status.SCHEDULED else []
    said.append(_when_instead(words, occurrence.planned, occurrence.moment))
    sentences = [as_sentence(one, words) for one in said if one]
    if occurrence.note:
        sentences.append(words.text(occurrence.note).text)
    return " ".join(sentences)


def _when_instead(words: Words, planned: Moment, moment: Moment) -> str:
    """Say when it was planned, where it begins at another time; that it only takes longer shows by itself."""
    if planned.start == moment.start and planned.all_day == moment.all_day:
        return ""
    if planned.first == moment.first:
        return words.gettext("Other hours. It was planned for %(hours)s") % {"hours": words.hours(planned)}
    return words.gettext("Moved. It was planned for another day: %(moment)s") % {"moment": words.moment(planned)}


def _hours(words: Words, occurrence: Occurrence) -> str:
    """Return when the doors open: a calendar shows the hours by itself, but has no place for that."""
    hours = occurrence.moment.hours
    return as_sentence(words.moment(occurrence.moment), words) if hours and hours.doors else ""


def _where(words: Words, occurrence: Occurrence) -> Iterator[str]:
    where = location(words, occurrence)
    if where:
        yield words.gettext("Where: %(place)s") % {"place": where}
    there = occurrence.place if isinstance(occurrence.place, Place) and occurrence.status is not Status.ONLINE else None
    welcome = occurrence.event.welcome
    told = [there.directions if there else None, *((welcome.way_in, welcome.who, welcome.included) if welcome else ())]
    for text in told:
        if text:
            yield words.text(text).text
    facilities = dict.fromkeys((*(there.facilities if there else ()), *occurrence.event.facilities))
    if facilities:
        names = words.join([words.text(one.name).text for one in facilities])
        yield words.gettext("Accessibility: %(facilities)s") % {"facilities": names}


def _conditions(words: Words, occurrence: Occurrence) -> Iterator[str]:
    if price := words.price(occurrence.price):
        yield words.gettext("Price: %(price)s") % {"price": price}
    if booking := words.booking(occurrence.booking):
        yield booking
    if occurrence.booking:
        yield from _ways_to_book(words, occurrence.booking)


def _ways_to_book(words: Words, booking: Booking) -> Iterator[str]:
    ways = [way for way in (booking.phone, booking.email, booking.url) if way]
    if ways:
        yield words.gettext("Sign up: %(ways)s") % {"ways": ", ".join(ways)}
    if booking.note:
        yield words.text(booking.note).text


def _who(words: Words, event: Event) -> Iterator[str]:
    names = words.join([words.text(one.name).text for one in event.organisers])
    if names:
        yield words.gettext("Organised by %(names)s") % {"names": names}
    if asked := contact(event.contact):
        yield words.gettext("Questions: %(contact)s") % {"contact": asked}
