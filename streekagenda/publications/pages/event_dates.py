"""The dates of an event as its page lists them: by month, each with an id of its own.

Most dates are as their event is: on the pages of all events those with the same hours differ by their day alone. So such a
date is rendered once, with gaps for what a day says.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from streekagenda.formats.gaps import gap, pattern
from streekagenda.model.details import BookingState, Status
from streekagenda.model.schedule import ONE_DAY
from streekagenda.publications.editions.beginnings import beginning_with_a_day
from streekagenda.publications.editions.coming import as_attribute, until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Hours, Moment
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.rendering.words import Words


class _Day(NamedTuple):
    """What is said of a day."""

    month: date
    """Its first day."""
    filling: dict[str, str]
    """By the names of the gaps."""


class DateLines:
    """Makes the lines of the dates in one language."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._alike: dict[tuple[Hours | None, bool], str] = {}
        # by identity: the dates are those of the timeline, which stays
        self._of_hours: dict[tuple[int, bool], str] = {}
        self._days: dict[date, _Day] = {}

    def by_month(
        self, occurrences: Sequence[Occurrence], *, past: bool, several_places: bool
    ) -> list[tuple[date, Markup]]:
        """Return dates as list items, under the first day of their month; of those that are over there is less to say."""
        numbered = _numbered(occurrences)
        found: dict[date, list[str]] = {}
        for one in occurrences:
            day = self._day(one.moment.first)
            if id(one) in numbered:
                day = day._replace(filling={**day.filling, "anchor": numbered[id(one)]})
            found.setdefault(day.month, []).append(self._line(one, day, past, several_places))
        return [(month, Markup("".join(lines))) for month, lines in found.items()]  # noqa: S704 -- from a template

    def _line(self, occurrence: Occurrence, day: _Day, past: bool, several_places: bool) -> str:
        moment, words = occurrence.moment, self._edition.words
        if moment.first != moment.last or not _is_plain(occurrence):
            return self._edition.site.renderer.render(
                "date.html",
                words,
                anchor=day.filling["anchor"],
                day=day.filling["day"],
                hours=moment.hours,
                said=_said(words, words.day_month(moment.first), moment),
                until=as_attribute(until(moment)),
                as_next=words.capital(words.moment(moment)) if occurrence.takes_place else "",
                one=None if _is_plain(occurrence) else occurrence,
                past=past,
                several_places=several_places,
            )
        line = self._of_hours.get((id(moment.hours), past))
        if line is None:
            key = (moment.hours, past)
            line = self._alike.get(key) or self._alike.setdefault(key, self._with_gaps(moment, past))
            self._of_hours[id(moment.hours), past] = line
        return line % day.filling

    def _day(self, day: date) -> _Day:
        """Return what is said of a day."""
        found = self._days.get(day)
        if found is None:
            words = self._edition.words
            said = words.day(day)
            filling = {
                "anchor": day.isoformat(),
                "day": day.isoformat(),
                "next_day": (day + ONE_DAY).isoformat(),
                "without_year": str(escape(words.day_month(day))),
                "said": str(escape(said)),
                "capital": str(escape(words.capital(said))),
            }
            found = self._days[day] = _Day(month=day.replace(day=1), filling=filling)
        return found

    def _with_gaps(self, moment: Moment, past: bool) -> str:
        words, ends = self._edition.words, until(moment)
        line = self._edition.site.renderer.render(
            "date.html",
            words,
            anchor=gap("anchor"),
            day=gap("day"),
            hours=moment.hours,
            said=_said(words, gap("without_year"), moment),
            until=f"{gap('day' if ends.date() == moment.first else 'next_day')}T{ends:%H:%M}",
            as_next=beginning_with_a_day(words, moment.hours),
            one=None,
            past=past,
            several_places=False,
        )
        return pattern(line)


def _numbered(occurrences: Sequence[Occurrence]) -> dict[int, str]:
    """Return the ids of dates, by identity, where a day alone does not do: with a number, since it holds more than one.

    Where it does, that which takes place has the plain one.
    """
    found: dict[int, str] = {}
    days = [one.moment.first for one in occurrences]
    if len(set(days)) == len(days):
        return found
    on_day = Counter(days)
    for day in [day for day, number in on_day.items() if number > 1]:
        _, *others = sorted((one for one in occurrences if one.moment.first == day), key=_is_trace)
        found |= {id(one): f"{day.isoformat()}-{number}" for number, one in enumerate(others, start=2)}
    return found


def _said(words: Words, day: str, moment: Moment) -> Markup:
    """Return a day, said without its year, and its hours, which stay together; a run of days with its year."""
    if moment.first != moment.last:
        return escape(words.moment(moment))
    hours = f'<span class="together">{escape(words.hours_short(moment))}</span>'
    said = {"when": escape(day), "what": hours}
    return Markup(words.gettext("%(when)s, %(what)s") % said)  # noqa: S704 -- escaped


def _is_trace(occurrence: Occurrence) -> bool:
    return occurrence.moved_to is not None


def _is_plain(one: Occurrence) -> bool:
    """Whether its day and hours say all: it is as the event is."""
    usual, event = one.circumstances, one.circumstances.event
    return (
        usual.status is Status.SCHEDULED
        and one.moved_to is None
        and not one.moved
        and usual.note is None
        and usual.title is event.title
        and usual.place is event.place
        and usual.price is event.price
        and (usual.booking is None or usual.booking.state is BookingState.OPEN)
    )
