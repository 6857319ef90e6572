"""The words for what became of activities: a label, a sentence, and how a date or a place was and is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streekagenda.model.details import Status
from streekagenda.model.place import Online
from streekagenda.model.schedule import Series
from streekagenda.recurrence.turns import TurnKind

if TYPE_CHECKING:
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Entry
    from streekagenda.recurrence.turns import Turn, TurnedDate
    from streekagenda.rendering.words import Words


def label(turn: Turn, say: Words) -> str:
    """Say in a few words what became of it: ``Gaat niet door``, ``Andere tijd``, ``Vol``."""
    same_day = all(is_of_one_day(one) for one in turn.dates)
    return {
        TurnKind.CANCELLED: say.gettext("Does not go ahead"),
        TurnKind.POSTPONED: say.gettext("Postponed"),
        TurnKind.WITHDRAWN: say.gettext("No longer in the agenda"),
        TurnKind.GONE: say.gettext("No longer in the agenda"),
        TurnKind.RESCHEDULED: say.gettext("Other days"),
        TurnKind.MOVED: say.gettext("Other time") if same_day else say.gettext("Other day"),
        TurnKind.ELSEWHERE: say.gettext("Other place"),
        TurnKind.ADDRESS: say.gettext("Other address"),
        TurnKind.ONLINE: say.gettext("Now online"),
        TurnKind.FULL: say.gettext("Full"),
        TurnKind.ON_AGAIN: say.gettext("Goes ahead after all"),
        TurnKind.ROOM: say.gettext("There is room again"),
        TurnKind.ADDED: say.ngettext("New date", "New dates", len(turn.dates)),
        TurnKind.NEW: say.pgettext("change", "New"),
    }[turn.kind]


def advice(turn: Turn, occurrence: Occurrence, say: Words) -> str:
    """Say what one can do, or no longer can; nothing where that is clear."""
    said = {
        TurnKind.POSTPONED: say.gettext("A new date will follow."),
        TurnKind.WITHDRAWN: say.gettext(
            "This activity was taken out of the agenda. Would you like to go? Ask first whether it goes ahead."
        ),
        TurnKind.GONE: say.ngettext(
            "This date was taken out of the agenda. Would you like to go? Ask first whether it goes ahead.",
            "These dates were taken out of the agenda. Would you like to go? Ask first whether it goes ahead.",
            len(turn.dates),
        ),
        TurnKind.ONLINE: say.gettext("You take part over the internet. You do not have to go anywhere."),
        TurnKind.FULL: say.gettext("You can no longer sign up."),
        TurnKind.ROOM: say.booking(occurrence.booking),
    }
    return said.get(turn.kind, "")


def further_dates(turn: Turn, number: int, say: Words) -> str:
    """Say how many dates follow those that were named, and when the last one is; of what has no end only that it goes on."""
    last = turn.dates[-1].after or turn.dates[-1].before
    if last is not None and _goes_on(last.entry):
        return say.gettext("And the dates after that.")
    said = say.ngettext("And %(n)s more date: %(last)s.", "And %(n)s more dates, up to and including %(last)s.", number)
    return said % {"n": number, "last": say.day(turn.dates[-1].moments[-1].first)}


def _goes_on(entry: Entry) -> bool:
    return isinstance(entry, Series) and entry.rule.until is None and entry.rule.count is None


def places(turn: Turn, date: TurnedDate, say: Words) -> tuple[str, str]:
    """Say where a date was and where it is; of an address that changed with street and town."""
    if date.before is None or date.after is None:
        return "", ""
    with_address = turn.kind is TurnKind.ADDRESS
    return _where(date.before, say, with_address=with_address), _where(date.after, say, with_address=with_address)


def is_of_one_day(date: TurnedDate) -> bool:
    """Whether a date is on the day on which it was."""
    return len({moment.first for moment in date.moments}) == 1


def _where(occurrence: Occurrence, say: Words, *, with_address: bool) -> str:
    place = occurrence.place
    if occurrence.status is Status.ONLINE or isinstance(place, Online):
        return say.gettext("Online, on the internet")
    if place is None:
        return say.text(occurrence.area.name).text if occurrence.area else say.gettext("not known yet")
    parts = [say.text(place.name).text, *(one for one in (place.street, place.city) if with_address and one)]
    if not with_address and place.area is not None:
        parts.append(say.text(place.area.name).text)
    return ", ".join(parts)
