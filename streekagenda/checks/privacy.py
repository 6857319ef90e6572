"""Telephone numbers, mailboxes and names that belong to one person: what is public once stays so.

Refused in what an event says, unless the person agreed (``consent: true``); of organisations, places and pages an
advice. The number of a citizen is refused everywhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding
from streekagenda.checks.personal import (
    bank_accounts,
    citizen_numbers,
    is_person,
    mobile_numbers,
    personal_mailboxes,
)
from streekagenda.model.schedule import Series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.model.details import Booking
    from streekagenda.model.event import Event

    Key = tuple[str | int, ...]

_WORD = re.compile(r"[^\W\d_]{3,}")


def mobiles(checked: Checked) -> Iterator[Finding]:
    """Mobile numbers at ``contact`` and ``booking``, and in the texts of an event."""
    return _asked_of_one(checked, lambda text, *_: mobile_numbers(text))


def mailboxes(checked: Checked) -> Iterator[Finding]:
    """Mailboxes of one person at ``contact`` and ``booking``, and in the texts of an event."""
    return _asked_of_one(checked, personal_mailboxes)


def persons(checked: Checked) -> Iterator[Finding]:
    """Names of persons at ``contact``."""
    for event in checked.events:
        name = event.contact.name if event.contact else None
        if name and not event.consent and is_person(name, checked.proper_names):
            yield Finding(path=event.source.path, key=("contact", "name"), values={"found": name})


def elsewhere(checked: Checked) -> Iterator[Finding]:
    """Mobile numbers and mailboxes of one person, of editors, partners, places and pages; bank accounts everywhere."""
    known = _words_of(checked.proper_names)
    events = {event.source.path: event.consent for event in checked.events}
    for path, key, text, language in _said(checked):
        own = () if path in events else (*mobile_numbers(text), *personal_mailboxes(text, known))
        accounts = () if events.get(path) else bank_accounts(text)
        for found in dict.fromkeys((*own, *accounts)):
            yield Finding(path=path, key=key, language=language, excerpt=found, values={"found": found})


def of_citizens(checked: Checked) -> Iterator[Finding]:
    """Numbers of citizens; what is said of one does not repeat it."""
    for path, key, text, language in _said(checked):
        for found in dict.fromkeys(citizen_numbers(text)):
            yield Finding(path=path, key=key, language=language, excerpt=found)


def _asked_of_one(checked: Checked, find: Callable[..., Iterator[str]]) -> Iterator[Finding]:
    """Ask of each text of an event, given the words of all names and those of its title."""
    known = _words_of(checked.proper_names)
    texts = {one.path: one.passages for one in checked.texts}
    for event in checked.events:
        if event.consent:
            continue
        path, own = event.source.path, _words([event.title.first])
        asked = ((key, text, None) for key, text in _where_people_ask(event))
        told = ((one.key, one.text, one.language) for one in texts.get(path, ()))
        for key, text, language in (*asked, *told):
            for found in dict.fromkeys(find(text, known, own)):
                yield Finding(path=path, key=key, language=language, excerpt=found, values={"found": found})


def _where_people_ask(event: Event) -> Iterator[tuple[Key, str]]:
    """The values at ``contact`` and ``booking``, those of single dates included; each of these once."""
    contact = event.contact
    if contact:
        values = (("name", contact.name), ("phone", contact.phone), ("email", contact.email))
        yield from ((("contact", key), text) for key, text in values if text)
    if event.booking:
        yield from _of_booking(("booking",), event.booking)
    in_when: dict[str, None] = {}
    for entry in event.schedule.entries:
        changes = entry.changes if isinstance(entry, Series) else ()
        for booking in (entry.details.booking, *(change.details.booking for change in changes)):
            in_when.update((text, None) for _, text in _of_booking((), booking))
    yield from ((("when",), text) for text in in_when)


def _of_booking(key: Key, booking: Booking | None) -> Iterator[tuple[Key, str]]:
    if booking is None:
        return
    for name, text in (("phone", booking.phone), ("email", booking.email), ("url", booking.url)):
        if text:
            yield (*key, name), text


def _said(checked: Checked) -> Iterator[tuple[str, Key, str, str | None]]:
    """Path, key, text and language of what editors, partners, places and texts say."""
    region = checked.calendar.region
    if region.contact and checked.asked(region.source.path):
        for key, text in (("phone", region.contact.phone), ("email", region.contact.email)):
            if text:
                yield region.source.path, ("contact", key), text, None
    for partner in checked.organisations:
        for key, text in (("phone", partner.phone), ("email", partner.email)):
            if text:
                yield partner.source.path, (key,), text, None
    for place in checked.places:
        if place.phone:
            yield place.source.path, ("phone",), place.phone, None
    for texts in checked.texts:
        for passage in texts.passages:
            yield texts.path, passage.key, passage.text, passage.language


@lru_cache(maxsize=1)
def _words_of(names: frozenset[str]) -> frozenset[str]:
    """Return the words of all names, which several checks ask for."""
    return _words(names)


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for name in names for word in _WORD.findall(name))
