"""The dates of an event as its page lists them: by month, each with an id of its own.

Most dates are as their event is: on the pages of all events those with the same hours differ by their day alone. So such a
date is rendered once, with gaps for what a day says.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from streekagenda.model.details import BookingState, Status
from streekagenda.model.schedule import ONE_DAY
from streekagenda.publications.editions.coming import until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from streekagenda.model.occurrence import Occurrence
    from streekagenda.model.schedule import Hours, Moment
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.rendering.words import Words

# Control characters, which no text of a partner may hold.
_ANCHOR, _DAY, _NEXT_DAY, _WITHOUT_YEAR, _WITH_YEAR, _CAPITAL = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"
_GAPS = {
    _ANCHOR: "anchor",
    _DAY: "day",
    _NEXT_DAY: "next_day",
    _WITHOUT_YEAR: "without_year",
    _WITH_YEAR: "with_year",
    _CAPITAL: "capital",
}


class DateLines:
    """Makes the lines of the dates in one language."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._alike: dict[tuple[Hours | None, bool], str] = {}
        self._days: dict[date, dict[str, str]] = {}

    def by_month(
        self, occurrences: Sequence[Occurrence], *, past: bool, several_places: bool
    ) -> list[tuple[date, Markup]]:
        """Return dates as list items, under the first day of their month; of those that are over there is less to say."""
        months = groupby(_with_anchors(occurrences), key=lambda one: one[0].moment.first.replace(day=1))
        return [
            (month, Markup("".join([self._line(*one, past, several_places) for one in dates])))  # noqa: S704 -- from a template
            for month, dates in months
        ]

    def _line(self, occurrence: Occurrence, anchor: str, past: bool, several_places: bool) -> str:
        moment, words = occurrence.moment, self._edition.words
        if moment.first != moment.last or not _is_plain(occurrence):
            return self._edition.site.renderer.render(
                "date.html",
                words,
                anchor=anchor,
                day=moment.first.isoformat(),
                hours=moment.hours,
                said=_said(words, words.day_month(moment.first), moment),
                until=_until(moment),
                as_next=words.capital(words.moment(moment)) if occurrence.takes_place else "",
                one=None if _is_plain(occurrence) else occurrence,
                past=past,
                several_places=several_places,
            )
        key = (moment.hours, past)
        line = self._alike.get(key) or self._alike.setdefault(key, self._with_gaps(moment, past))
        return line % {"anchor": anchor, **self._day(moment.first)}

    def _day(self, day: date) -> dict[str, str]:
        """Return what fills the gaps of a day."""
        found = self._days.get(day)
        if found is None:
            words = self._edition.words
            said = words.day(day)
            found = self._days[day] = {
                "day": day.isoformat(),
                "next_day": (day + ONE_DAY).isoformat(),
                "without_year": escape(words.day_month(day)),
                "with_year": escape(said),
                "capital": escape(words.capital(said)),
            }
        return found

    def _with_gaps(self, moment: Moment, past: bool) -> str:
        words, ends = self._edition.words, until(moment)
        as_next = words.with_hours(_WITH_YEAR, moment.hours)
        begins = as_next.startswith(_WITH_YEAR)
        line = self._edition.site.renderer.render(
            "date.html",
            words,
            anchor=_ANCHOR,
            day=_DAY,
            hours=moment.hours,
            said=_said(words, _WITHOUT_YEAR, moment),
            until=f"{_DAY if ends.date() == moment.first else _NEXT_DAY}T{ends:%H:%M}",
            as_next=as_next.replace(_WITH_YEAR, _CAPITAL, 1) if begins else words.capital(as_next),
            one=None,
            past=past,
            several_places=False,
        )
        line = line.replace("%", "%%")
        for gap, name in _GAPS.items():
            line = line.replace(gap, f"%({name})s")
        return line


def _with_anchors(occurrences: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, str]]:
    """Yield dates with their ids: the day on which each stands, and a number where that day holds more than one.

    Where it does, that which takes place has the plain one.
    """
    on_day = Counter(one.moment.first for one in occurrences)
    for one in occurrences:
        day = one.moment.first
        anchor = day.isoformat()
        if on_day[day] > 1:
            number = sorted((other for other in occurrences if other.moment.first == day), key=_is_trace).index(one) + 1
            anchor = anchor if number == 1 else f"{anchor}-{number}"
        yield one, anchor


def _said(words: Words, day: str, moment: Moment) -> Markup:
    """Return a day, said without its year, and its hours, which stay together; a run of days with its year."""
    if moment.first != moment.last:
        return escape(words.moment(moment))
    hours = f'<span class="together">{escape(words.hours_short(moment))}</span>'
    said = {"when": escape(day), "what": hours}
    return Markup(words.gettext("%(when)s, %(what)s") % said)  # noqa: S704 -- escaped


def _until(moment: Moment) -> str:
    """Return when it is over, for the script: wall-clock time, ISO 8601 to the minute."""
    return until(moment).isoformat(timespec="minutes")


def _is_trace(occurrence: Occurrence) -> bool:
    return occurrence.moved_to is not None


def _is_plain(one: Occurrence) -> bool:
    """Whether its day and hours say all: it is as the event is."""
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
