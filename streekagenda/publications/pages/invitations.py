"""“Bring a neighbour along”: a text about an activity that can be sent as it is, and the links that put it into a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from streekagenda.formats.uris import in_query
from streekagenda.model.details import BookingState, Status
from streekagenda.publications.editions.coming import over
from streekagenda.publications.editions.wording import location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.model.details import Booking
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.rendering.words import Words


class Invitation(Struct, frozen=True, kw_only=True):
    """What one sends to a neighbour, in the language of the page."""

    subject: str
    text: str
    """Lines."""
    occurrence: Occurrence
    """The date that it is about: when that is over, so is the invitation."""

    @property
    def comes(self) -> bool:
        """Whether it asks to come along, rather than tells that nobody has to come."""
        return self.occurrence.takes_place

    @property
    def mail(self) -> str:
        """A message without a receiver (RFC 6068)."""
        body = in_query(self.text).replace("%0A", "%0D%0A")
        return f"mailto:?subject={in_query(self.subject)}&body={body}"

    @property
    def message(self) -> str:
        """A text message without a receiver: ``?&`` is what iPhones and Androids both understand of RFC 5724."""
        return f"sms:?&body={in_query(self.text)}"


def invitation(edition: Edition, occurrences: Sequence[Occurrence]) -> Invitation | None:
    """Return what to send about the next of an event's dates to which one can still go, or else that it is off.

    ``None`` where there is nothing to tell: all is over, or there is no more room.
    """
    now, words = edition.site.timeline.now, edition.words
    ahead = [one for one in occurrences if one.moved_to is None and not over(one.moment, now)]
    following = next((one for one in ahead if one.takes_place), None)
    if following is None:
        return _off(edition, ahead[0]) if ahead else None
    chosen = next((one for one in ahead if one.takes_place and _has_room(one.booking)), None)
    if chosen is None:
        return None
    subject = words.gettext("Are you coming along? %(title)s") % {"title": words.text(chosen.title).text}
    text = [subject, words.capital(words.moment(chosen.moment)), *_story(words, chosen), _address(edition, chosen)]
    return Invitation(subject=subject, text="\n".join(text), occurrence=chosen)


def _off(edition: Edition, occurrence: Occurrence) -> Invitation:
    words = edition.words
    named = {"title": words.text(occurrence.title).text}
    if occurrence.status is Status.POSTPONED:
        subject = words.gettext("Take note: %(title)s is postponed.") % named
        text = [subject, words.gettext("A new date will follow.")]
    else:
        subject = words.gettext("Take note: %(title)s does not go ahead.") % named
        text = [subject]
    text.append(words.gettext("It was to be on %(moment)s.") % {"moment": words.moment(occurrence.moment)})
    if occurrence.note:
        text.append(words.text(occurrence.note).text)
    return Invitation(subject=subject, text="\n".join((*text, _address(edition, occurrence))), occurrence=occurrence)


def _has_room(booking: Booking | None) -> bool:
    return booking is None or booking.state is BookingState.OPEN


def _story(words: Words, occurrence: Occurrence) -> Iterator[str]:
    """Yield where it is, what it costs and whether one signs up, each where it is known."""
    if where := location(words, occurrence):
        yield where
    price = occurrence.price
    if price and price.free:
        yield words.gettext("It is free.")
    elif price and price.amount is not None:
        yield words.gettext("It costs %(price)s.") % {"price": words.price(price)}
    elif price:
        yield words.gettext("Price: %(price)s") % {"price": words.price(price)}
    yield words.booking(occurrence.booking)
    if occurrence.booking:
        way = occurrence.booking.phone or occurrence.booking.email or occurrence.booking.url
        if way:
            yield words.gettext("Sign up: %(ways)s") % {"ways": way}


def _address(edition: Edition, occurrence: Occurrence) -> str:
    return edition.addresses.absolute(edition.addresses.occurrence(occurrence, edition.language))
