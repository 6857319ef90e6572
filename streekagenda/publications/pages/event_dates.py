"""The dates of an event as its page lists them: by month, each with an id of its own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from streekagenda.model.details import BookingState, Status
from streekagenda.publications.editions.coming import until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Moment
    from streekagenda.rendering.words import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class DateLine:
    """One date in the list of an event."""

    anchor: str
    """Its id on the page: the day on which it stands, and a number where that day holds more than one."""
    machine: str
    """Day and hour for ``<time datetime>``."""
    said: Markup
    """The day in words, without the year, and its hours, which stay together; a run of days with its year."""
    until: str
    """When it is over, for the script: wall-clock time, ISO 8601 to the minute."""
    as_next: str
    """What is said when it is the next date; nothing where one cannot go there."""
    occurrence: Occurrence
    plain: bool
    """Whether that says all: it is as the event is."""


def date_lines(words: Words, occurrences: Sequence[Occurrence]) -> list[DateLine]:
    """Return dates with their ids; where a day holds two, that which takes place has the plain one."""
    on_day: defaultdict[date, list[Occurrence]] = defaultdict(list)
    for one in occurrences:
        on_day[one.moment.first].append(one)
    found = []
    for one in occurrences:
        moment = one.moment
        number = sorted(on_day[moment.first], key=_is_trace).index(one) + 1
        day = moment.first.isoformat()
        found.append(
            DateLine(
                anchor=day if number == 1 else f"{day}-{number}",
                machine=(moment.start.isoformat(timespec="minutes") if moment.hours else moment.first.isoformat()),
                said=_said(words, moment),
                until=until(moment).isoformat(timespec="minutes"),
                as_next=words.capital(words.moment(moment)) if one.takes_place else "",
                occurrence=one,
                plain=_is_plain(one),
            )
        )
    return found


def _said(words: Words, moment: Moment) -> Markup:
    if moment.first != moment.last:
        return escape(words.moment(moment))
    hours = f'<span class="together">{escape(words.hours_short(moment))}</span>'
    said = {"when": escape(words.day_month(moment.first)), "what": hours}
    return Markup(words.gettext("%(when)s, %(what)s") % said)  # noqa: S704 -- escaped


def by_month(lines: Sequence[DateLine]) -> list[tuple[date, list[DateLine]]]:
    """Return dates under the first day of their month."""
    return [(month, list(of_month)) for month, of_month in groupby(lines, key=_month)]


def _is_trace(occurrence: Occurrence) -> bool:
    return occurrence.moved_to is not None


def _is_plain(one: Occurrence) -> bool:
    return (
        one.takes_place
        and not one.moved
        and one.status is Status.SCHEDULED
        and one.note is None
        and one.title is one.event.title
        and one.place is one.event.place
        and one.price is one.event.price
        and (one.booking is None or one.booking.state is BookingState.OPEN)
    )


def _month(line: DateLine) -> date:
    return line.occurrence.moment.first.replace(day=1)
