"""One date of a series that differs, in a sentence: ``Op 20 december tot 18.00 uur (Kerstdiner)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.details import BookingState, Details, Status
from streekagenda.model.place import Online, Place
from streekagenda.recurrence import phrases
from streekagenda.rendering import cldr
from streekagenda.rendering.rules import needs_years

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.model.schedule import Change, Hours, Series
    from streekagenda.model.text import Text
    from streekagenda.rendering.dates import Dates


def facts(details: Details, say: Dates) -> tuple[str, list[str]]:
    """Return where it is, and what else is particular about it: its title, that it is off or online, a note."""
    said = []
    if details.title is not None:
        said.append(_text(details.title, say))
    match details.status:
        case Status.CANCELLED:
            said.append(say.pgettext("about one date", "cancelled"))
        case Status.POSTPONED:
            said.append(say.pgettext("about one date", "postponed"))
        case Status.ONLINE:
            said.append(say.pgettext("about one date", "online"))
        case Status.SCHEDULED | None:
            pass
    if details.booking is not None and details.booking.state is BookingState.FULL:
        said.append(say.pgettext("about one date", "full"))
    if details.note is not None:
        said.append(_text(details.note, say))
    match details.place:
        case Place(name=name):
            return _text(name, say), said
        case Online():
            online = say.pgettext("about one date", "online")
            return online, [one for one in said if one != online]
        case None:
            return "", said


def status_of(details: Details, say: Dates) -> str:
    """``afgelast``, ``uitgesteld``, ``online``; nothing where all is as planned."""
    _, said = facts(Details(status=details.status), say)
    return said[0] if said else ""


def with_status(said: str, details: Details, say: Dates) -> str:
    """Add in brackets that it is off, or online."""
    status = status_of(details, say)
    return say.gettext("%(when)s (%(what)s)") % {"when": said, "what": status} if status else said


def sentence_of(change: Change, series: Series, say: Dates) -> list[str]:
    """Say what a change means; nothing where it changes only what no sentence about dates says, such as a price.

    A title stands in brackets, a note behind a colon: so they are told apart. Of a date that is off, other hours or
    another day do not matter.
    """
    details = change.details
    off = details.status is Status.CANCELLED
    moved_to = None if off or change.moved_to == change.on else change.moved_to
    hours = "" if off or change.hours is None else _hours(change, change.hours, series, say)
    year = needs_years(series.rule, [change.on, moved_to or change.on])
    bare = say.gettext("On %(day)s") % {"day": _day(change.on, say, year=year)}
    said = bare
    if moved_to:
        days = {"day": _day(change.on, say, year=year), "other_day": _day(moved_to, say, year=year)}
        said = say.gettext("Not on %(day)s, but on %(other_day)s") % days
    if hours:
        said = say.gettext("%(days)s %(hours)s") % {"days": said, "hours": hours}
    for by_itself, behind in _states(details, say):
        pattern = by_itself if said == bare else say.gettext("%(when)s, %(what)s")
        said = pattern % {"when": said, "what": behind}
    said = _with_texts(said, details, say)
    return [] if said == bare else [said]


def _states(details: Details, say: Dates) -> list[tuple[str, str]]:
    """The states of a date, each as a sentence about it, and as a word that follows what else is said of it."""
    said: list[tuple[str, str]] = []
    match details.status:
        case Status.CANCELLED:
            said.append((say.gettext("%(when)s it does not take place"), ""))
        case Status.POSTPONED:
            said.append((say.gettext("%(when)s it is postponed"), say.pgettext("about one date", "postponed")))
        case Status.ONLINE if not isinstance(details.place, Online):
            said.append((say.gettext("%(when)s it is online"), say.pgettext("about one date", "online")))
        case Status.ONLINE | Status.SCHEDULED | None:
            pass
    if details.booking is not None and details.booking.state is BookingState.FULL:
        said.append((say.gettext("%(when)s it is full"), say.pgettext("about one date", "full")))
    return said


def _with_texts(said: str, details: Details, say: Dates) -> str:
    """Add ``(Kerstdiner)``, ``, plek: De Kern`` and ``: Neem een jas mee``."""
    note = "%(when)s: %(what)s"
    if details.title is not None:
        said = say.gettext("%(when)s (%(what)s)") % {"when": said, "what": in_sentence(details.title, say)}
    where, _ = facts(details, say)
    if where:
        said = say.gettext("%(when)s, place: %(place)s") % {"when": said, "place": where}
        note = "%(when)s (%(what)s)"
    if details.note is not None:
        reason = details.status is Status.CANCELLED
        said = say.gettext(note) % {"when": said, "what": in_sentence(details.note, say, reason=reason)}
    return said


def in_sentence(text: Text, say: Dates, *, reason: bool = False) -> str:
    """A text within a sentence, in quotes where it would be taken for words about time, or for more sentences.

    ``reason``: behind words that call a date off; what follows these needs fewer quotes.
    """
    said = _text(text, say)
    return f"“{said}”" if phrases.needs_quotes(said, reason=reason) else said


def _text(text: Text, say: Dates) -> str:
    """A text within a sentence ends without a full stop; in a language from right to left it keeps its own direction."""
    said = text.in_language(say.language)
    words = said.text.strip().rstrip(".")
    return (
        words
        if cldr.direction(said.language) == say.direction
        else f"\N{FIRST STRONG ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}"
    )


def _day(day: date, say: Dates, *, year: bool) -> str:
    return say.date(day) if year else say.date_month(day)


def _hours(change: Change, changed: Hours, series: Series, say: Dates) -> str:
    """Only the end where only that differs: ``tot 18.00 uur``."""
    usual = series.hours
    extra = any(moment.first == change.on for moment in series.also)
    if extra or usual is None or (changed.start, changed.doors) != (usual.start, usual.doors):
        return say.at_hours(changed)
    return say.until(changed)
