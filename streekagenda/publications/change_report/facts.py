"""What residents will read of an event, fact by fact: for its card, and for what differs from before."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from streekagenda.formats.plain_text import line, shortened
from streekagenda.model.details import Status
from streekagenda.publications.editions.wording import contact, location
from streekagenda.rendering.dates import needs_year
from streekagenda.rendering.prose import first_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from streekagenda.model.details import Booking
    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.text import Text
    from streekagenda.rendering.words import Words

LONGEST = 600
"""Octets of one fact; what is longer stands on the page."""
NEXT = 5
"""Dates that are shown one by one."""

SEPARATOR = " · "

Facts = dict[str, str]
"""By their labels, in the order in which they are read; nothing that is not stated."""


def facts(event: Event, coming: Sequence[Occurrence], words: Words, today: date, *, brief: bool = False) -> Facts:
    """Return what is shown of an event, each fact on one line of plain text; ``brief`` says its dates in one sentence."""
    said = {
        words.gettext("When"): _when(event, words, today, brief=brief),
        words.gettext("Next dates"): next_dates(coming, words, today),
        words.gettext("Where"): _where(coming, words),
        words.gettext("What it costs"): words.price(event.price),
        words.gettext("Signing up"): " ".join(_booking(event.booking, words)),
        words.gettext("Organised by"): words.join([words.text(one.name).text for one in event.organisers]),
        words.gettext("For whom"): SEPARATOR.join(words.text(one.name).text for one in event.audiences),
        words.gettext("Topics"): SEPARATOR.join(words.text(one.name).text for one in event.topics),
        words.gettext("Questions"): contact(event.contact),
    }
    return {label: shortened(line(fact), LONGEST) for label, fact in said.items() if fact}


def story(event: Event, words: Words) -> str:
    """Return what it is in a few words: its summary, else how its body begins."""
    if event.summary:
        return shortened(line(words.text(event.summary).text), LONGEST)
    return shortened(line(first_paragraph(words.text(event.body).text)), LONGEST) if event.body else ""


def name(text: Text, words: Words) -> str:
    """Return a title or name on one line."""
    return shortened(line(words.text(text).text), LONGEST)


def next_dates(coming: Sequence[Occurrence], words: Words, today: date) -> str:
    """``zo 3 jan · zo 10 jan (afgelast) · …``: the first dates to come, with hours only where these differ."""
    first = list(islice(coming, NEXT))
    with_hours = len({one.moment.hours for one in first}) > 1
    return SEPARATOR.join(_date(one, words, today, with_hours=with_hours) for one in first)


def _date(one: Occurrence, words: Words, today: date, *, with_hours: bool) -> str:
    day = one.moment.first
    said = words.day_year_short(day) if needs_year(day, today) else words.day_short(day)
    if with_hours:
        said = f"{said} {words.hours_short(one.moment)}"
    status = words.status(one)
    return f"{said} ({status[:1].lower()}{status[1:]})" if status else said


def _when(event: Event, words: Words, today: date, *, brief: bool) -> str:
    said = (words.schedule_sentence if brief else words.schedule_full)(event.schedule, today=today)
    return said if event.status is Status.SCHEDULED else f"{words.status_name(event.status)}. {said}"


def _where(coming: Sequence[Occurrence], words: Words) -> str:
    places = list(dict.fromkeys(location(words, one) for one in coming))
    return SEPARATOR.join(place for place in places if place)


def _booking(booking: Booking | None, words: Words) -> Iterator[str]:
    yield words.booking(booking)
    if booking is not None:
        ways = [way for way in (booking.phone, booking.email, booking.url) if way]
        if ways:
            yield words.gettext("By: %(ways)s.") % {"ways": ", ".join(ways)}
        if booking.note:
            yield words.text(booking.note).text
