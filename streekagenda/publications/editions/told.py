"""What is told of what became of an activity: before it has a form, and as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from streekagenda.model.organisation import Contact, Organisation
    from streekagenda.model.place import Online, Place
    from streekagenda.model.text import Text
    from streekagenda.recurrence.turns import Turn
    from streekagenda.rendering.words import Words


class DateTold(Struct, frozen=True, kw_only=True):
    """One date: a line about it, or what it was and what it is."""

    said: str = ""
    was: str = ""
    now: str = ""
    note: Text | None = None
    """Why, as its author wrote it."""
    until: datetime
    """When nobody needs to know any more, in the wall-clock time of the region."""


class Body(Struct, frozen=True, kw_only=True):
    """What is told of all dates together, and of each of them."""

    said: str = ""
    was: str = ""
    now: str = ""
    dates: tuple[DateTold, ...] = ()
    more: str = ""
    """Which dates follow."""


class Told(Struct, frozen=True, kw_only=True):
    """What became of one activity on one day."""

    turn: Turn
    label: str
    """In a few words: ``Gaat niet door``."""
    name: str
    """What names it for ever among all that ever became of anything: ``de-brug/koffie/2026-11-19/cancelled``."""
    title: Text
    path: str | None
    """Of its page, or of the one date that it is about; ``None`` where there is none any more."""
    who: tuple[Organisation, ...]
    """Who organises it."""
    of_place: Place | None = None
    """The place that it is about, rather than the activity."""
    body: Body
    advice: str = ""
    """What one can do, or no longer can."""
    place: Place | Online | None = None
    """Where it is; nothing where what became of the place is the message."""
    notes: tuple[Text, ...] = ()
    """Why, where that is the same for all dates."""
    ask: Contact | None = None
    """Whom to call or write to."""
    until: datetime


class DayTold(Struct, frozen=True, kw_only=True):
    """What became of activities on one day."""

    day: date
    told: tuple[Told, ...]
    """The gravest first."""
    new: tuple[Told, ...]
    """New activities, the nearest first."""
    more_new: int = 0
    """New activities that are not named."""
    more: int = 0
    """Other things that are not named."""

    @property
    def until(self) -> datetime:
        """When nobody needs to know any of it any more."""
        return max(one.until for one in (*self.told, *self.new))


def lines(told: Told, words: Words) -> Iterator[str]:
    """Yield what is told as lines of plain text, for who reads it elsewhere; the title is not in it."""
    body = told.body
    yield from _lines_of(body.said, body.was, body.now, words)
    for one in body.dates:
        yield from _lines_of(one.said, one.was, one.now, words)
        yield from _texts([one.note] if one.note else [], words)
    yield from (one for one in (body.more, told.advice) if one)
    yield from _texts(told.notes, words)


def _lines_of(said: str, was: str, now: str, words: Words) -> Iterator[str]:
    if said:
        yield said
    if was:
        yield words.gettext("Was: %(what)s") % {"what": was}
    if now:
        yield words.gettext("Now: %(what)s") % {"what": now}


def _texts(texts: Iterable[Text], words: Words) -> Iterator[str]:
    yield from (words.text(one).text for one in texts)
