"""The list of all that is running, by title; on more pages where it is long."""

from __future__ import annotations

import re
from functools import cached_property, partial
from itertools import count, groupby
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from streekagenda.model.schedule import ONE_DAY
from streekagenda.publications.editions.coming import not_over, to_come
from streekagenda.publications.editions.former_cards import former_page, lines_in
from streekagenda.publications.editions.indexes import index_head
from streekagenda.publications.editions.once import once, told
from streekagenda.urls import relative

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from streekagenda.model.event import Event
    from streekagenda.model.occurrence import Occurrence
    from streekagenda.output import Output
    from streekagenda.publications.editions.edition import Edition
    from streekagenda.publications.site import Site

MOST = 200
"""A page ends with the letter with which it has so many."""
_BEFORE_THE_FIRST_LETTER = re.compile(r"^(?:['’]t\s|\W)+")


class Running(Struct, frozen=True, kw_only=True, dict=True):
    """One activity in the list of all that is running."""

    event: Event
    dates: Sequence[Occurrence]
    """All of them, of which some are not over; none where it is ``written``."""
    now: datetime
    written: Markup | None
    """How it stands in the former self of the page, where it is as it was."""

    @cached_property
    def _ahead(self) -> Sequence[Occurrence]:
        return not_over(self.dates, self.now)

    @property
    def following(self) -> Occurrence:
        """Its next date, also when it does not take place."""
        return self._ahead[0]

    @property
    def last(self) -> Occurrence:
        """Its last date."""
        return self._ahead[-1]

    @cached_property
    def off(self) -> Occurrence | None:
        """Where none of its dates takes place: one of them, which says why."""
        return off(self._ahead)


class Letter(Struct, frozen=True, kw_only=True):
    """What begins with one letter, and where it stands."""

    letter: str
    events: tuple[Event, ...]
    page: str
    """Path of its page."""
    anchor: str
    running: Sequence[Running] = ()
    """What of it is said on its page, where that is being made."""


def a_to_z(edition: Edition) -> Iterator[Output]:
    """Yield the list, or its embed; a letter stands on one page, however many begin with it."""
    asked = edition.site.index.asked
    for number, _ in asked.each(lambda: enumerate(_pages(edition.site, edition.language), 1)):
        where = edition.where(partial(_elsewhere, edition, _path(edition, number)))
        yield edition.later(where(edition.language), _page, number)


def _page(edition: Edition, number: int) -> Output:
    """Make one page: it depends on its own activities, and of the others on the letters that they begin with alone."""
    site, language = edition.site, edition.language
    _told_of_letters(site, language)
    _told_of_page(site, language, number)
    with site.index.asked.during():
        pages = _pages(site, language)
    parts = _with_places(edition, pages)
    head = index_head(edition, "event")
    path = _path(edition, number)
    page = edition.where(partial(_elsewhere, edition, path))(language)
    lines = lines_in(former_page(site, page))
    own = [
        replace(one, running=[_running(edition, event, page, lines) for event in one.events])
        for one in parts[number - 1]
    ]
    title = edition.words.gettext("%(title)s, part %(number)s") % {"title": head.title, "number": number}
    of_page = head if number == 1 else replace(
        head,
        title=title,
        # where titles are translated, the same letters stand elsewhere
        where=edition.where(partial(_elsewhere, edition, path)),
        crumbs=((head.title, edition.path("event")),),
    )  # fmt: skip
    letters = [letter for part in parts for letter in part]
    return edition.page("events.html", of_page, full=path, letters=letters, part=own)


def _running(edition: Edition, event: Event, page: str, lines: Mapping[bytes, bytes]) -> Running:
    """Return an activity that has a date to come; of one that is as it was, its line in the former self of the page."""
    site, line = edition.site, None
    site.index.note(event)
    if site.former and event.id not in site.former.changed:
        line = lines.get(relative(edition.path("event", event.id), page).encode())
    written = Markup(line.decode().rstrip("\n")) if line else None  # noqa: S704 -- as it was published
    dates = () if written else site.index.of(event)
    return Running(event=event, dates=dates, now=site.timeline.now, written=written)


def off(occurrences: Sequence[Occurrence]) -> Occurrence | None:
    """Return the first of dates of which none takes place; nothing where one can still go to any of them."""
    found = None
    for one in occurrences:
        if one.moved_to is None:
            if one.takes_place:
                return None
            found = found or one
    return found


def sorting(title: str) -> str:
    """Return a title as one looks for it: without capitals, opening marks and a Dutch ’t before it."""
    folded = title.casefold()
    return folded if folded[:1].isalnum() else _BEFORE_THE_FIRST_LETTER.sub("", folded)


@once
def _pages(site: Site, language: str) -> tuple[tuple[tuple[str, tuple[Event, ...]], ...], ...]:
    """Return the letters of each page, and what of all that is running begins with them; one page at least."""
    words = site.words[language]
    # also what began yesterday evening and goes on after midnight
    running = {one.event.id: one.event for one in to_come(site, site.today - ONE_DAY)}
    titled = sorted([(sorting(words.text(event.title).text), name, event) for name, event in running.items()])
    pages: list[list[tuple[str, tuple[Event, ...]]]] = [[]]
    for letter, group in groupby(titled, key=lambda one: one[0][:1].upper()):
        if sum(len(held) for _, held in pages[-1]) >= MOST:
            pages.append([])
        pages[-1].append((letter, tuple(one for _, _, one in group)))
    return tuple(tuple(page) for page in pages)


@told
def _told_of_letters(site: Site, language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(letter for letter, _ in page) for page in _pages(site, language))


@told
def _told_of_page(site: Site, language: str, number: int) -> tuple[str, ...]:
    """Return the ids of the activities on a page, in their order; of one that is not there nothing."""
    return tuple(one.id for page in _pages(site, language)[number - 1 : number] for _, held in page for one in held)


def _with_places(edition: Edition, pages: Sequence[Sequence[tuple[str, tuple[Event, ...]]]]) -> list[list[Letter]]:
    counted = count(1)
    return [
        [
            Letter(letter=letter, events=held, page=_path(edition, number), anchor=f"l-{next(counted)}")
            for letter, held in page
        ]
        for number, page in enumerate(pages, 1)
    ]


def _path(edition: Edition, number: int) -> str:
    return edition.path("event") if number == 1 else edition.path("event", str(number))


def _elsewhere(edition: Edition, path: str, language: str) -> str:
    return path if language == edition.language else edition.addresses.page("event", language)
