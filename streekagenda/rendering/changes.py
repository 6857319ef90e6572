"""One date of a series that differs, in a sentence: ``Op 20 december tot 18.00 uur (Kerstdiner)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.details import BookingState, Details, Status
from streekagenda.model.place import Online, Place

if TYPE_CHECKING:
    from datetime import date

    from streekagenda.model.schedule import Change, Hours
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


def sentence_of(change: Change, hours: Hours | None, say: Dates, *, year: bool) -> list[str]:
    """Say what a change means; nothing where it changes only what no sentence about dates says, such as a price.

    ``hours`` are those of the series; ``year`` is whether a day needs its year to be told apart.
    """
    day = _day(change.on, say, year=year)
    where, others = facts(change.details, say)
    if change.details.status is Status.CANCELLED:
        return [_cancelled(day, change.details, say)]
    other_hours = "" if change.hours is None else _hours(change.hours, hours, say)
    if change.moved_to is not None and change.moved_to != change.on:
        said = say.gettext("Not on %(day)s, but on %(other_day)s") % {
            "day": day,
            "other_day": _day(change.moved_to, say, year=year),
        }
    elif other_hours or where or others:
        said = say.gettext("On %(day)s") % {"day": day}
    else:
        return []
    if other_hours:
        said = say.gettext("%(days)s %(hours)s") % {"days": said, "hours": other_hours}
    if not (where or other_hours or change.moved_to):
        where, *others = others
    if where:
        said = say.gettext("%(when)s: %(what)s") % {"when": said, "what": where}
    if others:
        said = say.gettext("%(when)s (%(what)s)") % {"when": said, "what": "; ".join(others)}
    return [said]


def _text(text: Text, say: Dates) -> str:
    """A text within a sentence ends without a full stop."""
    return text.in_language(say.language).text.strip().rstrip(".")


def _day(day: date, say: Dates, *, year: bool) -> str:
    return say.date(day) if year else say.date_month(day)


def _cancelled(day: str, details: Details, say: Dates) -> str:
    if details.note is None:
        return say.gettext("On %(day)s it does not take place") % {"day": day}
    values = {"day": day, "why": _text(details.note, say)}
    return say.gettext("On %(day)s it does not take place: %(why)s") % values


def _hours(changed: Hours, usual: Hours | None, say: Dates) -> str:
    """Only the end where only that differs: ``tot 18.00 uur``."""
    if usual is None or changed.end is None or (changed.start, changed.doors) != (usual.start, usual.doors):
        return say.at_hours(changed)
    return say.gettext("until %(end)s") % {"end": say.clock(changed.end)}
