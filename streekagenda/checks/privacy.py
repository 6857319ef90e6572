"""Telephone numbers, mailboxes and names that belong to one person: what is public once stays so.

Refused where people are asked to call or write, unless the person agreed (``consent: true``); elsewhere an advice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from streekagenda.checks.finding import Finding
from streekagenda.checks.personal import is_person, mobile_numbers, personal_mailboxes
from streekagenda.model.schedule import Series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from streekagenda.checks.checked import Checked
    from streekagenda.model.details import Booking
    from streekagenda.model.event import Event

    Key = tuple[str | int, ...]

_WORD = re.compile(r"[^\W\d_]{3,}")


def mobiles(checked: Checked) -> Iterator[Finding]:
    """Mobile numbers at ``contact`` and ``booking``."""
    return _asked_of_one(checked, lambda text, _: mobile_numbers(text))


def mailboxes(checked: Checked) -> Iterator[Finding]:
    """Mailboxes of one person at ``contact`` and ``booking``."""
    return _asked_of_one(checked, personal_mailboxes)


def persons(checked: Checked) -> Iterator[Finding]:
    """Names of persons at ``contact``."""
    for event in checked.events:
        name = event.contact.name if event.contact else None
        if name and not event.consent and is_person(name, checked.proper_names):
            yield Finding(path=event.source.path, key=("contact", "name"), values={"found": name})


def elsewhere(checked: Checked) -> Iterator[Finding]:
    """Mobile numbers and mailboxes of one person in texts, and of editors, partners and places."""
    known = _words(checked.proper_names)
    consented = {event.source.path for event in checked.events if event.consent}
    for path, key, text, language in _elsewhere(checked):
        for found in dict.fromkeys((*mobile_numbers(text), *personal_mailboxes(text, known))):
            if path not in consented:
                yield Finding(path=path, key=key, language=language, excerpt=found, values={"found": found})


def _asked_of_one(checked: Checked, find: Callable[[str, frozenset[str]], Iterator[str]]) -> Iterator[Finding]:
    known = _words(checked.proper_names)
    for event in checked.events:
        for key, text in () if event.consent else _where_people_ask(event):
            for found in dict.fromkeys(find(text, known | _words([event.title.first]))):
                yield Finding(path=event.source.path, key=key, excerpt=found, values={"found": found})


def _where_people_ask(event: Event) -> Iterator[tuple[Key, str]]:
    """What stands at ``contact`` and ``booking``, that of single dates included; the same value once."""
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
    for said in booking.note.versions if booking.note else ():
        yield (*key, "note"), said.text


def _elsewhere(checked: Checked) -> Iterator[tuple[str, Key, str, str | None]]:
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
            if passage.key[:1] != ("booking",) and ("@" in passage.text or "6" in passage.text):
                yield texts.path, passage.key, passage.text, passage.language


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for name in names for word in _WORD.findall(name))
