"""The list of all that is running, by title; on more pages where it is long."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from streekagenda.model.freshness import faded
from streekagenda.publications.editions.coming import over
from streekagenda.publications.editions.indexes import index_head
from streekagenda.publications.editions.once import once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.site import Site

MOST = 200
"""A page ends with the letter with which it has so many."""
_BEFORE_THE_FIRST_LETTER = re.compile(r"^(?:['’]t\s|\W)+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """One activity in the list of all that is running."""

    event: Event
    following: Occurrence
    """Its next date, also when it does not take place."""
    last: Occurrence
    """Its last date."""
    off: Occurrence | None
    """Where none of its dates takes place: one of them, which says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """What begins with one letter, and where it stands."""

    letter: str
    running: tuple[Running, ...]
    page: str
    """Path of its page."""
    anchor: str


def a_to_z(edition: Edition) -> Iterator[Output]:
    """Yield the list, or its embed; a letter stands on one page, however many begin with it."""
    parts = _parts(edition, running(edition.site))
    head = index_head(edition, "event")
    letters = [letter for part in parts for letter in part]
    for number, part in enumerate(parts, 1):
        path = _path(edition, number)
        title = edition.words.gettext("%(title)s, part %(number)s") % {"title": head.title, "number": number}
        own = head if number == 1 else replace(
            head,
            title=title,
            # where titles are translated, the same letters stand elsewhere
            where=edition.where(partial(_elsewhere, edition, path)),
            crumbs=((head.title, edition.path("event")),),
        )  # fmt: skip
        yield edition.page("events.html", own, full=path, letters=letters, part=part)


@once
def running(site: Site) -> tuple[Running, ...]:
    """Return the activities that have a date to come and did not fade from the lists, in the order of their files."""
    return tuple(
        Running(event=event, following=ahead[0], last=ahead[-1], off=off(ahead))
        for event in site.calendar.events
        if (ahead := [one for one in site.index.of(event) if not over(one.moment, site.timeline.now)])
        and not faded(event, site.today)
    )


def off(occurrences: Sequence[Occurrence]) -> Occurrence | None:
    """Return the first of dates of which none takes place; nothing where one can still go to any of them."""
    dates = [one for one in occurrences if one.moved_to is None]
    return None if any(one.takes_place for one in dates) else next(iter(dates), None)


def sorting(title: str) -> str:
    """Return a title as one looks for it: without capitals, opening marks and a Dutch ’t before it."""
    return _BEFORE_THE_FIRST_LETTER.sub("", title.casefold())


def _parts(edition: Edition, running: Sequence[Running]) -> list[list[Letter]]:
    words = edition.words
    titled = sorted(
        ((sorting(words.text(one.event.title).text), one) for one in running),
        key=lambda titled: (titled[0], titled[1].event.id),
    )
    parts: list[list[Letter]] = [[]]
    for number, (letter, group) in enumerate(groupby(titled, key=lambda one: one[0][:1].upper()), 1):
        if sum(len(one.running) for one in parts[-1]) >= MOST:
            parts.append([])
        held = tuple(one for _, one in group)
        parts[-1].append(Letter(letter=letter, running=held, page=_path(edition, len(parts)), anchor=f"l-{number}"))
    return parts


def _path(edition: Edition, number: int) -> str:
    return edition.path("event") if number == 1 else edition.path("event", str(number))


def _elsewhere(edition: Edition, path: str, language: str) -> str:
    return path if language == edition.language else edition.addresses.page("event", language)
